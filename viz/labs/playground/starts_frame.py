"""Many starts of one net side by side: what each answers, and where they disagree; pure numpy."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace

import numpy as np

from engine.errors import InputRefused
from engine.labs.playground.questions import MOST_STARTS, MeasureWidths, TrainStarts
from engine.labs.playground.records import DataSet, Made, NetTrained, Widths
from engine.nets.records import F64, I64, Architecture, Examples, Recipe, first_weights, forward, loss_of
from engine.questions import Question, Refused
from engine.records import F32
from engine.run import Run
from viz.charts import net_pictures
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.playground import options as choice
from viz.labs.playground import pictures as shown
from viz.memo import by_identity
from viz.ui_state import Option, UiState

OWNER = "playground_starts"
REACH = 2.0  # of what is shown: the data lie within 1
ACROSS = 48  # points across each plane
LAST = 1_500  # step at which the starts are done

NETS = Option(
    "nets", QT_TRANSLATE_NOOP("PlaygroundStartsView", "Starts"), "integer", 12, low=2, high=MOST_STARTS,
    tip=QT_TRANSLATE_NOOP("PlaygroundStartsView", "How many nets are trained, each from other initial weights."),
)  # fmt: skip
ATTEMPT = Option(
    "attempt", QT_TRANSLATE_NOOP("PlaygroundStartsView", "Attempt"), "integer", 0, low=0, high=10**9, in_bar=False,
    tip=QT_TRANSLATE_NOOP("PlaygroundStartsView", "Each rewind begins another one with the same initial weights."),
)  # fmt: skip
OPTIONS = (NETS, ATTEMPT)


@dataclass(frozen=True)
class StartsFrame:
    """One moment of all of them; values of a function, and how they differ, in a person's own units."""

    data: DataSet
    there: Made | None
    net: Architecture | None
    why_not: str
    going: bool
    done: bool
    step: int
    seeds: tuple[int, ...]
    broke_at: I64  # [S]
    answers: F32  # [S, n, n] int classes as numbers, or [S, n] values of a function
    sure: F32  # [S, n, n] probability of the class answered; empty for a function
    spread: F64  # [n, n] or [n]: standard deviation between the nets, of probabilities or values
    inside: float  # its mean where the data lie
    outside: float  # its mean elsewhere
    untrained_inside: float  # the control: of the same nets before training
    right: F64  # [S] share right (of the plane, or of held-out examples); NaN for a function
    losses: F64  # [S] of the examples trained on
    widths: Widths | None
    questions: tuple[Question, ...]
    following: TrainStarts | None
    measure: MeasureWidths | None
    attempt: int


def starts_frame(run: Run, ui: UiState) -> StartsFrame:
    """Of the net that the playground shows, trained as far as the engine has told."""
    data, recipe = DataSet(), Recipe()
    net: Architecture | None = None
    there: Made | None = None
    why = ""
    reading = choice.points_question(ui)
    try:
        data = choice.data_of(run, ui)
        there, why = choice.examples(data)
        recipe = choice.recipe_of(ui, data)
        net = choice.architecture_of(ui, data, there)
    except InputRefused as error:
        why = str(error)
    nets, attempt = int(ui.option(OWNER, NETS)), int(ui.option(OWNER, ATTEMPT))
    asked, found, refused = _newest(run, data, net, recipe, nets, attempt)
    going = TrainStarts.__name__ in ui.going
    seeds = tuple(recipe.seed + i for i in range(nets))
    weights = found.weights if found is not None else first(net, seeds) if net is not None else None
    known = there is not None and net is not None
    following = None
    if known and net is not None and (found is None or not found.done):
        following = TrainStarts(
            data, net, recipe, nets=nets, attempt=attempt, turn=asked.turn + 1 if asked is not None else 0, last=LAST,
            state=found.state if found is not None else b"", seconds=0.08,
        )  # fmt: skip
    measure = MeasureWidths(data, net, recipe) if known and net is not None and net.hidden else None
    measured = run.findings.get(measure) if measure is not None else None
    if isinstance(measured, Refused):
        refused = measured.sentence
    answers, sure, spread, inside, outside = _answered(net, weights)
    itself = choice.by_itself(ui, following, found.step if found is not None else 0, going or bool(refused))
    if itself:  # the numbers wanted are those afterwards
        inside = outside = float("nan")
    start = _answered(net, first(net, seeds))[3] if net is not None else float("nan")
    if there is not None and there.is_function:
        half = float(there.outputs.half[0])
        answers = np.asarray(there.outputs.own(answers), np.float32)
        spread, inside, outside, start = spread * half, inside * half, outside * half, start * half
    return StartsFrame(
        data=data, there=there, net=net, why_not=why or ("" if going else refused), going=going,
        done=found.done if found is not None else False, step=found.step if found is not None else 0, seeds=seeds,
        broke_at=found.broke_at if found is not None else np.full(nets, -1, np.int64), answers=answers, sure=sure,
        spread=spread, inside=inside, outside=outside, untrained_inside=start, right=_right(data, there, net, weights),
        losses=_losses(there, net, weights), widths=measured if isinstance(measured, Widths) else None,
        questions=(
            *(it for it in (reading,) if it is not None and it not in run.findings),
            *itself,
        ),
        following=following,
        measure=measure, attempt=attempt,
    )  # fmt: skip


def _newest(
    run: Run, data: DataSet, net: Architecture | None, recipe: Recipe, nets: int, attempt: int
) -> tuple[TrainStarts | None, NetTrained | None, str]:
    """What was found last about these starts, by which question, and why the last one was refused."""
    best: tuple[TrainStarts, NetTrained] | None = None
    refused = ""
    for asked, found in run.findings.items():
        if (
            type(asked) is not TrainStarts
            or asked.nets != nets
            or (asked.architecture, asked.attempt) != (net, attempt)
        ):
            continue
        if (asked.data, asked.recipe) == (data, recipe):
            if isinstance(found, Refused):
                refused = found.sentence
            elif isinstance(found, NetTrained) and (best is None or asked.turn > best[0].turn):
                best = asked, found
    return (*best, refused) if best is not None else (None, None, refused)


_EMPTY = np.empty((0, 0, 0), np.float32)


@functools.lru_cache(maxsize=4)
def first(net: Architecture, seeds: tuple[int, ...]) -> F32:
    """The weights that all of them begin with.  # [S, n_weights]"""
    found = np.stack([first_weights(net, seed) for seed in seeds])
    found.flags.writeable = False
    return found


@by_identity(4)
def _answered(net: Architecture | None, weights: F32 | None) -> tuple[F32, F32, F64, float, float]:
    """Answers, their certainty, the spread between nets, and its means inside and outside of the data's range."""
    if net is None or weights is None:
        return _EMPTY, _EMPTY, np.empty(0), float("nan"), float("nan")
    answered = shown.starts_plane(net, weights, _points(net), REACH).astype(np.float64)  # [S, N, outputs]
    with np.errstate(invalid="ignore", over="ignore"):
        spread = answered.std(axis=0).mean(axis=-1)
    within = (np.abs(net_pictures.grid(net.inputs, _points(net), REACH)) <= 1).all(axis=1)
    means = float(spread[within].mean()), float(spread[~within].mean())
    if net.inputs == 1:
        return answered[..., 0].astype(np.float32), _EMPTY, spread, *means
    shape = (len(weights), ACROSS, ACROSS)
    classes = answered.argmax(axis=-1).reshape(shape).astype(np.float32)
    sure = answered.max(axis=-1).reshape(shape).astype(np.float32)
    return classes, sure, spread.reshape(ACROSS, ACROSS), *means


def _points(net: Architecture) -> int:
    return ACROSS if net.inputs == 2 else net_pictures.LINE


def _right(data: DataSet, there: Made | None, net: Architecture | None, weights: F32 | None) -> F64:
    """The share of the data's square that each net has right; of held-out examples where its truth is unknown."""
    if there is None or net is None or weights is None or there.is_function:
        return np.full(0 if weights is None else len(weights), np.nan)
    known = shown.truth(replace(data, rows=b""), ACROSS, 1.0)
    if known is not None:
        points, truth = net_pictures.grid(2, ACROSS, 1.0), known.ravel()
    else:
        examples = there.held_out if len(there.held_out) else there.train
        points, truth = examples.inputs, examples.targets.astype(np.int64)
    return np.asarray((forward(net, weights, points)[-1].argmax(axis=-1) == truth).mean(axis=-1), np.float64)


def _losses(there: Made | None, net: Architecture | None, weights: F32 | None) -> F64:
    if there is None or net is None or weights is None:
        return np.empty(0)
    train = there.train
    return loss_of(forward(net, weights, train.inputs)[-1], Examples(train.inputs, train.targets), there.loss)

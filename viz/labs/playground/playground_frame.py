"""What the playground shows: the data, the net as it is now, and what can be asked next; pure numpy."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from engine.errors import InputRefused, in_short
from engine.labs.playground.questions import OpenNet, SaveNet, TrainNet
from engine.labs.playground.records import (
    OWN_FUNCTION,
    OWN_POINTS,
    DataSet,
    Made,
    NetOpened,
    NetSaved,
    NetTrained,
    PointsRead,
)
from engine.nets.records import F64, I64, Architecture, Curve, Examples, Recipe, forward, loss_of
from engine.questions import Question, Refused
from engine.records import F32
from engine.run import Run
from engine.sentences import say
from viz.charts import net_pictures
from viz.intents import SetOption
from viz.labs.playground import options as choice
from viz.labs.playground import pictures as shown
from viz.labs.playground.formula import formula
from viz.memo import by_identity
from viz.ui_state import UiState


@dataclass(frozen=True)
class PlaygroundFrame:
    """One moment of the net that is chosen."""

    data: DataSet
    there: Made | None  # the examples; None: there are none that could be used
    why_not: str  # why there are none, or what ended the training
    net: Architecture | None  # None: what is typed makes none
    weights: F32 | None  # [n_weights] as they are, those turned by hand included
    pictures: net_pictures.Pictures | None
    truth: I64 | F64 | None  # the true class [n, n], or the true values [n]
    step: int
    going: bool
    done: bool
    broke_at: int  # step at which its numbers were no longer finite, -1: never
    ended_at: float  # the same; NaN while it trains by itself
    curve: Curve
    losses: tuple[float, float]  # of the examples trained on and held out, with these weights
    right: tuple[float, float]  # share of the plane, and of the held-out examples, that is right
    steps_per_second: float
    chosen: int  # place of the weight that is chosen, -1: none
    turned: tuple[tuple[int, float], ...]  # weights turned by hand: place, value
    turn: int  # of what was found last, -1: none
    pen: int  # class of the next point that is drawn
    own: bool  # points can be drawn
    from_file: str  # what is said of a file of points, or of a saved net
    formula: str  # "" where it is not asked for
    whole_formula: bool
    questions: tuple[Question, ...]  # to be asked without a button
    following: TrainNet | None  # what goes on with it
    settings: tuple[SetOption, ...]  # what makes the options those of a net just opened
    saved: str  # where this net was saved, or why it was not
    recipe: Recipe
    seed: int
    attempt: int
    typed: tuple[str, str]  # the hidden layers and the learning rate as they are typed
    n_drawn: int  # points that were drawn, behind those of a file
    opened_at: int  # the step at which the net was saved that training begins with; -1: it begins untrained
    file_refused: bool  # the file of own points could not be read, or holds none
    idle: bool  # it is to train, but there is nothing to train on
    past: I64  # [H] steps of the moments that were kept
    moment: int  # which of them is shown; -1: the net as it is now
    trained: int  # steps that were made, also while a past moment is shown


def playground_frame(run: Run, ui: UiState) -> PlaygroundFrame:
    """The net chosen, trained as far as the engine has told."""
    opening, settings, why = _opened(run, ui)
    data, there, net, recipe, problem = _chosen(run, ui)
    why = why or problem
    reading = choice.points_question(ui)
    questions: tuple[Question, ...] = tuple(
        it for it in (reading, opening) if it is not None and it not in run.findings
    )
    known = run.findings.get(reading) if reading is not None else None
    if isinstance(known, Refused):
        why = known.sentence
    note = known.note if isinstance(known, PointsRead) else ""
    asked, found, refused = _newest(run, ui, data, net, recipe)
    told, can = TrainNet.__name__ in ui.going, there is not None and net is not None
    going = told and can
    if refused and not going:
        why = why or refused
    first = _first_weights(run, ui, net, recipe)
    base = found.weights[0] if found is not None else first
    until, turned = choice.read_turned(str(choice.chosen(ui, choice.TURNED)))
    turn = asked.turn if asked is not None else -1
    if turn >= until or base is None:
        turned = ()
    past = found.past_steps if found is not None else np.empty(0, np.int64)
    moment = _moment(ui, past)
    weights = _with(base, turned) if base is not None else None
    if moment >= 0 and found is not None:
        weights = _row(found.past, moment)
    pictures = net_pictures.pictures(net, weights) if net is not None and weights is not None else None
    following = _following(ui, data, net, recipe, found, turn, turned) if there is not None else None
    if going and following is not None and (asked is None or _has_changed(asked, following)):
        questions = (*questions, following)
    trained = found.step if found is not None else 0
    step = int(past[moment]) if moment >= 0 else trained
    itself = choice.by_itself(ui, following, trained, going or bool(refused))
    questions = (*questions, *itself)
    unknown = float("nan"), float("nan")  # while it trains by itself: the numbers wanted are those afterwards
    broke = float(found.broke_at[0]) if found is not None else -1.0
    text, whole = "", True
    if choice.chosen(ui, choice.FORMULA) and net is not None and weights is not None:
        text, whole = formula(net, weights, there)
    place = int(choice.chosen(ui, choice.WEIGHT))
    return PlaygroundFrame(
        data=data, there=there, why_not=why, net=net, weights=weights, pictures=pictures,
        truth=shown.truth(replace(data, rows=b""), pictures.n, net_pictures.REACH) if pictures is not None else None,
        step=step, going=going, done=found.done if found is not None else False,
        broke_at=int(found.broke_at[0]) if found is not None else -1,
        curve=found.curve if found is not None else Curve(),
        losses=unknown if itself else _losses(net, weights, there),
        right=unknown if itself else _right(data, net, weights, there, pictures),
        ended_at=float("nan") if itself else broke,
        steps_per_second=found.steps_per_second if found is not None else 0.0,
        chosen=place if net is not None and 0 <= place < net.n_weights else -1,
        turned=turned if moment < 0 else (), turn=turn, pen=int(choice.chosen(ui, choice.PEN)),
        own=data.kind in (OWN_POINTS, OWN_FUNCTION), from_file=note, formula=text, whole_formula=whole,
        questions=questions, following=following, settings=settings, saved=_saved(run, weights),
        recipe=recipe, seed=recipe.seed, attempt=int(choice.chosen(ui, choice.ATTEMPT)),
        typed=(str(choice.chosen(ui, choice.HIDDEN)), str(choice.chosen(ui, choice.RATE))),
        n_drawn=len(data.table) - (known.n if isinstance(known, PointsRead) else 0) if data.rows else 0,
        opened_at=opened.step if (opened := _fitting(run, ui, net)) is not None else -1,
        file_refused=isinstance(known, Refused), idle=told and not can, past=past, moment=moment, trained=trained,
    )  # fmt: skip


def _opened(run: Run, ui: UiState) -> tuple[OpenNet | None, tuple[SetOption, ...], str]:
    """The question about a saved net, the settings that it brings while it is being opened, and why it cannot be."""
    question = choice.open_question(ui)
    found = run.findings.get(question) if question is not None else None
    if isinstance(found, Refused):
        return question, (), found.sentence
    if isinstance(found, NetOpened) and choice.chosen(ui, choice.OPENING) == choice.chosen(ui, choice.START):
        settings = choice.settings_of(found.data, found.architecture, found.recipe)
        return question, (*settings, choice.choose(choice.OPENING, "")), ""
    return question, (), ""


def _chosen(run: Run, ui: UiState) -> tuple[DataSet, Made | None, Architecture | None, Recipe, str]:
    """Data, examples, net and recipe, and what is wrong with them, in a sentence."""
    data, recipe = DataSet(), Recipe()
    there: Made | None = None
    try:
        data = choice.data_of(run, ui)
        there, why = choice.examples(data)
        recipe = choice.recipe_of(ui, data)
        return data, there, choice.architecture_of(ui, data, there), recipe, why
    except InputRefused as error:
        return data, there, None, recipe, str(error)


def _newest(
    run: Run, ui: UiState, data: DataSet, net: Architecture | None, recipe: Recipe
) -> tuple[TrainNet | None, NetTrained | None, str]:
    """What was found last about this net, by which question, and why the last one was refused."""
    attempt, start = int(choice.chosen(ui, choice.ATTEMPT)), str(choice.chosen(ui, choice.START)).strip()
    best: tuple[TrainNet, NetTrained] | None = None
    refused = ""
    for asked, found in run.findings.items():
        if type(asked) is not TrainNet or net is None:
            continue
        if choice.same_net(asked, data, net, recipe, attempt, start):
            if isinstance(found, Refused):
                refused = found.sentence
            elif isinstance(found, NetTrained) and (best is None or asked.turn > best[0].turn):
                best = asked, found
    return (*best, refused) if best is not None else (None, None, refused)


def _first_weights(run: Run, ui: UiState, net: Architecture | None, recipe: Recipe) -> F32 | None:
    """The weights before training: those of a saved net, where one was opened that fits, else the seed's."""
    if net is None:
        return None
    saved = _fitting(run, ui, net)
    return saved.weights if saved is not None else shown.start_weights(net, recipe.seed)


def _fitting(run: Run, ui: UiState, net: Architecture | None) -> NetOpened | None:
    """The saved net that was opened, where it is of the shape chosen."""
    question = choice.open_question(ui)
    found = run.findings.get(question) if question is not None else None
    return found if isinstance(found, NetOpened) and found.architecture == net else None


def _moment(ui: UiState, past: I64) -> int:
    """Which of the moments that were kept is the one chosen; -1: none, the net as it is now."""
    wanted = int(choice.chosen(ui, choice.MOMENT))
    return int(np.abs(past - wanted).argmin()) if wanted >= 0 and len(past) else -1


@by_identity(8)
def _row(past: F32, moment: int) -> F32:
    """The weights at a past moment.  # [n_weights]"""
    return np.asarray(past[moment], np.float32)


@by_identity(2)
def _with(weights: F32, turned: tuple[tuple[int, float], ...]) -> F32:
    """The weights with those that were turned by hand."""
    if not turned:
        return weights
    found = weights.copy()
    for place, value in turned:
        if 0 <= place < len(found):
            found[place] = value
    found.flags.writeable = False
    return found


def _following(
    ui: UiState, data: DataSet, net: Architecture | None, recipe: Recipe, found: NetTrained | None, turn: int,
    turned: tuple[tuple[int, float], ...],
) -> TrainNet | None:  # fmt: skip
    """The question that goes on, with the recipe as it is chosen now; None where a net broke, or no step is left."""
    last = int(choice.chosen(ui, choice.LAST))
    if found is not None and found.done and found.step >= last:  # points or weights may have changed since
        last = choice.later(found.step)
    if net is None or (found is not None and (found.step >= last or found.broke_at.max() >= 0)):
        return None
    return TrainNet(
        data, net, recipe, attempt=int(choice.chosen(ui, choice.ATTEMPT)), turn=turn + 1,
        last=last, start=str(choice.chosen(ui, choice.START)).strip(),
        state=found.state if found is not None else b"", turned=turned,
    )  # fmt: skip


def _has_changed(asked: TrainNet, following: TrainNet) -> bool:
    """Whether the data or the recipe were changed while it trains."""
    return (asked.recipe, asked.data, asked.last) != (following.recipe, following.data, following.last)


def _losses(net: Architecture | None, weights: F32 | None, there: Made | None) -> tuple[float, float]:
    """The losses with these weights, trained on and held out."""
    if net is None or weights is None or there is None:
        return float("nan"), float("nan")
    parts = there.train, there.held_out
    found = [_loss(net, weights, part.inputs, part.targets, there.loss) for part in parts]
    return found[0], found[1]


@by_identity(4)
def _loss(net: Architecture, weights: F32, inputs: F32, targets: I64 | F32, loss: str) -> float:
    if not len(inputs):
        return float("nan")
    return float(loss_of(forward(net, weights, inputs)[-1], Examples(inputs, targets), loss))


def _right(
    data: DataSet, net: Architecture | None, weights: F32 | None, there: Made | None,
    pictures: net_pictures.Pictures | None,
) -> tuple[float, float]:  # fmt: skip
    """The shares that are right: of the plane, and of the held-out examples."""
    if net is None or weights is None or there is None or pictures is None or there.is_function:
        return float("nan"), float("nan")
    held = there.held_out if len(there.held_out) else there.train
    return shown.right_share(data, there, pictures), shown.share_of(net, weights, held.inputs, held.targets)


def _saved(run: Run, weights: F32 | None) -> str:
    """What is said of the net as it is now having been saved, or why it was not."""
    for asked, found in run.findings.items():
        if weights is not None and isinstance(asked, SaveNet) and asked.weights == weights.tobytes():
            if isinstance(found, Refused):
                return found.sentence
            if isinstance(found, NetSaved):
                return say("This net is saved in {path}.", path=in_short(found.path))
    return ""

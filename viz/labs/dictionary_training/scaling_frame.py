"""What the view of scaling laws shows: the dictionaries of a sweep as far as they are trained, and the law of them.

All but widths and k is as chosen in the view of the training: where it reads, the text, rate, batch and seed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.dictionaries.records import Recipe
from engine.errors import InputRefused, shown
from engine.labs.dictionary_training.records import MOST_STEPS, WIDEST, AskCost, Cost, Sweep, SweepDictionaries
from engine.questions import Question, Refused
from engine.run import Run
from engine.sentences import say
from viz.intents import SetOption
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.dictionary_training import options as choice
from viz.ui_state import Option, UiState

OWNER = "dictionary_scaling"
MOST = 12  # widths, or k

WIDTHS = Option(
    "widths", QT_TRANSLATE_NOOP("DictionaryScalingView", "Widths"), "text", "256, 512, 1024, 2048", in_bar=False,
    tip=QT_TRANSLATE_NOOP("DictionaryScalingView", "Features of each dictionary, such as 256, 512, 1024, 2048."),
)  # fmt: skip
KS = Option(
    "ks", QT_TRANSLATE_NOOP("DictionaryScalingView", "k"), "text", "8, 16, 32, 64", in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "DictionaryScalingView", "How many features may be active, such as 8, 16, 32: every width is trained with each."
    ),
)  # fmt: skip
STEPS = Option(
    "steps", QT_TRANSLATE_NOOP("DictionaryScalingView", "Steps"), "integer", 200, low=1, high=MOST_STEPS, step=50,
    tip=QT_TRANSLATE_NOOP("DictionaryScalingView", "How many steps each dictionary is trained."),
)  # fmt: skip
ATTEMPT = Option(
    "attempt", QT_TRANSLATE_NOOP("DictionaryScalingView", "Attempt"), "integer", 0, low=0, high=10**9, in_bar=False,
    tip=QT_TRANSLATE_NOOP("DictionaryScalingView", "Each rewind begins another one, with the same initial weights."),
)  # fmt: skip
OPTIONS = (WIDTHS, KS, STEPS, ATTEMPT)


@dataclass(frozen=True)
class ScalingFrame:
    """One moment of a sweep."""

    recipe: Recipe | None  # of which width and k stand back; None: what is typed makes no sweep
    widths: tuple[int, ...]
    ks: tuple[int, ...]
    why_not: str
    going: bool
    sweep: Sweep | None
    following: SweepDictionaries | None
    cost: Cost | None  # of the widest dictionary with the largest k
    questions: tuple[Question, ...]
    attempt: int
    typed: tuple[str, str]

    @property
    def seconds(self) -> float:
        """About how long all of it takes: reading once, and training and measuring by the number of features."""
        if self.cost is None:
            return float("nan")
        times = len(self.ks) * sum(self.widths) / max(self.widths)
        return self.cost.seconds_reading + times * (self.cost.seconds_training + self.cost.seconds_measuring)

    @property
    def n_done(self) -> int:
        """Dictionaries whose training has ended."""
        if self.sweep is None:
            return 0
        return sum(point.step >= self.sweep.recipe.steps for point in self.sweep.points)

    @property
    def progress(self) -> float:
        """Share of the reading before the first step, then of all steps."""
        if self.sweep is None:
            return 0.0
        made = sum(point.step for point in self.sweep.points)
        if not made:
            return min(self.sweep.text.read / max(self.sweep.text.tokens, 1), 1.0)
        return min(made / max(self.sweep.recipe.steps * len(self.sweep.points), 1), 1.0)

    @property
    def has_charts(self) -> bool:
        """Whether anything was measured."""
        return self.sweep is not None and any(len(point.mse) for point in self.sweep.points)


def numbers_of(text: str, most: int) -> tuple[int, ...]:
    """Whole numbers that are typed, each once, rising. Raises InputRefused."""
    parts = text.replace(",", " ").replace(";", " ").split()
    if not parts or not all(part.isdecimal() and len(part) < 8 for part in parts):
        raise InputRefused(
            say("Whole numbers such as 256, 512 are needed, but {text} was met.", text=shown(text, 40) or "—")
        )
    found = tuple(sorted(set(map(int, parts))))
    if len(found) > MOST or not 1 <= found[0] <= found[-1] <= most:
        raise InputRefused(
            say("Up to {n} numbers from 1 to {most:,} can be taken, but {text} was met.", n=MOST, most=most,
                text=shown(text, 40))
        )  # fmt: skip
    return found


def _chosen(run: Run, ui: UiState) -> tuple[Recipe, tuple[int, ...], tuple[int, ...]]:
    """The recipe, the widths and the numbers of active features. Raises InputRefused."""
    widths = numbers_of(str(ui.option(OWNER, WIDTHS)), WIDEST)
    ks = numbers_of(str(ui.option(OWNER, KS)), WIDEST)
    if ks[-1] > widths[0]:
        raise InputRefused(
            say("Of {width:,} features no {k:,} can be active at once. Choose a smaller k, or more features.",
                width=widths[0], k=ks[-1])
        )  # fmt: skip
    base = choice.recipe_of(run, ui.with_option(choice.OWNER, choice.K.name, 1))
    return replace(base, activation="topk", width=widths[-1], k=ks[-1], steps=int(ui.option(OWNER, STEPS))), widths, ks


def scaling_frame(run: Run, ui: UiState) -> ScalingFrame:
    """Of the sweep that is chosen, as far as the engine has told."""
    recipe: Recipe | None = None
    widths: tuple[int, ...] = ()
    ks: tuple[int, ...] = ()
    why = ""
    try:
        recipe, widths, ks = _chosen(run, ui)
    except InputRefused as error:
        why = str(error)
    attempt, going = int(ui.option(OWNER, ATTEMPT)), SweepDictionaries.__name__ in ui.going
    first = SweepDictionaries(recipe, widths, ks, attempt=attempt) if recipe is not None else None
    sweep, refused = _newest(run, first)
    asks = AskCost(recipe) if recipe is not None and sweep is None and not going and run.info is not None else None
    cost = run.findings.get(asks) if asks is not None else None
    if isinstance(cost, Refused):
        refused = refused or cost.sentence
    return ScalingFrame(
        recipe=recipe, widths=widths, ks=ks, why_not=why or ("" if going else refused), going=going, sweep=sweep,
        following=sweep.then if sweep is not None else first, cost=cost if isinstance(cost, Cost) else None,
        questions=(asks,) if asks is not None and cost is None else (), attempt=attempt,
        typed=(str(ui.option(OWNER, WIDTHS)), str(ui.option(OWNER, KS))),
    )  # fmt: skip


def _newest(run: Run, first: SweepDictionaries | None) -> tuple[Sweep | None, str]:
    """What was found last of this sweep, and why what was asked after it was refused."""
    best: tuple[int, Sweep] | None = None
    refused: tuple[int, str] = (-1, "")
    for asked, found in run.findings.items():
        if not isinstance(asked, SweepDictionaries) or first is None:
            continue
        if replace(asked, turn=0, fresh=False, seconds=first.seconds) != first:
            continue
        if isinstance(found, Refused):
            refused = max(refused, (asked.turn, found.sentence))
        elif isinstance(found, Sweep) and (best is None or asked.turn > best[0]):
            best = asked.turn, found
    if best is None:
        return None, refused[1]
    return best[1], refused[1] if refused[0] > best[0] else ""


def choose(option: Option, value: object) -> SetOption:
    """The intent that changes one of the options."""
    return SetOption(OWNER, option.name, value)

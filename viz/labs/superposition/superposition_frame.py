"""What the view of the toy model shows: one moment of a training, a phase diagram, or a sweep over densities."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from engine.labs.superposition.records import (
    DENSITIES,
    PHASE_DENSITIES,
    AtDensity,
    PhaseColumn,
    PhaseFound,
    SweepDensity,
    ToyRecipe,
    ToyTrained,
    TrainToy,
)
from engine.questions import Question, Refused
from engine.run import Run
from viz.lab import QT_TRANSLATE_NOOP
from viz.ui_state import Option, UiState

F64 = npt.NDArray[np.float64]
OWNER = "superposition"
LITTLE = 1.2  # times the work of the first example: as much may be done unasked
PAGES = ("training", "densities", "phases")
TRAINING, OVER_DENSITY, PHASES = PAGES
PAGE_WORDS = (
    QT_TRANSLATE_NOOP("SuperpositionView", "training"),
    QT_TRANSLATE_NOOP("SuperpositionView", "over densities"),
    QT_TRANSLATE_NOOP("SuperpositionView", "phase diagram"),
)

PAGE = Option(
    "show", QT_TRANSLATE_NOOP("SuperpositionView", "Show"), "choice", TRAINING, choices=PAGES, shown=PAGE_WORDS,
    tip=QT_TRANSLATE_NOOP(
        "SuperpositionView",
        "One training as it moves, the outcome at every density, or the phase diagram of two features in one "
        "dimension.",
    ),
)  # fmt: skip
FEATURES = Option(
    "features", QT_TRANSLATE_NOOP("SuperpositionView", "Features"), "integer", 5, low=2, high=100,
    tip=QT_TRANSLATE_NOOP("SuperpositionView", "How many features the model has to represent."),
)  # fmt: skip
DIMENSIONS = Option(
    "dimensions", QT_TRANSLATE_NOOP("SuperpositionView", "Dimensions"), "integer", 2, low=1, high=50,
    tip=QT_TRANSLATE_NOOP(
        "SuperpositionView", "How many dimensions it has for them. Up to three, the features are drawn as arrows."
    ),
)  # fmt: skip
DENSITY = Option(
    "density", QT_TRANSLATE_NOOP("SuperpositionView", "Density"), "number", 0.1, low=0.001, high=1.0, step=0.05,
    tip=QT_TRANSLATE_NOOP(
        "SuperpositionView", "The probability that a feature is not 0 in an example; sparsity is what is missing to 1."
    ),
)  # fmt: skip
DECAY = Option(
    "decay", QT_TRANSLATE_NOOP("SuperpositionView", "Importance factor"), "number", 0.9, low=0.01, high=1.0, step=0.05,
    tip=QT_TRANSLATE_NOOP(
        "SuperpositionView", "How much less each feature counts than the one before it; at 1 all count alike."
    ),
)  # fmt: skip
STARTS = Option(
    "starts", QT_TRANSLATE_NOOP("SuperpositionView", "Starts"), "integer", 8, low=1, high=32,
    tip=QT_TRANSLATE_NOOP(
        "SuperpositionView", "From how many random weights the training begins, on the same examples."
    ),
)  # fmt: skip
SEED = Option(
    "seed", QT_TRANSLATE_NOOP("SuperpositionView", "Seed"), "integer", 0, low=0, high=9999,
    tip=QT_TRANSLATE_NOOP("SuperpositionView", "Of the initial weights and of the examples."),
)  # fmt: skip
STEPS = Option(
    "steps", QT_TRANSLATE_NOOP("SuperpositionView", "Steps"), "integer", 1600, low=1, high=100_000, step=400,
    in_bar=False, tip=QT_TRANSLATE_NOOP("SuperpositionView", "Steps of the training."),
)  # fmt: skip
RATE = Option(
    "rate", QT_TRANSLATE_NOOP("SuperpositionView", "Learning rate"), "number", 0.01, low=0.0001, high=1e12, step=0.005,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("SuperpositionView", "The learning rate at the start; it falls to 0 along a cosine."),
)  # fmt: skip
BATCH = Option(
    "batch", QT_TRANSLATE_NOOP("SuperpositionView", "Batch"), "integer", 512, low=1, high=8192, step=128, in_bar=False,
    tip=QT_TRANSLATE_NOOP("SuperpositionView", "Examples in a step."),
)  # fmt: skip
CHOSEN = Option(
    "start", QT_TRANSLATE_NOOP("SuperpositionView", "Start shown"), "integer", 0, low=0, high=33, in_bar=False,
    least=QT_TRANSLATE_NOOP("SuperpositionView", "best"),
    tip=QT_TRANSLATE_NOOP(
        "SuperpositionView",
        "Which start is drawn, 0 is the best; after the last comes the control without ReLU. "
        "A click on its row chooses it too.",
    ),
)  # fmt: skip
MOMENT = Option(
    "moment", QT_TRANSLATE_NOOP("SuperpositionView", "Moment"), "integer", -1, low=-1, high=1000, in_bar=False,
    least=QT_TRANSLATE_NOOP("SuperpositionView", "newest"),
    tip=QT_TRANSLATE_NOOP("SuperpositionView", "The moment of the training that is shown; -1 is the newest."),
)  # fmt: skip
AZIMUTH = Option(
    "azimuth", QT_TRANSLATE_NOOP("SuperpositionView", "Rotation"), "integer", -24, low=-180, high=180, step=5,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("SuperpositionView", "Of three dimensions, in degrees. Drag the arrows to turn."),
)  # fmt: skip
ELEVATION = Option(
    "elevation", QT_TRANSLATE_NOOP("SuperpositionView", "Elevation"), "integer", 16, low=-89, high=89, step=5,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("SuperpositionView", "From how far above three dimensions are seen, in degrees."),
)  # fmt: skip
OPTIONS = (
    PAGE, FEATURES, DIMENSIONS, DENSITY, DECAY, STARTS, SEED, STEPS, RATE, BATCH, CHOSEN, MOMENT, AZIMUTH, ELEVATION,
)  # fmt: skip


@dataclass(frozen=True)
class Facts:
    """What the picture comes to, at the moment and for the start that are shown."""

    kept: int  # features that it represents
    mean_share: float  # mean D of those; NaN of none
    start_loss: float
    agree: int  # starts whose arrangement is that of the best one
    control_kept: int
    control_loss: float
    least_linear: float  # the least loss of any model without ReLU


def facts_of(now: ToyTrained, chosen: int, best: int) -> Facts:
    """Of one start, and of the control."""
    found = now.arrangements[chosen]
    shares = [float(now.shares[chosen, at]) for group in found.groups for at in group.features]
    same = sum(it.kinds == now.arrangements[best].kinds for it in now.arrangements[:-1])
    return Facts(
        found.kept, float(np.mean(shares)) if shares else float("nan"), float(now.losses[chosen]), same,
        now.arrangements[-1].kept, float(now.losses[-1]), now.least_linear,
    )  # fmt: skip


@dataclass(frozen=True)
class SuperpositionFrame:
    """Of each page what is known of it; `following` is what its button asks."""

    page: str
    recipe: ToyRecipe
    going: bool
    why_not: str
    questions: tuple[Question, ...]  # asked unbidden: the untrained models, and all of a training of about a second
    following: Question | None  # None: there is nothing left to compute
    told: tuple[ToyTrained, ...] = ()
    moment: int = 0  # of `told`
    chosen: int = 0  # of the starts; the control is the last
    azimuth: float = 0.0  # degrees
    elevation: float = 0.0
    facts: Facts | None = None  # None while a training goes on unbidden: it is no outcome yet
    densities: tuple[AtDensity, ...] = ()
    phases: tuple[PhaseFound, ...] = ()

    @property
    def now(self) -> ToyTrained | None:
        """The moment shown."""
        return self.told[self.moment] if self.told else None

    @property
    def best(self) -> int:
        """The start with the lowest loss at the newest moment, so that going along the moments follows one start."""
        return self.told[-1].best if self.told else 0

    @property
    def parts(self) -> tuple[int, int]:
        """How much of the page is there, and how much there will be."""
        if self.page == OVER_DENSITY:
            return len(self.densities), len(DENSITIES)
        return len(self.phases), len(PHASE_DENSITIES)


def recipe_of(ui: UiState) -> ToyRecipe:
    """The recipe that the options ask for."""

    def value(option: Option) -> float:
        return float(str(ui.options.get(OWNER, {}).get(option.name, option.default)))

    return ToyRecipe(
        int(value(FEATURES)), int(value(DIMENSIONS)), value(DENSITY), value(DECAY), int(value(STARTS)),
        int(value(STEPS)), value(RATE), int(value(BATCH)), int(value(SEED)),
    )  # fmt: skip


def superposition_frame(run: Run, ui: UiState) -> SuperpositionFrame:
    """Of the page that is chosen."""
    mine = ui.options.get(OWNER, {})
    page = str(mine.get(PAGE.name, PAGE.default))
    recipe = recipe_of(ui)
    if page == OVER_DENSITY:
        return _over_density(run, ui, recipe)
    if page == PHASES:
        return _phase_diagram(run, ui, recipe)
    return _training(run, ui, recipe)


def _training(run: Run, ui: UiState, recipe: ToyRecipe) -> SuperpositionFrame:
    mine = ui.options.get(OWNER, {})
    asked = [(it, found) for it, found in run.findings.items() if isinstance(it, TrainToy) and it.recipe == recipe]
    told = tuple(
        found for _, found in sorted(asked, key=lambda row: row[0].moment) if isinstance(found, ToyTrained)
    )  # fmt: skip
    refused = [found.sentence for _, found in asked if isinstance(found, Refused)]
    going = TrainToy.__name__ in ui.going
    following: Question | None = told[-1].then if told else TrainToy(recipe)
    unbidden = not refused and not going and (not told or work(recipe) <= LITTLE * work(ToyRecipe()))
    asked_now = (following,) if unbidden and following is not None else ()
    moment = int(str(mine.get(MOMENT.name, MOMENT.default)))
    moment = len(told) - 1 if moment < 0 else min(moment, max(len(told) - 1, 0))
    chosen = min(int(str(mine.get(CHOSEN.name, CHOSEN.default))), recipe.starts + 1)
    best = told[-1].best if told else 0
    shown = chosen - 1 if chosen else best
    return SuperpositionFrame(
        TRAINING, recipe, going, refused[-1] if refused and not going else "",
        asked_now, following, told, moment,
        shown,
        float(str(mine.get(AZIMUTH.name, AZIMUTH.default))), float(str(mine.get(ELEVATION.name, ELEVATION.default))),
        facts_of(told[moment], shown, best) if told and not asked_now else None,
    )  # fmt: skip


def work(recipe: ToyRecipe) -> int:
    """What a training takes, up to a factor."""
    return recipe.features * recipe.batch * (recipe.starts + 1) * recipe.steps


def _over_density(run: Run, ui: UiState, recipe: ToyRecipe) -> SuperpositionFrame:
    recipe = replace(recipe, density=1.0)
    asked = [SweepDensity(recipe, index) for index in range(len(DENSITIES))]
    found = tuple(it for it in map(run.findings.get, asked) if isinstance(it, AtDensity))
    going, why = SweepDensity.__name__ in ui.going, _refused(run, asked)
    diverged = any(it.diverged for it in found)
    return SuperpositionFrame(
        OVER_DENSITY, recipe, going, "" if going else why, (), None if diverged else _missing(run, asked),
        densities=found,
    )  # fmt: skip


def _phase_diagram(run: Run, ui: UiState, recipe: ToyRecipe) -> SuperpositionFrame:
    asked = [PhaseColumn(index, seed=recipe.seed) for index in range(len(PHASE_DENSITIES))]
    found = tuple(it for it in map(run.findings.get, asked) if isinstance(it, PhaseFound))
    going, why = PhaseColumn.__name__ in ui.going, _refused(run, asked)
    return SuperpositionFrame(
        PHASES, recipe, going, "" if going else why, (), _missing(run, asked), phases=found,
    )  # fmt: skip


def _missing(run: Run, asked: list[SweepDensity] | list[PhaseColumn]) -> Question | None:
    """The first that has no finding yet."""
    return next((it for it in asked if isinstance(run.findings.get(it), Refused | None)), None)


def _refused(run: Run, asked: list[SweepDensity] | list[PhaseColumn]) -> str:
    found = [run.findings.get(it) for it in asked]
    return next((it.sentence for it in found if isinstance(it, Refused)), "")


def seen(directions: F64, azimuth: float, elevation: float) -> tuple[F64, F64]:
    """Directions [n, 3] in orthographic projection: places [n, 2], and how near each is [n]."""
    a, e = np.radians(azimuth), np.radians(elevation)
    right = np.array([np.cos(a), 0.0, -np.sin(a)])
    up = np.array([-np.sin(a) * np.sin(e), np.cos(e), -np.cos(a) * np.sin(e)])
    towards = np.array([np.sin(a) * np.cos(e), np.sin(e), np.cos(a) * np.cos(e)])
    return np.stack([directions @ right, directions @ up], axis=1), np.asarray(directions @ towards)


def borders(densities: F64) -> tuple[F64, F64]:
    """Relative importance of the second feature below which the formula has the first alone, and above which the second
    alone; NaN where no pair is best.  # each [n]

    A pair costs (1 + r) p^2 / 6, the first alone r v, the second alone v, with v = p / 3 - p^2 / 4.
    """
    alone, pair = densities / 3 - densities**2 / 4, densities**2 / 6
    with np.errstate(divide="ignore", invalid="ignore"):
        low, high = pair / (alone - pair), alone / pair - 1
    there = (alone > pair) & (low < high)
    return np.where(there, low, np.nan), np.where(there, high, np.nan)

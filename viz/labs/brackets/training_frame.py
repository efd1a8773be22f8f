"""What the training view shows: a training of one's own as far as it has come, else the shipped net's checkpoints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from engine.labs.brackets.questions import (
    AskNetCard,
    BracketAttention,
    DepthCloud,
    MeasureNet,
    TrainSlice,
)
from engine.labs.brackets.records import (
    AttentionMaps,
    Cloud,
    NetCard,
    Quality,
    Trained,
)
from engine.questions import Finding, Question, Refused
from engine.run import Run
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.brackets.chosen_net import MAIN
from viz.ui_state import Option, UiState

F64 = npt.NDArray[np.float64]
OWNER = "brackets_training"
WATCH = "(" * 10 + ")" * 10  # the string whose attention is shown
KINDS = (QT_TRANSLATE_NOOP("BracketsTrainingView", "( )"), QT_TRANSLATE_NOOP("BracketsTrainingView", "( ) and [ ]"))

LAYERS = Option(
    "layers",
    QT_TRANSLATE_NOOP("BracketsTrainingView", "Layers"),
    "integer",
    2,
    low=1,
    high=4,
    tip=QT_TRANSLATE_NOOP("BracketsTrainingView", "Number of layers of the model that is trained."),
)
KIND = Option(
    "kinds",
    QT_TRANSLATE_NOOP("BracketsTrainingView", "Language"),
    "choice",
    KINDS[0],
    choices=KINDS,
    tip=QT_TRANSLATE_NOOP("BracketsTrainingView", "One kind of bracket, or two."),
)
PAIRS = Option(
    "pairs",
    QT_TRANSLATE_NOOP("BracketsTrainingView", "Pairs"),
    "integer",
    20,
    low=2,
    high=60,
    tip=QT_TRANSLATE_NOOP("BracketsTrainingView", "Pairs of brackets in the longest training string."),
)
EXAMPLES = Option(
    "examples",
    QT_TRANSLATE_NOOP("BracketsTrainingView", "Examples"),
    "integer",
    480_000,
    low=6_400,
    high=10_000_000,
    step=64_000,
    tip=QT_TRANSLATE_NOOP(
        "BracketsTrainingView",
        "Number of training strings; the learning rate falls towards the end.",
    ),
)
RATE = Option(
    "rate",
    QT_TRANSLATE_NOOP("BracketsTrainingView", "Learning rate"),
    "number",
    0.0015,
    low=0.0001,
    high=0.01,
    step=0.0005,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("BracketsTrainingView", "The highest learning rate of the training."),
)
SEED = Option(
    "seed",
    QT_TRANSLATE_NOOP("BracketsTrainingView", "Seed"),
    "integer",
    0,
    low=0,
    high=9999,
    tip=QT_TRANSLATE_NOOP("BracketsTrainingView", "Seed of the initial weights and of the strings."),
)
DEVICE = Option(
    "device",
    QT_TRANSLATE_NOOP("BracketsTrainingView", "Device"),
    "choice",
    "auto",
    choices=(
        QT_TRANSLATE_NOOP("BracketsTrainingView", "auto"),
        QT_TRANSLATE_NOOP("BracketsTrainingView", "cpu"),
        QT_TRANSLATE_NOOP("BracketsTrainingView", "cuda"),
        QT_TRANSLATE_NOOP("BracketsTrainingView", "mps"),
    ),
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("BracketsTrainingView", "The device used for training."),
)
MOMENT = Option(
    "moment",
    QT_TRANSLATE_NOOP("BracketsTrainingView", "Checkpoint"),
    "integer",
    -1,
    low=-1,
    high=100_000,
    least=QT_TRANSLATE_NOOP("BracketsTrainingView", "newest"),
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("BracketsTrainingView", "-1 is the newest."),
)
OPTIONS = (LAYERS, KIND, PAIRS, EXAMPLES, SEED, RATE, DEVICE, MOMENT)


@dataclass(frozen=True)
class TrainingFrame:
    """One moment of a training. `losses` [n, 2] are (examples, nats) of single steps."""

    mine: bool  # a training of one's own, not the shipped net's checkpoints
    going: bool
    done: bool
    next_slice: TrainSlice  # what goes on with it
    questions: tuple[Question, ...]
    why_not: str
    moment: int  # looked at, from 0
    moments: int
    examples: float
    examples_planned: float
    per_second: float
    seconds_left: float
    legal_mass: float
    accuracy: float
    best_mass: float
    trained_length: int
    losses: F64
    curve: Mapping[str, F64] = field(default_factory=dict)
    quality: Quality | None = None
    cloud: Cloud | None = None
    attention: AttentionMaps | None = None

    @property
    def span(self) -> float:
        """Examples along the charts: those there are, with some room for what comes."""
        known = [float(xs[-1]) for xs in (self.losses[:, 0], self.curve.get("examples", np.empty(0))) if len(xs)]
        return min(max(*known, self.examples, 1.0) * (1.2 if self.mine else 1.0), max(self.examples_planned, 1.0))


def recipe_of(ui: UiState, turn: int = 0) -> TrainSlice:
    """The slice that the options ask for; its name says the recipe, so that the same one goes on where it was."""

    def value(option: Option) -> object:
        return ui.options.get(OWNER, {}).get(option.name, option.default)

    layers, pairs = int(str(value(LAYERS))), int(str(value(PAIRS)))
    examples, seed = int(str(value(EXAMPLES))), int(str(value(SEED)))
    rate, kinds = float(str(value(RATE))), 1 + KINDS.index(str(value(KIND)))
    name = f"{layers}block-{kinds}kind-{pairs}pairs-{examples}-seed{seed}"
    if rate != RATE.default:
        name += f"-rate{round(rate * 1e5)}e-5"
    return TrainSlice(
        name, turn, layers=layers, kinds=kinds, max_pairs=pairs, examples=examples, learning_rate=rate, seed=seed,
        device=str(value(DEVICE)),
    )  # fmt: skip


def training_frame(run: Run, ui: UiState) -> TrainingFrame:
    """Of one's own training where the engine has told of it, else of the stored checkpoints."""
    first = recipe_of(ui)
    asked = [(it, found) for it, found in run.findings.items() if isinstance(it, TrainSlice) and it.name == first.name]
    told = sorted(((it.turn, found) for it, found in asked if isinstance(found, Trained)), key=lambda row: row[0])
    refused = [found.sentence for it, found in asked if isinstance(found, Refused)]
    going = TrainSlice.__name__ in ui.going
    turn = max((it.turn for it, _ in asked), default=-1) + 1
    following = recipe_of(ui, turn)
    why = refused[-1] if refused and not going else ""
    moment = int(ui.options.get(OWNER, {}).get(MOMENT.name, MOMENT.default))
    if told:
        return _own([found for _, found in told], moment, following, going, why)
    return _stored(run, moment, following, going, why)


def _own(told: list[Trained], moment: int, following: TrainSlice, going: bool, why: str) -> TrainingFrame:
    moment = len(told) - 1 if moment < 0 else min(moment, len(told) - 1)
    here, last = told[moment], told[-1]
    steps = [found.losses for found in told if found.losses is not None and len(found.losses)]
    return TrainingFrame(
        mine=True, going=going, done=last.done, next_slice=following, questions=(), why_not=why, moment=moment,
        moments=len(told), examples=float(here.examples), examples_planned=_planned(last),
        per_second=last.examples_per_second, seconds_left=last.seconds_left,
        legal_mass=here.quality.legal_mass if here.quality else float("nan"),
        accuracy=here.quality.accuracy if here.quality else float("nan"), best_mass=last.best_mass,
        trained_length=here.trained_length, losses=np.concatenate(steps) if steps else np.empty((0, 2)),
        curve=last.curve, quality=here.quality, cloud=here.cloud, attention=here.attention,
    )  # fmt: skip


def _planned(last: Trained) -> float:
    return float(last.examples / last.step * last.steps) if last.step else float(last.steps)


def _stored(run: Run, moment: int, following: TrainSlice, going: bool, why: str) -> TrainingFrame:
    card = run.findings.get(AskNetCard(MAIN))
    questions: list[Question] = [] if card is not None else [AskNetCard(MAIN)]
    along = card.checkpoints if isinstance(card, NetCard) else ()
    moment = len(along) - 1 if moment < 0 else min(moment, len(along) - 1)
    wanted: list[Question] = []
    if moment >= 0:
        net = f"{MAIN}@{moment}"
        wanted = [DepthCloud(net, strings=30), BracketAttention(WATCH, net), MeasureNet(net)]
    found: list[Finding | None] = [run.findings.get(question) for question in wanted]
    questions += [question for question, it in zip(wanted, found, strict=True) if it is None]
    if not going:
        why = why or next((it.sentence for it in (card, *found) if isinstance(it, Refused)), "")
    cloud, attention, quality = found or (None, None, None)
    measured = quality if isinstance(quality, Quality) else None
    recipe = dict(card.recipe) if isinstance(card, NetCard) else {}
    examples = float(along[moment][0]) if moment >= 0 else 0.0
    return TrainingFrame(
        mine=False, going=going, done=False, next_slice=following, questions=tuple(questions), why_not=why,
        moment=moment, moments=len(along), examples=examples, examples_planned=float(recipe.get("examples", 1)),
        per_second=0.0, seconds_left=0.0, legal_mass=along[moment][1] if moment >= 0 else float("nan"),
        accuracy=measured.accuracy if measured else float("nan"),
        best_mass=max((mass for _, mass in along), default=float("nan")),
        trained_length=2 * int(recipe.get("max_pairs", 0)), losses=np.empty((0, 2)),
        curve=card.curve if isinstance(card, NetCard) else {}, quality=measured,
        cloud=cloud if isinstance(cloud, Cloud) else None,
        attention=attention if isinstance(attention, AttentionMaps) else None,
    )  # fmt: skip

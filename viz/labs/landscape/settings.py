"""The options of the loss landscape, and the question that they ask."""

from __future__ import annotations

from typing import Final

from engine.errors import InputRefused
from engine.labs.landscape.records import DATA, MOST_STARTS, MOST_STEPS, AskLandscape, Setup
from engine.nets.records import ACTIVATIONS, OPTIMIZERS
from engine.sentences import say
from viz.lab import QT_TRANSLATE_NOOP
from viz.ui_state import Option, UiState

OWNER: Final = "landscape"
KINDS: Final = ("weights", "minima")

TARGET = Option(
    "data",
    QT_TRANSLATE_NOOP("LandscapeView", "Learns"),
    "choice",
    Setup().data,  # of which some descents end in a local minimum
    choices=DATA,
    shown=(
        QT_TRANSLATE_NOOP("LandscapeView", "a step"),
        QT_TRANSLATE_NOOP("LandscapeView", "a wave"),
        QT_TRANSLATE_NOOP("LandscapeView", "XOR"),
        QT_TRANSLATE_NOOP("LandscapeView", "circles"),
        QT_TRANSLATE_NOOP("LandscapeView", "spirals"),
    ),
    tip=QT_TRANSLATE_NOOP(
        "LandscapeView", "What the model learns: a function of x by squared error, or points of two classes."
    ),
)
PLANE = Option(
    "plane",
    QT_TRANSLATE_NOOP("LandscapeView", "Plane"),
    "choice",
    KINDS[0],
    choices=KINDS,
    shown=(
        QT_TRANSLATE_NOOP("LandscapeView", "two weights"),
        QT_TRANSLATE_NOOP("LandscapeView", "through three minima"),
    ),
    tip=QT_TRANSLATE_NOOP(
        "LandscapeView",
        "Two weights: all others stay, and only these two descend. Through three minima: the plane through the ends of "
        "three trainings of all weights.",
    ),
)
ONE = Option(
    "one",
    QT_TRANSLATE_NOOP("LandscapeView", "First weight"),
    "integer",
    0,
    low=0,
    high=399,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "LandscapeView", "Number of the weight to the right, counted from 0; or click it in the picture of the net."
    ),
)
OTHER = Option(
    "other",
    QT_TRANSLATE_NOOP("LandscapeView", "Second weight"),
    "integer",
    1,
    low=0,
    high=399,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "LandscapeView", "Number of the weight upwards, counted from 0; or click it in the picture of the net."
    ),
)
THROUGH = Option(
    "through",
    QT_TRANSLATE_NOOP("LandscapeView", "Through the ends of"),
    "text",
    "0, 1, 2",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "LandscapeView", "With “through three minima”: the numbers of three starts, such as 0, 1, 2."
    ),
)
SEED = Option(
    "seed",
    QT_TRANSLATE_NOOP("LandscapeView", "Seed"),
    "integer",
    0,
    low=0,
    high=9999,
    tip=QT_TRANSLATE_NOOP("LandscapeView", "Seed of the first start; the others have the next ones."),
)
RATE = Option(
    "rate",
    QT_TRANSLATE_NOOP("LandscapeView", "Learning rate"),
    "number",
    0.05,
    low=0.00001,
    high=1e12,
    step=0.01,
    tip=QT_TRANSLATE_NOOP("LandscapeView", "How far a step goes."),
)
HIDDEN = Option(
    "hidden",
    QT_TRANSLATE_NOOP("LandscapeView", "Hidden layers"),
    "text",
    "3",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("LandscapeView", "Neurons of each hidden layer, such as 3 or 4, 4."),
)
ACTIVATION = Option(
    "activation",
    QT_TRANSLATE_NOOP("LandscapeView", "Activation"),
    "choice",
    ACTIVATIONS[0],
    choices=ACTIVATIONS,
    shown=(
        QT_TRANSLATE_NOOP("LandscapeView", "tanh"),
        QT_TRANSLATE_NOOP("LandscapeView", "ReLU"),
        QT_TRANSLATE_NOOP("LandscapeView", "sigmoid"),
        QT_TRANSLATE_NOOP("LandscapeView", "linear"),
    ),
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("LandscapeView", "The activation function of the hidden layers."),
)
OPTIMIZER = Option(
    "optimizer",
    QT_TRANSLATE_NOOP("LandscapeView", "Optimizer"),
    "choice",
    OPTIMIZERS[2],
    choices=OPTIMIZERS,
    shown=(
        QT_TRANSLATE_NOOP("LandscapeView", "gradient descent"),
        QT_TRANSLATE_NOOP("LandscapeView", "with momentum"),
        QT_TRANSLATE_NOOP("LandscapeView", "Adam"),
    ),
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("LandscapeView", "How a step follows from the gradient."),
)
STEPS = Option(
    "steps",
    QT_TRANSLATE_NOOP("LandscapeView", "Steps"),
    "integer",
    400,
    low=1,
    high=MOST_STEPS,
    step=100,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("LandscapeView", "Steps of every descent."),
)
STARTS = Option(
    "starts",
    QT_TRANSLATE_NOOP("LandscapeView", "Starts"),
    "integer",
    8,
    low=1,
    high=MOST_STARTS,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("LandscapeView", "How many descents begin at other places."),
)
REACH = Option(
    "reach",
    QT_TRANSLATE_NOOP("LandscapeView", "Reach"),
    "number",
    6.0,
    low=0.1,
    high=1000.0,
    step=1.0,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("LandscapeView", "How far the plane of two weights reaches to each side."),
)
MOMENT = Option(
    "moment",
    QT_TRANSLATE_NOOP("LandscapeView", "Moment"),
    "integer",
    -1,
    low=-1,
    high=200,
    least=QT_TRANSLATE_NOOP("LandscapeView", "the end"),
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("LandscapeView", "Moment of the descents that is shown; -1 is the end."),
)
OPTIONS = (TARGET, PLANE, ONE, OTHER, THROUGH, SEED, RATE, HIDDEN, ACTIVATION, OPTIMIZER, STEPS, STARTS, REACH, MOMENT)


def question_of(ui: UiState) -> AskLandscape:
    """The question of the options.

    Raises:
        InputRefused: what was typed as hidden layers is none, or they make no net.
    """

    def value(option: Option) -> str:
        return str(ui.option(OWNER, option))

    hidden = _hidden(value(HIDDEN))
    setup = Setup(
        value(TARGET), hidden, value(ACTIVATION), value(OPTIMIZER), float(value(RATE)), int(value(STEPS)),
        int(value(SEED)), int(value(STARTS)),
    )  # fmt: skip
    _ = setup.recipe
    most = setup.architecture.n_weights - 1
    return AskLandscape(
        setup, "minima" if value(PLANE) == KINDS[1] else "weights", min(int(value(ONE)), most),
        min(int(value(OTHER)), most), _three(value(THROUGH)), float(value(REACH)),
    )  # fmt: skip


def _hidden(typed: str) -> tuple[int, ...]:
    """The hidden layers that are typed. Raises InputRefused."""
    try:
        return tuple(int(part) for part in typed.split(",") if part.strip())
    except ValueError as error:
        raise InputRefused(
            say(
                "Hidden layers are whole numbers such as 4, 4, but {typed!r} was typed. Type one number for each "
                "layer.",
                typed=typed[:40],
            )
        ) from error


def typed_as(through: tuple[int, ...]) -> str:
    """Starts as they are typed."""
    return ", ".join(map(str, through))


def _three(typed: str) -> tuple[int, int, int]:
    """The three starts that are typed. Raises InputRefused."""
    parts = [part for part in typed.replace(",", " ").split() if part.isdecimal() and len(part) < 6]
    if len(parts) != 3 or len(parts) != len(typed.replace(",", " ").split()):
        raise InputRefused(
            say("A plane goes through three starts such as 0, 1, 2, but {typed!r} was typed.", typed=typed[:40])
        )
    first, second, third = map(int, parts)
    return first, second, third

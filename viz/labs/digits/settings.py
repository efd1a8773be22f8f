"""The options of the view of digits, and the recipe that they ask for."""

from __future__ import annotations

from typing import Final

from engine.errors import InputRefused
from engine.labs.digits.records import LONGEST, PIXEL_SPACE, DigitsRecipe
from engine.sentences import say
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.digits.drawing import HIGHEST_BLUR
from viz.ui_state import Option, UiState

OWNER: Final = "digits"
PAGES: Final = ("answer", "neurons", "map", "starts")
SPACES: Final = ("last", "first", "pixels")
ALGORITHMS: Final = ("PCA", "t-SNE")
IN_THE_PLANE: Final = "plane"
IN_SPACE: Final = "space"

PAGE = Option(
    "page",
    QT_TRANSLATE_NOOP("DigitsView", "Show"),
    "choice",
    PAGES[0],
    choices=PAGES,
    shown=(
        QT_TRANSLATE_NOOP("DigitsView", "training and answer"),
        QT_TRANSLATE_NOOP("DigitsView", "neurons"),
        QT_TRANSLATE_NOOP("DigitsView", "map"),
        QT_TRANSLATE_NOOP("DigitsView", "several starts"),
    ),
    tip=QT_TRANSLATE_NOOP(
        "DigitsView",
        "What is shown beside the picture: the training and the answer, what each neuron answers to, the map of the "
        "pictures, or models from several starts.",
    ),
)
HIDDEN = Option(
    "hidden",
    QT_TRANSLATE_NOOP("DigitsView", "Hidden layers"),
    "text",
    "32, 16",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("DigitsView", "Neurons of each hidden layer, such as 32, 16."),
)
EPOCHS = Option(
    "epochs",
    QT_TRANSLATE_NOOP("DigitsView", "Epochs"),
    "integer",
    30,
    low=1,
    high=LONGEST,
    step=10,
    tip=QT_TRANSLATE_NOOP("DigitsView", "How often the training goes through all training pictures."),
)
SEED = Option(
    "seed",
    QT_TRANSLATE_NOOP("DigitsView", "Seed"),
    "integer",
    0,
    low=0,
    high=9999,
    tip=QT_TRANSLATE_NOOP("DigitsView", "Seed of the initial weights and of the order of the pictures."),
)
RATE = Option(
    "rate",
    QT_TRANSLATE_NOOP("DigitsView", "Learning rate"),
    "number",
    0.003,
    low=0.00001,
    high=1e15,
    step=0.001,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("DigitsView", "The learning rate of Adam."),
)
BATCH = Option(
    "batch",
    QT_TRANSLATE_NOOP("DigitsView", "Batch"),
    "integer",
    32,
    low=1,
    high=1258,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("DigitsView", "Pictures of one step of the training."),
)
SHUFFLED = Option(
    "shuffled",
    QT_TRANSLATE_NOOP("DigitsView", "Shuffled digits"),
    "switch",
    False,
    tip=QT_TRANSLATE_NOOP(
        "DigitsView",
        "Control: train on pictures whose digits were dealt out at random, so that nothing but learning by heart "
        "helps.",
    ),
)
EXAMPLE = Option(
    "example",
    QT_TRANSLATE_NOOP("DigitsView", "Picture"),
    "integer",
    63,
    low=0,
    high=1796,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("DigitsView", "Which picture of the data set is shown, counted from 0."),
)
DRAWING = Option(
    "drawing",
    QT_TRANSLATE_NOOP("DigitsView", "Drawing"),
    "text",
    "",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("DigitsView", "Your drawing of 32 × 32 dots as hexadecimal digits; empty: none."),
)
FIT = Option(
    "fit",
    QT_TRANSLATE_NOOP("DigitsView", "Fit the drawing"),
    "switch",
    True,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "DigitsView", "Scale your drawing to its square and centre it, as the pictures of the data set are."
    ),
)
BLUR = Option(
    "blur",
    QT_TRANSLATE_NOOP("DigitsView", "Blur"),
    "number",
    0.0,
    low=0.0,
    high=HIGHEST_BLUR,
    step=0.1,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("DigitsView", "Standard deviation of a Gaussian blur, in pixels."),
)
LAYER = Option(
    "layer",
    QT_TRANSLATE_NOOP("DigitsView", "Layer"),
    "integer",
    0,
    low=0,
    high=7,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("DigitsView", "Hidden layer of the neuron that is shown, counted from 0."),
)
NEURON = Option(
    "neuron",
    QT_TRANSLATE_NOOP("DigitsView", "Neuron"),
    "integer",
    9,
    low=0,
    high=63,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("DigitsView", "The neuron that is shown, counted from 0."),
)
SPACE = Option(
    "space",
    QT_TRANSLATE_NOOP("DigitsView", "Map of"),
    "choice",
    SPACES[0],
    choices=SPACES,
    shown=(
        QT_TRANSLATE_NOOP("DigitsView", "the last hidden layer"),
        QT_TRANSLATE_NOOP("DigitsView", "the first hidden layer"),
        QT_TRANSLATE_NOOP("DigitsView", "the bare pictures"),
    ),
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("DigitsView", "Which numbers are the vectors of the map."),
)
ALGORITHM = Option(
    "algorithm",
    QT_TRANSLATE_NOOP("DigitsView", "Layout"),
    "choice",
    ALGORITHMS[0],
    choices=ALGORITHMS,
    shown=(QT_TRANSLATE_NOOP("DigitsView", "PCA"), QT_TRANSLATE_NOOP("DigitsView", "t-SNE")),
    costly=(ALGORITHMS[1],),
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("DigitsView", "How the vectors are laid out; t-SNE takes some seconds."),
)
DIMENSIONS = Option(
    "dimensions",
    QT_TRANSLATE_NOOP("DigitsView", "Dimensions"),
    "choice",
    IN_THE_PLANE,
    choices=(IN_THE_PLANE, IN_SPACE),
    shown=(QT_TRANSLATE_NOOP("DigitsView", "2D"), QT_TRANSLATE_NOOP("DigitsView", "3D")),
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("DigitsView", "Of the map: a plane, or a cloud that turns by dragging."),
)
STARTS = Option(
    "starts",
    QT_TRANSLATE_NOOP("DigitsView", "Starts"),
    "integer",
    8,
    low=2,
    high=32,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("DigitsView", "How many models are trained from other initial weights."),
)
OPTIONS = (
    PAGE, HIDDEN, EPOCHS, SEED, SHUFFLED, RATE, BATCH, EXAMPLE, DRAWING, FIT, BLUR, LAYER, NEURON, SPACE, ALGORITHM,
    DIMENSIONS, STARTS,
)  # fmt: skip


def value(ui: UiState, option: Option) -> str:
    """What is chosen, as text."""
    return str(ui.option(OWNER, option))


def recipe_of(ui: UiState) -> DigitsRecipe:
    """The recipe of the options.

    Raises:
        InputRefused: what was typed as hidden layers is none, or the net is too large.
    """
    typed = value(ui, HIDDEN)
    try:
        hidden = tuple(int(part) for part in typed.replace(";", ",").split(",") if part.strip())
    except ValueError:
        hidden = ()
    if not hidden:
        raise InputRefused(
            say(
                "Hidden layers are whole numbers such as 32, 16, but {typed!r} was typed. Type one number for each "
                "layer.",
                typed=typed[:40],
            )
        )
    recipe = DigitsRecipe(
        hidden, int(value(ui, EPOCHS)), int(value(ui, BATCH)), float(value(ui, RATE)), int(value(ui, SEED)),
        bool(ui.option(OWNER, SHUFFLED)),
    )  # fmt: skip
    _ = recipe.architecture, recipe.recipe  # refused here, with a sentence
    return recipe


def layer_of(space: str) -> int:
    """The layer of a space, as a question names it."""
    return {"last": -1, "first": 0}.get(space, PIXEL_SPACE)

"""What a person chooses in the playground, shared by its views: the data, the net and the recipe.

They are options of the main view; the other view reads them from `UiState`, so that both are about one net.
"""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import Any

import numpy as np

from engine.errors import InputRefused, shown
from engine.labs.playground.questions import OpenNet, ReadPoints
from engine.labs.playground.records import (
    KINDS,
    MOST_CLASSES,
    OF_FUNCTIONS,
    OWN_FUNCTION,
    OWN_POINTS,
    DataSet,
    Made,
    NetOpened,
    PointsRead,
)
from engine.labs.playground.records import made as examples_of
from engine.nets.records import ACTIVATIONS, MOST_LAYERS, MOST_UNITS, OPTIMIZERS, Architecture, Recipe
from engine.run import Run
from engine.sentences import say
from viz.intents import SetOption
from viz.lab import QT_TRANSLATE_NOOP
from viz.ui_state import Option, UiState

OWNER = "playground"

DATA = Option(
    "data", QT_TRANSLATE_NOOP("PlaygroundView", "Data"), "choice", KINDS[0], choices=KINDS,
    shown=(
        QT_TRANSLATE_NOOP("PlaygroundView", "nearest point"),
        QT_TRANSLATE_NOOP("PlaygroundView", "XOR"),
        QT_TRANSLATE_NOOP("PlaygroundView", "circles"),
        QT_TRANSLATE_NOOP("PlaygroundView", "spirals"),
        QT_TRANSLATE_NOOP("PlaygroundView", "step function"),
        QT_TRANSLATE_NOOP("PlaygroundView", "wave"),
        QT_TRANSLATE_NOOP("PlaygroundView", "own points"),
        QT_TRANSLATE_NOOP("PlaygroundView", "own function"),
    ),
    tip=QT_TRANSLATE_NOOP(
        "PlaygroundView",
        "What the net learns: classes of points on a plane, or a function of x. Own data are clicked into the "
        "picture or read from a CSV file.",
    ),
)  # fmt: skip
ATTRACTORS = Option(
    "attractors", QT_TRANSLATE_NOOP("PlaygroundView", "Points"), "integer", 3, low=2, high=MOST_CLASSES,
    tip=QT_TRANSLATE_NOOP(
        "PlaygroundView", "With “nearest point”: how many points there are. Each place belongs to the nearest of them."
    ),
)  # fmt: skip
HIDDEN = Option(
    "hidden", QT_TRANSLATE_NOOP("PlaygroundView", "Hidden layers"), "text", "4, 4", in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "PlaygroundView",
        "Neurons of each hidden layer, such as 4, 4. Up to 8 layers of up to 64 neurons; empty for none.",
    ),
)  # fmt: skip
ACTIVATION = Option(
    "activation", QT_TRANSLATE_NOOP("PlaygroundView", "Activation"), "choice", ACTIVATIONS[0], choices=ACTIVATIONS,
    shown=(
        QT_TRANSLATE_NOOP("PlaygroundView", "tanh"), QT_TRANSLATE_NOOP("PlaygroundView", "ReLU"),
        QT_TRANSLATE_NOOP("PlaygroundView", "sigmoid"), QT_TRANSLATE_NOOP("PlaygroundView", "linear"),
    ),
    tip=QT_TRANSLATE_NOOP("PlaygroundView", "The activation function of the hidden neurons."),
)  # fmt: skip
OPTIMIZER = Option(
    "optimizer", QT_TRANSLATE_NOOP("PlaygroundView", "Optimizer"), "choice", OPTIMIZERS[-1],
    choices=OPTIMIZERS,
    shown=(
        QT_TRANSLATE_NOOP("PlaygroundView", "SGD"), QT_TRANSLATE_NOOP("PlaygroundView", "momentum"),
        QT_TRANSLATE_NOOP("PlaygroundView", "Adam"),
    ),
    tip=QT_TRANSLATE_NOOP("PlaygroundView", "How the gradient becomes a step; it may be changed while it trains."),
)  # fmt: skip
RATE = Option(
    "rate", QT_TRANSLATE_NOOP("PlaygroundView", "Learning rate"), "text", "0.03", in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "PlaygroundView", "How large each step is, such as 0.03 or 1e-3; it may be changed while it trains."
    ),
)  # fmt: skip
SEED = Option(
    "seed", QT_TRANSLATE_NOOP("PlaygroundView", "Seed"), "integer", 0, low=0, high=999_999,
    tip=QT_TRANSLATE_NOOP("PlaygroundView", "Decides the initial weights and the order of the examples."),
)  # fmt: skip
BATCH = Option(
    "batch", QT_TRANSLATE_NOOP("PlaygroundView", "Batch"), "integer", 0, low=0, high=5_000,
    least=QT_TRANSLATE_NOOP("PlaygroundView", "all"), in_bar=False,
    tip=QT_TRANSLATE_NOOP("PlaygroundView", "Examples in each step; 0 means all."),
)  # fmt: skip
L1 = Option(
    "l1", QT_TRANSLATE_NOOP("PlaygroundView", "L1 penalty"), "number", 0.0, low=0.0, high=1.0, step=0.001, in_bar=False,
    tip=QT_TRANSLATE_NOOP("PlaygroundView", "Times the sum of the weights' sizes: drives weak ones to 0."),
)  # fmt: skip
L2 = Option(
    "l2", QT_TRANSLATE_NOOP("PlaygroundView", "L2 penalty"), "number", 0.0, low=0.0, high=1.0, step=0.001, in_bar=False,
    tip=QT_TRANSLATE_NOOP("PlaygroundView", "Times half the sum of the weights' squares: keeps them small."),
)  # fmt: skip
SAMPLES = Option(
    "samples", QT_TRANSLATE_NOOP("PlaygroundView", "Examples"), "integer", 300, low=8, high=5_000, step=50,
    in_bar=False, tip=QT_TRANSLATE_NOOP("PlaygroundView", "How many examples there are, those held out included."),
)  # fmt: skip
NOISE = Option(
    "noise", QT_TRANSLATE_NOOP("PlaygroundView", "Noise"), "number", 0.0, low=0.0, high=1.0, step=0.05, in_bar=False,
    tip=QT_TRANSLATE_NOOP("PlaygroundView", "Standard deviation of what is added to the examples."),
)  # fmt: skip
HELD_OUT = Option(
    "held_out", QT_TRANSLATE_NOOP("PlaygroundView", "Held out"), "number", 0.25, low=0.0, high=0.9, step=0.05,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("PlaygroundView", "Share of the examples that is not trained on, only measured."),
)  # fmt: skip
LAST = Option(
    "last", QT_TRANSLATE_NOOP("PlaygroundView", "Last step"), "integer", 5_000, low=1, high=1_000_000, step=1_000,
    in_bar=False, tip=QT_TRANSLATE_NOOP("PlaygroundView", "Training ends by itself at this step."),
)  # fmt: skip
DATA_SEED = Option(
    "data_seed", QT_TRANSLATE_NOOP("PlaygroundView", "Seed of the data"), "integer", 0, low=0, high=999_999,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("PlaygroundView", "Decides where the examples and the points of “nearest point” lie."),
)  # fmt: skip
FILE = Option(
    "file", QT_TRANSLATE_NOOP("PlaygroundView", "CSV file"), "text", "", in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "PlaygroundView", "Own data: a file with x, y and a class in each row, or x and a value for a function."
    ),
)  # fmt: skip
DRAWN = Option(
    "drawn", QT_TRANSLATE_NOOP("PlaygroundView", "Drawn points"), "text", "", in_bar=False,
    tip=QT_TRANSLATE_NOOP("PlaygroundView", "Own points: x, y and class of each, such as 0.2,0.3,0;-0.5,0.1,1"),
)  # fmt: skip
DRAWN_VALUES = Option(
    "drawn_values", QT_TRANSLATE_NOOP("PlaygroundView", "Drawn values"), "text", "", in_bar=False,
    tip=QT_TRANSLATE_NOOP("PlaygroundView", "Own function: x and value of each, such as 0.2,0.3;-0.5,0.1"),
)  # fmt: skip
PLACES = Option(
    "places", QT_TRANSLATE_NOOP("PlaygroundView", "Moved points"), "text", "", in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "PlaygroundView",
        "With “nearest point”: x and y of each, such as 0.2,0.3;-0.5,0.1;0,0.4; empty for those of the seed.",
    ),
)  # fmt: skip
PEN = Option(
    "pen", QT_TRANSLATE_NOOP("PlaygroundView", "Class to draw"), "integer", 0, low=0, high=MOST_CLASSES - 1,
    in_bar=False, tip=QT_TRANSLATE_NOOP("PlaygroundView", "The class of the next point that is clicked, from 0."),
)  # fmt: skip
START = Option(
    "start", QT_TRANSLATE_NOOP("PlaygroundView", "Saved net"), "text", "", in_bar=False,
    tip=QT_TRANSLATE_NOOP("PlaygroundView", "A file whose weights training begins with, instead of the seed's."),
)  # fmt: skip
OPENING = Option(
    "opening", QT_TRANSLATE_NOOP("PlaygroundView", "Net being opened"), "text", "", in_bar=False,
    tip=QT_TRANSLATE_NOOP("PlaygroundView", "Empty once the settings are those of the file."),
)  # fmt: skip
ATTEMPT = Option(
    "attempt", QT_TRANSLATE_NOOP("PlaygroundView", "Attempt"), "integer", 0, low=0, high=10**9, in_bar=False,
    tip=QT_TRANSLATE_NOOP("PlaygroundView", "Each rewind begins another one with the same initial weights."),
)  # fmt: skip
WEIGHT = Option(
    "weight", QT_TRANSLATE_NOOP("PlaygroundView", "Chosen weight"), "integer", -1, low=-1, high=10**6,
    least=QT_TRANSLATE_NOOP("PlaygroundView", "none"), in_bar=False,
    tip=QT_TRANSLATE_NOOP("PlaygroundView", "Its place among all weights and biases, layer by layer; -1 means none."),
)  # fmt: skip
MOMENT = Option(
    "moment", QT_TRANSLATE_NOOP("PlaygroundView", "Past moment"), "integer", -1, low=-1, high=10**9,
    least=QT_TRANSLATE_NOOP("PlaygroundView", "now"), in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "PlaygroundView", "The net as it was after so many steps, the nearest that was kept; -1 means as it is now."
    ),
)  # fmt: skip
TURNED = Option(
    "turned", QT_TRANSLATE_NOOP("PlaygroundView", "Weights turned by hand"), "text", "", in_bar=False,
    tip=QT_TRANSLATE_NOOP("PlaygroundView", "Place and value of each, such as 3=0.5; 7=-1, after the moment they "
                          "hold for."),
)  # fmt: skip
TRAINED = Option(
    "trained", QT_TRANSLATE_NOOP("PlaygroundView", "Trained by itself"), "integer", 0, low=0, high=20_000, step=100,
    least=QT_TRANSLATE_NOOP("PlaygroundView", "no"), in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "PlaygroundView",
        "The net is trained up to this step as soon as it is shown, in a figure and a lesson too; 0 means not.",
    ),
)  # fmt: skip
FORMULA = Option(
    "formula", QT_TRANSLATE_NOOP("PlaygroundView", "Formula"), "switch", False, in_bar=False,
    tip=QT_TRANSLATE_NOOP("PlaygroundView", "The whole net as a formula, with its weights as they are now."),
)  # fmt: skip
OPTIONS = (
    DATA, ATTRACTORS, HIDDEN, ACTIVATION, OPTIMIZER, RATE, SEED, BATCH, L1, L2, SAMPLES, NOISE, HELD_OUT, LAST,
    DATA_SEED, FILE, DRAWN, DRAWN_VALUES, PLACES, PEN, START, OPENING, ATTEMPT, WEIGHT, MOMENT, TURNED, TRAINED,
    FORMULA,
)  # fmt: skip


def chosen(ui: UiState, option: Option) -> Any:
    """The value of one of the choices."""
    return ui.options.get(OWNER, {}).get(option.name, option.default)


def choose(option: Option, value: Any) -> SetOption:
    """The intent that changes one."""
    return SetOption(OWNER, option.name, value)


def points_question(ui: UiState) -> ReadPoints | None:
    """The file of one's own points, where one is named."""
    kind, path = chosen(ui, DATA), str(chosen(ui, FILE)).strip()
    return ReadPoints(path, kind == OWN_FUNCTION) if path and kind in (OWN_POINTS, OWN_FUNCTION) else None


def open_question(ui: UiState) -> OpenNet | None:
    """The saved net that training begins with, where one is named."""
    path = str(chosen(ui, START)).strip()
    return OpenNet(path) if path else None


def data_of(run: Run, ui: UiState) -> DataSet:
    """The data set chosen. Raises InputRefused: what is typed makes none."""
    kind = str(chosen(ui, DATA))
    rows, names = b"", _names_of(run, ui, kind)
    if kind in (OWN_POINTS, OWN_FUNCTION):
        function = kind == OWN_FUNCTION
        question = points_question(ui)
        found = run.findings.get(question) if question is not None else None
        read = found.rows if isinstance(found, PointsRead) else b""
        rows = read + rows_of(str(chosen(ui, DRAWN_VALUES if function else DRAWN)), 2 if function else 3)
    return DataSet(
        kind, int(chosen(ui, ATTRACTORS)), int(chosen(ui, SAMPLES)), float(chosen(ui, NOISE)),
        int(chosen(ui, DATA_SEED)), float(chosen(ui, HELD_OUT)), rows, names, _places_of(ui, kind),
    )  # fmt: skip


def _names_of(run: Run, ui: UiState, kind: str) -> tuple[str, ...]:
    """What the file of points, or else the file of the net that was opened, calls the classes."""
    if kind != OWN_POINTS:
        return ()
    reading, opening = points_question(ui), open_question(ui)
    read = run.findings.get(reading) if reading is not None else None
    if isinstance(read, PointsRead):
        return read.classes
    opened = run.findings.get(opening) if opening is not None else None
    return opened.data.names if isinstance(opened, NetOpened) and opened.data.kind == kind else ()


def _places_of(ui: UiState, kind: str) -> tuple[tuple[float, float], ...]:
    """Where the points of “nearest point” were moved; none where that was said of another number of them."""
    if kind != "attractors" or not str(chosen(ui, PLACES)).strip():
        return ()
    table = np.frombuffer(rows_of(str(chosen(ui, PLACES)), 2), np.float64).reshape(-1, 2)
    found = tuple((x, y) for x, y in table.tolist())
    return found if len(found) == int(chosen(ui, ATTRACTORS)) else ()


def rows_of(text: str, columns: int) -> bytes:
    """Drawn points as rows of float64. Raises InputRefused."""
    values: list[float] = []
    for part in filter(None, (part.strip() for part in text.split(";"))):
        cells = part.replace(",", " ").split()
        try:
            numbers = [float(cell) for cell in cells]
        except ValueError:
            numbers = []
        if len(numbers) != columns or not np.isfinite(numbers).all():
            raise InputRefused(
                say("Each drawn point should be {columns} numbers, but {part} was met. Clear the points.",
                    columns=columns, part=shown(part, 40))
            )  # fmt: skip
        values += numbers
    return np.array(values, np.float64).tobytes()


def hidden_of(text: str) -> tuple[int, ...]:
    """The hidden layers that are typed. Raises InputRefused."""
    parts = [part for part in text.replace(",", " ").replace(";", " ").split() if part]
    if not all(part.isdecimal() and len(part) < 6 for part in parts):
        raise InputRefused(
            say("Hidden layers should be whole numbers such as 4, 4, but {text} was met.", text=shown(text, 40))
        )
    found = tuple(map(int, parts))
    if len(found) > MOST_LAYERS or any(not 1 <= units <= MOST_UNITS for units in found):
        raise InputRefused(
            say("There may be up to {layers} hidden layers of 1 to {units} neurons, but {text} was met.",
                layers=MOST_LAYERS, units=MOST_UNITS, text=shown(text, 40))
        )  # fmt: skip
    return found


def rate_of(text: str) -> float:
    """The learning rate that is typed. Raises InputRefused."""
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = float("nan")
    if not 0 <= value <= 1e12:
        raise InputRefused(
            say("The learning rate should be a number from 0 on, such as 0.03, but {text} was met.",
                text=shown(text, 40))
        )  # fmt: skip
    return value


def architecture_of(ui: UiState, data: DataSet, there: Made | None) -> Architecture:
    """The net chosen, for data that may not be there yet. Raises InputRefused."""
    inputs = 1 if data.is_function else 2
    outputs = there.n_outputs if there is not None else 1 if data.is_function else 2
    return Architecture(inputs, hidden_of(str(chosen(ui, HIDDEN))), outputs, str(chosen(ui, ACTIVATION)))


def recipe_of(ui: UiState, data: DataSet) -> Recipe:
    """The recipe chosen. Raises InputRefused."""
    return Recipe(
        "squared_error" if data.kind in OF_FUNCTIONS else "cross_entropy", str(chosen(ui, OPTIMIZER)),
        rate_of(str(chosen(ui, RATE))), int(chosen(ui, BATCH)), l1=float(chosen(ui, L1)), l2=float(chosen(ui, L2)),
        seed=int(chosen(ui, SEED)),
    )  # fmt: skip


def settings_of(data: DataSet, architecture: Architecture, recipe: Recipe) -> tuple[SetOption, ...]:
    """What makes the options those of a net that was opened."""
    own = {OWN_POINTS: DRAWN, OWN_FUNCTION: DRAWN_VALUES}.get(data.kind)
    values: list[tuple[Option, Any]] = [
        (DATA, data.kind), (ATTRACTORS, data.attractors), (SAMPLES, data.samples), (NOISE, data.noise),
        (DATA_SEED, data.seed), (HELD_OUT, data.held_out),
        (HIDDEN, str(list(architecture.hidden))[1:-1]), (ACTIVATION, architecture.activation),
        (OPTIMIZER, recipe.optimizer), (RATE, f"{recipe.rate:g}"), (BATCH, recipe.batch), (L1, recipe.l1),
        (L2, recipe.l2), (SEED, recipe.seed), (MOMENT, -1),
        (PLACES, drawn_text(np.array(data.places, np.float64).reshape(-1, 2))),
    ]  # fmt: skip
    if own is not None:
        values += [(FILE, ""), (own, drawn_text(data.table))]
    return tuple(choose(option, value) for option, value in values)


def drawn_text(table: np.ndarray[Any, np.dtype[np.float64]]) -> str:
    """Rows as the option keeps them."""
    return ";".join(",".join(f"{value:z.6g}" for value in row) for row in table)


def read_turned(text: str) -> tuple[int, tuple[tuple[int, float], ...]]:
    """Until which turn weights that were turned by hand hold, and which: "12|3=0.5;7=-1". (0, ()) where none."""
    until, _, rest = text.partition("|")
    found = []
    try:
        for part in filter(None, rest.split(";")):
            place, _, value = part.partition("=")
            found.append((int(place), float(value)))
        return (int(until), tuple(found)) if found else (0, ())
    except ValueError:
        return 0, ()


def turned_text(until: int, turned: dict[int, float]) -> str:
    """The same, to be kept."""
    return f"{until}|" + ";".join(f"{place}={value:z.6g}" for place, value in sorted(turned.items())) if turned else ""


@functools.lru_cache(maxsize=8)
def examples(data: DataSet) -> tuple[Made | None, str]:
    """The examples, or why there are none, in a sentence."""
    try:
        return examples_of(data), ""
    except InputRefused as error:
        return None, str(error)


def same_net(asked: Any, data: DataSet, architecture: Architecture, recipe: Recipe, attempt: int, start: str) -> bool:
    """Whether a question is about this net: its recipe may have been changed since, and points drawn, but not these."""
    return bool(
        asked.architecture == architecture
        and (asked.recipe.seed, asked.attempt, asked.start) == (recipe.seed, attempt, start)
        and _what(asked.data) == _what(data)
    )


def _what(data: DataSet) -> DataSet:
    """The data without what may change while a net learns them."""
    return replace(data, rows=b"", names=(), places=(), noise=0, samples=8)


def later(step: int) -> int:
    """The last step of a training that goes on from its last step so far; the same where it cannot."""
    return min(step + int(LAST.default), int(LAST.high))


def by_itself(ui: UiState, following: Any, step: int, going: bool) -> tuple[Any, ...]:
    """The question that trains up to the step that was chosen, where it is not there yet."""
    missing = int(chosen(ui, TRAINED)) - step
    if following is None or going or missing <= 0:
        return ()
    return (replace(following, steps=missing),)

"""What can be chosen in the view of weights."""

from __future__ import annotations

from typing import Final

from engine.labs.weights.records import ORDERS, ROLES, SHIPPED, SHOWN
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.weights import controls
from viz.labs.weights.weights_frame import MATRIX, SHOWS
from viz.labs.weights.words import ORDER_WORDS, ROLE_WORDS
from viz.ui_state import Option

LANGUAGE, FILE = "language", "file"
OF: Final = (LANGUAGE, *SHIPPED, FILE)

OPTIONS: Final[tuple[Option, ...]] = (
    Option(
        "show",
        QT_TRANSLATE_NOOP("WeightsView", "Show"),
        "choice",
        MATRIX,
        choices=SHOWS,
        shown=(
            QT_TRANSLATE_NOOP("WeightsView", "one matrix"),
            QT_TRANSLATE_NOOP("WeightsView", "all layers"),
            QT_TRANSLATE_NOOP("WeightsView", "sizes of the weights"),
            QT_TRANSLATE_NOOP("WeightsView", "singular values"),
        ),
        tip=QT_TRANSLATE_NOOP(
            "WeightsView", "One matrix as a picture, that of every layer, or one of the charts below it, large."
        ),
    ),
    Option(
        "of",
        QT_TRANSLATE_NOOP("WeightsView", "Of"),
        "choice",
        OF[0],
        choices=OF,
        shown=(
            QT_TRANSLATE_NOOP("WeightsView", "the language model"),
            QT_TRANSLATE_NOOP("WeightsView", "the bracket model"),
            QT_TRANSLATE_NOOP("WeightsView", "the bracket model of one layer"),
            QT_TRANSLATE_NOOP("WeightsView", "the model of two kinds of brackets"),
            QT_TRANSLATE_NOOP("WeightsView", "a net's file"),
        ),
        tip=QT_TRANSLATE_NOOP(
            "WeightsView",
            "Whose matrices are shown. Without a language model they are the bracket model's. A net's file is one that "
            "the playground saved, or any safetensors file; “Open net…” chooses it.",
        ),
    ),
    Option(
        "net_file",
        QT_TRANSLATE_NOOP("WeightsView", "Net's file"),
        "text",
        "",
        in_bar=False,
        tip=QT_TRANSLATE_NOOP("WeightsView", "The file of weights that is shown with “a net's file”."),
    ),
    Option(
        "role",
        QT_TRANSLATE_NOOP("WeightsView", "Matrix"),
        "choice",
        ROLES[0],
        choices=ROLES,
        shown=ROLE_WORDS,
        tip=QT_TRANSLATE_NOOP(
            "WeightsView", "What the matrix does, or “by its name” for any that the checkpoint names."
        ),
    ),
    Option(
        "picture",
        QT_TRANSLATE_NOOP("WeightsView", "Picture"),
        "choice",
        SHOWN[0],
        choices=SHOWN,
        shown=(
            QT_TRANSLATE_NOOP("WeightsView", "each weight"),
            QT_TRANSLATE_NOOP("WeightsView", "moving average"),
            QT_TRANSLATE_NOOP("WeightsView", "moving size"),
        ),
        tip=QT_TRANSLATE_NOOP(
            "WeightsView",
            "Each weight by itself, the mean of a square of weights around it, or how large weights are there: "
            "their root mean square against that of the whole matrix.",
        ),
    ),
    Option(
        "rows",
        QT_TRANSLATE_NOOP("WeightsView", "Rows"),
        "choice",
        ORDERS[0],
        choices=ORDERS,
        shown=ORDER_WORDS,
        tip=QT_TRANSLATE_NOOP("WeightsView", "In which order rows are shown; the shuffled matrix likewise."),
    ),
    Option(
        "columns",
        QT_TRANSLATE_NOOP("WeightsView", "Columns"),
        "choice",
        ORDERS[0],
        choices=ORDERS,
        shown=ORDER_WORDS,
        tip=QT_TRANSLATE_NOOP("WeightsView", "In which order columns are shown; the shuffled matrix likewise."),
    ),
    Option(
        "control",
        QT_TRANSLATE_NOOP("WeightsView", "Shuffled beside it"),
        "switch",
        True,
        in_bar=False,
        tip=QT_TRANSLATE_NOOP("WeightsView", "Shows the same weights shuffled beside the picture."),
    ),
    Option(
        "window",
        QT_TRANSLATE_NOOP("WeightsView", "Averaged across"),
        "integer",
        64,
        low=controls.WINDOWS[0],
        high=controls.WINDOWS[1],
        in_bar=False,
        tip=QT_TRANSLATE_NOOP("WeightsView", "Over how many rows and columns an average is taken."),
    ),
    Option(
        "tensor",
        QT_TRANSLATE_NOOP("WeightsView", "Name"),
        "text",
        "",
        in_bar=False,
        tip=QT_TRANSLATE_NOOP("WeightsView", "The checkpoint's own name of the matrix to show."),
    ),
    Option(
        "seed",
        QT_TRANSLATE_NOOP("WeightsView", "Seed of the shuffle"),
        "integer",
        0,
        low=0,
        high=999,
        in_bar=False,
        tip=QT_TRANSLATE_NOOP("WeightsView", "Another seed shuffles the weights to other places."),
    ),
)

"""What a person sets in the view of the watch."""

from __future__ import annotations

from typing import Final

from engine.labs.watch.records import DEEPEST
from viz.lab import QT_TRANSLATE_NOOP
from viz.ui_state import Option

VIEW: Final = "watch"
ABOVE, BELOW = "above", "below"

SIGN = Option(
    "sign",
    QT_TRANSLATE_NOOP("WatchView", "Condition"),
    "choice",
    ABOVE,
    choices=(ABOVE, BELOW),
    shown=(QT_TRANSLATE_NOOP("WatchView", "more than"), QT_TRANSLATE_NOOP("WatchView", "at most")),
    tip=QT_TRANSLATE_NOOP("WatchView", "Whether the feature has to be active more than the value, or at most as much."),
)
VALUE = Option(
    "value",
    QT_TRANSLATE_NOOP("WatchView", "Activation"),
    "number",
    0.5,
    low=0.0,
    high=1000.0,
    step=0.1,
    tip=QT_TRANSLATE_NOOP("WatchView", "The activation that the feature is compared with."),
)
STOP = Option(
    "stop",
    QT_TRANSLATE_NOOP("WatchView", "Stop when a rule holds"),
    "switch",
    False,
    tip=QT_TRANSLATE_NOOP("WatchView", "Generation stops at the first token at which a rule holds."),
)
NAME = Option(
    "name",
    QT_TRANSLATE_NOOP("WatchView", "Rule"),
    "text",
    "",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("WatchView", "The name of the next rule; empty: its feature's."),
)
POSITIVE = Option(
    "positive",
    QT_TRANSLATE_NOOP("WatchView", "Watch for"),
    "text",
    "",
    in_bar=False,
    long=True,
    tip=QT_TRANSLATE_NOOP(
        "WatchView", "Texts to be marked: a folder, a file with one on each line, or texts with | between them."
    ),
)
NEGATIVE = Option(
    "negative",
    QT_TRANSLATE_NOOP("WatchView", "But not for"),
    "text",
    "",
    in_bar=False,
    long=True,
    tip=QT_TRANSLATE_NOOP("WatchView", "Texts that are not to be marked, in the same form."),
)
DEPTH = Option(
    "depth",
    QT_TRANSLATE_NOOP("WatchView", "Depth of the tree"),
    "integer",
    2,
    low=1,
    high=DEEPEST,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("WatchView", "How many conditions lead to a decision at most."),
)
RULES = Option(
    "rules",
    QT_TRANSLATE_NOOP("WatchView", "All rules"),
    "text",
    "",
    in_bar=False,
    long=True,
    tip=QT_TRANSLATE_NOOP("WatchView", "Rules as text, as in “capitals: L12.F3 > 0.5 and L12.F9 <= 2 or L12.F5 > 1”."),
)
OPTIONS: Final = (SIGN, VALUE, STOP, NAME, POSITIVE, NEGATIVE, DEPTH, RULES)

"""What can be set in the view of features' links and directions."""

from __future__ import annotations

from engine.labs.feature_map.records import FEWEST_TOKENS, LINKS, MOST_NEIGHBOURS, MOST_TOKENS, TOKENS
from viz.lab import QT_TRANSLATE_NOOP
from viz.ui_state import Option

OWNER = "feature_map"
GRAPH, DIRECTIONS = "graph", "directions"
SHOW = Option(
    "show",
    QT_TRANSLATE_NOOP("FeatureMapView", "Show"),
    "choice",
    GRAPH,
    choices=(GRAPH, DIRECTIONS),
    shown=(
        QT_TRANSLATE_NOOP("FeatureMapView", "features around one"),
        QT_TRANSLATE_NOOP("FeatureMapView", "all directions"),
    ),
    tip=QT_TRANSLATE_NOOP(
        "FeatureMapView", "The features linked with the chosen one, or how close the directions of all of them lie."
    ),
)
LINK = Option(
    "link",
    QT_TRANSLATE_NOOP("FeatureMapView", "Linked by"),
    "choice",
    LINKS[0],
    choices=LINKS,
    shown=(
        QT_TRANSLATE_NOOP("FeatureMapView", "direction (cosine)"),
        QT_TRANSLATE_NOOP("FeatureMapView", "firing together"),
        QT_TRANSLATE_NOOP("FeatureMapView", "promoting the other's tokens"),
    ),
    tip=QT_TRANSLATE_NOOP(
        "FeatureMapView",
        "Cosine of the directions; correlation of the activations over a text; or the share of a feature's activations "
        "that stand at tokens which the other feature promotes.",
    ),
)
NEIGHBOURS = Option(
    "neighbours",
    QT_TRANSLATE_NOOP("FeatureMapView", "Neighbours"),
    "integer",
    16,
    low=1,
    high=MOST_NEIGHBOURS,
    tip=QT_TRANSLATE_NOOP("FeatureMapView", "How many features are shown around the chosen one, strongest first."),
)
LEAST = Option(
    "least",
    QT_TRANSLATE_NOOP("FeatureMapView", "Links from"),
    "number",
    0.0,
    low=0.0,
    high=1.0,
    step=0.05,
    least=QT_TRANSLATE_NOOP("FeatureMapView", "any strength"),
    tip=QT_TRANSLATE_NOOP("FeatureMapView", "Weaker links with the chosen feature are left out; 0 shows all."),
)
TEXT = Option(
    "text",
    QT_TRANSLATE_NOOP("FeatureMapView", "Text file"),
    "text",
    "",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "FeatureMapView",
        "The path of a text file to read; empty reads the bundled novels, “sample” the bundled sample of many kinds.",
    ),
)
READ_TOKENS = Option(
    "tokens",
    QT_TRANSLATE_NOOP("FeatureMapView", "Tokens"),
    "integer",
    TOKENS,
    low=FEWEST_TOKENS,
    high=MOST_TOKENS,
    step=1000,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("FeatureMapView", "How many tokens of the text are read at most."),
)
OPTIONS = (SHOW, LINK, NEIGHBOURS, LEAST, TEXT, READ_TOKENS)

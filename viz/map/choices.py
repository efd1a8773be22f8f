"""What a person can choose about the map. Texts are translated under the view's class name."""

from __future__ import annotations

from typing import Final

from viz.ahead import OPTIONS as AHEAD
from viz.lab import QT_TRANSLATE_NOOP
from viz.map.data.clusters import AUTO, FINENESS
from viz.map.data.colouring import CHOICES, COSTLY
from viz.map.data.losses import COUNTED
from viz.map.data.path_line import AGE, COLOURS, COLOURS_SHOWN, FADES, FADES_SHOWN, LINES, LINES_SHOWN, LONG, TOKENS
from viz.map.data.second import CHOICES as SECOND
from viz.map.data.second import ONE
from viz.ui_state import Option

OPTIONS: Final[tuple[Option, ...]] = (
    Option(
        "dimensions",
        QT_TRANSLATE_NOOP("MeaningSpace", "Dimensions"),
        "choice",
        "3D",
        choices=(QT_TRANSLATE_NOOP("MeaningSpace", "3D"), QT_TRANSLATE_NOOP("MeaningSpace", "2D")),
        tip=QT_TRANSLATE_NOOP("MeaningSpace", "Show the map in three dimensions or flat."),
    ),
    Option(
        "second",
        QT_TRANSLATE_NOOP("MeaningSpace", "Second map"),
        "choice",
        ONE,
        choices=SECOND,
        tip=QT_TRANSLATE_NOOP(
            "MeaningSpace",
            "Show another layout of the same points beside this one: hover, selection, path and rays are the same in "
            "both.",
        ),
        in_bar=False,
    ),
    Option(
        "linked",
        QT_TRANSLATE_NOOP("MeaningSpace", "Turn both maps together"),
        "switch",
        True,
        tip=QT_TRANSLATE_NOOP(
            "MeaningSpace",
            "Turn and zoom the second map with the first one. It zooms to the point that is under the pointer; moving "
            "a map sideways moves it alone.",
        ),
        in_bar=False,
    ),
    Option(
        "colour",
        QT_TRANSLATE_NOOP("MeaningSpace", "Colour"),
        "choice",
        "kind",
        choices=CHOICES,
        costly=COSTLY,
        tip=QT_TRANSLATE_NOOP("MeaningSpace", "What the colours of the points mean."),
    ),
    Option(
        "fans",
        QT_TRANSLATE_NOOP("MeaningSpace", "Fans"),
        "choice",
        "current",
        choices=(
            QT_TRANSLATE_NOOP("MeaningSpace", "current"),
            QT_TRANSLATE_NOOP("MeaningSpace", "so far"),
            QT_TRANSLATE_NOOP("MeaningSpace", "all"),
            QT_TRANSLATE_NOOP("MeaningSpace", "none"),
        ),
        tip=QT_TRANSLATE_NOOP(
            "MeaningSpace",
            "Rays to the most likely next tokens: from the selected token, from each one up to it (select one after "
            "the other to see them come), or from all.",
        ),
    ),
    Option(
        "ahead",
        QT_TRANSLATE_NOOP("MeaningSpace", "Look-ahead"),
        "switch",
        False,
        tip=QT_TRANSLATE_NOOP(
            "MeaningSpace",
            "A tree of what may come within the next tokens, instead of the fan of the next one. It grows while the "
            "model has nothing else to do.",
        ),
    ),
    Option(
        "path_line",
        QT_TRANSLATE_NOOP("MeaningSpace", "Path"),
        "choice",
        TOKENS,
        choices=LINES,
        shown=LINES_SHOWN,
        tip=QT_TRANSLATE_NOOP(
            "MeaningSpace",
            "What the line of the path goes through: each token, the running mean of the last few tokens' places, or "
            "the mean place of each sentence. The means show where a long text goes.",
        ),
    ),
    Option(
        "path_colour",
        QT_TRANSLATE_NOOP("MeaningSpace", "Path colour"),
        "choice",
        AGE,
        choices=COLOURS,
        shown=COLOURS_SHOWN,
        tip=QT_TRANSLATE_NOOP("MeaningSpace", "What the colour of the path means."),
    ),
    Option(
        "fan_k",
        QT_TRANSLATE_NOOP("MeaningSpace", "Rays"),
        "integer",
        10,
        low=1,
        high=50,
        tip=QT_TRANSLATE_NOOP("MeaningSpace", "How many next tokens a fan shows."),
    ),
    Option(
        "follow",
        QT_TRANSLATE_NOOP("MeaningSpace", "Follow"),
        "switch",
        False,
        tip=QT_TRANSLATE_NOOP("MeaningSpace", "The camera follows the selected token."),
    ),
    Option(
        "last_n",
        QT_TRANSLATE_NOOP("MeaningSpace", "Last tokens"),
        "integer",
        0,
        low=0,
        high=100_000,
        step=10,
        least=QT_TRANSLATE_NOOP("MeaningSpace", "all"),
        tip=QT_TRANSLATE_NOOP(
            "MeaningSpace", "Show only so many tokens of the path, up to the selected one. 0 shows all of them."
        ),
    ),
    Option(
        "fade",
        QT_TRANSLATE_NOOP("MeaningSpace", "Fade older tokens"),
        "choice",
        LONG,
        choices=FADES,
        shown=FADES_SHOWN,
        tip=QT_TRANSLATE_NOOP("MeaningSpace", "Whether tokens fade with their distance from the selected one."),
    ),
    Option(
        "path_window",
        QT_TRANSLATE_NOOP("MeaningSpace", "Tokens of the running mean"),
        "integer",
        12,
        low=2,
        high=200,
        tip=QT_TRANSLATE_NOOP("MeaningSpace", "Over how many tokens the running mean of the path is taken."),
        in_bar=False,
    ),
    Option(
        "fan_cutoff",
        QT_TRANSLATE_NOOP("MeaningSpace", "Least probability of a ray"),
        "number",
        0.005,
        low=0.0,
        high=0.5,
        step=0.005,
        tip=QT_TRANSLATE_NOOP("MeaningSpace", "Next tokens that are less likely get no ray."),
        in_bar=False,
    ),
    Option(
        "fan_drawn",
        QT_TRANSLATE_NOOP("MeaningSpace", "Rays as drawn"),
        "switch",
        False,
        tip=QT_TRANSLATE_NOOP(
            "MeaningSpace",
            "Rays show how likely each token is to be drawn with the temperature, the penalty and the filters set, "
            "instead of the model's own probability. The fan follows the sliders.",
        ),
        in_bar=False,
    ),
    *AHEAD,
    Option(
        "turntable",
        QT_TRANSLATE_NOOP("MeaningSpace", "Turntable"),
        "switch",
        False,
        tip=QT_TRANSLATE_NOOP("MeaningSpace", "Rotate the map slowly."),
        in_bar=False,
    ),
    Option(
        "loss_k",
        QT_TRANSLATE_NOOP("MeaningSpace", "Neighbours that count"),
        "choice",
        "15",
        choices=COUNTED,
        tip=QT_TRANSLATE_NOOP(
            "MeaningSpace",
            "Of how many neighbours of each point the colours “neighbours lost” and “neighbours invented” are shares.",
        ),
        in_bar=False,
    ),
    Option(
        "table_fan",
        QT_TRANSLATE_NOOP("MeaningSpace", "Fan of a table, n"),
        "integer",
        0,
        low=0,
        high=6,
        least=QT_TRANSLATE_NOOP("MeaningSpace", "none"),
        tip=QT_TRANSLATE_NOOP(
            "MeaningSpace",
            "Beside the model's rays, on maps of tokens, dashed rays to the most likely next words by a table of n "
            "words, counted from the bundled novels; 0 shows none.",
        ),
        in_bar=False,
    ),
    Option("landmarks", QT_TRANSLATE_NOOP("MeaningSpace", "Names of regions"), "switch", True, in_bar=False),
    Option("path_labels", QT_TRANSLATE_NOOP("MeaningSpace", "Names along the path"), "switch", True, in_bar=False),
    Option("branches", QT_TRANSLATE_NOOP("MeaningSpace", "Other branches"), "switch", True, in_bar=False),
    Option(
        "way",
        QT_TRANSLATE_NOOP("MeaningSpace", "Path through the layers"),
        "switch",
        False,
        tip=QT_TRANSLATE_NOOP(
            "MeaningSpace", "The hidden state of the selected token after each layer, as a second path."
        ),
        in_bar=False,
    ),
    Option(
        "cluster_level",
        QT_TRANSLATE_NOOP("MeaningSpace", "Clusters shown"),
        "choice",
        AUTO,
        choices=FINENESS,
        tip=QT_TRANSLATE_NOOP(
            "MeaningSpace",
            "How large the clusters are that the colours “clusters of the space” and “clusters of the picture” show.",
        ),
        in_bar=False,
    ),
    Option(
        "density",
        QT_TRANSLATE_NOOP("MeaningSpace", "Density lines"),
        "switch",
        False,
        tip=QT_TRANSLATE_NOOP(
            "MeaningSpace",
            "Lines around the densest 25, 50, 75 and 90 % of the points in sight, as they are seen from here (D).",
        ),
        in_bar=False,
    ),
    Option(
        "true_lines",
        QT_TRANSLATE_NOOP("MeaningSpace", "Lines to true neighbours"),
        "switch",
        False,
        tip=QT_TRANSLATE_NOOP(
            "MeaningSpace",
            "Join the point under the pointer, or the selected one, with its 15 nearest in all dimensions, and by "
            "dashes with what only looks near (N).",
        ),
        in_bar=False,
    ),
    Option(
        "quiet",
        QT_TRANSLATE_NOOP("MeaningSpace", "Quiet background along the path"),
        "choice",
        "hidden states",
        choices=(
            QT_TRANSLATE_NOOP("MeaningSpace", "hidden states"),
            QT_TRANSLATE_NOOP("MeaningSpace", "all spaces"),
            QT_TRANSLATE_NOOP("MeaningSpace", "nowhere"),
        ),
        tip=QT_TRANSLATE_NOOP(
            "MeaningSpace",
            "Dim the points beside the path and its rays. They keep their hue, and none is left out, but kinds are "
            "told apart less well there.",
        ),
        in_bar=False,
    ),
    Option("glow", QT_TRANSLATE_NOOP("MeaningSpace", "Glow"), "switch", True, in_bar=False),
    Option(
        "point_size",
        QT_TRANSLATE_NOOP("MeaningSpace", "Size of points"),
        "number",
        1.0,
        low=0.3,
        high=4.0,
        step=0.1,
        in_bar=False,
    ),
    Option(
        "label_size",
        QT_TRANSLATE_NOOP("MeaningSpace", "Size of labels"),
        "number",
        1.0,
        low=0.6,
        high=2.5,
        step=0.1,
        in_bar=False,
    ),
)

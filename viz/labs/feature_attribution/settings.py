"""What a person sets in the view of feature attribution, and what is set when the question comes from a token."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from engine.labs.feature_attribution.records import MLPS, MOST_TOKENS
from viz.intents import Intent, LookAt, SetOption, ShowViews
from viz.lab import QT_TRANSLATE_NOOP
from viz.ui_state import Option

VIEW: Final = "feature_attribution"
NEXT, SELECTED = "next", "selected"
ONE, ALL = "one", "all"

WHAT = Option(
    "what",
    QT_TRANSLATE_NOOP("FeatureAttributionView", "Explained"),
    "choice",
    NEXT,
    choices=(NEXT, SELECTED),
    shown=(
        QT_TRANSLATE_NOOP("FeatureAttributionView", "the next token"),
        QT_TRANSLATE_NOOP("FeatureAttributionView", "the selected token"),
    ),
    tip=QT_TRANSLATE_NOOP(
        "FeatureAttributionView",
        "The token after the selected position, or the selected token itself after the text before it.",
    ),
)
WHICH = Option(
    "which",
    QT_TRANSLATE_NOOP("FeatureAttributionView", "Dictionaries"),
    "choice",
    ALL,
    choices=(ONE, ALL),
    shown=(
        QT_TRANSLATE_NOOP("FeatureAttributionView", "the selected one"),
        QT_TRANSLATE_NOOP("FeatureAttributionView", "one of each place"),
    ),
    tip=QT_TRANSLATE_NOOP(
        "FeatureAttributionView",
        "Features of the selected dictionary only, or of one dictionary of every place that has any: a graph of "
        "several layers.",
    ),
)
MLP = Option(
    "mlps",
    QT_TRANSLATE_NOOP("FeatureAttributionView", "MLPs"),
    "choice",
    MLPS[0],
    choices=MLPS,
    shown=(
        QT_TRANSLATE_NOOP("FeatureAttributionView", "gates held"),
        QT_TRANSLATE_NOOP("FeatureAttributionView", "slope at this text"),
        QT_TRANSLATE_NOOP("FeatureAttributionView", "outputs held"),
    ),
    tip=QT_TRANSLATE_NOOP(
        "FeatureAttributionView",
        "How MLPs are made linear: with their gates held, effects add up to the whole; with their slope a constant is "
        "left over; with their outputs held, effects pass through the residual stream and attention alone.",
    ),
)
TOKEN = Option(
    "token",
    QT_TRANSLATE_NOOP("FeatureAttributionView", "Token"),
    "text",
    "",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("FeatureAttributionView", "The token that is explained; empty for the most likely one."),
)
AGAINST = Option(
    "against",
    QT_TRANSLATE_NOOP("FeatureAttributionView", "Rather than"),
    "text",
    "",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "FeatureAttributionView",
        "Another token, whose logit is subtracted; empty: the token's log-probability is explained.",
    ),
)
SHARE = Option(
    "share",
    QT_TRANSLATE_NOOP("FeatureAttributionView", "Share of the effect shown"),
    "number",
    0.5,
    low=0.05,
    high=1.0,
    step=0.05,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "FeatureAttributionView",
        "In each row the strongest nodes are shown until they hold this share of the sizes of all effects.",
    ),
)
MOST = Option(
    "most",
    QT_TRANSLATE_NOOP("FeatureAttributionView", "Nodes kept of each row"),
    "integer",
    24,
    low=4,
    high=120,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "FeatureAttributionView", "At most so many nodes of each dictionary are followed: each takes a backward pass."
    ),
)
CHECKED = Option(
    "checked",
    QT_TRANSLATE_NOOP("FeatureAttributionView", "Features switched off"),
    "integer",
    32,
    low=8,
    high=200,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "FeatureAttributionView",
        "So many of the strongest features, and as many random ones, are switched off one by one to check their "
        "effects.",
    ),
)
GROUP = Option(
    "group",
    QT_TRANSLATE_NOOP("FeatureAttributionView", "Group"),
    "text",
    "",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("FeatureAttributionView", "The name of the group that “Put into the group” means."),
)
GROUPS = Option(
    "groups",
    QT_TRANSLATE_NOOP("FeatureAttributionView", "All groups"),
    "text",
    "",
    in_bar=False,
    long=True,
    tip=QT_TRANSLATE_NOOP(
        "FeatureAttributionView", "Groups of features as text, as in “capitals: L12.F3 L24.F70; France: L12.F9”."
    ),
)
AT = Option(
    "at",
    QT_TRANSLATE_NOOP("FeatureAttributionView", "Position explained"),
    "integer",
    -1,
    low=-1,
    high=MOST_TOKENS - 1,
    least=QT_TRANSLATE_NOOP("FeatureAttributionView", "the selected one"),
    in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "FeatureAttributionView",
        "The position whose graph stays on screen while others are selected; “Attribute” sets it, -1 is the selected "
        "one.",
    ),
)
NODE = Option(
    "node",
    QT_TRANSLATE_NOOP("FeatureAttributionView", "Selected node"),
    "text",
    "",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "FeatureAttributionView", "As in L12.F3@5: a feature, L12.error, L12.constant or token, and its position."
    ),
)
OPTIONS: Final = (WHAT, WHICH, MLP, TOKEN, AGAINST, SHARE, MOST, CHECKED, GROUP, GROUPS, AT, NODE)


def steps(position: int) -> Sequence[Intent]:
    """Ask which features made the token at a position."""
    return (
        LookAt(position),
        SetOption(VIEW, WHAT.name, SELECTED),
        SetOption(VIEW, TOKEN.name, ""),
        SetOption(VIEW, AGAINST.name, ""),
        SetOption(VIEW, AT.name, position),
        ShowViews("features", (VIEW,)),
    )

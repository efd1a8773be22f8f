"""What the token strip says of the feature that colours its tokens."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from viz.charts.numbers import fixed
from viz.charts.shade import NO_DICTIONARY, NO_FEATURE, FeatureShade
from viz.charts.watched import Watched
from viz.joined import listed
from viz.theme import Theme

translate = QCoreApplication.translate  # by this name its texts are collected


def legend_words(shade: FeatureShade) -> str:
    """The colour bar's label."""
    return translate("TokenStripView", "activation of F{feature}").format(feature=shade.feature)


def why_words(shade: FeatureShade, of_file: bool) -> str:
    """Why no token is coloured by a feature, or not every one yet; "" where nothing is to be said."""
    if shade.why == NO_DICTIONARY:
        return translate("TokenStripView", "No dictionary fits this model: train one, or open one in Features.")
    if shade.why == NO_FEATURE:
        return translate("TokenStripView", "No feature is chosen: choose one in Features to colour the tokens by it.")
    if shade.why:
        return shade.why
    if shade.waits:
        return translate("TokenStripView", "Activations come when the model rests: the dictionary does not read resid.")
    if of_file and not shade.by_node.known.all():
        return translate("TokenStripView", "The file holds no activations of this feature.")
    return ""


def activation_words(shade: FeatureShade, node: int) -> str:
    """One node's activation; "" where it is not known yet."""
    if shade.why or not shade.by_node.known[node]:
        return ""
    value = float(shade.by_node.values[node, 0])
    name = f"F{shade.feature}"
    if math.isnan(value):
        return translate("TokenStripView", "{feature} not active: an outlier that the dictionary leaves out").format(
            feature=name
        )
    return translate("TokenStripView", "activation of {feature} {value}").format(feature=name, value=fixed(value, 2))


def flags_of(watched: Watched | None, position: int, theme: Theme) -> tuple[QColor, ...]:
    """The colours of the rules that mark a position, as the watch has them."""
    if watched is None or position >= watched.marks.shape[1]:
        return ()
    colours = theme.categories
    return tuple(QColor(colours[at % len(colours)]) for at in watched.marks[:, position].nonzero()[0].tolist())


def marked_words(watched: Watched, position: int) -> str:
    """Which rules mark a position; "" where none does."""
    if position >= watched.marks.shape[1]:
        return ""
    names = [watched.rules[at].name for at in watched.marks[:, position].nonzero()[0].tolist()]
    return translate("TokenStripView", "marked by {rules}").format(rules=listed(names)) if names else ""

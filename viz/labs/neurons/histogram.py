"""How often a neuron is how active: bars over its activations, their heights in powers of ten."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from engine.labs.neurons.records import Triggers
from viz.charts.plot import Plot
from viz.theme import Theme


def draw_histogram(
    painter: QPainter, rect: QRectF, found: Triggers, names: tuple[str, str], theme: Theme, em: float
) -> None:
    """The bars in `rect`, in the painter's font, where there is room for them; `names` of the axes."""
    box = QRectF(rect.left() + em * 4.2, rect.top() + em * 1.5, rect.width() - em * 5, rect.height() - em * 4.4)
    if box.height() < em * 2:
        return
    top = float(np.log10(found.counts.max(initial=1) + 1))
    plot = Plot(box, (float(found.edges[0]), float(found.edges[-1])), (0.0, top), theme, em * 0.8)
    marks = [(float(np.log10(10**n + 1)), f"{10**n:,}") for n in range(int(top) + 1)]
    plot.frame(painter, *names, [(0.0, "0"), *marks])
    for count, low, high in zip(found.counts.tolist(), found.edges[:-1], found.edges[1:], strict=True):
        if count:
            left, right, y = plot.x(float(low)), plot.x(float(high)), plot.y(float(np.log10(count + 1)))
            painter.fillRect(QRectF(left, y, max(right - left - 1, 1), box.bottom() - y), QColor(theme.path))

"""Items that paint in pixels paint nothing where their view box has no size: an error there ends the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter, QTransform
from pytestqt.qtbot import QtBot

from viz.charts.graphs import pg
from viz.charts.look import Look
from viz.charts.marks import Hatch
from viz.charts.pixels import pixel_in
from viz.labs.analogies.arrows_item import Arrows, Mark
from viz.labs.feature_attribution.graph_item import Dot, GraphItem
from viz.theme import theme

ROOT = Path(__file__).resolve().parents[4]
LOOK = Look(theme("dark"), QFont(), 14.0)


def _hatch() -> Hatch:
    item = Hatch()
    item.put(QRectF(0, 0, 1, 1), LOOK)
    return item


def _graph() -> GraphItem:
    item = GraphItem()
    item.show_graph([Dot(0, 0, "a", "#ffffff", 1.0)], [], [], LOOK)
    return item


def _arrows() -> Arrows:
    item = Arrows()
    item.show_words([Mark(0, 0, "a", "#ffffff")], [], LOOK)
    return item


@pytest.mark.parametrize("make", [_hatch, _graph, _arrows])
def test_a_view_box_without_a_size_is_painted_without_an_error(make: Callable[[], Any], qtbot: QtBot) -> None:
    view = pg.ViewBox()
    item = make()
    view.addItem(item)
    with pytest.raises(TypeError):
        view.viewPixelSize()
    assert pixel_in(view, QTransform()) is None
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    item.paint(painter, None, None)
    painter.end()
    empty = QImage(20, 20, QImage.Format.Format_ARGB32)
    empty.fill(0)
    assert image == empty


def test_nobody_else_asks_for_those_pixels() -> None:
    asking = [path.name for path in (ROOT / "viz").rglob("*.py") if "viewPixelSize" in path.read_text("utf-8")]
    assert asking == ["pixels.py"]

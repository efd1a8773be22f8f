"""What a screen reader finds: a name and a role for all that can be used, a sentence and a table for every picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.assemble import make_window
from app.settings import Settings
from app.window.numbers_of import numbers_of
from app.window.panels.numbers_table import NumbersTable
from app.window.view_host import ViewHost
from app.window.window import MainWindow
from tests.helpers.runs import RUNS
from tests.helpers.tour import tour
from viz.charts import roles
from viz.charts.chart_grid import ChartGrid
from viz.figures.numbers import gathered

ROLE = QAccessible.Role
HOLD_OTHERS = (
    ROLE.Client, ROLE.Window, ROLE.Pane, ROLE.Grouping, ROLE.Separator, ROLE.Whitespace, ROLE.LayeredPane,
    ROLE.ScrollBar, ROLE.Border, ROLE.Canvas, ROLE.StatusBar, ROLE.ToolBar, ROLE.MenuBar, ROLE.Splitter, ROLE.Grip,
)  # fmt: skip
TABS = ROLE.PageTabList  # Qt names a bar of tabs after the one in front, and keeps empty ones out of sight
CELLS = (ROLE.Cell, ROLE.ListItem, ROLE.RowHeader, ROLE.ColumnHeader)  # empty ones are told as empty
DEEP = 12


@pytest.fixture(scope="module", autouse=True)
def _roles(qapp: QApplication) -> None:
    roles.install()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = make_window(Settings())
    made.resize(1920, 1040)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def below(found: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """All that can be seen below, as a screen reader walks it."""
    for number in range(found.childCount()):
        child = found.child(number)
        if not child.isValid() or child.state().invisible:
            continue
        yield child
        if depth < DEEP and child.role() not in (ROLE.Table, ROLE.List, ROLE.Tree):
            yield from below(child, depth + 1)


def nameless(whole: QWidget) -> list[str]:
    """What can be used in it, or says anything, and has no name."""
    top = QAccessible.queryAccessibleInterface(whole)
    found = []
    for part in below(top):
        state = part.state()
        holds = part.role() in HOLD_OTHERS and not state.focusable
        if holds or part.role() in (*CELLS, TABS) or part.text(QAccessible.Text.Name).strip():
            continue
        thing = part.object()
        if isinstance(part.object(), QWidget) and thing.focusProxy() is not None:  # type: ignore[attr-defined]
            continue
        if part.role() is ROLE.StaticText and not part.text(QAccessible.Text.Value).strip():
            continue  # a label without words
        found.append(f"{part.role().name} {type(thing).__name__} in {type(thing.parent()).__name__}")
    return found


def test_all_that_is_used_has_a_name_and_every_view_a_sentence_and_a_table(window: MainWindow, qtbot: QtBot) -> None:
    said: dict[str, dict[str, str]] = {}
    for made in ("empty", "fifty_steps"):
        window.refresh(RUNS[made](), window.first_ui_state())
        said[made] = {}
        for stop in tour(qtbot, window, each_once=True):
            assert nameless(stop.host) == [], f"{made}: {stop}"
            name = stop.host.view_class.name
            said[made][name] = stop.view.accessibleDescription()
            assert said[made][name].strip(), f"{made}: {stop} says nothing of what it shows"
            focus: QWidget = stop.view
            while (proxy := focus.focusProxy()) is not None:
                focus = proxy
            assert focus.accessibleName(), f"{made}: {stop}"
            if made == "fifty_steps":
                readable(stop.host, qtbot)
    assert nameless(window) == []
    changed = {name for name in said["empty"] if said["empty"][name] != said["fifty_steps"][name]}
    assert {"meaning_space", "token_strip", "next_token", "logit_lens", "layers", "head_table"} <= changed


def readable(host: ViewHost, qtbot: QtBot) -> None:
    """Whether the table of a dock holds every number of its frame."""
    table = numbers_of(host)
    qtbot.addWidget(table)
    arrays = {name: array for name, array in gathered(host.painted_frame).arrays.items() if array.size and array.ndim}
    assert table.parts, f"{host.title}: no numbers"
    shown = sum(part.rows * len(part.columns) for part in table.parts if part.name.split(" (")[0] in arrays)
    assert shown == sum(array.size for array in arrays.values())
    for index in range(0, len(table.parts), max(len(table.parts) // 4, 1)):
        table.which.setCurrentIndex(index)
        assert table.model.index(0, 0).data() is not None
    table.close()


def test_a_cell_of_the_table_is_the_number_itself(window: MainWindow, qtbot: QtBot) -> None:
    window.refresh(RUNS["fifty_steps"](), window.first_ui_state())
    window.show_workspace("attention")
    window.docks.show_view("logit_lens")
    host = window.docks.hosts["logit_lens"]
    qtbot.waitUntil(lambda: host.view is not None and not host.is_outdated)
    window.read_table("logit_lens")
    table = next(it for it in QApplication.topLevelWidgets() if isinstance(it, NumbersTable) and it.isVisible())
    arrays = gathered(host.painted_frame).arrays.items()
    name, array = next((n, a) for n, a in arrays if a.ndim > 1 and a.dtype.kind == "f" and np.isfinite(a).any())
    flat = array.reshape(-1, array.shape[-1])
    row, column = (int(it) for it in np.argwhere(np.isfinite(flat))[-1])
    table.which.setCurrentIndex(next(i for i, part in enumerate(table.parts) if part.name.startswith(f"{name} (")))
    shown = float(str(table.model.index(row, column).data()).replace("−", "-"))
    assert shown == pytest.approx(float(flat[row, column]), rel=1e-6)
    assert table.table.hasFocus() or table.table.focusPolicy() & Qt.FocusPolicy.TabFocus
    table.close()


def test_charts_are_charts_and_what_the_arrow_keys_come_to_is_said(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.refresh(RUNS["fifty_steps"](), window.first_ui_state())
    window.show_workspace("attention")
    window.docks.show_view("layers")
    host = window.docks.hosts["layers"]
    qtbot.waitUntil(lambda: host.view is not None and not host.is_outdated)
    grid = host.findChild(ChartGrid)
    assert isinstance(grid, QGraphicsView)
    found = QAccessible.queryAccessibleInterface(grid)
    assert found.role() is ROLE.Chart
    assert found.text(QAccessible.Text.Name) == host.view_class.translated_title()
    assert "highest" in found.text(QAccessible.Text.Description)
    told: list[str] = []
    chosen: list[object] = []
    monkeypatch.setattr("viz.charts.chart_grid.announce", lambda _, words: told.append(words))
    plot = grid.keyboard_plot
    assert plot is not None
    grid.setFocus()
    assert plot.aim_at is not None
    assert plot.aim_at.choose is not None
    monkeypatch.setattr(plot, "aim_at", replace(plot.aim_at, choose=chosen.append))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(grid, key)
    assert told
    assert all(words and words == plot.aim_at.words(thing) for words, thing in zip(told, chosen, strict=True))


def test_a_nameless_button_and_a_nameless_chart_are_seen(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    QPushButton("named", whole)
    QToolButton(whole).move(80, 0)
    chart = QGraphicsView(whole)
    chart.move(0, 40)
    roles.give_role(chart)
    whole.show()
    qtbot.waitExposed(whole)
    assert len([line for line in nameless(whole) if line.startswith(("Button", "Chart"))]) == 2
    chart.setAccessibleName("now it has one")
    assert len([line for line in nameless(whole) if line.startswith(("Button", "Chart"))]) == 1


def test_numbers_are_not_copied(qtbot: QtBot) -> None:
    from app.window.panels.numbers_table import parts_of
    from viz.figures.numbers import Gathered

    many = np.arange(12_000_000, dtype=np.float32).reshape(3000, 4000)
    table = NumbersTable("much", "", parts_of(None, Gathered({"much": many}, {"much": ""})))
    qtbot.addWidget(table)
    assert table.model.rowCount() == 3000
    assert str(table.model.index(2999, 3999).data()) == "1.2e+07"
    assert np.shares_memory(table.parts[0].cells, many)

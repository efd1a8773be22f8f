"""What the window shows: views, workspaces, themes, notices and status."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QMenu,
    QPlainTextEdit,
    QSlider,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.assemble import make_window
from app.notice import Notice
from app.settings import Settings
from app.state import Work
from app.window import docks
from app.window.option_bar import OptionBar
from app.window.window import MainWindow
from app.window.workspaces import WORKSPACES
from engine.run import Run
from tests.helpers.counted import counted
from tests.helpers.rested import rested
from tests.helpers.runs import fifty_steps, one_step
from tests.helpers.toy_views import TOYS, BrokenView, HiddenView, SideView
from tests.helpers.windows import FACTS, Make, built, log, toy
from viz import theme as themes
from viz.intents import AskDistribution, LookAt
from viz.ui_state import UiState
from viz.view import View

# -- views -----------------------------------------------------------------------------------------------------------


def test_views_are_made_when_seen_and_painted_at_most_once_a_refresh(make: Make, qtbot: QtBot) -> None:
    window = make()
    view = built(qtbot, window)
    assert HiddenView.made == 0
    run, ui = fifty_steps(), window.first_ui_state()
    before = len(view.painted)
    for position in range(200):
        window.refresh(run, replace(ui, position=position))
    qtbot.waitUntil(lambda: view.painted[-1].length == len(run))
    assert len(view.painted) - before <= 3
    assert HiddenView.made == 0


def test_what_a_view_wants_of_a_frame_is_sent_once_and_by_those_that_are_seen(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SideView, "asks", True)
    monkeypatch.setattr(HiddenView, "asks", True)
    window = make()
    view, sent = built(qtbot, window, "side"), log(window.intent)
    before, host = len(view.painted), window.docks.hosts["side"]
    runs = one_step(), one_step(), fifty_steps()
    for run in runs:
        window.refresh(run, window.first_ui_state())
        qtbot.waitUntil(lambda: not host.is_outdated)
        host.paint_pending()  # there already
    wanted = [intent for (intent,) in sent if isinstance(intent, AskDistribution)]
    assert wanted == [AskDistribution(len(run) - 1) for run in runs]  # of each run
    assert [frame.length for frame in view.painted[before:]] == [len(runs[0]), len(runs[2])]  # the second looks alike


def test_a_view_is_painted_again_only_where_something_looks_different(make: Make, qtbot: QtBot) -> None:
    window = make()
    view, host = built(qtbot, window, "side"), window.docks.hosts["side"]
    run, ui = fifty_steps(), window.first_ui_state()

    def painted(ui: UiState) -> int:
        """How often it is painted for a step."""
        before = len(view.painted)
        host.set_pending(run, ui)
        assert host.is_outdated
        host.paint_pending()
        return len(view.painted) - before

    assert painted(replace(ui, position=1)) == 1
    assert [painted(replace(ui, position=position)) for position in (2, 3)] == [0, 0]  # it shows no position
    view.resize(view.width() + 1, view.height())
    assert painted(replace(ui, position=4)) == 1
    host.show_theme(themes.theme("light"), 1.0)
    assert painted(replace(ui, position=5)) == 1
    assert painted(replace(ui, theme="light")) == 1


def test_bars_are_measured_and_tabs_are_named_where_they_change_only(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make(size=(1000, 700))
    built(qtbot, window, "side")
    qtbot.waitUntil(lambda: bool(window.findChildren(QTabBar)))
    window.docks.paint_some()
    measured, named = counted(monkeypatch, OptionBar, "wanted_width"), counted(monkeypatch, docks, "tip")
    for _ in range(3):
        window.docks.paint_some()
    assert measured == named == []
    bar = window.docks.hosts["toy"].bar
    assert bar is not None
    switch, before = bar.controls[0], bar.controls[0].width()
    switch.control.setText("On now")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: switch.width() == switch.sizeHint().width() > before)
    assert measured
    assert named == []
    window.docks.hosts["lower"].setWindowTitle("Called otherwise")
    window.docks.paint_some()
    assert named


def test_a_hidden_view_shows_the_newest_run_when_it_is_seen(make: Make, qtbot: QtBot) -> None:
    window = make()
    built(qtbot, window, "side")
    window.refresh(one_step(), window.first_ui_state())
    run = fifty_steps()
    window.refresh(run, window.first_ui_state())
    window.docks.show_view("hidden")
    hidden = built(qtbot, window, "hidden")
    assert [frame.length for frame in hidden.painted] == [len(run)]


def test_a_view_comes_to_the_front_while_a_notice_is_on_screen(make: Make, qtbot: QtBot) -> None:
    window = make()
    built(qtbot, window, "side")
    window.show_notice(Notice("warning", "A warning that stays."))
    for name in ("hidden", "lower", "hidden"):
        window.docks.show_view(name)
        qtbot.waitUntil(lambda name=name: window.docks.hosts[name].is_seen)  # type: ignore[misc]


@pytest.mark.parametrize("fails", ["frame", "paint", "making"])
def test_a_view_that_raises_says_so_in_its_dock_and_harms_nobody(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    monkeypatch.setattr(BrokenView, "fails", fails)
    told: list[logging.LogRecord] = []
    monkeypatch.setattr(logging.Logger, "handle", lambda logger, record: told.append(record))
    window = make()
    window.refresh(one_step(), window.first_ui_state())
    host = window.docks.hosts["broken"]
    qtbot.waitUntil(lambda: host.error_panel is not None and host.error_panel.isVisible())
    assert host.error_panel is not None
    assert "Broken could not be drawn" in host.error_panel.sentence.text()
    assert "Traceback" in host.error_panel.detail.toPlainText()
    assert len(built(qtbot, window).painted) >= 1
    run = fifty_steps()
    window.refresh(run, window.first_ui_state())
    qtbot.waitUntil(lambda: toy(window).painted[-1].length == len(run))
    assert len(told) == 1  # told once, not at every refresh
    monkeypatch.setattr(BrokenView, "fails", "")
    QTest.mouseClick(host.error_panel.again, Qt.MouseButton.LeftButton)
    assert built(qtbot, window, "broken").painted[-1].length == len(run)
    assert not host.error_panel.isVisible()


def test_intents_leave_by_the_window(make: Make, qtbot: QtBot) -> None:
    window = make()
    sent = log(window.intent)
    built(qtbot, window).poke(LookAt(3))
    assert sent == [(LookAt(3),)]


def test_a_view_s_own_menu_can_ask_for_its_figure_and_its_data(make: Make, qtbot: QtBot) -> None:
    window = make()
    figure, save, copy, read = built(qtbot, window).actions()
    host = window.docks.hosts["toy"]
    asked = [log(host.export_asked), log(window.save_data), log(window.copy_table)]
    assert [it.text() for it in (figure, save, copy, read)] == [
        "Export a figure of Toy", "Save data of Toy…", "Copy table of Toy", read.text(),
    ]  # fmt: skip
    assert [it.text() for it in host.dock_bar.export.actions()] == [it.text() for it in (figure, save, copy, read)]
    figure.trigger()
    save.trigger()
    copy.trigger()
    assert asked == [[("toy",)]] * 3
    host.dock_bar.export.actions()[1].trigger()
    window.actions_made.by_id["copy_table"].trigger()  # of the view in front
    assert asked == [[("toy",)], [("toy",)] * 2, [("toy",)] * 2]


def test_the_palette_finds_what_writes_a_file_by_what_it_writes(make: Make, qtbot: QtBot) -> None:
    window = make()
    view = built(qtbot, window)
    own = QAction("Save the numbers as a table (CSV)…", view)
    view.addAction(own)
    chosen = log(own.triggered)
    window.actions_made.by_id["palette"].trigger()
    palette = window.palette_popup

    def found(typed: str) -> set[str]:
        palette.line.setText(typed)
        return set(palette.found())

    table, figure = "Toy: Save the numbers as a table (CSV)…", "Export a figure of Toy"
    of_view = {"Save data of Toy…", "Copy table of Toy"}
    for word in ("CSV", "data", "spreadsheet", "numbers", "Parquet"):
        assert {table, *of_view} - ({table} if word == "Parquet" else set()) <= found(word)
        assert figure not in found(word)
    for word in ("figure", "SVG", "PDF", "PNG", "picture"):
        assert {figure, "Export a figure…"} <= found(word)
        assert table not in found(word)
    assert {table, figure, "Save run", "Save run as…"} <= found("export")
    assert "Save run" in found("data")
    palette.line.setText("toy csv")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert len(chosen) == 1


def test_an_option_goes_round_and_is_kept(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    window = make()
    built(qtbot, window)
    sent = log(window.option_changed)
    bar = window.docks.hosts["toy"].bar
    assert bar is not None
    switch = bar.controls[0].control
    assert isinstance(switch, QAbstractButton)
    switch.click()
    assert sent == [("toy", "on", True)]
    ui = window.first_ui_state().with_option("toy", "count", 33)
    window.refresh(Run(), ui)
    qtbot.waitUntil(lambda: bar.controls[2].value() == 33)
    window.docks.hosts["toy"].dock_bar.options.click()
    panel = window.docks.hosts["toy"].option_panel
    assert panel is not None
    deep = panel.controls[-1]
    assert deep.option.name == "deep"
    assert isinstance(deep.control, QAbstractButton)
    deep.control.click()
    panel.hide()
    assert sent[-1] == ("toy", "deep", False)
    window.close()
    again = make(Settings.load(tmp_path / "settings.json"))
    assert dict(again.first_ui_state().options["toy"]) == {"on": True, "deep": False}


# -- workspaces, themes, text size -----------------------------------------------------------------------------------


def arrangement(window: MainWindow) -> dict[str, tuple[bool, bool]]:
    """Of every dock: hidden, floating."""
    return {name: (dock.isHidden(), dock.isFloating()) for name, dock in window.docks.all.items()}


def test_a_workspace_is_found_again_as_it_was_left(make: Make, qtbot: QtBot) -> None:
    window = make(size=(1500, 900))
    built(qtbot, window)
    first = arrangement(window)
    window.docks.hosts["side"].close()
    window.docks.hosts["broken"].setFloating(True)
    left = arrangement(window)
    assert left != first
    number = [workspace.name for workspace in WORKSPACES].index("attention") + 1
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    assert window.docks.current == "attention"
    window.header.workspace_actions["studio"].trigger()
    assert window.docks.current == "studio"
    assert window.controls.dock.isHidden()
    assert not window.studio.isHidden()
    QTest.mouseClick(window.header.buttons["explore"], Qt.MouseButton.LeftButton)
    assert arrangement(window) == left
    window.actions_made.by_id["reset_workspace"].trigger()
    assert arrangement(window) == first


def test_views_that_are_in_sight_are_shown_where_one_is(make: Make, qtbot: QtBot) -> None:
    """Another workspace would hide what was looked at beside them."""
    window = make(size=(1500, 900))
    built(qtbot, window)
    window.show_views("attention", ("toy",))
    assert window.docks.current == "explore"
    window.docks.hosts["toy"].close()
    qtbot.waitUntil(lambda: not window.docks.hosts["toy"].is_seen)
    window.show_views("attention", ("toy",))
    assert window.docks.current == "attention"
    qtbot.waitUntil(lambda: window.docks.hosts["toy"].is_seen)


def test_workspace_and_window_survive_a_restart(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    window = make(size=(760, 540))  # fits the smallest screen: Qt brings a window back only as large as the screen
    window.show_workspace("attention")
    window.docks.hosts["toy"].close()
    left, size = arrangement(window), window.size()
    closing = log(window.closing)
    window.close()
    window.close()
    assert closing == [()]
    again = make_window(Settings.load(tmp_path / "settings.json"), TOYS)
    again.show()
    qtbot.waitExposed(again)
    assert again.docks.current == "attention"
    assert arrangement(again) == left
    qtbot.waitUntil(lambda: again.size() == size)
    again.close()


def test_damaged_settings_and_layouts_cost_no_more_than_a_sentence(make: Make, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{ damaged", "utf-8")
    window = make(Settings.load(path))
    assert "could not be read" in window.notices.cards[0].notice.sentence
    for garbage in ("", "AAAA", "*", "ü" * 9):
        window.settings.layouts["attention"] = garbage
        window.docks.show_workspace("attention", keep=False)
        assert not window.docks.hosts["toy"].isHidden()
        window.docks.show_workspace("explore", keep=False)


def test_a_notice_stays_on_top_of_docks_that_come_later_or_are_put_in_front(
    make: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    """What is wrong with the settings is told before most docks are there."""
    window = make_window(Settings(path=tmp_path / "settings.json", problem="Something is wrong."), {"toy": TOYS["toy"]})
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)

    def on_top() -> bool:
        met = window.childAt(window.notices.geometry().center())
        return met is not None and window.notices.isAncestorOf(met)

    assert on_top()
    window.add_views(TOYS)
    rested(qtbot, window)
    assert on_top()
    for name in ("lower", "side", "hidden"):
        window.docks.show_view(name)
        rested(qtbot, window)
        assert on_top(), name
    window.show_workspace("attention")
    rested(qtbot, window)
    assert on_top()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (900, 600)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_off(make: Make, qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    window = make(Settings(scale=scale), size)
    window.show_status(FACTS)
    window.show_works((Work(1, "Fetching something with a long name", 1, 3, "bytes"),))
    built(qtbot, window)
    if scale == 1.0:
        assert window.width() <= size[0]
    body = window.controls
    assert body.width() >= body.minimumSizeHint().width()
    for control in body.findChildren(QWidget):
        if control.isVisible() and isinstance(control, (QAbstractButton, QAbstractSpinBox, QSlider, QPlainTextEdit)):
            right = control.mapTo(body, QPoint(control.width(), 0)).x()
            assert right <= body.width(), control.accessibleName()
    for part in window.header.findChildren(QAbstractButton):
        if part.isVisible():
            assert part.mapTo(window.header, QPoint(part.width(), 0)).x() <= window.header.width()
            assert part.width() >= min(part.sizeHint().width(), 40)


def test_the_map_takes_most_of_the_width(make: Make, qtbot: QtBot) -> None:
    for size in ((1920, 1080), (1280, 720)):
        window = make(Settings(), size)
        built(qtbot, window)
        hosts = window.docks.hosts
        qtbot.waitUntil(lambda hosts=hosts, size=size: hosts["toy"].width() > 0.45 * size[0])  # type: ignore[misc]
        assert hosts["toy"].width() > 2 * hosts["side"].width() > 0
        assert hosts["broken"].width() > 0.95 * window.width()
        window.close()


@pytest.mark.parametrize("name", themes.names())
def test_a_theme_is_shown_at_once_everywhere(make: Make, qtbot: QtBot, name: str) -> None:
    window = make(Settings(theme="light" if name == "dark" else "dark"))
    view = built(qtbot, window)
    sent = log(window.theme_changed)
    window.appearance.choose_theme(name)
    assert sent == [(name,)]
    ground = QApplication.palette().window().color().name()
    assert ground == themes.theme(name).surface
    qtbot.waitUntil(lambda: view.themes[-1] == name)
    assert view.painted[-1].theme == name
    window.appearance.choose_theme(name)
    assert len(sent) == 1


def test_text_grows_for_a_projector(make: Make) -> None:
    window = make()
    label = window.controls.card.title
    before = label.fontMetrics().height()
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert window.settings.scale == 1.5
    assert label.fontMetrics().height() >= 1.4 * before
    assert window.controls.prompt.editor.fontMetrics().height() >= 1.4 * before * 0.9
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert label.fontMetrics().height() == before


def test_the_views_menu_lists_and_toggles_every_view(make: Make, qtbot: QtBot) -> None:
    window = make()
    built(qtbot, window)
    entries = {action.text(): action for action in window.header.menus["view"].actions()}
    assert {view.title for view in TOYS.values()} <= set(entries)
    assert entries["Toy"].isChecked()
    entries["Toy"].trigger()
    assert window.docks.hosts["toy"].isHidden()
    entries["Toy"].trigger()
    assert not window.docks.hosts["toy"].isHidden()
    for workspace in WORKSPACES:
        assert workspace.title in [action.text() for action in window.header.menus["workspace"].actions()]
    assert SideView.made <= 1


def test_the_views_of_a_laboratory_have_a_menu_of_their_own_and_single_ones_stand_alone(
    make: Make, qtbot: QtBot
) -> None:
    def of_lab(folder: str, name: str) -> type[View]:
        return type(name, (SideView,), {"name": name, "title": name.title(), "__module__": f"viz.labs.{folder}.x_view"})

    window = make()
    built(qtbot, window)
    menu = window.header.menus["view"]
    named = {name: of_lab(folder, name) for name, folder in (("zeta", "layers"), ("one", "attention"))}
    window.add_views(named)
    assert {"Zeta", "One"} <= {action.text() for action in menu.actions()}
    window.add_views({"two": of_lab("attention", "two")})
    entries = {action.text(): action for action in menu.actions()}
    assert not {"One", "Two"} & set(entries)
    own = entries["Attention"].menu()
    assert isinstance(own, QMenu)
    assert [action.text() for action in own.actions()] == ["One", "Two"]
    texts = [action.text() for action in menu.actions()]
    assert max(texts.index(view.title) for view in TOYS.values()) < texts.index("Attention") < texts.index("Zeta")
    host = window.docks.hosts["two"]
    shown = not host.isHidden()
    own.actions()[1].trigger()
    assert host.isHidden() is shown


def test_views_are_painted_one_after_the_other_and_none_is_forgotten(make: Make, qtbot: QtBot) -> None:
    window = make(size=(1500, 900))
    built(qtbot, window, "side")
    hosts = window.docks.hosts
    qtbot.waitUntil(lambda: not any(host.is_outdated and host.is_seen for host in hosts.values()))
    seen = [name for name, host in hosts.items() if host.is_seen]
    others = [name for name in seen if hosts[name].view_class.area != "centre"]
    assert len(others) >= 2
    window.refresh(fifty_steps(), window.first_ui_state())
    assert all(hosts[name].is_outdated for name in seen)
    window.docks.paint_some()
    assert sum(not hosts[name].is_outdated for name in others) == 1
    assert not hosts["toy"].is_outdated  # the centre comes first
    first = next(name for name in others if not hosts[name].is_outdated)
    window.refresh(one_step(), window.first_ui_state())  # a newer run while some still wait for the older one
    window.docks.paint_some()
    assert hosts[first].is_outdated  # those that wait longer come before it
    qtbot.waitUntil(lambda: not any(hosts[name].is_outdated for name in seen))
    assert all(toy(window, name).painted[-1].length == len(one_step()) for name in seen)


def test_a_view_that_came_since_a_layout_was_kept_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    fewer = {name: view for name, view in TOYS.items() if name != "lower"}
    window = make_window(Settings(path=path), fewer)
    window.show()
    qtbot.waitExposed(window)
    window.docks.hosts["hidden"].close()
    window.close()
    again = make_window(Settings.load(path), TOYS)
    again.show()
    qtbot.waitExposed(again)
    assert not again.docks.hosts["lower"].isHidden()
    assert again.docks.hosts["hidden"].isHidden()  # closed by hand: it stays so
    again.close()


def test_views_added_after_the_first_picture_stand_where_they_belong(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    whole = make(size=(1500, 900))
    settings = Settings(path=tmp_path / "other.json", options={"side": {}, "toy": {"count": 30}})
    window = make_window(settings, {"side": TOYS["side"]})
    window.resize(1500, 900)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: window.docks.hosts["side"].view is not None)
    window.add_views(TOYS)
    assert list(window.docks.hosts) == list(whole.docks.hosts)
    qtbot.waitUntil(lambda: window.docks.hosts["toy"].is_seen)
    assert arrangement(window) == arrangement(whole)
    entries = [action.text() for action in window.header.menus["view"].actions()]
    assert entries == [action.text() for action in whole.header.menus["view"].actions()]
    assert window.first_ui_state().options["toy"]["count"] == 30
    window.close()


def test_tabs_show_their_whole_titles(make: Make, qtbot: QtBot) -> None:
    window = make(size=(1000, 700))
    built(qtbot, window, "side")
    qtbot.waitUntil(lambda: bool(window.findChildren(QTabBar)))
    window.docks.paint_some()
    for bar in window.findChildren(QTabBar):
        metrics = bar.fontMetrics()
        for at in range(bar.count()):
            assert bar.tabRect(at).width() >= metrics.horizontalAdvance(bar.tabText(at))

"""The window driven by real keys, clicks and drops: what leaves it by signals, and what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.notices import Notice
from app.panels.model import ModelRow
from app.panels.playback import to_place, to_speed
from app.settings import DEFAULT_PROMPT, Settings
from app.state import Phase, RunState, StatusFacts
from app.window import MainWindow
from app.workspaces import WORKSPACES
from engine.records import Sampling
from engine.run import Run
from tests.helpers.runs import fifty_steps, one_step
from tests.helpers.toy_views import TOYS, BrokenView, HiddenView, SideView, ToyView
from viz import theme as themes
from viz.intents import LookAt

READY = RunState(Phase.IDLE, has_model=True, has_run=True, can_step_back=True)
GENERATING = replace(READY, phase=Phase.GENERATING)
FACTS = StatusFacts("SmolLM2-135M", "cpu", "float32", 27.2, 2.1e-6, 1.0, 0.31, 0.013, 49)

Make = Callable[..., MainWindow]


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Iterator[Make]:
    """Makes shown windows of toy views; they are closed at the end."""
    made: list[MainWindow] = []

    def one(settings: Settings | None = None, size: tuple[int, int] = (1280, 720)) -> MainWindow:
        for view in TOYS.values():
            view.made = 0  # type: ignore[attr-defined]
        window = MainWindow(settings or Settings(path=tmp_path / "settings.json"), TOYS)
        made.append(window)
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        window.setFocus()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=5000)
        return window

    yield one
    for window in made:
        window.close()
        window.deleteLater()


@pytest.fixture(autouse=True)
def _whole_views(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BrokenView, "fails", "")


def toy(window: MainWindow, name: str = "toy") -> ToyView:
    """A built view."""
    view = window.docks.hosts[name].view
    assert isinstance(view, ToyView)
    return view


def built(qtbot: QtBot, window: MainWindow, name: str = "toy") -> ToyView:
    """A view once it has been painted."""
    qtbot.waitUntil(lambda: window.docks.hosts[name].view is not None and bool(toy(window, name).painted))
    return toy(window, name)


def log(signal: Any) -> list[tuple[Any, ...]]:
    """What a signal sends from now on."""
    sent: list[tuple[Any, ...]] = []
    signal.connect(lambda *arguments: sent.append(arguments))
    return sent


# -- keys and what a person asks -------------------------------------------------------------------------------------


def test_ctrl_enter_in_the_prompt_runs_it(make: Make) -> None:
    window = make()
    window.show_state(READY)
    sent = log(window.prompt_run)
    editor = window.controls.prompt.editor
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert editor.hasFocus()
    QTest.keyClicks(editor, "Hello there")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "friend")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sent == [("Hello there\nfriend", Sampling(), False, 40)]
    assert window.prompt_as_asked() == sent[0]


def test_the_default_prompt_is_wolframs(make: Make) -> None:
    assert make().prompt_as_asked()[0] == DEFAULT_PROMPT == "The best thing about AI is its ability to"


def test_space_plays_and_pauses_and_arrows_step(make: Make) -> None:
    window = make()
    window.show_state(READY)
    play, pause, step, back, stop = (
        log(signal) for signal in (window.play, window.pause, window.step, window.step_back, window.stop)
    )
    QTest.keyClick(window, Qt.Key.Key_Space)
    window.show_state(GENERATING)
    QTest.keyClick(window, Qt.Key.Key_Space)
    QTest.keyClick(window, Qt.Key.Key_Right)
    QTest.keyClick(window, Qt.Key.Key_Left)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert (play, pause, step, back, stop) == ([(40,)], [()], [()], [()], [()])
    window.show_state(READY)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert len(stop) == 1


def test_plain_keys_belong_to_whoever_is_typed_into(make: Make) -> None:
    window = make()
    window.show_state(READY)
    play, step = log(window.play), log(window.step)
    window.controls.prompt.editor.setFocus()
    QTest.keyClick(window.controls.prompt.editor, Qt.Key.Key_Space)
    QTest.keyClick(window.controls.prompt.editor, Qt.Key.Key_Right)
    slider = window.controls.sampling.slider
    slider.setFocus()
    before = slider.value()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == before + 1
    dice = window.controls.sampling.dice
    dice.setFocus()
    QTest.keyClick(dice, Qt.Key.Key_Space)
    assert window.controls.sampling.sampling().seed != 0
    assert (play, step) == ([], [])


def test_a_view_may_keep_arrow_keys_and_leaves_them_otherwise(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.show_state(READY)
    view = built(qtbot, window)
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    view.setFocus()
    step, intents = log(window.step), log(window.intent)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert (step, intents) == ([()], [])
    view.wants_keys = True
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert (step, intents) == ([()], [(LookAt(0),)])


def test_buttons_do_what_their_actions_do(make: Make) -> None:
    window = make()
    window.show_state(GENERATING)
    for identifier, signal in (("play", window.pause), ("step", window.step), ("step_back", window.step_back)):
        sent = log(signal)
        QTest.mouseClick(window.controls.playback.buttons[identifier], Qt.MouseButton.LeftButton)
        assert sent == [()], identifier
    window.show_state(RunState(Phase.DEAD))
    assert not any(button.isEnabled() for button in window.controls.playback.buttons.values())


def test_sampling_tells_each_change_and_says_greedy_at_zero(make: Make) -> None:
    window = make()
    sent = log(window.sampling_changed)
    panel = window.controls.sampling
    panel.slider.setValue(0)
    assert sent[-1] == (Sampling(temperature=0.0),)
    assert "greedy" in panel.greedy.text()
    assert not panel.top_k.isEnabled()
    panel.slider.setValue(125)
    assert sent[-1] == (Sampling(temperature=1.25),)
    assert panel.greedy.text() == ""
    panel.top_p.setValue(7.0)
    panel.temperature.setValue(-3.0)
    assert panel.sampling() == Sampling(temperature=0.0, top_p=1.0)


def test_the_speed_limit_goes_from_half_a_token_to_none(make: Make) -> None:
    window = make()
    sent = log(window.speed_changed)
    window.controls.playback.speed.setValue(0)
    window.controls.playback.speed.setValue(100)
    assert sent == [(0.5,), (None,)]
    assert window.controls.playback.speed_text.text() == "no limit"
    for value in range(101):
        assert to_place(to_speed(value)) == value


def test_the_chat_switch_is_there_for_models_that_chat(make: Make) -> None:
    window = make()
    window.show_state(READY)
    assert not window.controls.prompt.chat.isEnabled()
    window.show_state(replace(READY, has_chat_template=True))
    QTest.mouseClick(window.controls.prompt.chat, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert window.prompt_as_asked()[2] is True


# -- palette, models, files ------------------------------------------------------------------------------------------


def test_ctrl_k_finds_and_runs_whatever_there_is(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.show_models([ModelRow("gpt2", "GPT-2 small")])
    line = window.palette_popup.line

    def run(typed: str) -> None:
        QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(window.palette_popup.isVisible)
        QTest.keyClicks(line, typed)
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert not window.palette_popup.isVisible()

    chosen = log(window.model_chosen)
    run("gpt2")
    assert chosen == [("gpt2", "auto", "auto")]
    run("theme print")
    assert window.settings.theme == "print"
    run("show hidden")
    qtbot.waitUntil(lambda: window.docks.hosts["hidden"].is_seen)
    run("attention")
    assert window.docks.current == "attention"


def test_the_model_picker_filters_takes_hub_ids_and_asks_for_files(make: Make) -> None:
    window = make()
    rows = [ModelRow("gpt2", "GPT-2 small", 124_000_000, True), ModelRow("pythia-70m", "Pythia", 70_000_000)]
    window.show_models(rows)
    chosen = log(window.model_chosen)
    QTest.mouseClick(window.controls.card.button, Qt.MouseButton.LeftButton)
    picker = window.picker
    assert picker.isVisible()
    QTest.keyClicks(picker.line, "pyth")
    assert picker.list.count() == 1
    picker.device.setCurrentIndex(picker.device.findData("cpu"))
    picker.dtype.setCurrentIndex(picker.dtype.findData("float32"))
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    window.open_models()
    QTest.keyClicks(picker.line, "someone/Some-Model")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    picker.ask_folder, picker.ask_file = lambda: "/models/mine", lambda: ""
    picker.open_folder()
    picker.open_gguf()
    assert [spec for spec, _, _ in chosen] == ["pythia-70m", "someone/Some-Model", "/models/mine"]
    assert {(device, dtype) for _, device, dtype in chosen} == {("cpu", "float32")}
    assert window.model_chosen_last() == "/models/mine"


def drop(window: MainWindow, path: Path) -> bool:
    """Drop a file on the window; whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(200, 200), *how)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), *how))
    return enter.isAccepted()


def test_runs_and_models_can_be_dropped_on_the_window(make: Make, tmp_path: Path) -> None:
    window = make()
    opened, chosen = log(window.open_file), log(window.model_chosen)
    run, gguf, text = (tmp_path / name for name in ("a b.orrery", "m.gguf", "notes.txt"))
    for path in (run, gguf, text):
        path.write_bytes(b"x")
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "config.json").write_text("{}", "utf-8")
    assert [drop(window, path) for path in (run, gguf, folder, text)] == [True, True, True, False]
    assert opened == [(str(run),)]
    assert [spec for spec, _, _ in chosen] == [str(gguf), str(folder)]


def test_saving_asks_once_then_knows_and_the_title_says_so(make: Make, tmp_path: Path) -> None:
    window = make()
    window.show_state(READY)
    run = one_step()
    window.show_document(None, run)
    assert window.isWindowModified()
    saved = log(window.save_file)
    window.files.ask_save = lambda suggested: str(tmp_path / "mine")
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert saved == [(str(tmp_path / "mine.orrery"),)]
    window.show_document(tmp_path / "mine.orrery", run)
    assert window.windowTitle().startswith("mine.orrery")
    assert not window.isWindowModified()
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert len(saved) == 2
    longer = fifty_steps()
    window.refresh(longer, window.first_ui_state())
    assert window.isWindowModified()
    assert window.settings.recent == [str(tmp_path / "mine.orrery")]
    opened = log(window.open_file)
    window.header.recent.actions()[0].trigger()
    assert opened == [(str(tmp_path / "mine.orrery"),)]


def test_the_export_panel_asks_for_a_figure_and_stops_nobody(make: Make, qtbot: QtBot) -> None:
    window = make()
    built(qtbot, window)
    asked = log(window.export_figure)
    window.docks.hosts["side"].dock_bar.export.click()
    panel = window.export_panel
    assert panel is not None
    assert panel.isVisible()
    assert not panel.isModal()
    assert panel.view.currentData() == "side"
    panel.path.setText("figure.docx")
    assert not panel.button.isEnabled()
    panel.path.setText("figure.svg")
    panel.preset.setCurrentIndex(1)
    panel.preset.activated.emit(1)
    panel.theme.setCurrentIndex(panel.theme.findData("print"))
    panel.transparent.click()
    panel.button.click()
    assert asked == [("side", "figure.svg", (3840, 2160), "print", True)]
    panel.width_box.setValue(77)
    assert panel.preset.currentData() is None


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


def test_a_hidden_view_shows_the_newest_run_when_it_is_seen(make: Make, qtbot: QtBot) -> None:
    window = make()
    built(qtbot, window, "side")
    window.refresh(one_step(), window.first_ui_state())
    run = fifty_steps()
    window.refresh(run, window.first_ui_state())
    window.docks.show_view("hidden")
    hidden = built(qtbot, window, "hidden")
    assert [frame.length for frame in hidden.painted] == [len(run)]


@pytest.mark.parametrize("fails", ["frame", "paint", "making"])
def test_a_view_that_raises_says_so_in_its_dock_and_harms_nobody(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, fails: str
) -> None:
    monkeypatch.setattr(BrokenView, "fails", fails)
    window = make()
    window.refresh(one_step(), window.first_ui_state())
    host = window.docks.hosts["broken"]
    qtbot.waitUntil(lambda: host.trouble is not None and host.trouble.isVisible())
    assert host.trouble is not None
    assert "Broken could not be drawn" in host.trouble.sentence.text()
    assert "Traceback" in host.trouble.detail.toPlainText()
    assert len(built(qtbot, window).painted) >= 1
    run = fifty_steps()
    window.refresh(run, window.first_ui_state())
    qtbot.waitUntil(lambda: toy(window).painted[-1].length == len(run))
    assert len(caplog.records) == 1  # told once, not at every refresh
    monkeypatch.setattr(BrokenView, "fails", "")
    QTest.mouseClick(host.trouble.again, Qt.MouseButton.LeftButton)
    assert built(qtbot, window, "broken").painted[-1].length == len(run)
    assert not host.trouble.isVisible()


def test_intents_leave_by_the_window(make: Make, qtbot: QtBot) -> None:
    window = make()
    sent = log(window.intent)
    built(qtbot, window).poke(LookAt(3))
    assert sent == [(LookAt(3),)]


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
    number = [workspace.name for workspace in WORKSPACES].index("figure") + 1
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    assert window.docks.current == "figure"
    assert window.controls.dock.isHidden()
    QTest.mouseClick(window.header.buttons["explore"], Qt.MouseButton.LeftButton)
    assert arrangement(window) == left
    window.actions_made.by_id["reset_workspace"].trigger()
    assert arrangement(window) == first


def test_workspace_and_window_survive_a_restart(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    window = make(size=(760, 540))  # fits the smallest screen: Qt brings a window back only as large as the screen
    window.show_workspace("attention")
    window.docks.hosts["toy"].close()
    left, size = arrangement(window), window.size()
    closing = log(window.closing)
    window.close()
    window.close()
    assert closing == [()]
    again = MainWindow(Settings.load(tmp_path / "settings.json"), TOYS)
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


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (900, 600)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_off(make: Make, qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    window = make(Settings(scale=scale), size)
    window.show_status(FACTS)
    window.show_progress("Fetching something with a long name", 1, 3, "bytes", True)
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
    window.set_theme(name)
    assert sent == [(name,)]
    ground = QApplication.palette().window().color().name()
    assert ground == themes.theme(name).surface
    qtbot.waitUntil(lambda: view.themes[-1] == name)
    assert view.painted[-1].theme == name
    window.set_theme(name)
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


# -- notices and status ----------------------------------------------------------------------------------------------


def test_notices_stop_nobody_and_carry_their_actions(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.show_state(RunState(Phase.DEAD))
    restarts = log(window.restart_engine)
    window.show_engine_died("The engine ended by itself.")
    window.show_engine_died("The engine ended by itself.")
    assert len(window.notices.cards) == 1
    assert QApplication.activeModalWidget() is None
    card = window.notices.cards[0]
    button = next(one for one in card.findChildren(QAbstractButton) if one.text() == "Restart the engine")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert restarts == [()]
    assert window.notices.cards == []
    window.show_notice(Notice("error", "It failed.", detail="Traceback: deep"))
    card = window.notices.cards[0]
    more = next(one for one in card.findChildren(QAbstractButton) if one.text() == "Show details")
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert any("deep" in box.toPlainText() for box in card.findChildren(QPlainTextEdit))
    QTest.mouseClick(card.close_button, Qt.MouseButton.LeftButton)
    assert window.notices.cards == []
    for number in range(9):
        window.show_notice(Notice("info", f"{number}"))
    assert [one.notice.sentence for one in window.notices.cards] == ["5", "6", "7", "8"]


def test_the_status_line_reads_as_designed(make: Make) -> None:
    window = make(size=(1600, 800))
    window.show_status(replace(FACTS, n_tokens=0))
    wanted = "SmolLM2-135M · cpu f32 · 27.2 tok/s · |Δlogit| vs reference 2e-6 · map keeps 31 % of neighbours"
    assert " ".join(window.status.text().split()) == wanted
    checks = log(window.check_reference)
    window.show_state(READY)
    QTest.mouseClick(window.status.reference, Qt.MouseButton.LeftButton)
    assert checks == [()]
    window.show_status(StatusFacts())
    assert window.status.text() == ""


def test_progress_says_what_is_done_and_can_be_cancelled(make: Make) -> None:
    window = make()
    cancels = log(window.cancel)
    window.show_progress("Loading weights", 25, 100, "", True)
    progress = window.status.progress
    assert progress.isVisible()
    assert progress.text.text() == "Loading weights · 25 %"
    assert progress.bar.value() / progress.bar.maximum() == 0.25
    QTest.mouseClick(progress.button, Qt.MouseButton.LeftButton)
    assert cancels == [()]
    window.show_progress("Fitting", 0, 0, "", False)
    assert progress.bar.maximum() == 0
    assert not progress.button.isVisible()
    window.show_progress("", 0, 0, "", False)
    assert not progress.isVisible()


def test_every_control_has_a_name_and_can_be_reached_by_keyboard(make: Make, qtbot: QtBot) -> None:
    window = make()
    built(qtbot, window)
    window.show_state(READY)
    window.show_export()
    kinds = (QAbstractButton, QAbstractSpinBox, QComboBox, QSlider, QPlainTextEdit)
    controls = [one for one in window.findChildren(QWidget) if isinstance(one, kinds)]
    assert len(controls) > 40
    for control in controls:
        own = control.objectName().startswith(("qt_", "Scroll")) or isinstance(control.parent(), QLineEdit)
        if own:  # Qt's own buttons: those of its dock titles (hidden), scroll bars, and the cross that clears a line
            continue
        label = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
        assert label, f"{type(control).__name__} {control.objectName()} in {type(control.parent()).__name__}"
        assert control.focusPolicy() != Qt.FocusPolicy.NoFocus, label


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

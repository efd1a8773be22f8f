"""The window driven by real keys, clicks and drops: what leaves it by signals."""

from __future__ import annotations

from dataclasses import replace
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from app.assemble import toggle_full_screen
from app.settings import DEFAULT_PROMPT
from app.state import Phase, RunState
from app.window.panels.model_picker import ModelRow
from app.window.panels.playback import to_place, to_speed
from engine.records import Sampling
from tests.helpers.runs import fifty_steps, one_step
from tests.helpers.windows import GENERATING, READY, Make, built, drop, log
from viz.figures.page import Figure, of_pixels
from viz.intents import LookAt

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


def test_what_was_clicked_leaves_the_keys_to_playback(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.show()
    qtbot.waitExposed(window)
    window.show_state(READY)
    run, play, step = log(window.prompt_run), log(window.play), log(window.step)
    button = window.controls.prompt.button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert (len(run), len(play)) == (1, 1)
    slider = window.controls.sampling.slider
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton)
    value = slider.value()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert (slider.value(), len(step)) == (value, 1)


def test_a_button_reached_by_tab_is_pressed_by_space_until_it_is_clicked(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.show()
    qtbot.waitExposed(window)
    window.show_state(READY)
    run, play = log(window.prompt_run), log(window.play)
    button = window.controls.prompt.button
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert (len(run), len(play)) == (1, 0)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert (len(run), len(play)) == (2, 1)


def test_full_screen_and_back_leaves_a_maximised_window_maximised(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.showMaximized()
    qtbot.waitUntil(window.isMaximized)
    toggle_full_screen(window)
    qtbot.waitUntil(window.isFullScreen)
    toggle_full_screen(window)
    qtbot.waitUntil(lambda: not window.isFullScreen())
    assert window.isMaximized()


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


def test_help_names_every_shortcut_and_what_the_mouse_does_on_the_map(make: Make) -> None:
    window = make()

    def words(action: str) -> str:
        window.actions_made.by_id[action].trigger()
        (panel,) = [panel for panel in window.findChildren(QDialog) if panel.isVisible()]
        texts = [label.text() for label in panel.findChildren(QLabel)]
        panel.close()
        return "\n".join(texts)

    shortcuts = words("shortcuts")
    assert "Ctrl+K" in shortcuts
    assert "Ctrl + drag" in shortcuts
    about = words("about")
    assert metadata.version("orrery") in about
    assert "Apache-2.0" in about


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


def test_ctrl_k_sets_the_options_of_the_views_in_the_window(make: Make, qtbot: QtBot) -> None:
    window = make()
    built(qtbot, window)
    changed = log(window.option_changed)

    def offered(typed: str) -> list[str]:
        QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(window.palette_popup.isVisible)
        QTest.keyClicks(window.palette_popup.line, typed)
        return [text for text in window.palette_popup.found() if text.startswith("Toy: ")]

    assert offered("toy colour") == ["Toy: Colour: norm", "Toy: Colour: cluster"]  # what it is set to is not offered
    QTest.keyClick(window.palette_popup.line, Qt.Key.Key_Return)
    assert offered("toy on")[0] == "Toy: On: on"
    QTest.keyClick(window.palette_popup.line, Qt.Key.Key_Return)
    assert changed == [("toy", "colour", "norm"), ("toy", "on", True)]
    assert offered("toy on")[0] == "Toy: On: off"


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
    assert window.model_at_start() == "/models/mine"


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
    window.document.ask_save = lambda suggested: str(tmp_path / "mine")
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


def test_the_export_panel_asks_for_a_figure_and_stops_nobody(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
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
    panel.path.setText("nul\0.svg")
    assert "1920 × 1080 pixels; 254.0 × 142.9 mm" in panel.hint.text()
    panel.path.setText("figure.svg")
    panel.page.preset.setCurrentIndex(1)
    panel.page.preset.activated.emit(1)
    panel.theme.setCurrentIndex(panel.theme.findData("print"))
    panel.transparent.click()
    panel.button.click()
    assert asked == [("figure.svg", Figure("side", of_pixels(3840, 2160), "print", True))]
    panel.page.width.setValue(77)
    assert panel.page.preset.currentData() is None

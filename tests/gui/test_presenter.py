"""Presenting: the window for the audience, the panel above the first window's views, keys, tools and displays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QCursor, QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.window.presenter.glass import BLANK, DOT, FREEZE, HIGHLIGHTER, MAGNIFIER, POLL_MS
from app.window.presenter.panel import ANSWER, BACK, CHOOSE, CLEAR, FULL, NEXT
from app.window.presenter.presentation import Presentation
from app.window.presenter.projected import Projected, Quiet
from app.window.window import MainWindow
from tests.helpers.runs import fifty_steps, one_step
from tests.helpers.toy_views import BrokenView, ToyView
from tests.helpers.windows import READY, Make, built, log
from viz.charts.sorted_table import SortedTable
from viz.intents import AskDistribution, LookAt
from viz.typeface import NORMAL_TEXT


def present(qtbot: QtBot, window: MainWindow) -> Presentation:
    """Begin by the action, and wait until all is painted."""
    window.show_state(READY)
    window.refresh(fifty_steps(), window.first_ui_state())
    window.actions_made.by_id["present"].trigger()
    made = window.presenter.presentation
    assert made is not None
    qtbot.waitExposed(made.audience)
    settle(qtbot, made)
    return made


def settle(qtbot: QtBot, made: Presentation) -> None:
    """Wait until all that is projected is painted."""
    qtbot.waitUntil(lambda: not any(part.is_outdated for part in made.audience.parts))


def press(qtbot: QtBot, made: Presentation, key: Qt.Key) -> None:
    """A key in the window for the audience, which has the keyboard."""
    made.audience.activateWindow()
    qtbot.waitUntil(made.audience.isActiveWindow)
    QTest.keyClick(made.audience, key)


def projected(made: Presentation, name: str = "toy") -> ToyView:
    """The instance of a view that the class sees."""
    (part,) = [part for part in made.audience.parts if part.view_class.name == name]
    assert isinstance(part.view, ToyView)
    return part.view


def middle(colour_of: QWidget) -> QColor:
    """What is seen in the middle of a widget."""
    return colour_of.grab().toImage().pixelColor(colour_of.width() // 2, colour_of.height() // 4)


def test_the_class_sees_a_fresh_instance_fed_what_the_dock_is_fed(make: Make, qtbot: QtBot) -> None:
    window = make()
    own = built(qtbot, window)
    made = present(qtbot, window)
    shown = projected(made)
    assert shown is not own
    assert shown.painted[-1] == own.painted[-1]
    window.refresh(one_step(), window.first_ui_state())
    qtbot.waitUntil(lambda: shown.painted[-1].length == len(one_step()))


def test_the_views_in_front_are_projected_until_others_are_chosen_and_the_choice_is_kept(
    make: Make, qtbot: QtBot
) -> None:
    settings = Settings()
    window = make(settings)
    made = present(qtbot, window)
    assert [part.view_class.name for part in made.audience.parts] == ["toy"]
    made.do(CHOOSE)
    made.popup.boxes["side"].click()
    made.popup.boxes["toy"].click()
    settle(qtbot, made)
    assert [part.view_class.name for part in made.audience.parts] == ["side"]
    assert settings.presenter["views"] == "side"
    made.popup.text.click()
    assert made.audience.text.isHidden()
    made.popup.close()
    window.presenter.end()
    again = present(qtbot, window)
    assert [part.view_class.name for part in again.audience.parts] == ["side"]
    assert again.audience.text.isHidden()


def test_no_more_than_four_views_can_be_ticked(make: Make, qtbot: QtBot) -> None:
    window = make()
    made = present(qtbot, window)
    made.do(CHOOSE)
    for name in ("side", "lower", "hidden"):
        made.popup.boxes[name].click()
    assert not made.popup.boxes["broken"].isEnabled()
    made.popup.boxes["side"].click()
    assert made.popup.boxes["broken"].isEnabled()


def test_a_view_that_raises_costs_a_sentence_in_its_place(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(BrokenView, "fails", "paint")
    settings = Settings()
    settings.presenter["views"] = "toy,broken"
    made = present(qtbot, make(settings))
    (broken,) = [part for part in made.audience.parts if part.view_class is BrokenView]
    assert broken.trouble.isVisible()
    assert "cannot be painted" in broken.trouble.text()
    assert projected(made).painted


def test_letters_for_the_class_are_chosen_apart_from_those_of_the_first_window(make: Make, qtbot: QtBot) -> None:
    window = make()
    made = present(qtbot, window)
    own = built(qtbot, window).fontInfo().pixelSize()
    assert own == NORMAL_TEXT
    for scale in (1.5, 2.0):
        made.choose(replace(made.choice, scale=scale))
        settle(qtbot, made)
        view = projected(made)
        assert view.fontInfo().pixelSize() == round(NORMAL_TEXT * scale)
    assert built(qtbot, window).fontInfo().pixelSize() == own


def test_the_running_text_is_large_and_ends_with_the_newest_token(make: Make, qtbot: QtBot) -> None:
    made = present(qtbot, make())
    text = made.audience.text
    made.audience.resize(1280, 720)
    run = fifty_steps()
    last = len(run) - 1
    qtbot.waitUntil(lambda: text.row() is not None and text.chip_rect(last).bottom() <= text.height())
    chip = text.chip_rect(last)
    assert text.rect().contains(chip.toAlignedRect())
    assert text.em * 640 / made.audience.width() >= 12  # pixels of its letters on a picture as wide as 640
    made.refresh(run, replace(made.audience._pending[1], position=0))  # type: ignore[index]
    qtbot.waitUntil(lambda: text.rect().contains(text.chip_rect(0).toAlignedRect()))


# -- keys ------------------------------------------------------------------------------------------------------------


def test_a_clicker_steps_in_both_windows(make: Make, qtbot: QtBot) -> None:
    window = make()
    made = present(qtbot, window)
    on, back, play = log(window.step), log(window.step_back), log(window.play)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space):
        press(qtbot, made, key)
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_Left):
        press(qtbot, made, key)
    assert (len(on), len(back), play) == (3, 2, [])
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    assert (len(on), len(back)) == (4, 3)
    QTest.keyClick(window, Qt.Key.Key_Space)  # of the first window: play, as ever
    assert len(play) == 1


def test_with_a_lesson_a_clicker_goes_through_its_steps_and_writes_no_token_at_its_ends(
    make: Make, qtbot: QtBot
) -> None:
    window = make()
    made = present(qtbot, window)
    asked, on, back = log(window.lesson_asked), log(window.step), log(window.step_back)
    for at in (1, 2, 3):
        window.show_state(replace(READY, lesson_at=at, lesson_steps=3))
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            press(qtbot, made, key)
    assert asked == [("next",), ("next",), ("back",), ("back",)]
    assert (on, back) == ([], [])


def test_keys_are_left_to_whoever_types(make: Make, qtbot: QtBot) -> None:
    window = make()
    made = present(qtbot, window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    editor = window.controls.prompt.editor
    editor.setFocus()
    editor.clear()
    QTest.keyClicks(editor, "A B.")
    assert editor.toPlainText() == "A B."
    assert made.audience.glass.tools == frozenset()
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_B)
    assert made.audience.glass.tools == {BLANK}
    QTest.keyClick(window, Qt.Key.Key_Period)
    assert made.audience.glass.tools == frozenset()


def test_after_the_end_the_keys_are_as_before(make: Make, qtbot: QtBot) -> None:
    window = make()
    present(qtbot, window)
    window.actions_made.by_id["present"].trigger()
    assert window.presenter.presentation is None
    assert not window.actions_made.by_id["present"].isChecked()
    sent = log(window.step)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert sent == []


def test_escape_ends_the_full_screen_and_not_the_presentation(make: Make, qtbot: QtBot) -> None:
    window = make()
    made = present(qtbot, window)
    stopped = log(window.stop)
    made.do(FULL)
    qtbot.waitUntil(made.audience.isFullScreen)
    assert made.panel.buttons[FULL].isChecked()
    press(qtbot, made, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not made.audience.isFullScreen())
    assert made.audience.isVisible()
    assert not made.panel.buttons[FULL].isChecked()
    assert stopped == []


def test_closing_either_window_ends_it(make: Make, qtbot: QtBot) -> None:
    window = make()
    made = present(qtbot, window)
    made.audience.close()
    assert window.presenter.presentation is None
    again = present(qtbot, window)
    window.close()
    assert not again.audience.isVisible()


# -- tools -----------------------------------------------------------------------------------------------------------


def test_black_is_black_and_nothing_is_painted_below_it(make: Make, qtbot: QtBot) -> None:
    window = make()
    made = present(qtbot, window)
    assert middle(made.audience) != QColor("black")
    press(qtbot, made, Qt.Key.Key_B)
    assert middle(made.audience) == QColor("black")
    before = len(projected(made).painted)
    window.refresh(one_step(), window.first_ui_state())
    qtbot.waitUntil(lambda: not window.docks.hosts["toy"].is_outdated)
    assert len(projected(made).painted) == before
    made.panel.buttons[BLANK].click()
    qtbot.waitUntil(lambda: projected(made).painted[-1].length == len(one_step()))
    assert middle(made.audience) != QColor("black")


def test_frozen_the_class_sees_what_it_saw(make: Make, qtbot: QtBot) -> None:
    window = make()
    made = present(qtbot, window)
    text = made.audience.text
    made.panel.buttons[FREEZE].click()
    frozen = made.audience.grab().toImage()
    window.refresh(one_step(), replace(window.first_ui_state(), theme="light"))
    qtbot.waitUntil(lambda: not window.docks.hosts["toy"].is_outdated)
    assert made.audience.grab().toImage() == frozen
    made.panel.buttons[FREEZE].click()
    qtbot.waitUntil(lambda: len(text.painted.tokens.texts) == len(one_step()))
    assert made.audience.grab().toImage() != frozen


def test_the_pointer_is_red_where_it_is_pointed_also_from_the_small_picture(make: Make, qtbot: QtBot) -> None:
    made = present(qtbot, make())
    glass, audience = made.audience.glass, made.audience
    made.do(DOT)
    made.mirror.pointed = (0.25, 0.25)
    qtbot.waitUntil(lambda: glass.pointer == (0.25, 0.25))
    seen = audience.grab().toImage().pixelColor(audience.width() // 4, audience.height() // 4)
    assert seen.red() > 200 > 100 > seen.green()
    made.do(MAGNIFIER)
    assert glass.tools == {MAGNIFIER}  # one of both
    made.do(MAGNIFIER)
    assert glass.pointer is None
    assert audience.grab().toImage().pixelColor(audience.width() // 4, audience.height() // 4) != seen


def test_the_lens_shows_what_is_below_it_twice_as_large(make: Make, qtbot: QtBot) -> None:
    made = present(qtbot, make())
    glass, scene = made.audience.glass, made.audience._scene
    patch = QWidget(scene)
    patch.setStyleSheet("background: #00ff00")
    patch.setGeometry(scene.width() // 2 - 20, scene.height() // 2 - 20, 40, 40)
    patch.show()
    x, y = scene.width() // 2 - 32, scene.height() // 2
    assert made.audience.grab().toImage().pixelColor(x, y) != QColor("#00ff00")
    glass.switch(MAGNIFIER)
    made.mirror.pointed = (0.5, 0.5)
    qtbot.waitUntil(lambda: glass._lens is not None)
    assert made.audience.grab().toImage().pixelColor(x, y) == QColor("#00ff00")
    x = scene.width() // 2 - 45
    assert made.audience.grab().toImage().pixelColor(x, y) != QColor("#00ff00")  # twice, and no more


def test_the_highlighter_draws_and_is_cleared_and_the_mouse_goes_through_without_it(make: Make, qtbot: QtBot) -> None:
    made = present(qtbot, make())
    glass = made.audience.glass
    assert glass.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    made.do(HIGHLIGHTER)
    QTest.mousePress(glass, Qt.MouseButton.LeftButton, pos=QPoint(50, 60))
    QTest.mouseMove(glass, QPoint(150, 60))
    QTest.mouseRelease(glass, Qt.MouseButton.LeftButton, pos=QPoint(150, 60))
    (stroke,) = glass.marks.strokes
    assert stroke.lifted is not None
    assert stroke.points[0] == pytest.approx((50 / glass.width(), 60 / glass.height()))
    press(qtbot, made, Qt.Key.Key_C)
    assert glass.marks.strokes == []
    made.do(CLEAR)
    made.do(HIGHLIGHTER)
    assert glass.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_drawing_on_the_small_picture_draws_on_the_large_one(make: Make, qtbot: QtBot) -> None:
    made = present(qtbot, make())
    qtbot.waitUntil(lambda: made.mirror.picture is not None)
    box = made.mirror.shown
    made.do(HIGHLIGHTER)
    QTest.mousePress(made.mirror, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    QTest.mouseRelease(made.mirror, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    (stroke,) = made.audience.glass.marks.strokes
    assert stroke.points[0] == pytest.approx((0.5, 0.5), abs=0.02)


def pointer(made: Presentation) -> tuple[float, float]:
    """Where the dot or the lens is."""
    at = made.audience.glass.pointer
    assert at is not None
    return at


def test_dot_and_lens_are_moved_by_keys_and_the_mouse_takes_them_back(make: Make, qtbot: QtBot) -> None:
    window = make()
    QCursor.setPos(0, 0)
    made = present(qtbot, window)
    glass, on = made.audience.glass, log(window.step)
    for key, tool in ((Qt.Key.Key_D, DOT), (Qt.Key.Key_M, MAGNIFIER)):
        press(qtbot, made, key)
        assert glass.tools == {tool}
        assert pointer(made) == pytest.approx((0.5, 0.5))
        for _ in range(3):
            press(qtbot, made, Qt.Key.Key_Right)
        press(qtbot, made, Qt.Key.Key_Up)
        right, down = pointer(made)
        assert right - 0.5 == pytest.approx(0.09 * glass.height() / glass.width())
        assert down == pytest.approx(0.47)
        QTest.keyClick(made.audience, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert pointer(made)[1] == pytest.approx(0.475)
        qtbot.wait(2 * POLL_MS)
        assert pointer(made)[1] == pytest.approx(0.475)  # a mouse that rests takes nothing
        made.mirror.pointed = (0.25, 0.25)
        qtbot.waitUntil(lambda: glass.pointer == (0.25, 0.25))
        made.mirror.pointed = None
        press(qtbot, made, Qt.Key.Key_Escape)
        assert glass.tools == frozenset()
    assert on == []
    press(qtbot, made, Qt.Key.Key_Right)
    assert len(on) == 1  # the arrow keys are the clicker's again


def test_the_highlighter_draws_by_keys(make: Make, qtbot: QtBot) -> None:
    made = present(qtbot, make())
    glass = made.audience.glass
    for key in (Qt.Key.Key_H, Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Right):
        press(qtbot, made, key)
    press(qtbot, made, Qt.Key.Key_Return)
    press(qtbot, made, Qt.Key.Key_Down)  # it is lifted
    (stroke,) = glass.marks.strokes
    assert len(stroke.points) == 3
    assert stroke.lifted is not None
    press(qtbot, made, Qt.Key.Key_Return)
    press(qtbot, made, Qt.Key.Key_H)  # put away while it draws
    assert not glass.pen_is_down
    assert all(it.lifted is not None for it in glass.marks.strokes)


def test_the_small_picture_takes_the_keyboard_and_leaves_other_keys_to_playback(make: Make, qtbot: QtBot) -> None:
    window = make()
    made = present(qtbot, window)
    glass, on = made.audience.glass, log(window.step)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.panel.buttons[DOT].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(made.panel.buttons[DOT], Qt.Key.Key_Space)
    assert made.mirror.hasFocus()
    QTest.keyClick(made.mirror, Qt.Key.Key_Right)
    assert pointer(made)[0] > 0.5
    QTest.keyClick(made.mirror, Qt.Key.Key_Escape)
    assert glass.tools == frozenset()
    QTest.keyClick(made.mirror, Qt.Key.Key_Right)
    assert len(on) == 1
    QTest.keyClick(made.mirror, Qt.Key.Key_F)
    assert glass.tools == {FREEZE}
    made.panel.buttons[MAGNIFIER].setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.mouseClick(made.panel.buttons[MAGNIFIER], Qt.MouseButton.LeftButton)
    assert not made.mirror.hasFocus()  # whoever has a mouse points with it


def test_an_answer_is_revealed_from_both_windows(make: Make, qtbot: QtBot) -> None:
    window = make()
    made = present(qtbot, window)
    asked, button = log(window.lesson_asked), made.panel.buttons[ANSWER]
    assert not button.isEnabled()
    press(qtbot, made, Qt.Key.Key_A)
    assert asked == []
    window.show_state(replace(READY, lesson_at=1, lesson_steps=2, lesson_hides=True))
    assert button.isEnabled()
    button.click()
    press(qtbot, made, Qt.Key.Key_A)
    QTest.keyClick(made.audience, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert asked == [("reveal",)] * 3


# -- what leaves it, and what it lets alone ----------------------------------------------------------------------------


def test_what_a_projected_view_wants_and_tells_leaves_the_window(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ToyView, "asks", True)
    window = make()
    sent = log(window.intent)
    made = present(qtbot, window)
    assert (AskDistribution(len(fifty_steps()) - 1),) in sent
    projected(made).poke(LookAt(3))
    assert sent[-1] == (LookAt(3),)


def test_while_a_text_is_written_a_dock_of_what_is_projected_waits_and_another_does_not(
    make: Make, qtbot: QtBot
) -> None:
    window = make()
    toy_view, side = built(qtbot, window), built(qtbot, window, "side")
    made = present(qtbot, window)
    qtbot.waitUntil(lambda: side.painted[-1].length == len(fifty_steps()))
    qtbot.waitUntil(lambda: toy_view.painted[-1].length == len(fifty_steps()))
    playing = replace(window.first_ui_state(), playing=True)
    window.refresh(one_step(), playing)
    qtbot.waitUntil(lambda: projected(made).painted[-1].length == len(one_step()))
    qtbot.waitUntil(lambda: side.painted[-1].length == len(one_step()))
    assert toy_view.painted[-1].length == len(fifty_steps())
    window.refresh(one_step(), window.first_ui_state())  # it is written
    qtbot.waitUntil(lambda: toy_view.painted[-1].length == len(one_step()))
    made.do(BLANK)  # under black the presenter looks at the dock
    window.refresh(fifty_steps(), playing)
    qtbot.waitUntil(lambda: toy_view.painted[-1].length == len(fifty_steps()))


class WithControls(ToyView):
    """Has a button, a field, and a part that it names as its controls."""

    controls_named = ("mine",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button, self.field, self.named, self.other = (
            QPushButton(self),
            QLineEdit(self),
            QWidget(self),
            QWidget(self),
        )
        self.named.setObjectName("mine")


def test_keys_in_the_second_window_reach_a_view_that_a_class_works(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ToyView, "worked_by_audience", True)
    window = make()
    made = present(qtbot, window)
    projected(made).wants_keys = True
    sent = log(window.intent)
    press(qtbot, made, Qt.Key.Key_3)
    assert sent == [(LookAt(0),)]
    monkeypatch.setattr(ToyView, "worked_by_audience", False)
    press(qtbot, made, Qt.Key.Key_3)
    assert len(sent) == 1


def test_controls_are_hidden_and_stay_so(qtbot: QtBot) -> None:
    view = WithControls()
    qtbot.addWidget(view)
    view.show()
    assert view.button.isVisible()
    Quiet(view)
    view.button.setVisible(True)  # as a view does when it has something to offer
    view.named.show()
    assert not any(part.isVisible() for part in (view.button, view.field, view.named))
    assert view.other.isVisible()


def test_a_view_that_a_class_works_keeps_its_buttons(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    for works in (False, True):
        monkeypatch.setattr(WithControls, "worked_by_audience", works)
        part = Projected(WithControls)
        qtbot.addWidget(part)
        part.set_pending(one_step(), MainWindow.first_ui_state(_bare()))
        part.paint_pending()
        part.show()
        assert isinstance(part.view, WithControls)
        assert part.view.button.isVisible() == works
        part.end()


class WithTable(ToyView):
    """A table of some columns."""

    columns = 30

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        model = QStandardItemModel(3, self.columns, self)
        for at in range(self.columns):
            model.setItem(0, at, QStandardItem("a number of much room"))
        self.table = SortedTable(self, model)
        QVBoxLayout(self).addWidget(self.table)


def test_a_projected_table_says_that_columns_have_no_room(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in (30, 2):
        monkeypatch.setattr(WithTable, "columns", columns)
        part = Projected(WithTable)
        qtbot.addWidget(part)
        part.resize(800, 500)
        part.show()
        part.set_pending(one_step(), MainWindow.first_ui_state(_bare()))
        part.paint_pending()
        assert isinstance(part.view, WithTable)
        hidden = sum(part.view.table.isColumnHidden(at) for at in range(columns))
        assert (hidden > 0) == part.lacks.isVisible() == (columns == 30)
        if hidden:
            assert part.lacks.text() == f"No room here for {hidden} columns."
        part.end()


def _bare() -> MainWindow:
    window = MainWindow.__new__(MainWindow)
    window.settings, window.views = Settings(), {}
    return window


# -- notes and displays ------------------------------------------------------------------------------------------------


def test_the_panel_shows_the_step_and_the_next_one_and_that_no_lesson_is_open(make: Make, qtbot: QtBot) -> None:
    window = make()
    made = present(qtbot, window)
    panel = made.panel
    assert "No lesson" in panel.heading.text()
    assert not panel.text.isVisible()
    assert not panel.next.isVisible()
    window.presenter.show_notes("2 · The fan", "Point at the <b>longest</b> ray.", "Embeddings")
    assert panel.heading.text() == "2 · The fan"
    assert panel.text.toPlainText() == "Point at the <b>longest</b> ray."  # as it is written
    assert panel.next.text() == "Next: Embeddings"
    window.presenter.end()
    again = present(qtbot, window)
    assert again.panel.heading.text() == "2 · The fan"
    assert "Projected on" in again.panel.projected.text()
    assert "Toy" in again.panel.projected.text()


def test_the_panel_stays_when_a_step_shows_another_workspace(make: Make, qtbot: QtBot) -> None:
    window = make()
    made = present(qtbot, window)
    window.show_workspace("attention")
    assert made.panel.isVisible()
    assert made.audience.isVisible()


def test_a_display_that_goes_leaves_a_window_and_a_sentence(make: Make, qtbot: QtBot) -> None:
    window = make()
    made = present(qtbot, window)
    made.do(FULL)
    qtbot.waitUntil(made.audience.isFullScreen)
    painted = projected(made)
    said = log(window.presenter.noticed)
    screen = made.audience.screen()
    QGuiApplication.instance().screenRemoved.emit(screen)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not made.audience.isFullScreen())
    assert made.audience.isVisible()
    assert projected(made) is painted
    ((notice,),) = said
    assert screen.name() in notice.sentence
    assert notice.level == "warning"


def test_a_display_that_nothing_stood_on_may_go(make: Make, qtbot: QtBot) -> None:
    window = make()
    made = present(qtbot, window)
    screen, made._display = made.audience.screen(), "another one"
    said = log(window.presenter.noticed)
    made.on_screen_removed(screen)
    assert said == []


def test_every_button_is_reached_by_keyboard_and_has_a_name_and_a_tip(make: Make, qtbot: QtBot) -> None:
    made = present(qtbot, make())
    buttons = made.panel.buttons
    assert {NEXT, BACK, BLANK, FREEZE, DOT, HIGHLIGHTER, CLEAR, MAGNIFIER, FULL, CHOOSE} < set(buttons)
    for button in buttons.values():
        assert button.accessibleName()
        assert button.toolTip()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert button.width() >= button.sizeHint().width()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_the_panel_leaves_the_views_their_room(make: Make, qtbot: QtBot, scale: float, size: tuple[int, int]) -> None:
    window = make(Settings(scale=scale), size)
    made = present(qtbot, window)
    window.presenter.show_notes("A heading", "Some notes. " * 60, "The next one")
    qtbot.waitUntil(lambda: made.panel.height() > 0)
    assert made.panel.height() <= 0.42 * window.height()
    assert all(made.panel.rect().contains(it.geometry().translated(made.panel.row.pos()))
               for it in made.panel.buttons.values())  # fmt: skip


def test_the_class_sees_what_the_step_of_a_lesson_shows_and_its_heading(make: Make, qtbot: QtBot) -> None:
    window = make(Settings(presenter={"views": "toy"}))
    made = present(qtbot, window)
    caption = made.audience.caption
    assert not caption.isVisible()
    window.presenter.show_step(("side", "lower"), "What may come next", "The first bar is the longest.")
    assert [part.view_class.name for part in made.audience.parts] == ["lower", "side"]  # the foremost first
    assert caption.isVisible()
    assert caption.heading.text() == "What may come next"
    made.choose(replace(made.choice, follow=False))
    assert [part.view_class.name for part in made.audience.parts] == ["toy"]
    assert not caption.isVisible()
    made.choose(replace(made.choice, follow=True))
    assert caption.isVisible()
    window.presenter.show_step(("toy", "side", "lower"), "More than are read from the last row", "")
    assert {part.view_class.name for part in made.audience.parts} == {"lower", "side"}
    window.presenter.show_step(("side",), "A step without words", "")
    assert (caption.isVisible(), caption.said.isVisible()) == (True, False)
    window.presenter.show_step()
    assert [part.view_class.name for part in made.audience.parts] == ["toy"]
    assert not caption.isVisible()


def test_a_step_is_played_by_its_key_in_the_window_for_the_class(make: Make, qtbot: QtBot) -> None:
    window = make()
    made = present(qtbot, window)
    play = window.actions_made.by_id["lesson_play"]
    told: list[bool] = []
    play.triggered.connect(lambda *_: told.append(True))
    play.setEnabled(True)
    made.audience.activateWindow()
    qtbot.waitUntil(made.audience.isActiveWindow)
    QTest.keyClick(made.audience, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert told == [True]


@pytest.mark.parametrize("size", [(640, 400), (1920, 1080)])
def test_long_words_of_a_step_leave_the_views_their_room(make: Make, qtbot: QtBot, size: tuple[int, int]) -> None:
    made = present(qtbot, make())
    made.audience.resize(*size)
    made.show_step((), "A heading", "so many words " * 12)
    caption = made.audience.caption
    qtbot.waitUntil(lambda: caption.said.height() >= caption.said.heightForWidth(caption.said.width()))
    assert caption.height() < size[1] / 2

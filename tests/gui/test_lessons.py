"""Lessons in a real window: the dock beside the views, its buttons and keys, and the arrangement it leaves behind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.notice import Notice
from app.settings import Settings
from app.window.panels.keep_step import KeepStep
from app.window.panels.lesson_step import LessonStep
from app.window.window import MainWindow
from app.window.workspaces import CONTROLS, LESSON
from tests.helpers.rested import rested
from tests.helpers.tour import settle
from tests.helpers.windows import READY, Make, log
from viz.lessons.lesson import Lesson
from viz.lessons.lesson_file import lesson_of
from viz.lessons.library import Entry
from viz.lessons.shown import Shown

FRONT = '+++\nformat = 1\ntitle = "T & co"\norder = 1\nminutes = 5\nabout = "About it."\n+++\n'
STEP = (
    "## A heading\n```toml\nworkspace = 'explore'\nplay = ['wait 1']\n[numbers]\nn = { what = 'tokens' }\n```\n\n"
    "There are **{n}** <i>tokens.\n\nDo: Look.\n\nSee: It.\n\nQuestion: Why?\n\nAnswer: Because.\n\n"
    "Note: For the teacher.\n\n"
)


@pytest.fixture
def lesson() -> Lesson:
    return lesson_of(FRONT + STEP + STEP.replace("A heading", "Another"), "one")[0]


def page(window: MainWindow) -> LessonStep:
    assert window.lessons.page is not None
    return window.lessons.page


def show(window: MainWindow, lesson: Lesson, number: int = 1, said: str = "9", revealed: bool = False) -> Shown:
    shown = Shown(lesson, number, lesson.steps[number - 1], {"n": said}, revealed)
    state = replace(READY, lesson_at=number, lesson_steps=2, lesson_plays=True, lesson_hides=not revealed)
    window.show_state(state)
    window.show_lesson(shown)
    return shown


def test_a_step_is_shown_in_large_type_and_its_text_is_no_markup(make: Make, lesson: Lesson) -> None:
    window = make()
    show(window, lesson)
    it = page(window)
    assert window.lessons.isVisible()
    assert it.passages[0].accessibleName() == "There are 9 <i>tokens."
    assert "&lt;i&gt;" in it.passages[0].text()
    assert it.heading.text() == "A heading"
    assert it.passages[0].font().pixelSize() > 1.2 * window.font().pixelSize()
    assert [card.isVisible() for card in it.cards.values()] == [True, True, True, False]
    assert "teacher" not in " ".join(card.passage.text() for card in it.cards.values())


def test_the_answer_is_hidden_until_it_is_revealed_and_again_in_the_next_step(make: Make, lesson: Lesson) -> None:
    window = make()
    show(window, lesson)
    it, asked = page(window), log(window.lesson_asked)
    assert not it.cards["answer"].isVisible()
    it.reveal.click()
    QTest.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert asked == [("reveal",), ("reveal",)]
    show(window, lesson, revealed=True)
    assert it.cards["answer"].isVisible()
    assert not it.reveal.isVisible()
    assert not window.actions_made.by_id["lesson_reveal"].isEnabled()
    show(window, lesson, 2)
    assert not it.cards["answer"].isVisible()
    assert it.reveal.isVisible()


def test_buttons_and_keys_ask_for_steps(make: Make, lesson: Lesson) -> None:
    window = make()
    asked, jumped = log(window.lesson_asked), log(window.lessons.jumped)
    show(window, lesson)
    it = page(window)
    assert (it.back.isEnabled(), it.next.isEnabled()) == (False, True)
    for button in (it.next, it.play, it.again):
        button.click()
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(window, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert [what for (what,) in asked] == ["next", "play", "again", "next", "again"]
    show(window, lesson, 2)
    assert (it.back.isEnabled(), it.next.isEnabled()) == (True, False)
    it.steps.setCurrentIndex(0)
    it.steps.activated.emit(0)
    assert jumped == [(1,)]
    it.show_playing(True)
    assert it.play.text() == "Stop playing"


def test_the_list_names_lessons_and_one_that_is_broken_breaks_no_other(make: Make, lesson: Lesson) -> None:
    window = make()
    chosen = log(window.lessons.chosen)
    broken, problems = lesson_of("nothing", "two")
    window.lessons.list_wanted.connect(
        lambda: window.lessons.show_entries(
            [Entry(Path("one.md"), lesson), Entry(Path("two.md"), broken, problems)], "one"
        )
    )
    window.actions_made.by_id["lesson_open"].trigger()
    listed = window.lessons.list
    assert listed is not None
    assert {name: button.isEnabled() for name, button in listed.buttons.items()} == {"one": True, "two": False}
    assert "5 minutes" in listed.buttons["one"].accessibleName()
    assert QApplication.focusWidget() is listed.buttons["one"]
    QTest.keyClick(listed.buttons["one"], Qt.Key.Key_Space)
    assert chosen == [("one",)]


def laid_out(qtbot: QtBot, window: MainWindow) -> None:
    """Return when nothing in the window waits to be laid out."""
    rested(qtbot, window)
    settle()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_long_title_is_elided_and_no_line_of_the_list_is_cut(
    make: Make, tmp_path: Path, qtbot: QtBot, scale: float
) -> None:
    text = FRONT.replace('"T & co"', '"How far a picture of a great many dimensions can be trusted & why"') + STEP
    window = make(Settings(path=tmp_path / "settings.json", scale=scale))
    window.show_lessons()
    window.lessons.show_entries([Entry(Path("one.md"), lesson_of(text, "one")[0])], "")
    listed = window.lessons.list
    assert listed is not None
    button, about = listed.buttons["one"], listed.findChildren(QLabel)[-2]
    qtbot.waitUntil(lambda: "…" in button.text())
    for part in (button, about):
        assert part.visibleRegion().boundingRect().width() == part.width()
    assert "How far a picture of a great many dimensions can be trusted & why" in button.accessibleName()


@pytest.mark.parametrize("size", [(1600, 900), (1000, 700)])
def test_it_stands_beside_any_workspace_and_leaves_the_arrangement_as_it_was(
    make: Make, lesson: Lesson, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = make(size=size)
    laid_out(qtbot, window)
    docks = window.docks.all

    def arrangement() -> dict[str, tuple[bool, int]]:
        return {name: (dock.isVisible(), dock.width()) for name, dock in docks.items() if name != LESSON}

    before = arrangement()
    show(window, lesson)
    dock = docks[LESSON]
    assert dock.isVisible()
    assert (docks[CONTROLS] in window.tabifiedDockWidgets(dock)) == (size[0] < 1440)
    for name in ("attention", "explore"):
        window.show_workspace(name)
        assert dock.isVisible()
    window.docks.reset()
    assert dock.isVisible()
    assert window.width() == size[0]
    window.show_lesson(None)
    laid_out(qtbot, window)
    assert not dock.isVisible()
    assert arrangement() == before


@pytest.mark.parametrize("scale", [1.0, 2.0, 2.5])
def test_nothing_of_a_step_is_cut_at_large_text(make: Make, lesson: Lesson, qtbot: QtBot, scale: float) -> None:
    window = make(size=(1280, 720))
    window.appearance.set_scale(scale)
    show(window, lesson)
    laid_out(qtbot, window)
    it = page(window)
    for button in (it.back, it.next, it.play, it.again):
        needed = button.fontMetrics().horizontalAdvance(button.text())
        assert button.width() >= needed + 8, button.text()
        assert button.height() >= button.fontMetrics().height()
    for passage in (it.passages[0], it.cards["do"].passage):
        assert passage.height() >= passage.heightForWidth(passage.width())
    assert it.area.horizontalScrollBar().maximum() == 0


def test_a_notice_covers_no_button_of_a_step(make: Make, lesson: Lesson, qtbot: QtBot) -> None:
    window = make(size=(1600, 900))
    show(window, lesson)
    window.show_notice(Notice("info", "A sentence."))
    qtbot.waitUntil(window.notices.isVisible)
    settle()
    window.notices.reposition()
    assert window.notices.geometry().right() < window.lessons.x()
    window.show_lesson(None)
    window.notices.reposition()
    assert window.notices.geometry().right() > 1500


def test_no_lesson_no_actions(make: Make, lesson: Lesson) -> None:
    window = make()
    made = window.actions_made.by_id
    assert [made[name].isEnabled() for name in ("lesson_next", "lesson_back", "lesson_play", "lesson_again")] == [
        False
    ] * 4
    show(window, lesson)
    assert [made[name].isEnabled() for name in ("lesson_next", "lesson_back", "lesson_play", "lesson_again")] == [
        True, False, True, True,
    ]  # fmt: skip


def test_the_state_on_screen_is_kept_as_a_step(make: Make, tmp_path: Path) -> None:
    """In the window alone: what is added to a file is what stands in the panel."""
    panel = KeepStep("## One\n\nText.\n", make())
    chosen = log(panel.file_chosen)
    panel.text.setPlainText("## Two\n\nText.\n")
    panel.copy_button.click()
    assert QApplication.clipboard().text() == "## Two\n\nText.\n"
    panel._tell(str(tmp_path / "mine"))
    assert chosen == [(tmp_path / "mine.md", "## Two\n\nText.\n")]


class Windows(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_other_window_is_seen_for_a_moment(make: Make, lesson: Lesson) -> None:
    window, watch = make(), Windows()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    show(window, lesson)
    app.removeEventFilter(watch)
    assert watch.seen == []

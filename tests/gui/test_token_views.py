"""The token strip and the candidates, driven by real mouse and key events."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.run import Run
from tests.helpers.mouse import leave, move
from tests.helpers.runs import PROMPT, RUNS, empty, grow
from viz.intents import AskAboutToken, AskDistribution, CompareWith, Hover, Intent, LookAt, ReturnTo, TakeToken
from viz.theme import theme
from viz.tokens.next_token_view import NextTokenView
from viz.tokens.token_strip_view import TokenStripView
from viz.ui_state import UiState
from viz.view import View


def shown(
    qtbot: QtBot, view: View, run: Run, ui: UiState | None = None, size: tuple[int, int] = (700, 300)
) -> list[Intent]:
    """Show `view` with `run` on it; what it sends is gathered in the list returned."""
    sent: list[Intent] = []
    view.intent.connect(sent.append)
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    qtbot.waitExposed(view)
    view.paint(type(view).frame(run, ui or UiState()), theme("dark"))
    QApplication.processEvents()
    return sent


@pytest.fixture
def strip(qtbot: QtBot) -> tuple[TokenStripView, list[Intent]]:
    view = TokenStripView()
    return view, shown(qtbot, view, RUNS["branched"]())


def middle(view: TokenStripView, position: int) -> QPoint:
    return view.chip_rect(position).center().toPoint()


def test_click_looks_at_a_token(strip: tuple[TokenStripView, list[Intent]]) -> None:
    view, sent = strip
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, 4))
    assert LookAt(4) in sent


def test_click_on_the_last_token_follows_again(qtbot: QtBot) -> None:
    view, run = TokenStripView(), RUNS["branched"]()
    sent = shown(qtbot, view, run, UiState(position=2))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, len(run) - 1))
    assert LookAt(None) in sent


def test_drag_scrubs_over_tokens(strip: tuple[TokenStripView, list[Intent]]) -> None:
    view, sent = strip
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle(view, 2))
    for position in (3, 5, 6):
        move(view, middle(view, position), Qt.MouseButton.LeftButton)
    beyond = QPoint(view.width() - 2, middle(view, 6).y())  # outside all chips of the line: its last one
    move(view, beyond, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=beyond)
    looked = [intent.position for intent in sent if isinstance(intent, LookAt)]
    assert looked[:4] == [2, 3, 5, 6]
    assert looked[-1] is None or looked[-1] > 6


def test_hover_says_token_and_node_and_ends(strip: tuple[TokenStripView, list[Intent]]) -> None:
    view, sent = strip
    move(view, middle(view, 3))
    run = RUNS["branched"]()
    assert sent[-1] == Hover(token_id=run.at(3).token_id, node=run.at(3).node)
    leave(view)
    assert sent[-1] == Hover()


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Left, LookAt(3)),
        (Qt.Key.Key_Right, LookAt(5)),
        (Qt.Key.Key_Home, LookAt(0)),
        (Qt.Key.Key_End, LookAt(None)),
    ],
)
def test_keys_move(qtbot: QtBot, key: Qt.Key, expected: LookAt) -> None:
    view = TokenStripView()
    sent = shown(qtbot, view, RUNS["branched"](), UiState(position=4))
    QTest.keyClick(view, key)
    assert sent == [expected]


def test_keys_move_between_lines(qtbot: QtBot) -> None:
    view = TokenStripView()
    sent = shown(qtbot, view, RUNS["branched"](), UiState(position=1))
    QTest.keyClick(view, Qt.Key.Key_Down)
    below = sent[-1]
    assert isinstance(below, LookAt)
    assert below.position is not None
    assert view.chip_rect(below.position).top() > view.chip_rect(1).top()


def test_the_menu_lists_the_other_branches(strip: tuple[TokenStripView, list[Intent]]) -> None:
    view, sent = strip
    run = RUNS["branched"]()
    menu = view.branch_menu(len(PROMPT))
    assert menu is not None
    choices = [action for action in menu.actions() if not action.isSeparator()]
    others = [node for node in run.at(len(PROMPT) - 1).children if node != run.at(len(PROMPT)).node]
    assert len(others) == 1
    assert len(choices) == 4
    sent.clear()
    for choice in choices:
        choice.trigger()
    compare = CompareWith(others[0])
    token = int(run.at(len(PROMPT)).token_id)
    assert sent == [
        ReturnTo(others[0]),
        compare,
        *(AskAboutToken(name, len(PROMPT), token) for name in ("which_features", "who_says")),
    ]
    assert view.branch_menu(0) is None


def test_double_click_opens_the_menu(strip: tuple[TokenStripView, list[Intent]], qtbot: QtBot) -> None:
    view, _ = strip
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=middle(view, len(PROMPT)))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def test_a_run_stepped_back_offers_what_follows(qtbot: QtBot) -> None:
    view, run = TokenStripView(), RUNS["stepped_back"]()
    sent = shown(qtbot, view, run)
    menu = view.branch_menu(len(run) - 1)
    assert menu is not None
    next(action for action in menu.actions() if not action.isSeparator()).trigger()
    assert sent[-1] == ReturnTo(run.nodes[run.current].children[0])


def test_the_newest_token_is_scrolled_into_sight(qtbot: QtBot) -> None:
    view, run = TokenStripView(), RUNS["fifty_steps"]()
    shown(qtbot, view, run, size=(300, 120))
    assert view.rect().contains(view.chip_rect(len(run) - 1).center().toPoint())
    view.paint(TokenStripView.frame(run, UiState(position=0)), theme("dark"))
    assert view.rect().contains(view.chip_rect(0).center().toPoint())


def test_the_tip_says_the_exact_token(
    strip: tuple[TokenStripView, list[Intent]], monkeypatch: pytest.MonkeyPatch
) -> None:
    view, _ = strip
    said: list[str] = []
    monkeypatch.setattr("viz.tokens.token_strip_view.QToolTip.showText", lambda where, text, widget: said.append(text))
    point = middle(view, 1)
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, point, view.mapToGlobal(point)))
    assert "' best'" in said[0]
    assert "surprisal" in said[0]


def test_the_screen_reader_hears_the_position(strip: tuple[TokenStripView, list[Intent]]) -> None:
    view, _ = strip
    view.paint(TokenStripView.frame(RUNS["branched"](), UiState(position=1)), theme("dark"))
    assert "·best" in view.accessibleDescription()
    assert "prompt" in view.accessibleDescription()


def test_colour_and_bar_follow_the_option() -> None:
    run = RUNS["branched"]()
    for colour, values in (
        ("surprisal", run.surprisal),
        ("entropy", run.entropy),
        ("probability", np.exp2(-run.surprisal)),
        ("none", np.empty(0, np.float32)),
    ):
        frame = TokenStripView.frame(run, UiState().with_option("token_strip", "colour", colour))
        np.testing.assert_array_equal(frame.values, values)
        finite = frame.values[np.isfinite(frame.values)]
        assert (finite <= frame.high).all()


def test_a_hover_elsewhere_lights_every_occurrence() -> None:
    run = RUNS["branched"]()
    token = run.at(1).token_id
    frame = TokenStripView.frame(run, UiState(hover_token=token))
    assert frame.hovered == {i for i, known in enumerate(run.token_ids) if known == token}
    assert TokenStripView.frame(run, UiState(hover_token=token, hover_node=run.at(5).node)).hovered == {5}


def test_five_thousand_tokens_paint_only_what_is_on_screen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    run = empty()
    grow(run, np.resize(np.arange(3, 40), 5000).tolist(), attn=False, neurons=False, resid=False)
    run.prompt_tokens = 10
    drawn: list[int] = []
    view = TokenStripView()
    original: Callable[..., None] = TokenStripView.draw_position

    def counted(self: TokenStripView, painter: object, frame: object, rect: object, position: int) -> None:
        drawn.append(position)
        original(self, painter, frame, rect, position)

    monkeypatch.setattr(TokenStripView, "draw_position", counted)
    shown(qtbot, view, run, size=(800, 140))
    drawn.clear()
    view.grab()
    assert 0 < len(drawn) < 200
    assert max(drawn) == 4999


# -- next token --------------------------------------------------------------------------------------------------


@pytest.fixture
def bars(qtbot: QtBot) -> tuple[NextTokenView, list[Intent]]:
    view = NextTokenView()
    return view, shown(qtbot, view, RUNS["branched"](), UiState(position=8), size=(420, 600))


def row_middle(view: NextTokenView, row: int) -> QPoint:
    return view.list.visualRect(view.list.model().index(row, 0)).center()


def test_click_takes_a_token(bars: tuple[NextTokenView, list[Intent]]) -> None:
    view, sent = bars
    record = RUNS["branched"]().at(8)
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=row_middle(view, 3))
    assert [intent for intent in sent if isinstance(intent, TakeToken)] == [
        TakeToken(record.node, int(record.next_ids[3]))
    ]


def test_enter_takes_the_row_with_the_focus(bars: tuple[NextTokenView, list[Intent]], qtbot: QtBot) -> None:
    view, sent = bars
    record = RUNS["branched"]().at(8)
    view.activateWindow()
    view.list.setFocus()
    qtbot.waitUntil(view.list.hasFocus)
    QTest.keyClick(view.list, Qt.Key.Key_Home)
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    token = int(record.next_ids[1])
    assert sent[-2:] == [Hover(token_id=token), TakeToken(record.node, token)]


def test_the_rest_cannot_be_taken(bars: tuple[NextTokenView, list[Intent]]) -> None:
    view, sent = bars
    rest = view.list.model().rowCount() - 1
    view.list.scrollToBottom()
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=row_middle(view, rest))
    assert not [intent for intent in sent if isinstance(intent, TakeToken)]


def test_hovering_a_row_lights_its_token(bars: tuple[NextTokenView, list[Intent]]) -> None:
    view, sent = bars
    move(view.list.viewport(), row_middle(view, 2))
    assert sent[-1] == Hover(token_id=int(RUNS["branched"]().at(8).next_ids[2]))
    leave(view.list.viewport())
    assert sent[-1] == Hover()


def test_rows_and_rest_add_up_to_one() -> None:
    for drawn in (False, True):
        ui = UiState(position=8).with_option("next_token", "drawn", drawn)
        frame = NextTokenView.frame(RUNS["branched"](), ui)
        listed = frame.probs if frame.chances is None else frame.chances
        assert float(listed.sum()) + frame.others == pytest.approx(1, abs=1e-5)
        assert len(frame.token_ids) + frame.n_others == len(RUNS["branched"]().vocabulary or ())


def test_the_token_taken_is_marked_and_other_branches_too() -> None:
    run = RUNS["branched"]()
    frame = NextTokenView.frame(run, UiState(position=8))
    assert frame.taken == run.at(9).token_id
    assert set(frame.branches) == {run.nodes[child].token_id for child in run.at(8).children} - {frame.taken}


def test_wants_the_whole_distribution_until_it_is_there() -> None:
    run = RUNS["one_step"]()
    ui = UiState().with_option("next_token", "drawn", True)
    assert NextTokenView.wants(NextTokenView.frame(run, ui)) == (AskDistribution(run.current),)
    assert NextTokenView.wants(NextTokenView.frame(run, UiState())) == ()
    size = len(run.vocabulary or ())
    run.distribution = (run.current, np.full(size, 1 / size, np.float32))
    assert NextTokenView.wants(NextTokenView.frame(run, ui)) == ()


def test_a_row_says_itself_to_a_screen_reader(bars: tuple[NextTokenView, list[Intent]]) -> None:
    view, _ = bars
    model = view.list.model()
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("1. ")
    assert {"probability", "logit"} <= set(said.split())


def test_few_candidates_of_a_small_vocabulary() -> None:
    ui = UiState().with_option("next_token", "count", 50)
    frame = NextTokenView.frame(RUNS["one_token"](), ui)
    assert len(frame.token_ids) == 50

"""The tree of branches against the run's own paths, what branches are worth, and what its gestures mean."""

from __future__ import annotations

import itertools
import math
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.window.view_host import ViewHost
from engine.labs.branches.records import AskFork, Fork
from engine.questions import Refused
from engine.records import Change, Plan, Sampling, Site
from engine.run import Run
from tests.helpers.runs import PROMPT, branched, empty, grow, likely, prompted, stepped_back
from viz.branches import branch_tree, compared
from viz.figures.files import save_figure
from viz.figures.page import Figure, of_pixels
from viz.intents import AskLab, CompareWith, Hover, NameBranch, ReturnTo, SaveTable
from viz.labs.branches import table, words
from viz.labs.branches.branch_model import COMPARE, NAME, TREE
from viz.labs.branches.branches_frame import branches_frame
from viz.labs.branches.branches_view import BranchesView
from viz.labs.branches.tree_layout import LINE, tree_layout
from viz.theme import theme
from viz.tokens.odds import odds
from viz.ui_state import UiState

PLAN = Plan((Change(Site("head", 1, 2), 0.0),))


def bushy(count: int, seed: int = 0, longest: int = 12) -> Run:
    """A run with some `count` branches at random places."""
    run, rng = prompted(), np.random.default_rng(seed)
    for _ in range(count):
        run.move(int(rng.integers(len(PROMPT) - 1, len(run.nodes))))
        for _ in range(int(rng.integers(1, longest))):
            grow(run, [likely(run, int(rng.integers(0, 20)))])
    return run


# -- the tree --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(5))
def test_the_lines_are_the_runs_leaves_and_their_paths(seed: int) -> None:
    run = bushy(25, seed)
    tree = branch_tree(run)
    assert sorted(branch.leaf for branch in tree.branches) == run.leaves
    for row, branch in enumerate(tree.branches):
        segments = [tree.segments[index] for index in branch.segments]
        assert [*itertools.chain(*(segment.nodes for segment in segments))] == run.path_to(branch.leaf)
        assert segments[-1].row == row == tree.row_of(branch.leaf)
        assert run.branch_end(tree.segments[branch.first].head) == branch.leaf
    assert sorted(itertools.chain(*(segment.nodes for segment in tree.segments))) == list(range(len(run.nodes)))
    for index, segment in enumerate(tree.segments):
        assert len(segment.children) != 1
        assert [tree.segments[child].parent for child in segment.children] == [index] * len(segment.children)
        assert segment.parent < index
    assert len({branch.name for branch in tree.branches}) == len(tree.branches)


def test_no_line_of_the_tree_crosses_words_and_no_words_touch() -> None:
    run = bushy(30)
    frame = branches_frame(run, UiState(compare=run.leaves[3]))
    layout = tree_layout(
        frame, 300.0, 10.0, lambda text: 6.0 * len(text), lambda text: 5.0 * len(text), lambda _: "50 %"
    )
    assert layout.width > 300.0
    for row, blocks in enumerate(layout.blocks):
        for one, other in itertools.pairwise(blocks):
            assert one.right < other.left
        for block in blocks:
            assert block.left + block.chip + block.numbers <= block.rest_left
            assert block.right <= layout.width
        for stroke in layout.strokes[row]:
            if stroke.x0 == stroke.x1 and stroke.y0 == 0.0:  # it comes from above
                assert all(not block.left <= stroke.x0 <= block.right for block in blocks)
    wide = tree_layout(
        frame, 5000.0, 10.0, lambda text: 6.0 * len(text), lambda text: 5.0 * len(text), lambda _: "50 %"
    )
    assert wide.width == 5000.0


def test_every_fork_leads_to_each_of_its_branches() -> None:
    run = bushy(12)
    frame = branches_frame(run, UiState())
    layout = tree_layout(frame, 300.0, 10.0, len, len, lambda _: "")
    lefts = {block.segment: block.left for blocks in layout.blocks for block in blocks}
    for segment in frame.tree.segments:
        for child in segment.children:
            row = frame.tree.segments[child].row
            ends = [stroke for stroke in layout.strokes[row] if stroke.x1 == lefts[child] and stroke.y0 == LINE]
            assert ends
            for between in range(segment.row + 1, row + 1):
                assert any(
                    stroke.x0 == stroke.x1 == ends[0].x0 and stroke.y0 == 0 for stroke in layout.strokes[between]
                )


# -- names -----------------------------------------------------------------------------------------------------------


def test_a_name_stays_with_its_branch_while_it_grows_and_others_leave_it() -> None:
    run = branched()
    leaf = run.current
    run.name_branch(leaf, "the good one")
    grow(run, [likely(run), likely(run)])
    assert branch_tree(run).name_of(run.current) == "the good one"
    run.move(leaf)
    grow(run, [likely(run, 5)])
    tree = branch_tree(run)
    assert [branch.name for branch in tree.branches].count("the good one") == 1
    assert tree.name_of(run.current) != "the good one"
    run.name_branch(run.branch_end(leaf), "renamed")
    assert [branch.named for branch in branch_tree(run).branches].count(True) == 1
    run.name_branch(leaf, "")
    assert not any(branch.named for branch in branch_tree(run).branches)


def test_a_branch_is_called_by_the_tokens_that_tell_it_apart() -> None:
    run = prompted()
    assert run.vocabulary is not None
    words_of = {name: 3 + index for index, name in enumerate(("The", "best", "thing", "about", "AI", "is"))}
    for names in (["best", "thing"], ["about", "AI"]):
        run.move(len(PROMPT) - 1)
        for name in names:
            grow(run, [words_of[name]])
    run.move(len(PROMPT))
    grow(run, [words_of["is"]])
    assert [branch.name for branch in branch_tree(run).branches] == ["best thing", "is", "about AI"]
    run.move(len(PROMPT))
    grow(run, [words_of["about"], words_of["AI"]])
    names = [branch.name for branch in branch_tree(run).branches]
    assert names == ["best thing", "is", f"about AI ({len(PROMPT) + 1})", f"about AI ({len(PROMPT)})"]


# -- what it is worth ------------------------------------------------------------------------------------------------


def test_a_branchs_surprisal_is_that_of_its_tokens_after_the_prompt() -> None:
    run = branched()
    frame = branches_frame(run, UiState())
    for branch, worth in zip(frame.tree.branches, frame.worth, strict=True):
        path = run.path_to(branch.leaf)
        bits = [run.nodes[node].surprisal for node in path[len(PROMPT) :]]
        assert worth.generated == len(bits)
        assert worth.bits == pytest.approx(sum(bits))
        assert worth.mean == pytest.approx(sum(bits) / len(bits))
        own = (
            path[run.nodes[frame.tree.segments[branch.first].head].position :] if branch.first else path[len(PROMPT) :]
        )
        assert worth.own == len(own)
        assert worth.own_bits == pytest.approx(sum(run.nodes[node].surprisal for node in own))
    for segment, taken in zip(frame.tree.segments, frame.taken, strict=True):
        record = run.nodes[segment.head]
        assert taken.token_id == record.token_id
        if segment.parent >= 0:
            ids = run.nodes[record.parent].next_ids.tolist()
            assert taken.probability == pytest.approx(run.nodes[record.parent].next_probs[ids.index(record.token_id)])


def test_the_chance_of_being_drawn_is_told_where_it_differs_and_asked_until_it_is_exact() -> None:
    run = branched()
    run.run_id, run.sampling = 1, Sampling(1.0)
    frame = branches_frame(run, UiState())
    assert not frame.as_drawn
    assert frame.question is None
    run.sampling = Sampling(0.5, seed=7)
    frame = branches_frame(run, UiState())
    fork = next(segment for segment in frame.tree.segments if len(segment.children) > 1)
    record = run.nodes[fork.nodes[-1]]
    estimate = odds(
        record.next_ids, record.next_logits, record.next_probs, len(run.vocabulary or ()), run.sampling,
        run.token_ids[:0],
    )  # fmt: skip
    ids = record.next_ids.tolist()
    for child in fork.children:
        taken = frame.taken[child]
        assert taken.drawn == pytest.approx(estimate.chances[ids.index(taken.token_id)])
        assert not taken.exact
        assert "≈" in words.drawn(taken)
    question = frame.question
    assert question is not None
    assert question.sampling.seed == 0
    assert BranchesView.wants(frame) == (AskLab(question, in_turn=True),)
    asked = set()
    while (question := branches_frame(run, UiState()).question) is not None:
        assert question not in asked
        asked.add(question)
        chances = np.linspace(0.1, 0.2, len(question.tokens), dtype=np.float32)
        run.findings[question] = Fork(chances, np.empty(0, np.float32))
        run.changed += 1
    assert len(asked) == frame.forks
    after = branches_frame(run, UiState())
    assert all(taken.exact for taken in after.taken)
    assert after.taken[fork.children[0]].drawn == pytest.approx(0.1)
    run.run_id = 0
    run.findings.clear()
    run.changed += 1
    file = branches_frame(run, UiState())
    assert file.question is None
    assert "≈" in words.not_known(file)


def test_other_interventions_than_the_runs_are_asked_for_and_a_refusal_is_said() -> None:
    run = branched()
    run.run_id, run.sampling = 1, Sampling(1.0)
    frame = branches_frame(run, UiState(plan=PLAN))
    assert frame.question == AskFork(
        frame.question.node if frame.question else -1, frame.question.tokens if frame.question else (),
        Sampling(1.0), PLAN,
    )  # fmt: skip
    assert frame.question is not None
    run.findings[frame.question] = Refused("This model is too strange.")
    run.changed += 1
    assert words.not_known(branches_frame(run, UiState(plan=PLAN))) == "This model is too strange."
    found = Fork(np.full(2, 0.5, np.float32), np.array([0.25, 0.75], np.float32))
    run.findings[frame.question] = found
    run.changed += 1
    again = branches_frame(run, UiState(plan=PLAN))
    segment = next(it for it in again.tree.segments if it.nodes[-1] == frame.question.node)
    assert [again.taken[child].changed for child in segment.children] == [0.25, 0.75]
    assert words.numbers(again, again.taken[segment.children[0]]).endswith("25.0\u00a0%")
    assert math.isnan(again.taken[segment.children[0]].drawn)
    while (question := branches_frame(run, UiState(plan=PLAN)).question) is not None:
        run.findings[question] = found
        run.changed += 1
    run.run_id = 0  # as of a file that holds the findings: all are known
    assert words.not_known(branches_frame(run, UiState(plan=PLAN))) == ""
    run.findings.popitem()
    run.changed += 1
    assert "not computed yet" in words.not_known(branches_frame(run, UiState(plan=PLAN)))


def test_the_table_has_the_frames_numbers() -> None:
    run = branched()
    run.name_branch(run.current, "mine, “so” called")
    frame = branches_frame(run, UiState(compare=run.leaves[0]))
    rows = [dict(zip(table.COLUMNS, row, strict=True)) for row in table.rows(frame)]
    assert [row["branch"] for row in rows] == [branch.name for branch in frame.tree.branches]
    assert [row["current"] for row in rows].index(1) == frame.current
    assert [row["compared"] for row in rows].index(1) == frame.compared
    for row, worth in zip(rows, frame.worth, strict=True):
        assert row["surprisal_bits"] == worth.bits
        assert row["log2_probability"] == -worth.bits
        assert row["text"] == worth.text
        at = row["fork_position"]
        assert isinstance(at, int)
        assert row["probability"] == pytest.approx(row["probability"])
    assert rows[0]["parts_from"] == ""
    assert rows[1]["parts_from"] == rows[0]["branch"]


# -- the branch beside it --------------------------------------------------------------------------------------------


def test_what_is_compared_is_another_branch_to_its_end() -> None:
    run = branched()
    first = branch_tree(run).branches[0]
    found = compared(run, UiState(compare=first.parted))
    assert found is not None
    assert found.nodes.tolist() == run.path_to(first.leaf)
    assert list(run.path[: found.fork]) == found.nodes[: found.fork].tolist()
    assert run.path[found.fork] != found.nodes[found.fork]
    assert (found.name, found.current_name) == (first.name, branch_tree(run).name_of(run.current))
    for node in (None, -1, 10**6, run.current):
        assert compared(run, UiState(compare=node)) is None
    back = stepped_back()
    within = compared(back, UiState(compare=back.leaves[0]))
    assert within is not None
    assert within.fork == len(back)
    assert compared(empty(), UiState(compare=0)) is None


# -- gestures --------------------------------------------------------------------------------------------------------


@pytest.fixture
def view(qtbot: QtBot) -> BranchesView:
    made = BranchesView()
    qtbot.addWidget(made)
    made.resize(1100, 500)
    made.show()
    return made


def sent_by(view: BranchesView) -> list[object]:
    sent: list[object] = []
    view.intent.connect(lambda it: None if isinstance(it, Hover) else sent.append(it))
    return sent


def test_clicks_ticks_and_keys_mean_what_they_should(view: BranchesView, qtbot: QtBot) -> None:
    run = branched()
    ui = UiState(compare=run.leaves[0])
    view.paint(view.frame(run, UiState()), theme("dark"))
    sent, rows = sent_by(view), view.painted.tree.branches if view.painted else ()
    here = view.painted.current if view.painted else -1
    spot = view.table.visualRect(view.model.index(2, TREE)).topLeft() + QPoint(8, 8)
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert sent == [ReturnTo(rows[2].leaf)]
    sent.clear()
    view.table.setCurrentIndex(view.model.index(0, NAME))
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert ReturnTo(rows[0].leaf) in sent
    sent.clear()
    for key in (Qt.Key.Key_C, Qt.Key.Key_Space):
        QTest.keyClick(view.table, key)
    assert sent == [CompareWith(rows[0].leaf)] * 2
    circle = view.table.visualRect(view.model.index(2, COMPARE)).center()
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=circle)
    assert sent[2:] == [CompareWith(rows[2].leaf)]
    assert not view.model.flags(view.model.index(here, COMPARE)) & Qt.ItemFlag.ItemIsUserCheckable
    assert view.stop.isHidden()
    view.paint(view.frame(run, ui), theme("dark"))
    assert not view.stop.isHidden()
    sent.clear()
    circle = view.table.visualRect(view.model.index(0, COMPARE)).center()
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=circle)
    assert sent == [CompareWith(None)]
    sent.clear()
    view.swap.click()
    assert sent == [ReturnTo(rows[0].leaf)]  # both change places then
    sent.clear()
    for place in (view.table, view.swap, view.stop, view.text):  # wherever the focus is: a pressed button has it
        QTest.keyClick(place, Qt.Key.Key_Escape)
    view.stop.click()
    assert sent == [CompareWith(None)] * 5


def test_a_branch_is_renamed_in_place_and_saved_as_a_table(view: BranchesView, qtbot: QtBot) -> None:
    run = branched()
    view.paint(view.frame(run, UiState()), theme("dark"))
    sent = sent_by(view)
    leaf = view.painted.tree.branches[1].leaf if view.painted else -1
    view.table.setCurrentIndex(view.model.index(1, NAME))
    QTest.keyClick(view.table, Qt.Key.Key_F2)
    editor = view.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "  two  words ")
    view.paint(view.frame(run, UiState(hover_token=3)), theme("dark"))  # what comes meanwhile leaves it open
    assert view.table.findChild(QLineEdit) is editor
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sent == [NameBranch(leaf, "two words")])  # Qt commits when it has come round again
    texts = [action.text() for action in view.menu(1).actions()]
    assert any("CSV" in text for text in texts)
    view._save()
    assert isinstance(sent[-1], SaveTable)
    assert len(sent[-1].rows) == 3


@pytest.mark.parametrize("compared_with", [False, True])
def test_buttons_stand_below_a_sentence_that_would_be_left_a_word_a_line(qtbot: QtBot, compared_with: bool) -> None:
    run = branched()
    run.run_id = 0
    dock = QWidget()  # a window of its own would not become narrower than its buttons were before
    qtbot.addWidget(dock)
    view = BranchesView(dock)
    dock.resize(1100, 500)
    dock.show()
    for width in (1100, 320):
        view.resize(width, 500)
        view.paint(view.frame(run, UiState(compare=run.leaves[0] if compared_with else None)), theme("dark"))
        qtbot.waitUntil(lambda: view.hint.height() <= 6 * view.hint.fontMetrics().height())  # once it is laid out
        button = view.stop if compared_with else view.compute
        assert not button.isHidden()
        below = button.geometry().top() >= view.hint.geometry().bottom()
        assert below == (width == 320)
        assert button.geometry().right() <= width


def test_a_dock_of_any_size_and_what_stands_above_the_rows_settle_at_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, asked, give_room = branched(), list[int](), BranchesView._give_room
    run.run_id = 0
    host = ViewHost(BranchesView)
    qtbot.addWidget(host)
    host.show()
    host.set_pending(run, UiState())
    host.paint_pending()

    def counted(view: BranchesView) -> None:
        asked.append(view.height())
        give_room(view)

    monkeypatch.setattr(BranchesView, "_give_room", counted)
    for height in range(90, 330, 12):
        for width in (1100, 420, 300):
            asked.clear()
            host.resize(width, height)
            QApplication.processEvents()
            assert len(asked) <= 4, (width, height, asked[:6])


def test_it_says_how_branches_are_made_and_what_each_one_says(view: BranchesView) -> None:
    view.paint(view.frame(prompted(), UiState()), theme("dark"))
    assert "To make another" in view.hint.text()
    run = branched()
    view.paint(view.frame(run, UiState()), theme("dark"))
    view._point_at(0)
    frame = view.painted
    assert frame is not None
    assert frame.worth[0].text.replace("\r\n", "\n") in view.text.toPlainText()
    assert str(frame.tree.branches[0].name) in str(view.model.index(0, NAME).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "50 tokens after the prompt" in str(view.model.index(0, TREE).data(Qt.ItemDataRole.AccessibleTextRole))


def test_zooming_keeps_rows_as_high_as_their_type(view: BranchesView) -> None:
    view.paint(view.frame(bushy(50), UiState()), theme("dark"))
    before, em = view.table.rowHeight(0), view.em
    QTest.keyClick(view.table, Qt.Key.Key_Plus)
    assert view.em > em
    assert view.table.rowHeight(0) > before
    QTest.keyClick(view.table, Qt.Key.Key_0)
    assert (view.table.rowHeight(0), view.em) == (before, em)


def test_a_figure_shows_every_branch_whole_and_holds_no_control_characters(tmp_path: Path, qtbot: QtBot) -> None:
    run = bushy(22, longest=4)
    made = BranchesView()
    qtbot.addWidget(made)
    made.resize(1000, made.figure_lines)
    made.still = True
    made.paint(made.frame(run, UiState()), theme("print"))
    made.finish_figure()
    n = len(run.leaves)
    assert n > 15
    high = sum(made.table.rowHeight(row) for row in range(n))
    assert high < made.height() - 2 * made.em
    assert sum(made.table.columnWidth(column) for column in range(TREE + 1) if column != COMPARE) <= 1000
    assert "The first" not in made.hint.text()
    save_figure(
        tmp_path / "a.svg", Figure("branches", of_pixels(900, 500), "print"), branched(), UiState()
    )  # its text holds a NUL
    assert ET.parse(tmp_path / "a.svg").getroot().tag.endswith("svg")  # noqa: S314  made by the line above

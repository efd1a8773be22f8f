"""Predict first: which tokens are offered, what is revealed, votes by mouse and keyboard, and how the text goes on."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labs.ngrams.records import PieceBits
from engine.run import Run
from tests.helpers.runs import fifty_steps, grow, one_step
from viz.guesses import NO_GUESSES, Guesses, Round
from viz.intents import AskDistribution, AskLab, Intent, Say, SetGuesses, TakeToken
from viz.labs.predict import table
from viz.labs.predict.controls import BEGIN, DRAWN, GIVE_UP, LIKELIEST, REVEAL, UNDO, VOTED
from viz.labs.predict.drawing import areas
from viz.labs.predict.first_token import first_token
from viz.labs.predict.offers import FROM, round_at
from viz.labs.predict.predict_frame import PredictFrame, pieces_of
from viz.labs.predict.predict_view import LEAST_HIGH, LEAST_WIDE, PredictView
from viz.theme import theme
from viz.token_text import shown
from viz.typed_token import token_of
from viz.ui_state import UiState


class Class:
    """A view with a session that keeps what it is told, as the program's does."""

    def __init__(self, qtbot: QtBot, run: Run) -> None:
        self.run, self.ui = run, UiState(still=True)
        self.sent: list[Intent] = []
        self.view = PredictView()
        qtbot.addWidget(self.view)
        self.view.resize(900, 600)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.view.intent.connect(self._take)
        self.show()

    def _take(self, intent: Intent) -> None:
        self.sent.append(intent)
        if isinstance(intent, SetGuesses):
            self.ui = replace(self.ui, guesses=intent.guesses)
        elif isinstance(intent, TakeToken):
            grow(self.run, [intent.token_id], parent=intent.node)
        self.show()

    def show(self) -> PredictFrame:
        """Paint what is there, and send what it wants."""
        frame = PredictView.frame(self.run, self.ui)
        self.view.paint(frame, theme("dark"))
        for intent in PredictView.wants(frame):
            if intent not in self.sent:
                self._take(intent)
        return frame

    @property
    def frame(self) -> PredictFrame:
        return PredictView.frame(self.run, self.ui)

    def hides(self) -> bool:
        """Whether what comes next is hidden now."""
        return self.ui.hides_next

    def press(self, what: str) -> None:
        """A button of the row."""
        button = self.view.controls.buttons[what]
        assert button.isVisible()
        assert button.isEnabled()
        button.click()


@pytest.fixture
def pupils(qtbot: QtBot) -> Iterator[Class]:
    made = Class(qtbot, fifty_steps())
    yield made
    made.view.close()


def test_buttons_hold_the_likeliest_among_decoys_and_the_same_seed_gives_the_same() -> None:
    run = fifty_steps()
    record = run.nodes[run.current]
    asked = round_at(record, run.vocabulary, 4, 4, seed=1)
    top = set(record.next_ids[:4].tolist())
    assert set(asked.offered) - asked.decoys == top
    assert len(asked.offered) == len(set(asked.offered)) == 8
    ranks = [record.next_ids.tolist().index(token) for token in asked.decoys]
    assert min(ranks) >= FROM
    assert round_at(record, run.vocabulary, 4, 4, seed=1) == asked
    others = [round_at(record, run.vocabulary, 4, 4, seed=seed) for seed in range(2, 9)]
    assert len({it.offered for it in others}) > 1
    places = {it.offered.index(int(record.next_ids[0])) for it in others}
    assert len(places) > 2  # the likeliest is not always in one place


def test_a_run_that_keeps_few_candidates_has_fewer_buttons() -> None:
    run = fifty_steps()
    record = replace(run.nodes[run.current], next_ids=np.array([3, 4, 5], np.int32))
    asked = round_at(record, run.vocabulary, 2, 4, seed=0)
    assert set(asked.offered) == {3, 4, 5}
    assert asked.decoys == {5}


def test_a_round_from_the_first_button_to_the_score(pupils: Class) -> None:
    pupils.press(BEGIN)
    assert pupils.hides()
    frame = pupils.frame
    assert frame.is_guessed
    pupils.view.tiles[2].click()
    pupils.view.tiles[2].click()
    pupils.view.tiles[0].click()
    assert pupils.frame.votes.tolist()[:3] == [1, 0, 2]
    assert not len(pupils.frame.probs)
    pupils.press(REVEAL)
    assert not pupils.hides()
    frame = pupils.frame
    record = pupils.run.nodes[pupils.run.current]
    known = dict(zip(record.next_ids.tolist(), record.next_probs.tolist(), strict=True))
    assert frame.probs == pytest.approx([known[token] for token in frame.token_ids.tolist()])
    a, c = (known[int(frame.token_ids[at])] for at in (0, 2))
    assert frame.guessed_probability == pytest.approx((a + 2 * c) / 3)
    assert frame.likeliest == record.next_ids[0]
    assert frame.total is None  # nothing has come yet
    pupils.press(VOTED)
    assert pupils.run.nodes[pupils.run.current].token_id == int(frame.token_ids[2])
    assert pupils.hides()  # what comes next is never seen between two rounds
    assert pupils.frame.is_guessed
    (scored,) = pupils.frame.rounds
    assert scored.class_hit
    assert scored.model_bits == pytest.approx(pupils.run.nodes[pupils.run.current].surprisal)
    assert scored.class_bits == pytest.approx(-np.log2(3 / (3 + 8 + 1)))
    assert scored.chance_bits == pytest.approx(np.log2(9))


def test_the_last_vote_is_taken_back_and_the_round_given_up(pupils: Class) -> None:
    pupils.press(BEGIN)
    for index in (1, 3):
        pupils.view.tiles[index].click()
    pupils.press(UNDO)
    assert pupils.frame.votes.sum() == 1
    assert pupils.frame.votes[1] == 1
    pupils.press(GIVE_UP)
    assert pupils.ui.guesses == NO_GUESSES
    assert not pupils.hides()


def test_number_keys_vote_and_backspace_takes_back(pupils: Class, qtbot: QtBot) -> None:
    pupils.view.activateWindow()
    qtbot.waitUntil(pupils.view.isActiveWindow)
    pupils.press(BEGIN)
    assert pupils.view.hasFocus()
    QTest.keyClick(pupils.view, Qt.Key.Key_3)
    QTest.keyClick(pupils.view, Qt.Key.Key_3)
    QTest.keyClick(pupils.view, Qt.Key.Key_9)  # there is no such button
    assert pupils.frame.votes.tolist()[:3] == [0, 0, 2]
    assert pupils.frame.votes.sum() == 2
    QTest.keyClick(pupils.view, Qt.Key.Key_Backspace)
    assert pupils.frame.votes.sum() == 1
    tile = pupils.view.tiles[0]
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_Space)  # a button that Tab has gone to
    assert pupils.frame.votes[0] == 1
    field = pupils.view.controls.field
    field.setFocus()
    QTest.keyClicks(field, "2")
    assert (field.text(), int(pupils.frame.votes.sum())) == ("2", 2)  # it is typed


def test_votes_that_come_faster_than_pictures_all_count(pupils: Class) -> None:
    pupils.press(BEGIN)
    pupils.view.intent.disconnect()
    pupils.view.intent.connect(pupils.sent.append)  # nothing is painted between
    for index in (0, 1, 1):
        pupils.view.vote_for(index)
    last = pupils.sent[-1]
    assert isinstance(last, SetGuesses)
    assert last.guesses.open is not None
    offered = last.guesses.open.offered
    assert last.guesses.open.votes == (offered[0], offered[1], offered[1])


def test_a_typed_guess_counts_by_its_first_token(pupils: Class) -> None:
    pupils.press(BEGIN)
    vocabulary = pupils.run.vocabulary
    token = token_of(vocabulary, "learn")
    assert token >= 0
    field = pupils.view.controls.field
    QTest.keyClicks(field, "learn")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert pupils.frame.votes[pupils.frame.token_ids.tolist().index(token)] == 1
    assert field.text() == ""
    QTest.keyClicks(field, "learnxq")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert pupils.frame.votes[pupils.frame.token_ids.tolist().index(token)] == 2
    said = [it.sentence for it in pupils.sent if isinstance(it, Say)]
    assert "learnxq" in said[-1]
    assert shown(vocabulary, token) in said[-1]


def test_the_first_token_of_a_word_is_its_longest_beginning() -> None:
    vocabulary = one_step().vocabulary
    learn = token_of(vocabulary, "learn")
    assert first_token(vocabulary, "learn") == (learn, True)
    assert first_token(vocabulary, "learnings") == (learn, False)
    assert first_token(vocabulary, "☃☃")[0] < 0


def test_what_was_typed_and_is_not_kept_is_asked_for_after_the_reveal_alone(pupils: Class) -> None:
    run = pupils.run
    record = run.nodes[run.current]
    assert run.vocabulary is not None
    rare = next(token for token in range(len(run.vocabulary)) if token not in record.next_ids.tolist())
    pupils.press(BEGIN)
    asked = pupils.ui.guesses.open
    assert asked is not None
    pupils.ui = replace(pupils.ui, guesses=pupils.ui.guesses.changed(asked.voted(rare)))
    pupils.show()
    assert not any(isinstance(it, AskDistribution) for it in pupils.sent)
    pupils.press(REVEAL)
    assert pupils.sent[-1] == AskDistribution(run.current)
    assert np.isnan(pupils.frame.probs[-1])
    full = np.linspace(1, 2, len(run.vocabulary), dtype=np.float32)
    run.distribution = (run.current, full / full.sum())
    run.changed += 1
    pupils.show()
    assert pupils.frame.probs[-1] == pytest.approx(run.distribution[1][rare])
    run.distribution = None
    assert pupils.frame.probs[-1] == pytest.approx((full / full.sum())[rare])  # it is kept with the round


@pytest.mark.parametrize("what", [LIKELIEST, DRAWN])
def test_the_text_goes_on_with_the_model_or_a_draw(pupils: Class, what: str) -> None:
    pupils.press(BEGIN)
    pupils.press(REVEAL)
    frame, record = pupils.frame, pupils.run.nodes[pupils.run.current]
    assert frame.drawn in record.next_ids.tolist()
    assert PredictView.frame(pupils.run, pupils.ui).drawn == frame.drawn
    token = frame.likeliest if what == LIKELIEST else frame.drawn
    pupils.press(what)
    assert pupils.run.nodes[pupils.run.current].token_id == token


def test_a_draw_follows_the_sampling_settings() -> None:
    run = fifty_steps()
    run.sampling = replace(run.sampling, temperature=0.0)
    asked = replace(round_at(run.nodes[run.current], run.vocabulary, 3, 3, 0), revealed=True)
    cold = PredictView.frame(run, UiState(guesses=Guesses((asked,))))
    assert cold.drawn == cold.likeliest
    drawn = set()
    for seed in range(30):
        other = copy.copy(run)
        other.sampling = replace(run.sampling, temperature=1.5, seed=seed)
        drawn.add(PredictView.frame(other, UiState(guesses=Guesses((asked,)))).drawn)
    assert len(drawn) > 3


def test_rounds_that_went_on_are_rows_of_a_table(pupils: Class) -> None:
    for _ in range(3):
        if not pupils.frame.is_guessed:
            pupils.press(BEGIN)
        pupils.view.tiles[1].click()
        pupils.press(REVEAL)
        pupils.press(LIKELIEST)
    found = table.rows(pupils.frame)
    assert len(found) == 3
    assert all(len(row) == len(table.COLUMNS) for row in found)
    offered = pupils.view.as_table(pupils.frame)
    assert offered is not None
    assert offered.rows == found
    assert pupils.frame.total is not None
    assert pupils.frame.total.model_hits == 3


def test_a_table_of_letters_is_scored_on_the_same_tokens(pupils: Class) -> None:
    assert not any(isinstance(it, AskLab) for it in pupils.sent)  # before a round has a score nothing is asked
    for _ in range(2):
        if not pupils.frame.is_guessed:
            pupils.press(BEGIN)
        pupils.press(REVEAL)
        pupils.press(LIKELIEST)
    assert pupils.frame.total is not None
    assert np.isnan(pupils.frame.total.table_bits)
    question = pieces_of(pupils.run)
    assert question is not None
    assert pupils.sent[-1] == AskLab(question)
    vocabulary = pupils.run.vocabulary
    assert vocabulary is not None
    raw = b"".join(vocabulary.raw(pupils.run.nodes[node].token_id) for node in pupils.run.path)
    assert "".join(question.pieces) == raw.decode(errors="replace")
    bits = np.arange(len(question.pieces), dtype=float)
    pupils.run.findings[question] = PieceBits(bits)
    frame = pupils.show()
    places = [pupils.run.path.index(it.node) + 1 for it in frame.rounds]
    assert [it.table_bits for it in frame.rounds] == bits[places].tolist()
    assert frame.total is not None
    assert frame.total.table_bits == pytest.approx(bits[places].mean())
    assert table.rows(frame)[0][-1] == bits[places[0]]
    pupils.view.grab()


def test_a_round_on_a_branch_that_is_left_has_no_score() -> None:
    run = fifty_steps()
    asked = Round(run.path[-3], (1, 2), votes=(1,), revealed=True)
    assert len(PredictView.frame(run, UiState(guesses=Guesses((asked,)))).rounds) == 1
    elsewhere = copy.deepcopy(run)
    elsewhere.move(run.path[-5])
    assert PredictView.frame(elsewhere, UiState(guesses=Guesses((asked,)))).rounds == ()


def test_bars_grow_unless_nothing_is_to_move(qtbot: QtBot) -> None:
    for still in (True, False):
        pupils = Class(qtbot, fifty_steps())
        pupils.ui = replace(pupils.ui, still=still)
        pupils.show()
        pupils.press(BEGIN)
        pupils.press(REVEAL)
        running = pupils.view._grows.state() == pupils.view._grows.State.Running
        assert running == (not still)
        pupils.view.close()


@pytest.mark.parametrize("size", [(420, 360), (560, 420), (900, 600), (1800, 900)])
def test_tiles_stand_apart_and_inside(qtbot: QtBot, size: tuple[int, int]) -> None:
    pupils = Class(qtbot, fifty_steps())
    pupils.view.resize(*size)
    pupils.press(BEGIN)
    tiles = [tile for tile in pupils.view.tiles if tile.isVisible()]
    assert len(tiles) == 8  # none is left out
    for at, tile in enumerate(tiles):
        assert pupils.view.rect().contains(tile.geometry())
        assert tile.accessibleName()
        assert not any(tile.geometry().intersects(other.geometry()) for other in tiles[at + 1 :])
        assert not tile.geometry().intersects(pupils.view.controls.geometry())
    pupils.view.close()


@pytest.mark.parametrize("em", [13.0, 19.5, 26.0, 32.5])
@pytest.mark.parametrize("size", [(480, 420), (700, 500), (1000, 700), (1920, 720)])
@pytest.mark.parametrize("has_score", [False, True])
def test_every_token_has_a_tile_that_can_be_read(em: float, size: tuple[int, int], has_score: bool) -> None:
    """In a dock as large as a window leaves it, or scrolled; a line of letters and its bars need about two em."""
    rect = QRectF(0, 0, max(size[0], LEAST_WIDE * em), max(size[1], (LEAST_HIGH - 4) * em))
    where = areas(rect, em, 8, has_score)
    assert len(where.tiles) == 8
    for at, tile in enumerate(where.tiles):
        assert rect.contains(tile)
        assert tile.height() >= 1.5 * em
        assert not where.score.intersects(tile)
        assert not where.head.intersects(tile)
        assert not any(tile.intersects(other) for other in where.tiles[at + 1 :])


def test_the_score_gives_way_to_the_tiles() -> None:
    roomy, tight = (areas(QRectF(0, 0, 900, high), 20.0, 8, True) for high in (700, 330))
    assert roomy.score.height() > 0
    assert tight.score.height() == 0

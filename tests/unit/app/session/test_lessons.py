"""A lesson beside a session: entering a step makes its state true, and nothing of a person's is lost by it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from app.session.lessons import Lessons, Shown, plain
from engine.files.run_file import save_run
from engine.records import ModelEntry, Sampling, Site
from tests.helpers.small_session import SmallSession
from viz import intents
from viz.board import Board, Row

FRONT = '+++\nformat = 1\ntitle = "T"\norder = 1\nminutes = 5\nabout = "A."\nmodel = "small"\n+++\n'
FIRST = 'workspace = "explore"\nviews = ["next_token"]\n[run]\nprompt = "The cat"\n'


def step(state: str, text: str = "Text.") -> str:
    return f"## A step\n```toml\n{state}```\n\n{text}\n\n"


class Class:
    """A session with lessons in a folder."""

    def __init__(self, folder: Path, *steps: str, seed: int = 1) -> None:
        (folder / "en").mkdir(exist_ok=True)
        (folder / "en" / "one.md").write_text(FRONT + "".join(steps), encoding="utf-8")
        self.small = SmallSession(seed)
        self.session, self.parts = self.small.session, self.small.parts
        old = self.parts.lessons
        self.lessons = Lessons(self.session, old._steps, old.gestures, old._views, folder=folder)
        self.views: list[tuple[str, tuple[str, ...]]] = []
        self.session.views_wanted.connect(lambda workspace, views: self.views.append((workspace, tuple(views))))

    def load(self, name: str = "small") -> None:
        self.parts.loader.start(name, "cpu", "auto", None)
        self.small.rest()

    def rest(self) -> None:
        self.small.rest()
        QCoreApplication.sendPostedEvents()
        self.small.rest()

    def asked(self, kind: str) -> int:
        return sum(type(it).__name__ == kind for it in self.small.engine.sent)

    @property
    def text(self) -> list[int]:
        return [self.session.run.nodes[node].token_id for node in self.session.run.path]


@pytest.fixture
def given(tmp_path: Path, qapp: object) -> Iterator[Any]:
    made: list[Class] = []

    def give(*steps: str, seed: int = 1) -> Class:
        made.append(Class(tmp_path, *steps, seed=seed))
        return made[-1]

    yield give
    for each in made:
        each.parts.close()
        each.lessons.deleteLater()
        each.small.let_go()


def test_entering_a_step_makes_its_state_true(given: Any) -> None:
    it = given(step("layer = 1\n" + FIRST + "temperature = 0.5\ntokens = 3\n[options.next_token]\ncount = 30\n"))
    it.load()
    it.lessons.open("one")
    it.rest()
    run, ui = it.session.run, it.session.ui
    assert (run.prompt, len(run) - run.prompt_tokens, run.sampling.temperature) == ("The cat", 3, 0.5)
    assert (ui.layer, ui.options["next_token"]["count"]) == (1, 30)
    assert it.views == [("explore", ()), ("explore", ("next_token",))]
    assert it.lessons.is_settled


def test_a_state_that_is_true_is_left_alone(given: Any) -> None:
    it = given(step(FIRST), step("layer = 1\n"))
    it.load()
    it.lessons.open("one")
    it.rest()
    run, asked = it.session.run, len(it.small.engine.sent)
    it.lessons.next()
    it.rest()
    it.lessons.again()
    it.rest()
    assert it.session.run is run
    assert len(it.small.engine.sent) == asked


@pytest.mark.parametrize(
    "change", ["prompt = 'A dog'", "temperature = 0.7", "seed = 3\ntemperature = 0.5", "plan = ['L0.H0=0']"]
)
def test_a_run_is_begun_anew_only_where_what_makes_it_differs(given: Any, change: str) -> None:
    it = given(step(FIRST), step(f"[run]\n{change}\n"), step("layer = 1\n"))
    it.load()
    it.lessons.open("one")
    it.rest()
    first = it.session.run
    it.lessons.next()
    it.rest()
    second = it.session.run
    assert second is not first
    it.lessons.next()
    it.rest()
    assert it.session.run is second
    assert it.asked("NewRun") == 2


def test_the_pupil_wanders_off_and_returns(given: Any) -> None:
    it = given(step("position = 0\n" + FIRST + "temperature = 0.5\ntokens = 2\n"))
    it.load()
    it.lessons.open("one")
    it.rest()
    run, text = it.session.run, it.text
    it.parts.intents.handle(intents.TakeToken(run.path[run.prompt_tokens - 1], 2))
    it.rest()
    it.parts.intents.handle(intents.LookAt(None))
    it.session.set_ui(layer=1)
    assert it.text != text
    it.lessons.again()
    it.rest()
    assert it.session.ui.position == 0
    assert it.session.run is run
    assert it.text == text


def test_a_longer_path_is_gone_back_in_and_a_shorter_one_is_written_on(given: Any) -> None:
    it = given(step(FIRST + "tokens = 0\n"), step("[run]\ntokens = 0\n"), seed=3)
    it.load()
    it.lessons.open("one")
    it.rest()
    run = it.session.run
    it.parts.player.play(4)
    it.rest()
    assert len(run) == run.prompt_tokens + 4
    it.lessons.next()
    it.rest()
    assert it.session.run is run
    assert len(run) == run.prompt_tokens
    it.parts.player.step_back()
    it.rest()
    it.lessons.again()
    it.rest()
    assert len(run) == run.prompt_tokens


def test_a_persons_own_run_can_be_gone_back_to_from_any_step(given: Any) -> None:
    it = given(step(FIRST), step("[run]\nprompt = 'Another'\n"), step("[run]\nprompt = 'A third'\n"))
    it.load()
    it.parts.player.new_run("Mine", Sampling(), False, 2)
    it.rest()
    mine = it.session.run
    it.lessons.open("one")
    for _ in range(3):
        it.rest()
        it.lessons.next()
    it.rest()
    assert it.session.run.prompt == "A third"
    it.parts.intents.handle(intents.RunBefore())
    it.rest()
    assert it.session.run is mine


def test_a_persons_interventions_are_undone_to(given: Any) -> None:
    it = given(step(FIRST), step("interventions = ['L0.H1=0']\n"))
    it.load()
    mine = Board().put(Row(Site("head", 1, 0), 0.5))
    it.parts.boards.edit(mine)
    it.lessons.open("one")
    it.rest()
    assert it.session.ui.board.rows == ()
    it.lessons.next()
    it.rest()
    assert [str(row.site) for row in it.session.ui.board.rows] == ["L0.H1"]
    it.parts.intents.handle(intents.UndoBoard())
    assert it.session.ui.board == mine


def test_options_are_as_they_were_once_the_lesson_is_closed(given: Any) -> None:
    it = given(step(FIRST + "[options.next_token]\ncount = 30\n"), step("[options.next_token]\ndrawn = true\n"))
    it.load()
    it.session.set_option("next_token", "count", 12)
    it.lessons.open("one")
    it.rest()
    assert dict(it.session.ui.options["next_token"]) == {"count": 30}
    it.lessons.next()
    it.rest()
    assert dict(it.session.ui.options["next_token"]) == {"count": 30, "drawn": True}
    it.lessons.back()
    it.rest()
    assert it.session.ui.options["next_token"]["drawn"] is False  # only the second step sets it
    it.lessons.close()
    assert dict(it.session.ui.options["next_token"]) == {"count": 12, "drawn": False}


def test_what_is_played_is_what_is_asked_for(given: Any) -> None:
    play = (
        'play = ["step", "generate 2", "look at 0", "set next_token.count = 30", "choose layer 1", "change L0.H0=0"]\n'
    )
    it = given(step(play + FIRST))
    it.load()
    it.lessons.open("one")
    it.rest()
    it.lessons.gestures._timer.setInterval(0)
    it.lessons.play()
    for _ in range(40):
        it.rest()
        if it.lessons.gestures._timer.isActive():
            it.lessons.gestures._timer.stop()
            it.lessons.gestures._go_on()
    run, ui = it.session.run, it.session.ui
    assert len(run) - run.prompt_tokens == 3
    assert (ui.position, ui.layer, ui.options["next_token"]["count"]) == (0, 0, 30)
    assert [str(row.site) for row in ui.board.rows] == ["L0.H0"]
    assert not it.lessons.gestures.is_playing


def test_numbers_are_said_once_they_are_there(given: Any) -> None:
    it = given(step(FIRST + '[numbers]\nn = { what = "prompt tokens" }\n', "There are {n}.\n\nDo: Look."))
    said: list[Shown | None] = []
    it.lessons.step_changed.connect(said.append)
    it.lessons.open("one")
    assert said[-1] is not None
    assert plain(said[-1].body[0]) == "There are …."
    it.load()
    it.rest()
    shown = said[-1]
    assert plain(shown.body[0]) == f"There are {it.session.run.prompt_tokens}."
    assert (shown.title, shown.number, shown.count, shown.heading, shown.next_heading) == ("T", 1, 1, "A step", "")
    assert [plain(block) for block in shown.notes] == ["Look."]


def test_without_its_model_the_lesson_says_so_and_goes_on(given: Any) -> None:
    it = given(step(FIRST), step("layer = 1\n"))
    it.load("another")
    it.lessons.open("one")
    it.rest()
    assert any("needs the model small" in notice for notice in it.small.notices)
    it.lessons.next()
    it.rest()
    assert it.lessons.shown.number == 2
    assert it.session.ui.layer == 1
    it.lessons.get_model()
    it.rest()
    assert it.session.run.prompt == "The cat"


def test_a_lesson_with_faults_is_given_without_them(given: Any) -> None:
    it = given(
        step("head = 'x'\ninterventions = ['y']\n" + FIRST.replace("next_token", "gone") + "[options.gone]\na = 1\n")
    )
    it.load()
    it.lessons.open("one")
    it.rest()
    assert it.session.run.prompt == "The cat"
    assert any("has a fault" in notice and "one.md:" in notice for notice in it.small.notices)


def recorded(folder: Path, it: Class, name: str) -> None:
    """Keep the run on screen as the recording of a lesson."""
    (folder / "recordings").mkdir(exist_ok=True)
    save_run(it.session.run, folder / "run.orrery")
    (folder / "recordings" / f"{name}-1.orrery.gz").write_bytes(gzip.compress((folder / "run.orrery").read_bytes()))


def test_without_its_model_a_lesson_is_given_from_its_recorded_run(given: Any, tmp_path: Path) -> None:
    steps = (step(FIRST + "temperature = 0.5\n"), step('play = ["generate 2"]\n[run]\ntokens = 2\n'))
    it = given(*steps)
    it.load()
    it.lessons.open("one")
    it.rest()
    it.parts.player.play(4)
    it.rest()
    text, prompt = it.text, it.session.run.prompt_tokens
    recorded(tmp_path, it, "recorded")
    file = tmp_path / "en" / "one.md"
    file.write_text(file.read_text().replace('about = "A."', 'about = "A."\nrecording = "recorded"'))

    alone = Class(tmp_path, seed=9)
    file.write_text(FRONT.replace('about = "A."', 'about = "A."\nrecording = "recorded"') + "".join(steps))
    alone.parts.loader.start(None, "cpu", "auto", None)
    alone.rest()
    alone.lessons.open("one")
    alone.rest()
    assert any("from its recorded runs" in notice for notice in alone.small.notices)
    assert alone.text == text[:prompt]
    assert not alone.session.by_hand
    alone.parts.stepping.forward()
    assert alone.text == text[: prompt + 1]
    alone.lessons.next()
    alone.rest()
    assert alone.text == text[: prompt + 2]
    alone.lessons.play()
    for _ in range(10):
        if alone.parts.playback.is_playing:
            alone.parts.playback.step()
        alone.rest()
    assert alone.text == text[: prompt + 4]
    assert alone.asked("NewRun") == alone.asked("LoadModel") == 0
    alone.parts.close()
    alone.small.let_go()


def test_a_recording_that_is_damaged_is_told_and_the_lesson_goes_on(given: Any, tmp_path: Path) -> None:
    it = given(step(FIRST), step("layer = 1\n"))
    file = tmp_path / "en" / "one.md"
    file.write_text(file.read_text().replace('about = "A."', 'about = "A."\nrecording = "recorded"'))
    (tmp_path / "recordings").mkdir()
    (tmp_path / "recordings" / "recorded-1.orrery.gz").write_bytes(b"\x1f\x8b nothing")
    it.parts.loader.start(None, "cpu", "auto", None)
    it.rest()
    it.lessons.open("one")
    it.rest()
    assert any("recorded run recorded-1" in notice for notice in it.small.notices)
    it.lessons.next()
    it.rest()
    assert it.session.ui.layer == 1


def test_a_step_hides_what_comes_next_and_the_next_one_shows_it(given: Any) -> None:
    it = given(step('hide = ["next"]\nplay = ["reveal"]\n' + FIRST), step("[run]\nprompt = 'Another'\n"), step(""))
    it.load()
    it.lessons.open("one")
    assert it.session.ui.hides_next  # before anything has come
    it.rest()
    assert it.session.ui.hides_next
    it.lessons.play()
    it.rest()
    assert not it.session.ui.hides_next
    it.lessons.again()
    it.rest()
    assert it.session.ui.hides_next
    it.lessons.next()
    it.rest()
    assert not it.session.ui.hides_next


@pytest.mark.parametrize("there", [True, False])
def test_a_lesson_without_a_run_has_its_model_where_it_is_there(given: Any, there: bool) -> None:
    it = given(step('workspace = "explore"\n'))
    it.parts.loader.start(None, "cpu", "auto", None)
    it.rest()
    it.session.models_listed.emit((ModelEntry("small", "", 0, there),), ())
    it.lessons.open("one")
    it.small.engine.turn()
    it.rest()
    assert it.lessons.is_settled
    assert it.session.state.has_model == there
    assert it.asked("NewRun") == 0


def test_an_answer_is_revealed_stays_when_numbers_come_and_is_hidden_in_the_next_step(given: Any) -> None:
    it = given(step(FIRST) + "Question: Why?\n\nAnswer: Because.\n\n", step(""))
    it.load()
    it.lessons.open("one")
    it.rest()
    assert it.session.state.lesson_hides
    it.lessons.reveal()
    it.lessons._say_anew()
    assert it.lessons.shown.revealed
    assert not it.session.state.lesson_hides
    it.lessons.again()
    assert not it.lessons.shown.revealed
    it.lessons.reveal()
    it.lessons.next()
    it.rest()
    assert not it.lessons.shown.revealed
    assert not it.session.state.lesson_hides  # it has none


def test_a_step_asks_what_the_button_of_a_view_asks_and_waits_for_it(given: Any) -> None:
    it = given(step('play = ["measure patching", "choose layer 1"]\n' + FIRST))
    it.load()
    it.lessons.open("one")
    it.rest()
    before = it.asked("AskLab")
    it.lessons.play()
    QCoreApplication.sendPostedEvents()
    assert it.asked("AskLab") == before + 1
    asked = next(sent for sent in reversed(it.small.engine.sent) if type(sent).__name__ == "AskLab")
    assert type(asked.question).__name__ == "AskPatching"
    assert it.session.ui.layer != 1  # it waits for the answer
    it.rest()
    for _ in range(10):
        it.lessons.gestures._go_on()
        it.rest()
    assert it.session.ui.layer == 1
    assert it.asked("AskLab") == before + 1  # a refused question is not asked for ever

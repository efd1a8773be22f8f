"""What was asked ends with its own answer, failure or Cancel, and with nothing else; then it may be asked again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.controller import Controller
from app.session.wanted import Wanted
from app.state import Phase
from engine import protocol
from engine.labs.attention.records import AskHeadScores
from engine.labs.watch.records import AskWatch, Condition, Rule
from engine.records import EMBEDDING, Sampling, Space, UmapParams
from tests.helpers.fake_engine import begin, joined, load, newest, rest, started, tell, tokens, wire
from viz import intents

REPLAY = intents.AskReplay(1, 0, "attn", None)


def replays(controller: Controller) -> list[protocol.Replay]:
    return wire(controller).of(protocol.Replay)


def about(wanted: Wanted) -> Phase | None:
    """What the engine is about."""
    return wanted.work


def is_going(wanted: Wanted) -> bool:
    """Whether another run is about to come."""
    return wanted.run_is_going


def opened(controller: Controller) -> list[Space]:
    return [request.space for request in wire(controller).of(protocol.OpenSpace)]


def test_what_the_engine_is_about_follows_from_what_is_on_its_way(qtbot: QtBot) -> None:
    controller = joined(qtbot)
    wanted = Wanted(controller.client)
    assert about(wanted) is None
    wanted.send(protocol.Generate, n_tokens=2)
    generate = newest(controller, protocol.Generate).id
    assert about(wanted) is Phase.GENERATING
    wanted.send(protocol.NewRun, prompt="x")
    assert is_going(wanted)
    assert about(wanted) is Phase.PREFILLING
    wanted.end(generate)
    wanted.began(newest(controller, protocol.NewRun).id)
    assert not is_going(wanted)
    assert about(wanted) is Phase.PREFILLING
    wanted.send(protocol.LoadModel, spec="x")
    wanted.end(newest(controller, protocol.NewRun).id)
    assert about(wanted) is Phase.LOADING
    wanted.clear()
    assert about(wanted) is None


def test_a_thing_of_a_run_is_asked_once_and_again_in_another_run(qtbot: QtBot) -> None:
    controller = joined(qtbot)
    wanted = Wanted(controller.client)
    for _ in range(3):
        wanted.ask(protocol.Replay, REPLAY, node=1, layer=0, quantity="attn")
    wanted.settle(replays(controller)[-1].id)
    wanted.ask(protocol.Replay, REPLAY, node=1, layer=0, quantity="attn")
    assert len(replays(controller)) == 1
    wanted.forget("run")
    wanted.ask(protocol.Replay, REPLAY, node=1, layer=0, quantity="attn")
    assert len(replays(controller)) == 2


def test_what_another_request_overtook_may_be_asked_again(controller: Controller) -> None:
    begin(controller, [3, 4])
    rest(controller)
    for block in (3, 4, 3):
        controller.intents.handle(intents.ShowSpace(Space("resid", block)))
    assert opened(controller)[-3:] == [Space("resid", block) for block in (3, 4, 3)]


def test_replays_are_asked_for_one_after_the_other(controller: Controller) -> None:
    begin(controller, [3, 4])
    rest(controller)
    for layer in (0, 1, 0):  # as two views may want at every frame
        controller.intents.handle(intents.AskReplay(1, layer, "attn", None))
    assert [request.layer for request in replays(controller)] == [0]
    values = np.zeros((4, 2, 2), np.float32)
    tell(controller, protocol.Replayed(replays(controller)[0].id, 7, 1, 0, "attn", None, values))
    for layer in (0, 1):
        controller.intents.handle(intents.AskReplay(1, layer, "attn", None))
    assert [request.layer for request in replays(controller)] == [0, 1]


def test_what_a_cancel_of_something_else_took_along_is_asked_again(controller: Controller) -> None:
    begin(controller, [3, 4])
    controller.intents.handle(REPLAY)
    controller.window.stop.emit()
    tell(controller, protocol.CancelledAnswer(newest(controller, protocol.OpenSpace).id))
    assert opened(controller) == [EMBEDDING, EMBEDDING]
    tell(controller, protocol.CancelledAnswer(newest(controller, protocol.Replay).id))
    controller.intents.handle(REPLAY)
    assert len(replays(controller)) == 2


def test_what_was_refused_is_not_asked_at_every_frame(controller: Controller) -> None:
    begin(controller, [3, 4])
    controller.intents.handle(REPLAY)
    tell(controller, protocol.Failed(replays(controller)[-1].id, "OutOfMemory", "Too little memory."))
    controller.intents.handle(REPLAY)
    assert len(replays(controller)) == 1


def test_nothing_is_asked_of_a_model_that_is_being_let_go(controller: Controller) -> None:
    begin(controller, [3, 4])
    rest(controller)
    controller.loader.load("another")
    before = len(wire(controller).sent)
    controller.intents.handle(REPLAY)
    controller.intents.handle(intents.AskLab(AskHeadScores()))
    assert len(wire(controller).sent) == before
    tell(controller, protocol.Failed(newest(controller, protocol.LoadModel).id, "ModelNotFound", "There is none."))
    controller.intents.handle(REPLAY)
    assert len(replays(controller)) == 1


def test_a_prompt_that_was_cancelled_before_it_was_read_leaves_every_gesture_alive(controller: Controller) -> None:
    begin(controller, [3, 4])
    rest(controller)
    controller.player.new_run("another", Sampling(), False, 4)
    controller.window.stop.emit()
    tell(controller, protocol.CancelledAnswer(newest(controller, protocol.NewRun).id))
    assert controller.session.state.phase is Phase.IDLE
    controller.player.step_back()
    assert newest(controller, protocol.GoTo).node == 0
    controller.player.play(3)
    assert newest(controller, protocol.Generate).n_tokens == 3


def test_a_cancel_while_the_prompt_is_read_ends_what_was_to_follow(controller: Controller) -> None:
    load(controller)
    controller.player.new_run("long", Sampling(), False, 4)
    controller.window.stop.emit()
    tell(controller, started(controller, 7, 3), tokens(7, 0, -1, 0, [3]))
    assert not wire(controller).of(protocol.Generate)
    tell(controller, protocol.Halted(newest(controller, protocol.NewRun).id, 7, "cancelled", 1, 0.1))
    assert controller.session.state.phase is Phase.IDLE
    assert controller.session.run.token_ids.tolist() == [3]


def test_a_second_prompt_is_written_on_though_the_first_began_meanwhile(controller: Controller) -> None:
    load(controller)
    controller.player.new_run("first", Sampling(), False, 4)
    first = started(controller, 7, 1)
    controller.player.new_run("second", Sampling(), False, 5)
    tell(controller, first, tokens(7, 0, -1, 0, [3]))
    assert not wire(controller).of(protocol.Generate)
    tell(controller, started(controller, 8, 1), tokens(8, 0, -1, 0, [4]))
    assert controller.session.run.token_ids.tolist() == [4]
    assert [request.n_tokens for request in wire(controller).of(protocol.Generate)] == [5]


def test_a_prompt_that_failed_half_way_is_not_written_on(controller: Controller) -> None:
    begin(controller, [3, 4])
    tell(controller, protocol.Failed(newest(controller, protocol.NewRun).id, "OutOfMemory", "Too little memory."))
    assert isinstance(wire(controller).sent[-1], protocol.Cancel)
    tell(controller, protocol.Halted(newest(controller, protocol.Generate).id, 7, "cancelled", 0, 0.0))
    assert controller.session.state.phase is Phase.IDLE
    assert not wire(controller).of(protocol.GoTo), "the engine would take it for a person's return to the half"
    controller.player.go_to(0)
    assert newest(controller, protocol.GoTo).node == 0


def test_a_cancelled_load_leaves_no_model_named(controller: Controller) -> None:
    named: list[str | None] = []
    controller.session.facts_changed.connect(lambda facts: named.append(facts.model))
    load(controller)
    controller.loader.load("another")
    asked = newest(controller, protocol.LoadModel).id
    assert named[-1:] == ["tiny"], "it is there until it is let go"
    tell(controller, protocol.Released(asked))
    tell(controller, protocol.CancelledAnswer(asked))
    assert controller.session.state.phase is Phase.NO_MODEL
    assert named[-1:] == [None]
    load(controller)
    assert named[-1:] == ["tiny"]


def test_a_load_that_ends_with_its_engine_is_named_no_longer(controller: Controller, qtbot: QtBot) -> None:
    controller.loader._overdue.setInterval(1)
    controller.loader.load("org/another")
    assert controller.window.controls.card.title.text() == "another"
    controller.window.stop.emit()
    qtbot.waitUntil(lambda: controller.session.state.phase is Phase.STARTING)
    assert controller.window.controls.card.title.text() == "Starting"


def test_the_end_of_a_generation_does_not_end_a_load(controller: Controller) -> None:
    begin(controller, [3, 4])
    tell(controller, protocol.Halted(newest(controller, protocol.NewRun).id, 7, "done", 2, 0.1))
    controller.loader.load("another")
    tell(controller, protocol.Halted(newest(controller, protocol.Generate).id, 7, "cancelled", 1, 0.1))
    assert controller.session.state.phase is Phase.LOADING
    controller.window.stop.emit()
    assert isinstance(wire(controller).sent[-1], protocol.Cancel)


def test_a_living_engine_that_is_started_again_owes_nothing(controller: Controller) -> None:
    begin(controller, [3, 4])
    controller.window.restart_engine.emit()
    load(controller)
    assert controller.session.state.phase is Phase.IDLE
    controller.player.branch(0, 9)
    tell(controller, started(controller, 1, 2))
    tell(controller, protocol.Halted(newest(controller, protocol.BranchAt).id, 1, "done", 1, 0.1))
    assert controller.session.state.phase is Phase.IDLE


def test_a_model_chosen_while_there_is_no_engine_starts_one(controller: Controller) -> None:
    tell(controller, protocol.Died(0, "It ended.", -9))
    controller.window.model_chosen.emit("another", "cpu", "auto")
    assert wire(controller).starts == 2
    assert controller.session.state.phase is Phase.LOADING


@pytest.fixture
def from_file(controller: Controller, tmp_path: Path) -> Controller:
    """A run that the engine does not hold, with its model loaded."""
    begin(controller, [3, 4])
    rest(controller)
    controller.documents.save(tmp_path / "kept.orrery")
    assert controller.documents.open(tmp_path / "kept.orrery")
    return controller


def test_quick_steps_hand_a_run_over_once(from_file: Controller) -> None:
    from_file.player.play(1)
    from_file.player.play(2)
    assert len(wire(from_file).of(protocol.AdoptRun)) == 1
    tell(from_file, started(from_file, 9, 2))
    assert newest(from_file, protocol.Generate).n_tokens == 2


def test_a_prompt_asked_for_during_a_handing_over_has_a_run_of_its_own(from_file: Controller) -> None:
    from_file.player.play(1)
    adopted, old = started(from_file, 9, 2), from_file.session.run
    from_file.player.new_run("another", Sampling(), False, 0)
    tell(from_file, adopted, started(from_file, 10, 1), tokens(10, 0, -1, 0, [8]))
    assert from_file.session.run is not old
    assert from_file.session.run.token_ids.tolist() == [8]
    assert old.token_ids.tolist() == [3, 4]


def test_a_handing_over_that_was_cancelled_can_be_tried_again(from_file: Controller) -> None:
    from_file.player.hand_over()
    tell(from_file, protocol.CancelledAnswer(newest(from_file, protocol.AdoptRun).id))
    from_file.player.hand_over()
    assert len(wire(from_file).of(protocol.AdoptRun)) == 2
    tell(from_file, started(from_file, 9, 2))
    assert not from_file.session.state.from_file


def test_a_run_that_was_on_its_way_does_not_take_the_place_of_an_opened_file(
    controller: Controller, tmp_path: Path
) -> None:
    begin(controller, [3, 4])
    rest(controller)
    controller.documents.save(tmp_path / "kept.orrery")
    controller.player.new_run("another", Sampling(), False, 4)
    assert controller.documents.open(tmp_path / "kept.orrery")
    tell(controller, started(controller, 8, 1), tokens(8, 0, -1, 0, [9]))
    assert controller.session.run.token_ids.tolist() == [3, 4]
    controller.player.play(1)
    assert newest(controller, protocol.AdoptRun).token_ids.tolist() == [3, 4]


def test_a_file_is_not_handed_over_where_another_run_is_about_to_take_its_place(from_file: Controller) -> None:
    from_file.player.new_run("another", Sampling(), False, 0)
    from_file.player.hand_over()
    assert not wire(from_file).of(protocol.AdoptRun)
    tell(from_file, started(from_file, 10, 1), tokens(10, 0, -1, 0, [8]))
    assert from_file.session.run.token_ids.tolist() == [8]


def test_vectors_of_a_fit_that_was_given_up_begin_no_other(controller: Controller) -> None:
    load(controller)
    for neighbours in (10, 20):
        controller.intents.handle(intents.FitLayout(EMBEDDING, UmapParams(n_neighbors=neighbours)))
    first, _ = wire(controller).of(protocol.ShareVectors)
    tell(controller, protocol.VectorsShared(first.id, EMBEDDING, "gone", 0, 0, ""))  # would raise where it was used
    assert controller.maps.fitting
    tell(controller, protocol.Failed(newest(controller, protocol.ShareVectors).id, "MapProblem", "No memory."))
    assert not controller.maps.fitting


def test_where_a_person_went_while_a_model_was_loaded_in_vain_the_engine_goes_too(controller: Controller) -> None:
    begin(controller, [3, 4])
    rest(controller)
    controller.loader.load("another")
    controller.player.step_back()
    assert controller.session.run.current == 0
    assert not wire(controller).of(protocol.GoTo)
    tell(controller, protocol.Failed(newest(controller, protocol.LoadModel).id, "ModelNotFound", "There is none."))
    assert newest(controller, protocol.GoTo).node == 0


def test_what_is_watched_for_goes_with_every_generation_and_its_stop_is_said(controller: Controller) -> None:
    begin(controller, [3, 4])
    rest(controller)
    watch, said = AskWatch(rules=(Rule("one", ((Condition("low", 3),),)),)), list[str]()
    controller.session.noticed.connect(lambda notice: said.append(notice.sentence))
    controller.intents.handle(intents.StopWhen(watch))
    controller.player.play(3)
    asked = newest(controller, protocol.Generate)
    assert asked.watch == watch
    tell(controller, protocol.Halted(asked.id, controller.session.run.run_id, "watched", 1, 0.1))
    assert controller.session.state.phase is Phase.IDLE
    assert said == ["A rule that is watched for holds at this token, so the run stopped here."]
    controller.intents.handle(intents.StopWhen(None))
    controller.player.play(3)
    assert newest(controller, protocol.Generate).watch is None


def test_what_is_watched_for_is_told_to_what_is_under_way(controller: Controller) -> None:
    """A rule that was switched on while the model wrote held from the next press of play on only."""
    watch = AskWatch(rules=(Rule("one", ((Condition("low", 3),),)),))
    controller.intents.handle(intents.StopWhen(watch))
    assert not wire(controller).of(protocol.SetWatch)
    begin(controller, [3, 4])
    assert newest(controller, protocol.Generate).watch == watch
    controller.intents.handle(intents.StopWhen(None))
    controller.intents.handle(intents.StopWhen(watch))
    assert [request.watch for request in wire(controller).of(protocol.SetWatch)] == [None, watch]

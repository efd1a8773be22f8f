"""Edits of the board can be taken back and made again, reach the plan, and survive a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.controller import Controller
from engine import protocol
from engine.labs.ablation.records import AskChangedNext
from engine.questions import Finding
from engine.records import Change, Plan, Sampling, Site
from tests.helpers.fake_engine import begin, load, newest, started, tell, tokens, wire
from viz.board import Board, Row
from viz.intents import AskLab, LoadBoard, PutOnBoard, RedoBoard, SaveBoard, SetBoard, UndoBoard, WriteOn

HEAD, NEURON = Site("head", 1, 2), Site("neuron", 2, 7)


def test_each_edit_is_one_step_back_and_forth(controller: Controller) -> None:
    handle = controller.intents.handle
    handle(PutOnBoard(Change(HEAD, 0.0)))
    handle(PutOnBoard(Change(NEURON, 2.0)))
    assert controller.session.ui.board.rows == (Row(HEAD), Row(NEURON, 2.0))
    assert controller.session.ui.plan == Plan((Change(HEAD, 0.0), Change(NEURON, 2.0)))
    assert controller.session.state.can_undo
    assert not controller.session.state.can_redo
    handle(UndoBoard())
    assert controller.session.ui.plan == Plan((Change(HEAD, 0.0),))
    handle(UndoBoard())
    handle(UndoBoard())  # nothing more: nothing happens
    assert controller.session.ui.board == Board()
    assert controller.session.ui.plan == Plan()
    handle(RedoBoard())
    handle(RedoBoard())
    handle(RedoBoard())
    assert len(controller.session.ui.board.rows) == 2
    assert not controller.session.state.can_redo


def test_a_component_that_comes_to_the_board_is_the_one_that_views_show(controller: Controller) -> None:
    def chosen() -> tuple[int, tuple[int, int], tuple[int, int]]:
        ui = controller.session.ui
        return ui.layer, ui.head, ui.neuron

    handle = controller.intents.handle
    handle(PutOnBoard(Change(HEAD, 0.0)))
    assert chosen() == (1, (1, 2), (0, 0))
    handle(PutOnBoard(Change(NEURON, 0.0)))
    assert chosen() == (2, (1, 2), (2, 7))
    handle(PutOnBoard(Change(Site("mlp", 0), 0.0)))
    assert chosen() == (0, (1, 2), (2, 7))
    handle(PutOnBoard(Change(HEAD, 0.5)))
    assert chosen() == (0, (1, 2), (2, 7)), "it was there"
    handle(SetBoard(Board()))
    handle(UndoBoard())
    assert chosen() == (0, (1, 2), (2, 7)), "many have come back: none of them is meant"


def test_a_drag_is_one_edit_and_a_new_edit_ends_what_could_be_made_again(controller: Controller) -> None:
    handle = controller.intents.handle
    handle(PutOnBoard(Change(HEAD, 0.0)))
    for scale in (0.5, 1.0, 1.5):
        handle(SetBoard(Board((Row(HEAD, scale),)), "drag 1"))
    handle(SetBoard(Board((Row(HEAD, 4.0),)), "drag 2"))
    handle(UndoBoard())
    assert controller.session.ui.board.rows[0].scale == 1.5
    handle(UndoBoard())
    assert controller.session.ui.board.rows[0].scale == 0.0
    handle(SetBoard(Board((Row(HEAD, 3.0),))))
    assert not controller.session.state.can_redo


def test_the_last_position_follows_where_a_person_looks(controller: Controller) -> None:
    begin(controller, [3, 4, 5])
    controller.intents.handle(SetBoard(Board((Row(HEAD, where="last"),))))
    assert controller.session.ui.plan.site_changes[0].positions == (2,)
    controller.session.set_ui(position=1)
    assert controller.session.ui.plan.site_changes[0].positions == (1,)


def test_a_set_goes_through_a_file_and_a_damaged_one_changes_nothing(controller: Controller, tmp_path: Path) -> None:
    handle, boards, path = controller.intents.handle, controller.boards, tmp_path / "set.json"
    board = Board((Row(HEAD, 1.5, name="mine", on=False), Row(NEURON, mean=True)))
    handle(SetBoard(board))
    boards.ask_save = boards.ask_open = lambda: str(path)
    handle(SaveBoard())
    handle(SetBoard(Board()))
    handle(LoadBoard())
    assert controller.session.ui.board == board
    for damaged in (b"{", b"\xff\xfe", path.read_bytes().replace(b"L1.H2", b"L1.Q2")):
        path.write_bytes(damaged)
        handle(LoadBoard())
        assert controller.session.ui.board == board
    boards.ask_open = lambda: str(tmp_path / "nowhere.json")
    handle(LoadBoard())
    boards.ask_save = lambda: str(tmp_path / "no" / "folder.json")
    handle(SaveBoard())
    assert controller.session.ui.board == board


def test_writing_on_begins_a_run_of_the_same_tokens_with_the_plan(controller: Controller) -> None:
    load(controller)
    controller.player.new_run("a prompt", Sampling(), False, 1)
    tell(controller, started(controller, 1, 2), tokens(1, 0, -1, 0, [3, 4, 5]))
    plan = Plan((Change(HEAD, 0.0),))
    controller.intents.handle(WriteOn(1, 7, plan))
    asked = wire(controller).of(protocol.NewRun)[-1]
    assert (asked.prompt, asked.token_ids, asked.plan) == ("a prompt", (3, 4), plan)
    controller.intents.handle(WriteOn(2, 7, plan))
    assert wire(controller).of(protocol.NewRun)[-1].token_ids == (3, 4, 5)
    tell(controller, started(controller, 2, 3), tokens(2, 0, -1, 0, [3, 4, 5]))
    assert controller.session.run.plan == plan
    assert controller.session.facts.changed == "L1.H2 × 0"


def test_only_the_newest_findings_of_a_slider_are_kept(controller: Controller) -> None:
    begin(controller, [3])
    questions = [AskChangedNext(Plan((Change(HEAD, scale / 10),)), 0) for scale in range(AskChangedNext.kept + 5)]
    for question in questions:
        controller.intents.handle(AskLab(question))
        tell(controller, protocol.LabAnswered(newest(controller, protocol.AskLab).id, 7, question, Finding()))
    assert list(controller.session.run.findings) == questions[5:]
    assert replace(questions[0]) == questions[0]

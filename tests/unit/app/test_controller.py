"""Gestures become the right requests, answers grow the run, and nothing of another run gets in."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.controller import Controller
from app.state import Phase
from engine import protocol
from engine.files.run_file import save_run
from engine.labs.attention.records import AskHeadScores
from engine.questions import Refused
from engine.records import EMBEDDING, Reference, Sampling, Space, UmapParams
from engine.run import Run
from tests.helpers.fake_engine import begin, joined, load, newest, rest, started, tell, tokens, wire
from tests.helpers.runs import prompted, tiny_info, tiny_vocabulary, with_map
from viz import intents
from viz.labs.neurons.ranks_frame import BY_EFFECT
from viz.typed_token import token_of


def test_a_run_asked_for_before_the_model_is_there_begins_when_it_is(controller: Controller) -> None:
    controller.player.new_run("hello", Sampling(), False, 5)
    assert not wire(controller).of(protocol.NewRun)
    load(controller)
    assert [request.prompt for request in wire(controller).of(protocol.NewRun)] == ["hello"]
    assert not wire(controller).of(protocol.Generate)  # only when the engine has taken the prompt
    tell(controller, started(controller, 7, 1))
    assert [request.n_tokens for request in wire(controller).of(protocol.Generate)] == [5]
    assert wire(controller).of(protocol.OpenSpace)[0].space == EMBEDDING


def test_preferences_reach_the_engine_at_once_and_with_each_load(controller: Controller) -> None:
    settings = controller.window.settings
    settings.threads, settings.record_memory, settings.offline = 3, 32, True
    controller.window.preference_changed.emit("record_memory")
    (told,) = wire(controller).of(protocol.Configure)
    assert (told.threads, told.memory_budget) == (3, 32 * 2**20)
    settings.device, settings.dtype = "cuda", "bfloat16"
    controller.window.load_again.emit()
    asked = wire(controller).of(protocol.LoadModel)[-1]
    assert (asked.spec, asked.device, asked.dtype) == ("tiny", "cuda", "bfloat16")
    assert (asked.threads, asked.memory_budget, asked.fetch) == (3, 32 * 2**20, False)
    tell(controller, protocol.Failed(asked.id, "NotOnDisk", "tiny is not on this disk."))
    (card,) = controller.window.notices.cards
    assert card.notice.actions == ("preferences", "models")
    assert "Never go online" in card.notice.sentence
    settings.still = True
    controller.window.preference_changed.emit("still")
    assert controller.session.ui.still
    controller.window.preference_changed.emit("storage")
    assert len(wire(controller).of(protocol.ListModels)) == 2


def test_an_engine_without_a_model_is_ready_when_it_has_told_what_there_is(qtbot: QtBot) -> None:
    controller = joined(qtbot)
    controller.loader.start(None, "auto", "auto", None)
    assert not wire(controller).of(protocol.LoadModel)
    tell(controller, protocol.ModelsListed(1, ()))
    assert controller.session.state.phase is Phase.NO_MODEL
    tell(controller, protocol.Died(0, "gone", 1))
    controller.loader.restart()
    tell(controller, protocol.ModelsListed(2, ()))
    assert controller.session.state.phase is Phase.NO_MODEL
    controller.close()


@pytest.mark.parametrize("has_template", [True, False])
def test_a_chat_asked_for_before_the_load_is_one_where_the_model_can(
    controller: Controller, has_template: bool
) -> None:
    prompt = controller.window.controls.prompt
    prompt.chat.setChecked(True)
    controller.player.new_run(*controller.window.prompt_as_asked())
    info = replace(tiny_info(tiny_vocabulary()), has_chat_template=has_template)
    load(controller, info)
    assert [request.chat for request in wire(controller).of(protocol.NewRun)] == [has_template]
    assert prompt.wants_chat() == has_template


def test_the_status_line_tells_the_faithfulness_of_the_dimensions_shown(controller: Controller) -> None:
    begin(controller, [1, 2])
    shown = with_map(controller.session.run).maps[EMBEDDING].layout
    assert shown.kept2 != shown.kept3
    controller.session.set_option("meaning_space", "dimensions", "2D")
    assert controller.session.facts.kept == shown.kept2
    controller.session.set_option("meaning_space", "dimensions", "3D")
    assert controller.session.facts.kept == shown.kept3


def test_prefill_ending_does_not_end_the_generation_that_waits_behind_it(controller: Controller) -> None:
    begin(controller, [3, 4])
    generate = newest(controller, protocol.Generate).id
    tell(controller, protocol.Halted(newest(controller, protocol.NewRun).id, 7, "done", 2, 0.1))
    phases = [controller.session.state.phase]
    tell(controller, protocol.Halted(generate, 7, "done", 4, 0.5))
    phases.append(controller.session.state.phase)
    assert phases == [Phase.GENERATING, Phase.IDLE]
    assert controller.session.facts.tokens_per_second == pytest.approx(8.0)


def test_a_speed_faster_than_a_new_limit_is_told_no_more(controller: Controller) -> None:
    begin(controller, [3, 4])
    generate = newest(controller, protocol.Generate).id
    tell(controller, protocol.Halted(newest(controller, protocol.NewRun).id, 7, "done", 2, 0.1))
    assert controller.session.facts.tokens_per_second is None  # a prompt that was read is no text that was written
    tell(controller, protocol.Halted(generate, 7, "done", 4, 0.5))
    controller.window.speed_changed.emit(9.0)
    assert controller.session.facts.tokens_per_second == pytest.approx(8.0)
    controller.window.speed_changed.emit(0.5)
    assert controller.session.facts.tokens_per_second is None


def test_another_speed_limit_is_told_to_what_is_under_way(controller: Controller) -> None:
    controller.window.speed_changed.emit(3.0)
    assert not wire(controller).of(protocol.SetSpeed)
    begin(controller, [3, 4])
    assert wire(controller).of(protocol.Generate)[-1].tokens_per_second == 3.0
    controller.window.speed_changed.emit(1.5)
    controller.window.speed_changed.emit(None)
    assert [request.tokens_per_second for request in wire(controller).of(protocol.SetSpeed)] == [1.5, None]


def test_a_run_that_is_about_to_go_is_asked_nothing_about_its_tokens(controller: Controller) -> None:
    """Quick fingers: the engine would look for its tokens in the new run."""
    begin(controller, [1, 2, 3])
    rest(controller)
    controller.player.new_run("another", Sampling(), False, 4)
    before = len(wire(controller).sent)
    controller.player.step_back()
    controller.player.go_to(0)
    controller.player.branch(1, 4)
    controller.player.play(3)
    controller.intents.handle(intents.AskReplay(2, 0, "attn", None))
    controller.intents.handle(intents.AskDistribution(2))
    controller.intents.handle(intents.AskLab(AskHeadScores()))
    assert len(wire(controller).sent) == before
    tell(controller, started(controller, 8, 1), tokens(8, 0, -1, 0, [5, 6]))
    controller.player.step_back()
    assert wire(controller).of(protocol.GoTo)[-1].node == 0


def test_records_of_another_run_are_not_taken(controller: Controller) -> None:
    begin(controller, [3, 4])
    tell(controller, tokens(6, 2, 1, 2, [5]))
    assert controller.session.run.token_ids.tolist() == [3, 4]


def test_taking_a_token_while_playing_stops_branches_and_goes_on(controller: Controller) -> None:
    begin(controller, [3, 4, 5])
    tell(controller, protocol.Halted(newest(controller, protocol.NewRun).id, 7, "done", 3, 0.1))
    controller.intents.handle(intents.TakeToken(1, 9))
    kinds = [type(request) for request in wire(controller).sent[-3:]]
    assert kinds == [protocol.Cancel, protocol.BranchAt, protocol.Generate]
    tell(controller, tokens(7, 3, 1, 2, [9]), protocol.Moved(1, 7, 3))
    assert controller.session.run.token_ids.tolist() == [3, 4, 9]
    assert controller.session.run.leaves == [2, 3]


def test_a_whole_continuation_is_taken_at_once_and_pins_come_and_go(controller: Controller) -> None:
    begin(controller, [3, 4, 5])
    controller.intents.handle(intents.PinAhead(2, (9, 8)))
    controller.intents.handle(intents.PinAhead(2, (7,)))
    controller.intents.handle(intents.PinAhead(2, (9, 8)))
    assert controller.session.ui.pins == {(2, (7,))}
    tell(controller, protocol.Halted(newest(controller, protocol.NewRun).id, 7, "done", 3, 0.1))
    controller.intents.handle(intents.TakeToken(1, 9, (8, 7)))
    asked = wire(controller).of(protocol.BranchAt)[-1]
    assert (asked.node, asked.token_id, asked.then) == (1, 9, (8, 7))
    tell(controller, tokens(7, 3, 1, 2, [9]), tokens(7, 4, 3, 3, [8]), protocol.Moved(1, 7, 4))
    controller.session.hold(0)
    controller.session.loaded = None
    controller.player._branch_without_model(1, (9, 8))
    assert controller.session.run.token_ids.tolist() == [3, 4, 9, 8]
    controller.session.show_run(Run())
    assert not controller.session.ui.pins


def test_returning_to_a_branch_goes_to_its_leaf(controller: Controller) -> None:
    begin(controller, [3, 4, 5])
    tell(controller, tokens(7, 3, 0, 1, [8]))
    controller.intents.handle(intents.ReturnTo(1))
    assert wire(controller).of(protocol.GoTo)[-1].node == 2
    tell(controller, protocol.Moved(1, 7, 2))
    assert controller.session.run.token_ids.tolist() == [3, 4, 5]


def test_what_views_ask_at_every_frame_is_sent_once(controller: Controller) -> None:
    begin(controller, [3])
    for _ in range(5):
        controller.intents.handle(intents.AskReplay(0, 1, "attn", 2))
    assert len(wire(controller).of(protocol.Replay)) == 1


def test_a_death_keeps_the_run_and_a_restart_adopts_it(controller: Controller) -> None:
    begin(controller, [3, 4])
    tell(controller, protocol.Died(0, "It ended.", -9))
    assert controller.session.state.phase is Phase.DEAD
    assert (controller.session.run.token_ids.tolist(), controller.session.run.run_id) == ([3, 4], 0)
    controller.loader.restart()
    load(controller)
    assert controller.session.run.token_ids.tolist() == [3, 4]
    controller.player.play(2)
    adopted = wire(controller).of(protocol.AdoptRun)[-1]
    assert adopted.token_ids.tolist() == [3, 4]
    assert adopted.parents.tolist() == [-1, 0]
    assert not wire(controller).of(protocol.Generate)[1:]
    tell(controller, started(controller, 11, 2))
    assert wire(controller).of(protocol.Generate)[-1].n_tokens == 2
    tell(controller, tokens(11, 2, 1, 2, [6]))
    assert controller.session.run.token_ids.tolist() == [3, 4, 6]


@pytest.mark.parametrize("ending", ["pause", "end"])
def test_nothing_follows_a_run_that_was_paused_or_stopped_before_it_began(controller: Controller, ending: str) -> None:
    load(controller)
    controller.player.new_run("x", Sampling(seed=3), False, 4)
    getattr(controller.player, ending)()
    tell(controller, started(controller, 7, 2), tokens(7, 0, -1, 0, [3, 4]))
    assert controller.session.run.token_ids.tolist() == [3, 4]  # the prompt is read all the same
    rest(controller)
    controller.session.hold(0)  # as after an engine's end: what goes on from the run has it taken over first
    controller.player.play(2)
    getattr(controller.player, ending)()
    tell(controller, started(controller, 11, 2))
    assert controller.session.run.run_id == 11
    assert wire(controller).of(protocol.Generate) == []


def test_the_same_model_in_another_precision_is_what_the_status_line_tells(controller: Controller) -> None:
    begin(controller, [3, 4])
    tell(controller, protocol.Referenced(1, Reference(5e-5, 1.0, 2, "float32")))
    assert (controller.session.facts.dtype, controller.session.facts.max_logit_difference) == ("float32", 5e-5)
    info = replace(tiny_info(tiny_vocabulary()), device="cuda", dtype="bfloat16")
    load(controller, info)
    assert controller.session.run.token_ids.tolist() == [3, 4]
    assert (controller.session.facts.device, controller.session.facts.dtype) == ("cuda", "bfloat16")
    assert controller.session.facts.max_logit_difference is None
    tell(controller, protocol.Referenced(1, Reference(0.5, 1.0, 2, "bfloat16")))
    assert controller.session.facts.max_logit_difference == 0.5


def test_only_a_run_of_a_file_is_said_to_be_from_one(controller: Controller, tmp_path: Path) -> None:
    def said() -> str:
        return controller.window.status.phase.text()

    begin(controller, [3, 4])
    rest(controller)
    controller.documents.save(tmp_path / "kept.orrery")
    controller.loader.load("tiny")
    tell(controller, protocol.Released(3))
    load(controller)
    assert controller.session.state.from_file, "the engine does not hold it"
    assert said() == "ready"
    assert controller.documents.open(tmp_path / "kept.orrery")
    assert said() == "from a file"
    load(controller, replace(tiny_info(tiny_vocabulary()), sha256="x"))
    assert said() == "ready"
    state, window = controller.session.state, controller.window
    assert not state.from_file
    title = (window.document.path, window.windowTitle(), window.isWindowModified())
    assert title == (None, "[*]Orrery", False), "the file's run gave way to the other model"


def test_a_failure_before_any_model_leaves_no_model(controller: Controller) -> None:
    tell(
        controller,
        protocol.Failed(wire(controller).of(protocol.LoadModel)[0].id, "ModelNotFound", "There is no such model."),
    )
    assert controller.session.state.phase is Phase.NO_MODEL
    assert not controller.session.state.has_model


def test_a_load_that_failed_can_be_tried_again(controller: Controller) -> None:
    asked = wire(controller).of(protocol.LoadModel)[-1]
    tell(controller, protocol.Failed(asked.id, "FetchFailed", "There is no network.", "the trace"))
    (card,) = controller.window.notices.cards
    assert card.notice.actions == ("load_again", "models")
    again = controller.window.actions_made.by_id["load_again"]
    assert again.isEnabled()
    again.trigger()
    assert [request.spec for request in wire(controller).of(protocol.LoadModel)] == ["tiny", "tiny"]
    assert not again.isEnabled(), "it is being loaded"


def test_a_refused_prompt_generates_nothing(controller: Controller) -> None:
    begin(controller, [3, 4])
    before = len(wire(controller).of(protocol.Generate))
    tell(controller, protocol.Halted(wire(controller).of(protocol.Generate)[-1].id, 7, "done", 4, 0.5))
    controller.player.new_run("", Sampling(), False, 4)
    tell(controller, protocol.Failed(wire(controller).sent[-1].id, "InputRefused", "The prompt is empty."))
    assert len(wire(controller).of(protocol.Generate)) == before
    assert controller.session.state.phase is Phase.IDLE


def test_a_failed_side_request_does_not_end_the_generation(controller: Controller) -> None:
    begin(controller, [3, 4])
    tell(controller, protocol.Failed(999, "InputRefused", "There is no state 40."))
    rest_of_prompt = protocol.Halted(newest(controller, protocol.NewRun).id, 7, "done", 2, 0.1)
    tell(controller, rest_of_prompt)
    assert controller.session.state.phase is Phase.GENERATING


def test_a_lab_question_is_asked_again_only_where_another_overtook_it(controller: Controller) -> None:
    begin(controller, [3, 4])
    first, second = AskHeadScores(seed=1), AskHeadScores(seed=2)
    for question in (first, first, second, second, first):
        controller.intents.handle(intents.AskLab(question))
    assert [request.question for request in wire(controller).of(protocol.AskLab)] == [first, second, first]


def test_questions_in_turn_wait_for_the_one_under_way(controller: Controller) -> None:
    begin(controller, [3, 4])
    rest(controller)
    first, second, third = (AskHeadScores(seed=seed) for seed in (1, 2, 3))
    for question in (first, second, third):
        controller.intents.handle(intents.AskLab(question, in_turn=True))
    asked = wire(controller).of(protocol.AskLab)
    assert [request.question for request in asked] == [first]
    tell(controller, protocol.LabAnswered(asked[0].id, 7, first, Refused("Enough.")))
    controller.intents.handle(intents.AskLab(third, in_turn=True))
    assert [request.question for request in wire(controller).of(protocol.AskLab)] == [first, third]


def test_a_distribution_is_asked_for_once_until_another_is_looked_at(controller: Controller) -> None:
    begin(controller, [3, 4])
    rest(controller)
    for node in (1, 1, 0, 0, 1):
        controller.intents.handle(intents.AskDistribution(node))
    assert [request.node for request in wire(controller).of(protocol.FullDistribution)] == [1, 0, 1]


def test_a_question_about_a_token_goes_where_it_was_said_and_shows_who_says_it(controller: Controller) -> None:
    begin(controller, [3, 4])
    run = controller.session.run
    likeliest = int(run.at(0).next_ids[0])
    controller.intents.handle(intents.AskAboutToken("who_says", 1, likeliest))
    assert controller.session.ui.position == 0
    assert controller.session.ui.options["ablation"]["token"] == ""  # the likeliest is followed where none is named
    assert controller.session.ui.options["neurons"]["by"] == BY_EFFECT
    assert controller.window.docks.current == "ablation"
    other = next(token for token in range(3, 20) if token != likeliest)
    controller.intents.handle(intents.AskAboutToken("who_says", 2, other))
    assert token_of(run.vocabulary, str(controller.session.ui.options["ablation"]["token"])) == other
    controller.intents.handle(intents.AskAboutToken("nobody knows", 1, 3))


def test_another_model_is_not_asked_about_the_run_of_a_file(controller: Controller) -> None:
    load(controller)
    info = controller.session.loaded
    assert info is not None
    controller.session.run.info = replace(info, sha256="another")
    controller.intents.handle(intents.AskLab(AskHeadScores(seed=1)))
    assert wire(controller).of(protocol.AskLab) == []


def test_showing_another_space_opens_it_once(controller: Controller) -> None:
    load(controller)
    space = Space("resid", 3)
    controller.intents.handle(intents.ShowSpace(space))
    controller.intents.handle(intents.ShowSpace(EMBEDDING))
    controller.intents.handle(intents.ShowSpace(space))
    assert [request.space for request in wire(controller).of(protocol.OpenSpace)] == [EMBEDDING, space]


def test_a_fit_first_shares_the_vectors(controller: Controller) -> None:
    load(controller)
    controller.intents.handle(intents.FitLayout(EMBEDDING, UmapParams()))
    assert wire(controller).of(protocol.ShareVectors)[-1].space == EMBEDDING
    assert controller.maps.fitting
    controller.intents.handle(intents.CancelFit())
    assert not controller.maps.fitting


def test_every_intent_and_every_answer_has_a_handler(controller: Controller) -> None:
    def below(kind: type) -> set[type]:
        found: set[type] = set()
        children: list[type] = type.__subclasses__(kind)
        for child in children:
            found |= {child, *below(child)}
        return found

    assert {kind for kind in below(intents.Intent) if kind.__module__ == "viz.intents"} == set(controller.intents.table)
    answers = {kind for kind in below(protocol.Answer) if kind.__module__.startswith("engine.")}
    assert answers - {protocol.Alive} == set(controller.answers.table)  # that one is for the client alone


# -- a load that does not hear -------------------------------------------------------------------------------------


def _phase(controller: Controller) -> Phase:
    return controller.session.state.phase


def test_an_engine_that_does_not_come_to_the_end_of_a_load_is_ended(qtbot: QtBot, controller: Controller) -> None:
    controller.loader.load("large")
    controller.stopping.stop_all()
    assert _phase(controller) is Phase.LOADING
    began = time.monotonic()
    qtbot.waitUntil(lambda: wire(controller).starts == 2, timeout=3000)
    assert time.monotonic() - began < 1
    assert _phase(controller) is not Phase.LOADING
    assert not controller.session.state.has_model
    assert controller.window.notices.cards == [], "a stop is no error"


def test_what_an_ended_engine_had_on_its_way_is_not_heard(controller: Controller) -> None:
    asked = newest(controller, protocol.LoadModel)
    loaded = protocol.Loaded(asked.id, tiny_info(tiny_vocabulary()), tiny_vocabulary(), 1.0)
    wire(controller).deliver(loaded)  # it waits for the window's thread
    controller.loader.restart()
    QCoreApplication.sendPostedEvents()
    assert not controller.session.state.has_model
    wire(controller).deliver(loaded)  # and this is the new one's
    QCoreApplication.sendPostedEvents()
    assert controller.session.state.has_model


def test_the_model_that_was_not_let_go_yet_comes_back_with_the_engine(qtbot: QtBot, controller: Controller) -> None:
    controller.loader.load("first", "cpu", "float32")
    asked = newest(controller, protocol.LoadModel)
    tell(controller, protocol.Loaded(asked.id, tiny_info(tiny_vocabulary()), tiny_vocabulary(), 0.1))
    controller.loader.load("large.gguf")
    controller.stopping.stop_all()
    qtbot.waitUntil(lambda: wire(controller).starts == 2, timeout=3000)
    again = newest(controller, protocol.LoadModel)
    assert (again.spec, again.device, again.dtype, again.fetch) == ("first", "cpu", "float32", False)


@pytest.mark.parametrize("ending", ["cancelled", "loaded", "failed"])
def test_an_engine_that_ends_the_load_in_time_is_left_alone(controller: Controller, ending: str) -> None:
    controller.loader.load("large")
    controller.stopping.stop_all()
    asked = newest(controller, protocol.LoadModel)
    answers: dict[str, protocol.Answer] = {
        "cancelled": protocol.CancelledAnswer(asked.id),
        "loaded": protocol.Loaded(asked.id, tiny_info(tiny_vocabulary()), tiny_vocabulary(), 0.1),
        "failed": protocol.Failed(asked.id, "ModelUnusable", "It is damaged."),
    }
    assert any(timer.isActive() for timer in controller.loader.findChildren(QTimer))
    tell(controller, answers[ending])
    assert not any(timer.isActive() for timer in controller.loader.findChildren(QTimer))
    assert wire(controller).starts == 1


# -- a notice goes when its cause has gone ---------------------------------------------------------------------------


def _said(controller: Controller) -> list[str]:
    return [card.notice.sentence for card in controller.window.notices.cards]


def test_a_load_that_failed_is_forgotten_with_the_next(controller: Controller) -> None:
    tell(controller, protocol.Failed(newest(controller, protocol.LoadModel).id, "ModelUnusable", "It is damaged."))
    assert _said(controller) == ["It is damaged."]
    controller.loader.load("another")
    assert _said(controller) == []
    tell(controller, protocol.Failed(newest(controller, protocol.LoadModel).id, "ModelNotFound", "There is none."))
    controller.player.play(3)
    assert len(_said(controller)) == 1, "what is about the same takes its place"
    load(controller)
    assert _said(controller) == []


def test_an_engine_that_ended_is_forgotten_with_the_next(controller: Controller) -> None:
    load(controller)
    tell(controller, protocol.Died(0, "It ended.", 1))
    assert _said(controller) == ["It ended."]
    controller.loader.restart()
    assert _said(controller) == []


def test_a_file_that_could_not_be_opened_or_saved_is_forgotten_with_the_next(
    controller: Controller, tmp_path: Path
) -> None:
    (tmp_path / "bad.orrery").write_bytes(b"no run at all")
    controller.documents.open(tmp_path / "bad.orrery")
    assert "bad.orrery" in " ".join(_said(controller))
    save_run(with_map(prompted()), tmp_path / "good.orrery")
    controller.documents.open(tmp_path / "good.orrery")
    assert "bad.orrery" not in " ".join(_said(controller))
    controller.documents.save(tmp_path / "nowhere" / "a.orrery")
    assert "nowhere" in " ".join(_said(controller))
    controller.documents.save(tmp_path / "a.orrery")
    assert "nowhere" not in " ".join(_said(controller))


def test_a_prompt_that_was_refused_is_forgotten_with_the_next_run(controller: Controller) -> None:
    load(controller)
    controller.player.new_run("x", Sampling(), False, 4)
    tell(controller, protocol.Failed(newest(controller, protocol.NewRun).id, "InputRefused", "It is too long."))
    assert _said(controller) == ["It is too long."]
    controller.player.new_run("y", Sampling(), False, 4)
    tell(controller, started(controller, 7, 1))
    assert _said(controller) == []


def test_settings_that_could_not_be_kept_are_forgotten_once_they_can(qtbot: QtBot, tmp_path: Path) -> None:
    controller = joined(qtbot)
    (tmp_path / "file").write_text("in the way", "utf-8")
    controller.window.settings.path = tmp_path / "file" / "settings.json"
    controller.window.saver.save()
    assert len(_said(controller)) == 1
    (tmp_path / "file").unlink()
    controller.window.saver.save()
    assert _said(controller) == []
    controller.close()


def test_a_begin_of_text_that_is_there_twice_is_said_with_a_button_that_mends_it(controller: Controller) -> None:
    load(controller)
    mend = controller.window.actions_made.by_id["type_it_once"]
    assert not mend.isEnabled()
    controller.player.new_run("<s><s>Hi", Sampling(seed=3), False, 4)
    tell(controller, replace(started(controller, 7, 4), typed_twice="<s>"), tokens(7, 0, -1, 0, [1, 1, 1, 5]))
    (card,) = controller.window.notices.cards
    assert (card.notice.level, card.notice.actions) == ("warning", ("type_it_once",))
    assert "<s>" in card.text.text()
    rest(controller)
    assert mend.isEnabled()
    (button,) = [button for button in card.findChildren(QPushButton) if button.text() == mend.text()]
    button.click()
    again = newest(controller, protocol.NewRun)
    assert (again.prompt, again.chat) == ("Hi", False)
    assert controller.window.controls.prompt.text() == "Hi"
    tell(controller, started(controller, 8, 2), tokens(8, 0, -1, 0, [1, 5]))
    assert controller.window.notices.cards == []
    assert not mend.isEnabled()

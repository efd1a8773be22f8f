"""Questions to labs on their way: which need a model, what outlives one, what is said where there is no answer."""

from __future__ import annotations

import itertools

import pytest

from app.controller import Controller
from app.notice import Notice
from app.session.lab_desk import SERIES
from engine import protocol
from engine.labs.attention.records import AskHeadScores
from engine.labs.brackets.questions import (
    CompareLarge,
    ReadBrackets,
    TellingFailure,
    TrainSlice,
)
from engine.labs.twins.records import AskTwins, Twin
from engine.questions import Calm, Finding, Question, Refused
from engine.records import Sampling
from engine.run import Run
from tests.helpers import brackets as made
from tests.helpers.fake_engine import load, started, tell, wire
from viz import intents


def asked(controller: Controller) -> list[protocol.AskLab]:
    return wire(controller).of(protocol.AskLab)


def questions(controller: Controller) -> list[Question]:
    return [request.question for request in asked(controller)]


def ask(controller: Controller, question: Question, again: bool = False) -> None:
    controller.intents.handle(intents.AskLab(question, again))


def can_try_again(controller: Controller) -> bool:
    return controller.session.state.has_stopped


def answer(controller: Controller, question: Question, finding: Finding) -> None:
    tell(controller, protocol.LabAnswered(asked(controller)[-1].id, 0, question, finding))


def test_resources_are_asked_about_without_a_model_and_the_rest_is_not(controller: Controller) -> None:
    for question in (TellingFailure(), TellingFailure(), AskHeadScores(), CompareLarge()):
        ask(controller, question)
    assert questions(controller) == [TellingFailure()]
    load(controller)
    ask(controller, CompareLarge())
    assert questions(controller) == [TellingFailure(), CompareLarge()]


def test_who_asks_where_nobody_can_answer_is_told_so_until_somebody_can(
    controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Notice] = []
    monkeypatch.setattr(controller.window, "show_notice", told.append)
    question, findings = AskHeadScores(), controller.session.run.findings
    ask(controller, question)  # a view at every frame: it says itself why there is nothing
    assert (findings, told) == ({}, [])
    ask(controller, question, again=True)
    controller.intents.handle(intents.GoOn(CompareLarge()))
    assert questions(controller) == []
    assert [type(findings[it]) for it in (question, CompareLarge())] == [Refused, Refused]
    assert controller.session.ui.going == frozenset()
    assert ["model" in notice.sentence for notice in told] == [True, True]
    load(controller)
    assert findings == {}  # what was said is true no more
    ask(controller, question)
    assert questions(controller) == [question]


def test_who_waits_for_a_model_that_goes_is_told_so(controller: Controller) -> None:
    load(controller)
    ask(controller, AskHeadScores())  # by a view, which asks again by itself
    ask(controller, CompareLarge(), again=True)
    tell(controller, protocol.Died(0, "It ended.", -9))
    findings = controller.session.run.findings
    assert list(findings) == [CompareLarge()]
    assert isinstance(findings[CompareLarge()], Refused)


def test_what_is_known_of_resources_outlives_model_run_and_file(controller: Controller) -> None:
    finding = made.sequences()
    ask(controller, TellingFailure())
    answer(controller, TellingFailure(), finding)
    load(controller)
    assert controller.session.run.findings[TellingFailure()] is finding
    controller.player.new_run("x", Sampling(), False, 0)
    tell(controller, started(controller, 7, 1))
    assert controller.session.run.findings[TellingFailure()] is finding
    controller.session.show_run(Run())
    assert controller.session.run.findings[TellingFailure()] is finding
    ask(controller, TellingFailure())
    assert len(asked(controller)) == 1


def test_a_refused_string_is_said_where_it_was_typed_and_nowhere_else(
    controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(controller, ReadBrackets("(a"))
    told: list[object] = []
    monkeypatch.setattr(controller.window, "show_notice", told.append)
    tell(controller, protocol.Failed(asked(controller)[-1].id, "InputRefused", "Only ( ) can be used."))
    assert controller.session.run.findings[ReadBrackets("(a")] == Refused("Only ( ) can be used.")
    assert told == []
    ask(controller, ReadBrackets("(a"))
    assert len(asked(controller)) == 1  # the view may ask at every frame


def test_a_training_goes_on_until_it_is_done_or_rests(controller: Controller) -> None:
    first = TrainSlice("own", 0)
    controller.intents.handle(intents.GoOn(first))
    assert controller.session.ui.going == {"TrainSlice"}
    answer(controller, first, made.trained("own", 0))
    assert questions(controller) == [first, TrainSlice("own", 1)]
    controller.intents.handle(intents.Rest(TrainSlice))
    answer(controller, TrainSlice("own", 1), made.trained("own", 1))
    assert len(asked(controller)) == 2
    controller.intents.handle(intents.GoOn(TrainSlice("own", 2)))
    answer(controller, TrainSlice("own", 2), made.trained("own", 2, done=True))
    assert controller.session.ui.going == frozenset()
    assert len(asked(controller)) == 3


def test_a_stop_ends_a_training_though_its_slice_is_done_already_and_it_can_go_on(controller: Controller) -> None:
    controller.intents.handle(intents.GoOn(TrainSlice("own", 0)))
    controller.window.stop.emit()
    answer(controller, TrainSlice("own", 0), made.trained("own", 0))  # on its way when the engine was told to stop
    assert questions(controller) == [TrainSlice("own", 0)]
    assert controller.session.ui.going == frozenset()
    assert can_try_again(controller)
    controller.window.try_again.emit()
    assert questions(controller)[1:] == [TrainSlice("own", 1)]
    assert controller.session.ui.going == {"TrainSlice"}, "tried again, it goes on"
    answer(controller, TrainSlice("own", 1), made.trained("own", 1))
    assert questions(controller)[2:] == [TrainSlice("own", 2)]


def test_a_training_that_gave_way_goes_on_after_what_it_gave_way_to(controller: Controller) -> None:
    controller.intents.handle(intents.GoOn(TrainSlice("own", 0)))
    answer(controller, TrainSlice("own", 0), made.trained("own", 0))
    slice_at_work = asked(controller)[-1]
    ask(controller, TellingFailure(), again=True)
    tell(controller, protocol.CancelledAnswer(slice_at_work.id))
    assert questions(controller)[1:] == [TrainSlice("own", 1), TellingFailure(), TrainSlice("own", 1)]
    assert controller.session.ui.going == {"TrainSlice"}


def test_two_series_that_were_stopped_both_go_on(controller: Controller) -> None:
    load(controller)
    both = (TrainSlice("own", 0), AskTwins(Twin(), Twin()))
    for question in both:
        controller.intents.handle(intents.GoOn(question))
    controller.window.stop.emit()
    for request in asked(controller):
        tell(controller, protocol.CancelledAnswer(request.id))
    assert controller.session.ui.going == frozenset()
    controller.window.try_again.emit()
    assert controller.session.ui.going == {"TrainSlice", "AskTwins"}


def test_a_full_disk_ends_a_training_with_a_sentence_and_it_can_go_on(controller: Controller) -> None:
    controller.intents.handle(intents.GoOn(TrainSlice("own", 0)))
    tell(controller, protocol.Failed(asked(controller)[-1].id, "DiskProblem", "The disk is full."))
    assert controller.session.ui.going == frozenset()
    assert controller.session.run.findings[TrainSlice("own", 0)] == Refused("The disk is full.")
    controller.intents.handle(intents.GoOn(TrainSlice("own", 1)))
    assert questions(controller)[-1] == TrainSlice("own", 1)


def test_stopping_a_lab_is_told_to_the_engine_and_to_the_view(controller: Controller) -> None:
    load(controller)
    ask(controller, CompareLarge())
    sent = asked(controller)[-1].id
    controller.window.stop.emit()
    assert wire(controller).of(protocol.Cancel)
    tell(controller, protocol.CancelledAnswer(sent))
    refused = controller.session.run.findings[CompareLarge()]
    assert isinstance(refused, Refused)
    assert isinstance(refused.sentence, Calm)  # which is no fault
    ask(controller, CompareLarge())
    assert len(asked(controller)) == 1  # not by itself
    painted: list[Run] = []
    controller.session.changed.connect(lambda run, _: painted.append(run))
    ask(controller, CompareLarge(), again=True)
    assert len(asked(controller)) == 2
    assert painted, "nobody says any more that it was stopped"


def test_what_was_stopped_can_be_tried_again_until_the_run_is_another(controller: Controller) -> None:
    load(controller)
    told: list[Notice] = []
    controller.session.noticed.connect(told.append)
    ask(controller, CompareLarge())
    ask(controller, AskHeadScores())
    assert [request.unasked for request in asked(controller)] == [True, True]
    controller.window.stop.emit()
    for request in asked(controller):
        tell(controller, protocol.CancelledAnswer(request.id))
    assert told[-1].actions == ("try_again",)
    assert can_try_again(controller)
    controller.window.try_again.emit()
    assert questions(controller)[2:] == [CompareLarge(), AskHeadScores()]
    assert not any(request.unasked for request in asked(controller)[2:])
    assert not can_try_again(controller)
    controller.window.stop.emit()
    for request in asked(controller)[2:]:
        tell(controller, protocol.CancelledAnswer(request.id))
    controller.session.show_run(Run())
    controller.intents.handle(intents.TryAgain())
    resources = [question for question in questions(controller)[4:] if question.about != "resources"]
    assert resources == [], "the run is another one"


def test_a_dropped_question_and_one_to_a_dead_engine_may_be_asked_again(controller: Controller) -> None:
    ask(controller, TellingFailure())
    tell(controller, protocol.CancelledAnswer(asked(controller)[-1].id))
    ask(controller, TellingFailure())
    assert len(asked(controller)) == 2
    tell(controller, protocol.Died(0, "It died.", -9))
    ask(controller, TellingFailure())
    assert len(asked(controller)) == 2  # nobody is there
    controller.loader.restart()
    ask(controller, TellingFailure())
    assert len(asked(controller)) == 3


def test_what_was_known_of_a_net_is_asked_again_once_its_training_rests(controller: Controller) -> None:
    about_it, about_other = TellingFailure("mine/own"), TellingFailure()
    for question in (about_it, about_other):
        ask(controller, question)
        answer(controller, question, made.sequences())
    controller.intents.handle(intents.GoOn(TrainSlice("own", 0)))
    answer(controller, TrainSlice("own", 0), made.trained("own", 0))
    assert about_it in controller.session.run.findings  # not at every slice
    controller.intents.handle(intents.Rest(TrainSlice))
    answer(controller, TrainSlice("own", 1), made.trained("own", 1))
    assert about_it not in controller.session.run.findings
    assert about_other in controller.session.run.findings
    ask(controller, about_it)
    assert questions(controller)[-1] == about_it


def test_a_long_training_keeps_its_newest_moments_and_some_of_each_time_before(controller: Controller) -> None:
    controller.intents.handle(intents.GoOn(TrainSlice("own", 0)))
    for turn in range(400):
        answer(controller, TrainSlice("own", turn), made.trained("own", turn))
    kept = [asked.turn for asked in controller.session.run.findings if isinstance(asked, TrainSlice)]
    assert len(kept) <= SERIES
    assert kept[0] == 0
    assert kept[-80:] == list(range(320, 400))
    assert max(b - a for a, b in itertools.pairwise(kept)) < 40

"""Questions about Orrery's own resources need no model, and loading one does not end them."""

from __future__ import annotations

import pytest

from engine import protocol
from engine.errors import InputRefused
from engine.labs.brackets.questions import CompareLarge, TellingFailure
from engine.labs.brackets.records import Readings
from engine.process.lab_service import LabService
from engine.process.mailbox import Mailbox
from engine.process.maps_service import MapsService
from engine.process.model_service import ModelService


def service() -> tuple[LabService, list[protocol.Answer]]:
    said: list[protocol.Answer] = []
    models = ModelService(said.append, lambda: False)
    maps = MapsService(models, said.append, lambda: False)
    return LabService(models, maps, said.append), said


def test_a_bracket_net_is_asked_without_a_model() -> None:
    labs, said = service()
    labs.ask(protocol.AskLab(1, TellingFailure("two-kinds")))
    assert isinstance(said[-1], protocol.LabAnswered)
    assert said[-1].run_id == 0
    assert isinstance(said[-1].finding, Readings)


def test_a_question_about_the_model_needs_one() -> None:
    labs, _ = service()
    with pytest.raises(InputRefused, match="No model is loaded"):
        labs.ask(protocol.AskLab(1, CompareLarge()))


def test_loading_a_model_ends_questions_about_models_only() -> None:
    mailbox = Mailbox()
    about_nets, about_model = protocol.AskLab(1, TellingFailure()), protocol.AskLab(2, CompareLarge())
    for request in (about_nets, about_model, protocol.LoadModel(3, "tiny")):
        mailbox.put(request)
    assert mailbox.dropped() == [about_model]
    assert mailbox.take(0) is about_nets
    mailbox.put(protocol.LoadModel(4, "other"))
    assert not mailbox.stop_working()

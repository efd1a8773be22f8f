"""The check that follows a load gives way to whatever a person asks for, and is made up for later."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine import protocol
from engine.process.mailbox import Mailbox
from engine.process.model_service import ModelService
from tests.helpers.sessions import hooks_on
from tests.helpers.tiny_models import write_folder


def test_it_is_put_off_where_something_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    said: list[protocol.Answer] = []
    models = ModelService(said.append, lambda: False)
    models.load(protocol.LoadModel(7, str(write_folder(tmp_path / "model")), device="cpu"))
    due = []
    for disturbed in (True, False):
        models.check_loaded(lambda disturbed=disturbed: disturbed)  # type: ignore[misc]
        due.append(models.check_due)
        assert hooks_on(models.require().session.model) == 0
        assert any(isinstance(answer, protocol.Referenced) for answer in said) != disturbed
    assert due == [True, False]
    assert isinstance(said[-1], protocol.Referenced)
    assert said[-1].request_id == 7


@pytest.mark.parametrize("request_", [protocol.NewRun(1, "a"), protocol.Cancel(1), protocol.Replay(1, 0, 0, "attn")])
def test_anything_disturbs_what_was_begun_while_nothing_was_asked(request_: protocol.Request) -> None:
    mailbox = Mailbox()
    mailbox.be_idle()
    assert not mailbox.disturbed()
    mailbox.put(request_)
    assert mailbox.disturbed()


def test_what_waits_already_disturbs_at_once() -> None:
    mailbox = Mailbox()
    mailbox.put(protocol.NewRun(1, "a"))
    mailbox.be_idle()
    assert mailbox.disturbed()
    assert mailbox.take(0) is not None
    mailbox.finished()
    mailbox.be_idle()
    assert not mailbox.disturbed()

"""The run that gave way to another is one step away, as it was, and can be gone on from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from app.controller import Controller
from app.session import run_before
from engine import protocol
from engine.records import Sampling
from tests.helpers.fake_engine import begin, joined, load, rest, started, tell, tokens, wire
from tests.helpers.runs import tiny_info, tiny_vocabulary
from tests.helpers.small_session import SmallSession, content


@pytest.fixture
def controller(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Controller:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    return joined(qtbot)


def another(controller: Controller, ids: list[int]) -> None:
    """A second run takes the place of the first."""
    controller.player.new_run("y", Sampling(), False, 0)
    tell(controller, started(controller, 8, len(ids)), tokens(8, 0, -1, 0, ids))


def go_back(controller: Controller) -> None:
    action = controller.window.actions_made.by_id["run_before"]
    assert action.isEnabled()
    action.trigger()


def document(controller: Controller) -> tuple[Path | None, bool]:
    """The file of the run on screen, and whether it is unsaved."""
    return controller.window.document.path, controller.window.isWindowModified()


def test_the_run_before_comes_back_and_goes_away_again(controller: Controller) -> None:
    action = controller.window.actions_made.by_id["run_before"]
    begin(controller, [3, 4])
    assert not action.isEnabled()
    another(controller, [5])
    go_back(controller)
    assert (controller.session.run.prompt, controller.session.run.token_ids.tolist()) == ("x", [3, 4])
    tell(controller, tokens(8, 1, 0, 1, [9]))  # what the engine still sends of the other one
    assert controller.session.run.token_ids.tolist() == [3, 4]
    go_back(controller)
    assert (controller.session.run.prompt, controller.session.run.token_ids.tolist()) == ("y", [5])


def test_it_is_gone_on_from_as_a_run_of_a_file_is(controller: Controller) -> None:
    begin(controller, [3, 4])
    another(controller, [5])
    rest(controller)
    go_back(controller)
    controller.player.play(2)
    adopted = wire(controller).of(protocol.AdoptRun)[-1]
    assert (adopted.prompt, adopted.token_ids.tolist()) == ("x", [3, 4])


def test_a_saved_one_is_its_file_again_and_an_unsaved_one_is_none(controller: Controller, tmp_path: Path) -> None:
    begin(controller, [3, 4])
    controller.documents.save(tmp_path / "mine.orrery")
    another(controller, [5])
    go_back(controller)
    assert document(controller) == (tmp_path / "mine.orrery", False)
    go_back(controller)
    assert document(controller) == (None, True)


def test_another_model_and_an_opened_file_can_be_gone_back_from(controller: Controller, tmp_path: Path) -> None:
    begin(controller, [3, 4])
    controller.documents.save(tmp_path / "mine.orrery")
    another(controller, [5])
    controller.documents.open(tmp_path / "mine.orrery")
    go_back(controller)
    assert controller.session.run.token_ids.tolist() == [5]
    other = replace(tiny_info(tiny_vocabulary()), sha256="other")
    load(controller, other)
    assert not controller.session.run.nodes
    go_back(controller)
    assert controller.session.run.token_ids.tolist() == [5]
    assert controller.session.lacks_model


def test_a_large_one_is_let_go_from_memory_and_read_from_where_it_was_kept(
    controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_before, "LARGEST", -1)
    begin(controller, [3, 4])
    large = controller.session.run
    another(controller, [5])
    controller.parts.before.leaving.wait()
    QCoreApplication.sendPostedEvents()
    go_back(controller)
    run = controller.session.run
    assert run is not large
    assert (run.prompt, run.token_ids.tolist()) == ("x", [3, 4])
    assert document(controller) == (None, True), "no document of a person's holds it"


def test_a_large_one_that_is_saved_is_read_from_its_file(
    controller: Controller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_before, "LARGEST", -1)
    begin(controller, [3, 4])
    controller.documents.save(tmp_path / "mine.orrery")
    another(controller, [5])
    go_back(controller)
    assert controller.session.run.token_ids.tolist() == [3, 4]
    assert document(controller) == (tmp_path / "mine.orrery", False)
    go_back(controller)
    (tmp_path / "mine.orrery").unlink()
    go_back(controller)  # a sentence, and nothing else
    assert controller.session.run.token_ids.tolist() == [5]
    assert "mine.orrery" in controller.window.notices.cards[-1].notice.sentence


def test_the_fields_are_those_of_the_run_that_came_back(controller: Controller, tmp_path: Path) -> None:
    controls = controller.window.controls
    load(controller, replace(tiny_info(tiny_vocabulary()), has_chat_template=True))
    first = Sampling(temperature=0.25, top_k=7, top_p=0.5, min_p=0.25, repetition_penalty=1.5, seed=11)
    controller.player.new_run("the first", first, True, 0)
    tell(controller, started(controller, 7, 2), tokens(7, 0, -1, 0, [3, 4]))
    controller.documents.save(tmp_path / "first.orrery")
    controls.prompt.set_text("the second")
    controls.prompt.chat.setChecked(False)
    controls.sampling.set_sampling(Sampling(seed=5))
    controller.player.new_run(*controls.asked()[:3], 0)
    tell(controller, started(controller, 8, 1), tokens(8, 0, -1, 0, [5]))
    controls.prompt.set_text("typed since")
    go_back(controller)
    assert controls.asked()[:3] == ("the first", first, True)
    controls.prompt.editor.undo()
    assert controls.prompt.text() == "typed since", "what was typed is not lost"
    go_back(controller)
    assert controls.asked()[:3] == ("the second", Sampling(seed=5), False)
    assert controller.documents.open(tmp_path / "first.orrery")
    assert controls.asked()[:3] == ("the first", first, True)


def test_a_run_that_comes_back_before_anything_was_painted_is_shown_as_one_that_no_engine_holds(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path))
    it = SmallSession(5)
    it.parts.loader.start("tiny", "cpu", "auto", ("x", Sampling(), False, 3))
    it.rest()
    it.parts.player.new_run("y", Sampling(), False, 2)
    it.rest()
    run = it.session.run
    for _ in range(2):
        it.parts.documents.exchange()
    assert it.session.run is run
    assert run.run_id == 0
    it.rest()
    assert it.screen.seen == content(run)

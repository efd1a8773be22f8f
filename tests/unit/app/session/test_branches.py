"""Names of branches are a person's work, what is compared goes with its run, and a table is written whole."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from app.controller import Controller
from app.session import left_runs
from app.window import table_files
from engine import protocol
from engine.files.run_file import load_run
from engine.records import Sampling
from tests.helpers.fake_engine import begin, newest, started, tell, tokens
from viz.intents import CompareWith, NameBranch, ReturnTo, SaveTable


def test_a_name_is_unsaved_work_until_it_is_saved(controller: Controller, tmp_path: Path) -> None:
    begin(controller, [3, 4])
    tell(controller, tokens(7, 2, 0, 1, [9]))
    path = tmp_path / "a.orrery"
    controller.documents.save(path)
    assert not controller.window.isWindowModified()
    controller.intents.handle(NameBranch(1, "first"))
    assert controller.window.isWindowModified()
    assert controller.session.run.names == {1: "first"}
    controller.documents.save(path)
    assert not controller.window.isWindowModified()
    assert load_run(path).names == {1: "first"}
    for wrong in (NameBranch(99, "x"), NameBranch(-1, "x"), NameBranch(1, "a\nb"), NameBranch(1, "x" * 99)):
        controller.intents.handle(wrong)
    assert controller.session.run.names == {1: "first"}


def test_a_run_that_goes_twice_is_kept_with_the_names_it_has_then(
    controller: Controller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    begin(controller, [3, 4])
    leaving, run = controller.parts.before.leaving, controller.session.run
    leaving.leave(run)
    leaving.wait()
    controller.intents.handle(NameBranch(0, "kept"))
    leaving.leave(run)
    leaving.wait()
    (file,) = left_runs.left()
    assert load_run(file).names == {1: "kept"}


def test_what_is_compared_goes_with_its_run(controller: Controller) -> None:
    begin(controller, [3, 4])
    controller.intents.handle(CompareWith(1))
    assert controller.session.ui.compare == 1
    controller.player.new_run("y", Sampling(), False, 0)
    tell(controller, started(controller, 8, 1), tokens(8, 0, -1, 0, [5]))
    assert controller.session.ui.compare is None


def test_going_to_the_compared_branch_swaps_the_two(controller: Controller) -> None:
    begin(controller, [3, 4])
    tell(controller, tokens(7, 2, 0, 1, [9]), tokens(7, 3, 0, 1, [8]))  # three branches: 1, 2 and the current 3
    handle, session = controller.intents.handle, controller.session
    handle(CompareWith(1))
    handle(ReturnTo(2))
    assert session.ui.compare == 1  # a third one: the same is compared
    tell(controller, protocol.Moved(newest(controller, protocol.GoTo).id, 7, 2))
    handle(ReturnTo(1))
    assert session.ui.compare == 2
    tell(controller, protocol.Moved(newest(controller, protocol.GoTo).id, 7, 1))
    assert session.run.current == 1
    handle(ReturnTo(1))  # here already
    assert session.ui.compare == 2


def test_a_table_is_written_as_it_is_and_a_disk_that_refuses_is_told(
    controller: Controller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t.csv"
    asked: list[str] = []

    def ask(_window: object, name: str) -> str:
        asked.append(name)
        return str(path)

    monkeypatch.setattr(table_files, "ask_save", ask)
    rows = (('a,“b”\n"c"', 0.1), ("你好", ""))
    controller.intents.handle(SaveTable("branches", ("text", "value"), rows))
    assert asked == ["branches"]
    with path.open(newline="", encoding="utf-8") as file:
        read = list(csv.reader(line for line in file if not line.startswith("# ")))
    assert read == [["text", "value"], ['a,“b”\n"c"', "0.1"], ["你好", ""]]
    assert f"# Prompt: {controller.session.run.prompt}" in path.read_text("utf-8").splitlines()
    said: list[str] = []
    controller.session.noticed.connect(lambda notice: said.append(notice.level))
    path = tmp_path / "no" / "folder.csv"
    controller.intents.handle(SaveTable("branches", ("text",), ()))
    assert said == ["error"]
    assert not path.exists()

"""Unsaved work outlives the window: kept at the close, offered at the next start, and never taken for a document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.controller import Controller
from app.session import left_runs
from engine.files.run_file import save_run
from engine.records import Sampling
from tests.helpers.fake_engine import begin, joined, load, started, tell, tokens
from tests.helpers.runs import one_step, tiny_info, tiny_vocabulary

Make = Callable[[], Controller]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    return lambda: joined(qtbot)


def test_a_run_made_by_hand_is_there_at_the_next_start_and_still_unsaved(make: Make, cache: Path) -> None:
    first = make()
    begin(first, [3, 4])
    first.window.close()
    (kept,) = left_runs.left()
    assert (kept.parent, left_runs.told(kept)[0]) == (cache / "left", "x")
    second = make()
    (entry,) = second.window.header.recent.actions()
    text = entry.text()
    assert text.startswith("x (left unsaved, ")
    entry.trigger()
    assert second.session.run.token_ids.tolist() == [3, 4]
    assert second.window.document.path is None  # Save asks where to
    assert second.window.isWindowModified()
    palette = second.window.palette_popup
    second.window.actions_made.by_id["palette"].trigger()
    palette.line.setText(text)
    assert palette.found()[0] == text
    palette.hide()
    second.window.close()
    assert len(left_runs.left()) == 2


@pytest.mark.parametrize("changed", [False, True])
def test_the_example_is_kept_only_where_somebody_went_on_from_it(make: Make, changed: bool) -> None:
    controller = make()
    controller.loader.start("tiny", "cpu", "auto", ("The", Sampling(), False, 2))
    load(controller)
    tell(controller, started(controller, 7, 1), tokens(7, 0, -1, 0, [3]))
    if changed:
        controller.player.branch(0, 5)
    controller.window.close()
    assert len(left_runs.left()) == int(changed)


def test_a_saved_run_is_not_kept_twice(make: Make, tmp_path: Path) -> None:
    controller = make()
    begin(controller, [3, 4])
    controller.documents.save(tmp_path / "mine.orrery")
    controller.window.close()
    assert not left_runs.left()


def test_the_newest_few_are_kept(cache: Path) -> None:
    run = one_step()
    (cache / "left").mkdir(parents=True)
    for day in range(1, 8):
        save_run(run, cache / "left" / f"2026-01-0{day} 10.00.00.000000 old.orrery")
    newest = left_runs.leave(run)
    kept = left_runs.left()
    assert (len(kept), kept[0]) == (left_runs.MOST, newest)
    assert kept[1].name.startswith("2026-01-07")


def test_a_prompt_of_any_letters_names_a_file(cache: Path) -> None:
    run = one_step()
    for prompt in ("a/b\\c:\0*?\n" + "x" * 500, "东西 שלום 🙂", ""):
        run.prompt = prompt
        path = left_runs.leave(run)
        assert path is not None
        assert path.parent == cache / "left"
        assert left_runs.told(path)[1] is not None


def test_what_cannot_be_kept_stops_no_close(make: Make, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.write_text("in the way", "utf-8")
    controller = make()
    begin(controller, [3, 4])
    controller.window.close()
    assert not controller.window.isVisible()
    cache.unlink()
    run = one_step()
    monkeypatch.setattr(left_runs, "LARGEST", left_runs.n_bytes(run) - 1)
    assert left_runs.n_bytes(run) > 0
    assert left_runs.leave(run) is None


def test_run_files_of_models_with_a_description_are_kept_too() -> None:
    run = one_step()
    run.info, run.vocabulary = tiny_info(tiny_vocabulary()), tiny_vocabulary()
    assert left_runs.leave(run) is not None

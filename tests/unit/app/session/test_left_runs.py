"""Unsaved work outlives the window: kept at the close, offered at the next start, and never taken for a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from app.controller import Controller
from app.session import left_runs, run_before
from engine.files.run_file import load_run, save_run
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
    assert text.startswith("x (not saved, ")
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
    assert left_runs.left() == (kept,), "it has not grown: it is there once"


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
    for day in range(1, 29):
        save_run(run, cache / "left" / f"2026-01-{day:02} 10.00.00.000000 old.orrery")
    newest = left_runs.leave(run)
    kept = left_runs.left()
    assert (len(kept), kept[0]) == (left_runs.MOST, newest)
    assert kept[1].name.startswith("2026-01-28")


def test_all_of_them_together_keep_within_a_budget(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = one_step()
    first = left_runs.leave(run)
    assert first is not None
    monkeypatch.setattr(left_runs, "BUDGET", 3 * first.stat().st_size)
    for _ in range(5):
        newest = left_runs.leave(run)
    assert len(left_runs.left()) == 3
    assert left_runs.left()[0] == newest
    monkeypatch.setattr(left_runs, "BUDGET", 0)
    assert left_runs.left()[0] != left_runs.leave(run)
    assert len(left_runs.left()) == 1, "the newest stays, whatever the budget"


def test_every_run_of_a_person_s_that_gives_way_can_be_found_again(make: Make) -> None:
    controller = make()
    begin(controller, [3, 4])
    for n in range(8, 12):
        controller.player.new_run(f"prompt {n}", Sampling(), False, 0)
        tell(controller, started(controller, n, 1), tokens(n, 0, -1, 0, [n % 7]))
    load(controller, replace(tiny_info(tiny_vocabulary()), sha256="another model"))
    assert not controller.session.run.nodes
    controller.parts.before.leaving.wait()
    QCoreApplication.sendPostedEvents()
    found = [left_runs.told(path)[0] for path in left_runs.left()]
    assert found == ["prompt 11", "prompt 10", "prompt 9", "prompt 8", "x"]
    texts = [action.text().split(" (not saved")[0] for action in controller.window.header.recent.actions()]
    assert texts == found, "the menu offers them as soon as they are there"
    controller.window.close()
    assert len(left_runs.left()) == 5


def test_one_that_comes_back_and_grows_takes_the_place_of_what_was_kept(make: Make, tmp_path: Path) -> None:
    controller = make()
    begin(controller, [3, 4])
    controller.player.new_run("y", Sampling(), False, 0)
    tell(controller, started(controller, 8, 1), tokens(8, 0, -1, 0, [5]))
    controller.parts.before.leaving.wait()
    (before,) = left_runs.left()
    controller.documents.exchange()
    controller.player.hand_over()
    tell(controller, started(controller, 9, 2), tokens(9, 2, 1, 2, [6]))
    controller.documents.exchange()
    controller.parts.before.leaving.wait()
    kept = left_runs.left()
    assert before not in kept
    assert sorted(len(load_run(path).nodes) for path in kept) == [1, 3]
    controller.documents.exchange()
    controller.documents.save(tmp_path / "mine.orrery")
    assert [len(load_run(path).nodes) for path in left_runs.left()] == [1], "a file of a person's holds the other one"
    controller.window.close()


def test_one_too_large_to_be_kept_stays_at_hand_and_is_told_of(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(left_runs, "LARGEST", -1)
    monkeypatch.setattr(run_before, "LARGEST", -1)
    controller = make()
    begin(controller, [3, 4])
    controller.player.new_run("y", Sampling(), False, 0)
    tell(controller, started(controller, 8, 1), tokens(8, 0, -1, 0, [5]))
    controller.parts.before.leaving.wait()
    QCoreApplication.sendPostedEvents()
    (card,) = controller.window.notices.cards
    assert card.notice.actions == ("run_before",)
    controller.documents.exchange()
    assert controller.session.run.token_ids.tolist() == [3, 4]
    controller.window.close()


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
    states = run.stacked("resid")
    assert states is not None
    monkeypatch.setattr(left_runs, "LARGEST", states.nbytes - 1)
    assert left_runs.leave(run) is None


@pytest.mark.parametrize("gone", [("attn",), ("attn", "neurons")])
def test_what_can_be_computed_again_is_left_out_of_a_run_that_is_too_large(
    cache: Path, monkeypatch: pytest.MonkeyPatch, gone: tuple[str, ...]
) -> None:
    run = one_step()
    kept = [name for name in ("resid", "neurons", "attn") if name not in gone]
    monkeypatch.setattr(left_runs, "LARGEST", sum(getattr(node, name).nbytes for node in run.nodes for name in kept))
    path = left_runs.leave(run)
    assert path is not None
    found = load_run(path)
    assert found.token_ids.tolist() == run.token_ids.tolist()
    for node, before in zip(found.nodes, run.nodes, strict=True):
        assert all(np.array_equal(getattr(node, name), getattr(before, name)) for name in kept)
        assert all(getattr(node, name) is None and getattr(before, name) is not None for name in gone)


def test_run_files_of_models_with_a_description_are_kept_too() -> None:
    run = one_step()
    run.info, run.vocabulary = tiny_info(tiny_vocabulary()), tiny_vocabulary()
    assert left_runs.leave(run) is not None


@pytest.mark.parametrize(
    ("prompt", "told"),
    [
        ("The best thing about AI is its ability to learn", "The best thing about AI is its ability…"),
        ("The best thing about AI is its ability to", "The best thing about AI is its ability…"),
        ("one two three four five six seven eight n", "one two three four five six seven eight…"),
        ("one two three four five six seven eight", "one two three four five six seven eight"),
        ("词" * 50, "词" * 40 + "…"),
        ("short, and with: signs", "short and with signs"),
    ],
)
def test_a_run_is_named_by_whole_words_of_its_prompt(cache: Path, prompt: str, told: str) -> None:
    run = one_step()
    run.prompt = prompt
    path = left_runs.leave(run)
    assert path is not None
    assert left_runs.told(path)[0] == told
    assert load_run(path).prompt == prompt

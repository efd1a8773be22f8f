"""Views are found by their files; one that cannot be loaded costs itself and a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import viz
from viz import registry


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A second folder of `viz`, looked into as the real one is."""
    monkeypatch.setattr(viz, "__path__", [*viz.__path__, str(tmp_path)])
    registry.forget()
    yield tmp_path
    registry.forget()


GOOD = "from viz.view import View\nclass Good(View):\n    name = 'good_one'\n    title = 'Good'\n    area = 'right'\n"


def test_a_bad_file_costs_its_view_and_a_sentence(folder: Path) -> None:
    (folder / "good_one_view.py").write_text(GOOD, "utf-8")
    (folder / "bad_one_view.py").write_text("raise NameError('no such thing')\n", "utf-8")
    (folder / "worse_one_view.py").write_text("def (\n", "utf-8")
    views = registry.all_views()
    assert {"meaning_space", "next_token", "good_one"} <= set(views)
    first, second = registry.problems()
    assert "viz/bad_one_view.py" in first
    assert "NameError: no such thing" in first
    assert "viz/worse_one_view.py" in second


def test_a_file_named_unlike_its_view_is_told(folder: Path) -> None:
    (folder / "other_name_view.py").write_text(GOOD, "utf-8")
    assert "good_one" in registry.all_views()
    assert registry.problems() == (
        "The view in viz/other_name_view.py is called good_one; a file must be named NAME_view.py as its view is.",
    )


def test_a_few_are_loaded_alone(folder: Path) -> None:
    (folder / "bad_one_view.py").write_text("raise NameError('no such thing')\n", "utf-8")
    assert list(registry.views_in(["next_token", "there_is_none"])) == ["next_token"]


def test_every_view_here_can_be_loaded() -> None:
    views = registry.all_views()
    assert registry.problems() == ()
    assert [*views] == [*registry.ordered(views)]


def test_a_view_is_found_in_a_folder_of_its_own(folder: Path) -> None:
    (folder / "toy").mkdir()
    (folder / "toy" / "__init__.py").write_text("", "utf-8")
    (folder / "toy" / "good_one_view.py").write_text(GOOD, "utf-8")
    assert registry.files()["good_one"] == "viz.toy.good_one_view"
    assert "good_one" in registry.all_views()
    assert registry.problems() == ()

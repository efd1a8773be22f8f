"""Laboratories are found by their folders: what each says of itself fits together, and one that breaks costs itself."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

import viz
from tests.helpers.runs import RUNS
from viz import lab, registry
from viz.intents import Intent, SetOption, ShowViews
from viz.lab import Lab, Place, in_order

ROOT = Path(__file__).resolve().parents[3]
OF_THE_PROGRAM = {"explore", "figure"}  # workspaces that belong to no laboratory
GOOD = """
from viz.lab import Command, Lab, TokenQuestion, Workspace, placed
LAB = Lab(
    "Toy", needs=("run",), workspaces=(Workspace("toy", "Toy", "A toy", order=45),),
    places=placed("toy", "centre", toy_picture=10), words={"toy_picture": ("plaything",)},
    token_questions=(TokenQuestion("toy", "What of {token}?", lambda run, position, token_id: (), first=2),),
    commands=(Command("toy", "engine.labs.toy.command", "play"),),
)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of one more laboratory, looked into as the real ones are."""
    from viz import labs

    made = tmp_path / "labs" / "toy_lab"
    made.mkdir(parents=True)
    (made / "__init__.py").write_text("", "utf-8")
    monkeypatch.setattr(viz, "__path__", [*viz.__path__, str(tmp_path)])
    monkeypatch.setattr(labs, "__path__", [*labs.__path__, str(tmp_path / "labs")])
    lab.forget()
    yield made
    lab.forget()
    for name in [name for name in sys.modules if name.startswith("viz.labs.toy_lab")]:
        del sys.modules[name]


@pytest.fixture(params=[*lab.all_labs()])
def known(request: pytest.FixtureRequest) -> Lab:
    return lab.all_labs()[str(request.param)]


def views_of(name: str) -> set[str]:
    """The views that stand in a laboratory's folder."""
    return {view for view, module in registry.files().items() if module.startswith(f"viz.labs.{name}.")}


def test_every_folder_is_a_laboratory_of_both_processes() -> None:
    assert lab.broken() == {}
    assert set(lab.all_labs()) == {
        path.name for path in (ROOT / "viz" / "labs").iterdir() if (path / "lab.py").exists()
    }
    for name in lab.all_labs():
        assert views_of(name)
        assert find_spec(f"engine.labs.{name}.records") is not None


def test_what_it_says_of_itself_is_there(known: Lab) -> None:
    workspaces = [it.name for one in lab.all_labs().values() for it in one.workspaces]
    assert len({*workspaces}) == len(workspaces)
    assert known.title
    assert {place.view for place in known.places} <= set(registry.files())
    assert {place.workspace for place in known.places} <= {*workspaces} | OF_THE_PROGRAM
    assert set(known.words) <= set(registry.files())
    for workspace in known.workspaces:
        assert workspace.title
        assert workspace.tip
    for command in known.commands:
        assert find_spec(command.module) is not None
        assert command.what


def test_the_views_of_a_laboratory_have_a_place() -> None:
    named = {place.view for one in lab.all_labs().values() for place in one.places}
    assert all(views_of(name) <= named for name in lab.all_labs())


def test_questions_about_a_token_lead_to_views_and_options_that_are_there(known: Lab) -> None:
    run, views = RUNS["branched"](), registry.all_views()
    for question in known.token_questions:
        assert lab.token_question(question.name) is question
        assert "{token}" in question.text
        for position in range(question.first, len(run)):
            for step in question.steps(run, position, int(run.token_ids[position])):
                assert isinstance(step, Intent)
                if isinstance(step, ShowViews):
                    assert set(step.views) <= set(views)
                if isinstance(step, SetOption):
                    assert step.name in {option.name for option in views[step.view].options}


def test_records_of_laboratories_load_neither_qt_nor_numpy() -> None:
    program = (
        "import sys; from viz import lab; assert lab.all_labs(); "
        "print([name for name in ('PySide6', 'numpy', 'torch', 'vispy', 'pyqtgraph') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_one_more_folder_is_one_more_laboratory(folder: Path) -> None:
    (folder / "lab.py").write_text(GOOD, "utf-8")
    toy = lab.all_labs()["toy_lab"]
    assert lab.broken() == {}
    assert "toy" in {command.name for command in lab.commands()}
    assert lab.words_for("toy_picture") == ("plaything", "Toy")
    assert toy.token_questions[0] in lab.token_questions(RUNS["one_step"]())
    assert toy.token_questions[0] not in lab.token_questions(RUNS["empty"]())  # it needs a run


@pytest.mark.parametrize(
    ("text", "why"),
    [("raise NameError('no such thing')", "NameError: no such thing"), ("def (", "SyntaxError"), ("LAB = 3", "int")],
)
def test_a_broken_one_costs_what_it_says_and_a_sentence(folder: Path, text: str, why: str) -> None:
    before = set(lab.all_labs())
    lab.forget()
    (folder / "lab.py").write_text(text, "utf-8")
    assert set(lab.all_labs()) == before
    assert why in lab.broken()["viz/labs/toy_lab/lab.py"]
    assert any("viz/labs/toy_lab/lab.py" in sentence and why in sentence for sentence in registry.problems())


def test_what_it_needs_is_looked_for_in_the_run() -> None:
    attention, words = Lab("a", needs=("model", "run", "attn")), Lab("w")
    assert attention.has_what_it_needs(RUNS["one_step"]())
    assert not attention.has_what_it_needs(RUNS["empty"]())
    assert not attention.has_what_it_needs(RUNS["no_model"]())
    assert not attention.has_what_it_needs(RUNS["bare"]())  # the model computes no attention
    assert words.has_what_it_needs(RUNS["no_model"]())
    for needs in (("model",), ("attn",)):  # no token is needed for these
        assert Lab("m", needs=needs).has_what_it_needs(RUNS["empty"]())
        assert not Lab("m", needs=needs).has_what_it_needs(RUNS["no_model"]())
    assert Lab("r", needs=("run",)).has_what_it_needs(RUNS["bare"]())
    assert Lab("b", needs=("model", "run")).has_what_it_needs(RUNS["bare"]())


def test_places_stand_in_order_whoever_names_them() -> None:
    one = (Place("late", "here", "right", 30), Place("early", "here", "right", 10), Place("late", "here", "right", 90))
    other = (Place("between", "here", "right", 20), Place("elsewhere", "there", "right", 1))
    assert in_order((*one, *other), "here", "right") == ("early", "between", "late")
    assert in_order((*one, *other), "here", "centre") == ()

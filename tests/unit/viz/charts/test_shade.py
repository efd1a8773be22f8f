"""The token strip coloured by a feature: what is known by node, what is asked, and what is said instead."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.dictionaries.records import DictionaryInfo, FeatureName, Hook
from engine.labs.features.records import AskDictionaries, AskDictionary, Dictionaries, OneDictionary
from engine.labs.watch.records import AskShade, AskWatched, Shade
from engine.questions import Finding, Question, Refused
from engine.run import Run
from tests.helpers.runs import branched, grow, no_model
from viz.charts.strip_frame import TokenStripFrame
from viz.intents import AskLab
from viz.theme import theme
from viz.tokens.token_strip_view import TokenStripView
from viz.ui_state import UiState

INFO = DictionaryInfo("toy", "Toy", Hook("resid", 1), 12, 16, "topk", 5)
OTHER = DictionaryInfo("deep", "Deep", Hook("mlp", 1), 12, 16, "topk", 5)


def tell(run: Run, question: Question, finding: Finding) -> None:
    run.findings[question] = finding
    run.changed += 1


def with_dictionaries(*infos: DictionaryInfo) -> Run:
    run = branched()
    run.run_id = 3
    tell(run, AskDictionaries(), Dictionaries(infos, ("",) * len(infos)))
    return run


def frame(run: Run, feature: FeatureName, playing: bool = False, compare: int | None = None) -> TokenStripFrame:
    ui = UiState(feature=feature, playing=playing, compare=compare)
    return TokenStripView.frame(run, ui.with_option("token_strip", "colour", "feature"))


def shade(nodes: list[int], values: list[float], left_out: tuple[int, ...] = ()) -> Shade:
    return Shade(
        np.array(nodes, np.int32), np.array(values, np.float32)[:, None], np.isin(nodes, left_out)
    )  # fmt: skip


def asked(found: TokenStripFrame) -> list[Question]:
    intents = TokenStripView.wants(found)
    assert all(isinstance(it, AskLab) and it.in_turn for it in intents)
    return [it.question for it in intents if isinstance(it, AskLab)]


def heading(qtbot: QtBot, found: TokenStripFrame, position: int | None = None) -> str:
    view = TokenStripView()
    qtbot.addWidget(view)
    view.paint(found, theme("dark"))
    view.hovered = position
    return view._heading(found)


def test_nothing_is_asked_by_another_colour() -> None:
    run = with_dictionaries(INFO)
    ui = UiState(feature=FeatureName("toy", 2))
    assert TokenStripView.wants(TokenStripView.frame(run, ui)) == ()


def test_first_the_dictionaries_then_the_whole_path_then_what_has_come() -> None:
    run = branched()
    run.run_id = 3
    assert asked(frame(run, FeatureName("", 2))) == [AskDictionaries()]
    tell(run, AskDictionaries(), Dictionaries((OTHER, INFO), ("another model", "")))
    path = list(run.path)
    whole = AskShade("toy", (2,), path[-1], 0)
    assert asked(frame(run, FeatureName("", 2))) == [whole]
    tell(run, whole, shade(path, [float(at) for at in range(len(path))]))
    found = frame(run, FeatureName("", 2))
    assert asked(found) == []
    assert found.values.tolist() == [float(at) for at in range(len(path))]
    assert found.high >= len(path) - 1
    grow(run, (1, 2))
    after = frame(run, FeatureName("", 2))
    assert asked(after) == [AskShade("toy", (2,), run.path[-1], len(path))]
    assert np.isnan(after.values[-2:]).all()
    assert after.values[: len(path)].tolist() == found.values.tolist()


def test_what_was_found_of_others_is_not_shown() -> None:
    run = with_dictionaries(INFO)
    path = list(run.path)
    for question in (AskShade("deep", (2,), path[-1]), AskShade("toy", (3,), path[-1]), AskWatched("toy", (2,), 0)):
        tell(run, question, shade(path, [7.0] * len(path)))
    assert np.isnan(frame(run, FeatureName("toy", 2)).values).all()


def test_while_the_model_writes_only_what_is_recorded_is_asked(qtbot: QtBot) -> None:
    run = with_dictionaries(INFO, OTHER)
    assert len(asked(frame(run, FeatureName("toy", 2), playing=True))) == 1
    waiting = frame(run, FeatureName("deep", 2), playing=True)
    assert asked(waiting) == []
    assert "when the model rests" in heading(qtbot, waiting)
    assert len(asked(frame(run, FeatureName("deep", 2)))) == 1


def test_the_branch_that_is_compared_is_asked_for_too() -> None:
    run = with_dictionaries(INFO)
    other = next(node for node in range(len(run.nodes)) if node not in run.path and not run.nodes[node].children)
    found = frame(run, FeatureName("toy", 2), compare=other)
    nodes = [question.node for question in asked(found) if isinstance(question, AskShade)]
    assert nodes == [run.path[-1], other]


def test_the_value_is_said_and_so_is_an_outlier(qtbot: QtBot) -> None:
    run = with_dictionaries(INFO)
    path = list(run.path)
    values = [0.0, 3.25, *[0.0] * (len(path) - 2)]
    tell(run, AskShade("toy", (2,), path[-1]), shade(path, values, (path[0],)))
    found = frame(run, FeatureName("toy", 2))
    assert "activation of F2 3.25" in heading(qtbot, found, 1)
    assert "outlier" in heading(qtbot, found, 0)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda run: tell(run, AskDictionaries(), Dictionaries((), ())), "No dictionary fits"),
        (lambda run: tell(run, AskDictionaries(), Dictionaries((INFO,), ("",))), "No feature is chosen"),
        (lambda run: tell(run, AskDictionaries(), Refused("It is broken.")), "It is broken."),
    ],
)
def test_a_sentence_where_there_is_nothing(qtbot: QtBot, change: Callable[[Run], None], said: str) -> None:
    run = branched()
    run.run_id = 3
    change(run)
    found = frame(run, FeatureName("", -1))
    assert asked(found) == []
    assert len(found.values) == 0
    assert said in heading(qtbot, found)


def test_a_dictionary_of_ones_own_is_asked_for_by_its_name() -> None:
    run = with_dictionaries()
    name = FeatureName("/mine.safetensors", 1)
    assert asked(frame(run, name)) == [AskDictionary("/mine.safetensors")]
    mine = DictionaryInfo("/mine.safetensors", "Mine", Hook("resid", 0), 4, 16, "topk", 2)
    tell(run, AskDictionary(mine.name), OneDictionary(mine, ""))
    assert asked(frame(run, name)) == [AskShade(mine.name, (1,), run.path[-1], 0)]
    tell(run, AskDictionary(mine.name), OneDictionary(mine, "It is of another model."))
    assert frame(run, name).shade is not None
    assert frame(run, name).shade.why == "It is of another model."  # type: ignore[union-attr]


def test_a_refusal_is_said(qtbot: QtBot) -> None:
    run = with_dictionaries(INFO)
    tell(run, AskShade("toy", (99,), run.path[-1]), Refused("There is no feature 99."))
    found = frame(run, FeatureName("toy", 99))
    assert "There is no feature 99." in heading(qtbot, found)
    assert len(found.values) == 0


def test_a_files_run_may_be_handed_over() -> None:
    run = with_dictionaries(INFO)
    run.run_id = 0
    found = frame(run, FeatureName("toy", 2))
    assert asked(found) == []
    assert TokenStripView.lacks(found)
    assert not TokenStripView.lacks(TokenStripView.frame(run, UiState()))
    assert frame(no_model(), FeatureName("toy", 2)).shade is not None

"""Activations along the run, against the dictionary's arithmetic by hand on states of a plain forward."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.dictionaries import files
from engine.dictionaries.records import Hook
from engine.errors import InputRefused
from engine.generation.session import Session
from engine.generation.settings import Settings
from engine.labkit.dispatch import answer
from engine.labs.watch.records import AskShade, AskWatched, Shade
from engine.records import Change, Plan, Site
from tests.helpers.dictionaries import by_hand
from tests.helpers.sessions import GREEDY, PROMPT, begun, hooks_on, tiny_session
from tests.helpers.steering import dictionary_file
from tests.helpers.workbench import bench

NODE = len(PROMPT) - 1
FEATURES = tuple(range(0, 48, 5))
HOOK = Hook("resid", 1)


def ready() -> Session:
    session = tiny_session()
    begun(session)
    return session


def shaded(question: AskShade, session: Session) -> Shade:
    found = answer(question, bench(session))
    assert isinstance(found, Shade)
    return found


def states(session: Session, ids: list[int]) -> torch.Tensor:
    with torch.inference_mode():
        made = session.model(input_ids=torch.tensor([ids]), output_hidden_states=True)
    found: torch.Tensor = made.hidden_states[HOOK.layer + 1][0]
    return found


@pytest.mark.parametrize("kind", [AskShade, AskWatched])
def test_activations_are_those_of_the_runs_states(tmp_path: Path, kind: type[AskShade]) -> None:
    session = ready()
    dictionary, name = dictionary_file(tmp_path, session.anatomy.d_model, HOOK)
    before = hooks_on(session.model)  # the recorder's
    found = shaded(kind(name, FEATURES, NODE), session)
    assert hooks_on(session.model) == before
    expected = by_hand(dictionary, states(session, PROMPT.tolist()))[0][:, list(FEATURES)]
    assert np.count_nonzero(expected)
    np.testing.assert_allclose(found.values, expected, atol=2e-5)
    assert found.nodes.tolist() == session.tree.path(NODE)
    assert not found.left_out.any()


def test_what_has_come_is_asked_alone_and_is_what_the_whole_says(tmp_path: Path) -> None:
    session = ready()
    _, name = dictionary_file(tmp_path, session.anatomy.d_model, HOOK)
    parts = [shaded(AskShade(name, FEATURES, NODE), session)]
    for _ in range(3):
        session.step()
        node = session.current
        parts.append(shaded(AskShade(name, FEATURES, node, session.tree.positions[node]), session))
    whole = shaded(AskShade(name, FEATURES, session.current), session)
    assert [len(it.nodes) for it in parts[1:]] == [1, 1, 1]
    np.testing.assert_array_equal(np.concatenate([it.nodes for it in parts]), whole.nodes)
    np.testing.assert_allclose(np.concatenate([it.values for it in parts]), whole.values, atol=1e-6)


def test_they_follow_the_runs_interventions(tmp_path: Path) -> None:
    session = ready()
    _, name = dictionary_file(tmp_path, session.anatomy.d_model, HOOK)
    plain = shaded(AskShade(name, FEATURES, NODE), session)
    session.begin(Settings(GREEDY, plan=Plan((Change(Site("mlp", 0), 0.0),))))
    list(session.prefill(PROMPT))
    assert not np.allclose(shaded(AskShade(name, FEATURES, NODE), session).values, plain.values)


@pytest.mark.parametrize("kind", ["attention", "mlp"])
def test_what_is_not_recorded_is_computed(tmp_path: Path, kind: str) -> None:
    session = ready()
    hook = Hook(kind, 1)  # type: ignore[arg-type]
    dictionary, name = dictionary_file(tmp_path, session.anatomy.d_model, hook)
    seen: list[torch.Tensor] = []
    block = session.anatomy.blocks[1]
    module = block.attention_write if kind == "attention" else block.mlp_write
    assert module is not None
    handle = module.register_forward_hook(lambda _m, _a, out: seen.append(out[0] if isinstance(out, tuple) else out))
    with torch.inference_mode():
        session.model(input_ids=torch.tensor([PROMPT.tolist()]))
    handle.remove()
    expected = by_hand(dictionary, seen[0][0])[0][2:, list(FEATURES)]
    found = shaded(AskShade(name, FEATURES, NODE, 2), session)
    np.testing.assert_allclose(found.values, expected, atol=2e-5)
    assert hooks_on(session.model) == 0


def test_an_outlier_is_left_out(tmp_path: Path) -> None:
    session = ready()
    dictionary, _ = dictionary_file(tmp_path, session.anatomy.d_model, HOOK)
    norms = states(session, PROMPT.tolist()).norm(dim=1)
    longest = float(norms.sort().values[-2:].mean())  # between the two longest
    path = tmp_path / "short.safetensors"
    files.save(path, replace(dictionary, info=replace(dictionary.info, longest=longest)))
    found = shaded(AskShade(str(path), FEATURES, NODE), session)
    assert found.left_out.tolist() == (norms > longest).tolist()
    assert found.left_out.sum() == 1
    assert not found.values[found.left_out].any()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (AskShade("", (48,), NODE), "no feature 48"),
        (AskShade("", (0,), 99), "no token number 99"),
        (AskShade("", (0,), -1), "no text yet"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, question: AskShade, said: str) -> None:
    session = ready()
    _, name = dictionary_file(tmp_path, session.anatomy.d_model, HOOK)
    with pytest.raises(InputRefused, match=said):
        answer(replace(question, dictionary=name), bench(session))


def test_a_dictionary_that_is_not_there_is_refused() -> None:
    session = ready()
    with pytest.raises(InputRefused, match="no dictionary"):
        answer(AskShade("/nowhere.safetensors", (0,), NODE), bench(session))

"""The dial against plain forwards of the library, a text at a time, with hooks made by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor
from transformers import PreTrainedModel

from engine.errors import InputRefused, Stopped
from engine.generation.sampling import draw
from engine.generation.session import Session
from engine.labkit.workbench import Workbench
from engine.labs.steering import dial as dial_module
from engine.labs.steering.dial import dial
from engine.labs.steering.frozen import why_not_frozen
from engine.labs.steering.interventions import random_direction
from engine.labs.steering.records import AskDial, DialFound, FeatureChange, SteeringVector
from engine.records import Positions, Sampling, Since
from tests.helpers.families import FAMILIES, paths
from tests.helpers.sessions import GREEDY, PROMPT, begun, hooks_on, tiny_session
from tests.helpers.steering import HOOK, dictionary_file, feature_change, vector_of
from tests.helpers.workbench import bench

LAST = len(PROMPT) - 1
N = 5
SAMPLED = Sampling(temperature=1.0, seed=3)
STRENGTHS = (0.0, 1.0, 4.0)


def _session(family: str = "llama") -> Session:
    session = tiny_session(family)
    begun(session)
    return session


def _bench(session: Session) -> Workbench:
    """No token ends a text."""
    made = bench(session)
    return replace(made, info=replace(made.info, eos_ids=()))


def _ask(session: Session, sampling: Sampling = GREEDY, **more: Any) -> AskDial:
    width = session.anatomy.d_model
    return AskDial(vector_of(width), vector_of(width, seed=4), LAST, STRENGTHS, N, sampling, seconds=60.0, **more)


def _rows(positions: Positions, length: int) -> list[int]:
    if positions is None:
        return list(range(length))
    return list(range(positions.position, length)) if isinstance(positions, Since) else list(positions)


@contextmanager
def _hooked(model: PreTrainedModel, family: str, change: SteeringVector, strength: float) -> Iterator[None]:
    """A vector added by torch's own hook."""

    def after(_module: object, _args: object, output: Any) -> Any:
        states = (output[0] if isinstance(output, tuple) else output).clone()
        rows = _rows(change.positions, states.shape[1])
        states[:, rows] += strength * torch.tensor(change.vector)
        return (states, *output[1:]) if isinstance(output, tuple) else states

    handle = model.get_submodule(paths(family, HOOK.layer)[0]).register_forward_hook(after)
    try:
        yield
    finally:
        handle.remove()


def _logits(model: PreTrainedModel, ids: list[int]) -> np.ndarray[Any, np.dtype[np.float32]]:
    with torch.inference_mode():
        found: np.ndarray[Any, np.dtype[np.float32]] = (
            model(input_ids=torch.tensor([ids]), use_cache=False).logits[0].float().numpy()
        )
    return found


def _by_hand(
    logits: Callable[[list[int]], np.ndarray[Any, Any]], intact: PreTrainedModel, sampling: Sampling
) -> tuple[list[int], float]:
    """What is written, and its perplexity under the intact model, one whole forward a token."""
    ids = PROMPT.tolist()
    for _ in range(N):
        ids.append(draw(logits(ids)[-1], sampling, np.array(ids, np.int32), len(ids)))
    rows = torch.log_softmax(torch.from_numpy(_logits(intact, ids)).double(), -1)
    nats = [-float(rows[at - 1, ids[at]]) for at in range(len(PROMPT), len(ids))]
    return ids[len(PROMPT) :], float(np.exp(np.mean(nats)))


@pytest.mark.parametrize("sampling", [GREEDY, SAMPLED], ids=["greedy", "sampled"])
@pytest.mark.parametrize("positions", [None, Since(len(PROMPT)), (2, 3)], ids=["all", "generated", "chosen"])
@pytest.mark.parametrize("family", ["llama", "gpt2", "gemma2"])
def test_each_row_is_what_one_text_by_itself_is(family: str, positions: Positions, sampling: Sampling) -> None:
    session = _session(family)
    asked = _ask(session, sampling)
    asked = replace(asked, change=asked.change.with_positions(positions))
    found = dial(asked, _bench(session))
    plain = FAMILIES[family]()
    assert found.variants == ("changed", "frozen", "random")
    for variant, change in ((0, asked.change), (2, asked.control)):
        assert isinstance(change, SteeringVector)
        for at, strength in enumerate(STRENGTHS):
            with _hooked(session.model, family, change.with_positions(positions), strength):
                ids, perplexity = _by_hand(lambda ids: _logits(session.model, ids), plain, sampling)
            assert found.token_ids[variant, at].tolist() == ids
            assert found.perplexity[variant, at] == pytest.approx(perplexity, rel=1e-3)
    assert hooks_on(session.model) == 0
    assert found.done
    assert found.then is None
    np.testing.assert_array_equal(found.prefix, PROMPT)


def _frozen_by_hand(
    session: Session, plain: PreTrainedModel, change: SteeringVector, strength: float, ids: list[int]
) -> np.ndarray[Any, Any]:
    """Logits where every block mixes its own values by the weights that the intact model has on the same tokens."""
    with torch.inference_mode():
        weights = plain(input_ids=torch.tensor([ids]), output_attentions=True, use_cache=False).attentions
    handles = []
    for layer, each in enumerate(weights):
        attention = session.model.get_submodule(f"model.layers.{layer}.self_attn")
        handles.append(attention.register_forward_hook(_mixed(each[0]), with_kwargs=True))
    try:
        with _hooked(session.model, "llama", change, strength):
            return _logits(session.model, ids)
    finally:
        for handle in handles:
            handle.remove()


def _mixed(weights: Tensor) -> Callable[..., Any]:
    """The output of a Llama attention module with these weights [H, T, T]."""

    def after(module: Any, args: Any, kwargs: Any, output: Any) -> Any:
        states = args[0] if args else kwargs["hidden_states"]
        groups = weights.shape[0] // (module.v_proj.out_features // module.head_dim)
        values = module.v_proj(states[0]).view(len(states[0]), -1, module.head_dim).repeat_interleave(groups, dim=1)
        mixed = torch.einsum("hqk,khd->qhd", weights, values).reshape(len(states[0]), -1)
        return (module.o_proj(mixed)[None], *output[1:])

    return after


def test_frozen_attention_mixes_new_values_by_the_intact_models_weights() -> None:
    session = _session()
    plain = FAMILIES["llama"]()
    plain.set_attn_implementation("eager")
    asked = _ask(session)
    found = dial(asked, _bench(session))
    assert found.why_not_frozen == ""
    assert isinstance(asked.change, SteeringVector)
    for at, strength in enumerate(STRENGTHS):
        logits = partial(_frozen_by_hand, session, plain, asked.change, strength)
        ids, perplexity = _by_hand(logits, plain, GREEDY)
        assert found.token_ids[1, at].tolist() == ids
        assert found.perplexity[1, at] == pytest.approx(perplexity, rel=1e-3)
    assert (found.token_ids[1] != found.token_ids[0]).any(), "freezing changes something here, or this tests nothing"


def test_slices_end_at_the_same_text_as_one_whole_answer() -> None:
    session = _session()
    whole = dial(_ask(session, SAMPLED), bench(session))
    asked: AskDial | None = replace(_ask(session, SAMPLED), seconds=0.0)
    slices: list[DialFound] = []
    while asked is not None:
        slices.append(dial(asked, bench(session)))
        asked = slices[-1].then
    assert len(slices) == N
    assert [found.token_ids.shape[-1] for found in slices] == [1, 2, 3, 4, 5]
    np.testing.assert_array_equal(slices[-1].token_ids, whole.token_ids)
    np.testing.assert_allclose(slices[-1].perplexity, whole.perplexity, rtol=1e-4)
    assert slices[-1].asked == slices[0].asked == replace(_ask(session, SAMPLED), seconds=0.0)


def test_a_strength_of_nothing_is_the_intact_model_whatever_is_changed(tmp_path: Path) -> None:
    session = _session()
    dictionary, name = dictionary_file(tmp_path, session.anatomy.d_model)
    change = feature_change(name, dictionary.info.sha256)
    asked = replace(_ask(session), change=change, control=replace(change, control=1), strengths=(0.0, 8.0))
    found = dial(asked, _bench(session))
    ids, perplexity = _by_hand(lambda ids: _logits(session.model, ids), session.model, GREEDY)
    assert found.token_ids[:, 0].tolist() == [ids] * 3
    np.testing.assert_allclose(found.perplexity[:, 0], perplexity, rtol=1e-3)
    assert (found.perplexity[:, 1] > found.perplexity[:, 0]).all()


def test_a_text_that_ends_is_not_gone_on_with() -> None:
    session = _session()
    ids, _ = _by_hand(lambda ids: _logits(session.model, ids), session.model, GREEDY)
    made = bench(session)
    made = replace(made, info=replace(made.info, eos_ids=(ids[2],)))
    found = dial(replace(_ask(session), strengths=(0.0,)), made)
    first = ids.index(ids[2])
    assert found.token_ids[0, 0].tolist() == [*ids[: first + 1], *([-1] * (N - 1 - first))]
    assert np.isnan(found.nats[0, 0, first + 1 :]).all()
    assert found.distinct[0, 0] == pytest.approx(len(set(ids[: first + 1])) / (first + 1))
    assert found.perplexity[0, 0] == pytest.approx(float(np.exp(found.nats[0, 0, : first + 1].mean())))


def test_a_long_text_is_read_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    session = _session()
    whole = dial(_ask(session), bench(session))
    monkeypatch.setattr(dial_module, "CHUNK", 1)
    pieces = dial(_ask(session), bench(session))
    np.testing.assert_array_equal(pieces.token_ids, whole.token_ids)


def test_it_ends_where_a_person_says_so_and_leaves_nothing() -> None:
    session = _session()
    with pytest.raises(Stopped):
        dial(_ask(session), bench(session, stop=True))
    assert hooks_on(session.model) == 0
    assert not any("orrery_attends_as" in module.__dict__ for module in session.model.modules())


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"n_tokens": 0}, "1 to 200 tokens, not 0"),
        ({"n_tokens": 500}, "1 to 200 tokens, not 500"),
        ({"strengths": ()}, "1 to 16 strengths"),
        ({"strengths": (float("nan"),)}, "1 to 16 strengths"),
        ({"node": -1}, "no text to continue"),
        ({"sampling": Sampling(temperature=-1)}, "temperature"),
    ],
)
def test_what_cannot_be_done_is_said(more: dict[str, Any], sentence: str) -> None:
    session = _session()
    with pytest.raises(InputRefused, match=sentence):
        dial(replace(_ask(session), **more), bench(session))


def test_too_long_and_too_much_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    session = _session()
    made = bench(session)
    with pytest.raises(InputRefused, match="no room for 5 more"):
        dial(_ask(session), replace(made, info=replace(made.info, context=10)))
    monkeypatch.setattr(dial_module, "MOST_BYTES", 1000)
    with pytest.raises(InputRefused, match=r"would take 0\.0 GB"):
        dial(_ask(session), made)


def test_a_model_whose_attention_is_its_own_says_so() -> None:
    session = _session()
    ids = torch.from_numpy(PROMPT.astype(np.int64))
    assert why_not_frozen(session.model, session.anatomy, ids) == ""
    blocks = (replace(session.anatomy.blocks[0], attention=None), *session.anatomy.blocks[1:])
    assert "does not recognise" in why_not_frozen(session.model, replace(session.anatomy, blocks=blocks), ids)


def test_the_controls_of_a_kind_are_as_large() -> None:
    one = vector_of(32)
    length = float(np.linalg.norm(one.vector))
    control = replace(one, vector=random_direction(32, 1) * np.float32(length))
    assert np.linalg.norm(control.vector) == pytest.approx(length, rel=1e-5)
    assert isinstance(control.with_strength(2.0), SteeringVector)
    assert FeatureChange("a", "b", HOOK, 1).dial.neutral == 0.0

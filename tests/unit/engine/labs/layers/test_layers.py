"""The lens against a plain forward and definitions in numpy; what parts write against the residual stream."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from scipy.spatial.distance import jensenshannon

from engine.capture.replay import unembed
from engine.errors import InputRefused, Stopped
from engine.generation.session import Session
from engine.labkit import dispatch
from engine.labkit.workbench import Workbench
from engine.labs.layers import lens_and_writes, lens_apart
from engine.labs.layers.records import AskLens, AskLensApart, AskWrites
from engine.records import F32, Change, Plan, Site
from tests.helpers.families import FAMILIES
from tests.helpers.sessions import PROMPT, begun, hooks_on, plain_logits, stepped, tiny_session

SOME = ("llama", "gpt2", "gemma2", "gpt_neox", "bloom", "olmo2", "falcon", "phi3-sliding")


def bench(session: Session, stop: bool = False) -> Workbench:
    return Workbench(session, None, None, None, lambda *_: None, lambda: stop)  # type: ignore[arg-type]


def softmax(logits: F32) -> F32:
    powers = np.exp(logits.astype(np.float64) - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)


@pytest.mark.parametrize("family", SOME)
def test_the_last_row_is_the_models_own_output(family: str) -> None:
    session = tiny_session(family)
    run = begun(session)[0]
    lens = lens_and_writes.read_layers(AskLens(len(PROMPT) - 1, 0), bench(session))
    probs = softmax(plain_logits(session.model, PROMPT))  # [T, V], an independent uncached forward
    k = lens.ids.shape[-1]
    np.testing.assert_array_equal(lens.ids[-1, :, 0], probs.argmax(axis=-1))
    np.testing.assert_allclose(lens.probs[-1], -np.sort(-probs, axis=-1)[:, :k], atol=1e-5)
    np.testing.assert_allclose(lens.entropy[-1], -(probs * np.log2(probs)).sum(axis=-1), atol=1e-4)
    np.testing.assert_array_equal(lens.ids[-1, :, 0], run.next_ids[:, 0])
    assert (lens.final_rank[-1] == 0).all()
    np.testing.assert_allclose(lens.final_probs[-1], lens.probs[-1, :, 0])


def test_every_row_is_norm_and_unembedding_of_the_state_in_numpy() -> None:
    session = tiny_session("llama")
    resid = begun(session)[0].resid
    assert resid is not None
    model = session.model
    scale, matrix = model.model.norm.weight.detach().numpy(), model.lm_head.weight.detach().numpy()
    lens = lens_and_writes.read_layers(AskLens(len(PROMPT) - 1, 2), bench(session))
    for row in range(resid.shape[1]):
        states = resid[2:, row]
        rms = np.sqrt((states**2).mean(axis=-1, keepdims=True) + model.config.rms_norm_eps)
        probs = softmax((states / rms * scale) @ matrix.T)  # [W, V]
        np.testing.assert_allclose(lens.probs[row], np.take_along_axis(probs, lens.ids[row], 1), atol=1e-5)
        final = lens.ids[-1, :, 0]
        at = probs[np.arange(len(final)), final]
        np.testing.assert_allclose(lens.final_probs[row], at, atol=1e-5)
        np.testing.assert_array_equal(lens.final_rank[row], (probs > at[:, None] + 1e-7).sum(axis=1))


def test_two_branches_differ_by_the_divergence_that_scipy_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each branch's probabilities from a plain forward's states, through norm and unembedding in numpy."""
    session = tiny_session("llama")
    begun(session)
    ends, paths = [], []
    for token in (41, 42):
        made = session.branch(4, token)
        assert made is not None
        stepped(session, 2)
        ends.append(session.current)
        paths.append(session.tree.ids(session.tree.path(session.current)).astype(np.int64))
    ask = AskLensApart(ends[0], ends[1], 4)
    model, eps = session.model, session.model.config.rms_norm_eps
    scale, matrix = model.model.norm.weight.detach().numpy(), model.lm_head.weight.detach().numpy()
    entering: list[np.ndarray[tuple[int, ...], np.dtype[np.float32]]] = []
    handles = [
        block.register_forward_pre_hook(lambda _m, args, kwargs: entering.append(args[0][0].numpy()), with_kwargs=True)
        for block in model.model.layers
    ]
    with torch.inference_mode():
        for path in paths:
            model(input_ids=torch.from_numpy(path)[None], use_cache=False)
    for handle in handles:
        handle.remove()
    rows = len(entering) // 2
    found = lens_apart.read_apart(ask, bench(session))
    assert found.bits.shape == (rows + 1, 4)
    for row in range(rows):
        one, other = (
            softmax(states / np.sqrt((states**2).mean(-1, keepdims=True) + eps) * scale @ matrix.T)
            for states in (entering[row][4:], entering[rows + row][4:])
        )
        expected = jensenshannon(one.astype(np.float64), other.astype(np.float64), base=2, axis=1) ** 2
        np.testing.assert_allclose(found.bits[row], expected, atol=1e-5)
    last = [softmax(plain_logits(model, path.astype(np.int32)))[4:].astype(np.float64) for path in paths]
    np.testing.assert_allclose(found.bits[-1], jensenshannon(*last, base=2, axis=1) ** 2, atol=1e-5)
    assert found.bits[:, 0].max() < 1e-6, "both share the token before the fork"
    assert found.bits[:, 1:].max() > 0
    monkeypatch.setattr(lens_apart, "LOGITS_AT_ONCE", 1)  # one layer at a time
    np.testing.assert_allclose(lens_apart.read_apart(ask, bench(session)).bits, found.bits, atol=1e-6)
    with pytest.raises(InputRefused, match="position by position"):
        lens_apart.read_apart(AskLensApart(ends[0], 3, 2), bench(session))
    with pytest.raises(Stopped):
        lens_apart.read_apart(ask, bench(session, stop=True))


def test_the_divergence_bears_what_a_model_forbids() -> None:
    one = torch.tensor([[0.0, -torch.inf, 0.0, -torch.inf], [0.0, 0.0, -torch.inf, -torch.inf]])
    other = torch.tensor([[-torch.inf, 0.0, -torch.inf, 0.0], [0.0, 0.0, -torch.inf, -torch.inf]])
    assert lens_apart._divergence(one, other).tolist() == pytest.approx([1.0, 0.0], abs=1e-6)


def test_few_layers_at_once_give_what_all_at_once_give(monkeypatch: pytest.MonkeyPatch) -> None:
    session = tiny_session("llama")
    begun(session)
    whole = lens_and_writes.read_layers(AskLens(7, 0), bench(session))
    monkeypatch.setattr(lens_and_writes, "LOGITS_AT_ONCE", 1)  # one layer at a time
    parts = lens_and_writes.read_layers(AskLens(7, 0), bench(session))
    np.testing.assert_array_equal(whole.ids, parts.ids)
    np.testing.assert_allclose(whole.probs, parts.probs, atol=1e-6)
    np.testing.assert_allclose(whole.entropy, parts.entropy, atol=1e-5)


def test_no_more_logits_than_the_bound_exist_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    session = tiny_session("llama")
    begun(session)
    seen: list[int] = []

    def counted(model: torch.nn.Module, anatomy: object, states: torch.Tensor) -> torch.Tensor:
        seen.append(len(states) * session.anatomy.vocab_size)
        return unembed(model, anatomy, states)  # type: ignore[arg-type]

    monkeypatch.setattr(lens_and_writes, "unembed", counted)
    monkeypatch.setattr(lens_and_writes, "LOGITS_AT_ONCE", 97 * 8 * 2)
    lens_and_writes.read_layers(AskLens(7, 0), bench(session))
    assert len(seen) == 3  # five rows, two at a time
    assert max(seen) <= 97 * 8 * 2


def test_a_span_asked_for_later_is_the_same_as_part_of_the_whole() -> None:
    session = tiny_session("llama")
    begun(session)
    stepped(session, 4)
    whole = lens_and_writes.read_layers(AskLens(11, 0), bench(session))
    part = lens_and_writes.read_layers(AskLens(9, 5), bench(session))
    np.testing.assert_array_equal(part.ids, whole.ids[:, 5:10])
    np.testing.assert_allclose(part.final_probs, whole.final_probs[:, 5:10], atol=1e-6)


@pytest.mark.parametrize("family", SOME)
def test_what_the_parts_write_explains_the_stream(family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    session = tiny_session(family)
    begun(session)
    resid = stepped(session, 3)
    assert resid
    path = session.tree.path(10)
    states = np.stack([session.tree.resid[node] for node in path])  # [T, L+1, D]
    monkeypatch.setattr(lens_and_writes, "CHUNK", 4)
    found = lens_and_writes.measure_writes(AskWrites(10), bench(session))
    np.testing.assert_allclose(found.stream, np.linalg.norm(states, axis=-1).T, rtol=1e-3, atol=1e-3)
    added = np.linalg.norm(np.diff(states, axis=1), axis=-1).T
    np.testing.assert_allclose(found.both, added, rtol=1e-3, atol=1e-3)
    assert (found.remainder <= 1e-4 * found.stream[1:] + 1e-4).all()
    assert (found.attention > 0).all()
    assert (found.mlp > 0).all()
    assert hooks_on(session.model) == 0


def test_chunks_give_what_one_forward_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    session = tiny_session("mistral")
    begun(session)
    stepped(session, 6)
    one = lens_and_writes.measure_writes(AskWrites(13), bench(session))
    monkeypatch.setattr(lens_and_writes, "CHUNK", 3)
    many = lens_and_writes.measure_writes(AskWrites(13), bench(session))
    for name in ("attention", "mlp", "both", "stream"):
        np.testing.assert_allclose(getattr(one, name), getattr(many, name), rtol=1e-4, atol=1e-5)


def test_a_part_that_is_switched_off_writes_nothing() -> None:
    session = tiny_session("llama")
    begun(session, plan=Plan((Change(Site("mlp", 1), 0.0),)))
    found = lens_and_writes.measure_writes(AskWrites(7), bench(session))
    assert (found.mlp[1] == 0).all()
    assert (found.mlp[0] > 0).all()


def test_what_cannot_be_read_is_refused_and_a_stop_leaves_no_hook() -> None:
    session = tiny_session("llama")
    begun(session)
    for question in (AskLens(7, 8), AskLens(7, -1), AskLens(99, 0), AskLens(-1, 0)):
        with pytest.raises(InputRefused):
            lens_and_writes.read_layers(question, bench(session))
    with pytest.raises(InputRefused):
        lens_and_writes.measure_writes(AskWrites(-1), bench(session))
    with pytest.raises(Stopped):
        lens_and_writes.measure_writes(AskWrites(7), bench(session, stop=True))
    with pytest.raises(Stopped):
        lens_and_writes.read_layers(AskLens(7, 0), bench(session, stop=True))
    assert hooks_on(session.model) == 0


def test_the_registry_knows_the_questions() -> None:
    assert dispatch.answerer_of(AskLens) is lens_and_writes.read_layers
    assert dispatch.answerer_of(AskWrites) is lens_and_writes.measure_writes
    assert set(SOME) <= set(FAMILIES)

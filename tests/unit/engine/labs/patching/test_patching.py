"""Patching and tracing against plain forwards with hand-made hooks, place by place."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from engine.errors import InputRefused, Stopped
from engine.generation.session import Session
from engine.labs.patching import answers as patching
from engine.labs.patching.records import AskPatching, AskTracing
from tests.helpers.families import FAMILIES, paths
from tests.helpers.sessions import hooks_on, session_of, tiny_session
from tests.helpers.workbench import bench

A, B = "5 17 60 33 8 71", "5 17 22 33 8 71"


def ids(text: str) -> torch.Tensor:
    return torch.tensor([[int(word) for word in text.split()]])


def logits_of(session: Session, text: str, module: Any = None, values: torch.Tensor | None = None, at: int = 0,
              output: bool = True) -> torch.Tensor:  # fmt: skip
    """[V] after the text, with one position of a module's output (or of the states it is given) put in."""

    def after(_m: Any, _args: Any, out: Any) -> Any:
        assert values is not None
        changed = (out[0] if isinstance(out, tuple) else out).clone()
        changed.view(-1, changed.shape[-1])[at] = values  # some families have no batch axis here
        return (changed, *out[1:]) if isinstance(out, tuple) else changed

    def before(_m: Any, args: Any, kwargs: Any) -> Any:
        assert values is not None
        states = (args[0] if args else kwargs["hidden_states"]).clone()
        states[0, at] = values
        return ((states, *args[1:]), kwargs) if args else (args, {**kwargs, "hidden_states": states})

    handle = None
    if module is not None:
        handle = (
            module.register_forward_hook(after)
            if output
            else module.register_forward_pre_hook(before, with_kwargs=True)
        )
    try:
        with torch.no_grad():
            found: torch.Tensor = session.model(input_ids=ids(text), use_cache=False).logits[0, -1]
            return found
    finally:
        if handle is not None:
            handle.remove()


def kept(session: Session, text: str, module: Any, output: bool = True) -> torch.Tensor:
    """[T, D] of a module's output, or of the states it is given."""
    found: list[torch.Tensor] = []

    def after(_m: Any, _args: Any, out: Any) -> None:
        whole = out[0] if isinstance(out, tuple) else out
        found.append(whole.reshape(-1, whole.shape[-1]).clone())

    def before(_m: Any, args: Any, kwargs: Any) -> None:
        found.append((args[0] if args else kwargs["hidden_states"])[0].clone())

    handle = (
        module.register_forward_hook(after) if output else module.register_forward_pre_hook(before, with_kwargs=True)
    )
    with torch.no_grad():
        session.model(input_ids=ids(text), use_cache=False)
    handle.remove()
    return found[0]


@pytest.mark.parametrize("family", ["llama", "gpt2", "gpt_neox", "gemma2", "opt"])
@pytest.mark.parametrize("part", ["state", "attention", "mlp"])
def test_patching_is_what_hand_made_hooks_give(family: str, part: str) -> None:
    session = tiny_session(family)
    found = patching.patch(AskPatching(A, B, part, "11", "30"), bench(session))  # type: ignore[arg-type]
    assert found.differs.tolist() == [2]
    assert np.isnan(found.values[:, :2]).all()
    of_a, of_b = (float(row[11] - row[30]) for row in (logits_of(session, A), logits_of(session, B)))
    assert found.clean == pytest.approx(of_a, abs=1e-4)
    assert found.spoiled == pytest.approx(of_b, abs=1e-4)
    for layer, at in ((0, 2), (1, 3), (2, 5)):
        block = session.anatomy.blocks[layer]
        module = {"state": block.module, "attention": block.attention_write, "mlp": block.mlp_write}[part]
        values = kept(session, A, module, part != "state")[at]
        row = logits_of(session, B, module, values, at, part != "state")
        expected = (float(row[11] - row[30]) - of_b) / (of_a - of_b)
        assert found.values[layer, at] == pytest.approx(expected, abs=2e-3)
    assert session.model.get_submodule(paths(family, 0)[0]) is session.anatomy.blocks[0].module
    assert hooks_on(session.model) == 0


def test_the_last_layers_last_state_carries_everything() -> None:
    """Put in at every position of layer 0, A's states make B into A; so does A's last state entering the last block
    where only that block is left and the head looks at the last position alone, up to what attention still mixes."""
    session = tiny_session("llama")
    found = patching.patch(AskPatching(A, B, "state", "11", "30"), bench(session))
    assert found.values[0, 2] == pytest.approx(1.0, abs=1e-4)  # the only position that differs, at the bottom
    assert found.values[0, 3] == pytest.approx(0.0, abs=1e-4)  # the same token in both


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_after_the_last_layer_the_last_position_holds_everything_and_the_others_nothing(family: str) -> None:
    session = tiny_session(family)
    found = patching.patch(AskPatching(A, B, "state", "11", "30"), bench(session))
    assert found.values.shape == (session.anatomy.n_layers + 1, 6)
    np.testing.assert_allclose(found.values[-1, 2:], [0, 0, 0, 1], atol=2e-3)
    traced = patching.trace(AskTracing(A, "17", "11", draws=2), bench(session))
    clean = float(torch.softmax(logits_of(session, A), -1)[11])  # the model's own next-token probability
    np.testing.assert_allclose(traced.values[-1, 1:], [traced.spoiled] * 4 + [clean], atol=1e-5)
    assert hooks_on(session.model) == 0


def test_small_batches_give_the_same_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    session = tiny_session("llama")
    whole = patching.patch(AskPatching(A, B, "mlp", "11", "30"), bench(session))
    monkeypatch.setattr(patching, "TOKENS_AT_ONCE", 7)
    parted = patching.patch(AskPatching(A, B, "mlp", "11", "30"), bench(session))
    np.testing.assert_allclose(parted.values, whole.values, atol=1e-4)


def test_tracing_spoils_the_subject_alone_and_restores_one_place() -> None:
    session = tiny_session("llama")
    ask = AskTracing("5 17 60 33 8", "17 60", "11", draws=3, noise=2.0, seed=4)
    found = patching.trace(ask, bench(session))
    model: Any = session.model
    assert found.differs.tolist() == [1, 2]
    clean = torch.softmax(logits_of(session, "5 17 60 33 8"), -1)[11]
    assert found.clean == pytest.approx(float(clean), abs=1e-5)
    spread = 2.0 * float(model.get_input_embeddings().weight.detach().std())
    noise = torch.randn((3, 2, 32), generator=torch.Generator().manual_seed(4)) * spread
    block, last = model.model.layers[0], model.model.layers[3]
    states = kept(session, "5 17 60 33 8", block, False)
    restored = kept(session, "5 17 60 33 8", last, False)[4]
    spoiled, back = [], []
    for draw in range(3):

        def spoil(_m: Any, args: Any, draw: int = draw) -> Any:
            given = states[None].clone()
            given[0, 1:3] += noise[draw]
            return (given, *args[1:])

        handle = block.register_forward_pre_hook(spoil)
        spoiled.append(float(torch.softmax(logits_of(session, "5 17 60 33 8"), -1)[11]))
        back.append(float(torch.softmax(logits_of(session, "5 17 60 33 8", last, restored, 4, False), -1)[11]))
        handle.remove()
    assert found.spoiled == pytest.approx(np.mean(spoiled), abs=1e-5)
    assert found.values[3, 4] == pytest.approx(np.mean(back), abs=1e-5)
    assert np.isnan(found.values[:, 0]).all()
    assert hooks_on(session.model) == 0


def test_a_window_as_wide_as_the_model_restores_the_part_in_every_layer() -> None:
    session = tiny_session("llama")
    one = patching.trace(AskTracing("5 17 60 33 8", "60", "11", "mlp", 1, draws=2), bench(session))
    wide = patching.trace(AskTracing("5 17 60 33 8", "60", "11", "mlp", 4, draws=2), bench(session))
    assert (one.window, wide.window) == (1, 4)
    assert not np.allclose(one.values[1, 2:], wide.values[2, 2:])
    again = patching.trace(AskTracing("5 17 60 33 8", "60", "11", "mlp", 4, draws=2), bench(session))
    np.testing.assert_array_equal(wide.values, again.values)  # the seed decides


def test_refused_in_words_and_stopped() -> None:
    from tests.helpers.families import OTHERS

    session = tiny_session("llama")
    for ask, word in (
        (AskPatching(A, B + " 9"), "A has 6 and B has 7"),
        (AskPatching(A, A), "the same"),
        (AskPatching(A, B, "state", "11", "11"), "same token"),
        (AskPatching("", B), "empty"),
        (AskPatching(A, B, "heads"), "must be one of"),  # type: ignore[arg-type]
    ):
        with pytest.raises(InputRefused, match=word):
            patching.patch(ask, bench(session))
    for tracing in (AskTracing(A, "99"), AskTracing(A, ""), AskTracing(A, "17", draws=0), AskTracing(A, "17", noise=0)):
        with pytest.raises(InputRefused):
            patching.trace(tracing, bench(session))
    with pytest.raises(Stopped):
        patching.patch(AskPatching(A, B, "state", "11", "30"), bench(session, stop=True))
    with pytest.raises(InputRefused):
        patching.patch(AskPatching(A, B, "attention", "11", "30"), bench(session_of(OTHERS["mamba"]())))
    assert hooks_on(session.model) == 0

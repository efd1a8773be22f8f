"""The ablation lab against plain forwards of the library with hooks made by hand, for every family."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import numpy as np
import pytest
import torch
from transformers import PreTrainedModel

from engine.errors import InputRefused, Stopped
from engine.generation.session import Session
from engine.labkit.dispatch import answerer_of
from engine.labkit.workbench import Workbench
from engine.labs.ablation import answers as ablation
from engine.labs.ablation.records import AskChangedInside, AskChangedNext, AskSweep
from engine.records import F32, INTACT, Change, Placed, Plan, Site, Space
from tests.helpers.families import FAMILIES, paths
from tests.helpers.sessions import PROMPT, begun, hooks_on, plain_logits, stepped, tiny_session

LAYER = 1
LAST = len(PROMPT) - 1


def bench(session: Session, stop: Callable[[], bool] = lambda: False, **more: Any) -> Workbench:
    return Workbench(session, None, None, None, lambda *_: None, stop, **more)  # type: ignore[arg-type]


@contextmanager
def by_hand(model: PreTrainedModel, family: str, changes: Sequence[Change], head_dim: int) -> Iterator[None]:
    """The same changes by hooks on the modules that the family's own paths name."""
    with ExitStack() as stack:
        for change in changes:
            _, out, down = paths(family, change.site.layer)
            width = head_dim if change.site.kind == "head" else 1
            columns = slice(change.site.index * width, (change.site.index + 1) * width)
            name = out if change.site.kind == "head" else str(down)

            def edit(
                _module: object, args: tuple[Any, ...], columns: slice = columns, scale: float = change.scale
            ) -> Any:
                values = args[0].clone()
                values[..., columns] *= scale
                return (values, *args[1:])

            stack.callback(model.get_submodule(name).register_forward_pre_hook(edit).remove)
        yield


def changes_of(session: Session, scale: float) -> tuple[Change, ...]:
    found = [Change(Site("head", LAYER, 2), scale)]
    if "neurons" not in session.anatomy.missing:
        found.append(Change(Site("neuron", LAYER + 1, 7), scale))
    return tuple(found)


def softmax(logits: F32) -> np.ndarray[Any, np.dtype[np.float64]]:
    wide = logits.astype(np.float64)
    powers = np.exp(wide - wide.max())
    return np.asarray(powers / powers.sum())


@pytest.mark.parametrize("scale", [0.0, -1.5, 3.0])
@pytest.mark.parametrize("family", FAMILIES)
def test_agrees_with_a_plain_forward_changed_by_hand(family: str, scale: float) -> None:
    session = tiny_session(family)
    begun(session)
    changes = changes_of(session, scale)
    found = ablation.changed_next(AskChangedNext(Plan(changes), LAST, k=97), bench(session))
    intact = plain_logits(session.model, PROMPT)[-1]
    with by_hand(session.model, family, changes, session.anatomy.head_dim):
        changed = plain_logits(session.model, PROMPT)[-1]
    for row, logits in enumerate((intact, changed)):
        p = softmax(logits)
        np.testing.assert_allclose(found.probs[row], p[found.ids], atol=1e-5)
        np.testing.assert_allclose(found.logits[row], logits[found.ids], atol=1e-4)
        assert found.entropy[row] == pytest.approx(float(-(p * np.log2(p)).sum()), abs=1e-4)
        assert found.token_probs[row] == pytest.approx(p[found.token], abs=1e-5)
        order = np.argsort(-logits, kind="stable")
        assert found.token_ranks[row] == pytest.approx(list(order).index(found.token), abs=1)
    assert found.token == int(intact.argmax())
    p, q = softmax(intact), softmax(changed)
    assert found.kl == pytest.approx(float((p * np.log2(p / q)).sum()), abs=1e-5)
    assert found.kl > 0
    assert hooks_on(session.model) == 0


@pytest.mark.parametrize("family", FAMILIES)
def test_cached_generation_with_a_plan_is_that_of_plain_forwards(family: str) -> None:
    session = tiny_session(family)
    changes = changes_of(session, 0.0)
    begun(session, plan=Plan(changes))
    stepped(session, 6)
    session.cool()
    ids = list(PROMPT)
    with by_hand(session.model, family, changes, session.anatomy.head_dim):
        for _ in range(6):
            ids.append(int(plain_logits(session.model, np.array(ids, np.int32))[-1].argmax()))
    assert session.tree.ids(session.tree.path(session.current)).tolist() == ids
    assert hooks_on(session.model) == 0


@pytest.mark.parametrize("family", FAMILIES)
def test_a_scale_of_one_is_the_intact_row_to_the_bit(family: str) -> None:
    session = tiny_session(family)
    begun(session)
    for plan in (INTACT, Plan(changes_of(session, 1.0)), Plan((Change(Site("head", 1, 0), 0.0, positions=(99,)),))):
        found = ablation.changed_next(AskChangedNext(plan, LAST), bench(session))
        assert np.array_equal(found.logits[0], found.logits[1])
        assert found.kl == 0.0
        assert found.from_layer == session.anatomy.n_layers


def test_begins_at_the_lowest_block_that_is_changed() -> None:
    session = tiny_session()
    begun(session)
    plan = Plan((Change(Site("neuron", 3, 1), 0.0), Change(Site("head", 1, 1), 0.0)))
    assert ablation.changed_next(AskChangedNext(plan, LAST), bench(session)).from_layer == 1


def test_intact_is_the_model_without_any_change_also_in_a_run_written_with_some() -> None:
    session = tiny_session()
    run_plan, other = Plan((Change(Site("mlp", 1), 0.0),)), Plan((Change(Site("head", 2, 1), 0.0),))
    begun(session, plan=run_plan)
    found = ablation.changed_next(AskChangedNext(other, 4), bench(session))
    fresh = tiny_session()
    begun(fresh)
    wanted = ablation.changed_next(AskChangedNext(other, 4), bench(fresh))
    np.testing.assert_allclose(found.logits, wanted.logits, atol=1e-5)
    again = ablation.changed_next(AskChangedNext(run_plan, 4), bench(session))
    np.testing.assert_allclose(again.logits[1], session.logits_after(4).numpy()[again.ids], atol=1e-5)
    session.cool()
    one, two = (ablation.changed_inside(AskChangedInside(other, 4, 3, 1), bench(each)) for each in (session, fresh))
    np.testing.assert_allclose(one.token_probs, two.token_probs, atol=1e-5)
    assert one.attention is not None
    assert two.attention is not None
    np.testing.assert_allclose(one.attention, two.attention, atol=1e-5)


@pytest.mark.parametrize("family", ["llama", "gpt2", "gemma2", "bloom"])
def test_lens_and_attention_are_those_of_the_changed_model(family: str) -> None:
    session = tiny_session(family)
    begun(session)
    changes = changes_of(session, 0.0)
    found = ablation.changed_inside(AskChangedInside(Plan(changes), LAST, LAYER + 1, 1, k=5), bench(session))
    assert hooks_on(session.model) == 0  # before the library puts its own on for its attentions
    with by_hand(session.model, family, changes, session.anatomy.head_dim), torch.inference_mode():
        logits = plain_logits(session.model, PROMPT)[-1]
        session.model.config._attn_implementation, before = "eager", session.model.config._attn_implementation
        ids = torch.from_numpy(PROMPT.astype(np.int64))[None]
        weights = session.model(input_ids=ids, output_attentions=True, use_cache=False).attentions
        session.model.config._attn_implementation = before
    assert found.attention is not None
    np.testing.assert_allclose(found.attention[1], weights[LAYER + 1][0, 1, -1].numpy(), atol=1e-5)
    np.testing.assert_allclose(found.attention.sum(axis=1), 1, atol=1e-5)
    p = softmax(logits)
    assert found.token_probs[1, -1] == pytest.approx(p[found.token], abs=1e-5)
    np.testing.assert_allclose(found.lens_probs[1, -1], np.sort(p)[::-1][:5], atol=1e-5)
    assert np.array_equal(found.token_probs[0, : LAYER + 1], found.token_probs[1, : LAYER + 1])
    assert not found.kl[: LAYER + 1].any()
    assert found.kl[-1] > 0
    assert not found.moved[: LAYER + 1].any()
    assert (found.moved[LAYER + 1 :] > 0).all()


def test_a_sweep_is_the_slider_at_every_scale() -> None:
    session = tiny_session()
    begun(session)
    rest, change = Plan((Change(Site("mlp", 1), 0.5),)), Change(Site("head", 2, 1), 7.0)
    found = ablation.sweep(AskSweep(change, rest, LAST, scales=(-2.0, 0.0, 1.0, 10.0)), bench(session))
    for row, scale in enumerate((-2.0, 0.0, 1.0, 10.0)):
        plan = Plan((*rest.changes, Change(change.site, scale)))
        one = ablation.changed_next(AskChangedNext(plan, LAST), bench(session))
        assert found.probs[row] == pytest.approx(float(one.token_probs[1]), abs=1e-6)
        assert found.kl[row] == pytest.approx(one.kl, abs=1e-6)
        assert found.entropy[row] == pytest.approx(float(one.entropy[1]), abs=1e-5)
        assert found.likeliest[row] == one.ids[int(one.probs[1].argmax())]


def test_the_move_on_a_map_of_states_is_placed() -> None:
    session, asked = tiny_session(), []
    begun(session)

    def place(space: Space, vectors: F32) -> Placed:
        asked.append((space, vectors.copy()))
        return Placed(
            "key",
            vectors[:, :3].copy(),
            vectors[:, :2].copy(),
            vectors[:, 0].copy(),
            vectors[:, 0].copy(),
            np.zeros(2, bool),
        )

    plan, space = Plan((Change(Site("mlp", 1), 0.0),)), Space("resid", 3)
    found = ablation.changed_next(AskChangedNext(plan, LAST, space=space), bench(session, place=place))
    assert found.placed is not None
    other = tiny_session()
    begun(other, plan=plan)
    np.testing.assert_array_equal(asked[0][1][0], session.tree.resid[LAST][3])
    np.testing.assert_allclose(asked[0][1][1], other.tree.resid[LAST][3], atol=1e-5)
    assert ablation.changed_next(AskChangedNext(plan, LAST), bench(session, place=place)).placed is None


REFUSED = [
    (AskChangedNext(Plan((Change(Site("head", 9, 0), 0.0),)), LAST), "There is no layer 9"),
    (AskChangedNext(Plan((Change(Site("neuron", 1, 4000), 0.0),)), LAST), "There is no neuron 4000"),
    (AskChangedNext(Plan((Change(Site("mlp", 1), float("nan")),)), LAST), "finite number"),
    (AskChangedNext(Plan((Change(Site("mlp", 1), 0.0, positions=()),)), LAST), "positions"),
    (AskChangedNext(Plan((Change(Site("mlp", 1), mean=True),)), LAST), "mean"),
    (AskChangedNext(INTACT, -1), "Type a prompt"),
    (AskChangedNext(INTACT, 99), "no token number 99"),
    (AskChangedNext(INTACT, LAST, token=97), "Token number 97 does not exist"),
    (AskChangedNext(INTACT, LAST, k=0), "At least one token"),
]


@pytest.mark.parametrize(("question", "sentence"), REFUSED)
def test_what_does_not_fit_is_refused_in_a_sentence(question: AskChangedNext, sentence: str) -> None:
    session = tiny_session()
    begun(session)
    with pytest.raises(InputRefused, match=sentence):
        ablation.changed_next(question, bench(session))
    assert hooks_on(session.model) == 0


def test_an_empty_sweep_is_refused() -> None:
    session = tiny_session()
    begun(session)
    with pytest.raises(InputRefused, match="at least one scale"):
        ablation.sweep(AskSweep(Change(Site("mlp", 1)), INTACT, LAST, scales=()), bench(session))


def test_a_stop_leaves_no_hook_and_the_run_can_be_gone_on_with() -> None:
    session, asked = tiny_session(), iter(range(100))
    begun(session)
    plan = Plan((Change(Site("mlp", 0), 0.0),))
    with pytest.raises(Stopped):
        ablation.changed_next(AskChangedNext(plan, LAST), bench(session, lambda: next(asked) > 1))
    assert hooks_on(session.model) == 0
    assert stepped(session, 1)
    session.cool()


def test_an_error_inside_leaves_no_hook() -> None:
    session = tiny_session()
    begun(session)

    def broken(*_: object) -> None:
        raise RuntimeError("broken on purpose")

    handle = session.anatomy.blocks[3].module.register_forward_pre_hook(broken)
    try:
        with pytest.raises(RuntimeError, match="on purpose"):
            ablation.changed_next(AskChangedNext(Plan((Change(Site("mlp", 0), 0.0),)), LAST), bench(session))
    finally:
        handle.remove()
    assert hooks_on(session.model) == 0


def test_what_blows_up_is_told_in_a_sentence() -> None:
    session = tiny_session()
    begun(session)
    from engine.errors import ModelUnusable

    with pytest.raises(ModelUnusable, match="smaller scale"):
        ablation.changed_next(AskChangedNext(Plan((Change(Site("mlp", 1), 3e38),)), LAST), bench(session))


def test_known_to_the_registry() -> None:
    assert answerer_of(AskChangedNext) is ablation.changed_next
    assert answerer_of(AskSweep) is ablation.sweep

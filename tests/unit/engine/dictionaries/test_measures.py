"""Scores against numpy, and losses against a plain forward with the same change made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.dictionaries import measures
from engine.dictionaries.activations import Reader
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.hooks import module_of, width_of
from engine.dictionaries.measures import Known, explained, measured, read_held, spliced
from engine.dictionaries.records import HOOK_KINDS, Activation, Hook, HookKind, Normalising
from engine.errors import InputRefused, Stopped
from tests.helpers.dictionaries import by_hand, random_dictionary
from tests.helpers.subjects import Subject, hooks, subject

IDS = np.random.default_rng(4).integers(0, 90, (5, 9), dtype=np.int32)


@pytest.fixture(scope="module", params=["llama", "gpt2"])
def family(request: pytest.FixtureRequest) -> Subject:
    return subject(request.param)


@pytest.mark.parametrize("normalising", ["fixed", "position"])
@pytest.mark.parametrize("activation", ["topk", "relu"])
def test_scores_of_activations_are_those_of_numpy(activation: Activation, normalising: Normalising) -> None:
    dictionary = random_dictionary(activation=activation, normalising=normalising)
    x = torch.randn((70, 32), generator=torch.Generator().manual_seed(3)) * 3 + 1
    f, made = by_hand(dictionary, x)
    raw = x.double().numpy()
    if normalising == "fixed":
        mean, scale = dictionary.mean.double().numpy(), dictionary.scale.double().numpy()
    else:
        mean, scale = raw.mean(1, keepdims=True), raw.std(1, ddof=1, keepdims=True) + 1e-5
    z, error = (raw - mean) / scale, (raw - made) / scale
    scores, activity = explained(dictionary, x)
    assert scores.explained == pytest.approx(1 - (error**2).sum() / ((z - z.mean(0)) ** 2).sum(), rel=1e-5)
    assert scores.explained_raw == pytest.approx(1 - ((raw - made) ** 2).sum() / ((raw - raw.mean(0)) ** 2).sum(), 1e-5)
    assert scores.mse == pytest.approx((error**2).mean(), rel=1e-5)
    assert scores.active == pytest.approx((f > 0).sum(1).mean())
    assert scores.dead == (f == 0).all(0).mean()
    assert np.allclose(activity.density, (f > 0).mean(0))
    assert np.allclose(activity.largest, f.max(0), atol=1e-5)
    assert np.allclose(activity.mean, f.sum(0) / np.maximum((f > 0).sum(0), 1), atol=1e-5)
    assert activity.positions == scores.positions == 70


def test_many_positions_are_measured_in_parts_that_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    dictionary, x = random_dictionary(), torch.randn(50, 32)
    whole = explained(dictionary, x)[0]
    monkeypatch.setattr(measures, "NUMBERS_AT_ONCE", 48 * 7)
    parts = explained(dictionary, x)[0]
    assert parts.explained == pytest.approx(whole.explained, rel=1e-6)
    assert parts.mse == pytest.approx(whole.mse, rel=1e-6)


def plain_logs(family: Subject, hook: Hook, new: Callable[[Tensor], Tensor] | None) -> Tensor:
    """[P, t - 1, V] ln p by torch's own hooks, with position 0 as it is."""
    module, side = module_of(family.anatomy, hook)

    def changed(x: Tensor) -> Tensor:
        assert new is not None
        out = x.clone()
        for row in out.view(len(IDS), IDS.shape[1], -1):
            row[1:] = new(row[1:])
        return out

    def before(_module: object, args: tuple[Tensor, ...]) -> tuple[Tensor, ...]:
        return (changed(args[0]), *args[1:])

    def after(_module: object, _args: object, out: Tensor | tuple[Tensor, ...]) -> Tensor | tuple[Tensor, ...]:
        return (changed(out[0]), *out[1:]) if isinstance(out, tuple) else changed(out)

    end = None
    if new is not None:
        end = module.register_forward_pre_hook(before) if side == "input" else module.register_forward_hook(after)
    try:
        with torch.no_grad():
            logits: Tensor = family.model(input_ids=torch.from_numpy(IDS).long(), use_cache=False).logits
            return logits[:, :-1].double().log_softmax(-1)
    finally:
        if end is not None:
            end.remove()


def loss_of(logs: Tensor) -> float:
    return -float(logs.gather(-1, torch.from_numpy(IDS)[:, 1:, None].long()).mean())


@pytest.mark.parametrize("kind", HOOK_KINDS)
def test_losses_are_those_of_a_plain_forward_with_the_same_change(family: Subject, kind: HookKind) -> None:
    hook = Hook(kind, 1)
    dictionary = random_dictionary(width_of(family.anatomy, hook), 64, hook)
    mean = torch.randn(dictionary.info.d, generator=torch.Generator().manual_seed(1))
    own = plain_logs(family, hook, None)
    with_it = plain_logs(family, hook, lambda x: torch.from_numpy(by_hand(dictionary, x)[1]).float())
    without = plain_logs(family, hook, mean.expand_as)
    found = spliced(family.model, family.anatomy, dictionary, IDS, mean)
    assert found.tokens == 5 * 8
    assert found.loss == pytest.approx(loss_of(own), abs=1e-5)
    assert found.loss_spliced == pytest.approx(loss_of(with_it), abs=1e-5)
    assert found.loss_ablated == pytest.approx(loss_of(without), abs=1e-5)
    assert found.kl == pytest.approx(float((own.exp() * (own - with_it)).sum(-1).mean()), abs=1e-5)
    assert abs(found.loss_spliced - found.loss) > 1e-4, "nothing was changed"
    assert hooks(family.model) == 0


def test_what_the_model_does_is_computed_once_where_it_is_kept(
    family: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    dictionary = random_dictionary(family.anatomy.d_model, 64, Hook("resid", 0))
    monkeypatch.setattr(measures, "LOGITS_AT_ONCE", 2 * IDS.shape[1] * family.anatomy.vocab_size)
    known: dict[int, Known] = {}
    first = spliced(family.model, family.anatomy, dictionary, IDS, None, known=known)
    assert sorted(known) == [0, 2, 4]
    kept = {at: logs for at, (_, logs) in known.items()}
    again = spliced(family.model, family.anatomy, dictionary, IDS, None, known=known)
    assert (again.loss, again.kl) == (first.loss, first.kl)
    assert all(known[at][1] is logs for at, logs in kept.items())
    assert np.isnan(first.loss_ablated)


def test_all_scores_at_once(family: Subject) -> None:
    hook = Hook("resid", 0)
    dictionary = random_dictionary(family.anatomy.d_model, 64, hook)
    scores, activity = measured(family.model, family.anatomy, dictionary, IDS)
    rows = Reader(family.model, family.anatomy, hook).read(IDS)[:, 1:].reshape(-1, dictionary.info.d)
    assert scores.explained == explained(dictionary, rows)[0].explained
    assert scores.loss_ablated == spliced(family.model, family.anatomy, dictionary, IDS, rows.mean(0)).loss_ablated
    gap = scores.loss_ablated - scores.loss
    assert scores.recovered == pytest.approx((scores.loss_ablated - scores.loss_spliced) / gap)
    assert activity.positions == len(rows) == 40


def test_outliers_stay_as_they_are(family: Subject) -> None:
    hook = Hook("resid", 0)
    plain = random_dictionary(family.anatomy.d_model, 64, hook)
    none = replace(plain, info=replace(plain.info, longest=1e-9))  # every position is one
    found = spliced(family.model, family.anatomy, none, IDS, torch.zeros(plain.info.d))
    assert found.loss_spliced == found.loss_ablated == pytest.approx(found.loss, abs=1e-6)
    assert found.kl == pytest.approx(0.0, abs=1e-6)
    with pytest.raises(InputRefused, match="Nothing is left to measure"):
        measured(family.model, family.anatomy, none, IDS)


def test_a_perfect_dictionary_costs_nothing(family: Subject) -> None:
    d = family.anatomy.d_model
    plain = random_dictionary(d, 2 * d, Hook("resid", 0), "relu")
    both = torch.cat([torch.eye(d), -torch.eye(d)])
    perfect: Dictionary = replace(plain, w_enc=both, w_dec=both, b_enc=torch.zeros(2 * d))
    scores, _ = measured(family.model, family.anatomy, perfect, IDS)
    assert scores.explained == pytest.approx(1.0, abs=1e-6)
    assert scores.recovered == pytest.approx(1.0, abs=1e-3)
    assert scores.kl == pytest.approx(0.0, abs=1e-5)


def test_a_stop_ends_it(family: Subject) -> None:
    dictionary = random_dictionary(family.anatomy.d_model, 64, Hook("resid", 0))
    with pytest.raises(Stopped):
        spliced(family.model, family.anatomy, dictionary, IDS, None, stop=lambda: True)
    with pytest.raises(Stopped):
        read_held(Reader(family.model, family.anatomy, dictionary.info.hook), IDS, stop=lambda: True)
    assert hooks(family.model) == 0

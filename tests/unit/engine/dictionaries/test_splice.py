"""A dictionary in a forward: equal to a plain hook that does the same by hand, and nothing where nothing is changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
import torch
from torch import Tensor

from engine.capture.edits import edit_input, edit_output
from engine.capture.effects import Effect
from engine.dictionaries import shelf
from engine.dictionaries.hooks import module_of, watch, width_of
from engine.dictionaries.records import HOOK_KINDS, Hook, HookKind
from engine.dictionaries.splice import addition, change, reconstruction
from engine.errors import InputRefused
from tests.helpers.dictionaries import by_hand, random_dictionary
from tests.helpers.subjects import Subject, apart, hooks, plain_forward

LAYER = 1


def _forward(family: Subject, effects: Sequence[Effect] = ()) -> Tensor:
    """Logits [T, V] with these effects."""
    ends = []
    for effect in effects:

        def edited(values: Tensor, given: Tensor, effect: Effect = effect) -> Tensor:
            return effect.edit(values, given, 0)

        if effect.side == "input":
            ends.append(edit_input(effect.module, lambda values: edited(values, values)))
        else:
            ends.append(edit_output(effect.module, edited))
    try:
        with torch.no_grad():
            logits: Tensor = family.model(input_ids=family.ids[None], use_cache=False).logits[0]
            return logits
    finally:
        for end in ends:
            end()


def _seen(family: Subject, hook: Hook) -> Tensor:
    found: list[Tensor] = []
    end = watch(family.anatomy, hook, lambda values: found.append(values.detach().clone()))
    try:
        _forward(family)
    finally:
        end()
    return found[0][0]


def _by_plain_hook(family: Subject, hook: Hook, made: Callable[[Tensor], Tensor]) -> Tensor:
    """Logits with what stands at the hook replaced, by torch's own hooks."""
    module, side = module_of(family.anatomy, hook)

    def before(_module: Any, args: Any) -> Any:
        return (made(args[0][0])[None], *args[1:])

    def after(_module: Any, _args: Any, output: Any) -> Any:
        if isinstance(output, tuple):
            return (made(output[0][0])[None], *output[1:])
        return made(output[0])[None]

    handle = module.register_forward_pre_hook(before) if side == "input" else module.register_forward_hook(after)
    try:
        with torch.no_grad():
            logits: Tensor = family.model(input_ids=family.ids[None], use_cache=False).logits[0]
            return logits
    finally:
        handle.remove()


@pytest.mark.parametrize("kind", HOOK_KINDS)
@pytest.mark.parametrize("family", ["llama", "gpt2"], indirect=True)
def test_a_spliced_model_is_the_model_with_the_reconstruction_by_hand(family: Subject, kind: HookKind) -> None:
    hook = Hook(kind, LAYER)
    dictionary = random_dictionary(width_of(family.anatomy, hook), 64, hook)
    expected = _by_plain_hook(family, hook, lambda x: torch.from_numpy(by_hand(dictionary, x)[1]).float())
    got = _forward(family, [reconstruction(family.anatomy, dictionary)])
    assert apart(got, expected) < 1e-4
    assert apart(got, _forward(family)) > 1e-3
    assert hooks(family.model) == 0


@pytest.mark.parametrize("kind", HOOK_KINDS)
@pytest.mark.parametrize("family", ["llama"], indirect=True)
def test_changed_features_keep_what_the_dictionary_does_not_explain(family: Subject, kind: HookKind) -> None:
    hook = Hook(kind, LAYER)
    dictionary = random_dictionary(width_of(family.anatomy, hook), 64, hook)
    features = torch.tensor([2, 9])
    where = (1, 4)

    def by_plain(x: Tensor) -> Tensor:
        f, made = by_hand(dictionary, x)
        error = x.double().numpy() - made
        other = f.copy()
        other[list(where)] = 0
        f2 = f.copy()
        f2[:, [2, 9]] = [3.0, 0.5]
        f[list(where)] = f2[list(where)]
        scale, mean = dictionary.scale.double().numpy(), dictionary.mean.double().numpy()
        decoded = (f @ dictionary.w_dec.double().numpy() + dictionary.b_dec.double().numpy()) * scale + mean
        return torch.from_numpy(decoded + error).float()

    clamped = change(family.anatomy, dictionary, features, lambda f: torch.tensor([3.0, 0.5]).expand_as(f), where)
    assert apart(_forward(family, [clamped]), _by_plain_hook(family, hook, by_plain)) < 1e-4


@pytest.mark.parametrize("family", ["llama"], indirect=True)
def test_a_change_of_nothing_leaves_every_bit(family: Subject) -> None:
    dictionary = random_dictionary(family.anatomy.d_model, 64, Hook("resid", LAYER))
    same = change(family.anatomy, dictionary, torch.tensor([1, 2]), lambda f: f)
    assert torch.equal(_forward(family, [same]), _forward(family))
    nowhere = change(family.anatomy, dictionary, torch.tensor([1]), lambda f: f + 5, (1000,))
    assert torch.equal(_forward(family, [nowhere]), _forward(family))


@pytest.mark.parametrize("family", ["llama", "gpt2"], indirect=True)
def test_a_vector_is_added_at_its_positions_alone(family: Subject) -> None:
    hook = Hook("resid", LAYER)
    vector = torch.randn(family.anatomy.d_model, generator=torch.Generator().manual_seed(2))

    def by_plain(x: Tensor) -> Tensor:
        x = x.clone()
        x[[0, 3]] += vector
        return x

    got = _forward(family, [addition(family.anatomy, hook, vector, (0, 3))])
    assert apart(got, _by_plain_hook(family, hook, by_plain)) < 1e-5


@pytest.mark.parametrize("family", ["llama"], indirect=True)
def test_a_dictionary_of_another_width_or_layer_is_refused(family: Subject) -> None:
    with pytest.raises(InputRefused, match="reads 31 numbers, but resid after L1 has"):
        shelf.require_fits(random_dictionary(31, hook=Hook("resid", LAYER)).info, family.anatomy)
    with pytest.raises(InputRefused, match="There is no layer 40"):
        shelf.require_fits(random_dictionary(hook=Hook("resid", 40)).info, family.anatomy)


@pytest.mark.parametrize("family", ["llama", "gpt2"], indirect=True)
def test_what_is_watched_is_what_a_plain_hook_sees(family: Subject) -> None:
    plain = plain_forward(family)
    assert apart(_seen(family, Hook("resid", 0)), plain.resid[1]) < 1e-5
    assert apart(_seen(family, Hook("neurons", LAYER)), plain.neurons[LAYER]) < 1e-5

"""What a dictionary does to a forward: its reconstruction in place of what it read, or single features changed.

A change of features adds the difference that it makes to the reconstruction, so what the dictionary does not explain
(the error term) stays as it is, and a change of nothing leaves the model's own numbers, bit for bit.
"""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor

from engine.capture.anatomy import Anatomy
from engine.capture.effects import Effect, rows_of
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.hooks import module_of
from engine.dictionaries.records import Hook
from engine.records import Positions

Changed = Callable[[Tensor], Tensor]  # activations [t, m] of some features -> those they are to have


def reconstruction(anatomy: Anatomy, dictionary: Dictionary) -> Effect:
    """The reconstruction in place of what is read, at all positions. Raises InputRefused as `module_of`."""
    module, side = module_of(anatomy, dictionary.info.hook)

    def edit(values: Tensor, _given: Tensor, _start: int) -> Tensor:
        flat = values.reshape(-1, values.shape[-1])
        return dictionary.reconstruct(flat).to(values).view_as(values)

    return Effect(dictionary.info.hook.layer, module, side, edit)


def change(
    anatomy: Anatomy,
    dictionary: Dictionary,
    features: Tensor,
    changed: Changed,
    positions: Positions = None,
) -> Effect:
    """Some features (indices [m]) have other activations at positions (None: all).

    Raises:
        InputRefused: as `module_of`.
    """
    module, side = module_of(anatomy, dictionary.info.hook)
    rows_w = dictionary.w_dec[features]  # [m, D]

    def edit(values: Tensor, _given: Tensor, start: int) -> Tensor:
        rows = rows_of(positions, start, values.shape[-2])
        part = values[..., rows, :]
        flat = part.reshape(-1, part.shape[-1])
        if not len(flat):
            return values
        f = dictionary.encode_some(flat, features.to(dictionary.w_enc.device))
        delta = (changed(f) - f) @ rows_w
        scale = dictionary.normalised(flat.to(delta.device))[2]
        values[..., rows, :] = part + (delta * scale).to(part).view_as(part)
        return values

    return Effect(dictionary.info.hook.layer, module, side, edit)


def addition(anatomy: Anatomy, hook: Hook, vector: Tensor, positions: Positions = None) -> Effect:
    """A vector [D] added to what stands at a hook, at positions (None: all). Raises InputRefused as `module_of`."""
    module, side = module_of(anatomy, hook)

    def edit(values: Tensor, _given: Tensor, start: int) -> Tensor:
        rows = rows_of(positions, start, values.shape[-2])
        values[..., rows, :] = values[..., rows, :] + vector.to(values)
        return values

    return Effect(hook.layer, module, side, edit)

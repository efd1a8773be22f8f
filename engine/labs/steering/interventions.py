"""What the changes of this laboratory do to a forward.

A change of a feature adds, along the feature's direction, the difference between the activation it is to have and the
one it has; so the error term stays as it is, and a change of nothing leaves the model's own numbers.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from engine.capture.anatomy import Anatomy
from engine.capture.effects import Effect, Means, are_positions, rows_of
from engine.dictionaries import shelf
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.hooks import module_of, width_of
from engine.dictionaries.splice import addition
from engine.errors import InputRefused, in_short
from engine.labs.steering.records import FeatureChange, SteeringVector
from engine.records import F32
from engine.sentences import say


def change_feature(change: FeatureChange, anatomy: Anatomy, _means: Means | None) -> list[Effect]:
    """The one edit that gives the feature its activation.

    Raises:
        InputRefused: its dictionary is not there, is another one by now, or does not fit; or the feature has no maximum
            to count in.
    """
    dictionary = dictionary_of(change, anatomy)
    if change.way in ("add", "clamp") and not change.largest > 0:
        raise InputRefused(
            say(
                "{feature} was never active in the text it was measured on, so there is no maximum to count in. "
                "Choose another feature.",
                feature=f"F{change.index}",
            )
        )
    _require_positions(change)
    direction = direction_of(dictionary, change)
    which = torch.tensor([change.index], device=dictionary.w_enc.device)
    module, side = module_of(anatomy, change.hook)

    def edit(values: Tensor, _given: Tensor, start: int) -> Tensor:
        rows = rows_of(change.positions, start, values.shape[-2])
        part = values[..., rows, :]
        flat = part.reshape(-1, part.shape[-1])
        if not len(flat):
            return values
        f = dictionary.encode_some(flat, which)  # [t, 1]
        delta = (_changed(change, f) - f) * direction
        scale = dictionary.normalised(flat.to(delta.device))[2]
        values[..., rows, :] = part + (delta * scale).to(part).view_as(part)
        return values

    return [Effect(change.layer, module, side, edit)]


def _changed(change: FeatureChange, f: Tensor) -> Tensor:
    """The activations that the feature is to have."""
    if change.way == "add":
        return f + change.strength * change.largest
    if change.way == "clamp":
        return torch.full_like(f, change.strength * change.largest)
    return f * (0.0 if change.way == "zero" else change.strength)


def dictionary_of(change: FeatureChange, anatomy: Anatomy) -> Dictionary:
    """The dictionary that a change means, on the model's device. Raises InputRefused as `change_feature`."""
    dictionary = shelf.use(change.dictionary, anatomy)
    info = dictionary.info
    if (change.sha256 and info.sha256 != change.sha256) or info.hook != change.hook:
        raise InputRefused(
            say(
                "The dictionary {name} is not the one that {feature} was chosen from: it has been trained or replaced "
                "since. Choose the feature anew.",
                name=in_short(change.dictionary),
                feature=f"F{change.index}",
            )
        )
    if not 0 <= change.index < dictionary.width:
        raise InputRefused(
            say(
                "There is no feature {index}: the dictionary {title} has 0 to {last}.",
                index=change.index,
                title=in_short(info.title),
                last=dictionary.width - 1,
            )
        )
    return dictionary


def direction_of(dictionary: Dictionary, change: FeatureChange) -> Tensor:
    """What an activation of 1 adds, in the dictionary's own units; of a control as long a random one. [D]"""
    own = dictionary.w_dec[change.index]
    if not change.control:
        return own
    drawn = torch.from_numpy(random_direction(len(own), change.control)).to(own)
    if dictionary.info.normalising == "fixed":  # as long where it is added, not only here
        drawn = drawn / dictionary.scale
        stretch = torch.linalg.vector_norm(own * dictionary.scale) / torch.linalg.vector_norm(drawn * dictionary.scale)
        return torch.mul(drawn, stretch)
    return torch.mul(drawn, torch.linalg.vector_norm(own))


def random_direction(width: int, seed: int) -> F32:
    """A unit vector [width], the same for a seed everywhere."""
    drawn = np.random.Generator(np.random.Philox(seed)).standard_normal(width)
    unit: F32 = (drawn / np.linalg.norm(drawn)).astype(np.float32)
    return unit


def add_vector(change: SteeringVector, anatomy: Anatomy, _means: Means | None) -> list[Effect]:
    """The one edit that adds it.

    Raises:
        InputRefused: the model has no such place, or another width there.
    """
    width = width_of(anatomy, change.hook)
    if change.vector.shape != (width,):
        raise InputRefused(
            say(
                "The vector {title} has {n:,} numbers, but {what} has {width:,} in this model: make it again with "
                "this model.",
                title=change.label,
                n=change.vector.size,
                what=change.hook.in_words,
                width=width,
            )
        )
    _require_positions(change)
    vector = torch.from_numpy(change.vector.astype(np.float32)) * change.strength
    return [addition(anatomy, change.hook, vector, change.positions)]


def _require_positions(change: FeatureChange | SteeringVector) -> None:
    if not are_positions(change.positions):
        raise InputRefused(
            say("The change of {site} must name positions from 0 on, or none to mean all of them.", site=change.label)
        )


INTERVENTIONS = {FeatureChange: change_feature, SteeringVector: add_vector}

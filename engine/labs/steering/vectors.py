"""A feature, or a difference of texts, as a change of strength 1 with the control that belongs to it."""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor

from engine.capture.anatomy import Anatomy
from engine.dictionaries import shelf
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.records import Hook
from engine.errors import InputRefused, in_short
from engine.labkit.workbench import Workbench
from engine.labs.steering.interventions import dictionary_of, random_direction
from engine.labs.steering.measured import Sampled, cosine, mean_states, sampled
from engine.labs.steering.records import (
    FRAMES,
    AskFeatureSteering,
    AskVectorSteering,
    FeatureChange,
    Steering,
    SteeringVector,
)
from engine.sentences import say

SEED = 1  # of the control's random direction
MOST_TEXTS = 200  # on either side


def feature_steering(question: AskFeatureSteering, bench: Workbench) -> Steering:
    """A feature of a dictionary, counted in its own maximum.

    Raises:
        InputRefused: no such dictionary or feature, or one that does not fit. Stopped: a person asked for an end.
    """
    name, index = question.feature.dictionary, question.feature.index
    activity = shelf.load(name)[1]
    info = shelf.use(name, bench.anatomy).info
    bare = FeatureChange(name, info.sha256, info.hook, index, question.way)
    dictionary = dictionary_of(bare, bench.anatomy)
    seen = sampled(bench, info.hook, say("Measuring the states on the sample text"))
    note = ""
    if activity is not None:
        largest = float(activity.largest[index])
    else:
        largest = float(dictionary.encode_some(seen.values, torch.tensor([index])).max())
        note = say("Its maximum was measured on {n:,} positions of the sample text.", n=seen.positions)
    if not largest > 0:
        note = say("{feature} was never active where it was measured, so it has no maximum.", feature=f"F{index}")
    length = float(torch.linalg.vector_norm(_direction(dictionary, index, seen))) * largest
    change = replace(bare, largest=largest, share=length / seen.median)
    return Steering(change, replace(change, control=SEED), length, seen.median, seen.positions, note=note)


def _direction(dictionary: Dictionary, index: int, seen: Sampled) -> Tensor:
    """What an activation of 1 adds, in the model's own units: of a position's own scale the median. [D]"""
    direction = dictionary.directions()[index]
    if dictionary.info.normalising == "fixed":
        return direction
    scale = dictionary.normalised(seen.values.to(direction.device))[2]
    return direction * float(scale.median())


def vector_steering(question: AskVectorSteering, bench: Workbench) -> Steering:
    """The mean of some texts less the mean of others.

    Raises:
        InputRefused: a side has no text, a text cannot be read, or the two sides are the same. Stopped.
    """
    _require_texts(question)
    hook = Hook("resid", question.layer)
    _require_layer(question.layer, bench.anatomy)
    seen = sampled(bench, hook, say("Measuring the states on the sample text"))
    sides = [_read(question, bench, hook, texts, seen) for texts in (question.texts, question.others)]  # [n, D] each
    vector = sides[0].mean(dim=0) - sides[1].mean(dim=0)
    length = float(torch.linalg.vector_norm(vector))
    if not length > 1e-6 * seen.median:
        raise InputRefused(say("Both sides have the same state, so there is no direction between them. Change a text."))
    title = _title(question)
    share = length / seen.median
    change = SteeringVector(hook, vector.numpy(), title, share)
    drawn = random_direction(len(vector), question.seed) * length
    control = SteeringVector(hook, drawn, say("random direction"), share)
    return Steering(change, control, length, seen.median, seen.positions, _halves(sides))


def _require_texts(question: AskVectorSteering) -> None:
    for texts in (question.texts, question.others):
        if not any(text.strip() for text in texts) or len(texts) > MOST_TEXTS:
            raise InputRefused(
                say("Each side needs 1 to {most} texts, one a line, but one has {n}.", most=MOST_TEXTS, n=len(texts))
            )


def _require_layer(layer: int, anatomy: Anatomy) -> None:
    if not 0 <= layer < anatomy.n_layers:
        raise InputRefused(
            say("There is no layer {layer}: this model has layers 0 to {last}.", layer=layer, last=anatomy.n_layers - 1)
        )


def _read(question: AskVectorSteering, bench: Workbench, hook: Hook, texts: tuple[str, ...], seen: Sampled) -> Tensor:
    given = [text for text in texts if text.strip()]
    whole = [frame.format(word.strip()) for frame in FRAMES for word in given] if question.words else given

    def told(done: int) -> None:
        bench.progress(say("Reading the texts"), done, len(whole))

    return mean_states(bench, hook, whole, question.words, seen.median, told)


def _halves(sides: list[Tensor]) -> float:
    """Cosine of the vectors from every second text and from the others; NaN where a side has one text only."""
    if min(map(len, sides)) < 2:
        return float("nan")
    one, other = (sides[0][at::2].mean(dim=0) - sides[1][at::2].mean(dim=0) for at in (0, 1))
    return cosine(one, other)


def _title(question: AskVectorSteering) -> str:
    names = [
        in_short(texts[0].strip(), 12) + ("…" if len(texts) > 1 else "") for texts in (question.texts, question.others)
    ]
    return f"“{names[0]}” − “{names[1]}”"

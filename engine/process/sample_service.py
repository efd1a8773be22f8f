"""The states of a text in the model at hand, of every layer from one run through it where there is room for them.

Looking through the layers of a model then costs one run of the text, not one per layer (`engine.process.reading`).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from engine.capture.normed import as_shown, row_of
from engine.capture.recorder import Want, forward
from engine.errors import MapProblem, Stopped, in_short
from engine.generation.numbers import numbers
from engine.generation.prompt import open_ended
from engine.maps.own_texts import OwnTexts, own_texts
from engine.maps.sample import SampleText, sample_states, sample_texts
from engine.maps.spaces import States
from engine.process.model_service import Model, ModelService
from engine.process.reading import Forward, Reading
from engine.records import F32, I32, MOST_STATES, SHORT, WHOLE, Space
from engine.sentences import say

REFERENCE_TOKENS = 128  # of each text
WINDOW = 512  # tokens run at once


def reference_texts(tokenizer: Any, context: int) -> list[Tensor]:
    """The beginning of each sample text as token ids [t], over which means are taken: some of every kind."""
    length = min(REFERENCE_TOKENS, context)
    encoded = (open_ended(tokenizer, sample.text)[:length] for sample in sample_texts())
    return [torch.tensor(ids, dtype=torch.long) for ids in encoded]


def texts_of(space: Space) -> tuple[tuple[SampleText, ...], OwnTexts | None]:
    """The texts that a space of states is made of, and what is known of them where they are a person's own.

    Raises:
        InputRefused: a person's own texts cannot be read. MapProblem: they are of elsewhere, or none are bundled.
    """
    if space.texts in (SHORT, WHOLE):
        return (sample_texts(whole=True) if space.texts == WHOLE else sample_texts()), None
    path = Path(space.texts)
    if not path.is_absolute():
        raise MapProblem(
            say(
                "This map was made from the texts “{texts}”; where they are is not kept with a run. Choose them "
                "again as the map's text.",
                texts=in_short(space.texts, 80),
            )
        )
    own = own_texts(path)
    return own.texts, own


class SampleStates:
    """States of a text in the model at hand, intact. Those of one text at a time are held."""

    def __init__(self, models: ModelService, stop: Callable[[], bool]) -> None:
        self._models = models
        self._stop = stop
        self._held: _Held | None = None
        self._begun: Reading | None = None  # stopped before the end, as by a layer that was chosen meanwhile

    def forget(self) -> None:
        """Another model."""
        self._held = self._begun = None

    def states(self, space: Space, told: Callable[[int, int], None]) -> States:
        """The states that `space` shows.

        Raises:
            Stopped: a person asked for the end. MapProblem: there are no such texts, or no states in this model.
        """
        model = self._models.require()
        row = row_of(space.layer, model.info.n_layers)
        held = self._held
        if held is None or held.texts != space.texts or held.layers is None:
            found = self._run(model, space.texts, texts_of(space), row, told)
        else:
            found = replace(held.found, vectors=np.array(held.layers[row]))
        return replace(found, vectors=as_shown(model.session.anatomy, found.vectors, space.layer))

    def _run(
        self,
        model: Model,
        name: str,
        chosen: tuple[tuple[SampleText, ...], OwnTexts | None],
        row: int,
        told: Callable[[int, int], None],
    ) -> States:
        reason = model.info.why_missing("resid")
        if reason is not None:
            raise MapProblem(reason)
        info, tokenizer = model.info, model.tokenizer
        self._held = None  # its room is needed
        reading = self._begun if self._begun is not None and self._begun.name == name else Reading(name)
        self._begun = None  # likewise
        forwarded = self._forward(model)

        def tell(done: int, total: int) -> None:
            if self._stop():
                raise Stopped
            if done == 0:
                reading.begin((info.n_layers + 1, total, info.d_model))
            if done >= reading.known:  # the rest goes by in no time, which would promise the same of what is to come
                told(done, total)

        began = time.perf_counter()
        texts, own = chosen
        window, most = min(WINDOW, info.context), MOST_STATES if own else None
        try:
            found = sample_states(
                lambda ids: reading.read(ids, row, forwarded), lambda text: open_ended(tokenizer, text), texts, window,
                tell, most,
            )  # fmt: skip
        except Stopped:
            reading.seconds += time.perf_counter() - began
            self._begun = reading if reading.layers is not None else None
            raise
        used = own.used(found.part) if own else ""
        found = replace(found, used=used, seconds=reading.seconds + time.perf_counter() - began)
        self._held = _Held(name, found, reading.layers)
        return found

    def _forward(self, model: Model) -> Forward:
        """What runs a window's ids [t]: states of all layers [t, L+1, D], and surprisal [t]."""

        def run(ids: I32) -> tuple[F32, F32]:
            want = Want(resid=True, logits="all")
            token_ids = torch.from_numpy(ids.astype(np.int64))
            captured = forward(model.session.model, model.session.anatomy, token_ids, None, want, stop=self._stop)
            if captured.resid is None or captured.logits is None:
                raise MapProblem(
                    say(
                        "There is no map of hidden states for this model: Orrery cannot read its hidden states. Choose "
                        "the token embeddings."
                    )
                )
            return captured.resid.numpy(), numbers(captured.logits, ids, 1).surprisal

        return run


class _Held:
    """What is kept of a text: everything but the vectors, and those of all layers [L+1, N, D] where there was room."""

    def __init__(self, texts: str, found: States, layers: F32 | None) -> None:
        self.texts, self.layers = texts, layers
        self.found = replace(found, vectors=found.vectors[:0])

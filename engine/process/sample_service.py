"""The states of a text in the model at hand, of every layer from one run through it where there is room for them.

Looking through the layers of a model then costs one run of the text, not one per layer. Up to `IN_MEMORY` bytes are
held in memory (the short sample in a small model), more in a file without a name in the cache's folder, which the
system takes back when this process ends however it ends; where the disk has no room for that, each layer costs a run.
"""

from __future__ import annotations

import math
import shutil
import tempfile
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
from engine.folders import cache_folder, made
from engine.generation.numbers import numbers
from engine.generation.prompt import open_ended
from engine.maps.own_texts import OwnTexts, own_texts
from engine.maps.sample import SampleText, sample_states, sample_texts
from engine.maps.spaces import States
from engine.process.model_service import Model, ModelService
from engine.records import F32, I32, MOST_STATES, SHORT, WHOLE, Space

REFERENCE_TOKENS = 128  # of each text
IN_MEMORY = 512 * 2**20  # bytes of states held; more go to a file
ON_DISK = 16 * 2**30  # bytes of that file at most, and half of what is free
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
            f"This map was made from the texts “{in_short(space.texts, 80)}”; where they are is not kept with a run. "
            "Choose them again as the map's text."
        )
    own = own_texts(path)
    return own.texts, own


class SampleStates:
    """States of a text in the model at hand, intact. Those of one text at a time are held."""

    def __init__(self, models: ModelService, stop: Callable[[], bool]) -> None:
        self._models = models
        self._stop = stop
        self._held: _Held | None = None

    def forget(self) -> None:
        """Another model."""
        self._held = None

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
        layers: F32 | None = None
        at = 0

        def run(ids: I32) -> tuple[F32, F32]:
            nonlocal at
            want = Want(resid=True, logits="all")
            token_ids = torch.from_numpy(ids.astype(np.int64))
            captured = forward(model.session.model, model.session.anatomy, token_ids, None, want, stop=self._stop)
            if captured.resid is None or captured.logits is None:
                raise MapProblem(
                    "There is no map of hidden states for this model: Orrery cannot read its hidden "
                    "states. Choose the token embeddings."
                )
            resid = captured.resid.numpy()  # [t, L+1, D]
            if layers is not None:
                layers[:, at : at + len(ids)] = resid.transpose(1, 0, 2)
            at += len(ids)
            return np.ascontiguousarray(resid[:, row]), numbers(captured.logits, ids, 1).surprisal

        def tell(done: int, total: int) -> None:
            nonlocal layers
            if self._stop():
                raise Stopped
            if done == 0:
                layers = _room_for((info.n_layers + 1, total, info.d_model))
            told(done, total)

        began = time.perf_counter()
        texts, own = chosen
        window = min(WINDOW, info.context)
        found = sample_states(
            run, lambda text: open_ended(tokenizer, text), texts, window, tell, MOST_STATES if own else None
        )
        used = own.used(found.part) if own else ""
        found = replace(found, used=used, seconds=time.perf_counter() - began)
        self._held = _Held(name, found, layers)
        return found


class _Held:
    """What is kept of a text: everything but the vectors, and those of all layers [L+1, N, D] where there was room."""

    def __init__(self, texts: str, found: States, layers: F32 | None) -> None:
        self.texts, self.layers = texts, layers
        self.found = replace(found, vectors=found.vectors[:0])


def _room_for(shape: tuple[int, int, int]) -> F32 | None:
    """An array [L+1, N, D] in memory or in a file, None where there is no room for it."""
    size = math.prod(shape) * 4
    if size <= IN_MEMORY:
        return np.empty(shape, np.float32)
    try:
        folder = made(cache_folder())
        if size > min(ON_DISK, shutil.disk_usage(folder).free // 2):
            return None
        with tempfile.TemporaryFile(dir=folder) as file:
            return np.memmap(file, np.float32, "w+", shape=shape)  # holds the file open by itself
    except Exception:  # noqa: BLE001 - whatever a disk meets: each layer then costs a run
        return None

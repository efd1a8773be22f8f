"""The sample text's states, of every layer from one run through the model where that much memory is reasonable.

Looking through the layers of a model then costs one run of some 5,000 tokens, not one per layer.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import torch
from torch import Tensor

from engine.capture.recorder import Want, forward
from engine.errors import MapProblem, Stopped
from engine.generation.numbers import numbers
from engine.generation.prompt import open_ended
from engine.maps.sample import sample_states, sample_texts
from engine.maps.spaces import States
from engine.process.model_service import ModelService
from engine.records import F32, I32

REFERENCE_TOKENS = 128  # of each text
ALL_LAYERS_LIMIT = 512 * 2**20  # bytes of states held; a larger model's are run again for each layer


def reference_texts(tokenizer: Any, context: int) -> list[Tensor]:
    """The beginning of each sample text as token ids [t], over which means are taken: some of every kind."""
    length = min(REFERENCE_TOKENS, context)
    encoded = (open_ended(tokenizer, sample.text)[:length] for sample in sample_texts())
    return [torch.tensor(ids, dtype=torch.long) for ids in encoded]


class SampleStates:
    """States of the bundled sample text in the model at hand, intact."""

    def __init__(self, models: ModelService, stop: Callable[[], bool]) -> None:
        self._models = models
        self._stop = stop
        self._layers: list[F32] = []  # [L+1] of [N, D]
        self._sample: States | None = None

    def forget(self) -> None:
        """Another model."""
        self._layers, self._sample = [], None

    def states(self, layer: int, told: Callable[[int, int], None]) -> States:
        """The sample's states `resid[:, layer]`.

        Raises:
            Stopped: a person asked for the end. MapProblem: there is no sample, or no states in this model.
        """
        if self._sample is None or not self._layers:
            return self._run(layer, told)
        return replace(self._sample, vectors=self._layers[layer])

    def _run(self, layer: int, told: Callable[[int, int], None]) -> States:
        model = self._models.require()
        reason = model.info.why_missing("resid")
        if reason is not None:
            raise MapProblem(reason)
        info, kept = model.info, list[F32]()
        window = min(512, info.context)

        def run(ids: I32) -> tuple[F32, F32]:
            want = Want(resid=True, logits="all")
            token_ids = torch.from_numpy(ids.astype(np.int64))
            captured = forward(model.session.model, model.session.anatomy, token_ids, None, want, stop=self._stop)
            if captured.resid is None or captured.logits is None:
                raise MapProblem(
                    "There is no map of hidden states for this model: Orrery cannot read its hidden "
                    "states. Choose the token embeddings."
                )
            resid = captured.resid.numpy()  # [t, L+1, D]
            kept.append(np.ascontiguousarray(resid.transpose(1, 0, 2)))  # [L+1, t, D]
            if not self._fits(sum(part.shape[1] for part in kept), info.n_layers, info.d_model):
                kept[-1] = kept[-1][:, :0]
            return np.ascontiguousarray(resid[:, layer]), numbers(captured.logits, ids, 1).surprisal

        def tell(done: int, total: int) -> None:
            if self._stop():
                raise Stopped
            told(done, total)

        tokenizer = model.tokenizer
        found = sample_states(run, lambda text: open_ended(tokenizer, text), None, window, tell)
        if self._fits(len(found.token_ids), info.n_layers, info.d_model):
            whole = np.concatenate(kept, axis=1)  # [L+1, N, D]
            self._layers, self._sample = list(whole), found
        return found

    @staticmethod
    def _fits(count: int, n_layers: int, width: int) -> bool:
        return math.prod((count, n_layers + 1, width, 4)) <= ALL_LAYERS_LIMIT

"""Vectors of the default model for benchmarks: its token embeddings, and states over the short sample."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from engine.capture.anatomy import Anatomy
from engine.capture.placed import tensor_of
from engine.capture.recognise import describe
from engine.capture.recorder import Want, forward
from engine.generation.numbers import numbers
from engine.generation.prompt import open_ended
from engine.maps.sample import sample_states
from engine.maps.spaces import States
from engine.models.catalogue import default_name
from engine.models.load import LoadedModel, load
from engine.records import F32, I32


@dataclass(frozen=True)
class Model:
    """A model and where its parts are."""

    loaded: LoadedModel
    anatomy: Anatomy


def default_model() -> Model:
    """The default model on the CPU."""
    loaded = load(default_name(), dtype="float32", device="cpu")
    return Model(loaded, describe(loaded.model))


def token_embeddings(model: Model) -> F32:
    """[V, D]"""
    weight = tensor_of(model.anatomy.embedding)
    assert weight is not None
    rows: F32 = weight.float().numpy()
    return rows


def middle_states(model: Model) -> tuple[int, States]:
    """The middle layer and its states over the short sample."""
    layer = model.anatomy.n_layers // 2

    def run(ids: I32) -> tuple[F32, F32]:
        want = Want(resid=True, logits="all")
        found = forward(model.loaded.model, model.anatomy, torch.from_numpy(ids.astype(np.int64)), None, want)
        resid, logits = found.resid, found.logits
        assert resid is not None
        assert logits is not None
        return resid.numpy()[:, layer].copy(), numbers(logits, ids, 1).surprisal

    return layer, sample_states(run, lambda text: open_ended(model.loaded.tokenizer, text))

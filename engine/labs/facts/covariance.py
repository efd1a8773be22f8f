"""The uncentred covariance of what a down projection is given, over the bundled sample: which keys a layer uses anyway.

C = mean of k k' over the sample's tokens [M, M], without the first position of each piece of text. It is kept in the
cache by model and layer, and made again where its file is damaged.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from engine.capture.anatomy import Anatomy
from engine.capture.recorder import Enough, Recorder, Want
from engine.dictionaries.hooks import watch
from engine.dictionaries.records import Hook
from engine.errors import InputRefused, OrreryError, Stopped
from engine.files import tensor_file
from engine.folders import cache_folder, made
from engine.generation.prompt import open_ended
from engine.labkit.workbench import Workbench
from engine.maps.sample import sample_texts
from engine.sentences import say

WINDOW = 256  # tokens read together
MOST_TOKENS = 20_000
RIDGE = 1e-5  # times the mean of the diagonal, added to it
Tell = Callable[[int, int], None]


@dataclass
class Held:
    """What is kept of a model between requests: numbers alone, so that the model can go."""

    factors: dict[int, Tensor] = field(default_factory=dict)
    fresh: dict[int, tuple[Tensor, int]] = field(default_factory=dict)  # not used yet: its file may not be there


class Covariances:
    """Those of a model, made when they are asked for; a few are kept in memory."""

    KEPT = 4

    def __init__(self, bench: Workbench, held: Held | None = None) -> None:
        self._bench, self._anatomy = bench, bench.anatomy
        held = held or Held()
        self._held, self._fresh = held.factors, held.fresh
        self.tokens = 0

    def factor(self, layer: int) -> Tensor:
        """[M, M] lower Cholesky factor of C with a ridge of 1e-5 of its mean diagonal.

        Raises:
            InputRefused: the covariance is singular: the sample has too few tokens for this width.
        """
        if layer not in self._held:
            self.make_ready((layer,))
            self._held[layer] = _factored(self._load(layer))
            while len(self._held) > self.KEPT:
                self._held.pop(next(iter(self._held)))
        return self._held[layer]

    def make_ready(self, layers: Sequence[int]) -> None:
        """Measure those of several layers that are not kept, in one pass. Raises InputRefused, Stopped."""
        missing = [layer for layer in layers if layer not in self._held and self._kept(layer) is None]
        for layer, found in measured(self._bench, missing).items() if missing else ():
            _write(self._path(layer), *found)
            self._fresh[layer] = found

    def matrix(self, layer: int) -> Tensor:
        """[M, M] C itself, with the ridge."""
        factor = self.factor(layer)
        made_of: Tensor = factor @ factor.T
        return made_of

    def _load(self, layer: int) -> Tensor:
        found = self._fresh.pop(layer, None) or self._kept(layer)
        assert found is not None  # noqa: S101  it was made ready
        matrix, self.tokens = found
        return matrix

    def _kept(self, layer: int) -> tuple[Tensor, int] | None:
        return self._fresh.get(layer) or _read(self._path(layer), self._anatomy.d_mlp)

    def _path(self, layer: int) -> Path:
        info = self._bench.info
        told = f"{info.sha256}|{self._anatomy.d_mlp}|{layer}|{MOST_TOKENS}|{WINDOW}|{self._anatomy.dtype}"
        return cache_folder() / "covariances" / f"{hashlib.sha256(told.encode()).hexdigest()[:24]}.safetensors"


def _factored(matrix: Tensor) -> Tensor:
    ridge = RIDGE * matrix.diagonal().mean()
    factor, failed = torch.linalg.cholesky_ex(matrix + ridge * torch.eye(len(matrix), dtype=matrix.dtype))
    if int(failed) or not bool(torch.isfinite(factor).all()):
        raise InputRefused(
            say(
                "The covariance of this layer's keys is singular: the sample's tokens do not tell all {n:,} numbers "
                "apart. Choose another layer.",
                n=len(matrix),
            )
        )
    found: Tensor = factor
    return found


def _read(path: Path, width: int) -> tuple[Tensor, int] | None:
    """A kept covariance; None where there is none of use."""
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="pt") as stream:
            matrix, tokens = stream.get_tensor("covariance"), int(stream.get_tensor("tokens")[0])
    except (OSError, SafetensorError, ValueError, IndexError):
        return None
    good = matrix.shape == (width, width) and matrix.dtype == torch.float32 and bool(torch.isfinite(matrix).all())
    return (matrix.double(), tokens) if good else None


def _write(path: Path, matrix: Tensor, tokens: int) -> None:
    """Keep a covariance; where that cannot be done it is made again the next time."""
    try:
        made(path.parent)
        entries = {"covariance": tensor_file.held(matrix.float().numpy()),
                   "tokens": tensor_file.held(np.array([tokens], np.int64))}  # fmt: skip
        tensor_file.write(path, entries, {})
    except OrreryError:
        return


def windows(tokenizer: Any, context: int) -> list[Tensor]:
    """The bundled sample as pieces of at most `WINDOW` tokens, an equal part of every text, `MOST_TOKENS` in all."""
    texts = [open_ended(tokenizer, text.text) for text in sample_texts(whole=True)]
    size = min(WINDOW, context)
    each = max(MOST_TOKENS // max(len(texts), 1), 2)
    cut = [ids[:each] for ids in texts]
    return [torch.tensor(ids[at : at + size]) for ids in cut for at in range(0, len(ids), size) if len(ids) - at > 1]


def measured(bench: Workbench, layers: Sequence[int]) -> dict[int, tuple[Tensor, int]]:
    """Layer -> C [M, M] float64 and how many tokens it is the mean of.

    Raises:
        InputRefused: the sample has fewer tokens than C has rows. Stopped: a person said so.
    """
    anatomy = bench.anatomy
    sums = {layer: torch.zeros((anatomy.d_mlp, anatomy.d_mlp), dtype=torch.float64) for layer in layers}
    pieces = windows(bench.tokenizer, bench.session.context)
    total = sum(len(piece) - 1 for piece in pieces)
    if total < anatomy.d_mlp:
        raise InputRefused(
            say(
                "The bundled sample has {n:,} tokens in this model, too few for a covariance of {width:,} numbers. "
                "Choose fine-tuning instead.",
                n=total,
                width=anatomy.d_mlp,
            )
        )
    done = 0
    with ExitStack() as stack:
        for layer in layers:
            stack.callback(watch(anatomy, Hook("neurons", layer), _adding(sums[layer])))
        stack.callback(anatomy.blocks[max(layers)].module.register_forward_hook(_enough).remove)
        with Recorder(bench.model, anatomy, Want(resid=False, logits="none"), stop=bench.stop) as recorder:
            for piece in pieces:
                if bench.stop():
                    raise Stopped
                bench.progress(say("Measuring which keys the layer uses"), done, total)
                recorder.run(piece)
                done += len(piece) - 1
    return {layer: (matrix / total, total) for layer, matrix in sums.items()}


def _enough(_module: object, _args: object, _output: object) -> None:
    raise Enough


def _adding(goal: Tensor) -> Callable[[Tensor], None]:
    def add(values: Tensor) -> None:
        keys = values.detach().reshape(-1, values.shape[-1])[1:].float().cpu()
        goal.add_((keys.T @ keys).double())

    return add


def solved(factor: Tensor, right: Tensor) -> Tensor:
    """C^-1 times columns [M, n], from C's factor; float64."""
    found: Tensor = torch.cholesky_solve(right.double(), factor)
    return found


def anatomy_check(anatomy: Anatomy, layer: int) -> None:
    """Raises InputRefused where a layer cannot be edited."""
    if not 0 <= layer < anatomy.n_layers:
        raise InputRefused(
            say("There is no layer {layer}: this model has layers 0 to {last}.", layer=layer, last=anatomy.n_layers - 1)
        )
    if anatomy.blocks[layer].down_projection is None or not anatomy.d_mlp:
        raise InputRefused(
            anatomy.missing.get("neurons", say("Orrery does not recognise the neurons of layer {layer}.", layer=layer))
        )

"""How well a dictionary does on text that it was not trained on: of the activations, and with it inside of the model.

    explained      1 - sum |z - z^|^2 / sum |z - mean z|^2        z normalised as the dictionary has it; raw: of x
    loss           mean of -ln p(next token), of the model itself, with x^ in place of x, with mean x in its place
    kl             mean of KL(the model's next-token distribution || that with x^ in place)

Position 0 of a piece and outliers stay as they are in every case, since the dictionary says nothing of them; what the
model makes of them below still counts in the losses.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Final

import torch
from torch import Tensor

from engine.capture.anatomy import Anatomy
from engine.capture.edits import edit_input, edit_output
from engine.capture.many import run_rows
from engine.dictionaries.activations import AT_ONCE, Reader
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.hooks import module_of
from engine.dictionaries.records import Activity, Hook, Scores
from engine.errors import InputRefused, Stopped
from engine.records import I32
from engine.sentences import say

LOGITS_AT_ONCE: Final = 2**24  # 64 MB
NUMBERS_AT_ONCE: Final = 2**23  # activations of latents
Stop = Callable[[], bool]
Told = Callable[[int, int], None]  # tokens done, tokens in all
Known = tuple[Tensor | None, Tensor]  # what enters the layer [b, t, D]; ln p of the next token [b, t - 1, V]
New = Callable[[Tensor], Tensor]  # activations [r, d] -> those in their place


def never() -> bool:
    """Nobody stops it."""
    return False


def told_to_nobody(_done: int, _total: int) -> None:
    """Nobody waits for it."""


@dataclass(frozen=True)
class Held:
    """What stands at a hook over some pieces."""

    ids: I32  # [H, t]
    raw: Tensor  # [H, t, d]
    first: int = 1  # positions of a piece that are left out

    def kept(self, dictionary: Dictionary) -> Tensor:
        """[H, t] the positions that the dictionary is to explain."""
        flat = self.raw.reshape(-1, self.raw.shape[-1])
        found = ~dictionary.left_out(flat).view(self.raw.shape[:-1])
        found[:, : self.first] = False
        return found

    def rows(self, dictionary: Dictionary) -> Tensor:
        """[r, d] these positions."""
        return self.raw[self.kept(dictionary).to(self.raw.device)]


def read_held(reader: Reader, ids: I32, first: int = 1, stop: Stop = never, told: Told = told_to_nobody) -> Held:
    """Read some pieces. Raises Stopped."""
    parts, some = [], max(1, AT_ONCE // ids.shape[1])
    for at in range(0, len(ids), some):
        if stop():
            raise Stopped
        told(at * ids.shape[1], ids.size)
        parts.append(reader.read(ids[at : at + some]))
    return Held(ids, torch.cat(parts), first)


# -- of the activations ------------------------------------------------------------------------------------------------


def explained(dictionary: Dictionary, rows: Tensor, stop: Stop = never) -> tuple[Scores, Activity]:
    """Scores of activations [r, d], without those of the model, and how active each latent is.

    Raises:
        InputRefused: there are no positions. Stopped: `stop` said so.
    """
    if not len(rows):
        raise InputRefused(say("Nothing is left to measure: every position is the first of its text or an outlier."))
    rows = rows.to(dictionary.w_enc.device)
    sums, active = _Sums(rows.shape[1]), _Active(dictionary.width, rows.device)
    for part in rows.split(max(1, NUMBERS_AT_ONCE // dictionary.width)):
        if stop():
            raise Stopped
        z, _, scale = dictionary.normalised(part)
        f = dictionary.active(dictionary.pre_activations(z))
        error = torch.addmm(dictionary.b_dec, f, dictionary.w_dec) - z
        sums.add(z, error, part, error * scale)
        active.add(f)
    activity = active.found(len(rows))
    scores = Scores(
        len(rows), sums.explained(0), sums.explained(2), sums.mean_square(), active.total / len(rows),
        float((activity.largest == 0).mean()),
    )  # fmt: skip
    return scores, activity


class _Sums:
    """Of z, its error, x, its error: sums over positions, in float64."""

    def __init__(self, d: int) -> None:
        self.n, self.d = 0, d
        self._squares, self._means = [0.0] * 4, [torch.zeros(d, dtype=torch.float64) for _ in range(4)]

    def add(self, *values: Tensor) -> None:
        self.n += len(values[0])
        for at, value in enumerate(values):
            exact = value.cpu().double()
            self._squares[at] += float(exact.square().sum())
            self._means[at] += exact.sum(0)

    def explained(self, at: int) -> float:
        """Share of the variance of what stands at `at`, whose error stands behind it."""
        variance = self._squares[at] - float(self._means[at].square().sum()) / self.n
        return 1.0 - self._squares[at + 1] / variance if variance > 0 else math.nan

    def mean_square(self) -> float:
        """Of z's error."""
        return self._squares[1] / (self.n * self.d)


class _Active:
    """How active latents are."""

    def __init__(self, width: int, device: torch.device) -> None:
        kept = torch.device("cpu") if device.type == "mps" else device  # which knows no float64
        self._times = torch.zeros(width, dtype=torch.float64, device=kept)
        self._sum, self._largest = self._times.clone(), torch.zeros(width, device=kept)

    def add(self, f: Tensor) -> None:
        f = f.to(self._times.device)
        self._times += (f > 0).sum(0)
        self._sum += f.sum(0, dtype=torch.float64)
        self._largest = torch.maximum(self._largest, f.amax(0))

    @property
    def total(self) -> float:
        """Activations above 0."""
        return float(self._times.sum())

    def found(self, positions: int) -> Activity:
        mean = self._sum / self._times.clamp_min(1)
        density, largest, middle = (it.float().cpu().numpy() for it in (self._times / positions, self._largest, mean))
        return Activity(positions, density, largest, middle)


# -- in the model ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Spliced:
    """Means over the tokens that follow another one."""

    tokens: int
    loss: float  # nats a token
    loss_spliced: float
    loss_ablated: float  # NaN where that was not asked for
    kl: float


def spliced(
    model: Any,
    anatomy: Anatomy,
    dictionary: Dictionary,
    ids: I32,
    mean: Tensor | None,
    first: int = 1,
    stop: Stop = never,
    told: Told = told_to_nobody,
    known: dict[int, Known] | None = None,
) -> Spliced:
    """What the model loses over pieces [P, t] with the reconstruction in place, and with `mean` [d] in place.

    `known` keeps what the model itself does, for who asks again about the same pieces: 4 bytes a token and vocabulary
    entry.

    Raises:
        InputRefused: the model has no such place. Stopped: `stop` said so.
    """
    some = max(1, LOGITS_AT_ONCE // (ids.shape[1] * anatomy.vocab_size))
    totals = [0.0] * 4
    for at in range(0, len(ids), some):
        told(at * ids.shape[1], ids.size)
        given = (known or {}).get(at) or _known(model, anatomy, dictionary.info.hook, ids[at : at + some], stop)
        if known is not None:
            known[at] = given
        found = _batch(model, anatomy, dictionary, ids[at : at + some], given, mean, first, stop)
        totals = [total + part for total, part in zip(totals, found, strict=True)]
    tokens = ids.shape[0] * (ids.shape[1] - 1)
    loss, with_it, without, kl = (total / tokens for total in totals)
    return Spliced(tokens, loss, with_it, math.nan if mean is None else without, kl)


def _known(model: Any, anatomy: Anatomy, hook: Hook, ids: I32, stop: Stop) -> Known:
    below = Reader(model, anatomy, Hook("resid", hook.layer - 1)).read(ids) if hook.layer else None
    return below, _logs(model, anatomy, ids, below, hook.layer, stop)


def _logs(model: Any, anatomy: Anatomy, ids: I32, below: Tensor | None, layer: int, stop: Stop) -> Tensor:
    """[b, t - 1, V] logarithms of the probabilities of the next token, from the states that enter a layer."""
    logits = run_rows(model, anatomy, torch.from_numpy(ids).long(), below, layer, "all", stop)[:, :-1]
    return logits.log_softmax(-1)


def _batch(
    model: Any, anatomy: Anatomy, dictionary: Dictionary, ids: I32, given: Known, mean: Tensor | None, first: int,
    stop: Stop,
) -> tuple[float, float, float, float]:  # fmt: skip
    """Sums over the tokens of some pieces: the three losses and the divergence."""
    below, own = given
    following = torch.from_numpy(ids)[:, 1:, None].long()

    def logs(new: New) -> Tensor:
        with put_in(anatomy, dictionary, new, first):
            return _logs(model, anatomy, ids, below, dictionary.info.hook.layer, stop)

    def loss(found: Tensor) -> float:
        said = found.gather(-1, following.to(found.device)).cpu().double()
        return -float(said[said > -math.inf].sum())  # a token that the model forbids would hide all others

    other = logs(dictionary.reconstruct)
    own = own.to(other.device)  # a model over several cards may end on another one
    gap = torch.where(own > -math.inf, own.exp() * (own - other), 0.0)
    kl, with_it = float(gap.sum(-1).cpu().double().sum()), loss(other)
    del other, gap
    return loss(own), with_it, 0.0 if mean is None else loss(logs(lambda x: mean.to(x).expand_as(x))), kl


@contextmanager
def put_in(anatomy: Anatomy, dictionary: Dictionary, new: New, first: int) -> Iterator[None]:
    """Something else stands where a dictionary reads, but for the first positions and outliers."""
    module, side = module_of(anatomy, dictionary.info.hook)

    def edit(values: Tensor, _given: Tensor | None = None) -> Tensor:
        part = values[:, first:]
        flat = part.reshape(-1, part.shape[-1]).float()
        other = torch.where(dictionary.left_out(flat)[:, None].to(flat.device), flat, new(flat).to(flat))
        values[:, first:] = other.view_as(part).to(values)
        return values

    end = edit_input(module, edit) if side == "input" else edit_output(module, edit)
    try:
        yield
    finally:
        end()


def measured(
    model: Any,
    anatomy: Anatomy,
    dictionary: Dictionary,
    ids: I32,
    first: int = 1,
    stop: Stop = never,
    told: Told = told_to_nobody,
) -> tuple[Scores, Activity]:
    """All scores of a dictionary over pieces [P, t] of token ids, and how active its latents are there.

    Raises:
        InputRefused: the model has no such place, or nothing is left to measure. Stopped: `stop` said so.
    """
    held = read_held(Reader(model, anatomy, dictionary.info.hook), ids, first, stop)
    rows = held.rows(dictionary)
    scores, activity = explained(dictionary, rows, stop)
    found = spliced(model, anatomy, dictionary, ids, rows.mean(0), first, stop, told)
    whole = replace(
        scores, loss=found.loss, loss_spliced=found.loss_spliced, loss_ablated=found.loss_ablated, kl=found.kl
    )
    return whole, activity

"""Which features are active at which positions of a text: read once for a dictionary, and kept in memory.

Only what is not 0 is kept. A dictionary with many active latents fills the memory sooner: reading ends at `MOST`.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp
import torch
from torch import Tensor

from engine.capture.neuron_weights import values_of
from engine.capture.norms import readout
from engine.dictionaries import shelf
from engine.dictionaries.activations import AT_ONCE, Reader
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.records import Recipe
from engine.dictionaries.texts import pieces
from engine.errors import InputRefused, Stopped
from engine.labkit.subject import of_bench
from engine.labkit.workbench import Workbench
from engine.labs.feature_map.records import (
    FEWEST_TOKENS,
    MOST_TOKENS,
    PROMOTED,
    FiredTogether,
    ReadTogether,
)
from engine.records import F32, I32
from engine.sentences import say

MOST = 24_000_000  # activations that are kept: about 300 MB
LATENTS = 2**25  # at once
CONTEXT = 128  # tokens of a piece
_DECODED = 512  # directions read as logits at once
_HELD: OrderedDict[tuple[object, ...], Fired] = OrderedDict()


@dataclass(frozen=True)
class Fired:
    """Activations over a text: T positions, n features."""

    title: str
    tokens: I32  # [T] token at each position
    active: Any  # csc [T, n] float32
    promoted: I32  # [n, PROMOTED]
    cut: bool

    @property
    def positions(self) -> int:
        """T."""
        return len(self.tokens)


def read_together(question: ReadTogether, bench: Workbench) -> FiredTogether:
    """Each feature over a text.

    Raises:
        InputRefused: as `shelf.use` and `pieces`, or so many tokens cannot be read. Stopped: a person said so.
    """
    fired = fired_of(question, bench)
    token, share = _strongest_token(fired)
    density, largest = densities(fired)
    return FiredTogether(
        fired.title, fired.positions, density, largest, token, share,
        fired.promoted, fired.cut,
    )  # fmt: skip


def fired_of(question: ReadTogether, bench: Workbench) -> Fired:
    """What was read, read anew where it is not in memory. Raises as `read_together`."""
    dictionary = shelf.use(question.dictionary, bench.anatomy)
    key = (
        dictionary.info.sha256,
        dictionary.info.hook,
        question.text,
        question.tokens,
        bench.info.sha256,
        id(bench.model),
    )
    if key not in _HELD:
        _HELD[key] = _read(question, dictionary, bench)
        while len(_HELD) > 1:
            _HELD.popitem(last=False)
    return _HELD[key]


def held(sha256: str) -> tuple[F32, F32] | None:
    """Density and largest activation of a dictionary's features over a text that was read; None: none is in memory."""
    fired = next((fired for key, fired in _HELD.items() if key[0] == sha256), None)
    return None if fired is None else densities(fired)


def densities(fired: Fired) -> tuple[F32, F32]:
    """[n] share of the positions at which a feature is active, and [n] its largest activation."""
    density = np.diff(fired.active.indptr) / max(fired.positions, 1)
    return density.astype(np.float32), fired.active.max(axis=0).toarray()[0].astype(np.float32)


def _read(question: ReadTogether, dictionary: Dictionary, bench: Workbench) -> Fired:
    if not FEWEST_TOKENS <= question.tokens <= MOST_TOKENS:
        raise InputRefused(
            say(
                "{n:,} tokens cannot be read. Choose from {low:,} to {high:,}.",
                n=question.tokens,
                low=FEWEST_TOKENS,
                high=MOST_TOKENS,
            )
        )
    subject = of_bench(bench)
    recipe = Recipe(dictionary.info.hook, text=question.text, tokens=question.tokens, context=CONTEXT)
    cut = pieces(recipe, subject.encode, (), subject.context, bench.stop)
    ids = np.concatenate([cut.ids, cut.held])
    reader = Reader(bench.model, bench.anatomy, dictionary.info.hook)
    some, kept, doing = (
        max(1, min(AT_ONCE, LATENTS // dictionary.width) // ids.shape[1]),
        0,
        say("Reading {title}", title=cut.title),
    )
    parts: list[Any] = []
    for at in range(0, len(ids), some):
        if bench.stop():
            raise Stopped
        x = reader.read(ids[at : at + some])[:, 1:]  # [b, t - 1, D]: the first token of a piece is like no other
        parts.append(sp.csr_matrix(dictionary.encode(x.reshape(-1, x.shape[-1])).cpu().numpy()))
        kept += parts[-1].nnz
        bench.progress(doing, min(at + some, len(ids)), len(ids))
        if kept > MOST:
            break
    active = sp.vstack(parts).tocsc()
    tokens = ids[: -(-active.shape[0] // (ids.shape[1] - 1)), 1:].reshape(-1)
    return Fired(cut.title, tokens, active, _promoted(dictionary, tokens, bench), kept > MOST)


def _promoted(dictionary: Dictionary, tokens: I32, bench: Workbench) -> I32:
    """[n, PROMOTED] the text's tokens with the largest logits of each direction; -1 where the head cannot be read."""
    found = np.full((dictionary.width, PROMOTED), -1, np.int32)
    there = np.unique(tokens)
    try:
        head = readout(bench.anatomy)
    except InputRefused:
        return found
    rows = head.weight[torch.from_numpy(there.astype(np.int64)).to(head.weight.device)].float()
    directions = _written(dictionary, bench)
    k = min(PROMOTED, len(there))
    for at in range(0, dictionary.width, _DECODED):
        if bench.stop():
            raise Stopped
        moved = (head.norm.centred(directions[at : at + _DECODED].float().cpu()) * head.norm.gain).to(rows.device)
        best = (moved @ rows.T).topk(k, dim=1).indices.cpu().numpy()
        found[at : at + _DECODED, :k] = there[best]
    return found


def _written(dictionary: Dictionary, bench: Workbench) -> Tensor:
    """[n, D] what each feature adds to resid; neurons write through the down projection."""
    hook, directions = dictionary.info.hook, dictionary.directions()
    if hook.kind != "neurons":
        return directions
    return directions @ values_of(bench.anatomy, hook.layer).float().to(directions.device)


def _strongest_token(fired: Fired) -> tuple[I32, F32]:
    """Of each feature the token at which most of its activations stand, and what share of their sum."""
    tokens = by_token(fired)
    masses = tokens.masses.tocsc()
    n = masses.shape[1]
    token, share = np.full(n, -1, np.int32), np.zeros(n, np.float32)
    for at in np.flatnonzero(np.diff(masses.indptr)).tolist():
        part = slice(masses.indptr[at], masses.indptr[at + 1])
        best = int(np.argmax(masses.data[part]))
        token[at] = tokens.ids[masses.indices[part][best]]
        share[at] = masses.data[part][best] / masses.data[part].sum()
    return token, share


@dataclass(frozen=True)
class ByToken:
    """What features' activations sum to at each token of a text."""

    ids: I32  # [v] the tokens, ascending
    counts: I32  # [v] positions of each
    masses: Any  # csr [v, n]


def by_token(fired: Fired) -> ByToken:
    """See the record."""
    ids, which, counts = np.unique(fired.tokens, return_inverse=True, return_counts=True)
    at = np.arange(fired.positions)
    chosen = sp.csr_matrix((np.ones(fired.positions, np.float32), (which, at)), shape=(len(ids), fired.positions))
    return ByToken(ids.astype(np.int32), counts.astype(np.int32), (chosen @ fired.active).tocsr())

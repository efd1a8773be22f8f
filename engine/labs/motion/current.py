"""What the window lacks to measure the run on screen: scales, states after the final norm, and the ends of fans."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.errors import InputRefused, Stopped
from engine.generation.prompt import open_ended
from engine.generation.session import Session
from engine.labkit.distributions import entropy, likeliest, log_probs
from engine.labkit.workbench import Workbench
from engine.labs.motion import fans
from engine.labs.motion.questions import AskFans, AskNormed, AskScales, Fans, Normed, Scales
from engine.labs.motion.records import F64, GIANT, left_out_of
from engine.labs.motion.texts import all_rows, begun, ends_of, openings, require_row, states_at
from engine.records import F32, I32, Sampling, Space
from engine.sentences import say

_known: weakref.WeakKeyDictionary[Any, Scales] = weakref.WeakKeyDictionary()  # of models, as they are
NEAR_IN_FREQUENCY = 50  # ranks within which a random token of about the same frequency is drawn


def scales(_question: AskScales, bench: Workbench) -> Scales:
    """Mean and spread of every dimension of every row, over the bundled openings read by the model as it is.

    Raises:
        InputRefused: the model has no states. Stopped: a person asked for an end.
    """
    require_row(bench, 0)
    known = _known.get(bench.model)
    if known is not None:
        return known
    bench.session.cool()
    texts, _ = openings("")
    rows, positions = [], []
    for at, text in enumerate(texts):
        bench.progress(say("Reading the bundled openings"), at, len(texts))
        if bench.stop():
            raise Stopped
        ids = encoded(bench, text, 0)
        with begun(bench, Sampling(), ids) as session:
            nodes = session.tree.path(session.current)
            rows.append(all_rows(session, nodes))
            positions.append(np.arange(len(nodes)))
    bench.progress(say("Reading the bundled openings"), len(texts), len(texts))
    made = _known[bench.model] = scales_of(np.concatenate(rows), np.concatenate(positions))
    return made


def scales_of(rows: F32, positions: I32) -> Scales:
    """The scales of states [n, L+2, D] at `positions` [n]. In row 0 nothing is left out."""
    n_rows, width = rows.shape[1:]
    mean, spread = np.empty((n_rows, width), np.float32), np.empty((n_rows, width), np.float32)
    longest = np.full(n_rows, np.nan, np.float32)
    for row in range(n_rows):
        states = rows[:, row].astype(np.float64)
        lengths = np.sqrt(np.square(states).sum(axis=1))
        after = positions > 0
        if row and after.any():
            longest[row] = GIANT * np.median(lengths[after])
            states = states[after & (lengths <= longest[row])]
        mean[row], deviation = states.mean(axis=0), states.std(axis=0)
        spread[row] = np.where(deviation > 0, deviation, 1)
    return Scales(mean, spread, longest, len(rows))


def encoded(bench: Workbench, text: str, more: int) -> list[int]:
    """A text's tokens, cut where `more` tokens would not fit behind them. Raises InputRefused where none are left."""
    ids = open_ended(bench.tokenizer, text)[: max(1, bench.session.context - more - 1)]
    if not ids:
        raise InputRefused(say("A text has no tokens. Type at least one word on each line."))
    if max(ids) >= bench.anatomy.vocab_size or min(ids) < 0:
        raise InputRefused(
            say("A text has tokens that this model does not have ({most}). Choose another text.", most=max(ids))
        )
    return ids


def final_states(question: AskNormed, bench: Workbench) -> Normed:
    """[T, D] after the final norm, of the run's path to a node. Raises InputRefused, Stopped."""
    path = _path(bench, question.node)
    bench.session.states(question.node, 0, bench.stop)
    bench.session.cool()
    return Normed(question.node, states_at(bench.session, path, bench.anatomy.n_layers + 1))


def _path(bench: Workbench, node: int) -> list[int]:
    require_row(bench, 0)
    bench.session.tree.require(node)
    if node < 0:
        raise InputRefused(say("There is no text whose motion could be measured. Type a prompt and run it first."))
    return bench.session.tree.path(node)


def run_fans(question: AskFans, bench: Workbench) -> Fans:
    """The fan of every position of the run's path to a node. Raises InputRefused, Stopped."""
    require_row(bench, question.row)
    if not 2 <= question.k <= 50:
        raise InputRefused(say("A fan has 2 to 50 candidates, not {k}.", k=question.k))
    path = _path(bench, question.node)
    session = bench.session
    session.states(question.node, 0, bench.stop)
    here = scales(AskScales(), bench)
    points = states_at(session, path, question.row)
    left_out = left_out_of(points, question.row > 0, float(here.longest[question.row]))
    trail = Trail(session, path)
    try:
        trail.likely(question.k, bench)
        rng = np.random.default_rng(question.seed)
        ranked = np.argsort(-trail.total, kind="stable")
        fan_ends, random_ends = trail.ends(question.row, ranked, rng, bench, 0, len(path))
    finally:
        session.cool()
    raw = (points, fan_ends, random_ends)
    one, two, three = (standard(part, here, question.row) for part in raw)
    on_map = placed_on_map(bench, question.space, raw)
    flat = None if on_map is None else fans.figures(*on_map, ~left_out, question.seed)
    return fans.finding(question.node, (fans.figures(one, two, three, ~left_out, question.seed), flat), question.seed)


def standard(states: F32, scale: Scales, row: int) -> F32:
    """Standardised states [..., D]."""
    made: F32 = ((states - scale.mean[row]) / scale.spread[row]).astype(np.float32)
    return made


def placed_on_map(bench: Workbench, space: Space | None, parts: Sequence[F32]) -> tuple[F32, F32, F32] | None:
    """The same vectors [..., D] as they lie on the map in use [..., 3]; None where none is."""
    if space is None:
        return None
    flat = [part.reshape(-1, part.shape[-1]) for part in parts]
    every, back = np.unique(np.concatenate(flat), axis=0, return_inverse=True)
    found = np.empty((len(every), 3), np.float32)
    for low in range(0, len(every), 64):
        bench.progress(say("Placing the fans on the map"), low, len(every))
        if bench.stop():
            raise Stopped
        placed = bench.place(space, np.ascontiguousarray(every[low : low + 64]))
        if placed is None:
            return None
        found[low : low + 64] = placed.points3
    bench.progress(say("Placing the fans on the map"), len(every), len(every))
    rows = np.split(found[back.reshape(-1)], np.cumsum([len(part) for part in flat])[:-1])
    one, two, three = (part.reshape(*old.shape[:-1], 3) for part, old in zip(rows, parts, strict=True))
    return one, two, three


@dataclass
class Trail:
    """A path of nodes of a session, with the likeliest tokens after each."""

    session: Session
    nodes: list[int]

    def __post_init__(self) -> None:
        size = self.session.anatomy.vocab_size
        self.tops = np.empty((0, 0), np.int32)  # [T, k]
        self.entropy: F64 = np.empty(0)  # [T] bits
        self.total: F64 = np.zeros(size)  # [V] probabilities, summed over the path

    def likely(self, k: int, bench: Workbench) -> None:
        """Find the k likeliest tokens after each node, the entropy there, and what is likely in all."""
        tops, entropy = [], []
        for at, node in enumerate(self.nodes):
            bench.progress(say("Reading what may come next"), at, len(self.nodes))
            if bench.stop():
                raise Stopped
            top, bits = self.look(node, k, bench)
            tops.append(top)
            entropy.append(bits)
        self.tops, self.entropy = np.stack(tops), np.array(entropy)

    def look(self, node: int, k: int, bench: Workbench) -> tuple[I32, float]:
        """The k likeliest tokens after a node and the entropy in bits; adds its probabilities to the total."""
        logits: F32 = self.session.logits_after(node, bench.stop).float().cpu().numpy()
        logs = log_probs(logits)
        self.total += np.exp(logs)
        return likeliest(logits, k).astype(np.int32), float(entropy(logs))

    def ends(
        self, row: int, ranked: np.ndarray, rng: np.random.Generator, bench: Workbench, done: int, total: int
    ) -> tuple[F32, F32]:  # fmt: skip
        """[T, k, D] the states after the likeliest tokens, and after random ones of about their frequency.

        Candidates stand by their ids: nearly equal probabilities may be ranked otherwise by another processor, and
        what is drawn among them is to be the same there.
        """
        place_of = np.empty(len(ranked), np.int64)
        place_of[ranked] = np.arange(len(ranked))
        table = self._table(row)
        found = []
        for at, (node, top) in enumerate(zip(self.nodes, self.tops, strict=True)):
            bench.progress(say("Measuring the fans"), done + at, total)
            if bench.stop():
                raise Stopped
            candidates = np.sort(top)
            tokens = np.concatenate([candidates, alike(candidates, ranked, place_of, rng)])
            found.append(table[tokens] if table is not None else ends_of(self.session, node, tokens, row, bench))
        both = np.stack(found)
        k = self.tops.shape[1]
        return both[:, :k], both[:, k:]

    def _table(self, row: int) -> F32 | None:
        """[V, D] the rows of the token embedding, where the input of layer 0 is nothing else; None elsewhere."""
        if row:
            return None
        anatomy = self.session.anatomy
        weight: F32 = anatomy.embedding_weight.float().cpu().numpy() * np.float32(anatomy.embedding_scale)
        ids = self.session.tree.ids(self.nodes)
        if weight.shape[1] != anatomy.d_model:
            return None
        return weight if np.allclose(weight[ids], states_at(self.session, self.nodes, 0), atol=1e-4) else None


def alike(tokens: I32, ranked: np.ndarray, place_of: np.ndarray, rng: np.random.Generator) -> I32:
    """For each of `tokens` another one of about the same frequency: within some ranks of it, drawn evenly.

    The draw is by a number of each token's own, not by its rank: tokens whose frequencies differ by rounding only may
    change places from one processor to the next, and the control is to be the same there.
    `ranked` [V] token ids, the most frequent first; `place_of` [V] the rank of each.
    """
    size = len(ranked)
    reach = min(NEAR_IN_FREQUENCY, max(size - 1, 1))
    salts = rng.integers(0, 2**63, len(tokens), dtype=np.uint64)
    chosen = []
    for token, salt in zip(tokens, salts, strict=True):
        low = int(np.clip(place_of[token] - reach // 2, 0, max(size - 1 - reach, 0)))
        near = ranked[low : low + reach + 1]
        near = near[near != token]
        chosen.append(int(near[_scattered(near, salt).argmin()]) if len(near) else int(token))
    return np.array(chosen, np.int32)


def _scattered(ids: np.ndarray, salt: np.uint64) -> np.ndarray:
    """A number of each id's own, evenly scattered: splitmix64 (Steele et al., OOPSLA 2014)."""
    with np.errstate(over="ignore"):
        z = ids.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + salt
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(z ^ (z >> np.uint64(31)))

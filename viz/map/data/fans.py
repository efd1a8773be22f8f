"""Rays from nodes to their likeliest next tokens, and which nodes' true next states have to be asked for first.

In a space of tokens a ray ends on its token; in a space of states it ends where the state after that token truly lies,
which the engine has to compute.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.records import F32, I32, Bools
from engine.run import MapState, Run
from viz.map.data.places import Places
from viz.map.data.settings import Settings
from viz.tokens.odds import odds

_NONE3 = np.zeros((0, 3), np.float32)
_NONE = np.zeros(0, np.int32)


@dataclass(frozen=True, eq=False)
class Fan:
    """Rays from nodes to their likeliest next tokens."""

    nodes: I32  # [R]
    token_ids: I32  # [R]
    start: F32  # [R, 3]
    end: F32  # [R, 3]
    probability: F32  # [R]
    chosen: Bools  # [R] the token that was taken
    current: Bools  # [R] of the position looked at

    def __len__(self) -> int:
        return len(self.nodes)


NO_FAN = Fan(_NONE, _NONE, _NONE3, _NONE3, np.zeros(0, np.float32), np.zeros(0, np.bool_), np.zeros(0, np.bool_))


def fans_known(state: MapState, key: str, node: int) -> tuple[int, int]:
    """How many positions have their true fans in a layout, and how many ends the one of `node` has."""
    of_layout = state.fans.get(key, {})
    here = of_layout.get(node)
    return len(of_layout), len(here[0]) if here is not None else 0


def fans(run: Run, places: Places, settings: Settings, node: int) -> tuple[Fan, tuple[int, ...]]:
    """The rays shown, and the nodes whose true next states have to be asked for first."""
    if settings.fans == "none" or node < 0:
        return NO_FAN, ()
    nodes = _shown(run, settings, node)
    following = dict(zip(run.path, run.path[1:], strict=False))
    ends_of = _token_ends if places.is_vocabulary else _state_ends
    parts, wanted = [], []
    rays = places.kept.rays
    drawn = run.sampling if settings.fan_drawn else None
    look = (places.state.layout.key, settings.flat, id(places.points), settings.fan_k, settings.fan_cutoff, drawn)
    known_fans = places.state.fans.get(places.state.layout.key, {})
    for at in nodes:
        n_known = len(known_fans[at][0]) if at in known_fans else 0
        exact = drawn is not None and run.distribution is not None and run.distribution[0] == at
        key = (*look, following.get(at), n_known, at in places.table, exact)
        if at not in rays or rays[at][0] != key:
            rays[at] = key, _fan_of(run, places, settings, at, following.get(at), ends_of)
        made = rays[at][1]
        if made is not None:
            parts.append(made)
        if made is None or _is_short(run, places, settings, at):
            wanted.append(at)
    if not parts:
        return NO_FAN, tuple(wanted)
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
    nodes_of, ids, start, end, probs, taken = columns
    return Fan(nodes_of, ids, start, end, probs, taken, nodes_of == node), tuple(wanted)


def _shown(run: Run, settings: Settings, node: int) -> list[int]:
    """The nodes whose fans are shown: of one position, of all up to it, or of the whole path."""
    if settings.fans not in ("so far", "all"):
        return [node]
    path = list(run.path)
    return path if settings.fans == "all" or node not in path else path[: path.index(node) + 1]


def _is_short(run: Run, places: Places, settings: Settings, node: int) -> bool:
    """Whether a space of states knows fewer ends of this fan than are to be shown."""
    known = places.state.fans.get(places.state.layout.key, {}).get(node)
    return known is not None and len(known[0]) < min(settings.fan_k, len(run.nodes[node].next_ids))


Ends = Callable[[Run, Places, int, I32, int | None], "tuple[I32, F32] | None"]


def _fan_of(
    run: Run, places: Places, settings: Settings, node: int, child: int | None, ends_of: Ends
) -> tuple[Any, ...] | None:
    """One node's rays, the first six columns of a `Fan`; None where their ends must be asked for."""
    start = places.of_node(node)
    ids, probs = _likely(run, settings, node, child)
    taken = run.nodes[child].token_id if child is not None else -1
    if start is None:
        return None
    found = ends_of(run, places, node, ids, child)
    if found is None:
        return None
    here, ends = found
    probs = probs[np.isin(ids, here)]
    n = len(here)
    return np.full(n, node, np.int32), here, np.repeat(start[0][None], n, axis=0), ends, probs, here == taken


def _likely(run: Run, settings: Settings, node: int, child: int | None) -> tuple[I32, F32]:
    """The tokens of one node's rays, the one taken among them in any case, and how likely they are."""
    record = run.nodes[node]
    ids, logits, probs = record.next_ids, record.next_logits, record.next_probs
    taken = run.nodes[child].token_id if child is not None else -1
    k = min(settings.fan_k, len(ids))
    if child is not None and taken not in ids:
        bits = np.float32(run.nodes[child].surprisal)
        logit = logits[0] - np.float32(np.log(2.0)) * bits - np.log(probs[0])
        ids = np.append(ids, np.int32(taken)).astype(np.int32)
        logits, probs = np.append(logits, logit), np.append(probs, np.float32(2.0) ** -bits)
    if settings.fan_drawn:
        probs = _chances(run, node, ids, logits.astype(np.float32), probs.astype(np.float32))
    keep = probs >= settings.fan_cutoff
    keep[k:] = False
    keep |= ids == taken
    return ids[keep], np.asarray(probs[keep], np.float32)


def _chances(run: Run, node: int, ids: I32, logits: F32, probs: F32) -> F32:
    """[n] of being drawn after `node`, from the whole distribution where that is known."""
    full = run.distribution[1] if run.distribution is not None and run.distribution[0] == node else None
    seen: I32 = np.array([run.nodes[at].token_id for at in run.path_to(node)], np.int32)
    vocab = run.info.vocab_size if run.info is not None else len(ids)
    return odds(ids, logits, probs, max(vocab, len(ids)), run.sampling, seen, full).chances


def _token_ends(run: Run, places: Places, node: int, ids: I32, child: int | None) -> tuple[I32, F32] | None:
    """In a space of tokens a ray ends on its token."""
    ids = ids[ids < len(places.points)]
    return ids, places.of_tokens(ids)


def _state_ends(run: Run, places: Places, node: int, ids: I32, child: int | None) -> tuple[I32, F32] | None:
    """In a space of states a ray ends where the state after that token truly lies."""
    known = places.state.fans.get(places.state.layout.key, {}).get(node)
    if known is None:
        return None
    where = {int(token): row for row, token in enumerate(known[0])}
    ends = places.placed(known[1])
    table = {token: ends[row] for token, row in where.items()}
    if child is not None and (at := places.of_node(child)) is not None:
        table[run.nodes[child].token_id] = at[0]
    here = np.array([token for token in ids if int(token) in table], np.int32)
    return here, np.stack([table[int(token)] for token in here]) if len(here) else _NONE3

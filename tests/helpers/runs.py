"""Runs made without a model, but with every quantity consistent: what a view may rely on holds in them too.

Each position's candidates come from one softmax over the tiny vocabulary, surprisal and entropy are those of that
softmax, attention rows are causal and sum to 1, and the residual stream is a sum of what blocks write. The
vocabulary has what breaks displays: CJK, Arabic, emoji in byte fragments, controls, indentation and special tokens.

The same call makes the same records, which nobody can write to: they are made once, and each run is a new one of them.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from engine.records import (
    EMBEDDING,
    F32,
    TOKEN_KINDS,
    Background,
    Layout,
    ModelInfo,
    Placed,
    Space,
    Tokens,
    Vocabulary,
)
from engine.run import MapState, Run

LAYERS, HEADS, WIDTH, MLP = 3, 4, 16, 24
CANDIDATES = 50
PROMPT = (3, 4, 5, 6, 7, 8, 9, 10, 11)
_TEXT = (
    "The best thing about AI is its ability to learn predict make understand do create help solve adapt work grow "
    "think write read see and or the a of in that with for from new data people world time can will not one two"
)
_PIECES = ("ing", "ed", "er", "s", "ly", "tion", "un", "re", ".", ",", "!", "?", '"', "(", ")", "0", "1", "2024", "::")
_EARTH = "🌍".encode()


@functools.cache
def tiny_vocabulary() -> Vocabulary:
    """Some ninety tokens: words from id 3 on (`PROMPT` is a sentence), pieces, other scripts, fragments, specials."""
    rows: list[tuple[bytes, str]] = [(name, "special") for name in (b"<|endoftext|>", b"<|im_start|>", b"<|im_end|>")]
    rows += [((b"" if i == 0 else b" ") + word.encode(), "word start") for i, word in enumerate(_TEXT.split())]
    rows += [(piece.encode(), _kind_of(piece)) for piece in _PIECES]
    rows += [(text, "white space") for text in (b"\n", b"\n\n", b"\t", b"    ", b"\r\n")]
    rows += [(text.encode(), "other script") for text in ("你好", "世界", " مرحبا", "سلام", "नमस्ते", " мир")]
    rows += [(piece, "bytes") for piece in (_EARTH[:2], _EARTH[2:3], _EARTH[3:], b"\xff", b"\x00")]
    data = b"".join(raw for raw, _ in rows)
    return Vocabulary(
        data=np.frombuffer(data, np.uint8).copy(),
        offsets=np.cumsum([0, *(len(raw) for raw, _ in rows)]).astype(np.int64),
        kinds=np.array([TOKEN_KINDS.index(kind) for _, kind in rows], np.uint8),
    )


def _kind_of(piece: str) -> str:
    if piece.isdigit():
        return "digit"
    return "continuation" if piece.isalpha() else "punctuation"


def tiny_info(vocabulary: Vocabulary) -> ModelInfo:
    """A model of three blocks of four heads."""
    return ModelInfo(
        name="tiny",
        family="llama",
        sha256="0" * 64,
        revision="",
        source="made for a test",
        device="cpu",
        dtype="float32",
        n_layers=LAYERS,
        n_heads=HEADS,
        n_kv_heads=2,
        d_model=WIDTH,
        d_mlp=MLP,
        vocab_size=len(vocabulary),
        context=512,
        n_parameters=12345,
        tied_embeddings=True,
        position_scheme="rotary",
        bos_id=0,
        eos_ids=(0,),
    )


def softmax(values: F32) -> F32:
    """Softmax over the last axis."""
    powers = np.exp(values - values.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)


def grow(
    run: Run,
    token_ids: Sequence[int],
    parent: int | None = None,
    seed: int = 0,
    attn: bool = True,
    neurons: bool = True,
    resid: bool = True,
) -> None:
    """Append one node for each of `token_ids` after `parent` (the current node where None)."""
    assert run.vocabulary is not None
    parent = run.current if parent is None else parent
    before = _next_probs(run, parent)
    run.append(
        _tokens(
            (run.run_id, parent, len(run.nodes), len(run.path_to(parent))),
            tuple(token_ids),
            len(run.vocabulary),
            None if before is None else before.tobytes(),
            seed,
            attn=attn,
            neurons=neurons,
            resid=resid,
        )
    )


@functools.lru_cache(maxsize=4096)
def _tokens(
    where: tuple[int, int, int, int],
    token_ids: tuple[int, ...],
    v: int,
    before: bytes | None,
    seed: int,
    *,
    attn: bool,
    neurons: bool,
    resid: bool,
) -> Tokens:
    """The records of `token_ids` at `where`: run, parent, first node, position; `before` [v] float32 led there."""
    run_id, parent, first_node, position = where
    rng = np.random.default_rng((seed, first_node, position))
    t = len(token_ids)
    logits = rng.normal(0, 2.5, (t, v)).astype(np.float32)  # [t, V]
    probs = softmax(logits)
    given = probs[: t - 1]
    surprisal = np.full(t, np.nan, np.float32)
    if before is not None:
        surprisal[0] = -np.log2(np.frombuffer(before, np.float32)[token_ids[0]])
    for row in range(1, t):
        surprisal[row] = -np.log2(given[row - 1, token_ids[row]])
    order = np.argsort(-logits, axis=1)[:, : min(CANDIDATES, v)].astype(np.int32)  # [t, K]
    return Tokens(
        run_id=run_id,
        parent=parent,
        first_node=first_node,
        position=position,
        token_ids=np.array(token_ids, np.int32),
        resid=np.cumsum(rng.normal(0, 1, (t, LAYERS + 1, WIDTH)), axis=1).astype(np.float32) if resid else None,
        attn=causal_attention(rng, t, position) if attn else None,
        neurons=rng.normal(0, 1, (t, LAYERS, MLP)).astype(np.float32) if neurons else None,
        next_ids=order,
        next_probs=np.take_along_axis(probs, order, axis=1),
        next_logits=np.take_along_axis(logits, order, axis=1),
        entropy=(-(probs * np.log2(probs)).sum(axis=1)).astype(np.float32),
        surprisal=surprisal,
    )


def _next_probs(run: Run, node: int) -> F32 | None:
    """All V probabilities after `node`, spread evenly over what its record does not keep. [V] float32"""
    if node < 0:
        return None
    record = run.nodes[node]
    assert run.vocabulary is not None
    v, k = len(run.vocabulary), len(record.next_ids)
    probs = np.full(v, (1 - record.next_probs.sum()) / max(v - k, 1), np.float32)
    probs[record.next_ids] = record.next_probs
    return np.maximum(probs, np.float32(1e-9))


def causal_attention(rng: np.random.Generator, t: int, position: int) -> F32:
    """[L, H, t, position + t] rows over the past, summing to 1, 0 in the future; the first token draws some 0.4."""
    scores = rng.normal(0, 2, (LAYERS, HEADS, t, position + t)).astype(np.float32)
    scores[..., 0] += 3
    future = np.arange(position + t)[None, :] > position + np.arange(t)[:, None]  # [t, position + t]
    scores[:, :, future] = -np.inf
    return softmax(scores)


def likely(run: Run, rank: int = 0) -> int:
    """The candidate of this rank after the current node."""
    return int(run.nodes[run.current].next_ids[rank])


def with_map(run: Run, space: Space = EMBEDDING) -> Run:
    """Give `run` a map of `space` on which its nodes and fans are placed."""
    assert run.vocabulary is not None
    background, layout = _laid_out(space, len(run.vocabulary))
    state = run.maps[space] = MapState(background, [layout])
    nodes = [record.node for record in run.nodes]
    state.place(nodes, placed(layout, [run.nodes[node].token_id for node in nodes]))
    for record in run.nodes:
        ids = record.next_ids[:10]
        state.fans.setdefault(layout.key, {})[record.node] = (
            ids,
            _fan(space, len(run.vocabulary), tuple(ids.tolist())),
        )
    return run


@functools.cache
def _laid_out(space: Space, n: int) -> tuple[Background, Layout]:
    rng = np.random.default_rng(7)
    points = rng.normal(0, 1, (n, 3)).astype(np.float32)
    layout = Layout(
        space, "umap", None, points, points[:, :2].copy(), "a test", f"key-{space.key}", 0.31, 0.2, 0.013, 500
    )
    background = Background(
        space=space,
        token_ids=np.arange(n, dtype=np.int32),
        norms=rng.uniform(1, 4, n).astype(np.float32),
        clusters=(np.arange(n) % 5).astype(np.uint8),
    )
    return background, layout


@functools.lru_cache(maxsize=4096)
def _fan(space: Space, n: int, points: tuple[int, ...]) -> Placed:
    return placed(_laid_out(space, n)[1], points)


def placed(layout: Layout, points: Sequence[int]) -> Placed:
    """Background points themselves as placed ones."""
    rows = np.array(points, np.int64)
    share = np.linspace(0.1, 0.6, max(len(rows), 1), dtype=np.float32)[: len(rows)]
    return Placed(
        layout.key, layout.points3[rows], layout.points2[rows], share, share.copy(), np.zeros(len(rows), bool)
    )


# -- the runs every view must bear -------------------------------------------------------------------------------


def no_model() -> Run:
    """Nothing loaded yet."""
    return Run()


def empty() -> Run:
    """A model, but no token."""
    vocabulary = tiny_vocabulary()
    return Run(tiny_info(vocabulary), vocabulary)


def prompted(attn: bool = True, neurons: bool = True, resid: bool = True) -> Run:
    """The prompt of nine tokens, prefilled."""
    run = empty()
    run.prompt = "The best thing about AI is its ability to"
    run.prompt_tokens = len(PROMPT)
    grow(run, PROMPT, attn=attn, neurons=neurons, resid=resid)
    return run


def one_token() -> Run:
    """A prompt of a single token."""
    run = empty()
    run.prompt, run.prompt_tokens = "The", 1
    grow(run, PROMPT[:1])
    return run


def one_step() -> Run:
    """The prompt and one generated token."""
    run = prompted()
    grow(run, [likely(run)])
    return with_map(run)


def fifty_steps() -> Run:
    """The prompt and fifty generated tokens: each the second-likeliest, with other scripts and split emoji between."""
    run = prompted()
    assert run.vocabulary is not None
    last = len(run.vocabulary)
    strange = {10: last - 5, 11: last - 4, 12: last - 3, 20: last - 11, 25: last - 9, 30: last - 16, 40: last - 2}
    for step in range(50):
        grow(run, [strange.get(step, likely(run, 1))])
    return with_map(run)


def branched() -> Run:
    """Fifty steps, then two other ways: one from the prompt's end (abandoned), one half-way (current)."""
    run = fifty_steps()
    for node, rank in ((len(PROMPT) - 1, 2), (len(PROMPT) + 20, 3)):
        run.move(node)
        grow(run, [likely(run, rank)])
        for _ in range(6):
            grow(run, [likely(run)])
    return with_map(run)


def stepped_back() -> Run:
    """The branched run, the current node inside it: what follows is there but not on the path."""
    run = branched()
    run.move(len(PROMPT) + 3)
    return run


def without_attention() -> Run:
    """A run whose attention was left out by the memory budget."""
    run = prompted(attn=False)
    for _ in range(3):
        grow(run, [likely(run)], attn=False)
    return with_map(run)


def without_neurons() -> Run:
    """A run without neurons."""
    return with_map(prompted(neurons=False))


def bare() -> Run:
    """A run with neither states, attention nor neurons, of a model that cannot show attention."""
    run = prompted(attn=False, neurons=False, resid=False)
    assert run.info is not None
    run.info = replace(run.info, missing=(("attn", "This model computes no attention."),))
    return run


RUNS: dict[str, Callable[[], Run]] = {
    made.__name__: made
    for made in (
        no_model,
        empty,
        prompted,
        one_token,
        one_step,
        fifty_steps,
        branched,
        stepped_back,
        without_attention,
        without_neurons,
        bare,
    )
}

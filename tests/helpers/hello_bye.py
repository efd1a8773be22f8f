"""The Hello/Bye lab's question and what it finds, made by numbers alone, and its views on screen.

Nothing here knows a model: states, weights and logits of a position are random, the same wherever the same tokens
stand before it. What tells positions apart is that of each family, by its formula. `hello_bye_model` has the same from
real models.
"""

from __future__ import annotations

import functools
import math
import zlib
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from pytestqt.qtbot import QtBot

from engine.labs.hello_bye.records import (
    CANDIDATES,
    AskGoesOn,
    AskHelloBye,
    GoesOn,
    HelloByeFound,
    words_of_tokens,
)
from engine.records import F32, I32, Tokens
from engine.run import Run
from tests.helpers.letters import Letters
from tests.helpers.runs import softmax, tiny_info
from viz.intents import Intent
from viz.ui_state import UiState
from viz.view import View

QUESTION = AskHelloBye("hi", "no", 3, 4)
SHA = "0" * 64  # of `tiny_info`
LAYERS, HEADS, WIDTH, VOCAB, CONTEXT = 4, 4, 32, 95, 64


@dataclass(frozen=True)
class Family:
    """How positions are told apart, and what becomes of the embedding before block 0."""

    scheme: Literal["learned", "rotary", "alibi"]
    scale: float = 1.0
    projected: bool = False  # the embedding is narrower than the states


FAMILIES = {
    "llama": Family("rotary"),
    "mistral": Family("rotary"),
    "gptj": Family("rotary"),
    "gemma": Family("rotary", scale=math.sqrt(WIDTH)),
    "gpt2": Family("learned"),
    "opt-post-norm-projected": Family("learned", projected=True),
    "bloom": Family("alibi"),
}


@dataclass(frozen=True)
class Measured:
    """What a forward over T tokens would show."""

    resid: F32  # [T, L+1, D]
    attn: F32  # [L, H, T, T]
    logits: F32  # [T, V]


def chosen(question: AskHelloBye = QUESTION, **changes: object) -> UiState:
    """The state in which a person has typed these words."""
    ui = UiState(**changes)  # type: ignore[arg-type]
    for name in ("first", "second", "first_count", "second_count"):
        ui = ui.with_option("hello_bye", name, getattr(question, name))
    return ui


def ids_of(text: str) -> I32:
    """[T] a token a letter."""
    return np.array(Letters()(text)["input_ids"], np.int32)


def embedding(family: str) -> F32:
    """[V, E] of the family's tokens."""
    width = WIDTH // 2 if FAMILIES[family].projected else WIDTH
    return _chance(family, "embedding").normal(0, 1, (VOCAB, width)).astype(np.float32)


def table(family: str) -> F32:
    """[context, D] of its positions."""
    return _chance(family, "positions").normal(0, 0.5, (CONTEXT, WIDTH)).astype(np.float32)


def measured(family: str, token_ids: I32) -> Measured:
    """States, weights and logits of every position, each by the tokens up to it."""
    made, n = FAMILIES[family], len(token_ids)
    resid = np.empty((n, LAYERS + 1, WIDTH), np.float32)
    attn = np.zeros((LAYERS, HEADS, n, n), np.float32)
    logits = np.empty((n, VOCAB), np.float32)
    for at in range(n):
        chance = _chance(family, token_ids[: at + 1].tobytes().hex())
        writes = chance.normal(0, 1, (LAYERS + 1, WIDTH))
        if not made.projected:
            writes[0] = embedding(family)[token_ids[at]] * made.scale
            writes[0] += table(family)[at] if made.scheme == "learned" else 0
        resid[at] = np.cumsum(writes, axis=0)
        attn[:, :, at, : at + 1] = softmax(chance.normal(0, 2, (LAYERS, HEADS, at + 1)).astype(np.float32))
        logits[at] = chance.normal(0, 2, VOCAB)
    return Measured(resid, attn, logits)


def _chance(*what: str) -> np.random.Generator:
    return np.random.default_rng(zlib.crc32(" ".join(what).encode()))


@functools.cache
def found_of(family: str = "llama", question: AskHelloBye = QUESTION) -> HelloByeFound:
    """What the lab says of such a model."""
    made, token_ids = FAMILIES[family], ids_of(question.text)
    seen, n = measured(family, token_ids), len(token_ids)
    probs = softmax(seen.logits)
    best = np.argsort(-probs, axis=1)[:, :CANDIDATES].astype(np.int32)
    raws = _raws(token_ids)
    words = words_of_tokens(raws, question.words, question.separator)
    again = _again(question, token_ids)
    starts = np.array([token_ids[np.flatnonzero(words == word)[0]] for word in (0, question.first_count)], np.int32)
    return HelloByeFound(
        question=question,
        model_sha256=SHA,
        token_ids=token_ids,
        raws=raws,
        words=words,
        embedding=embedding(family)[token_ids],
        embedding_scale=made.scale,
        position_scheme=made.scheme,
        position=table(family)[:n] if made.scheme == "learned" else None,
        phases=_phases(n) if made.scheme == "rotary" else None,
        distance_bias=_bias(n) if made.scheme == "alibi" else None,
        resid=seen.resid,
        attn=seen.attn,
        next_raws=tuple(_raws(row) for row in best),
        next_ids=best,
        next_probs=np.take_along_axis(probs, best, axis=1),
        entropy=_entropy(probs),
        actual=np.append(probs[np.arange(n - 1), token_ids[1:]], np.float32(np.nan)).astype(np.float32),
        repeat_ids=again,
        repeat=np.where(again >= 0, probs[np.arange(n), again], np.float32(np.nan)).astype(np.float32),
        starts=probs[:, starts].T.copy(),
        start_ids=starts,
        offer=None,
    )


def _raws(token_ids: I32) -> tuple[bytes, ...]:
    return tuple(Letters().pieces[token].encode() for token in token_ids.tolist())


def _entropy(probs: F32) -> F32:
    """[T] bits."""
    return np.asarray(-(probs * np.log2(probs)).sum(axis=1), np.float32)


def _again(question: AskHelloBye, token_ids: I32) -> I32:
    """[T] the token that would follow were the word being said said once more; -1 at the end of all of it."""
    first = question.separator.join((question.first,) * (question.first_count + 1))
    second = question.separator.join((*question.words, question.second))
    until = len(question.separator.join((question.first,) * question.first_count)) + len(question.separator)
    longer = [*ids_of(first)[1 : until + 1], *ids_of(second)[until + 1 :]]
    return np.array([*longer, *[-1] * len(token_ids)][: len(token_ids)], np.int32)


def _phases(n: int) -> F32:
    """[n, F] of a rotary model whose heads have eight components."""
    speeds = 1e4 ** (-2 * np.arange(4) / 8)
    return np.asarray(np.angle(np.exp(1j * np.arange(n)[:, None] * speeds)), np.float32)


def _bias(n: int) -> F32:
    """[H, n] of ALiBi, for the query at the last position."""
    slopes = 2.0 ** (-8 * np.arange(1, HEADS + 1) / HEADS)
    return np.asarray(slopes[:, None] * (np.arange(n) - (n - 1)), np.float32)


def model_run(family: str = "llama") -> Run:
    """A run with a model of this family, and no token yet."""
    vocabulary = Letters().vocabulary()
    info = replace(
        tiny_info(vocabulary), n_layers=LAYERS, n_heads=HEADS, d_model=WIDTH, position_scheme=FAMILIES[family].scheme
    )
    run = Run(info, vocabulary)
    run.run_id = 1
    return run


def answered(family: str = "llama") -> Run:
    """The lab has answered."""
    run = model_run(family)
    run.findings[QUESTION] = found_of(family)
    return run


def recorded(family: str = "llama", extra: str = "") -> Run:
    """The sequence as a run's prompt, recorded, and `extra` taken after it."""
    run, token_ids = model_run(family), ids_of(QUESTION.text + extra)
    run.run_id, run.prompt = 0, QUESTION.text
    run.prompt_tokens = len(ids_of(QUESTION.text))
    seen, n = measured(family, token_ids), len(token_ids)
    probs = softmax(seen.logits)
    kept = np.argsort(-probs, axis=1)[:, :50].astype(np.int32)
    surprisal = np.append(np.float32(np.nan), -np.log2(probs[np.arange(n - 1), token_ids[1:]])).astype(np.float32)
    run.append(
        Tokens(
            run_id=0, parent=-1, first_node=0, position=0, token_ids=token_ids, resid=seen.resid, attn=seen.attn,
            neurons=None, next_ids=kept, next_probs=np.take_along_axis(probs, kept, axis=1),
            next_logits=np.take_along_axis(seen.logits, kept, axis=1), entropy=_entropy(probs), surprisal=surprisal,
        )
    )  # fmt: skip
    return run


def gone_on(question: AskGoesOn, text: str) -> GoesOn:
    """What the lab says where a model goes on with `text`."""
    token_ids = ids_of(question.sequence.text + text)
    n, prompt = len(token_ids), len(ids_of(question.sequence.text))
    probs = softmax(measured("llama", token_ids).logits)
    said = (question.sequence.separator + question.sequence.second) * len(text)
    repeats = np.zeros(n, bool)
    repeats[prompt:] = np.cumprod([one == other for one, other in zip(text, said, strict=False)])
    return GoesOn(
        question, SHA, token_ids, _raws(token_ids), prompt, _entropy(probs),
        np.append(np.float32(np.nan), probs[np.arange(n - 1), token_ids[1:]]).astype(np.float32),
        np.full(n, 0.25, np.float32) if question.heads else None, repeats, 0, False,
    )  # fmt: skip


def made(qtbot: QtBot, cls: type[View], width: int = 1100, height: int = 760) -> tuple[View, list[Intent]]:
    """A view on screen, and what it sends."""
    one = cls()
    qtbot.addWidget(one)
    one.resize(width, height)
    sent: list[Intent] = []
    one.intent.connect(sent.append)
    one.show()
    return one, sent


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("−", "-")

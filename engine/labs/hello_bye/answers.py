"""One word said several times, then another: one forward of the intact model, and all there is to see of it.

Everything comes from a single recorded forward. What tells positions apart is taken from where it acts: the output of
the position table, the angles that reach block 0, or the bias that ALiBi hands it. How the words would go on is found
by tokenizing them said once more, so that a word of several tokens is followed through its tokens.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from engine.capture.recorder import Captured, Want, forward
from engine.errors import InputRefused
from engine.generation.prompt import encode
from engine.labkit.workbench import Workbench
from engine.labs.hello_bye.going_on import go_on
from engine.labs.hello_bye.pairs import offered_pair
from engine.labs.hello_bye.positions import watched_positions
from engine.labs.hello_bye.records import (
    CANDIDATES,
    AskGoesOn,
    AskHelloBye,
    HelloByeFound,
    words_of_tokens,
)
from engine.records import F32, I32, TOKEN_KINDS
from engine.sentences import say

_SPECIAL = TOKEN_KINDS.index("special")
MOST_ATTENTION = 256 * 2**20  # bytes of all heads' matrices


def answer(question: AskHelloBye, bench: Workbench) -> HelloByeFound:
    """Run the sequence.

    Raises:
        InputRefused: words or counts that make no such sequence, or a model that shows no states.
        Stopped: a person asked for an end.
    """
    checked(question)
    anatomy = bench.anatomy
    if "resid" in anatomy.missing:
        raise InputRefused(anatomy.missing["resid"])
    bench.session.cool()
    bench.progress(say("Running the words through the model"), 0, 0)
    token_ids = ids_of(bench, question.text)
    with_attention = "attn" not in anatomy.missing
    _check_size(bench, len(token_ids), with_attention)
    ids = torch.from_numpy(token_ids.astype(np.int64))
    with watched_positions(bench.model, anatomy) as seen:
        captured = forward(bench.model, anatomy, ids, want=Want(attn=with_attention), stop=bench.stop)
    return _found(question, bench, token_ids, captured, seen.read(len(token_ids)))


def checked(question: AskHelloBye) -> AskHelloBye:
    """The question itself. Raises InputRefused where it makes no sequence."""
    if question.problem:
        raise InputRefused(question.problem)
    return question


def ids_of(bench: Workbench, text: str) -> I32:
    """Token ids [T] as a run of this prompt would have them."""
    context, size = bench.session.context, bench.anatomy.vocab_size
    return encode(bench.tokenizer, text, chat=False, context=context, vocab_size=size)


def _check_size(bench: Workbench, length: int, with_attention: bool) -> None:
    needed = 4 * bench.anatomy.n_layers * bench.anatomy.n_heads * length**2
    if with_attention and needed > MOST_ATTENTION:
        raise InputRefused(
            say(
                "All heads over {length} tokens are {needed:,.0f} MB, and {most_attention} MB is what is sent to "
                "the window: say the words fewer times.",
                length=length,
                needed=needed / 2**20,
                most_attention=MOST_ATTENTION // 2**20,
            )
        )


def raws_of(bench: Workbench, token_ids: I32) -> tuple[bytes, ...]:
    """[n] bytes of each token; none for rows of the embedding that no token has."""
    known = len(bench.vocabulary)
    return tuple(bench.vocabulary.raw(token) if token < known else b"" for token in token_ids.tolist())


def words_said(bench: Workbench, token_ids: I32, words: tuple[str, ...], separator: str) -> I32:
    """[T] the word of each token."""
    raws = raws_of(bench, token_ids)
    known, kinds = len(bench.vocabulary), bench.vocabulary.kinds
    special = [token < known and int(kinds[token]) == _SPECIAL for token in token_ids.tolist()]
    return words_of_tokens([b"" if out else raw for raw, out in zip(raws, special, strict=True)], words, separator)


def repeats(bench: Workbench, question: AskHelloBye, token_ids: I32, first_tokens: int) -> I32:
    """[T] what would follow were the word at each position said again; -1 where tokens do not divide like that."""
    found = np.full(len(token_ids), -1, np.int32)
    more_first = ids_of(bench, question.separator.join((*(question.first,) * (question.first_count + 1),)))
    more_second = ids_of(bench, question.separator.join((*question.words, question.second)))
    for low, high, longer in ((0, first_tokens, more_first), (first_tokens, len(token_ids), more_second)):
        for at in range(low, min(high, len(longer) - 1)):
            if np.array_equal(longer[: at + 1], token_ids[: at + 1]):
                found[at] = longer[at + 1]
    return found


def _starts(token_ids: I32, words: I32, repeat_ids: I32, first_count: int) -> I32:
    """[2] the token that begins each word after another one; -1: not known."""
    again = np.flatnonzero(words == 1) if first_count > 1 else np.empty(0, np.int64)
    second = np.flatnonzero(words == first_count)
    if len(again):
        first = int(token_ids[again[0]])
    else:
        first = int(repeat_ids[second[0] - 1]) if len(second) and second[0] > 0 else -1
    return np.array([first, int(token_ids[second[0]]) if len(second) else -1], np.int32)


def _found(
    question: AskHelloBye, bench: Workbench, token_ids: I32, captured: Captured, positions: dict[str, F32 | None]
) -> HelloByeFound:
    anatomy, missing = bench.anatomy, dict(bench.anatomy.missing)
    words = words_said(bench, token_ids, question.words, question.separator)
    said_second = np.flatnonzero(words >= question.first_count)
    first_tokens = int(said_second[0]) if len(said_second) else len(token_ids)
    repeat_ids = repeats(bench, question, token_ids, first_tokens)
    starts = _starts(token_ids, words, repeat_ids, question.first_count)
    if captured.logits is None:
        raise InputRefused(
            say("This model returned no logits, so its predictions cannot be shown. Choose another model.")
        )
    shares = torch.log_softmax(captured.logits.float(), dim=-1).cpu()  # [T, V]
    best = shares.topk(min(CANDIDATES, shares.shape[-1]), dim=-1)
    powers = shares.exp()
    entropy = -(powers * shares.clamp_min(-100.0)).sum(-1) / np.log(2)
    actual = np.append(token_ids[1:], -1).astype(np.int32)
    embedding = anatomy.embedding_weight
    rows = embedding[torch.from_numpy(token_ids.astype(np.int64)).to(embedding.device)]
    next_ids = best.indices.to(torch.int32).numpy()
    return HelloByeFound(
        question=question,
        model_sha256=bench.info.sha256,
        token_ids=token_ids,
        raws=raws_of(bench, token_ids),
        words=words,
        embedding=rows.float().cpu().numpy(),
        embedding_scale=anatomy.embedding_scale,
        position_scheme=anatomy.position_scheme,
        position=positions["table"],
        phases=positions["phases"],
        distance_bias=positions["bias"],
        resid=None if captured.resid is None else captured.resid.numpy(),
        attn=None if captured.attn is None else captured.attn.numpy(),
        next_raws=tuple(raws_of(bench, row) for row in next_ids),
        next_ids=next_ids,
        next_probs=best.values.exp().numpy(),
        entropy=entropy.numpy(),
        actual=_picked(powers, actual),
        repeat_ids=repeat_ids,
        repeat=_picked(powers, repeat_ids),
        starts=np.stack([_picked(powers, np.full(len(words), start, np.int32)) for start in starts]),
        start_ids=starts,
        offer=offered_pair(bench, question, words, words_said, ids_of),
        missing=tuple(missing.items()),
    )


def _picked(powers: Any, token_ids: I32) -> F32:
    """[T] probability of one token per position; NaN for -1."""
    at = torch.from_numpy(np.maximum(token_ids, 0).astype(np.int64))
    values: F32 = powers.gather(1, at[:, None])[:, 0].numpy()
    return np.where(token_ids >= 0, values, np.float32(np.nan)).astype(np.float32)


def _answer_going_on(question: AskGoesOn, bench: Workbench) -> Any:
    checked(question.sequence)
    token_ids = ids_of(bench, question.sequence.text)
    one = question.sequence
    longer = one.separator.join((*one.words, *(one.second,) * (question.n_tokens + 1)))
    again = _unbounded_ids(bench, longer)
    return go_on(question, bench, token_ids, again, lambda ids: raws_of(bench, ids), len(one.words), words_said)


def _unbounded_ids(bench: Workbench, text: str) -> I32:
    """Token ids of a text that need not fit into the context: it is compared with, not run."""
    return encode(bench.tokenizer, text, chat=False, context=2**30, vocab_size=bench.anatomy.vocab_size)


ANSWERS = {AskHelloBye: answer, AskGoesOn: _answer_going_on}

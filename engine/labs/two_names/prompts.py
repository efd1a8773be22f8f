"""The sentence and the two names: one token each, where they stand, and other names to try."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor

from engine.errors import InputRefused
from engine.generation.prompt import encode
from engine.labkit.subject import require
from engine.labkit.workbench import Workbench
from engine.labs.two_names.records import NotNames
from engine.records import I32
from engine.sentences import say, together

LONGEST = 256  # tokens: the attention of all heads over the sentence is formed at once
OFFERED = 6
FIRST_NAMES = (
    "Mary", "John", "Tom", "James", "Dan", "Martin", "Amy", "Anna", "Sarah", "Emma", "Peter", "Paul", "Mark", "David",
    "Alice", "Bob", "Jack", "Kate", "Laura", "Simon", "Michael", "Robert", "Jane", "Adam",
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """A sentence and two names that can be asked about."""

    ids: Tensor  # [T] int64
    answer: int
    other: int
    answer_at: I32  # positions
    other_at: I32


def read(sentence: str, answer: str, other: str, bench: Workbench) -> Asked | NotNames:
    """The tokens of what was typed, or why it cannot be asked.

    Raises:
        InputRefused: the model lacks what the lab measures.
    """
    require(bench.anatomy, "attn", "heads", "replay", "resid")
    size, tokenizer = bench.anatomy.vocab_size, bench.tokenizer
    if not sentence.strip():
        return NotNames("sentence", say("There is no sentence. Type one that either name could complete."))
    try:
        ids = encode(tokenizer, sentence, chat=False, context=bench.session.context, vocab_size=size)
    except InputRefused as error:
        return NotNames("sentence", str(error))
    if not 2 <= len(ids) <= LONGEST:
        return NotNames(
            "sentence",
            say("The sentence has {n} tokens, but 2 to {most} are needed. Change it.", n=len(ids), most=LONGEST),
        )
    for field, typed in (("answer", answer), ("other", other)):
        if single(tokenizer, typed, size) is None:
            return _not_one(field, typed, tokenizer, size, (answer, other))
    first, second = single(tokenizer, answer, size), single(tokenizer, other, size)
    if first is None or second is None or first == second:
        offered = _offered(tokenizer, size, (answer, other))
        return NotNames(
            "other",
            say("Both names are the same token, so their logit difference is 0. Type another name."),
            offered,
        )
    return Asked(
        torch.from_numpy(ids.astype(np.int64)), first, second, _places(ids, variants(tokenizer, answer, size)),
        _places(ids, variants(tokenizer, other, size)),
    )  # fmt: skip


def forbidden(asked: Asked, logits: Tensor, answer: str, other: str) -> NotNames | None:
    """That a name cannot be asked for since the model forbids it; `logits` [V] are those after the sentence."""
    if float(logits[asked.answer]) == -torch.inf:
        return NotNames("answer", _never_said(answer))
    if float(logits[asked.other]) == -torch.inf:
        return NotNames("other", _never_said(other))
    return None


def _never_said(typed: str) -> str:
    return say(
        "This model never says {typed!r}: it forbids that token, whose probability is exactly 0. Name another.",
        typed=typed,
    )


def single(tokenizer: Any, typed: str, vocab_size: int) -> int | None:
    """The token that would go on a sentence with this word: with a space before it, else as typed; None: several."""
    found = variants(tokenizer, typed, vocab_size)
    return found[0] if found else None


def variants(tokenizer: Any, typed: str, vocab_size: int) -> list[int]:
    """The tokens that are this word alone, that with a space before it first."""
    found = []
    word = typed.strip()
    for text in (f" {word}", word) if word else ():
        ids = [int(token) for token in tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"]]
        if len(ids) == 1 and ids[0] < vocab_size and ids[0] != getattr(tokenizer, "unk_token_id", None):
            found.append(ids[0])
    return list(dict.fromkeys(found))


def _places(ids: I32, tokens: list[int]) -> I32:
    return np.flatnonzero(np.isin(ids, tokens)).astype(np.int32)


def _not_one(field: Any, typed: str, tokenizer: Any, vocab_size: int, used: tuple[str, str]) -> NotNames:
    word = typed.strip()
    if not word:
        return NotNames(field, say("A name is missing. Type one word."), _offered(tokenizer, vocab_size, used))
    pieces = tokenizer(f" {word}", add_special_tokens=False, verbose=False)["input_ids"]
    said = say("“{word}” is {n} tokens in this model, but a name must be a single token.", word=word, n=len(pieces))
    offered = _offered(tokenizer, vocab_size, used)
    return NotNames(field, said if offered else together(said, say("Type a shorter word.")), offered)


def _offered(tokenizer: Any, vocab_size: int, used: tuple[str, str]) -> tuple[str, ...]:
    fits = (name for name in FIRST_NAMES if name not in used and single(tokenizer, name, vocab_size) is not None)
    return tuple(name for name, _ in zip(fits, range(OFFERED), strict=False))


def three_names(asked: Asked, bench: Workbench, draws: int, seed: int) -> Tensor | None:
    """[draws, T] the sentence with three different names at random in the places of its two.

    The answer's places take the first of three, the other's first place the second, its further places the third
    (Wang et al. 2022, section 2). None where the names do not stand in the sentence or too few names are one token.
    """
    places = (asked.answer_at, asked.other_at[:1], asked.other_at[1:])
    forms = {int(at): _begins_with_space(bench, int(asked.ids[at])) for where in places for at in where}
    table = [known for name in FIRST_NAMES if (known := _forms(bench, name, asked, set(forms.values())))]
    if not forms or len(table) < 3:
        return None
    rng, ids = np.random.default_rng(seed), asked.ids.repeat(draws, 1)  # [draws, T]
    for row in range(draws):
        for name, where in zip(rng.choice(len(table), 3, replace=False).tolist(), places, strict=True):
            for at in where.tolist():
                ids[row, at] = table[name][forms[at]]
    return ids


def _begins_with_space(bench: Workbench, token_id: int) -> bool:
    return bench.vocabulary.raw(token_id)[:1] == b" "


def _forms(bench: Workbench, name: str, asked: Asked, needed: set[bool]) -> dict[bool, int]:
    """The name's tokens with and without a space before it; empty where it cannot take all the places."""
    found = variants(bench.tokenizer, name, bench.anatomy.vocab_size)
    table = {_begins_with_space(bench, token): token for token in found}
    return table if needed <= table.keys() and not {asked.answer, asked.other} & set(found) else {}

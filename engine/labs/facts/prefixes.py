"""Prompts of a fact as batches: behind several short texts, so that an edit does not rest on one context.

The prefixes are pieces of the bundled sample, the same for every fact (ROME draws them from the model instead). Rows
are padded on the right; attention looks back only, so the padding changes nothing before it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from engine.errors import InputRefused
from engine.generation.prompt import open_ended, put_before
from engine.labs.facts.records import Fact
from engine.maps.sample import sample_texts
from engine.sentences import say

WORDS = 10  # of a prefix


@dataclass(frozen=True)
class Rows:
    """Texts as one batch."""

    ids: Tensor  # [B, T] int64, 0 where padded
    lengths: tuple[int, ...]  # [B]
    at: tuple[int, ...]  # [B] position of the subject's last token
    answers: tuple[tuple[int, int], ...]  # [B] positions first..end of the answer's tokens; empty where there is none


def prefixes(n: int, seed: int) -> tuple[str, ...]:
    """`n` texts to stand before a prompt, the first of them empty."""
    words = [line.split() for text in sample_texts() if text.kind == "prose" for line in text.text.splitlines()]
    lines = [line for line in words if len(line) >= WORDS]
    chosen = random.Random(seed).sample(lines, min(max(n - 1, 0), len(lines)))
    return ("", *(f"{' '.join(line[:WORDS])}. " for line in chosen))


def rows_of(tokenizer: Any, fact: Fact, before: Sequence[str], answer: str, context: int) -> Rows:
    """A fact's prompt and an answer behind each prefix. Raises InputRefused as `subject_end`, or where too long."""
    ids, at, answers = [], [], []
    for prefix in before:
        prompt = open_ended(tokenizer, prefix + fact.prompt)
        whole = prompt + answer_ids(tokenizer, answer) if answer else prompt
        if len(whole) > context:
            raise InputRefused(
                say("The prompt has {n} tokens, more than the model reads ({most}).", n=len(whole), most=context)
            )
        ids.append(whole)
        at.append(subject_end(tokenizer, prefix + fact.prompt, fact.subject))
        answers.append((len(prompt), len(whole)))
    return packed(ids, at, answers)


def packed(ids: Sequence[Sequence[int]], at: Sequence[int], answers: Sequence[tuple[int, int]]) -> Rows:
    """Rows of different lengths as one batch."""
    longest = max(map(len, ids))
    batch = torch.zeros((len(ids), longest), dtype=torch.int64)
    for row, each in enumerate(ids):
        batch[row, : len(each)] = torch.tensor(each)
    return Rows(batch, tuple(map(len, ids)), tuple(at), tuple(answers))


def answer_ids(tokenizer: Any, answer: str) -> list[int]:
    """Tokens of an answer that follows a prompt, with the space before it. Raises InputRefused where it is empty."""
    text = answer if answer[:1].isspace() else f" {answer}"
    ids = [int(token) for token in tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"]]
    if not answer.strip() or not ids:
        raise InputRefused(say("An answer is missing. Type the word that the prompt is to be followed by."))
    return ids


def subject_end(tokenizer: Any, prompt: str, subject: str) -> int:
    """The position of the last token that holds the subject's last occurrence in a prompt.

    Raises:
        InputRefused: the subject is not in the prompt, or the tokenizer does not tell where its tokens lie.
    """
    at = prompt.rfind(subject) if subject else -1
    if at < 0:
        raise InputRefused(
            say(
                "The subject {subject!r} is not in the prompt. Type words exactly as they stand in it.", subject=subject
            )
        )
    end = at + len(subject)
    try:
        offsets = tokenizer(prompt, return_offsets_mapping=True, add_special_tokens=False, verbose=False)[
            "offset_mapping"
        ]
    except (NotImplementedError, KeyError) as error:
        raise InputRefused(
            say(
                "An edit needs to know which tokens hold the subject, but this model's tokenizer does not report that. "
                "Choose another model."
            )
        ) from error
    inside = [row for row, (low, high) in enumerate(offsets) if low < end and high > at and high > low]
    if not inside:
        raise InputRefused(
            say("No token of the prompt holds the subject {subject!r}. Type other words of it.", subject=subject)
        )
    return inside[-1] + len(put_before(tokenizer))


def mean_rows(values: Tensor, rows: Rows) -> Tensor:
    """[width] the mean over the batch of values [B, T, width] at each row's subject."""
    return torch.stack([values[row, at] for row, at in enumerate(rows.at)]).mean(0)

"""Quantities of a traced run as rows of a table: one row for each prompt, or one for each token."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.errors import InputRefused, shown
from engine.records import F32, Vocabulary
from engine.run import Run
from viz.typed_token import token_of

Value = str | int | float
Probs = Callable[[int], F32]  # of a position: the probabilities of all next tokens [V]

QUANTITIES = ("surprisal", "entropy", "likeliest", "text")
PER = ("prompt", "token")
_COLUMNS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("prompt", "surprisal"): ("surprisal_mean", "surprisal_sum"),
    ("token", "surprisal"): ("surprisal",),
    ("prompt", "likeliest"): ("likeliest", "likeliest_probability"),
    ("token", "likeliest"): ("likeliest", "likeliest_probability"),
    ("prompt", "text"): ("continuation",),
    ("token", "text"): ("part",),  # "prompt" or "generated"
}


@dataclass(frozen=True)
class Table:
    """What a table holds: the quantities, the tokens whose probability is asked for, and what a row is about."""

    per: str
    quantities: tuple[str, ...]
    next: tuple[str, ...]  # for every prompt
    own_next: bool  # the file has a column for a token of each prompt's own

    @property
    def columns(self) -> list[str]:
        """The names in the first line, after line and name."""
        about = ("prompt", "prompt_tokens", "tokens") if self.per == "prompt" else ("position", "token_id", "token")
        chosen = [column for each in self.quantities for column in _COLUMNS.get((self.per, each), (each,))]
        own = ["next", "p(next)"] if self.own_next else []
        return [*about, *chosen, *(f"p({text})" for text in self.next), *own]

    def rows(self, run: Run, next_token: str, probs: Probs) -> list[list[Value]]:
        """The rows of one run; "" where there is no value. Raises InputRefused where a token is none of the model's."""
        asked = [*self.next, *([next_token] if self.own_next and next_token else [])]
        tokens = [token(run.vocabulary, text) for text in asked]
        if self.per == "prompt":
            at = run.prompt_tokens - 1
            return [[*self._of_prompt(run, at), *self._asked(next_token, tokens, probs, at)]]
        return [[*self._of_token(run, at), *self._asked(next_token, tokens, probs, at)] for at in range(len(run))]

    def _of_prompt(self, run: Run, at: int) -> list[Value]:
        bits = run.surprisal[1 : at + 1].astype(np.float64)
        found: dict[str, Sequence[Value]] = {
            "surprisal": [_number(bits.mean()) if len(bits) else "", float(bits.sum())],
            "entropy": [_number(run.at(at).entropy)],
            "likeliest": _likeliest(run, at),
            "text": [_joined(run, range(at + 1, len(run)))],
        }
        return [run.prompt, at + 1, len(run), *(value for each in self.quantities for value in found[each])]

    def _of_token(self, run: Run, at: int) -> list[Value]:
        record = run.at(at)
        found: dict[str, Sequence[Value]] = {
            "surprisal": [_number(record.surprisal)],
            "entropy": [_number(record.entropy)],
            "likeliest": _likeliest(run, at),
            "text": ["prompt" if at < run.prompt_tokens else "generated"],
        }
        token_id = record.token_id
        return [at, token_id, _joined(run, [at]), *(value for each in self.quantities for value in found[each])]

    def _asked(self, next_token: str, tokens: Sequence[int], probs: Probs, at: int) -> list[Value]:
        values = probs(at) if tokens else None
        found: list[Value] = [] if values is None else [float(values[each]) for each in tokens]
        if not self.own_next:
            return found
        return [*found[: len(self.next)], next_token, *(found[len(self.next) :] or [""])]


def token(vocabulary: Vocabulary | None, text: str) -> int:
    """The token that a person names. Raises InputRefused where it is none of the model's, or several."""
    found = token_of(vocabulary, text)
    if found < 0:
        raise InputRefused(
            f"{shown(text, 60)} is not a single token of this model: name one as ' Paris', 'Paris' or by its number, "
            "'#123'."
        )
    return found


def _likeliest(run: Run, at: int) -> list[Value]:
    record = run.at(at)
    return [_text(run.vocabulary, [int(record.next_ids[0])]), float(record.next_probs[0])]


def _joined(run: Run, positions: Sequence[int]) -> str:
    return _text(run.vocabulary, [run.at(at).token_id for at in positions])


def _text(vocabulary: Vocabulary | None, token_ids: Sequence[int]) -> str:
    if vocabulary is None:
        return " ".join(f"#{each}" for each in token_ids)
    return b"".join(vocabulary.raw(each) for each in token_ids).decode("utf-8", "backslashreplace")


def _number(value: float) -> Value:
    return float(value) if math.isfinite(value) else ""

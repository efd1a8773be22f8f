"""What the labs on texts share: a model to experiment on, its tokenizer, and tokens a person typed."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor

from engine.capture.anatomy import Anatomy
from engine.errors import InputRefused
from engine.generation.prompt import open_ended
from engine.labkit.workbench import Workbench
from engine.sentences import say

Progress = Callable[[str, int, int], None]
Stop = Callable[[], bool]


@dataclass(frozen=True)
class Subject:
    """A model to experiment on: the loaded one, or a second one loaded for one experiment."""

    model: Any
    anatomy: Anatomy
    tokenizer: Any
    name: str
    n_parameters: int
    context: int
    progress: Progress
    stop: Stop

    def encode(self, text: str) -> list[int]:
        """The text's token ids, as a prompt's are."""
        return open_ended(self.tokenizer, text)


def of_bench(bench: Workbench) -> Subject:
    """The loaded model, with the recorder's hooks off."""
    bench.session.cool()
    info = bench.info
    return Subject(
        bench.model, bench.anatomy, bench.tokenizer, info.name, info.n_parameters, bench.session.context,
        bench.progress, bench.stop,
    )  # fmt: skip


def path_ids(bench: Workbench, node: int) -> Tensor:
    """[T] token ids up to `node`. Raises InputRefused where there is no such node."""
    tree = bench.session.tree
    tree.require(node)
    if node < 0:
        raise InputRefused(say("There is no text yet. Type a prompt and run it first."))
    return torch.from_numpy(tree.ids(tree.path(node)).astype(np.int64))


def require(anatomy: Anatomy, *quantities: str) -> None:
    """Raises InputRefused with the model's own sentence where it lacks one of `quantities`."""
    for quantity in quantities:
        if quantity in anatomy.missing:
            raise InputRefused(anatomy.missing[quantity])


def token_of(tokenizer: Any, typed: str, vocab_size: int, prefer: Tensor | None = None) -> int:
    """The one token a person means: `#id`, the text as typed, or with a space before it.

    Of two that fit, the one with the larger of `prefer` [V] is taken, else the one with a space before it.

    Raises:
        InputRefused: the text is no single token, there is no token of that number, or the model forbids it.
    """
    token = _token_of(tokenizer, typed, vocab_size, prefer)
    if prefer is not None and float(prefer[token]) == -math.inf:
        raise InputRefused(
            say(
                "This model never says {typed!r}: it forbids that token, whose probability is exactly 0. Name another.",
                typed=typed,
            )
        )
    return token


def _token_of(tokenizer: Any, typed: str, vocab_size: int, prefer: Tensor | None) -> int:
    if typed.startswith("#") and typed[1:].isdecimal():
        number = int(typed[1:])
        if number >= vocab_size:
            raise InputRefused(
                say(
                    "Token number {number} does not exist: this model's vocabulary is numbered 0 to {last}. Type a "
                    "number in that range, or the word itself.",
                    number=number,
                    last=vocab_size - 1,
                )
            )
        return number
    fits, pieces = [], list[int]()
    for text in dict.fromkeys((f" {typed}", typed)):
        ids = [int(token) for token in tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"]]
        pieces = pieces or ids
        if len(ids) == 1 and ids[0] < vocab_size:
            fits.append(ids[0])
    if not fits:
        raise InputRefused(
            say(
                "{typed!r} is {n} tokens in this model, but a single token is needed. Type a shorter word, or a "
                "token's number as #123.",
                typed=typed,
                n=len(pieces),
            )
        )
    return fits[0] if prefer is None else max(fits, key=lambda token: float(prefer[token]))

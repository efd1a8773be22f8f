"""A dictionary out of the parts of a published one, whatever its format: the last steps are the same for all."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import torch
from torch import Tensor

from engine.dictionaries import files
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.records import Activation, DictionaryInfo, Hook, Normalising
from engine.errors import in_short

LONGEST = 200  # characters of a name that a file tells


@dataclass(frozen=True)
class Parts:
    """A published dictionary in Orrery's orientation: encoder and decoder [n, D]."""

    hook: Hook
    w_enc: Tensor
    b_enc: Tensor
    w_dec: Tensor
    b_dec: Tensor
    activation: Activation = "relu"
    k: int = 0
    threshold: Tensor | None = None  # [n]
    gate: tuple[Tensor, Tensor] | None = None
    centred: bool = True
    normalising: Normalising = "fixed"
    factor: float = 1.0  # by which activations are multiplied before they are read
    model: str = ""
    note: str = field(default="")


def dictionary(parts: Parts, name: str, title: str, format: str) -> Dictionary:  # noqa: A002 - the format's name
    """The dictionary of parts.

    Raises:
        ValueError: k does not fit. InputRefused: numbers are not finite.
    """
    n, d = parts.w_dec.shape
    if parts.activation == "topk" and not 0 < parts.k <= n:
        raise ValueError(f"k is {parts.k}, which must be from 1 to {n}")
    info = DictionaryInfo(
        name=name, title=title, hook=parts.hook, width=n, d=d, activation=parts.activation, k=parts.k,
        normalising=parts.normalising, model=in_short(parts.model, LONGEST), format=format, note=parts.note,
    )  # fmt: skip
    threshold = None if parts.threshold is None else _usable(parts.threshold)
    if parts.gate is not None and not all(bool(torch.isfinite(each).all()) for each in parts.gate):
        raise ValueError("its gate holds numbers that are not finite")
    found = Dictionary(
        info, parts.w_enc, parts.b_enc, parts.w_dec, parts.b_dec, torch.zeros(d), torch.full((d,), 1 / parts.factor),
        centred=parts.centred, threshold=threshold, gate=parts.gate,
    )  # fmt: skip
    files.require_finite(found, title)
    return replace(found, info=replace(info, sha256=files.sha_of(found)))


def _usable(threshold: Tensor) -> Tensor:
    """Thresholds below 0 let nothing more through than 0 does: the formats take the positive part first."""
    if bool(torch.isnan(threshold).any()):
        raise ValueError("its thresholds hold numbers that are not finite")
    return threshold.clamp_min(0.0)


def whole_number(value: Any, what: str) -> int:
    """A count that a file tells. Raises ValueError."""
    if type(value) is not int and not (type(value) is float and value.is_integer()):
        raise ValueError(f"{what} is {value!s:.40}, not a whole number")
    return int(value)


def text(value: Any) -> str:
    """A name that a file tells, "" where it is none."""
    return value if isinstance(value, str) else ""

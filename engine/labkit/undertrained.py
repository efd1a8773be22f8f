"""Tokens that a model was hardly trained on, by its embeddings (Land and Bartolo 2024, arXiv 2405.05417).

With tied embeddings the indicator is the cosine distance of a token's row from the mean of rows that are known to be
unused. These are found by themselves: rows that nothing trains keep pointing the same way, so among rows beyond the
tokenizer's last token, special tokens and bytes that are in no UTF-8 text they are the largest group of rows with
nearly one direction; special tokens in use stand apart from it. With untied embeddings, or where there is no such
group, it is the length of the token's input row. Low means under-trained; those below the quantile that the paper takes
for candidates (2 %) are named here. Tied rows' lengths mislead: common names have short ones.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from engine.capture.anatomy import Anatomy
from engine.records import F32, AnyArray, Vocabulary

SHARE = 0.02  # of the vocabulary that are candidates
NEVER_UTF8 = frozenset({0xC0, 0xC1, *range(0xF5, 0x100)})
ALIKE = 0.99  # cosine of two rows of the group
FEWEST, MOST = 3, 4096  # rows of the group, and rows that it is looked for among


@dataclass(frozen=True)
class Undertrained:
    """Which tokens are candidates, and how they were found."""

    indicator: F32  # [V] low: under-trained
    candidates: AnyArray  # [V] bool
    by: str  # "cosine" or "norm"
    reference: int  # rows known to be unused


def undertrained(anatomy: Anatomy, vocabulary: Vocabulary, share: float = SHARE) -> Undertrained:
    """The candidates of a model's vocabulary; special tokens are always among them."""
    rows = anatomy.embedding_weight.detach().float().cpu()
    size = len(rows)
    special = np.array([token >= len(vocabulary) or vocabulary.kind(token) == "special" for token in range(size)])
    unused = unused_rows(rows, vocabulary) if anatomy.tied else []
    indicator = _distance(rows, rows[unused].mean(0)) if unused else rows.norm(dim=-1)
    values = indicator.numpy().astype(np.float32)
    candidates = special.copy()
    candidates[np.argsort(values, kind="stable")[: int(share * size)]] = True
    return Undertrained(values, candidates, "cosine" if unused else "norm", len(unused))


def unused_rows(rows: Tensor, vocabulary: Vocabulary) -> list[int]:
    """Rows [V, D] that nothing trained, by their one direction; none where there is no such group."""
    may = [token for token in range(len(rows)) if _may_be_unused(vocabulary, token)][-MOST:]
    if len(may) < FEWEST:
        return []
    units = torch.nn.functional.normalize(rows[may], dim=-1)
    alike = units @ units.T > ALIKE
    group = alike[int(alike.sum(-1).argmax())]
    found = [token for token, belongs in zip(may, group.tolist(), strict=True) if belongs]
    return found if len(found) >= FEWEST else []


def _may_be_unused(vocabulary: Vocabulary, token: int) -> bool:
    if token >= len(vocabulary):
        return True
    raw = vocabulary.raw(token)
    return vocabulary.kind(token) == "special" or (len(raw) == 1 and raw[0] in NEVER_UTF8)


def _distance(rows: Tensor, to: Tensor) -> Tensor:
    return 1 - torch.nn.functional.cosine_similarity(rows, to[None], dim=-1)

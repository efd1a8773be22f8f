"""Under-trained tokens: found by the one direction of rows that nothing trained."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch
from torch import nn

from engine.capture.recognise import describe
from engine.labkit.undertrained import undertrained, unused_rows
from engine.records import Vocabulary
from tests.helpers.families import FAMILIES

N = 97


def vocabulary(special: int) -> Vocabulary:
    from engine.records import TOKEN_KINDS

    kinds = np.zeros(N, np.uint8)
    kinds[:special] = TOKEN_KINDS.index("special")
    kinds[special:] = TOKEN_KINDS.index("word start")
    return Vocabulary(np.full(N * 2, ord("a"), np.uint8), np.arange(0, 2 * N + 1, 2, dtype=np.int64), kinds)


def test_the_group_of_one_direction_is_the_reference_and_specials_in_use_are_not_in_it() -> None:
    rows = torch.randn(N, 16, generator=torch.Generator().manual_seed(0))
    rows[2:7] = rows[2] + 0.01 * torch.randn(5, 16, generator=torch.Generator().manual_seed(1))
    assert unused_rows(rows, vocabulary(8)) == [2, 3, 4, 5, 6]
    assert unused_rows(rows, vocabulary(3)) == []  # of which only one is special


def test_tied_rows_are_measured_by_the_angle_to_the_reference_and_others_by_their_length() -> None:
    anatomy = describe(FAMILIES["llama"]())
    embedding = nn.Embedding(N, 16)
    with torch.no_grad():
        embedding.weight[2:7] = embedding.weight[2] + 0.01 * torch.randn(5, 16)
        embedding.weight[50] = 3 * embedding.weight[2]  # as long as none, in the direction of the unused
        embedding.weight[60] *= 0.01  # short, in a direction of its own
    tied = undertrained(replace(anatomy, embedding=embedding, tied=True), vocabulary(8), share=0.07)
    assert (tied.by, tied.reference) == ("cosine", 5)
    assert tied.candidates[50]
    assert not tied.candidates[60]
    mean = embedding.weight[2:7].mean(0)
    expected = 1 - torch.cosine_similarity(embedding.weight, mean[None], dim=-1)
    np.testing.assert_allclose(tied.indicator, expected.detach().numpy(), atol=1e-6)
    untied = undertrained(replace(anatomy, embedding=embedding, tied=False), vocabulary(8), share=0.02)
    assert untied.by == "norm"
    assert untied.candidates[60]
    assert not untied.candidates[50]
    assert untied.candidates[:8].all()  # special ones

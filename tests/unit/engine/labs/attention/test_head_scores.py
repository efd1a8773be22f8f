"""Head scores: definitions against loops over an eager forward's attention, batches against single sequences."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from engine.capture.recognise import describe
from engine.errors import InputRefused, Stopped
from engine.labs.attention import head_scores
from engine.labs.attention.records import HEAD_SCORES, AskHeadScores, HeadScores
from engine.records import F32, TOKEN_KINDS, Vocabulary
from tests.helpers.families import FAMILIES, VOCAB

QUESTION = AskHeadScores(seed=3, length=9, sequences=3, batches=2)


def vocabulary(n_special: int = 3) -> Vocabulary:
    kinds = np.zeros(VOCAB, np.uint8)
    kinds[:n_special] = TOKEN_KINDS.index("special")
    return Vocabulary(np.zeros(VOCAB, np.uint8), np.arange(VOCAB + 1, dtype=np.int64), kinds)


def brute(attn: F32, ids: list[int], n: int, start: int) -> F32:
    """[5, H] of one layer's [H, T, T], by looking for the tokens."""
    found: dict[str, list[F32]] = {name: [] for name in HEAD_SCORES}
    for q in range(1, len(ids)):
        found["previous"].append(attn[:, q, q - 1])
        found["first"].append(attn[:, q, 0])
        found["current"].append(attn[:, q, q])
        if q >= start + n:
            earlier = ids.index(ids[q], start, q)
            found["duplicate"].append(attn[:, q, earlier])
            found["induction"].append(attn[:, q, earlier + 1])
    return np.stack([np.mean(found[name], axis=0) for name in HEAD_SCORES])


def everything(family: str, question: AskHeadScores = QUESTION, bos: int | None = 1) -> HeadScores:
    model = FAMILIES[family]()
    return head_scores.score(model, describe(model), vocabulary(), bos, 64, question, lambda *_: None, lambda: False)


@pytest.mark.parametrize("family", ["llama", "gpt2", "gemma2", "gpt_neox"])
@pytest.mark.parametrize("bos", [1, None])
def test_definitions_agree_with_loops_over_eager_attention(family: str, bos: int | None) -> None:
    model, n = FAMILIES[family](), 9
    ids = head_scores.sequences(np.random.default_rng(0), head_scores.usable(vocabulary(), VOCAB), 2, n, bos)
    start = ids.shape[1] - 2 * n
    found = head_scores.batch_scores(model, describe(model), ids, n, start, lambda: False)  # [S, 5, L, H]
    model.config._attn_implementation = "eager"
    with torch.no_grad():
        attention = model(input_ids=ids, output_attentions=True).attentions
    for layer, weights in enumerate(attention):
        for row in range(len(ids)):
            expected = brute(weights[row].numpy(), ids[row].tolist(), n, start)
            np.testing.assert_allclose(found[row, :, layer], expected, atol=1e-5)


def test_a_batch_gives_what_single_sequences_give() -> None:
    model = FAMILIES["llama"]()
    anatomy = describe(model)
    ids = head_scores.sequences(np.random.default_rng(1), head_scores.usable(vocabulary(), VOCAB), 4, 9, 1)
    batch = head_scores.batch_scores(model, anatomy, ids, 9, 1, lambda: False)
    single = [head_scores.batch_scores(model, anatomy, ids[row : row + 1], 9, 1, lambda: False)[0] for row in range(4)]
    np.testing.assert_allclose(batch, np.stack(single), atol=1e-5)


def test_a_constructed_induction_pattern_scores_one() -> None:
    n, start = 6, 1
    weights = torch.zeros(1, 2, 2 * n + 1, 2 * n + 1)
    for q in range(2 * n + 1):
        weights[0, 0, q, q - n + 1 if q >= start + n else 0] = 1  # copies what followed the token before
        weights[0, 1, q, max(q - 1, 0)] = 1
    means = dict(zip(HEAD_SCORES, head_scores.diagonal_means(weights, n, start)[0].tolist(), strict=True))
    assert means["induction"] == [1.0, 0.0]
    assert means["previous"][1] == 1.0
    assert means["duplicate"] == [0.0, 0.0]
    assert means["first"][0] == pytest.approx(0.5)


def test_the_same_seed_gives_the_same_scores_and_another_one_others() -> None:
    one, again, other = everything("llama"), everything("llama"), everything("llama", replace(QUESTION, seed=4))
    assert np.array_equal(one.scores, again.scores)
    assert not np.array_equal(one.scores, other.scores)
    assert one.sequences == 6
    assert one.begins_with_bos
    assert (one.errors > 0).all()
    assert ((one.scores >= 0) & (one.scores <= 1)).all()


def test_sequences_say_different_tokens_twice_and_no_special_one() -> None:
    ids = head_scores.sequences(np.random.default_rng(0), head_scores.usable(vocabulary(), VOCAB), 5, 20, 1).numpy()
    assert (ids[:, 0] == 1).all()
    assert np.array_equal(ids[:, 1:21], ids[:, 21:])
    assert all(len(set(row[1:21].tolist())) == 20 for row in ids)
    assert ids[:, 1:].min() >= 3


def test_no_hook_and_no_setting_stays_behind() -> None:
    model = FAMILIES["llama"]()
    anatomy = describe(model)
    before = model.config._attn_implementation
    with pytest.raises(Stopped):
        head_scores.score(model, anatomy, vocabulary(), 1, 64, QUESTION, lambda *_: None, lambda: True)
    everything("llama")
    assert model.config._attn_implementation == before
    assert not any(module._forward_hooks or module._forward_pre_hooks for module in model.modules())


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (AskHeadScores(length=50), "101 positions"),
        (AskHeadScores(length=2), "At least 4"),
        (AskHeadScores(length=5, sequences=1, batches=1), "two sequences"),
        (AskHeadScores(length=5, seed=-1), "seed"),
    ],
)
def test_what_cannot_be_scored_is_refused_in_words(question: AskHeadScores, said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        everything("llama", question)

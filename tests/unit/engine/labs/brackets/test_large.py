"""Characters from tokens: exact by brute force over every cutting, on a small model whose tokens merge brackets."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
import torch
from transformers import BatchEncoding

from engine.errors import InputRefused, Stopped
from engine.labkit.intervals import wilson
from engine.labs.brackets import large
from engine.labs.brackets.characters import CharacterReader, LargeModel
from engine.labs.brackets.net import Net
from engine.labs.brackets.records import FRAMINGS
from engine.records import Vocabulary

TOKENS = ("<end>", "(", ")", "\n", "((", "()", "))", ")\n", "a", "(()")


class Cutter:
    """A tokenizer that takes the longest token at each place."""

    bos_token_id = eos_token_id = 0

    def __call__(self, text: str, add_special_tokens: bool = True, verbose: bool = True) -> Any:
        ids = []
        while text:
            best = max((t for t in TOKENS[1:] if text.startswith(t)), key=len)
            ids.append(TOKENS.index(best))
            text = text[len(best) :]
        return BatchEncoding({"input_ids": ids})


@pytest.fixture(scope="module")
def loaded() -> LargeModel:
    from transformers import GPT2Config, GPT2LMHeadModel

    torch.manual_seed(0)
    config = GPT2Config(
        vocab_size=len(TOKENS), n_positions=32, n_embd=16, n_layer=1, n_head=2, eos_token_id=0, bos_token_id=0
    )
    model = GPT2LMHeadModel(config).eval()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.mul_(5.0)
    raw = [token.encode() for token in TOKENS]
    offsets = np.concatenate([[0], np.cumsum([len(r) for r in raw])]).astype(np.int64)
    kinds = np.array([8] + [3] * (len(TOKENS) - 1), np.uint8)
    vocabulary = Vocabulary(np.frombuffer(b"".join(raw), np.uint8).copy(), offsets, kinds)
    return LargeModel(model, Cutter(), vocabulary, "toy")


def mass(loaded: LargeModel, framing: list[int], text: str) -> float:
    """P(the text after the framing begins with `text`), by trying every sequence of tokens that covers it."""
    total = 0.0
    for count in range(1, len(text) + 1):
        for path in itertools.product(range(1, len(TOKENS)), repeat=count):
            spelled = [TOKENS[i] for i in path]
            if "".join(spelled).startswith(text) and len("".join(spelled[:-1])) < len(text):
                with torch.no_grad():
                    logits = loaded.model(torch.tensor([[*framing, *path]])).logits[0].double()
                probs = torch.softmax(logits, dim=-1)
                at = len(framing) - 1
                total += float(np.prod([float(probs[at + i, token]) for i, token in enumerate(path)]))
    return total


@pytest.mark.parametrize("prefix", ["", "(", "()", "(()", "((("])
def test_the_next_character_is_exact_by_every_cutting(loaded: LargeModel, prefix: str) -> None:
    reader = CharacterReader(loaded, "()\n", "()\n")
    found, _end, lost = reader.next_characters(prefix, ("(", ")", "\n"))
    framing = Cutter()("()\n").input_ids
    whole = mass(loaded, framing, prefix) if prefix else 1.0
    expected = [mass(loaded, framing, prefix + c) / whole for c in "()\n"]
    np.testing.assert_allclose(found, expected, rtol=1e-3 + 10 * lost)
    assert reader.merged == ["((", "()", ")\n", "))", "(()"]


def test_all_that_can_come_next_sums_to_one(loaded: LargeModel) -> None:
    reader = CharacterReader(loaded, "", "()\na")
    for prefix in ("", "(", "(()", "(())()"):
        found, end, _ = reader.next_characters(prefix, ("(", ")", "\n", "a"))
        assert found.sum() + end == pytest.approx(1.0, abs=1e-5)


def test_a_comparison_counts_every_prefix_and_the_counter_is_always_right(loaded: LargeModel, small_net: Net) -> None:
    strings = large.drawn_strings(6, 3)
    told: list[tuple[int, int]] = []
    found = large.compare(loaded, small_net, FRAMINGS[0], strings, lambda *at: told.append(at))
    assert told == [(done, 21) for done in range(22)]
    assert len(found.tables) == 6
    for table in found.tables:
        assert table.count.sum() == 3 * 7
        assert (table.low <= table.share + 1e-12).all()
        assert (table.share <= table.high + 1e-12).all()
        if table.who == "a counter":
            assert (table.right == table.count).all()
    assert "((" in found.merged
    assert not any("\n" in token for token in found.merged)
    assert ("".join(found.asked[0].tokens)) == strings[0]
    with pytest.raises(Stopped):
        large.compare(loaded, small_net, FRAMINGS[0], strings, carry_on=lambda: False)
    with pytest.raises(InputRefused):
        large.compare(loaded, small_net, FRAMINGS[0], [])


def test_a_string_that_is_too_long_for_the_question_is_refused(loaded: LargeModel) -> None:
    framing = FRAMINGS[0]
    reader = large.reader_for(loaded, framing)
    with pytest.raises(InputRefused, match="64 at most"):
        large.ask(reader, loaded, framing, "(" * 65)


def test_wilson_intervals_are_those_of_the_formula_solved_directly() -> None:
    for right, count in ((0, 5), (5, 5), (3, 10), (50, 100)):
        low, high = wilson(right, count)
        for bound in (low, high):
            if 0 < bound < 1:
                distance = abs(right / count - bound)
                assert distance == pytest.approx(1.959963984540054 * (bound * (1 - bound) / count) ** 0.5)
        assert 0 <= low <= right / count <= high <= 1
    assert wilson(0, 0) == (0.0, 1.0)

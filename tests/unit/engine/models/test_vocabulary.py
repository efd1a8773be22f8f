"""The bytes of tokens, against the tokenizer's own encoding of texts."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tokenizers
from hypothesis import given, settings
from hypothesis import strategies as some
from tokenizers import decoders, pre_tokenizers
from tokenizers import models as kinds
from transformers import AutoTokenizer, PreTrainedTokenizerFast

from engine.models.kinds import kind_of
from engine.models.vocabulary import byte_alphabet, spelling_of, vocabulary_of
from engine.records import TOKEN_KINDS
from tests.helpers.tiny_models import ODD_TEXTS, byte_level_tokenizer, sentencepiece_tokenizer

BYTE_LEVEL = byte_level_tokenizer()
SENTENCEPIECE = sentencepiece_tokenizer()


def _joined(tokenizer: Any, text: str) -> bytes:
    vocabulary = vocabulary_of(tokenizer, len(tokenizer))
    return b"".join(vocabulary.raw(index) for index in tokenizer(text, add_special_tokens=False).input_ids)


def test_the_alphabet_is_a_bijection_of_all_bytes() -> None:
    assert sorted(byte_alphabet().values()) == list(range(256))


@pytest.mark.parametrize("tokenizer", [BYTE_LEVEL, SENTENCEPIECE], ids=["byte-level", "sentencepiece"])
@pytest.mark.parametrize("text", ODD_TEXTS)
def test_joined_bytes_are_the_text(tokenizer: Any, text: str) -> None:
    assert _joined(tokenizer, text) == text.encode()


@settings(max_examples=40)
@given(some.text(max_size=60))
def test_joined_bytes_are_any_text(text: str) -> None:
    assert _joined(BYTE_LEVEL, text) == text.encode()


def test_the_default_models_tokens_join_to_the_text(default_model_folder: Path) -> None:
    tokenizer = AutoTokenizer.from_pretrained(default_model_folder)
    for text in ODD_TEXTS:
        assert _joined(tokenizer, text) == text.encode()


def test_rows_without_a_token_are_unused_specials() -> None:
    n = len(BYTE_LEVEL)
    vocabulary = vocabulary_of(BYTE_LEVEL, n + 3)
    assert len(vocabulary) == n + 3
    assert vocabulary.raw(n + 2) == f"<unused {n + 2}>".encode()
    assert vocabulary.kind(n + 2) == "special"


def test_special_tokens_keep_their_name() -> None:
    vocabulary = vocabulary_of(BYTE_LEVEL, len(BYTE_LEVEL))
    index = BYTE_LEVEL.eos_token_id
    assert (vocabulary.raw(index), vocabulary.kind(index)) == (b"<|endoftext|>", "special")


def test_added_tokens_are_spelled_as_they_are() -> None:
    tokenizer = byte_level_tokenizer()
    tokenizer.add_tokens(["  ", "é!"])
    vocabulary = vocabulary_of(tokenizer, len(tokenizer))
    assert [vocabulary.raw(len(tokenizer) - 2), vocabulary.raw(len(tokenizer) - 1)] == [b"  ", "é!".encode()]


def test_runs_of_spaces_that_are_added_tokens_are_spaces() -> None:
    tokenizer = sentencepiece_tokenizer()
    tokenizer.add_tokens(
        [tokenizers.AddedToken("▁▁", normalized=False), tokenizers.AddedToken("a▁b", normalized=False)]
    )
    vocabulary = vocabulary_of(tokenizer, len(tokenizer))
    assert [vocabulary.raw(len(tokenizer) - 2), vocabulary.raw(len(tokenizer) - 1)] == [b"  ", "a▁b".encode()]
    byte_level = byte_level_tokenizer()
    byte_level.add_tokens(["▁▁"])
    assert vocabulary_of(byte_level, len(byte_level)).raw(len(byte_level) - 1) == "▁▁".encode()


def test_spelling_is_told_from_the_decoder() -> None:
    assert (spelling_of(BYTE_LEVEL), spelling_of(SENTENCEPIECE)) == ("byte-level", "sentencepiece")


def _words(model: Any, decoder: Any, *, before: Any) -> PreTrainedTokenizerFast:
    backend = tokenizers.Tokenizer(model)
    backend.pre_tokenizer, backend.decoder = before, decoder
    return PreTrainedTokenizerFast(tokenizer_object=backend, unk_token="[UNK]")


def test_words_of_berts_tokenizer_are_parted_by_spaces() -> None:
    pieces = ["[UNK]", "the", "cat", "##s", "##", "sat", ",", "2", "你", "好", "##好"]
    model = kinds.WordPiece({piece: index for index, piece in enumerate(pieces)}, unk_token="[UNK]")
    tokenizer = _words(model, decoders.WordPiece(), before=pre_tokenizers.BertPreTokenizer())
    vocabulary = vocabulary_of(tokenizer, len(pieces))
    for text in ("the cats sat, the 2", "你好"):
        joined = b"".join(map(vocabulary.raw, tokenizer(text).input_ids)).decode()
        assert joined.removeprefix(" ") == text
    assert vocabulary.raw(0) == b"[UNK]"
    assert [vocabulary.kind(index) for index in (1, 3, 6, 8)] == [
        "word start", "continuation", "punctuation", "other script",
    ]  # fmt: skip


def test_a_mark_of_a_words_end_is_a_space() -> None:
    pieces = ["[UNK]", "c", "a", "t</w>", "s</w>", "ca", "cat</w>", "cats</w>"]
    merges = [("c", "a"), ("ca", "t</w>")]
    model = kinds.BPE(
        {piece: index for index, piece in enumerate(pieces)}, merges, unk_token="[UNK]", end_of_word_suffix="</w>"
    )
    tokenizer = _words(model, decoders.BPEDecoder(suffix="</w>"), before=pre_tokenizers.WhitespaceSplit())
    vocabulary = vocabulary_of(tokenizer, len(pieces))
    assert b"".join(map(vocabulary.raw, tokenizer("cat cat").input_ids)) == b"cat cat "


def test_arrays_are_read_only() -> None:
    vocabulary = vocabulary_of(BYTE_LEVEL, len(BYTE_LEVEL))
    with pytest.raises(ValueError, match="read-only"):
        vocabulary.kinds[0] = 1


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        (" hello", "word start"), (" I", "word start"), (" Été", "word start"), (" don't", "word start"),
        ("ing", "continuation"), ("Hello", "continuation"), ("'s", "continuation"), ("ß", "continuation"),
        ("7", "digit"), (" 2024", "digit"), ("٣", "digit"),
        (".", "punctuation"), (" (", "punctuation"), ("...\n", "punctuation"),
        ("🙂", "punctuation"), ("_", "punctuation"),
        ("x_1", "code"), ("fooBar", "code"), (" ValueError", "code"),
        ("    ", "code"), ("\t", "code"), ("\n    ", "code"), ("(x", "code"),
        (" ", "white space"), ("\n", "white space"), ("\n\n", "white space"), ("\u00a0", "white space"),
        ("你", "other script"), (" мир", "other script"), ("كتاب", "other script"), ("\u0e34", "other script"),
        (b"\xe4\xbd", "bytes"), (b" \xf0", "bytes"),
    ],
)  # fmt: skip
def test_kinds(token: str | bytes, kind: str) -> None:
    raw = token if isinstance(token, bytes) else token.encode()
    assert TOKEN_KINDS[kind_of(raw)] == kind


def test_the_shortcut_for_plain_words_agrees_with_the_rules(default_model_folder: Path) -> None:
    from engine.models.kinds import _KIND_OF_RULE, _RULES

    tokenizer = AutoTokenizer.from_pretrained(default_model_folder)
    vocabulary = vocabulary_of(tokenizer, len(tokenizer))
    for index in np.flatnonzero(vocabulary.kinds <= 1):
        match = _RULES.fullmatch(vocabulary.raw(int(index)).decode())
        assert match is not None
        assert _KIND_OF_RULE[match.lastgroup or ""] == vocabulary.kinds[index]


def test_a_quarter_of_a_million_tokens_take_two_seconds_at_most() -> None:
    alphabet = [chr(code) for code in byte_alphabet()]
    words = {
        f"{'Ġ' * (n % 2)}{alphabet[65 + n % 26]}{n}" if n % 10 == 0 else f"Ġw{_letters(n)}": n for n in range(262_144)
    }
    tokenizer = tokenizers.Tokenizer(kinds.BPE(words, []))
    tokenizer.decoder = decoders.ByteLevel()
    large = PreTrainedTokenizerFast(tokenizer_object=tokenizer)
    start = time.process_time()
    vocabulary = vocabulary_of(large, 262_144)
    assert time.process_time() - start < 2.0
    assert len(vocabulary) == 262_144


def _letters(number: int) -> str:
    """The number in letters, base 26."""
    return chr(97 + number % 26) + (_letters(number // 26) if number >= 26 else "")

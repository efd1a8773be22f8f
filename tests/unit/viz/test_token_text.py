"""Tokens are readable, and what they show says which bytes they are."""

from __future__ import annotations

import numpy as np
import pytest

from engine.records import TOKEN_KINDS, Vocabulary
from viz import glyphs
from viz.token_text import (
    CONTINUED,
    END_OF_ISOLATE,
    RIGHT_TO_LEFT_ISOLATE,
    drawn_by,
    plain_text,
    shown,
    shown_all,
    shown_in_context,
)
from viz.token_words import exact


def vocabulary(*tokens: bytes, special: tuple[int, ...] = ()) -> Vocabulary:
    data = np.frombuffer(b"".join(tokens), np.uint8).copy()
    offsets = np.concatenate([[0], np.cumsum([len(token) for token in tokens])]).astype(np.int64)
    kinds = np.zeros(len(tokens), np.uint8)
    kinds[list(special)] = TOKEN_KINDS.index("special")
    return Vocabulary(data=data, offsets=offsets, kinds=kinds)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"learn", "learn"),
        (b" learn", "·learn"),
        (b"  learn ", "··learn·"),
        (b"New York", "New York"),
        (b"    ", "····"),
        (b"\n", "↵"),
        (b"\n\n", "↵↵"),
        (b"\t\tx", "⇥⇥x"),
        (b"\r\n", "␍↵"),
        (b"\x00", "␀"),
        (b"\x7f", "␡"),
        (b"\xe2\x80", "⟨E2 80⟩"),
        (b" \xe2\x80", "·⟨E2 80⟩"),
        (b"a\xffb\xfe", "a⟨FF⟩b⟨FE⟩"),
        ("\u200b".encode(), "⟨U+200B⟩"),
        ("\u00a0".encode(), "⟨U+00A0⟩"),
        ("\ufeff".encode(), "⟨U+FEFF⟩"),
        ("\ufe0f".encode(), "⟨U+FE0F⟩"),
        ("\u0301".encode(), "◌\u0301"),
        ("你好".encode(), "你好"),
        ("🌍".encode(), "🌍"),
        (" مرحبا".encode(), RIGHT_TO_LEFT_ISOLATE + "·مرحبا" + END_OF_ISOLATE),
        (b"", "∅"),
    ],
)
def test_shown(raw: bytes, expected: str) -> None:
    assert shown(vocabulary(raw), 0) == expected


def test_a_joiner_inside_a_word_is_left_to_the_font() -> None:
    persian = "می\u200cخواهم"
    assert persian in shown(vocabulary(persian.encode()), 0)


def test_special_tokens_stand_by_name() -> None:
    assert shown(vocabulary(b"<|im_start|>", special=(0,)), 0) == "<|im_start|>"


def test_an_id_past_the_vocabulary_is_shown_as_its_number() -> None:
    assert shown(vocabulary(b"a"), 7) == "#7"
    assert shown(None, 7) == "#7"
    assert shown_all(None, [1, 2]) == ["#1", "#2"]


def test_fragments_are_joined_to_the_character_they_make() -> None:
    earth = "🌍".encode()
    words = vocabulary(b"a", earth[:2], earth[2:3], earth[3:], b"b")
    assert shown_all(words, [0, 1, 2, 3, 4]) == ["a", "🌍", CONTINUED, CONTINUED, "b"]


def test_fragments_that_nobody_completes_stay_hexadecimal() -> None:
    earth = "🌍".encode()
    words = vocabulary(earth[:2], earth[2:3], b"x")
    assert shown_all(words, [0, 1, 2]) == ["⟨F0 9F⟩", "⟨8C⟩", "x"]
    assert shown_all(words, [0]) == ["⟨F0 9F⟩"]


def test_a_fragment_with_text_of_its_own_shows_both() -> None:
    first, second = "你".encode(), "好".encode()
    words = vocabulary(first[:2], first[2:] + second[:1], second[1:])
    assert shown_all(words, [0, 1, 2]) == ["你", CONTINUED + "好", CONTINUED]


def test_a_special_token_between_fragments_keeps_them_apart() -> None:
    earth = "🌍".encode()
    words = vocabulary(earth[:2], b"<s>", earth[2:], special=(1,))
    assert shown_all(words, [0, 1, 2]) == ["⟨F0 9F⟩", "<s>", "⟨8C 8D⟩"]


def test_in_context_agrees_with_the_whole() -> None:
    earth = "🌍".encode()
    words = vocabulary(b"a", earth[:2], earth[2:3], earth[3:], b"\xff", "é".encode())
    rng = np.random.default_rng(0)
    for _ in range(50):
        ids = rng.integers(0, 7, size=12).tolist()
        whole = shown_all(words, ids)
        assert [shown_in_context(words, ids, i) for i in range(len(ids))] == whole


def test_exact_says_text_id_bytes_and_kind() -> None:
    said = exact(vocabulary(b"\n"), 0)
    assert "'\\n'" in said
    assert "token 0" in said
    assert "0A" in said
    assert TOKEN_KINDS[0] in said
    assert "b'\\xe2'" in exact(vocabulary(b"\xe2"), 0)
    assert "9" in exact(None, 9)


def test_plain_text_joins_bytes() -> None:
    earth = "🌍".encode()
    words = vocabulary(b"hi ", earth[:3], earth[3:])
    assert plain_text(words, [0, 1, 2]) == "hi 🌍"
    assert plain_text(words, [0, 1]) == "hi \ufffd"
    assert plain_text(words, [0, 99]) == "hi "


def test_two_vocabularies_are_not_mixed_up() -> None:
    one, other = vocabulary(b"one"), vocabulary(b"other")
    assert (shown(one, 0), shown(other, 0), shown(one, 0)) == ("one", "other", "one")


def test_what_no_font_has_is_written_as_its_code_point() -> None:
    words = vocabulary("\U0001f9ff".encode(), " a\U0001f9ff".encode(), "你好".encode())
    try:
        drawn_by(lambda character: character != "\U0001f9ff")
        assert [shown(words, i) for i in range(3)] == ["⟨U+1F9FF⟩", "·a⟨U+1F9FF⟩", "你好"]
        assert shown_all(words, [2, 0]) == ["你好", "⟨U+1F9FF⟩"]
    finally:
        drawn_by(None)
    assert shown(words, 0) == "\U0001f9ff"


@pytest.mark.usefixtures("qapp")
def test_the_fonts_of_the_machine_are_asked() -> None:
    assert all(glyphs.is_drawn(character) for character in "aéß")
    assert not glyphs.is_drawn("\U0003fffd")  # in a plane that Unicode leaves empty

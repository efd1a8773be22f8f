"""The exact bytes and the kind of every token, so that fragments of characters can be joined and shown truly.

A tokenizer's own `decode` replaces what is no whole character by U+FFFD, which loses the bytes. They are recovered
from the token's spelling, by the tokenizer's decoder:
- byte-level BPE (GPT-2 and most later models): every character stands for one byte, through GPT-2's table;
- SentencePiece style (Llama 2, Gemma): U+2581 stands for a space and `<0xNN>` for a byte;
- WordPiece (models with BERT's tokenizer): `##` marks what goes on a word; before others a space is understood, but
  for marks and for scripts that are written without;
- BPE with `</w>` at a word's end (GPT-1): there a space is understood;
- added tokens are spelled as they are, but for Gemma's of U+2581 alone, which stand for runs of spaces.
The bytes of `encode(text)` joined are the text's UTF-8, with these exceptions that lie in the tokenizers: some
normalise first (NFC in Qwen and Pythia), and SentencePiece models may put one space before the text.
Ids that the model has rows for but the tokenizer has no token for (padding) are special tokens "<unused N>".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Literal

import numpy as np

from engine import checked_json
from engine.models.kinds import kinds_of
from engine.records import Vocabulary

Spelling = Literal["byte-level", "sentencepiece", "wordpiece", "word-end", "plain"]
_WITHOUT_SPACES = 0x2E80  # the first code point of the scripts of East Asia
_BYTE = re.compile(r"<0x([0-9A-Fa-f]{2})>")
_UNUSED = re.compile(rb"[<\[]\|?(unused|reserved|extra_id|PAD)[\w ]*\|?[>\]]")


def byte_alphabet() -> dict[int, int]:
    """GPT-2's table: the code point of a character -> the byte it stands for (encoder.py, `bytes_to_unicode`)."""
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [byte for byte in range(256) if byte not in set(printable)]
    return {**{byte: byte for byte in printable}, **{256 + n: byte for n, byte in enumerate(others)}}


def vocabulary_of(tokenizer: Any, vocab_size: int) -> Vocabulary:
    """The vocabulary of a model with `vocab_size` embedding rows."""
    spelled = _spelled(tokenizer, vocab_size)
    special, verbatim = _added(tokenizer)
    raw = _bytes_of(spelled, spelling_of(tokenizer), special | verbatim)
    unknown = [index for index, token in enumerate(spelled) if token is None]
    for index in unknown:
        raw[index] = f"<unused {index}>".encode()
    bracketed = [n for n, token in enumerate(raw) if token[:1] in (b"<", b"[") and _UNUSED.fullmatch(token)]
    marked = np.zeros(vocab_size, bool)  # [V]
    marked[[*unknown, *bracketed, *(index for index in special if 0 <= index < vocab_size)]] = True
    offsets = np.zeros(vocab_size + 1, np.int64)
    np.cumsum([len(token) for token in raw], out=offsets[1:])
    data = np.frombuffer(b"".join(raw), np.uint8).copy()
    return Vocabulary(data, offsets, kinds_of(raw, marked))


def _spelled(tokenizer: Any, vocab_size: int) -> list[str | None]:
    """The tokenizer's spelling of each id, None where it has none."""
    spelled: list[str | None] = [None] * vocab_size
    for token, index in tokenizer.get_vocab().items():
        if 0 <= index < vocab_size:
            spelled[index] = token
    return spelled


def _added(tokenizer: Any) -> tuple[set[int], set[int]]:
    """Ids of special tokens, and of all added ones (which are spelled as they are)."""
    added = getattr(tokenizer, "added_tokens_decoder", {})
    special = {index for index, token in added.items() if token.special} | set(tokenizer.all_special_ids)
    return special, set(added)


def spelling_of(tokenizer: Any) -> Spelling:
    """How the tokenizer spells bytes, by its decoder."""
    backend = getattr(tokenizer, "backend_tokenizer", None)
    decoder = getattr(backend, "decoder", None)
    if decoder is None:
        return _guess(tokenizer.get_vocab())
    kinds = set(_types(checked_json.parsed(decoder.__getstate__())))
    if "ByteLevel" in kinds:
        return "byte-level"
    if kinds & {"ByteFallback", "Metaspace", "Replace"}:
        return "sentencepiece"
    if "WordPiece" in kinds:
        return "wordpiece"
    return "word-end" if "BPEDecoder" in kinds else "plain"


def _types(decoder: Any) -> Iterable[str]:
    """All "type" values of a decoder and those nested in it."""
    if isinstance(decoder, dict):
        if isinstance(decoder.get("type"), str):
            yield decoder["type"]
        for value in decoder.values():
            yield from _types(value)
    elif isinstance(decoder, list):
        for value in decoder:
            yield from _types(value)


def _guess(vocabulary: dict[str, int]) -> Spelling:
    """For tokenizers without a declared decoder: by the mark of the space."""
    if any("Ġ" in token for token in vocabulary):
        return "byte-level"
    if any("▁" in token for token in vocabulary):
        return "sentencepiece"
    if any(token.endswith("</w>") for token in vocabulary):
        return "word-end"
    return "wordpiece" if any(token.startswith("##") and len(token) > 2 for token in vocabulary) else "plain"


def _bytes_of(spelled: list[str | None], spelling: Spelling, verbatim: set[int]) -> list[bytes]:
    """The bytes of every id's spelling, empty where there is none."""
    tokens = [token or "" for token in spelled]
    if spelling == "byte-level":
        raw = _from_byte_level(tokens)
    elif spelling == "sentencepiece":
        raw = [_from_sentencepiece(token) for token in tokens]
    elif spelling == "wordpiece":
        raw = [_from_wordpiece(token) for token in tokens]
    elif spelling == "word-end":
        raw = [_plain(f"{token[:-4]} " if token.endswith("</w>") else token) for token in tokens]
    else:
        raw = [_plain(token) for token in tokens]
    for index in verbatim:
        if 0 <= index < len(tokens) and (spelling != "sentencepiece" or tokens[index].strip("\u2581")):
            raw[index] = _plain(tokens[index])
    return raw


def _plain(token: str) -> bytes:
    return token.encode("utf-8", "surrogatepass")


def _from_byte_level(tokens: list[str]) -> list[bytes]:
    """All tokens in one translation, cut again by their lengths: a character is a byte."""
    alphabet = byte_alphabet()
    table = np.zeros(max(alphabet) + 2, np.uint8)  # the last row is for characters beyond the alphabet
    table[list(alphabet)] = list(alphabet.values())
    joined = "".join(tokens)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    data = table[np.minimum(codes, len(table) - 1)].tobytes()
    ends = np.cumsum([len(token) for token in tokens]).tolist()
    raw = [data[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    foreign = set(joined) - set(map(chr, alphabet))
    if foreign:  # a token outside the alphabet is spelled as it is
        raw = [_plain(token) if foreign.intersection(token) else raw[n] for n, token in enumerate(tokens)]
    return raw


def _from_sentencepiece(token: str) -> bytes:
    if token[:3] == "<0x" and (byte := _BYTE.fullmatch(token)):
        return bytes.fromhex(byte[1])
    return _plain(token.replace("\u2581", " "))


def _from_wordpiece(token: str) -> bytes:
    if token.startswith("##") and len(token) > 2:
        return _plain(token[2:])
    spaced = token[:1].isalnum() and ord(token[0]) < _WITHOUT_SPACES
    return _plain(f" {token}" if spaced else token)

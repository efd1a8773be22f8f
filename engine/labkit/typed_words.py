"""From a typed word to the tokens that spell it in a model's vocabulary."""

from __future__ import annotations

from typing import Any

from engine.errors import InputRefused, shown

LONGEST = 200  # characters of a word


def spellings(tokenizer: Any, n_tokens: int, typed: str, missing: str) -> tuple[tuple[int, ...], ...]:
    """The tokens of a word, after a space and without one, the fewer first; `#id` means that token.

    Raises:
        InputRefused: nothing was typed (said in the words `missing`), or the vocabulary cannot spell it.
    """
    text = typed.strip()
    if not text:
        raise InputRefused(missing)
    if len(text) > LONGEST:
        raise InputRefused(f"{shown(text, 40)} is {len(text):,} characters long. Type a word.")
    if text.startswith("#") and text[1:].isdecimal():
        number = int(text[1:]) if len(text) < 12 else n_tokens
        if number >= n_tokens:
            raise InputRefused(f"Token id {text[1:]} does not exist: this model's ids are 0 to {n_tokens - 1}.")
        return ((number,),)
    forms = dict.fromkeys(_ids(tokenizer, n_tokens, form) for form in (f" {text}", text))
    found = sorted((form for form in forms if form), key=len)
    if not found:
        raise InputRefused(f"This model's vocabulary cannot spell {shown(text)}. Type another word.")
    return tuple(found)


def _ids(tokenizer: Any, n_tokens: int, text: str) -> tuple[int, ...]:
    """The token ids of a text; none where a part of it has no token."""
    found = tuple(map(int, tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"]))
    unknown = getattr(tokenizer, "unk_token_id", None)
    return () if any(token >= n_tokens or token == unknown for token in found) else found

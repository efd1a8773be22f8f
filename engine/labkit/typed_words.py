"""From a typed word to the tokens that spell it in a model's vocabulary."""

from __future__ import annotations

from typing import Any

from engine.errors import InputRefused, shown
from engine.sentences import say

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
        raise InputRefused(say("{text} is {n:,} characters long. Type a word.", text=shown(text, 40), n=len(text)))
    if text.startswith("#") and text[1:].isdecimal():
        number = int(text[1:]) if len(text) < 12 else n_tokens
        if number >= n_tokens:
            raise InputRefused(
                say(
                    "Token id {text} does not exist: this model's ids are 0 to {last}.",
                    text=text[1:],
                    last=n_tokens - 1,
                )
            )
        return ((number,),)
    forms = dict.fromkeys(_ids(tokenizer, n_tokens, form) for form in (f" {text}", text))
    found = sorted((form for form in forms if form), key=len)
    if not found:
        raise InputRefused(say("This model's vocabulary cannot spell {text}. Type another word.", text=shown(text)))
    return tuple(found)


def _ids(tokenizer: Any, n_tokens: int, text: str) -> tuple[int, ...]:
    """The token ids of a text; none where a part of it has no token."""
    found = tuple(map(int, tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"]))
    unknown = getattr(tokenizer, "unk_token_id", None)
    return () if any(token >= n_tokens or token == unknown for token in found) else found

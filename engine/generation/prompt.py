"""From what a person typed to token ids, or a sentence that says why not.

A prompt is continued as it stands: the tokenizer's own default decides whether a begin-of-text token goes first (Llama
and Gemma add one, SmolLM2 does not). What a tokenizer puts behind a text, an end that nobody typed, is left out: the
text goes on there. With `chat` the model's template is put around it instead.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.errors import InputRefused, in_short
from engine.generation.chat_template import in_template
from engine.generation.settings import Stop, never
from engine.libraries import rust_panics
from engine.records import I32
from engine.sentences import say

_ANY = "a"  # a text to see by what the tokenizer puts around it


def encode(tokenizer: Any, prompt: str, *, chat: bool, context: int, vocab_size: int, stop: Stop = never) -> I32:
    """Token ids [T] of `prompt`.

    Raises:
        InputRefused: it is empty for a model without a begin-of-text token, too long, or not encodable, or there is
            no chat template that can be used. Stopped: `stop` said so while that was rendered.
    """
    _require_text(prompt)
    ids = _templated(tokenizer, prompt, stop) if chat else open_ended(tokenizer, prompt)
    if not ids:
        if prompt:
            raise InputRefused(say("This model's tokenizer makes no token of that text: type something else."))
        if tokenizer.bos_token_id is None:
            raise InputRefused(
                say("The prompt is empty, and this model has no begin-of-text token: type at least one character.")
            )
        ids = [int(tokenizer.bos_token_id)]
    if len(ids) > context:
        raise InputRefused(
            say(
                "The prompt is {n:,} tokens long, but this model takes at most {context:,}: shorten it by {over:,}.",
                n=len(ids),
                context=context,
                over=len(ids) - context,
            )
        )
    if max(ids) >= vocab_size:
        raise InputRefused(
            say(
                "The tokenizer gave token {most}, but the model's vocabulary is numbered 0 to {last}: they do "
                "not belong together.",
                most=max(ids),
                last=vocab_size - 1,
            )
        )
    return np.array(ids, np.int32)


def _require_text(prompt: str) -> None:
    for index, character in enumerate(prompt):
        if "\ud800" <= character <= "\udfff":
            raise InputRefused(
                say(
                    "Character {index} is half of a character (a lone surrogate, U+{code:04X}), which no text can "
                    "hold: delete it and type the character again.",
                    index=index + 1,
                    code=ord(character),
                )
            )


def open_ended(tokenizer: Any, text: str) -> list[int]:
    """Token ids of a text that goes on: with what the tokenizer puts before it, without what it puts behind.

    Raises:
        InputRefused: the tokenizer fails.
    """
    return [*put_before(tokenizer), *_ids(tokenizer, text, add_special_tokens=False)]


def put_before(tokenizer: Any) -> list[int]:
    """The tokens that the tokenizer puts before every text: a begin-of-text token, as a rule, or none."""
    around = _ids(tokenizer, "")
    if not around:
        return []
    bare, whole = _ids(tokenizer, _ANY, add_special_tokens=False), _ids(tokenizer, _ANY)
    starts = (start for start in range(len(whole)) if whole[start : start + len(bare)] == bare)
    return whole[: next(starts, 0)] if bare else around


def typed_twice(tokenizer: Any, prompt: str) -> str:
    """The begin-of-text token, as text, where the prompt begins with it and the tokenizer adds it too; else ""."""
    before, typed = put_before(tokenizer), _ids(tokenizer, prompt, add_special_tokens=False)
    if not before or typed[:1] != before[-1:]:
        return ""
    spelled = str(tokenizer.convert_ids_to_tokens(typed[0]))
    return spelled if prompt.startswith(spelled) else ""


def _templated(tokenizer: Any, prompt: str, stop: Stop) -> list[int]:
    return _ids(tokenizer, in_template(tokenizer, prompt, stop), add_special_tokens=False)


def _ids(tokenizer: Any, text: str, **options: bool) -> list[int]:
    try:
        with rust_panics.raised_as(RuntimeError), rust_panics.unprinted():
            return [int(token) for token in tokenizer(text, verbose=False, **options)["input_ids"]]
    except Exception as error:  # a tokenizer does what its file says, and fails where that fails
        raise InputRefused(
            say(
                "This model's tokenizer cannot read that text ({error}): its files are damaged. Get the model "
                "again from its source.",
                error=in_short(error),
            )
        ) from error

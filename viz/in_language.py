"""What the engine says, in the person's language: its sentences know their templates (`engine.sentences`).

The collector of texts reads the templates from the source into the context "Engine". Whatever holds sentences is turned
as a whole where it enters the window, so that no view has to know of it; turned again, it is in another language.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication

from engine.records import Tokens, Vocabulary
from engine.sentences import Sentence, translated

CONTEXT = "Engine"
_T = TypeVar("_T")
_PLAIN = (int, float, bytes, type(None), Tokens, Vocabulary)  # they hold no sentences, and may be large


def forget_words() -> None:
    """Let what was remembered with words in it be made anew: the language is another one now."""
    for name, module in list(sys.modules.items()):
        if name.startswith("viz."):
            for held in list(vars(module).values()):
                if callable(clear := getattr(held, "cache_clear", None)):
                    clear()


def _template(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def in_language(value: _T) -> _T:
    """`value` with every sentence in it, in its fields and in theirs, in the person's language; else itself."""
    return _turned(value)  # type: ignore[no-any-return]  # of the same type


def _turned(value: Any) -> Any:
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, str):
        return translated(value, _template) if isinstance(value, Sentence) else value
    if isinstance(value, tuple | list):
        return _of_list(value)
    if isinstance(value, Mapping):
        turned = {key: _turned(each) for key, each in value.items()}
        if all(turned[key] is each for key, each in value.items()):
            return value
        return MappingProxyType(turned) if isinstance(value, MappingProxyType) else turned
    if is_dataclass(value) and not isinstance(value, type):
        changes = {}
        for field in fields(value):
            if field.init:
                held = getattr(value, field.name)
                turned = _turned(held)
                if turned is not held:
                    changes[field.name] = turned
        return replace(value, **changes) if changes else value
    return value


def _of_list(value: tuple[Any, ...] | list[Any]) -> Any:
    turned = [_turned(each) for each in value]
    if all(new is old for new, old in zip(turned, value, strict=True)):
        return value
    if hasattr(value, "_fields"):  # a named tuple
        return type(value)(*turned)
    return type(value)(turned)

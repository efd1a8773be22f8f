"""Sentences for a person that know how they were made, so that a window can say them in another language.

A `Sentence` is its English text wherever a text is wanted: in a log, on standard error, in a file, in a test. Beside
that it carries its template and the values that were put in, also through a pipe to another process; `translated` puts
the same values into the template of another language. A value may be a sentence itself ("the token embeddings").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Self

LONGEST = 1500  # characters
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")  # a library's error may quote them
Value = str | int | float


def cut(text: str, most: int) -> str:
    """`text` without its middle where it is longer than `most`."""
    if len(text) <= most:
        return text
    head = (most - 1) * 2 // 3
    return f"{text[:head]}…{text[len(text) - (most - 1 - head) :]}"


def on_one_line(text: str) -> str:
    """`text` as a sentence may be: no control characters, and no longer than anybody reads."""
    return cut(_CONTROLS.sub(" ", text), LONGEST)


class Sentence(str):  # noqa: SLOT000 - it carries what it was made of
    """A text in some language; `template` is English, with a replacement field for each of `values`."""

    template: str
    values: Mapping[str, Value]

    def __new__(cls, template: str, values: Mapping[str, Value], text: str | None = None) -> Self:
        """`text` is how it reads in another language than English."""
        made = super().__new__(cls, on_one_line(template.format(**values) if text is None else text))
        made.template, made.values = template, dict(values)
        return made

    def __str__(self) -> str:
        """Itself: what an error is made with is found again in `str(error)`."""
        return self

    def __reduce__(self) -> tuple[type[Sentence], tuple[str, Mapping[str, Value], str]]:
        return Sentence, (self.template, self.values, str.__str__(self))


def say(template: str, /, **values: object) -> Sentence:
    """A sentence from its English template, in which numbers may have a format and texts may be quoted by `!r`."""
    return Sentence(template, {name: _value(value) for name, value in values.items()})


def _value(value: object) -> Value:
    """What is put into a sentence, as anything that may be sent to another process."""
    if isinstance(value, str | int | float):
        return value
    plain = getattr(value, "item", None)  # a number of numpy
    if plain is not None:
        found: Value = plain()
        return found
    return str(value)  # an error's own sentence stays one


def together(*sentences: str) -> str:
    """Several sentences, one after the other; those that are empty are left out."""
    said = [it for it in sentences if it]
    whole: str = said[0] if said else ""
    for further in said[1:]:
        whole = say("{first} {then}", first=whole, then=further)
    return whole


def listed(names: Iterable[str]) -> str:
    """Several names, one after the other, each a text or a sentence of its own."""
    whole = ""
    for name in names:
        whole = say("{names}, {further}", names=whole, further=name) if whole else name
    return whole


def english(text: str) -> str:
    """The text as it was written, for a file: of a sentence its English."""
    return Sentence(text.template, text.values) if isinstance(text, Sentence) else text


def translated(text: str, translate: Callable[[str], str]) -> str:
    """The sentence with the template that `translate` gives; a text that is no sentence, and has no template, as it is.

    A template that does not take the values, of a file that somebody changed, is as none.
    """
    if not isinstance(text, Sentence):
        return text
    values: dict[str, Any] = {
        name: translated(value, translate) if isinstance(value, str) else value for name, value in text.values.items()
    }
    try:
        said = translate(text.template).format(**values)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        said = text.template.format(**values)
    return Sentence(text.template, text.values, said)

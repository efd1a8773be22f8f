"""Typed errors whose text is a whole sentence for a person: what was expected, what was met, what to do.

An `OrreryError` is shown as it stands, in the window or on standard error; anything else is a fault of the
program and is shown with its trace. A stop asked for by a person (`Stopped`) is not an error.

Sentences quote what was met, and that may come from a file of any content: what is quoted goes through `shown` or
`in_short`, and whatever else grew beyond reading (a library's own error, say) is cut in its middle when the error is
made.
"""

from __future__ import annotations

import re
import reprlib

from engine.sentences import Sentence, cut, on_one_line, say

QUOTED = 160  # characters of a value that is quoted in one
_TYPE_NAME = re.compile(r"(?:\b[a-z_.]+\.)?\b[A-Z]\w*(?:Error|Exception)\b(?:\(\))?:?\s*")


def shown(value: object, most: int = QUOTED) -> str:
    """A value as Python writes it, at most `most` characters, for a sentence that quotes it."""
    quoting = reprlib.Repr()
    quoting.maxstring = quoting.maxlong = quoting.maxother = most
    try:
        return cut(quoting.repr(value), most)
    except ValueError:  # Python writes no whole number of more than 4,300 digits
        return f"<{type(value).__name__}>"


def in_short(value: object, most: int = QUOTED) -> str:
    """A name, a text or another error on one line of at most `most` characters, for a sentence that tells it."""
    try:
        return cut(" ".join(str(value).split()), most)
    except ValueError:  # as above
        return f"<{type(value).__name__}>"


def reason(error: BaseException, most: int = 200) -> str:
    """What an error of Python or of a library says, in words for brackets in a sentence: the name of its type is for
    programmers, and goes."""
    own = str(error)
    if isinstance(own, Sentence):
        return own
    said = in_short(_TYPE_NAME.sub("", own), most)
    if isinstance(error, KeyError):  # says the key alone
        return say("{key} is missing", key=said)
    if isinstance(error, ZeroDivisionError):  # says which operation of Python's it was
        return say("a number is 0 that others are divided by")
    return said or say("for a reason that was not told")


class OrreryError(Exception):
    """Base of every error a person is meant to read. `str(error)` is one sentence or two, a `Sentence` by `say`."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence if isinstance(sentence, Sentence) else on_one_line(sentence))


class JsonProblem(OrreryError, ValueError):
    """A text that should be JSON is none, too large, nested too deep, or holds a number that cannot be used.

    Part of a sentence, for whoever read it from somewhere: "nested more than 64 deep".
    """


class ModelNotFound(OrreryError):
    """The named model is in no catalogue, folder or place that was asked."""


class NotOnDisk(OrreryError):
    """The model would have to be fetched, which was not asked for."""


class ModelUnusable(OrreryError):
    """The files are there but cannot be loaded: truncated, foreign, of an unknown architecture, or not finite."""


class LibraryChanged(OrreryError):
    """A library is missing, or of a version that lacks what Orrery uses of its inside."""


class FetchFailed(OrreryError):
    """No place delivered the file: no network, a wrong hash, a refused request."""


class DiskProblem(OrreryError):
    """The disk is full, read-only or not writable where Orrery keeps its files."""


class InputRefused(OrreryError):
    """What a person typed or chose cannot be used: an empty prompt, a temperature below 0, a site out of range."""


class OutOfMemory(OrreryError):
    """The device has too little memory; the sentence says how much was needed and what would fit."""


class RunFileProblem(OrreryError):
    """A `.orrery` file is damaged, foreign, or from a newer format."""


class MapProblem(OrreryError):
    """A layout could not be fitted or used."""


class WorkerDied(OrreryError):
    """The engine or the mapper process ended by itself."""


class Stopped(Exception):
    """A person asked for an end. Raised between blocks and tokens; never shown as an error."""

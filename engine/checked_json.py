"""JSON as Orrery reads it from files: of a limited size and depth, with finite numbers, whole ones within 64 bits.

Python's own reader lets through what breaks later and elsewhere: `NaN` and `Infinity`, which no writer here may write
again; `1e999`, which it turns into infinity; whole numbers of any length, which numpy refuses; lists nested until its
recursion ends in a `RecursionError`; and halves of characters (`\\ud800`), which no file and no tokenizer takes: here
U+FFFD stands in their place. It has a hook for each kind of number, so refusing them costs a call per number; depth is
measured on what was read, without recursion. A `JsonProblem` says what is wrong in part of a sentence that fits in
brackets: whoever reads a file says which file it is, and what to do.
"""

from __future__ import annotations

import json
import math
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from engine.errors import JsonProblem, in_short, shown
from engine.sentences import say

MOST_BYTES = 16 * 2**20
MOST_OF_A_NOTE = 2**20  # bytes of what describes one model
MOST_DEPTH = 64
_LOWEST, _HIGHEST = -(2**63), 2**64 - 1
_LONGEST = len(str(_LOWEST))  # digits and sign; `int` takes long over thousands of them, and refuses some


def read(path: Path, most_bytes: int = MOST_BYTES) -> Any:
    """What the file holds.

    Raises:
        JsonProblem: it is too large, no JSON, or holds what is not taken. OSError: the file cannot be read.
    """
    return parsed(content(path, most_bytes), most_bytes)


def content(path: Path, most_bytes: int = MOST_BYTES) -> bytes:
    """The bytes of a file, of which no more than is to be parsed is read.

    Raises:
        JsonProblem: it is no file (a pipe would be waited for), or too large. OSError: it cannot be read.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise JsonProblem(say("it is not a file"))
    with path.open("rb") as file:
        data = file.read(most_bytes + 1)
    _require_size(len(data), most_bytes)
    return data


def read_object(path: Path, most_bytes: int = MOST_BYTES) -> dict[str, Any]:
    """The object that the file holds. Raises as `read` does, and JsonProblem where it is none."""
    return _object(read(path, most_bytes))


def parsed(text: str | bytes, most_bytes: int = MOST_BYTES, *, spare_numbers: bool = False) -> Any:
    """What the text says: dictionaries with texts as keys, lists, texts, numbers, true and false, None.

    With `spare_numbers` a number that is not taken stays as the text it is written in ("NaN"), for readers that check
    each value by itself and let a wrong one cost only itself.

    Raises:
        JsonProblem: it is too large, no JSON, nested too deep, or holds a number that is not taken.
    """
    _require_size(len(text), most_bytes)
    whole, real, constant = (
        (map(_sparing, (_whole, _real, _not_finite))) if spare_numbers else (_whole, _real, _not_finite)
    )
    try:
        found = json.loads(
            text if isinstance(text, str) else text.decode("utf-8-sig"),
            parse_int=whole,
            parse_float=real,
            parse_constant=constant,
        )
    except UnicodeDecodeError as error:
        raise JsonProblem(say("it is not text in UTF-8 at byte {start}", start=error.start)) from error
    except json.JSONDecodeError as error:
        raise JsonProblem(
            say("line {line}, column {column}: {why}", line=error.lineno, column=error.colno, why=error.msg)
        ) from error
    except RecursionError as error:
        raise _too_deep() from error
    _require_depth(found)
    return _mended(found) if _mentions_halves(text) else found


def parsed_object(text: str | bytes, most_bytes: int = MOST_BYTES) -> dict[str, Any]:
    """The object that the text says. Raises as `parsed` does, and JsonProblem where it is none."""
    return _object(parsed(text, most_bytes))


def metadata_object(metadata: Mapping[str, str] | None, key: str) -> dict[str, Any]:
    """The object that a safetensors file holds under `key` of its metadata. Raises JsonProblem."""
    if not metadata or key not in metadata:
        raise JsonProblem(say("it says nothing under {key!r}", key=key))
    return parsed_object(metadata[key])


def _object(found: Any) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise JsonProblem(say("an object was expected, {found} was met", found=shown(found, 60)))
    return found


def _require_size(n_bytes: int, most: int) -> None:
    if n_bytes > most:
        raise JsonProblem(say("it is larger than {most:g} MiB", most=most / 2**20))


def _sparing(read_number: Callable[[str], Any]) -> Callable[[str], Any]:
    """The number, or its text where it is not taken."""

    def spared(digits: str) -> Any:
        try:
            return read_number(digits)
        except JsonProblem:
            return in_short(digits, 40)

    return spared


def _whole(digits: str) -> int:
    if len(digits) <= _LONGEST and _LOWEST <= (value := int(digits)) <= _HIGHEST:
        return value
    raise JsonProblem(say("the number {digits} does not fit into 64 bits", digits=in_short(digits, 40)))


def _real(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        _not_finite(digits)
    return value


def _not_finite(digits: str) -> NoReturn:
    raise JsonProblem(say("the number {digits} is not finite", digits=in_short(digits, 40)))


def _mentions_halves(text: str | bytes) -> bool:
    """Whether halves of characters may be in the text: written as such, or in a text that holds them already."""
    if isinstance(text, bytes):
        return b"\\ud" in text or b"\\uD" in text
    return "\\ud" in text or "\\uD" in text or not text.isascii()


def _mended(found: Any) -> Any:
    """The same with U+FFFD for every half of a character."""
    if isinstance(found, str):
        return found.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(found, list):
        return [_mended(each) for each in found]
    return {_mended(key): _mended(each) for key, each in found.items()} if isinstance(found, dict) else found


def _require_depth(found: Any) -> None:
    level = [found]
    for _ in range(MOST_DEPTH + 1):
        level = [part for part in level if isinstance(part, (dict, list))]
        if not level:
            return
        level = [each for part in level for each in (part.values() if isinstance(part, dict) else part)]
    raise _too_deep()


def _too_deep() -> JsonProblem:
    return JsonProblem(say("it is nested more than {most_depth} deep", most_depth=MOST_DEPTH))

"""A chat template rendered in a process of its own: a small program of the model's maker, which may loop or swell.

Run as a module: it takes `{"template", "values", "seconds", "characters"}` as JSON from its input and writes
`{"text"}` or `{"refused": a reason}`. The environment is that of transformers (`utils/chat_template_utils.py`:
sandboxed, trimmed blocks, loop controls, the `generation` tag, `tojson` without escapes), whose import takes ten times
as long as rendering. Time, memory and output are limited; where the system has limits of processes, a single call that
hears nothing (`9 ** (9 ** 9)`) ends too.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

import jinja2
import jinja2.ext
from jinja2 import nodes
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from engine import checked_json
from engine.errors import reason

TOO_LONG, TOO_LARGE, TOO_SLOW = "too long", "too large", "too slow"
MEMORY = 512 * 2**20  # bytes of the whole process
MOST_BYTES = 2**28  # of what is asked and answered


class _Generation(jinja2.ext.Extension):
    """`{% generation %}` marks what the assistant says, for training; its content is rendered as it stands."""

    tags: set[str] = {"generation"}  # noqa: RUF012 - so it is declared by jinja2

    def parse(self, parser: Parser) -> nodes.Node:
        line = next(parser.stream).lineno
        body = parser.parse_statements(("name:endgeneration",), drop_needle=True)
        return nodes.CallBlock(self.call_method("_content"), [], [], body).set_lineno(line)

    def _content(self, caller: Callable[[], str]) -> str:
        return caller()


class _Dict:
    """`dict` as a call, without what a type leads to."""

    def __call__(self, *args: Any, **kwargs: Any) -> dict[Any, Any]:
        return dict(*args, **kwargs)

    def fromkeys(self, *args: Any) -> dict[Any, Any]:
        return dict.fromkeys(*args)


class _Namespace(jinja2.utils.Namespace):
    """Without names that lead into Python's inside."""

    def __init__(*args: Any, **kwargs: Any) -> None:
        for name in dict(*args[1:], **kwargs):
            _require_plain(name)
        jinja2.utils.Namespace.__init__(*args, **kwargs)

    def __setitem__(self, name: str, value: Any) -> None:
        _require_plain(name)
        super().__setitem__(name, value)


def _require_plain(name: object) -> None:
    if str(name).startswith("_"):
        raise jinja2.exceptions.SecurityError(f"a namespace may not have the attribute {name!r}")


def environment() -> ImmutableSandboxedEnvironment:
    """What templates are rendered in."""
    made = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=[_Generation, jinja2.ext.loopcontrols]
    )
    made.filters["tojson"] = _to_json
    made.globals["raise_exception"] = _refuse
    made.globals["strftime_now"] = lambda how: datetime.now().strftime(how)  # noqa: DTZ005 - the person's own time
    made.globals["dict"] = _Dict()
    made.globals["namespace"] = _Namespace
    return made


def _to_json(
    value: Any, ensure_ascii: bool = False, indent: Any = None, separators: Any = None, sort_keys: bool = False
) -> str:
    return json.dumps(value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)


def _refuse(message: str) -> None:
    raise jinja2.exceptions.TemplateError(message)


def _limited(pieces: Iterable[str], characters: int) -> Iterator[str]:
    """Pieces of a text up to a length. Raises OverflowError past it."""
    for piece in pieces:
        characters -= len(piece)
        if characters < 0:
            raise OverflowError
        yield piece


def rendered(asked: dict[str, Any]) -> dict[str, str]:
    """What is answered to what was asked."""
    try:
        template = environment().from_string(asked["template"])
        return {"text": "".join(_limited(template.generate(**asked["values"]), asked["characters"]))}
    except MemoryError:
        return {"refused": TOO_LARGE}
    except OverflowError:
        return {"refused": TOO_LONG}
    except Exception as error:  # noqa: BLE001 - a template may raise anything
        return {"refused": reason(error)}


def _write(answer: dict[str, str]) -> None:
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()
    os._exit(0)


def _limit(seconds: float) -> None:
    """Have the process end in time, and refuse it memory; by the system too, where that can."""
    watch = threading.Timer(seconds, _write, ({"refused": TOO_SLOW},))
    watch.daemon = True
    watch.start()
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has none; macOS keeps not all of them
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> None:
    """Render what the input asks for."""
    asked = checked_json.parsed_object(sys.stdin.read(), MOST_BYTES)
    _limit(asked["seconds"])
    _write(rendered(asked))


if __name__ == "__main__":
    main()

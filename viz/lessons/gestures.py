"""What “Do:” asks for, as gestures that the program can make by itself: one short line each, `take " Paris"`."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

from engine.errors import InputRefused, in_short
from engine.sentences import say
from viz.figures.option_text import check_value
from viz.figures.parts import change_of, part_of
from viz.figures.toml_records import unknown
from viz.lessons.lesson import Gesture, Verb
from viz.registry import all_views

LONGEST_WAIT = 30.0  # seconds
MOST_TOKENS = 500
_FORMS: Final[tuple[tuple[Verb, str], ...]] = (
    ("back", r"step back"),
    ("step", r"step"),
    ("generate", r"generate (\d{1,4})"),
    ("take", r"take (\".*\"|'.*')(?: after (-?\d{1,6}))?"),
    ("look", r"look at (last|-?\d{1,6})"),
    ("set", r"set (\w+)\.(\w+) = (.+)"),
    ("layer", r"choose layer (\d{1,4})"),
    ("head", r"choose (L?\d+\.H\d+)"),
    ("neuron", r"choose (L?\d+\.N\d+)"),
    ("change", r"change (.+)"),
    ("space", r"show (embedding|unembedding|resid (\d{1,4}))"),
    ("show", r"show (\w+)"),
    ("measure", r"measure (\w+)"),
    ("reveal", r"reveal"),
    ("wait", r"wait (\d+(?:\.\d+)?)"),
)
FORMS: Final = (
    'step, step back, generate 5, take " Paris", take " Paris" after 3, look at 3, look at last, '
    "set VIEW.OPTION = value, choose L5.H1, choose L10.N100, choose layer 5, change L5.H1=0, change nothing, "
    "show embedding, show resid 5, show VIEW, measure VIEW, reveal, wait 2"
)


def gesture_of(line: str) -> Gesture:
    """The gesture that a line means. Raises InputRefused naming the forms there are."""
    for verb, form in _FORMS:
        if met := re.fullmatch(form, line.strip()):
            return _READ[verb](verb, met)
    raise InputRefused(say("“{line}” is not a gesture; there are {forms}.", line=in_short(line, 60), forms=FORMS))


def _plain(verb: Verb, _: re.Match[str]) -> Gesture:
    return Gesture(verb)


def _generate(verb: Verb, met: re.Match[str]) -> Gesture:
    count = int(met[1])
    if not 1 <= count <= MOST_TOKENS:
        raise InputRefused(say("“generate” takes 1 to {most_tokens} tokens.", most_tokens=MOST_TOKENS))
    return Gesture(verb, number=count)


def _take(verb: Verb, met: re.Match[str]) -> Gesture:
    token = _value(met[1])
    if not token:
        raise InputRefused(say("“take” needs a token in quotation marks."))
    return Gesture(verb, str(token), number=None if met[2] is None else int(met[2]))


def _look(verb: Verb, met: re.Match[str]) -> Gesture:
    return Gesture(verb, number=None if met[1] == "last" else int(met[1]))


def _set(verb: Verb, met: re.Match[str]) -> Gesture:
    view, name, value = met[1], met[2], _value(met[3])
    require_view(view)
    check_value(view, name, value)
    return Gesture(verb, view=view, name=name, value=value)


def _part(verb: Verb, met: re.Match[str]) -> Gesture:
    return Gesture(verb, part=part_of(met[1], verb))


def _layer(verb: Verb, met: re.Match[str]) -> Gesture:
    return Gesture(verb, number=int(met[1]))


def _change(verb: Verb, met: re.Match[str]) -> Gesture:
    if met[1] == "nothing":
        return Gesture(verb)
    change_of(met[1])
    return Gesture(verb, met[1])


def _space(verb: Verb, met: re.Match[str]) -> Gesture:
    return Gesture(verb, met[1].split()[0], number=int(met[2] or 0))


def _show(verb: Verb, met: re.Match[str]) -> Gesture:
    require_view(met[1])
    return Gesture(verb, met[1])


def _wait(verb: Verb, met: re.Match[str]) -> Gesture:
    seconds = float(met[1])
    if seconds > LONGEST_WAIT:
        raise InputRefused(say("“wait” takes at most {longest_wait:g} seconds.", longest_wait=LONGEST_WAIT))
    return Gesture(verb, seconds=seconds)


_READ: Final = {
    "back": _plain, "step": _plain, "reveal": _plain, "generate": _generate, "take": _take, "look": _look, "set": _set,
    "layer": _layer, "head": _part, "neuron": _part, "change": _change, "space": _space, "show": _show,
    "measure": _show, "wait": _wait,
}  # fmt: skip


def require_view(name: str) -> None:
    """Raises InputRefused where there is no such view."""
    if name not in all_views():
        raise InputRefused(unknown(name, all_views(), "view"))


def _value(text: str) -> Any:
    """A value as TOML writes it."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise InputRefused(
            say("{text!r} is not a text in quotation marks, a number, true or false.", text=in_short(text, 60))
        ) from error

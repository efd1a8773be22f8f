"""Options of views from text, as commands take them, and from values, as files hold them."""

from __future__ import annotations

import difflib
from typing import Any

from engine.errors import InputRefused, shown
from engine.sentences import say, together
from viz.figures.picture import view_class
from viz.typed_number import plain_number
from viz.ui_state import Option, UiState


def set_option(ui: UiState, view: str, name: str, text: str) -> UiState:
    """`ui` with a view's option set from text, as `--set name=value` gives it.

    Raises:
        InputRefused: the view has no such option, or it cannot have this value.
    """
    option = option_of(view, name)
    value = _value(option.kind, text, option.choices, option.low, option.high, name)
    return ui.with_option(view, name, value)


def option_of(view: str, name: str) -> Option:
    """A view's option. Raises InputRefused naming those it has, the nearest first."""
    options = {option.name: option for option in view_class(view).options}
    if name in options:
        return options[name]
    near = difflib.get_close_matches(name, options, 1, 0.5)
    has = ", ".join(options) or say("none")
    raise InputRefused(
        together(
            say("The view {view!r} has no option {name!r}; it has {options}.", view=view, name=name, options=has),
            say("Did you mean {name!r}?", name=near[0]) if near else "",
        )
    )


def check_value(view: str, name: str, value: object) -> None:
    """Raises InputRefused where a view has no such option, or it cannot have this value."""
    option = option_of(view, name)
    kinds: dict[str, tuple[type, ...]] = {"switch": (bool,), "integer": (int,), "number": (int, float)}
    if not isinstance(value, kinds.get(option.kind, (str,))) or (isinstance(value, bool) and option.kind != "switch"):
        wanted = {"switch": say("true or false"), "integer": say("a whole number"), "number": say("a number")}
        what = wanted.get(option.kind, say("a text in quotation marks"))
        raise InputRefused(
            say("The option {name!r} is {what}, but {value} was given.", name=name, what=what, value=shown(value, 60))
        )
    if option.kind != "switch":
        _value(option.kind, str(value), option.choices, option.low, option.high, name)


def _value(kind: str, text: str, choices: tuple[str, ...], low: float, high: float, name: str) -> Any:
    """Text as a value of an option's kind."""
    if kind == "switch":
        if text.lower() in ("on", "yes", "true", "1"):
            return True
        if text.lower() in ("off", "no", "false", "0"):
            return False
        raise InputRefused(say("The option {name!r} is on or off, but {text!r} was given.", name=name, text=text))
    if kind == "choice":
        if text in choices:
            return text
        raise InputRefused(
            say(
                "The option {name!r} is one of {choices}, but {text!r} was given.",
                name=name,
                choices=", ".join(choices),
                text=text,
            )
        )
    if kind == "text":
        return text
    try:
        value = int(text) if kind == "integer" else float(plain_number(text))
    except ValueError:
        raise InputRefused(
            say("The option {name!r} is a number, but {text!r} was given.", name=name, text=text)
        ) from None
    if not low <= value <= high:
        raise InputRefused(
            say(
                "The option {name!r} lies between {low:g} and {high:g}, but {text} was given.",
                name=name,
                low=low,
                high=high,
                text=text,
            )
        )
    return value

"""Options of views from text, as commands take them."""

from __future__ import annotations

from typing import Any

from engine.errors import InputRefused
from viz.figures.picture import view_class
from viz.typed_number import plain_number
from viz.ui_state import UiState


def set_option(ui: UiState, view: str, name: str, text: str) -> UiState:
    """`ui` with a view's option set from text, as `--set name=value` gives it.

    Raises:
        InputRefused: the view has no such option, or it cannot have this value.
    """
    for option in view_class(view).options:
        if option.name == name:
            value = _value(option.kind, text, option.choices, option.low, option.high, name)
            return ui.with_option(view, name, value)
    known = ", ".join(option.name for option in view_class(view).options) or "none"
    raise InputRefused(f"The view {view!r} has no option {name!r}; it has {known}.")


def _value(kind: str, text: str, choices: tuple[str, ...], low: float, high: float, name: str) -> Any:
    """Text as a value of an option's kind."""
    if kind == "switch":
        if text.lower() in ("on", "yes", "true", "1"):
            return True
        if text.lower() in ("off", "no", "false", "0"):
            return False
        raise InputRefused(f"The option {name!r} is on or off, but {text!r} was given.")
    if kind == "choice":
        if text in choices:
            return text
        raise InputRefused(f"The option {name!r} is one of {', '.join(choices)}, but {text!r} was given.")
    if kind == "text":
        return text
    try:
        value = int(text) if kind == "integer" else float(plain_number(text))
    except ValueError:
        raise InputRefused(f"The option {name!r} is a number, but {text!r} was given.") from None
    if not low <= value <= high:
        raise InputRefused(f"The option {name!r} lies between {low:g} and {high:g}, but {text} was given.")
    return value

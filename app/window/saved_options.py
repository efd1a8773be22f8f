"""Options of views as the settings hand them over: only those a view still declares, with values it still takes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from viz.ui_state import Option
from viz.view import View


def fits(option: Option, value: Any) -> bool:
    """Whether `value` is one that `option` can have."""
    if option.kind == "switch":
        return isinstance(value, bool)
    if option.kind == "choice":
        return value in option.choices
    if option.kind == "text":
        return isinstance(value, str)
    if isinstance(value, bool) or not isinstance(value, int if option.kind == "integer" else (int, float)):
        return False
    return math.isfinite(value) and option.low <= value <= option.high


def valid_options(views: Mapping[str, type[View]], kept: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """The kept values that can still be used, by view and option; nothing that a start would compute for long."""
    valid: dict[str, dict[str, Any]] = {}
    for name, values in kept.items():
        declared = {option.name: option for option in views[name].options} if name in views else {}
        good = {
            key: value
            for key, value in values.items()
            if key in declared and fits(declared[key], value) and value not in declared[key].costly
        }
        if good:
            valid[name] = good
    return valid

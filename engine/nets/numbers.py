"""The numbers of a recipe: each within its ends, and read back from what a file says of them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, TypeVar

from engine.errors import InputRefused, reason, shown
from engine.sentences import say

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    R = TypeVar("R", bound=DataclassInstance)
else:
    R = TypeVar("R")


def require_number(name: str, value: Any, low: float, high: float) -> None:
    """Raise InputRefused where it is no number from `low` to `high`; a whole one where `low` is whole."""
    kinds = int if isinstance(low, int) else (int, float)
    if isinstance(value, bool) or not isinstance(value, kinds) or not low <= value <= high:
        raise InputRefused(
            say(
                "{name} must be a number from {low:,} to {high:,}, but is {value}.",
                name=name,
                low=low,
                high=high,
                value=shown(value, 40),
            )
        )


def recipe_of(kind: type[R], values: Any) -> R:
    """The recipe whose values a file holds; names that it does not know are left out, lists become tuples.

    Raises:
        InputRefused: the values make no recipe.
    """
    if not isinstance(values, dict):
        raise InputRefused(say("A recipe was expected, but {values} was met.", values=shown(values, 40)))
    names = {entry.name for entry in dataclasses.fields(kind)}
    kept = {name: tuple(it) if isinstance(it, list) else it for name, it in values.items() if name in names}
    try:
        return kind(**kept)
    except TypeError as error:
        raise InputRefused(
            say("This recipe cannot be read ({why}). Use one that was saved with a model.", why=reason(error))
        ) from error

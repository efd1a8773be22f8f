"""Puts a plan of interventions into a forward through hooks, whatever kinds of intervention there are.

What a kind does is said by a function (its record, the anatomy, the means) -> `Effect`s, found by the record's class:
for the kinds of a laboratory in `INTERVENTIONS` of the module `interventions` beside the laboratory's records, so that
a new kind is there when its folder is. A plan of identities (a scale of 1) installs no hook at all, so it is
bit-identical to no plan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

from torch import Tensor, nn

from engine.beside import table_beside
from engine.capture import site_changes
from engine.capture.anatomy import Anatomy
from engine.capture.edits import edit_input, edit_output
from engine.capture.effects import Effect, Means
from engine.errors import InputRefused
from engine.records import Change, Intervention, Plan
from engine.sentences import say

EffectsOf = Callable[[Any, Anatomy, Means | None], Sequence[Effect]]  # raises InputRefused for what does not fit
_OWN: dict[type[Intervention], EffectsOf] = {Change: site_changes.effects}


def effects_of(kind: type[Intervention]) -> EffectsOf:
    """The function that says what interventions of this class do.

    Raises:
        InputRefused: nothing says so, or the class's laboratory cannot be imported.
    """
    found = _OWN.get(kind) or table_beside(kind, "interventions", "INTERVENTIONS").get(kind)
    if found is None:
        raise InputRefused(
            say("This Orrery does not know how to do an intervention of the kind {kind}.", kind=kind.__name__)
        )
    return found


def check_plan(anatomy: Anatomy, plan: Plan, means: Means | None = None) -> None:
    """Refuse a plan that does not fit the model.

    Raises:
        InputRefused: an intervention of an unknown kind, or one that its kind refuses for this model.
    """
    for change in plan.changes:
        effects_of(type(change))(change, anatomy, means)


def from_the_start() -> int:
    """The position of the first row of a forward that begins with its text."""
    return 0


@contextmanager
def intervening(
    anatomy: Anatomy,
    plan: Plan | None,
    means: Means | None = None,
    start: Callable[[], int] = from_the_start,
    first: int = 0,
) -> Iterator[None]:
    """Forwards follow the plan, on blocks `first` and up. `start` tells the position of a forward's first row.

    Raises:
        InputRefused: see `check_plan`.
    """
    edits: dict[nn.Module, dict[str, list[Effect]]] = defaultdict(lambda: defaultdict(list))
    for change in plan.changes if plan is not None else ():
        for effect in effects_of(type(change))(change, anatomy, means):
            if effect.layer >= first and not change.is_identity:
                edits[effect.module][effect.side].append(effect)
    with ExitStack() as stack:
        for module, sides in edits.items():
            for side, effects in sides.items():
                stack.callback(_put(module, side, effects, start))
        yield


def _put(module: nn.Module, side: str, effects: Sequence[Effect], start: Callable[[], int]) -> Callable[[], None]:
    """One hook for all edits of a module's side, in the plan's order; returns how to end it."""

    def edited(values: Tensor, given: Tensor) -> Tensor:
        for effect in effects:
            values = effect.edit(values, given, start())
        return values

    if side == "input":
        return edit_input(module, lambda values: edited(values, values))
    return edit_output(module, edited)

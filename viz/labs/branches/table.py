"""The branches as a table for other programs: one row each, every number as it is."""

from __future__ import annotations

import math

from viz.labs.branches.branches_frame import BranchesFrame

COLUMNS = (
    "branch", "current", "compared", "parts_from", "fork_position", "token", "token_id", "probability",
    "chance_of_being_drawn", "chance_is_exact", "probability_with_interventions", "tokens_after_prompt",
    "tokens_after_fork", "surprisal_bits", "surprisal_bits_after_fork", "log2_probability", "bits_per_token", "text",
)  # fmt: skip
Cell = str | int | float


def rows(frame: BranchesFrame) -> tuple[tuple[Cell, ...], ...]:
    """One row of `COLUMNS` for each branch; "" where something is not known or does not apply."""
    made = list[tuple[Cell, ...]]()
    tree = frame.tree
    for row, (branch, worth) in enumerate(zip(tree.branches, frame.worth, strict=True)):
        at = fork_of(frame, row)
        fork: tuple[Cell, ...] = ("",) * 8
        if at is not None:
            taken = frame.taken[at]
            above = tree.segments[tree.segments[branch.first].parent].row if row else row
            fork = (
                tree.branches[above].name if row else "", taken.position, taken.text, taken.token_id,
                number(taken.probability), number(taken.drawn if frame.as_drawn else taken.probability),
                int(taken.exact), number(taken.changed),
            )  # fmt: skip
        looked_at = (int(row == frame.current), int(row == frame.compared))
        bits = (number(worth.bits), number(worth.own_bits), number(-worth.bits), number(worth.mean))
        made.append((branch.name, *looked_at, *fork, worth.generated, worth.own, *bits, worth.text))
    return tuple(made)


def fork_of(frame: BranchesFrame, row: int) -> int | None:
    """The segment with the token that tells a branch apart; None where there is no fork."""
    branch = frame.tree.branches[row]
    at = next(index for index in branch.segments if frame.tree.segments[index].head == branch.parted)
    return at if frame.tree.segments[at].parent >= 0 else None


def number(value: float) -> Cell:
    """A number, or nothing where it is not known."""
    return "" if math.isnan(value) else value

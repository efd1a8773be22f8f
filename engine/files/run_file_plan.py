"""The plan of a run in a run file: changes of sites as plain facts, other kinds by the name of their class.

An intervention of a laboratory stands in the metadata as `engine.intervention_facts` takes it apart, its arrays under
`plan.<n>.<field>`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from engine.errors import InputRefused, RunFileProblem
from engine.files.tensor_file import Entry, held
from engine.intervention_facts import Facts, facts_of, intervention_of, kind_of, typed
from engine.records import AnyArray, Change, Intervention, Plan, Positions, Site
from engine.sentences import say


def put(entries: dict[str, Entry], plan: Plan) -> list[dict[str, Any]]:
    """The plan for the metadata; arrays of its interventions go to `entries`."""
    return [_put(entries, f"plan.{index}", change) for index, change in enumerate(plan.changes)]


def _put(entries: dict[str, Entry], prefix: str, change: Intervention) -> dict[str, Any]:
    if type(change) is Change:
        return dataclasses.asdict(change)
    facts = facts_of(change)
    for name, array in facts.arrays.items():
        entries[f"{prefix}.{name}"] = held(array)
    return {"kind": facts.kind, "values": facts.values, "arrays": list(facts.arrays)}


def get(facts: Sequence[Mapping[str, Any]], read: Callable[[str], AnyArray]) -> Plan:
    """The plan of the metadata.

    Raises:
        RunFileProblem: an intervention is of a kind that is not known here. TypeError, KeyError or ValueError: damage.
    """
    return Plan(tuple(_get(change, f"plan.{index}", read) for index, change in enumerate(facts)))


def _get(facts: Mapping[str, Any], prefix: str, read: Callable[[str], AnyArray]) -> Intervention:
    if "kind" not in facts:
        where = typed(Positions, facts["positions"])
        return Change(Site(**facts["site"]), facts["scale"], facts["mean"], where)
    try:
        kind_of(facts["kind"])
    except InputRefused as error:
        raise RunFileProblem(
            say(
                "This run was made with an intervention of the kind {name!r:.100}, which this Orrery does not "
                "know: open it with the Orrery that saved it, or update this one.",
                name=facts["kind"],
            )
        ) from error
    arrays = {name: read(f"{prefix}.{name}") for name in facts["arrays"]}
    return intervention_of(Facts(facts["kind"], facts["values"], arrays))

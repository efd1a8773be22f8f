"""What an edit is judged by: probes of the facts' own relation, found in a set of facts. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.errors import InputRefused, shown
from engine.labs.facts.records import PROBE_KINDS, Fact, FactSets, Probe, Relation
from engine.sentences import say

NEIGHBOURS = 8


@dataclass(frozen=True)
class Labelled:
    """A probe with the subject that it is about."""

    probe: Probe
    subject: str


def facts_of(prompt: str, subject: str, target: str, more: str) -> tuple[Fact, ...]:
    """The fact, and further ones in the same prompt. Raises InputRefused where these are written otherwise."""
    facts = [Fact(prompt, subject, target)]
    for part in filter(None, (piece.strip() for piece in more.replace("\n", ";").split(";"))):
        other, colon, answer = (piece.strip() for piece in part.partition(":"))
        if not (other and colon and answer):
            raise InputRefused(
                say(
                    "Further facts are written as subject: answer; subject: answer, but {text} was met.",
                    text=shown(part, 40),
                )
            )
        facts.append(Fact(put(prompt, subject, other), other, answer))
    return tuple(facts)


def put(prompt: str, subject: str, other: str) -> str:
    """A prompt with another subject in the place of its last one."""
    before, found, after = prompt.rpartition(subject) if subject else (prompt, "", "")
    return f"{before}{other}{after}" if found else prompt


def labelled(facts: Sequence[Fact], sets: FactSets) -> tuple[Labelled, ...]:
    """Every probe once, by its kind. Without a relation that has a fact's prompt there is the fact alone."""
    found: dict[Probe, str] = {}
    edited = {fact.subject for fact in facts}
    for fact in facts:
        for probe, subject in _of_fact(fact, sets, edited):
            found.setdefault(probe, subject)
    rows = [Labelled(probe, subject) for probe, subject in found.items()]
    return tuple(sorted(rows, key=lambda row: PROBE_KINDS.index(row.probe.kind)))


def relation_of(fact: Fact, sets: FactSets) -> Relation | None:
    """The relation whose prompt this is, with the fact's subject in it or another's."""
    return next((it for it in sets.relations if _filled(it.prompt, fact.subject) == fact.prompt), None)


def _of_fact(fact: Fact, sets: FactSets, edited: set[str]) -> list[tuple[Probe, str]]:
    found = [(Probe("fact", fact.prompt, fact.target), fact.subject)]
    relation = relation_of(fact, sets)
    if relation is None:
        return found
    found += [
        (Probe("paraphrase", _filled(text, fact.subject), fact.target), fact.subject) for text in relation.paraphrases
    ]
    new = fact.target.strip()  # a subject whose answer this is gains by the edit, which is no sign of locality
    others = [at for at, it in enumerate(relation.subjects) if it not in edited and relation.answers[at] != new]
    found += [
        (Probe("neighbour", _filled(relation.prompt, relation.subjects[at]), relation.answers[at]),
         relation.subjects[at])
        for at in others[:NEIGHBOURS]
    ]  # fmt: skip
    if fact.subject in relation.subjects:
        at = relation.subjects.index(fact.subject)
        found.append((Probe("old answer", fact.prompt, relation.answers[at]), fact.subject))
        found += [
            (Probe("same subject", _filled(text, fact.subject), answers[at]), fact.subject)
            for text, answers in relation.same_subject
        ]
    return found


def _filled(template: str, subject: str) -> str:
    return template.replace("{}", subject, 1)

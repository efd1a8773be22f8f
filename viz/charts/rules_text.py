"""Rules as the line of text in which they are kept and may be typed.

`capitals: L12.F3 > 0.5 and L12.F9 <= 2 or L12.F5 > 1; other: L12.F7 > 1`. A feature is named by the place that its
dictionary reads; `so far` after a name: the largest activation up to a token counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.dictionaries.records import DictionaryInfo
from engine.labs.watch.records import MOST_RULES, Condition, Rule
from viz.feature_names import feature_name

_CONDITION = re.compile(r"(L\d{1,4}(?:\.(?:attention|mlp|neurons))?)\.F(\d{1,7})\s*(>|<=)\s*(-?\d+(?:\.\d+)?)")
SO_FAR = "so far"
LONGEST = 40  # of a rule's name


@dataclass(frozen=True)
class Term:
    """A condition on a feature of a place."""

    place: str  # L12 or L12.mlp
    feature: int
    above: bool
    value: float

    @property
    def name(self) -> str:
        """L12.F3"""
        return f"{self.place}.F{self.feature}"

    def __str__(self) -> str:
        return f"{self.name} {'>' if self.above else '<='} {self.value:g}"


@dataclass(frozen=True)
class Written:
    """A rule as it stands in the text."""

    name: str
    ways: tuple[tuple[Term, ...], ...]
    so_far: bool = False

    def __str__(self) -> str:
        ways = " or ".join(" and ".join(map(str, way)) for way in self.ways)
        return f"{self.name}{f' {SO_FAR}' if self.so_far else ''}: {ways}"


def read(text: str) -> tuple[Written, ...]:
    """The rules in a line of text; what cannot be read is passed over."""
    found = []
    for part in text.split(";"):
        name, _, terms = part.partition(":")
        so_far = name.strip().endswith(SO_FAR)
        name = clean(name.strip().removesuffix(SO_FAR) if so_far else name)
        ways = [tuple(map(_term, _CONDITION.finditer(way))) for way in re.split(r"\bor\b", terms)]
        kept = tuple(way for way in ways if way)
        if name and kept:
            found.append(Written(name, kept, so_far))
    return tuple(found[:MOST_RULES])


def _term(match: re.Match[str]) -> Term:
    return Term(match[1], int(match[2]), match[3] == ">", float(match[4]))


def clean(name: str) -> str:
    """A name without what parts rules in the line."""
    return " ".join(re.sub(r"[;:]", " ", name).split())[:LONGEST].strip()


def written(rules: Sequence[Written]) -> str:
    """The line of text."""
    return "; ".join(map(str, rules))


def place_of(info: DictionaryInfo) -> str:
    """L12 or L12.mlp"""
    return feature_name(info.hook, 0).removesuffix(".F0")


def resolved(rules: Sequence[Written], infos: Sequence[DictionaryInfo]) -> tuple[tuple[Rule, ...], tuple[str, ...]]:
    """The rules on the first dictionary of each place, and the names of those whose place has none."""
    names: dict[str, str] = {}
    for info in infos:
        names.setdefault(place_of(info), info.name)
    made, lost = [], []
    for rule in rules:
        ways = [tuple(_condition(term, names) for term in way) for way in rule.ways]
        if any(it is None for way in ways for it in way):
            lost.append(rule.name)
        else:
            made.append(Rule(rule.name, tuple(tuple(it for it in way if it) for way in ways), rule.so_far))
    return tuple(made), tuple(lost)


def _condition(term: Term, names: Mapping[str, str]) -> Condition | None:
    name = names.get(term.place)
    return None if name is None else Condition(name, term.feature, term.above, term.value)


def of_tree(rule: Rule, name: str, place: str) -> Written:
    """A tree's rule as text; thresholds as they are written are what is read."""
    ways = tuple(tuple(Term(place, it.feature, it.above, round(it.value, 4)) for it in way) for way in rule.ways)
    return Written(name, ways, rule.so_far)


def joined(rules: Sequence[Written], name: str, term: Term, how: str) -> tuple[Written, ...]:
    """The rules with a term more: as a new rule ("new"), or in the last one as a further condition ("and") or way
    ("or")."""
    if how == "new" or not rules:
        return (*rules, Written(clean(name) or term.name, ((term,),)))
    last = rules[-1]
    ways = (*last.ways[:-1], (*last.ways[-1], term)) if how == "and" else (*last.ways, (term,))
    return (*rules[:-1], Written(last.name, ways, last.so_far))

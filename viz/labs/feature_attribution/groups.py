"""Groups of features that a person makes and names, as the line of text in which they are kept and may be typed.

`capitals: L12.F3 L24.F70; France: L12.F9`. A feature is named by the place that its dictionary reads, so that a group
holds for every text: `L12.F3` of resid after L12, `L12.mlp.F3` of another place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_FEATURE = re.compile(r"L(\d{1,4})(?:\.(attention|mlp|neurons))?\.F(\d{1,7})")
Groups = Mapping[str, tuple[str, ...]]  # name -> names of features
LONGEST = 40  # of a group's name


def read(text: str) -> Groups:
    """The groups in a line of text. What cannot be read is passed over; a feature is in the first group that has it."""
    found: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for part in text.split(";"):
        name, _, members = part.rpartition(":")
        name = clean(name)
        features = [match.group(0) for match in _FEATURE.finditer(members)]
        own = tuple(dict.fromkeys(it for it in features if it not in taken))
        if name and own:
            taken.update(own)
            found[name] = (*found.get(name, ()), *own)
    return found


def written(groups: Groups) -> str:
    """The line of text."""
    return "; ".join(f"{name}: {' '.join(members)}" for name, members in groups.items() if members)


def clean(name: str) -> str:
    """A name without what parts groups in the line."""
    return " ".join(re.sub(r"[;:]", " ", name).split())[:LONGEST].strip()


def put(groups: Groups, name: str, features: tuple[str, ...]) -> Groups:
    """The groups with these features in the one of a name, and in no other; "" takes them out of all."""
    left = {each: tuple(it for it in members if it not in features) for each, members in groups.items()}
    if clean(name):
        left[clean(name)] = (*left.get(clean(name), ()), *features)
    return {each: members for each, members in left.items() if members}


def group_of(groups: Groups, feature: str) -> str:
    """The group that a feature is in, "" for none."""
    return next((name for name, members in groups.items() if feature in members), "")

"""A published dictionary by the path of its folder or of its file, in whichever format it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.foreign import dictionary_learning, gemma_scope, made, openai, saelens
from engine.dictionaries.foreign.made import Parts
from engine.dictionaries.foreign.source import PICKLED, Source, opened, refuse_pickled, told
from engine.errors import InputRefused, in_short
from engine.sentences import say

WEIGHTS = (*saelens.WEIGHTS, *gemma_scope.WEIGHTS, *dictionary_learning.WEIGHTS)
FACTS = ("cfg.json", "config.json")
SUFFIXES = (".safetensors", ".npz")


@dataclass(frozen=True)
class Format:
    """One program's format."""

    name: str
    is_one: Callable[[Source], bool]
    read: Callable[[Source], Parts]


FORMATS = (
    Format(saelens.FORMAT, saelens.is_one, saelens.read),
    Format(openai.FORMAT, openai.is_one, openai.read),
    Format(dictionary_learning.FORMAT, dictionary_learning.is_one, dictionary_learning.read),
    Format(gemma_scope.FORMAT, gemma_scope.is_one, gemma_scope.read),
)


def read(path: Path, name: str = "", factor: float | None = None) -> Dictionary:
    """The dictionary at a path; `factor` is used where its own files lack it (`lacks_factor`).

    Raises:
        InputRefused: it cannot be read, is in none of the formats, or is one that Orrery cannot compute.
    """
    with told(path.name):
        source = opened(weights_at(path), FACTS)
        found = _format(source)
        parts = saelens.read(source, factor) if found.name == saelens.FORMAT else found.read(source)
        return made.dictionary(parts, name or str(path), _title(path), found.name)


def lacks_factor(path: Path) -> bool:
    """Whether it is scaled by a factor that its files do not tell, which can be measured. Raises InputRefused."""
    with told(path.name):
        source = opened(weights_at(path), FACTS)
        return _format(source).name == saelens.FORMAT and saelens.lacks_factor(source)


def stamp(path: Path) -> tuple[tuple[int, int], ...]:
    """Time of change and size of its arrays and of the JSON beside them. Raises InputRefused, OSError, ValueError."""
    arrays = weights_at(path)
    beside = (arrays.parent / name for name in (*FACTS, f"{arrays.stem}.json"))
    found = [each.stat() for each in (arrays, *(it for it in beside if it.is_file()))]
    return tuple((it.st_mtime_ns, it.st_size) for it in found)


def weights_at(path: Path) -> Path:
    """The file of arrays that a path means. Raises InputRefused."""
    if path.is_file():
        refuse_pickled(path)
        return path
    there = sorted(each for each in path.iterdir() if each.is_file() and not each.name.startswith("."))
    for name in WEIGHTS:
        if (path / name).is_file():
            return path / name
    usable = [each for each in there if each.suffix in SUFFIXES and not each.name.startswith("sparsity")]
    if len(usable) == 1:
        return usable[0]
    for each in there:
        if each.suffix.lower() in PICKLED:
            refuse_pickled(each)
    raise InputRefused(
        say(
            "{name} holds no published dictionary that Orrery knows: it reads the files of SAELens, Gemma Scope, "
            "OpenAI and dictionary_learning, as safetensors or npz. Choose the folder of one dictionary, or its file.",
            name=in_short(path.name) or in_short(path),
        )
    )


def _format(source: Source) -> Format:
    found = next((each for each in FORMATS if each.is_one(source)), None)
    if found is None:
        some = ", ".join(sorted(source.shapes)[:6])
        raise ValueError(f"its arrays ({some}) are those of no format that Orrery knows")
    return found


def _title(path: Path) -> str:
    """The last folders of a path: a file's own name is the same for all."""
    plain = path.parent if path.name in WEIGHTS else path
    return in_short("/".join(plain.absolute().parts[-2:]).removeprefix("/"), 120)

"""The lessons there are, found by being there, in `resources/lessons/LANGUAGE`. One that is broken costs itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from engine import checked_json
from engine.errors import InputRefused, JsonProblem
from viz.figures.toml_records import Problem
from viz.lessons.lesson import Head, Lesson
from viz.lessons.lesson_file import ENDING, check_file

FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "lessons"
CATALOGUE: Final = FOLDER.parent / "catalogue.json"
RECORDINGS: Final = FOLDER / "recordings"
ENGLISH: Final = "en"
README: Final = "README.md"


@dataclass(frozen=True)
class Entry:
    """One file of a lesson, read. Where `problems` are, it may be lacking."""

    path: Path
    lesson: Lesson
    problems: tuple[Problem, ...] = ()


def language_of(locale: str, folder: Path = FOLDER) -> str:
    """The language to give lessons in, for a locale such as `zh_CN` or `zh`; English where there are none."""
    there = languages(folder)
    if locale in there:
        return locale
    return next((it for it in there if it.partition("_")[0] == locale.partition("_")[0]), ENGLISH)


def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """Those that have lessons."""
    return tuple(sorted({path.parent.name for path in folder.glob(f"*/*{ENDING}")}))


def files(language: str = ENGLISH, folder: Path = FOLDER) -> tuple[Path, ...]:
    """The files of a language's lessons, with the English ones for those that it lacks."""
    found = {path.stem: path for path in (folder / ENGLISH).glob(f"*{ENDING}")}
    found.update({path.stem: path for path in (folder / language).glob(f"*{ENDING}")})
    return tuple(found[name] for name in sorted(found) if found[name].name != README)


def entry_of(path: Path) -> Entry:
    """A file, read. One that cannot be read has no steps, and a problem."""
    try:
        lesson, problems = check_file(path)
    except InputRefused as error:
        return Entry(path, Lesson(path.stem, Head(title=path.stem), ()), (Problem(0, str(error)),))
    return Entry(path, lesson, problems)


def entries(language: str = ENGLISH, folder: Path = FOLDER) -> tuple[Entry, ...]:
    """Every lesson of a language, in their order."""
    found = [entry_of(path) for path in files(language, folder)]
    return tuple(sorted(found, key=lambda it: (it.lesson.head.order or 10**6, it.lesson.name)))


def recordings_of(lesson: Lesson, folder: Path = RECORDINGS) -> tuple[Path, ...]:
    """The run files that it can be given from, one for each of `Lesson.runs`; () where it names none."""
    name = lesson.head.recording
    return tuple(folder / f"{name}-{at}.orrery.gz" for at in range(1, len(lesson.runs) + 1)) if name else ()


def default_model() -> str:
    """The catalogue's name of the model that is loaded where none is named; "" where the catalogue names none."""
    try:
        models = checked_json.parsed_object(CATALOGUE.read_text(encoding="utf-8"))["models"]
        return next((str(it["name"]) for it in models if it.get("default")), "")
    except (OSError, ValueError, KeyError, TypeError, AttributeError, JsonProblem):
        return ""

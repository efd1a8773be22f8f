"""Lessons as files: front matter and states in TOML, text in Markdown; read, and checked to the last key.

All that is wrong is gathered with its line, as in specs of figures. Each TOML block is read with as many empty lines
before it as stand above it in the file, so that TOML's own errors name the file's lines too.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from engine import checked_json
from engine.errors import InputRefused, JsonProblem, reason, shown
from engine.sentences import say
from viz.figures.toml_records import MOST_BYTES, Problem, Reader, lines_of
from viz.lessons.gestures import gesture_of
from viz.lessons.lesson import FORMAT, MOST_STEPS, NOT_KEPT, OWN, Check, Gesture, Head, Lesson, Number, State, Step
from viz.lessons.lesson_check import LessonCheck
from viz.lessons.markdown import blocks_of

ENDING = ".md"
Lines = Sequence[tuple[int, str]]
Table = dict[str, Any]
_HEADING = re.compile(r"##\s+(.*\S)\s*")
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)")


def check_file(path: Path) -> tuple[Lesson, tuple[Problem, ...]]:
    """What a file says, and all that is wrong with it, from the top. Raises InputRefused: it cannot be read."""
    try:
        text = checked_json.content(path, MOST_BYTES).decode("utf-8-sig")
    except (OSError, ValueError, JsonProblem) as error:
        why = "it is not text in UTF-8" if isinstance(error, UnicodeDecodeError) else reason(error)
        raise InputRefused(
            say("{path} cannot be read ({why}). Name a lesson: a text file in Markdown.", path=path, why=why)
        ) from error
    return lesson_of(text, path.stem)


def read_lesson(path: Path) -> Lesson:
    """What a file says. Raises InputRefused naming the first thing that is wrong with it, and its line."""
    lesson, problems = check_file(path)
    if problems:
        raise InputRefused(told(path, problems[0]))
    return lesson


def told(path: Path, problem: Problem) -> str:
    """A problem with its file and line."""
    where = f"{path}:{problem.line}" if problem.line else str(path)
    return say("{where}: {problem}", where=where, problem=problem.sentence)


def lesson_of(text: str, name: str) -> tuple[Lesson, tuple[Problem, ...]]:
    """The lesson that a text is, as far as it can be read, and all that is wrong with it."""
    reading = _Reading()
    front, rest = _front_matter(tuple(enumerate(text.splitlines(), start=1)), reading)
    head = reading.record(Head, front)
    parts = list(_parts(rest, reading))
    if len(parts) > MOST_STEPS:
        reading.tell(parts[MOST_STEPS].line, say("A lesson can have {most} steps at most.", most=MOST_STEPS))
    steps, before = [], dict[str, Any]()
    for part in parts[:MOST_STEPS]:
        step, before = _step(part, before, reading)
        steps.append(step)
    lesson = Lesson(name, head, tuple(steps))
    LessonCheck(reading.tell).lesson(lesson)
    return lesson, tuple(sorted(set(reading.problems), key=lambda it: (it.line == 0, it.line)))


@dataclass
class _Part:
    """A step as it stands in the file."""

    line: int
    heading: str
    table: Table = field(default_factory=dict)
    reader: Reader = field(default_factory=Reader)
    body: Lines = ()


@dataclass
class _Reading:
    """What is wrong so far."""

    problems: list[Problem] = field(default_factory=list)

    def tell(self, line: int, sentence: str) -> None:
        self.problems.append(Problem(line, sentence))

    def toml(self, lines: Lines) -> tuple[Table, Reader]:
        """The table that some lines say; an empty one where they are no TOML."""
        first = lines[0][0] if lines else 1
        text = "\n" * (first - 1) + "\n".join(line for _, line in lines) + "\n"
        try:
            return tomllib.loads(text), Reader(lines_of(text), self.problems)
        except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
            why = say("it is nested too deep") if isinstance(error, RecursionError) else reason(error)
            at = _AT_LINE.search(why)
            line = min(max(int(at[1]) if at else first, first), lines[-1][0])
            said = why if isinstance(error, RecursionError) else _AT_LINE.sub("", why).rstrip(".")
            self.tell(line, say("This is not TOML: {why}. Correct that line.", why=said))
            return {}, Reader(problems=self.problems)

    def record(self, cls: type[Head], front: tuple[Table, Reader]) -> Head:
        table, reader = front
        head = reader.record(cls, table)
        for name in ("title", "about"):
            if not getattr(head, name).strip():
                reader.add((name,), say("“{name}” is missing: a lesson needs one.", name=name))
        if head.format != FORMAT:
            wanted = say(
                "This lesson has the format {format}, but this Orrery reads {ours}.",
                format=shown(head.format), ours=FORMAT,
            )  # fmt: skip
            missing = say("“format = {ours}” is missing.", ours=FORMAT)
            reader.add(("format",), wanted if "format" in table else missing)
        return head


def _front_matter(lines: Lines, reading: _Reading) -> tuple[tuple[Table, Reader], Lines]:
    """The table between the first two lines of “+++”, and the lines after them."""
    start = next((at for at, (_, line) in enumerate(lines) if line.strip()), len(lines))
    ends = [at for at, (_, line) in enumerate(lines) if at > start and line.strip() == "+++"]
    if start == len(lines) or lines[start][1].strip() != "+++" or not ends:
        reading.tell(1, say("A lesson has to begin with front matter in TOML between two lines of +++."))
        return ({}, Reader(problems=[])), lines
    return reading.toml(lines[start + 1 : ends[0]] or ((lines[start][0] + 1, ""),)), lines[ends[0] + 1 :]


def _parts(lines: Lines, reading: _Reading) -> Iterator[_Part]:
    """The steps: each from its heading to the next one."""
    heads = [at for at, (_, line) in enumerate(lines) if _HEADING.fullmatch(line)]
    for number, line in lines[: heads[0] if heads else len(lines)]:
        if line.strip():
            reading.tell(number, say("Text before the first step belongs to none: begin a step with “## Heading”."))
            break
    if not heads:
        reading.tell(0, say("There is no step in it: begin one with “## Heading”."))
        return
    for at, end in zip(heads, [*heads[1:], len(lines)], strict=True):
        begins, text = lines[at]
        met = _HEADING.fullmatch(text)
        yield _part(_Part(begins, met[1] if met else ""), lines[at + 1 : end], reading)


def _part(part: _Part, lines: Lines, reading: _Reading) -> _Part:
    first = next((at for at, (_, line) in enumerate(lines) if line.strip()), len(lines))
    if first < len(lines) and lines[first][1].strip() == "```toml":
        end = next((at for at, (_, line) in enumerate(lines) if at > first and line.strip() == "```"), None)
        if end is None:
            reading.tell(lines[first][0], say("This block is not ended: put a line ``` below it."))
            return part
        if inside := lines[first + 1 : end]:
            part.table, part.reader = reading.toml(inside)
        lines = lines[end + 1 :]
    part.body = lines
    return part


# -- steps -------------------------------------------------------------------------------------------------------


def _step(part: _Part, before: Table, reading: _Reading) -> tuple[Step, Table]:
    """A step, and the state's table that the next one begins with."""
    reader, own = part.reader, dict(part.table)
    play = _gestures(own.pop("play", []), reader)
    numbers = _records(Number, own.pop("numbers", {}), "numbers", reader)
    checks = tuple(reader.record(_Checks, {"check": own.pop("check")}).check) if "check" in own else ()
    _options(own.get("options", {}), reader)
    reader.record(State, {key: value for key, value in own.items() if key != "options"})  # what is wrong in this step
    whole = _merged(before, {key: value for key, value in own.items() if key not in OWN})
    state = Reader().record(State, {key: value for key, value in whole.items() if key != "options"})
    step = Step(
        part.heading, part.line, state, _options(whole.get("options", {}), Reader()),
        blocks_of(part.body, reading.tell), play, numbers, checks,
    )  # fmt: skip
    LessonCheck(reading.tell).step(step, part.line, reader, own)
    return step, {key: value for key, value in whole.items() if key not in NOT_KEPT}


@dataclass(frozen=True)
class _Checks:
    check: tuple[Check, ...] = ()


def _gestures(lines: object, reader: Reader) -> tuple[Gesture, ...]:
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        reader.add(("play",), say('“play” is a list of texts, such as ["step", "wait 1"].'))
        return ()
    return tuple(gesture for line in lines for gesture in _gesture(line, reader))


def _gesture(line: str, reader: Reader) -> tuple[Gesture, ...]:
    try:
        return (gesture_of(line),)
    except InputRefused as error:
        reader.add(("play",), str(error))
        return ()


def _records(cls: type[Number], table: object, name: str, reader: Reader) -> Mapping[str, Number]:
    if not isinstance(table, Mapping):
        reader.add((name,), say("“{name}” is a table: begin it with [{name}].", name=name))
        return MappingProxyType({})
    return MappingProxyType({key: reader.record(cls, value, (name, key)) for key, value in table.items()})


def _options(table: object, reader: Reader) -> Mapping[str, Mapping[str, Any]]:
    """View -> option -> value; each view's table holds plain values."""
    if not isinstance(table, Mapping) or not all(isinstance(each, Mapping) for each in table.values()):
        reader.add(("options",), say("“options” is a table for each view: begin it with [options.VIEW]."))
        return MappingProxyType({})
    good = {
        view: MappingProxyType(dict(chosen))
        for view, chosen in table.items()
        if all(isinstance(value, (bool, int, float, str)) for value in chosen.values())
    }
    for view in table.keys() - good.keys():
        reader.add(("options", view), say("An option is a text, a number, or true or false."))
    return MappingProxyType(good)


def _merged(before: Table, own: Table) -> Table:
    """What a step says, over what is true before it: tables by their keys, all else whole."""
    found = dict(before)
    for key, value in own.items():
        known = found.get(key)
        found[key] = _merged(known, value) if isinstance(known, dict) and isinstance(value, dict) else value
    return found

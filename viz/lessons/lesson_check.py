"""What cannot be meant in a lesson that can be read: views, options, parts, numbers and claims that are not there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from engine.errors import InputRefused
from engine.sentences import say
from viz import lab
from viz.figures.camera_check import require_camera
from viz.figures.option_text import check_value
from viz.figures.parts import board_of, part_of, run_plan_of
from viz.figures.spec_file import KINDS_OF_SPACE, names_a_place
from viz.figures.toml_records import Place, Reader, unknown
from viz.lessons.facts import FACTS, FORMATS, OF_TOKEN, TEXTS
from viz.lessons.gestures import require_view
from viz.lessons.lesson import HIDDEN, Check, Lesson, Number, Step

WORKSPACES = ("explore",)  # besides those of laboratories
LONGEST_HEADING = 80
MOST_MINUTES = 120


class LessonCheck:
    """Tells what is wrong, with its line."""

    def __init__(self, tell: Callable[[int, str], object]) -> None:
        self._tell = tell

    def lesson(self, lesson: Lesson) -> None:
        """What concerns the whole."""
        head = lesson.head
        if not 1 <= head.minutes <= MOST_MINUTES:
            self._tell(1, say("“minutes” is how long the lesson takes, 1 to {most}.", most=MOST_MINUTES))
        if head.recording and not head.recording.replace("_", "").replace("-", "").isalnum():
            self._tell(1, say("“recording” is the name of a file without folder and ending."))
        if names_a_place(head.model):
            self._tell(1, say("“model” is a name of the catalogue or a hub id: a place on one disk is not on another."))

    def step(self, step: Step, line: int, reader: Reader, own: Mapping[str, Any]) -> None:
        """One step; of its state, what it says itself."""
        state = step.state
        if len(step.heading) > LONGEST_HEADING:
            self._tell(line, say("A heading is shown in large type: {most} characters at most.", most=LONGEST_HEADING))
        if not any(block.kind != "note" for block in step.blocks):
            self._tell(line, say("This step has no text."))
        if step.of("answer") and not step.of("question"):
            self._tell(line, say("There is an answer, but no question: begin a paragraph with “Question:”."))
        if "workspace" in own and state.workspace not in workspaces():
            reader.add(("workspace",), unknown(state.workspace, workspaces(), say("workspace")))
        for view in state.views if "views" in own else ():
            _try(reader, ("views",), lambda view=view: require_view(view))  # type: ignore[misc]
        for name in state.hide if "hide" in own else ():
            if name not in HIDDEN:
                reader.add(("hide",), unknown(name, HIDDEN, say("part that can be hidden")))
        self._parts(step, reader, own)
        self._run(step, reader, own)
        self._options(own.get("options", {}), reader)
        for name, number in step.numbers.items():
            self._number(name, number, reader)
            _parts_of(name, number, step.numbers, reader)
        for index, check in enumerate(step.checks):
            _check(check, step.numbers, ("check", index), reader)
        for span in (span for block in step.blocks for span in block.spans if span.number):
            if span.number not in step.numbers:
                why = unknown(span.number, step.numbers, say("number of this step"))
                self._tell(line, say("The text names {{{name}}}: {why}", name=span.number, why=why))
        self._unused(step, reader)

    def _unused(self, step: Step, reader: Reader) -> None:
        named = {span.number for block in step.blocks for span in block.spans}
        named |= {name for it in step.checks for name in (it.number, it.more_than, it.less_than)}
        named |= {name for number in step.numbers.values() for name in number.parts}
        for name in step.numbers:
            if name not in named:
                reader.add(
                    ("numbers", name), say("The number {name} stands neither in the text nor in a check.", name=name)
                )

    @staticmethod
    def _parts(step: Step, reader: Reader, own: Mapping[str, Any]) -> None:
        state = step.state
        for kind, text in (("head", state.head), ("neuron", state.neuron)):
            if text and kind in own:
                _try(reader, (kind,), lambda text=text, kind=kind: part_of(text, kind, called=f"“{kind}”"))  # type: ignore[misc]
        if state.camera and "camera" in own:
            _try(reader, ("camera",), lambda: require_camera(state.camera))
        if state.space is not None and "space" in own and state.space.kind not in KINDS_OF_SPACE:
            reader.add(("space", "kind"), unknown(state.space.kind, KINDS_OF_SPACE, say("kind of space")))
        if "interventions" in own:
            _try(reader, ("interventions",), lambda: board_of(state.interventions))
        for name in ("layer", "compare"):
            value = getattr(state, name)
            if name in own and value is not None and value < 0:
                reader.add((name,), say("“{name}” is counted from 0.", name=name))

    @staticmethod
    def _run(step: Step, reader: Reader, own: Mapping[str, Any]) -> None:
        run = step.state.run
        if not isinstance(own.get("run"), Mapping):
            return
        if not run.prompt.strip():
            reader.add(("run", "prompt"), say("A run needs a “prompt”."))
        if not 0 <= run.tokens < 1000:
            reader.add(("run", "tokens"), say("“tokens” is how many are generated, 0 to 999."))
        if names_a_place(run.model):
            reader.add(("run", "model"), say("“model” is a name of the catalogue or a hub id."))
        if not (0 <= run.temperature <= 10 and run.top_k >= 0 and 0 < run.top_p <= 1 and 0 <= run.min_p <= 1):
            reader.add(("run",), say("“temperature” is 0 to 10, “top_k” 0 or more, “top_p” and “min_p” at most 1."))
        _try(reader, ("run", "plan"), lambda: run_plan_of(run.plan))

    @staticmethod
    def _options(options: object, reader: Reader) -> None:
        for view, chosen in options.items() if isinstance(options, Mapping) else ():
            if not _try(reader, ("options", view), lambda view=view: require_view(view)):  # type: ignore[misc]
                continue
            for name, value in chosen.items() if isinstance(chosen, Mapping) else ():
                if isinstance(value, (bool, int, float, str)):
                    do = lambda view=view, name=name, value=value: check_value(view, name, value)  # noqa: E731
                    _try(reader, ("options", view, name), do)

    def _number(self, name: str, number: Number, reader: Reader) -> None:
        at = ("numbers", name)
        ways = (number.what, number.view, number.sum, number.difference, number.ratio)
        if sum(map(bool, ways)) != 1:
            reader.add(
                at,
                say("A number needs either “what”, or “view” and “name”, or one of “sum”, “difference” and “ratio”."),
            )
        elif number.parts:
            pass  # see `_parts_of`
        elif number.view:
            _try(reader, (*at, "view"), lambda: require_view(number.view))
            if not number.name:
                reader.add(at, say("Which number of the view is it? Its data export names each: give its “name”."))
        elif number.what not in FACTS:
            reader.add((*at, "what"), unknown(number.what, FACTS, say("number of a run")))
        elif number.token and number.what not in OF_TOKEN:
            reader.add((*at, "token"), say("“{what}” is of no token.", what=number.what))
        elif not number.token and number.what in OF_TOKEN and number.what != "surprisal":
            reader.add(at, say("“{what}” needs a “token”, with its leading space.", what=number.what))
        if number.place < 1:
            reader.add((*at, "place"), say("“place” is counted from 1: the most likely one."))
        if number.format and number.format not in FORMATS:
            reader.add((*at, "format"), unknown(number.format, FORMATS, say("format")))


def _parts_of(name: str, number: Number, numbers: Mapping[str, Number], reader: Reader) -> None:
    """The numbers that one is computed from stand in the same step, and are such themselves."""
    at = ("numbers", name)
    for part in number.parts:
        of = numbers.get(part)
        if of is None:
            reader.add(at, unknown(part, numbers, say("number of this step")))
        elif of.parts or of.what in TEXTS:
            reader.add(
                at, say("{part} is a token, or computed itself: name numbers of the run or of a view.", part=part)
            )
    if number.parts and not number.sum and len(number.parts) != 2:
        reader.add(at, say("“difference” and “ratio” are of two numbers."))


def _check(check: Check, numbers: Mapping[str, Number], at: Place, reader: Reader) -> None:
    number = numbers.get(check.number)
    if number is None:
        reader.add((*at, "number"), unknown(check.number, numbers, say("number of this step")))
        return
    of_text = number.what in TEXTS
    bounds = (check.at_least, check.at_most, check.equals, check.more_than or None, check.less_than or None)
    if of_text and (check.text is None or any(bound is not None for bound in bounds)):
        reader.add(at, say("{number} is a token: say which one in “text”.", number=check.number))
    elif not of_text and (check.text is not None or all(bound is None for bound in bounds)):
        reader.add(at, say("A claim needs “at_least”, “at_most”, “equals”, “more_than” or “less_than”."))
    for other in filter(None, (check.more_than, check.less_than)):
        if other not in numbers:
            reader.add(at, unknown(other, numbers, say("number of this step")))
    if check.tolerance < 0:
        reader.add((*at, "tolerance"), say("“tolerance” is 0 or more."))


def _try(reader: Reader, place: Place, do: Callable[[], object]) -> bool:
    try:
        do()
    except InputRefused as error:
        reader.add(place, str(error))
        return False
    return True


def workspaces() -> tuple[str, ...]:
    """The names of those that a step can show."""
    of_labs = [workspace for it in lab.all_labs().values() for workspace in it.workspaces]
    return (*WORKSPACES, *(it.name for it in sorted(of_labs, key=lambda it: it.order)))

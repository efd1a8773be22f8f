"""What a lesson is, as records of plain values: its steps, the state that each makes true, its numbers and claims.

The words of a state are those of a panel in a spec of figures (`viz.figures.spec`). What a step does not name it takes
from the step before, so a step that is jumped to looks as the one that was walked to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final, Literal

from engine.records import Sampling
from viz.figures.spec import SpaceChoice

FORMAT: Final = 1
MOST_STEPS = 100
HIDDEN: Final = ("next",)  # what a step may keep from sight, so that it is predicted first
Kind = Literal["text", "do", "see", "question", "answer", "note"]
KINDS: Final[tuple[Kind, ...]] = ("text", "do", "see", "question", "answer", "note")
Verb = Literal[
    "step", "back", "generate", "take", "look", "set", "head", "neuron", "layer", "change", "space", "show", "reveal",
    "wait", "measure",
]  # fmt: skip
NOT_YET: Final = "…"  # stands for a number that is not there yet
_NONE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Head:
    """The front matter."""

    format: int = 0
    title: str = ""
    order: int = 0
    minutes: int = 0
    about: str = ""  # one sentence
    model: str = ""  # a catalogue name or a hub id; "": the catalogue's default
    recording: str = ""  # the base name of its run files in `recordings`


@dataclass(frozen=True)
class RunAsked:
    """The run that a step shows. Sampling is greedy by itself."""

    model: str = ""  # "": the lesson's
    prompt: str = ""
    tokens: int = 0  # generated when the step is entered
    chat: bool = False
    temperature: float = 0.0
    top_k: int = 0
    top_p: float = 1.0
    min_p: float = 0.0
    repetition_penalty: float = 1.0
    seed: int = 0
    plan: tuple[str, ...] = ()  # interventions it is made with

    @property
    def sampling(self) -> Sampling:
        """As the engine takes it."""
        return Sampling(self.temperature, self.top_k, self.top_p, self.min_p, self.repetition_penalty, self.seed)

    @property
    def beginning(self) -> RunAsked:
        """What it is made with: runs of which this is equal differ in their length alone."""
        return replace(self, tokens=0)


@dataclass(frozen=True)
class State:
    """What is true when a step is entered. None, "" and () leave a thing as it is; see `NOT_KEPT` for those that do
    not last."""

    workspace: str = ""
    views: tuple[str, ...] = ()  # brought to the front, the last one foremost
    run: RunAsked = RunAsked()
    position: int | None = None  # looked at; below 0 counted from the prompt's end; None: the last
    layer: int | None = None
    head: str = ""  # "L5.H1"
    neuron: str = ""  # "L10.N100"
    space: SpaceChoice | None = None
    selection: tuple[int, ...] = ()  # points of the map
    compare: int | None = None  # a node of the branch shown beside the current one
    camera: tuple[float, ...] = ()  # of the map: azimuth, elevation, distance, and what is looked at
    interventions: tuple[str, ...] = ()  # the board
    hide: tuple[str, ...] = ()  # of `HIDDEN`


NOT_KEPT: Final = ("position", "selection", "compare", "hide")  # true in the steps that name them only
OWN: Final = ("play", "numbers", "check")  # of one step, and no state


@dataclass(frozen=True)
class Number:
    """Where a number of the text comes from: a fact of the run on screen, or a number behind a view's picture."""

    what: str = ""  # one of `viz.lessons.facts.FACTS`
    token: str = ""  # whose probability, rank or surprisal; "": the one that stands there
    position: int | None = None  # as in `State`; None: the one that the step looks at
    place: int = 1  # of "likeliest": 1 is the likeliest of all
    view: str = ""  # whose number is called `name` in its data
    name: str = ""
    index: tuple[int, ...] = ()  # where it is an array
    sum: tuple[str, ...] = ()  # of other numbers of the step, by their names
    difference: tuple[str, ...] = ()  # of two: the first less the second
    ratio: tuple[str, ...] = ()  # of two: the first by the second
    format: str = ""  # one of `viz.lessons.facts.FORMATS`; "": as suits it

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the numbers that it is computed from; () where it is one of the run or of a view."""
        return self.sum or self.difference or self.ratio


@dataclass(frozen=True)
class Check:
    """A claim about a number that a test holds against the model."""

    number: str = ""
    at_least: float | None = None
    at_most: float | None = None
    equals: float | None = None
    tolerance: float = 0.0  # of `equals`
    text: str | None = None  # what a "likeliest" or a "token" is
    more_than: str = ""  # another number of the step
    less_than: str = ""


@dataclass(frozen=True)
class Gesture:
    """One gesture; which fields count depends on `verb`."""

    verb: Verb
    text: str = ""  # a token, an intervention ("" is none), a space's kind, a view that is shown or measured
    view: str = ""  # of "set"
    name: str = ""
    value: Any = None
    number: int | None = None  # tokens, a position (None: the last), a layer
    part: tuple[int, int] = (0, 0)  # layer and number of a head or neuron
    seconds: float = 0.0


@dataclass(frozen=True)
class Span:
    """A piece of a paragraph that looks alike; `number` stands in the place of a text that is computed."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    code: bool = False
    number: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph, or one entry of a list, which has a `marker`."""

    kind: Kind
    spans: tuple[Span, ...]
    marker: str = ""


@dataclass(frozen=True)
class Step:
    """One step, with its whole state: what it does not name is taken from those before."""

    heading: str
    line: int = 0  # of its heading, from 1 on
    state: State = State()
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: _NONE)  # view -> option -> value
    blocks: tuple[Block, ...] = ()
    play: tuple[Gesture, ...] = ()
    numbers: Mapping[str, Number] = field(default_factory=lambda: _NONE)
    checks: tuple[Check, ...] = ()

    def of(self, kind: Kind) -> tuple[Block, ...]:
        """The blocks of one kind."""
        return tuple(block for block in self.blocks if block.kind == kind)


@dataclass(frozen=True)
class Lesson:
    """A whole lesson."""

    name: str  # of its file, without the ending
    head: Head
    steps: tuple[Step, ...]

    @property
    def options(self) -> frozenset[tuple[str, str]]:
        """The (view, option) that any step sets: in a step that does not, they are as by themselves."""
        return frozenset(
            (view, name) for step in self.steps for view, chosen in step.options.items() for name in chosen
        )

    @property
    def runs(self) -> tuple[RunAsked, ...]:
        """The runs that its steps show, each once and as long as any step wants it, in their order."""
        longest: dict[RunAsked, int] = {}
        for step in self.steps:
            run = step.state.run
            if run.prompt:
                longest[run.beginning] = max(longest.get(run.beginning, 0), run.tokens)
        return tuple(replace(run, tokens=tokens) for run, tokens in longest.items())

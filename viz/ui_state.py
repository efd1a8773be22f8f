"""What a person has chosen or points at, shared by all views, frozen: a gesture makes a new one.

Choices that belong to one view only (how long a fan is, what colours the background) live in `options` under the
view's name, declared by the view as `Option`s; the app draws their controls and keeps them in the settings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Literal

from engine.adjustable import Adjustable
from engine.dictionaries.records import NO_FEATURE, FeatureName
from engine.questions import Question, Watching
from engine.records import EMBEDDING, INTACT, Plan, Space
from viz.board import EMPTY, Board, Subject
from viz.guesses import NO_GUESSES, Guesses
from viz.shown_paths import Shown, Single

_EMPTY: Mapping[str, Mapping[str, Any]] = MappingProxyType({})


@dataclass(frozen=True)
class Option:
    """One setting of a view. `kind` decides the control: a switch, a list, a number, or a line of text."""

    name: str
    label: str  # English source text; translated under the view's class name
    kind: Literal["switch", "choice", "integer", "number", "text"]
    default: Any
    choices: tuple[str, ...] = ()  # for "choice": the values, as they are kept and typed
    shown: tuple[str, ...] = ()  # English source text of each choice, where that is not the value itself
    costly: tuple[str, ...] = ()  # of the choices: what takes long to compute, so the next start does not take it up
    context: str = ""  # that the choices are translated under, where several views share them; "" = the view's
    low: float = 0.0
    high: float = 1.0
    step: float = 1.0
    least: str = ""  # English source text shown for `low`, where that stands for something else than its number
    tip: str = ""
    in_bar: bool = True  # False: in the view's menu only
    long: bool = False  # a "text" that may be sentences: where there is room its field grows with it

    def text_of(self, choice: str) -> str:
        """What a person reads for one of the choices: words may be bettered, while what is kept stays readable."""
        return dict(zip(self.choices, self.shown, strict=True))[choice] if self.shown else choice


@dataclass(frozen=True)
class UiState:
    """Everything on screen that is not the run."""

    position: int | None = None  # position looked at; None = follow the last one
    hover_token: int | None = None  # token id under the pointer, in any view
    hover_node: int | None = None  # node under the pointer
    hover_point: int | None = None  # background point of the shown space under the pointer
    compare: int | None = None  # a node of the branch shown beside the current one (see viz.branches.compared)
    pins: frozenset[tuple[int, tuple[int, ...]]] = frozenset()  # continuations kept in the look-ahead tree: after, ids
    paths: tuple[Shown, ...] = ()  # further paths and bundles on the map, beside the run's
    single: Single | None = None  # the one of them that is singled out
    along: Question | None = None  # of a laboratory: the direction along which the map's colours show its points
    analogy: Question | None = None  # of a laboratory: the analogy whose arrows stand on the map
    selection: tuple[int, ...] = ()  # background indices selected in the shown space
    layer: int = 0  # of the views of whole layers; what is chosen, of any kind, chooses its layer, never the reverse
    head: tuple[int, int] = (0, 0)  # its layer and its number in it
    neuron: tuple[int, int] = (0, 0)  # the same
    feature: FeatureName = NO_FEATURE  # of a sparse dictionary, or a dictionary alone
    watch: Watching | None = None  # of a laboratory: what stops the run from being written on where it is there
    theme: str = "dark"
    palette: str = ""  # of viz.figures.palettes, in whose colours the theme is; "" = its own
    still: bool = False  # nothing flies or grows: what moves is at its end at once
    space: Space = EMBEDDING
    board: Board = EMPTY  # the interventions, switched on or not
    plan: Plan = INTACT  # those of the board that are switched on; the run's own are in run.plan
    playing: bool = False
    going: frozenset[str] = frozenset()  # classes of question that are gone on with, by name (see intents.GoOn)
    guesses: Guesses = NO_GUESSES  # of a class: what comes next
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: _EMPTY)

    @property
    def hides_next(self) -> bool:
        """Whether what comes after the text is hidden, everywhere, until a class has guessed it."""
        return self.guesses.hides

    @property
    def without_next(self) -> UiState:
        """The same without what a person has put on screen of how the text goes on: other branches and samples."""
        return replace(self, compare=None, paths=(), single=None, selection=(), pins=frozenset())

    def is_chosen(self, site: Subject) -> bool:
        """Whether a component, or a feature that is changed, is the one that the views of its kind show."""
        if isinstance(site, Adjustable):
            return site.feature == self.feature != NO_FEATURE
        chosen = {"head": self.head, "neuron": self.neuron}.get(site.kind, (self.layer, site.index))
        return (site.layer, site.index) == chosen

    def option(self, view: str, option: Option) -> Any:
        """The value of a view's option, its default where none was chosen."""
        return self.options.get(view, {}).get(option.name, option.default)

    def with_option(self, view: str, name: str, value: Any) -> UiState:
        """A new state with one option changed."""
        of_view = MappingProxyType({**self.options.get(view, {}), name: value})
        return replace(self, options=MappingProxyType({**self.options, view: of_view}))

"""What a whole figure is: its page, its look, its panels and the runs they show, as records of plain values.

A spec is a text file with several of these (`viz.figures.spec_file`): one can be written by hand, saved from the
window, read out of a picture that was made by it, and made again. Each field is a key of the file, under its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

from engine.records import EMBEDDING, Sampling, Space
from viz.figures.page import Page, page_of, points_of

FORMAT = 1
AUTO: Final = "auto"  # a caption made of the figure's facts, a title that is the view's
LETTERS: Final = ("a", "A", "(a)", "none")
MOST_PANELS, MOST_COLUMNS = 64, 8
MOST_FIGURES = 256
_NONE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Source:
    """Where a run comes from: a run file, or a model and the text it is given. Sampling is greedy by itself."""

    file: str = ""  # relative to the spec
    model: str = ""  # a catalogue name, a hub id, a folder or a GGUF file
    sha256: str = ""  # of the weights it was made with; "": any
    file_sha256: str = ""  # of the run file; for a reader, not used
    local: bool = False  # its place, of which the name alone is told, is that of who made the figure
    prompt: str = ""
    tokens: int = 0  # generated
    chat: bool = False
    temperature: float = 0.0
    top_k: int = 0
    top_p: float = 1.0
    min_p: float = 0.0
    repetition_penalty: float = 1.0
    seed: int = 0
    plan: tuple[str, ...] = ()  # interventions it is made with, each as `viz.figures.parts.change_of` reads it

    @property
    def is_given(self) -> bool:
        """Whether it names anything."""
        return bool(self.file or self.model)

    @property
    def sampling(self) -> Sampling:
        """As the engine takes it."""
        return Sampling(self.temperature, self.top_k, self.top_p, self.min_p, self.repetition_penalty, self.seed)


@dataclass(frozen=True)
class SpaceChoice:
    """Which vectors a map shows: the fields of `engine.records.Space`."""

    kind: str = EMBEDDING.kind
    layer: int = 0
    texts: str = ""
    standardised: bool = True
    outliers: bool = False
    points: str = ""

    @property
    def space(self) -> Space:
        """As the engine takes it."""
        return Space(self.kind, self.layer, self.texts, self.standardised, self.outliers, self.points)  # type: ignore[arg-type]

    @classmethod
    def of(cls, space: Space) -> SpaceChoice:
        """The choice that means `space`."""
        return cls(space.kind, space.layer, space.texts, space.standardised, space.outliers, space.points)


@dataclass(frozen=True)
class Panel:
    """One view in a figure, and what is looked at in it. None and "" leave a thing as the view has it by itself."""

    view: str = ""
    title: str = AUTO  # above it, where a figure has several panels; "" for none
    position: int | None = None  # None: the last
    compare: int | None = None  # a node of the branch shown beside the current one
    layer: int | None = None
    head: str = ""  # "L5.H1"
    neuron: str = ""  # "L10.N100"
    space: SpaceChoice | None = None
    selection: tuple[int, ...] = ()  # points of the map
    interventions: tuple[str, ...] = ()  # set beside the run's own, each as `viz.figures.parts.change_of` reads it
    camera: tuple[float, ...] = ()  # azimuth, elevation, distance, and what is looked at where that is not the middle
    row: int | None = None  # from 0; None: the next free place
    column: int | None = None
    across: int = 1  # columns that it takes
    down: int = 1  # rows
    run: Source = Source()  # nothing: the figure's
    options: Mapping[str, Any] = field(default_factory=lambda: _NONE)


@dataclass(frozen=True)
class FigureSpec:
    """One figure: a page with a grid of panels."""

    out: str = ""  # relative to the spec; ends in .png, .svg or .pdf
    size: str = "1920x1080"  # as `viz.figures.page.page_of` reads it
    dpi: float | None = None
    text_size: str = ""  # points, such as "8pt"; "": as suits the page
    theme: str = "print"
    transparent: bool = False
    palette: str = ""  # "": the theme's own colours
    font: str = ""  # a family; "": the program's
    lines: float = 1.0  # times as thick as they are by themselves
    columns: int = 0  # of the grid; 0: as suits the number of panels
    letters: str = "a"  # before the panels' titles, where there are several
    shared_scales: bool = False  # limits of colours are those of all panels, what explains them stands once, axes align
    title: str = ""
    caption: str = ""  # below; AUTO: made of the figure's facts
    run: Source = Source()
    panel: tuple[Panel, ...] = ()
    versions: Mapping[str, str] = field(default_factory=lambda: _NONE)  # it was made with; for a reader, not used

    @property
    def page(self) -> Page:
        """Its page. Raises InputRefused where it cannot be made."""
        return page_of(self.size, self.dpi, points_of(self.text_size) if self.text_size else None)

    def source_of(self, panel: Panel) -> Source:
        """The run that a panel shows."""
        return panel.run if panel.run.is_given else self.run

    def with_panel(self, index: int, panel: Panel) -> FigureSpec:
        """With another panel at `index`."""
        return replace(self, panel=(*self.panel[:index], panel, *self.panel[index + 1 :]))

    def without(self, index: int) -> FigureSpec:
        """With one panel less."""
        return replace(self, panel=(*self.panel[:index], *self.panel[index + 1 :]))

    def moved(self, index: int, to: int) -> FigureSpec:
        """With the panel at `index` at `to`, the others closing up."""
        panels = list(self.panel)
        panels.insert(min(max(to, 0), len(panels) - 1), panels.pop(index))
        return replace(self, panel=tuple(panels))


@dataclass(frozen=True)
class Spec:
    """A file of figures."""

    format: int = FORMAT
    figure: tuple[FigureSpec, ...] = ()

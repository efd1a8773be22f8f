"""Views for tests of the window: one of every option, one that raises when told to, one to look at beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from engine.run import Run
from viz.intents import AskDistribution, Intent, LookAt
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import View


@dataclass(frozen=True)
class ToyFrame:
    """What a toy paints: how long the run is, and the theme asked for."""

    length: int
    theme: str


class ToyView(View):
    """Remembers the frames it was given. Sends `LookAt` for every key it gets."""

    name = "toy"
    title = "Toy"
    area: ClassVar[Literal["centre", "left", "right", "bottom"]] = "centre"
    tip = "A view for tests"
    options: ClassVar[tuple[Option, ...]] = (
        Option("on", "On", "switch", False),
        Option("colour", "Colour", "choice", "kind", ("kind", "norm", "cluster")),
        Option("count", "Count", "integer", 10, low=1, high=50),
        Option("cut", "Cut", "number", 0.5, low=0.0, high=1.0, step=0.05),
        Option("find", "Find", "text", ""),
        Option("deep", "Deep", "switch", True, in_bar=False),
    )
    made: ClassVar[int] = 0
    asks: ClassVar[bool] = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        type(self).made += 1
        self.painted: list[ToyFrame] = []
        self.themes: list[str] = []
        self.wants_keys = False

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> ToyFrame:
        """How long the run is."""
        return ToyFrame(len(run), ui.theme)

    @classmethod
    def wants(cls, frame: ToyFrame) -> Sequence[Intent]:
        """All probabilities after the last token."""
        return (AskDistribution(frame.length - 1),) if frame.length and cls.asks else ()

    def paint(self, frame: ToyFrame, theme: Theme) -> None:
        """Remember it."""
        self.painted.append(frame)
        self.themes.append(theme.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Use arrow keys when told to, leave them to the window otherwise."""
        if self.wants_keys:
            self.send(LookAt(0))
        else:
            event.ignore()

    def poke(self, intent: Intent) -> None:
        """Send an intent, as a gesture would."""
        self.send(intent)


class SideView(ToyView):
    """Another one, at the right."""

    name = "side"
    title = "Side"
    area = "right"
    options: ClassVar[tuple[Option, ...]] = ()
    made: ClassVar[int] = 0


class LowerView(ToyView):
    """A third one, in the tabs below the second."""

    name = "lower"
    title = "Lower: one of two"
    tab = "Lower"
    subtitle = "In two lines"
    keywords = ("second fiddle", "understudy")
    area = "right"
    order = 60
    options: ClassVar[tuple[Option, ...]] = ()
    made: ClassVar[int] = 0


class HiddenView(ToyView):
    """A fourth one, behind the third in its tabs."""

    name = "hidden"
    title = "Hidden"
    area = "right"
    order = 90
    options: ClassVar[tuple[Option, ...]] = ()
    made: ClassVar[int] = 0


class BrokenView(ToyView):
    """Raises in `frame`, in `paint` or when it is made, as `fails` says."""

    name = "broken"
    title = "Broken"
    area = "bottom"
    options: ClassVar[tuple[Option, ...]] = ()
    fails: ClassVar[str] = "paint"
    made: ClassVar[int] = 0

    def __init__(self, parent: QWidget | None = None) -> None:
        if self.fails == "making":
            raise RuntimeError("no OpenGL here")
        super().__init__(parent)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> ToyFrame:
        """Raise where asked to."""
        if cls.fails == "frame":
            raise ValueError("the frame cannot be computed")
        return super().frame(run, ui)

    def paint(self, frame: ToyFrame, theme: Theme) -> None:
        """Raise where asked to."""
        if self.fails == "paint":
            raise RuntimeError("the frame cannot be painted")
        super().paint(frame, theme)


TOYS: dict[str, type[View]] = {view.name: view for view in (ToyView, SideView, LowerView, HiddenView, BrokenView)}

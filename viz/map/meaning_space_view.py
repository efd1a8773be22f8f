"""The meaning space: all tokens (or the states of a sample text) as points, and the run's path and choices among them.

OpenGL draws the points and lines, Qt writes the labels on a transparent widget above; both read one frame, computed
without either in `viz.map.data.frame`. Nothing is drawn while nothing moves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.records import Space
from engine.run import Run
from viz.charts.roles import give_role
from viz.charts.speech import say_changed
from viz.intents import Intent, OpenSpace, PlaceBeside, SetOption
from viz.lab import QT_TRANSLATE_NOOP
from viz.map import asking
from viz.map.choices import OPTIONS
from viz.map.data.arriving import on_the_way
from viz.map.data.frame import MapFrame, map_frame
from viz.map.data.settings import Settings
from viz.map.data.waiting import with_colours_of
from viz.map.faithful import is_flat
from viz.map.input.controls import Controls
from viz.map.input.keys import Keys
from viz.map.input.mouse import MouseGlass
from viz.map.input.neighbours_panel import NeighboursPanel
from viz.map.input.selection_export import SelectionExport
from viz.map.input.selection_panel import SelectionPanel
from viz.map.paint.overlay import Overlay
from viz.map.paint.portrait import FigureLook, scale_of
from viz.map.paint.spoken import spoken
from viz.map.pane import Pane
from viz.map.side_by_side import SideBySide
from viz.map.viewport import Viewport
from viz.theme import Theme
from viz.typeface import NORMAL_TEXT
from viz.ui_state import Option, UiState
from viz.view import View, option_value
from viz.visuals import renderer as renderers
from viz.visuals.renderer import Renderer

if TYPE_CHECKING:
    from viz.map.filming import Filming
    from viz.map.paint.canvas import GpuCanvas, SoftCanvas

CONTROLS = "controls of the map"


class MeaningSpace(View):
    """The map in 3D or 2D."""

    name: ClassVar[str] = "meaning_space"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("MeaningSpace", "Meaning space")
    subtitle: ClassVar[str] = QT_TRANSLATE_NOOP("MeaningSpace", "Embedding map")
    keywords: ClassVar[tuple[str, ...]] = (
        QT_TRANSLATE_NOOP("MeaningSpace", "embedding"),
        QT_TRANSLATE_NOOP("MeaningSpace", "latent space"),
        QT_TRANSLATE_NOOP("MeaningSpace", "representation"),
        QT_TRANSLATE_NOOP("MeaningSpace", "UMAP"),
        QT_TRANSLATE_NOOP("MeaningSpace", "PCA"),
        QT_TRANSLATE_NOOP("MeaningSpace", "nearest neighbours"),
        QT_TRANSLATE_NOOP("MeaningSpace", "hidden states"),
        QT_TRANSLATE_NOOP("MeaningSpace", "3D"),
        QT_TRANSLATE_NOOP("MeaningSpace", "trajectory"),
        QT_TRANSLATE_NOOP("MeaningSpace", "paths"),
        QT_TRANSLATE_NOOP("MeaningSpace", "compare prompts"),
        QT_TRANSLATE_NOOP("MeaningSpace", "two layouts side by side"),
        QT_TRANSLATE_NOOP("MeaningSpace", "linear probe"),
        QT_TRANSLATE_NOOP("MeaningSpace", "t-SNE"),
        QT_TRANSLATE_NOOP("MeaningSpace", "PaCMAP"),
    )
    area: ClassVar[Literal["centre", "left", "right", "bottom"]] = "centre"
    order: ClassVar[int] = 0
    tip: ClassVar[str] = QT_TRANSLATE_NOOP(
        "MeaningSpace",
        "Each dot is a token of the vocabulary or a hidden state of the model; dots that lie close are often similar, "
        "and rays show which tokens may come next.",
    )
    options: ClassVar[tuple[Option, ...]] = OPTIONS
    controls_named: ClassVar[tuple[str, ...]] = (CONTROLS,)

    def __init__(self, parent: QWidget | None = None, renderer: Callable[[], Renderer] = renderers.renderer) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        give_role(self, QAccessible.Role.Graphic)
        self._renderer = renderer
        self.panels: tuple[NeighboursPanel | SelectionPanel, ...] = ()
        self._beside: Space | None = None  # of which a second layout was shown last
        self._ends_beside: tuple[PlaceBeside, ...] = ()
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.stage = SideBySide(self, self._pane)
        self.pane = self.stage.first
        viewport, send = self.pane.viewport, self.send
        self.controls = Controls(self, viewport, send, self._set_option)
        self.controls.setObjectName(CONTROLS)
        column.addWidget(self.controls)
        column.addWidget(self.stage, 1)
        self._keys_act_on(self.pane)
        self.neighbours = NeighboursPanel(self.stage, viewport, send)
        self.exports = SelectionExport(self, lambda: viewport.frame, send)
        self.addAction(self.exports.action)
        self.selected = SelectionPanel(self.stage, viewport, send, self.pane.written_to, self.exports.action)
        self.panels = (self.neighbours, self.selected)
        self.stage.installEventFilter(self)
        self.arrange()

    def _pane(self, parent: QWidget) -> Pane:
        made = Pane(parent, self.send, lambda: self.controls.drag_box.dragging, self._covered, self._renderer)
        made.glass.pressed.connect(lambda: self._pressed(made))
        return made

    def _pressed(self, pane: Pane) -> None:
        self._keys_act_on(pane)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _keys_act_on(self, pane: Pane) -> None:
        controls = self.controls
        glass = pane.glass
        self.keys = Keys(
            pane.viewport, controls.drag_box, self.send, self._set_option, controls.search.setFocus, glass.step_to,
            glass.choose_keyed, glass.outlining,
        )  # fmt: skip

    def _set_option(self, name: str, value: Any) -> None:
        self.send(SetOption(self.name, name, value))

    # -- laying out ----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The stage changed its size: fit everything to it."""
        if watched is self.stage and event.type() == QEvent.Type.Resize:
            self.arrange()
        return super().eventFilter(watched, event)

    def arrange(self) -> None:
        """Lay maps and panels over each other."""
        self.stage.arrange()
        for panel in self.panels:
            panel.adjust(self.stage.rect())

    def _covered(self, pane: QWidget) -> list[QRect]:
        """What of a map lies under a panel."""
        boxes = [panel.geometry().translated(-pane.pos()) for panel in self.panels if panel.isVisible()]
        return [box for box in boxes if box.intersects(pane.rect())]

    # -- what others look at: the first map, which is there always ------------------------------------------------

    @property
    def viewport(self) -> Viewport:
        """How the first map is looked at."""
        return self.pane.viewport

    @property
    def overlay(self) -> Overlay:
        """What is written over the first map."""
        return self.pane.overlay

    @property
    def glass(self) -> MouseGlass:
        """The glass over the first map."""
        return self.pane.glass

    @property
    def canvas(self) -> GpuCanvas | SoftCanvas | None:
        """Where the first map is drawn; None before there is one."""
        return self.pane.canvas

    # -- frame and paint -----------------------------------------------------------------------------------------

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> MapFrame:
        """The map as arrays."""
        chosen = {o.name: option_value(cls, ui, o.name) for o in cls.options}
        if ui.hides_next:
            ui = ui.without_next
            chosen |= {"fans": "none", "ahead": False, "branches": False, "way": False, "table_fan": 0}
            chosen["colour"] = "kind" if chosen["colour"] == "probability" else chosen["colour"]
        settings = Settings(
            flat=is_flat(ui),
            still=ui.still,
            **{name: value for name, value in chosen.items() if name != "dimensions"},
        )
        return map_frame(run, ui, settings)

    @classmethod
    def wants(cls, frame: MapFrame) -> Sequence[Intent]:
        """Probabilities, a trajectory and the true ends of a fan."""
        return asking.wants(frame)

    def wants_here(self) -> Sequence[Intent]:
        """An end of placing into a second layout, once there is none beside the first any more."""
        return self._ends_beside

    @classmethod
    def figure_wants(cls, frame: MapFrame) -> Sequence[Intent]:
        """Its space too, and the text on it, where they are not there: only what is on screen has that done unasked."""
        there = frame.layout is not None and frame.space == frame.wanted and (frame.node < 0 or frame.current >= 0)
        return cls.wants(frame) if there else (OpenSpace(frame.wanted, places=True),)

    @classmethod
    def lacks(cls, frame: MapFrame) -> bool:
        lost = frame.settings.way and not (len(frame.trajectory) or frame.trajectory.why_not)
        return frame.orphaned and (frame.layout is None or lost or frame.ahead.tree.growing)

    def paint(self, frame: MapFrame, theme: Theme) -> None:
        """Show a frame; motions begin where something changed place."""
        frame = with_colours_of(self.viewport.frame, frame)
        self.stage.show_frame(frame, theme)
        self.controls.show_frame(frame)
        self.neighbours.show_frame(frame, theme)
        self.selected.show_frame(frame)
        self.exports.show_frame(frame)
        say_changed(self, spoken(frame))
        self._watch_beside(frame)
        self.refresh()

    def _watch_beside(self, frame: MapFrame) -> None:
        there = frame.space if frame.second is not None and frame.second.layout is not None else None
        before, self._beside = self._beside, there
        self._ends_beside = (PlaceBeside(before),) if before is not None and there is None else ()

    # -- camera --------------------------------------------------------------------------------------------------

    def set_camera(self, azimuth: float, elevation: float, distance: float, *target: float) -> None:
        """Look from these angles (degrees) at a target, the middle where none is given; `distance` 1 frames it all."""
        self.viewport.set_camera(azimuth, elevation, distance, *target)

    def camera_now(self) -> tuple[float, ...]:
        """What `set_camera` needs to look from where this view looks from now."""
        return self.viewport.camera_now()

    @property
    def turned_by_hand(self) -> bool:
        """Whether a person chose from where it is looked at."""
        return self.viewport.touched

    # -- drawing -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask for one picture, and for more while something moves."""
        for pane in self.stage.panes:
            pane.refresh()

    @property
    def is_busy(self) -> bool:
        """Whether more pictures are to come by themselves."""
        return any(pane.is_busy for pane in self.stage.panes)

    def closeEvent(self, event: object) -> None:
        """Give OpenGL's memory back."""
        self.stage.end()

    # -- figures -------------------------------------------------------------------------------------------------

    def figure_text(self, width: int, height: int) -> float:
        """Pixels of ordinary text in a figure of this size whose letters are as large as they are by themselves."""
        return NORMAL_TEXT * scale_of(QSize(width, height))

    def use_look(self, letters: float, weight: float, family: str) -> None:
        """Have letters so many times as large in a figure, and lines as thick; letters are of a family."""
        self.stage.set_look(FigureLook(letters, weight, family))

    def finish_figure(self) -> None:
        """Be at rest."""
        for pane in self.stage.panes:
            pane.settle()

    def figure_image(self, width: int, height: int, transparent: bool = False) -> QImage:
        """The whole picture with its labels at this size, however large the widget is.

        Raises GlUnavailable where no OpenGL context can be had.
        """
        self.finish_figure()
        image = self.map_image(width, height, transparent)
        painter = QPainter(image)
        self.paint_overlay(painter, QSize(width, height))
        painter.end()
        return image

    def figure_ground(self, width: int, height: int, transparent: bool) -> QImage:
        """The background points alone, as the picture that a figure of vectors holds. Raises as `figure_image`."""
        return self.map_image(width, height, transparent, lines=False)

    def paint_figure(self, painter: QPainter, size: QSize) -> None:
        """Everything but the background points."""
        self.finish_figure()
        self.stage.paint(painter, size, lines=True)

    def map_image(self, width: int, height: int, transparent: bool, lines: bool = True) -> QImage:
        """What OpenGL draws, without labels."""
        return self.stage.image(QSize(width, height), transparent, lines)

    def paint_overlay(self, painter: QPainter, size: QSize) -> None:
        """Labels, statement and legend of a figure; as vectors where the painter writes vectors."""
        self.stage.paint(painter, size, lines=False)

    # -- films ---------------------------------------------------------------------------------------------------

    def filming(self, width: int, height: int, transparent: bool) -> Filming:
        """What makes pictures of this size one after the other, from where the view is seen now."""
        self.finish_figure()
        return self.stage.filming(QSize(width, height), transparent)

    @classmethod
    def between(cls, before: MapFrame, after: MapFrame, part: float) -> MapFrame:
        """`after` at `part` (0..1) of the way from `before`: a token arrives, or points move to another layout."""
        return on_the_way(before, after, part)

    # -- keys ----------------------------------------------------------------------------------------------------

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keys.outlining.drop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of a 3D viewer; the rest goes to the window."""
        if not self.keys.pressed(event):
            super().keyPressEvent(event)

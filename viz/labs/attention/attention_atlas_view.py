"""Every head of the model at once, each as a small picture of what attends to what, growing with the text.

All thumbnails lie in one image; where text is longer than a thumbnail is wide, neighbouring cells are merged by their
maximum. Heads stand by layer and number, or sorted by a score; the bar under a thumbnail is that score. The one under
the pointer is shown large beside it, with its name and all scores; a click chooses it for the other views.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from engine.labs.attention.records import AskAtlas
from engine.records import F32
from engine.run import Run
from viz.charts.aim import Shape, Spot
from viz.charts.atlas_grid import AtlasGrid
from viz.charts.chart_view import ChartView
from viz.charts.colours import mixed
from viz.charts.head_names import head_name
from viz.charts.heatmap import MODE_WORDS, MODES, Colouring, mode_in_words
from viz.charts.keys import Bar
from viz.charts.rulers import Ruler
from viz.intents import AskLab, ChooseHead, HandOver, Intent, ask_labs
from viz.joined import facts
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.attention.atlas_words import atlas_facts, full_score, score_lines, score_names, shape_named
from viz.labs.attention.attention_store import SCORES, Atlas, atlas_of
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import option_value

if TYPE_CHECKING:
    from viz.labs.attention.atlas_item import AtlasItem

I64 = npt.NDArray[np.int64]


@dataclass(frozen=True)
class AttentionAtlasFrame:
    """All heads, in the order they are shown."""

    atlas: Atlas | None
    why_not: str  # why there is nothing to show, from the model; may be empty
    order: I64  # [L * H] layer * H + head, in the order shown
    layers: int
    heads: int
    score: str  # one of SCORES
    by_score: bool
    mode: str
    without_first: bool
    chosen: tuple[int, int]
    node: int = -1  # the path's end
    run_id: int = 0

    @property
    def lacks(self) -> bool:
        """Whether rows are missing that a model could compute."""
        return self.node >= 0 and not self.why_not and (self.atlas is None or self.atlas.n_missing > 0)


class AttentionAtlasView(ChartView):
    """Thumbnails of all heads; see the module."""

    name = "attention_atlas"
    title = QT_TRANSLATE_NOOP("AttentionAtlasView", "Attention: all heads")
    tab = QT_TRANSLATE_NOOP("AttentionAtlasView", "All heads")
    subtitle = QT_TRANSLATE_NOOP("AttentionAtlasView", "Every head of every layer")
    keywords = (
        QT_TRANSLATE_NOOP("AttentionAtlasView", "attention map"),
        QT_TRANSLATE_NOOP("AttentionAtlasView", "heads grid"),
        QT_TRANSLATE_NOOP("AttentionAtlasView", "overview"),
        QT_TRANSLATE_NOOP("AttentionAtlasView", "thumbnails"),
        QT_TRANSLATE_NOOP("AttentionAtlasView", "attention patterns"),
    )
    area = "right"
    order = 30
    tip = QT_TRANSLATE_NOOP(
        "AttentionAtlasView",
        "A small picture of every attention head: each row is a token, and bright cells are the earlier tokens it "
        "attends to.",
    )
    options = (
        Option(
            "score",
            QT_TRANSLATE_NOOP("AttentionAtlasView", "Score"),
            "choice",
            "induction",
            choices=SCORES,
            shown=score_names(SCORES),
            context="Scores",
            tip=QT_TRANSLATE_NOOP("AttentionAtlasView", "The bar under each head, from this text."),
        ),
        Option(
            "sorted",
            QT_TRANSLATE_NOOP("AttentionAtlasView", "Sort"),
            "switch",
            False,
            tip=QT_TRANSLATE_NOOP(
                "AttentionAtlasView", "Heads with the highest score first, instead of layer by layer."
            ),
        ),
        Option(
            "scale",
            QT_TRANSLATE_NOOP("AttentionAtlasView", "Colour scale"),
            "choice",
            "square root",
            choices=MODES,
            shown=MODE_WORDS,
            context="Colouring",
            tip=QT_TRANSLATE_NOOP("AttentionAtlasView", "How attention weights become colour."),
        ),
        Option(
            "first",
            QT_TRANSLATE_NOOP("AttentionAtlasView", "First token"),
            "switch",
            True,
            tip=QT_TRANSLATE_NOOP(
                "AttentionAtlasView",
                "Off: leaves out attention to the first token (the attention sink), which otherwise outshines the "
                "rest.",
            ),
        ),
    )
    figure_lines = 700

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails: AtlasItem | None = None
        self.compute = QPushButton(self.tr("Compute it with the loaded model"), self)
        self.compute.setAccessibleName(self.compute.text())
        self.compute.clicked.connect(self._compute)
        self.column.addWidget(self.compute, 0, Qt.AlignmentFlag.AlignHCenter)
        self.compute.hide()
        self._handed = -1  # the node of a file's run that the model was asked to take over

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> AttentionAtlasFrame:
        layers, heads = (run.info.n_layers, run.info.n_heads) if run.info else (0, 0)
        atlas = atlas_of(run)
        score = str(option_value(cls, ui, "score"))
        order = np.arange(layers * heads)
        by_score = bool(option_value(cls, ui, "sorted"))
        if by_score and atlas is not None:
            values = np.nan_to_num(atlas.scores[SCORES.index(score)].ravel(), nan=-1.0)
            order = np.argsort(-values, kind="stable")
        return AttentionAtlasFrame(
            atlas,
            (run.info.why_missing("attn") or "") if run.info else "",
            order,
            layers,
            heads,
            score,
            by_score,
            str(option_value(cls, ui, "scale")),
            not option_value(cls, ui, "first"),
            ui.head,
            run.current,
            run.run_id,
        )

    @classmethod
    def figure_wants(cls, frame: AttentionAtlasFrame) -> Sequence[Intent]:
        """What the button asks, where rows are missing."""
        return ask_labs(AskAtlas(frame.node)) if frame.lacks else ()

    def paint(self, frame: AttentionAtlasFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        if frame.run_id > 0 and self._handed >= 0:
            asked, self._handed = self._handed == frame.node and frame.lacks, -1
            if asked:
                self._compute()

    def redraw(self) -> None:
        super().redraw()
        if self.painted is not None:
            self.compute.setVisible(self.painted.lacks and not self.still)

    # -- drawing -------------------------------------------------------------------------------------------------

    def draw_charts(self, frame: AttentionAtlasFrame) -> None:
        from viz.labs.attention.atlas_item import AtlasItem, AtlasPicture

        if frame.atlas is None:
            return
        colouring, last = self._colouring(frame), len(frame.order) - 1
        places = np.nonzero(frame.order == frame.chosen[0] * frame.heads + frame.chosen[1])[0].tolist()
        chosen = int(places[0]) if places else -1
        low = "0" if frame.mode != "log" else f"{colouring.low:g}"
        with self.drawing() as grid:
            label = self.tr("attention, {scale}").format(scale=mode_in_words(frame.mode))
            grid.colour_bar(0, 0, Bar(colouring, label, ends=(low, "1")))
            plot = grid.plot(1, 0)
            plot.show_axes(Ruler(0, 1, hidden=True), Ruler(0, 1, hidden=True, down=True))
            self._thumbnails = thumbnails = plot.item(AtlasItem)
            picture = AtlasPicture(
                frame.atlas, frame.order, frame.layers, frame.heads, frame.by_score, frame.without_first,
                self._shares(frame, frame.atlas), chosen, colouring, self.look, self.transparent,
            )  # fmt: skip
            thumbnails.show_picture(picture, self._lines)
            heads = Heads(thumbnails.grid, frame.heads, frame.by_score)
            plot.aim(heads, _nothing_said, point=thumbnails.enlarge, choose=self._choose, chosen=max(chosen, 0),
                     ends=(0, last))  # fmt: skip

    @property
    def enlarged(self) -> list[str]:
        """What is said of the head shown large."""
        at = self._thumbnails.pointed if self._thumbnails is not None else None
        return [] if at is None else self._lines(at)

    def _colouring(self, frame: AttentionAtlasFrame) -> Colouring:
        empty = mixed(self.colours.surface, self.colours.border, 0.35).name()
        mode = next(mode for mode in MODES if mode == frame.mode)
        return Colouring(self.colours.ramp, empty, 1.0, mode)

    @staticmethod
    def _shares(frame: AttentionAtlasFrame, atlas: Atlas) -> F32:
        """[L * H] the scores as shares of a full bar."""
        values = np.nan_to_num(
            atlas.scores[SCORES.index(frame.score)].ravel() / full_score(atlas, frame.score), nan=0.0
        )
        return np.asarray(np.clip(values, 0, 1), dtype=np.float32)

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: AttentionAtlasFrame) -> str:
        return shape_named(frame.layers, frame.heads) if frame.atlas is not None else ""

    def notes(self, frame: AttentionAtlasFrame) -> str:
        return atlas_facts(frame.atlas, frame.score, frame.without_first) if frame.atlas is not None else ""

    def instead(self, frame: AttentionAtlasFrame) -> str:
        if frame.atlas is not None:
            return ""
        if frame.why_not or frame.node < 0:
            return frame.why_not or self.tr("No attention to show yet. It appears here as tokens are generated.")
        return self.tr("The attention of this text is not stored: the text is long, or the file was saved without it.")

    def spoken(self, frame: AttentionAtlasFrame) -> str:
        """The chosen head and its scores."""
        if frame.atlas is None or frame.chosen[0] >= frame.layers or frame.chosen[1] >= frame.heads:
            return super().spoken(frame)
        return facts([head_name(*frame.chosen), *score_lines(frame.atlas, self._index(frame))])

    @staticmethod
    def _index(frame: AttentionAtlasFrame) -> int:
        return frame.chosen[0] * frame.heads + frame.chosen[1]

    def _lines(self, at: int) -> list[str]:
        """The name and the scores of the head at a place."""
        frame: AttentionAtlasFrame = self.painted
        if frame.atlas is None or at >= len(frame.order):
            return []
        index = int(frame.order[at])
        return [head_name(*divmod(index, frame.heads)), *score_lines(frame.atlas, index)]

    # -- gestures ------------------------------------------------------------------------------------------------

    def _compute(self) -> None:
        """The model looks at every head; a file's run goes to it first."""
        frame: AttentionAtlasFrame | None = self.painted
        if frame is not None and frame.run_id <= 0:
            self._handed = frame.node
            self.send(HandOver())
        elif frame is not None:
            self.send(AskLab(AskAtlas(frame.node), again=True))

    def _choose(self, at: int) -> None:
        frame: AttentionAtlasFrame = self.painted
        self.send(ChooseHead(*divmod(int(frame.order[at]), frame.heads)))


def _nothing_said(at: int) -> str:
    """The head pointed at is shown large, with its scores: there is no card."""
    return ""


class Heads:
    """The thumbnails as things to point at and to walk over: their places in the order, in a plot of 0 to 1."""

    shape: Shape = "own"

    def __init__(self, grid: Callable[[], AtlasGrid], heads: int, by_score: bool) -> None:
        self._grid, self._heads, self._by_score = grid, heads, by_score

    def near(self, x: float, y: float, em_x: float, em_y: float) -> Spot | None:
        grid = self._grid()
        at = grid.at(QPointF(x * grid.area.width(), y * grid.area.height()))
        return None if at is None else self.spot(at)

    def spot(self, thing: Any) -> Spot | None:
        grid = self._grid()
        if not 0 <= thing < grid.n:
            return None
        middle = grid.place(thing).center()
        return Spot(thing, middle.x() / grid.area.width(), middle.y() / grid.area.height())

    def beside(self, thing: Any, right: int, down: int) -> Spot | None:
        line = self._grid().columns if self._by_score else self._heads
        return self.spot(thing + right + down * line)

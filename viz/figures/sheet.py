"""A whole figure laid out: panels with their letters and titles in a grid, a title above, a caption below.

Each panel is a fresh view on a page of its own as large as its cell; all have the figure's text size, and none has
smaller text than the figure's page allows. The same object paints the screen, PNG, SVG and PDF.
"""

from __future__ import annotations

import math
import string
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from engine.errors import InputRefused
from engine.sentences import say
from viz.charts.chart_view import ChartView
from viz.charts.common import ALONE, Common
from viz.figures.aligned import align
from viz.figures.captions import caption_of
from viz.figures.grid import Box, Cell, boxes, cells, columns_of
from viz.figures.legends import Explains, Legend, Placed, common_of, in_common, placed
from viz.figures.page import BODY, LEAST_LINES, SMALLEST_TEXT, Figure, Page, slide_height
from viz.figures.palettes import coloured
from viz.figures.panel_state import Shown
from viz.figures.picture import Made, prepared, view_class
from viz.figures.spec import AUTO, FigureSpec, Panel
from viz.theme import Theme
from viz.typeface import typeface

SLIDE_LINES = 40  # of a slide's height to its ordinary text, where it has several panels
TITLE, PANEL_TITLE, CAPTION, LEGEND = 1.3, 1.05, 0.95, 0.9  # times the ordinary text
LEAST_SIDE = 48  # pixels of a panel
_PLAIN = ("", "none")
Panels = tuple[tuple[Box, Made], ...]


@dataclass(frozen=True)
class Words:
    """A text of the figure, in lines that fit, with its top left in pixels."""

    lines: tuple[str, ...]
    x: float
    y: float
    font: QFont

    @property
    def height(self) -> float:
        """Pixels from the top of the first line to the bottom of the last."""
        return QFontMetricsF(self.font).lineSpacing() * len(self.lines)


@dataclass(frozen=True)
class Sheet:
    """A figure that is laid out: it can be painted any number of times, and has to be closed."""

    page: Page
    theme: Theme
    transparent: bool
    panels: tuple[tuple[Box, Made], ...]
    words: tuple[Words, ...]
    legends: tuple[Placed, ...] = ()  # of several panels

    @property
    def is_one_view(self) -> bool:
        """Whether there is nothing on it but a view."""
        return len(self.panels) == 1 and not self.words

    def paint(self, painter: QPainter) -> None:
        """Paint it over the page's pixels, one a unit of `painter`."""
        page = QRect(0, 0, self.page.width, self.page.height)
        whole = self.is_one_view
        if not self.transparent and not whole:
            painter.fillRect(page, QColor(self.theme.surface))
        for box, made in self.panels:
            painter.save()
            try:
                painter.translate(box.x, box.y)
                if not whole:
                    painter.setClipRect(0, 0, box.width, box.height)
                made.paint(painter)
            finally:
                painter.restore()
        for words in self.words:
            _write(painter, words, self.theme)
        for legend in self.legends:
            legend.paint(painter, self.theme)

    def close(self) -> None:
        """Delete the views."""
        for _, made in self.panels:
            made.close()


def laid_out(spec: FigureSpec, shown: Sequence[Shown]) -> Sheet:
    """The figure.

    Raises:
        InputRefused: it cannot be made so: no such view, theme, palette or font, a page or panels too small.
    """
    page = spec.page
    if not shown:
        raise InputRefused(say("A figure needs a panel: add a view."))
    for each in shown:
        view_class(each.panel.view)
    theme = coloured(spec.theme, spec.palette)
    if len(shown) == 1 and not spec.title and not spec.caption and shown[0].panel.title in (AUTO, ""):
        box = Box(0, 0, page.width, page.height)
        return Sheet(page, theme, spec.transparent, ((box, _made(spec, shown[0], page)),), ())
    return _composed(spec, shown, page, theme)


def _made(spec: FigureSpec, shown: Shown, page: Page, common: Common = ALONE) -> Made:
    camera = shown.panel.camera or None
    view = shown.panel.view
    figure = Figure(view, page, spec.theme, spec.transparent, camera, spec.palette, spec.font, spec.lines)
    return prepared(figure, shown.run, shown.ui, shown.frame, common)


def _composed(spec: FigureSpec, shown: Sequence[Shown], page: Page, theme: Theme) -> Sheet:
    writer = _Writer(spec.font, text_of(page)[0])
    caption = caption_of(shown, letters_of(spec)) if spec.caption == AUTO else spec.caption
    words, inner = _around(writer, page, spec.title, caption)
    grid = _Grid(spec, shown, page, writer)
    panels, heads = grid.panels(inner, [ALONE] * len(shown))
    below: tuple[Placed, ...] = ()
    if spec.shared_scales and (legends := in_common([_explained(made) for _, made in panels])):
        _close(panels)
        below, inner = _below(writer, legends, grid.letters, inner, text_of(page)[1])
        panels, heads = grid.panels(inner, [common_of(index, legends) for index in range(len(shown))])
    if spec.shared_scales:
        align(grid.cells(inner), panels)
    return Sheet(page, theme, spec.transparent, panels, (*words, *heads), below)


@dataclass(frozen=True)
class _Grid:
    """Lays out the panels of a figure within a part of its page."""

    spec: FigureSpec
    shown: Sequence[Shown]
    page: Page
    writer: _Writer

    @property
    def letters(self) -> list[str]:
        """Of the panels."""
        return letters_of(self.spec)

    def cells(self, within: Box) -> tuple[Cell, ...]:
        """The place of each panel."""
        return cells([each.panel for each in self.shown], self._columns(within))

    def _columns(self, within: Box) -> int:
        return self.spec.columns or max(
            columns_of(len(self.shown), within.width, max(within.height, 1)),
            *((each.panel.column or 0) + each.panel.across for each in self.shown),
        )

    def panels(self, within: Box, common: Sequence[Common]) -> tuple[Panels, list[Words]]:
        """The panels and their headings. Raises InputRefused where they are too small, or cannot be made."""
        text, least = text_of(self.page)
        found = boxes(self.cells(within), self._columns(within), within, round(0.8 * text))
        words: list[Words] = []
        panels: list[tuple[Box, Made]] = []
        try:
            for each, letter, box, shared in zip(self.shown, self.letters, found, common, strict=True):
                head, inner = _headed(self.writer, _heading(each.panel, letter), box)
                words += head
                if inner.width < LEAST_SIDE or inner.height < max(LEAST_SIDE, 4 * text):
                    raise _too_small(len(self.shown), len(panels) + 1, inner)
                size = text / self.page.pixels_of_point
                part = Page(inner.width, inner.height, self.page.dpi, None, size, least)
                panels.append((inner, _made(self.spec, each, part, shared)))
        except BaseException:
            _close(panels)
            raise
        return tuple(panels), words


def _close(panels: Sequence[tuple[Box, Made]]) -> None:
    for _, made in panels:
        made.close()


def _explained(made: Made) -> Explains:
    """What the charts of a panel say of themselves; nothing of views without charts."""
    if not isinstance(made.view, ChartView):
        return Explains()
    grids = [panel.grid for panel in made.view.panels]
    return Explains(
        tuple(bar for grid in grids for bar in grid.bars), tuple(it for grid in grids for it in grid.legends)
    )


def _below(
    writer: _Writer, legends: Sequence[Legend], letters: Sequence[str], within: Box, least: float
) -> tuple[tuple[Placed, ...], Box]:
    """Legends at the bottom of a part of the page, and what they leave of it."""
    font, text = typeface(family=writer.family), writer.text
    font.setPixelSize(max(round(LEGEND * text), math.ceil(least), 1))
    left, room = within.x + 0.5 * text, within.width - text
    _, high = placed(legends, letters, font, QPointF(left, 0), room)
    top = within.y + within.height - high
    found, _ = placed(legends, letters, font, QPointF(left, top), room)
    return found, Box(within.x, within.y, within.width, math.floor(within.height - high - 0.3 * text))


def _around(writer: _Writer, page: Page, title: str, caption: str) -> tuple[list[Words], Box]:
    """The figure's title and caption, and what they leave of the page."""
    text, pad = writer.text, round(0.5 * writer.text)
    words: list[Words] = []
    top, bottom = 0, page.height
    if title:
        above = writer.words(title, TITLE, pad, pad, page.width - 2 * pad, bold=True)
        words.append(above)
        top = round(pad + above.height + 0.3 * text)
    if caption:
        below = writer.words(caption, CAPTION, pad, 0, page.width - 2 * pad)
        bottom = round(page.height - below.height - 0.8 * text)
        words.append(replace(below, y=bottom + 0.4 * text))
    return words, Box(0, top, page.width, bottom - top)


def _headed(writer: _Writer, head: str, box: Box) -> tuple[list[Words], Box]:
    """A panel's heading, and what it leaves of the panel."""
    if not head:
        return [], box
    text, pad = writer.text, 0.5 * writer.text
    line = writer.words(head, PANEL_TITLE, box.x + pad, box.y + 0.25 * text, box.width - 2 * pad, bold=True)
    high = round(line.height + 0.4 * text)
    return [line], Box(box.x, box.y + high, box.width, box.height - high)


def _too_small(count: int, number: int, box: Box) -> InputRefused:
    return InputRefused(
        say(
            "The page is too small for {count} panels with their titles and the caption: panel {number} "
            "would have {wide} x {high} pixels. Make the page larger or the text smaller, or leave some of "
            "it out.",
            count=count,
            number=number,
            wide=max(box.width, 0),
            high=max(box.height, 0),
        )
    )


def text_of(page: Page) -> tuple[float, float]:
    """Pixels of ordinary text in a figure of several parts, and of the smallest that its views may write."""
    if page.text is not None:
        return page.text * page.pixels_of_point, 0.0
    if page.is_paper:
        return BODY * page.pixels_of_point, page.least_text
    high = slide_height(page.width, page.height)
    return max(high / SLIDE_LINES, SMALLEST_TEXT * page.pixels_of_point), high / LEAST_LINES


def _heading(panel: Panel, letter: str) -> str:
    """A panel's letter and title."""
    title = panel.title
    if title == AUTO:
        title = view_class(panel.view).translated_title()
    return f"{letter}  {title}".strip()


def letters_of(spec: FigureSpec) -> list[str]:
    """The letter of each panel; "" where there are none, or one panel only."""
    count = len(spec.panel)
    return [letter_of(spec.letters, index) if count > 1 else "" for index in range(count)]


def letter_of(letters: str, index: int) -> str:
    """ "a", "B" or "(c)" of the panel at `index`, from 0 on; after z come aa, ab …"""
    if letters in _PLAIN:
        return ""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = string.ascii_lowercase[rest] + name
    name = name.upper() if letters == "A" else name
    return f"({name})" if letters == "(a)" else name


@dataclass(frozen=True)
class _Writer:
    """Breaks the figure's own texts into lines. `text`: pixels of ordinary text."""

    family: str
    text: float

    def words(self, said: str, size: float, x: float, y: float, width: float, bold: bool = False) -> Words:
        """A text at a size (times the ordinary one) in lines no wider than `width`."""
        font = typeface(family=self.family)
        font.setPixelSize(max(round(size * self.text), 1))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return Words(_lines(said, font, width), x, y, font)


def _lines(said: str, font: QFont, width: float) -> tuple[str, ...]:
    found: list[str] = []
    for paragraph in said.splitlines() or [""]:
        layout = QTextLayout(paragraph, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            at = paragraph.encode("utf-16-le")[2 * line.textStart() : 2 * (line.textStart() + line.textLength())]
            found.append(at.decode("utf-16-le").rstrip())
        layout.endLayout()
        if not paragraph:
            found.append("")
    return tuple(found)


def _write(painter: QPainter, words: Words, theme: Theme) -> None:
    metrics = QFontMetricsF(words.font)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setFont(words.font)
    painter.setPen(QColor(theme.text))
    for row, line in enumerate(words.lines):
        painter.drawText(QRectF(words.x, words.y + row * metrics.lineSpacing(), 1e6, math.ceil(metrics.height()) + 2),
                         int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), line)  # fmt: skip
    painter.restore()

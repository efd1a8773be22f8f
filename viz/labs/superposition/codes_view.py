"""Colour and shape: one code for a thing, or one that is put together, and what can be read out of it linearly.

The made codes are understood as a whole: which questions a linear probe answers about combinations that it never met,
and what becomes of two things at once. Then the same question to the loaded model: is its state of "red square" the sum
of what "red" and "square" add? Definitions stand in `engine.labs.superposition.records`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.labs.superposition.records import AskCodes, AskProduct, Codes, Product
from engine.questions import Question
from engine.run import Run
from viz.charts.lab_bar import Field
from viz.charts.lab_chart_view import LabChartView
from viz.charts.numbers import fixed, percent
from viz.enabled import enable
from viz.intents import Intent, ask_labs
from viz.joined import sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.superposition import codes_frame as data
from viz.labs.superposition.codes_drawing import draw_codes, draw_product
from viz.labs.superposition.codes_frame import CodesFrame, codes_frame
from viz.plain import set_tip
from viz.state_names import state_place
from viz.theme import Theme
from viz.ui_state import UiState

WIDE = 64  # em of width from which on four codes stand beside each other
TYPED = ("first_words", "second_words", "templates")


class CodesView(LabChartView):
    """See the module."""

    name = data.OWNER
    title = QT_TRANSLATE_NOOP("CodesView", "Colour and shape: codes")
    tab = QT_TRANSLATE_NOOP("CodesView", "Colour and shape")
    subtitle = QT_TRANSLATE_NOOP("CodesView", "What can be read out of a code")
    keywords = (
        QT_TRANSLATE_NOOP("CodesView", "composition"),
        QT_TRANSLATE_NOOP("CodesView", "distributed representation"),
        QT_TRANSLATE_NOOP("CodesView", "linear probe"),
        QT_TRANSLATE_NOOP("CodesView", "binding problem"),
        QT_TRANSLATE_NOOP("CodesView", "one-hot"),
    )
    area = "centre"
    order = 80
    figure_needs = "engine"
    figure_seconds = 2.0
    tip = QT_TRANSLATE_NOOP(
        "CodesView",
        "The same coloured shapes as one-hot, semi-local and superposed codes: what a linear probe reads of each, and "
        "whether the loaded model's states of two words are their sum.",
    )
    options = data.OPTIONS
    figure_lines = 1000

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = (
            Field("first_words", QT_TRANSLATE_NOOP("CodesView", "red, blue, …"), 0, 0),
            Field("second_words", QT_TRANSLATE_NOOP("CodesView", "circle, square, …"), 0, 1),
            Field("templates", QT_TRANSLATE_NOOP("CodesView", "one text on each line"), 1, 0),
        )
        super().__init__(parent, fields)
        self.painted: CodesFrame | None = None
        self._wide = True
        self.read = self.bar.button(self.tr("Read the loaded model"), self._read)
        set_tip(self.read, self.tr("Run every phrase through the model and fit a probe to every layer"))

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> CodesFrame:
        return codes_frame(run, ui)

    @classmethod
    def wants(cls, frame: CodesFrame) -> Sequence[Intent]:
        made = isinstance(frame.asked, AskCodes) and frame.codes is None and not frame.why_not
        return ask_labs(frame.asked if made else None)

    @classmethod
    def begins(cls, frame: CodesFrame) -> Question | None:
        return frame.asked if isinstance(frame.asked, AskProduct) and frame.product is None else None

    def has_charts(self, frame: CodesFrame) -> bool:
        return frame.codes is not None or frame.product is not None

    def paint(self, frame: CodesFrame, theme: Theme) -> None:
        if frame.product is not None or frame.why_not:
            self.bar.waiting = None
        super().paint(frame, theme)

    # -- words -----------------------------------------------------------------------------------------------------

    def heading(self, frame: CodesFrame) -> str:
        if frame.page == data.MADE:
            return self.tr("{n} things of {k} colours and {s} shapes, coded in four ways").format(
                n=len(frame.first_names) * len(frame.second_names), k=len(frame.first_names),
                s=len(frame.second_names),
            )  # fmt: skip
        return self.tr("Are the model's states of two words the sum of what each adds?")

    def notes(self, frame: CodesFrame) -> str:
        if frame.why_not:
            return frame.why_not
        if frame.codes is not None:
            return self._code_words(frame.codes)
        if frame.product is not None:
            return self._product_words(frame.product)
        if frame.page == data.MADE:
            return self.tr("Making the codes …")
        if self.bar.waiting is not None:
            return self.tr("Reading the phrases …")
        asked = frame.asked
        n = len(asked.firsts) * len(asked.seconds) * len(asked.templates) if isinstance(asked, AskProduct) else 0
        return self.tr(
            "“Read the loaded model” runs {n} texts through it and asks, layer by layer, whether the two words can be "
            "read apart in phrases that the probe never met."
        ).format(n=n)

    def alarms(self, frame: CodesFrame) -> bool:
        return bool(frame.why_not)

    def _code_words(self, found: Codes) -> str:
        share = [[percent(float(value)) for value in row] for row in found.shares]
        held = self.tr(
            "Of a combination that it never met, a linear probe reads the colour from the semi-local code in {b}, from "
            "the superposed one in {c}, from one-hot in {a} (guessing {chance})."
        ).format(a=share[0][0], b=share[1][0], c=share[2][0], chance=percent(float(found.chance[0])))
        pairs = self.tr(
            "Two things at once: the sum tells whose shape is whose in {a} for one-hot, {b} for semi-local and {c} for "
            "superposed codes. Mean squared cosine of the superposed directions: {overlap}."
        ).format(a=share[0][4], b=share[1][4], c=share[2][4], overlap=fixed(float(found.interference[2]), 3))
        return sentences(held, pairs)

    def _product_words(self, found: Product) -> str:
        known = np.nan_to_num(found.read.min(axis=0) + found.matched)
        row = int(np.argmax(known))
        return self.tr(
            "Most clearly {where}: both words' own effects make {sum} of the variance between {n} phrases (dealt at "
            "random {chance}), their interaction {rest}. In new combinations a probe reads the first word in {a} and "
            "the second in {b} (dealt at random {c} and {d}); the sum of both effects finds the right phrase in {m} "
            "(guessing {g})."
        ).format(
            where=state_place(row), sum=percent(float(found.parts[:2, row].sum())), n=found.n_phrases,
            chance=percent(float(found.parts_chance[:2].sum())), rest=percent(float(found.parts[2, row])),
            a=percent(float(found.read[0, row])), b=percent(float(found.read[1, row])),
            c=percent(float(found.read_shuffled[0, row])), d=percent(float(found.read_shuffled[1, row])),
            m=percent(float(found.matched[row])), g=percent(found.matched_chance),
        )  # fmt: skip

    # -- drawing ---------------------------------------------------------------------------------------------------

    def show_charts(self, frame: CodesFrame, wanted: bool) -> None:
        self.bar.show_fields(frame.ui)
        model = frame.page == data.MODEL
        self.bar.fields.show_only(TYPED if model else ())
        self.bar.setVisible(model and not self.still)
        enable(self.read, self.bar.waiting is None)
        self._wide = self._is_wide()
        super().show_charts(frame, wanted)

    def draw_charts(self, frame: CodesFrame) -> None:
        with self.drawing() as grid:
            if frame.codes is not None:
                draw_codes(grid, frame, frame.codes, self.colours, self._wide)
            elif frame.product is not None:
                draw_product(grid, frame.product, self.colours)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wide != self._is_wide():
            self.redraw()

    def _is_wide(self) -> bool:
        """Whether charts stand beside each other; a figure, which does not scroll, needs only to be wider than high."""
        return self.width() >= WIDE * self.em or (self.still and self.width() > self.height())

    def _read(self) -> None:
        if self.painted is not None and isinstance(self.painted.asked, AskProduct):
            self.ask(self.painted.asked)

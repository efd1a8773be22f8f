"""Which neuron says that? Parts of the model ranked by what they do here, with how sure the ranking is.

By default every neuron and head is ranked by its first-order effect on the likeliest next token, and the first ones
are measured by switching each off: the table has both numbers, the picture sets them against each other. Other
rankings: most active here, most different between two texts, promoting a token, telling two sets of texts apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontInfo, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from engine.labs.language_neurons.records import (
    BUNDLED,
    OTHERS,
    AskContrast,
)
from engine.records import INTACT, Change, Site
from engine.run import Run
from viz import ask_path
from viz.charts.chart_panel import ChartPanel
from viz.charts.lab_bar import Field, Fields
from viz.charts.numbers import NOT_THERE, percent, signed
from viz.charts.rank_table import RankTable, put_on
from viz.charts.sorted_table import say_left_out
from viz.charts.speech import say_changed
from viz.intents import AskLab, ChooseHead, ChooseNeuron, Intent, PutOnBoard, SetOption
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.neurons.ranks_frame import (
    BY,
    BY_EFFECT,
    BY_WORDS,
    PARTS,
    NeuronsFrame,
    Ranks,
    by_activity,
    by_contrast,
    by_effect,
    by_promotion,
    typed_token,
)
from viz.labs.neurons.ranks_words import column_title, said
from viz.labs.neurons.scatter import ALIKE, Scatter, draw_scatter, paired
from viz.looked_at import FOLLOWED, followed
from viz.plain import Label, set_tip
from viz.theme import Theme
from viz.token_text import shown, shown_in_context
from viz.typed_token import asked_token, written_token
from viz.ui_state import Option, UiState
from viz.view import View, option_value, own_options

FIELDS = {  # which fields each ranking needs
    BY[0]: ("token", "against"),
    BY[1]: (),
    BY[2]: ("other",),
    BY[3]: ("promote",),
    BY[4]: ("a", "b"),
}
LOW = 24  # em of height below which only what was found out is said


class NeuronsView(View):
    """Table and picture; see the module."""

    figure_lines: ClassVar[int] = 640  # logical height a figure is laid out at: small = large text
    name = "neurons"
    title = QT_TRANSLATE_NOOP("NeuronsView", "Find components")
    subtitle = QT_TRANSLATE_NOOP("NeuronsView", "Which component says this token?")
    keywords = (
        QT_TRANSLATE_NOOP("NeuronsView", "attribution patching"),
        QT_TRANSLATE_NOOP("NeuronsView", "gradient times activation"),
        QT_TRANSLATE_NOOP("NeuronsView", "neuron search"),
        QT_TRANSLATE_NOOP("NeuronsView", "head search"),
        QT_TRANSLATE_NOOP("NeuronsView", "promote"),
        QT_TRANSLATE_NOOP("NeuronsView", "contrast"),
        QT_TRANSLATE_NOOP("NeuronsView", "AUC"),
        QT_TRANSLATE_NOOP("NeuronsView", "activation patching"),
    )
    area = "right"
    order = 41
    gives_next_away = True
    figure_needs = "model"
    figure_seconds = 2.0
    tip = QT_TRANSLATE_NOOP(
        "NeuronsView",
        "Ranks all neurons and heads by their effect on a token: estimated for all, measured by switching off for "
        "the top ones.",
    )
    options = (
        Option(
            "by",
            QT_TRANSLATE_NOOP("NeuronsView", "Rank by"),
            "choice",
            BY[0],
            choices=BY,
            shown=BY_WORDS,
            tip=QT_TRANSLATE_NOOP("NeuronsView", "What the components are ranked by."),
        ),
        Option(
            "parts",
            QT_TRANSLATE_NOOP("NeuronsView", "Components"),
            "choice",
            PARTS[0],
            choices=PARTS,
            tip=QT_TRANSLATE_NOOP("NeuronsView", "Which components are ranked by their effect."),
        ),
        Option(
            "count",
            QT_TRANSLATE_NOOP("NeuronsView", "Measured"),
            "integer",
            30,
            low=5,
            high=200,
            step=5,
            tip=QT_TRANSLATE_NOOP("NeuronsView", "How many of the top ones are measured."),
        ),
        Option(
            "token",
            QT_TRANSLATE_NOOP("NeuronsView", "Favours"),
            "text",
            "",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("NeuronsView", "The token whose probability counts."),
        ),
        Option(
            "against",
            QT_TRANSLATE_NOOP("NeuronsView", "rather than"),
            "text",
            "",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("NeuronsView", "A second token: the logit difference counts then."),
        ),
        Option(
            "other",
            QT_TRANSLATE_NOOP("NeuronsView", "Other text"),
            "text",
            "",
            in_bar=False,
            long=True,
            tip=QT_TRANSLATE_NOOP("NeuronsView", "Activations at its last token are compared with those here."),
        ),
        Option(
            "promote",
            QT_TRANSLATE_NOOP("NeuronsView", "Promotes"),
            "text",
            "",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("NeuronsView", "The token that a neuron's output makes more likely."),
        ),
        Option(
            "a",
            QT_TRANSLATE_NOOP("NeuronsView", "Texts"),
            "text",
            "french",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("NeuronsView", "A text set, or a UTF-8 file with one text per line."),
        ),
        Option(
            "b",
            QT_TRANSLATE_NOOP("NeuronsView", "against"),
            "text",
            "english",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("NeuronsView", "A text set, or a UTF-8 file with one text per line."),
        ),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: NeuronsFrame | None = None
        self.still = self.transparent = False
        self._scatter: Scatter | None = None  # the points to show
        self._theme: Theme | None = None
        sets = ", ".join((*BUNDLED, OTHERS))
        self.fields = Fields(
            self,
            (
                Field("token", QT_TRANSLATE_NOOP("NeuronsView", "the most likely next token"), 0, 0),
                Field("against", QT_TRANSLATE_NOOP("NeuronsView", "no other token"), 0, 1),
                Field("other", QT_TRANSLATE_NOOP("NeuronsView", "a text to compare the end of"), 1, 0),
                Field("promote", QT_TRANSLATE_NOOP("NeuronsView", "a token, such as Paris"), 2, 0),
                Field("a", sets, 3, 0),
                Field("b", sets, 3, 1),
            ),
        )
        self.note = Label(parent=self)
        self.note.setWordWrap(True)
        self.table = RankTable(self, self._number, self._choose)
        self.table.setAccessibleName(self.tr("Components, ranked"))
        self.picture = ChartPanel(self, self.tr("Two columns of the table plotted against each other"))
        self.picture.setMinimumHeight(150)
        self.off = self._button(self.tr("Switch off"), self._switch_off)
        self.off.setObjectName("primary")
        set_tip(self.off, self.tr("Add it to the interventions, switched off; choose another one in the table"))
        self.compare = self._button(self.tr("Compare the text sets"), self._ask)
        self.estimate = self._button(self.tr("Estimate every component"), self._estimate)
        self.file = self._button(self.tr("Texts from a file…"), self._open)
        self._lay_out()

    def _button(self, text: str, pressed: Callable[[], object]) -> QPushButton:
        made = QPushButton(text, self)
        made.setAccessibleName(text)
        made.clicked.connect(lambda _checked=False: pressed())
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 6, 6)
        column.setSpacing(6)
        row = QHBoxLayout()
        for button in (self.off, self.estimate, self.compare, self.file):
            row.addWidget(button)
        row.addStretch(1)
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._body.addWidget(self.table, 2)
        self._body.addWidget(self.picture, 1)
        for part in (self.fields, self.note):
            column.addWidget(part)
        column.addLayout(row)
        column.addLayout(self._body, 1)
        self.setFocusProxy(self.table)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> NeuronsFrame:
        def value(name: str) -> str:
            return str(option_value(cls, ui, name))

        by, count = value("by"), int(option_value(cls, ui, "count"))
        position = len(run) - 1 if ui.position is None else min(max(ui.position, 0), len(run) - 1)
        node = run.path[position] if position >= 0 else -1
        ranks = Ranks()
        if by == BY[3]:
            ranks = by_promotion(run, value("promote"))
        elif by == BY[4]:
            ranks = by_contrast(run, value("a"), value("b"))
        elif node >= 0 and by == BY[0]:
            token = value("token") or asked_token(followed(run, ui))
            ranks = by_effect(run, node, token, value("against"), count, value("parts"))
        elif node >= 0 and (by == BY[1] or value("other")):
            ranks = by_activity(run, node, value("other") if by == BY[2] else "")
        mine = own_options(cls, ui)
        of_engine = run.run_id > 0 or by in BY[3:]
        return NeuronsFrame(
            by, ranks, run.vocabulary, Site("neuron", *ui.neuron), ui.plan, run.info is not None, node >= 0,
            ui.playing, of_engine, written_token(run.vocabulary, followed(run, ui)) if followed(run, ui) >= 0 else "",
            typed_token(run.vocabulary, ranks, value("token")),
            shown_in_context(run.vocabulary, run.token_ids.tolist(), position) if position >= 0 else "", mine,
            6.0 * run.info.n_parameters * (position + 1) if run.info is not None else 0.0,
        )  # fmt: skip

    def paint(self, frame: NeuronsFrame, theme: Theme) -> None:
        self.painted = frame
        put_on(self, theme)
        self.fields.show_only(FIELDS[frame.by])
        self.fields.setVisible(bool(FIELDS[frame.by]) and not self.still)
        self.fields.show_values(type(self), frame.ui)
        self.fields.lines["token"].setPlaceholderText(frame.followed or self.tr("the most likely next token"))
        sets = frame.by == BY[4]
        self.compare.setVisible(sets and not self.still)
        self.estimate.setVisible(frame.waits and not self.still)
        self.compare.setEnabled(frame.has_model)
        self.file.setVisible(sets and not self.still)
        self.off.setVisible(not self.still)
        ranks = frame.ranks
        words = [shown(frame.vocabulary, token) for token in ranks.first_ids]
        titles = (
            *(column_title(frame, column) for column in ranks.columns),
            *([self.tr("top token without it")] if words else []),
        )
        self.table.ranks.show(ranks.sites, ranks.columns, titles, ranks.numbers, words, "p without it")
        self.table.setVisible(bool(ranks.sites))
        if self.table.chosen is None or self.table.chosen.kind == "neuron":
            self.table.mark(frame.chosen)
        self._scatter, self._theme = self.scatter(frame), theme
        self._show_points()
        note = self._said(frame)
        self.note.setText(note)
        self._name_button()
        say_changed(self, note)

    @classmethod
    def wants(cls, frame: NeuronsFrame) -> Sequence[Intent]:
        return () if frame.wanted is None else (AskLab(frame.wanted),)

    @classmethod
    def lacks(cls, frame: NeuronsFrame) -> bool:
        return frame.has_model and frame.has_text and not frame.of_engine and not frame.ranks.refused

    def scatter(self, frame: NeuronsFrame) -> Scatter | None:
        """The two numbers that are set against each other; None where there are none."""
        pair, numbers = paired(frame.ranks), frame.ranks.numbers
        if pair is None or numbers is None:
            return None
        xs, ys = (np.ascontiguousarray(numbers[:, frame.ranks.columns.index(name)]) for name in pair)
        kinds = (self.tr("neuron"), self.tr("head"))
        names = (column_title(frame, pair[0]), column_title(frame, pair[1]))
        equal = self.tr("equal") if pair[0] in ALIKE else ""
        return Scatter(frame.ranks.sites, xs, ys, names, kinds, equal, self.table.chosen or frame.chosen)

    def _show_points(self) -> None:
        """Draw the points where there are some, and room for them."""
        wanted = self._scatter is not None and self._has_room()
        self.picture.setVisible(wanted)
        if self._scatter is not None and self._theme is not None and wanted:
            draw = partial(draw_scatter, shown=self._scatter, theme=self._theme, choose=self._choose)
            self.picture.show_frame(self._scatter, self._theme, draw, self.still)

    def finish_figure(self) -> None:
        self.still = True
        for widget in (self.fields, self.off, self.compare, self.file):
            widget.hide()
        self._show_points()
        self._arrange()
        say_left_out(self, self.note, self.table)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._show_points()

    def _has_room(self) -> bool:
        """Whether the picture can stand by the table without taking the table's own place."""
        em = QFontInfo(self.font()).pixelSize()
        return self.width() > 36 * em if self._is_wide() else self.height() > 32 * em

    def _is_wide(self) -> bool:
        return self.width() > self.height() * 1.25

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.picture.isVisibleTo(self) != (self._scatter is not None and self._has_room()):
            self._show_points()
        self._arrange()

    def _arrange(self) -> None:
        """The picture beside the table, or below it."""
        self._body.setDirection(
            QBoxLayout.Direction.LeftToRight if self._is_wide() else QBoxLayout.Direction.TopToBottom
        )

    # -- words ---------------------------------------------------------------------------------------------------

    @staticmethod
    def _number(column: str, value: float) -> str:
        if not np.isfinite(value):
            return NOT_THERE
        if column == "p without it":
            return percent(value)
        if column in ("AUC", "held out"):
            return f"{value:z.3f}"
        return signed(value)

    def _said(self, frame: NeuronsFrame) -> str:
        return said(frame, not self.still and self.height() < LOW * QFontInfo(self.font()).pixelSize())

    # -- gestures ------------------------------------------------------------------------------------------------

    def _name_button(self) -> None:
        """The button says what it would switch off: the row chosen, or the first."""
        site = self._to_switch_off
        self.off.setEnabled(site is not None)
        self.off.setText(self.tr("Switch off {part}").format(part=site) if site else self.tr("Switch off"))
        self.off.setAccessibleName(self.off.text())

    @property
    def _to_switch_off(self) -> Site | None:
        """The row chosen; where that is off already the first that is not."""
        plan = self.painted.plan if self.painted is not None else INTACT
        off = {change.site for change in plan.site_changes if change.scale == 0.0}
        chosen = self.table.chosen
        return (
            chosen
            if chosen not in off and chosen
            else next((it for it in self.table.ranks.sites if it not in off), None)
        )

    def _choose(self, site: Site) -> None:
        self.table.mark(site)
        self._name_button()
        choose = ChooseNeuron if site.kind == "neuron" else ChooseHead
        self.send(choose(site.layer, site.index))

    def _switch_off(self) -> None:
        site, frame = self._to_switch_off, self.painted
        if site is None or frame is None:
            return
        if frame.by == BY_EFFECT and frame.follow is not None:  # the switchboard shows what it was found for
            self.send(SetOption(*FOLLOWED, frame.follow))
        self.send(PutOnBoard(Change(site, 0.0)))

    def _estimate(self) -> None:
        if self.painted is not None and self.painted.waits and self.painted.ranks.question is not None:
            self.send(AskLab(self.painted.ranks.question, again=True))

    def _ask(self) -> None:
        frame = self.painted
        if frame is not None:
            a, b = (self.fields.lines[name].text() for name in ("a", "b"))  # typed just now, perhaps
            self.send(AskLab(AskContrast(a, b), again=True))

    def _open(self) -> None:
        path = ask_path.open_file(self, self.tr("Texts, one a line"), self.tr("Text (*.txt);;All files (*)"))
        if path:
            self.send(SetOption(self.name, "a", path))

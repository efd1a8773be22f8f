"""Steering: a feature turned up, or a vector added, from ordinary text to gibberish.

Above, how the original model finds what was written at each strength (perplexity, logarithmic), with attention free,
with attention frozen, and along a random direction of the same length; below, the texts themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.labs.steering.records import AskDial, DialFound, FeatureChange
from engine.questions import Question
from engine.records import Plan
from engine.run import Run
from viz.board import positions_of, shown_scale
from viz.charts.aim import Columns
from viz.charts.keys import Key
from viz.charts.lab_bar import Field
from viz.charts.lab_chart_view import LabChartView
from viz.charts.numbers import fixed, percent
from viz.charts.painted_part import PaintedPart
from viz.charts.rulers import Ruler, log_marks
from viz.enabled import enable
from viz.in_language import in_language
from viz.intents import GoOn, Intent, PutOnBoard, Rest, SaveTable, SetOption, WriteOn, ask_labs
from viz.joined import facts, sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.steering import steering_frame as data
from viz.labs.steering.feature_box import FeatureBox
from viz.labs.steering.steering_frame import DialRow, SteeringFrame, steering_frame
from viz.labs.steering.texts_table import Cell, TextsTable, draw_table, table_height
from viz.plain import set_tip
from viz.theme import Theme
from viz.ui_state import UiState

TYPED = ("strengths", "where")
SIDES = ("towards", "away")
CHART = 15.0  # em of the chart's height


class SteeringView(LabChartView):
    """See the module."""

    name = data.OWNER
    title = QT_TRANSLATE_NOOP("SteeringView", "Steering")
    subtitle = QT_TRANSLATE_NOOP("SteeringView", "From ordinary text to gibberish")
    keywords = (
        QT_TRANSLATE_NOOP("SteeringView", "activation addition"),
        QT_TRANSLATE_NOOP("SteeringView", "steering vector"),
        QT_TRANSLATE_NOOP("SteeringView", "clamp"),
        QT_TRANSLATE_NOOP("SteeringView", "feature"),
        QT_TRANSLATE_NOOP("SteeringView", "perplexity"),
    )
    area = "centre"
    order = 85
    gives_next_away = True
    figure_needs = "model"
    figure_seconds = 30.0
    figure_lines = 900
    tip = QT_TRANSLATE_NOOP(
        "SteeringView",
        "Turn a feature up, or add the difference of two words or sets of texts, and read at a row of strengths what "
        "the model generates and how unlikely the original model finds it.",
    )
    options = data.OPTIONS

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = (
            Field("towards", QT_TRANSLATE_NOOP("SteeringView", "love"), 0, 0, 2),
            Field("away", QT_TRANSLATE_NOOP("SteeringView", "hate"), 0, 1, 2),
            Field("strengths", QT_TRANSLATE_NOOP("SteeringView", "the usual ones"), 1, 0),
            Field("where", QT_TRANSLATE_NOOP("SteeringView", "all"), 1, 1),
        )
        super().__init__(parent, fields)
        self.painted: SteeringFrame | None = None
        self.feature = FeatureBox(self.send, self)
        self.bar.row.add(self.feature)
        self.write = self.bar.button(self.tr("Generate at every strength"), self._write)
        self.put = self.bar.button(self.tr("Put on the intervention list"), self._put)
        self.run_on = self.bar.button(self.tr("Continue the text with it"), self._run_on)
        set_tip(
            self.run_on,
            self.tr(
                "A new run: the text up to the selected token, continued by the steered model; its path bends on the "
                "map"
            ),
        )
        self.texts = PaintedPart(self, self._draw_texts)
        self.column.insertWidget(self.column.indexOf(self.panel) + 1, self.texts)

    # -- frame -----------------------------------------------------------------------------------------------------

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> SteeringFrame:
        return steering_frame(run, ui)

    @classmethod
    def wants(cls, frame: SteeringFrame) -> Sequence[Intent]:
        return ask_labs(frame.needs)

    @classmethod
    def begins(cls, frame: SteeringFrame) -> Question | None:
        done = frame.found is not None and frame.found.done and frame.found.asked == frame.question
        return None if done or frame.refused else frame.question

    @classmethod
    def figure_wants(cls, frame: SteeringFrame) -> Sequence[Intent]:
        begins = cls.begins(frame)
        if begins is None:
            return cls.wants(frame)
        return () if frame.going and frame.found is not None else (GoOn(begins),)

    def has_charts(self, frame: SteeringFrame) -> bool:
        return frame.found is not None

    # -- words -----------------------------------------------------------------------------------------------------

    def heading(self, frame: SteeringFrame) -> str:
        found = frame.found
        if found is None:
            return self.tr("Steering") if frame.steering is None else in_language(frame.steering.change.description)
        written = found.token_ids.shape[-1]
        return self.tr("{what}: {n} of {all} tokens at {k} strengths").format(
            what=in_language(found.asked.change.label), n=written, all=found.asked.n_tokens, k=len(found.strengths)
        )

    def notes(self, frame: SteeringFrame) -> str:
        if frame.refused:
            return in_language(frame.refused)
        missing = self._missing(frame)
        if missing and frame.found is None:
            return missing
        said = sentences(self._unit(frame), self._found_words(frame))
        return sentences(said, self._stale(frame)) if frame.found is not None else sentences(said, self._offer(frame))

    def alarms(self, frame: SteeringFrame) -> bool:
        return bool(frame.refused)

    def _missing(self, frame: SteeringFrame) -> str:
        return {
            "model": self.tr("Load a model to steer it."),
            "text": self.tr("Type a prompt and run it first: the text is continued from the selected token."),
            "dictionary": self.tr(
                "There is no dictionary of this model yet. Train or open one, or steer with a pair of words."
            ),
            "feature": self.tr("Choose a feature: type its number above, or click one in another view."),
            "typed": self.tr("Type both sides above: what to steer towards, and what away from."),
        }.get(frame.why_not, self.tr("Measuring the states …") if frame.needs is not None else "")

    def _unit(self, frame: SteeringFrame) -> str:
        """What a strength of 1 is."""
        steering = frame.steering
        if steering is None:
            return ""
        share = shown_scale(steering.length / steering.state) if steering.state > 0 else "?"
        if isinstance(steering.change, FeatureChange):
            said = self.tr(
                "A strength of 1 is the feature's largest activation, {largest}: {share} × the median norm of "
                "{where} ({state}, over {n} positions of the sample text)."
            ).format(
                largest=shown_scale(steering.change.largest), share=share, state=shown_scale(steering.state),
                where=in_language(steering.change.hook.in_words), n=f"{steering.positions:,}",
            )  # fmt: skip
            return sentences(said, in_language(steering.note))
        said = self.tr(
            "A strength of 1 is the difference itself: {share} × the median norm of {where} ({state}, over {n} "
            "positions of the sample text)."
        ).format(
            share=share, where=in_language(steering.change.hook.in_words), state=shown_scale(steering.state),
            n=f"{steering.positions:,}",
        )  # fmt: skip
        if np.isfinite(steering.halves):
            more = self.tr("The two halves of the texts give directions of cosine {cosine}.")
            said = sentences(said, more.format(cosine=fixed(steering.halves, 2)))
        return said

    def _found_words(self, frame: SteeringFrame) -> str:
        found = frame.found
        if found is None:
            return ""
        said = ""
        if "random" in found.variants and len(found.strengths):
            at = frame.chosen if frame.chosen >= 0 else len(found.strengths) - 1
            said = self.tr(
                "At strength {strength} the text has a perplexity of {changed} under the original model, along a "
                "random direction of the same length {random}."
            ).format(
                strength=shown_scale(float(found.strengths[at])), changed=_number(frame.rows["changed"][at].perplexity),
                random=_number(frame.rows["random"][at].perplexity),
            )  # fmt: skip
        repeats = self.tr("A text that repeats itself has a low perplexity: read the share of different tokens beside.")
        return sentences(said, repeats, in_language(found.why_not_frozen))

    def _stale(self, frame: SteeringFrame) -> str:
        if frame.found is None or frame.question is None or frame.found.asked == frame.question or frame.going:
            return ""
        return self.tr("Settings have changed since: press “Generate at every strength”.")

    def _offer(self, frame: SteeringFrame) -> str:
        if frame.question is None:
            return ""
        said = self.tr("“Generate at every strength” continues “…{text}” {n} tokens at {k} strengths.")
        return said.format(text=frame.after[-40:].replace("\n", " "), n=frame.n_tokens, k=len(frame.question.strengths))

    def _names(self) -> dict[str, str]:
        return {
            "changed": self.tr("steered"),
            "frozen": self.tr("attention frozen"),
            "random": self.tr("random direction"),
        }

    # -- drawing ---------------------------------------------------------------------------------------------------

    def show_charts(self, frame: SteeringFrame, wanted: bool) -> None:
        self.bar.show_fields(frame.ui)
        self.bar.fields.show_only(TYPED if frame.what == data.FEATURE else (*SIDES, *TYPED))
        self.bar.setVisible(not self.still)
        self.feature.show_feature(frame.feature, frame.info)
        self.feature.setVisible(frame.what == data.FEATURE)
        self.write.setText(self.tr("Stop") if frame.going else self.tr("Generate at every strength"))
        enable(self.write, frame.going or frame.question is not None)
        enable(self.put, frame.steering is not None)
        enable(self.run_on, frame.change is not None and not frame.going)
        super().show_charts(frame, wanted)
        shown = wanted and frame.found is not None
        self.panel.setFixedHeight(round(CHART * self.em)) if shown else self.panel.setMaximumHeight(2**24 - 1)
        self.texts.show_at(self._texts_height() if shown else 0.0)

    def _texts_height(self) -> float:
        table = self._table()
        return table_height(table, self.width() - 1.4 * self.em, self.look) if table is not None else 0.0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.painted is not None and self.painted.found is not None and not self.panel.isHidden():
            self.texts.show_at(self._texts_height())

    def draw_charts(self, frame: SteeringFrame) -> None:
        found, theme, names = frame.found, self.colours, self._names()
        with self.drawing() as grid:
            if found is None:
                return
            logs = np.log10(np.maximum(found.perplexity, 1.0))
            known = logs[np.isfinite(logs)]
            low, high = (float(known.min()) - 0.08, float(known.max()) + 0.08) if len(known) else (0.0, 1.0)
            colours = self._colours()
            grid.key(0, 0, [Key(names[it], colours[it]) for it in found.variants])
            plot = grid.plot(1, 0)
            first, last = float(found.strengths.min()), float(found.strengths.max())
            margin = 0.03 * max(last - first, 1.0)
            plot.show_axes(
                Ruler(first - margin, last + margin, self._axis(found), lines=False),
                Ruler(low, high, self.tr("perplexity, logarithmic"), marks=log_marks(low, high)),
            )
            for at, variant in enumerate(found.variants):
                plot.line(found.strengths, logs[at], colours[variant], dots=True, name=names[variant])
            if frame.chosen >= 0:
                plot.limit(float(found.strengths[frame.chosen]), colour=theme.accent, dash=0)
            plot.aim(
                Columns(found.strengths.tolist()), self._card, choose=self._choose,
                chosen=frame.chosen if frame.chosen >= 0 else None,
            )  # fmt: skip

    def _colours(self) -> dict[str, str]:
        theme = self.colours
        return {"changed": theme.fan, "frozen": theme.path, "random": theme.muted}

    def _axis(self, found: DialFound) -> str:
        if isinstance(found.asked.change, FeatureChange) and found.asked.change.way == "multiply":
            return self.tr("factor of the activation")
        if isinstance(found.asked.change, FeatureChange):
            return self.tr("strength, × the feature's maximum")
        return self.tr("strength, × the vector's length")

    def _card(self, at: int) -> str:
        """What the crosshair tells of a strength."""
        frame = self.painted
        if frame is None or frame.found is None:
            return ""
        names = self._names()
        lines = [self._strength(frame, at)]
        lines += [f"{names[it]}: {self._facts(frame.rows[it][at])}" for it in frame.found.variants]
        return "\n".join(lines)

    def _strength(self, frame: SteeringFrame, at: int) -> str:
        """In both units."""
        found = frame.found
        if found is None:
            return ""
        strength = shown_scale(float(found.strengths[at]))
        share = frame.rows["changed"][at].share
        multiplied = isinstance(found.asked.change, FeatureChange) and found.asked.change.way == "multiply"
        if multiplied or share <= 0:
            return self.tr("strength {strength}").format(strength=strength)
        return self.tr("strength {strength}: {share} × the state's norm").format(
            strength=strength, share=shown_scale(share)
        )

    def _facts(self, row: DialRow) -> str:
        return facts(
            [
                self.tr("perplexity {value}").format(value=_number(row.perplexity)),
                self.tr("{share} different tokens").format(share=percent(row.distinct)),
            ]
        )

    def _table(self) -> TextsTable | None:
        frame = self.painted
        if frame is None or frame.found is None:
            return None
        names, variants = self._names(), frame.found.variants
        n = len(frame.found.strengths)
        cells = tuple(
            tuple(
                Cell(f"{names[it]} · {self._facts(frame.rows[it][at])}", _one_line(frame.rows[it][at].text))
                for it in variants
            )
            for at in range(n)
        )
        rows = tuple(self._strength(frame, at) for at in range(n))
        return TextsTable(tuple(names[it] for it in variants), rows, cells, frame.chosen)

    def _draw_texts(self, painter: QPainter, rect: QRectF) -> None:
        table, frame = self._table(), self.painted
        if table is None or frame is None or frame.found is None:
            return
        colours = self._colours()
        draw_table(painter, rect, table, self.look, [colours[it] for it in frame.found.variants])

    def as_table(self, frame: SteeringFrame) -> SaveTable | None:
        found = frame.found
        if found is None:
            return None
        columns = ("strength", "strength in state norms", "variant", "perplexity", "different tokens", "text")
        rows = tuple(
            (float(strength), row.share, variant, row.perplexity, row.distinct, row.text)
            for variant in found.variants
            for strength, row in zip(found.strengths, frame.rows[variant], strict=True)
        )
        about = (("what", found.asked.change.description), ("positions", str(found.asked.change.positions)))
        return SaveTable("steering", columns, rows, about)

    # -- what a person does ----------------------------------------------------------------------------------------

    def paint(self, frame: SteeringFrame, theme: Theme) -> None:
        if frame.needs is None:
            self.bar.waiting = None
        super().paint(frame, theme)

    def _choose(self, at: int) -> None:
        if self.painted is not None and self.painted.found is not None:
            self.send(SetOption(self.name, "strength", float(self.painted.found.strengths[at])))

    def _write(self) -> None:
        frame = self.painted
        if frame is None:
            return
        if frame.going:
            self.send(Rest(AskDial))
        elif frame.question is not None:
            self.send(GoOn(frame.question))

    def _put(self) -> None:
        frame = self.painted
        if frame is not None and frame.steering is not None:
            change = frame.steering.change.with_strength(frame.strength)
            where = positions_of(frame.where)
            self.send(PutOnBoard(change, where))

    def _run_on(self) -> None:
        frame = self.painted
        if frame is not None and frame.change is not None:
            self.send(WriteOn(frame.node, frame.n_tokens, Plan((frame.change,))))


def _one_line(text: str) -> str:
    """A text without its line breaks, which would take the room of others."""
    return " ↵ ".join(part.strip() for part in text.strip().split("\n") if part.strip()) or "↵"


def _number(value: float) -> str:
    """A perplexity with as many digits as say something."""
    return "?" if not np.isfinite(value) else f"{value:z,.1f}" if value < 1000 else f"{value:z,.0f}"

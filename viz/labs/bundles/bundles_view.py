"""Many samples of one text: how far they are apart after so many tokens, and into which groups they fall.

A is the text up to the position looked at, with the sampling that is set; B is another prompt, or another temperature.
Both stand on the same axes. The band is a 95 % bootstrap interval over samples.
"""

from __future__ import annotations

import math
from typing import ClassVar

import numpy as np
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from engine.labs.bundles.records import LONGEST, MOST, AskBundle, Bundle
from engine.run import Run
from viz.charts.aim import Columns
from viz.charts.keys import Key
from viz.charts.lab_bar import Field
from viz.charts.lab_chart_view import LabChartView
from viz.charts.numbers import fixed, nice_ceiling
from viz.charts.rulers import Ruler
from viz.intents import RemovePath, SaveTable, SetOption, ShowPath, ShowViews
from viz.joined import sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.bundles.bundles_frame import COLUMNS, BundlesFrame, bundles_frame, table
from viz.plural import plural
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import option_value, own_options

SAID = 70  # characters of a typical text
TOLD = 4  # groups that are told of


class BundlesView(LabChartView):
    """Lines and words; see the module."""

    name = "bundles"
    title = QT_TRANSLATE_NOOP("BundlesView", "Bundles")
    subtitle = QT_TRANSLATE_NOOP("BundlesView", "Many samples of one text")
    keywords = (
        QT_TRANSLATE_NOOP("BundlesView", "samples"),
        QT_TRANSLATE_NOOP("BundlesView", "diversity"),
        QT_TRANSLATE_NOOP("BundlesView", "temperature"),
        QT_TRANSLATE_NOOP("BundlesView", "clusters of continuations"),
        QT_TRANSLATE_NOOP("BundlesView", "bootstrap"),
    )
    area = "right"
    order = 65
    gives_next_away = True
    figure_needs = "model"
    figure_seconds = 5.0
    tip = QT_TRANSLATE_NOOP(
        "BundlesView",
        "Draws many continuations of the text with different seeds, and shows how fast they part and into which groups "
        "they fall.",
    )
    options = (
        Option(
            "count",
            QT_TRANSLATE_NOOP("BundlesView", "Samples"),
            "integer",
            20,
            low=2,
            high=MOST,
            tip=QT_TRANSLATE_NOOP("BundlesView", "How many continuations are drawn; each has a seed of its own."),
        ),
        Option(
            "length",
            QT_TRANSLATE_NOOP("BundlesView", "Tokens"),
            "integer",
            24,
            low=2,
            high=LONGEST,
            tip=QT_TRANSLATE_NOOP("BundlesView", "How many tokens each continuation has at most."),
        ),
        Option(
            "prompt_b",
            QT_TRANSLATE_NOOP("BundlesView", "Prompt of B"),
            "text",
            "",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("BundlesView", "A second prompt to compare with; empty for the same text."),
        ),
        Option(
            "temperature_b",
            QT_TRANSLATE_NOOP("BundlesView", "Temperature of B"),
            "text",
            "",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("BundlesView", "Another temperature for B; empty for the one that is set."),
        ),
    )
    figure_lines: ClassVar[int] = 560

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = (
            Field("prompt_b", QT_TRANSLATE_NOOP("BundlesView", "the same text"), 0, 0, 2),
            Field("temperature_b", QT_TRANSLATE_NOOP("BundlesView", "the same"), 0, 1),
        )
        super().__init__(parent, fields)
        self.painted: BundlesFrame | None = None
        save = QAction(self.tr("Save the samples as a table (CSV)…"), self)
        save.triggered.connect(lambda _checked=False: self._save_samples())
        self.addAction(save)
        self.draw_a = self.bar.button(self.tr("Draw A"), lambda: self._ask(0))
        self.draw_b = self.bar.button(self.tr("Draw B"), lambda: self._ask(1))
        self.show_map = self.bar.button(self.tr("Show on the map"), self._show_on_map)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> BundlesFrame:
        mine = own_options(cls, ui)
        count, length, prompt, temperature = (option_value(cls, ui, option.name) for option in cls.options)
        return bundles_frame(run, ui, int(count), int(length), str(prompt), str(temperature), mine)

    @classmethod
    def begins(cls, frame: BundlesFrame) -> AskBundle | None:
        return frame.questions[0] if frame.found[0] is None and not frame.refused else None

    @classmethod
    def lacks(cls, frame: BundlesFrame) -> bool:
        return frame.of_file and frame.found[0] is None

    def paint(self, frame: BundlesFrame, theme: Theme) -> None:
        for button, question in zip((self.draw_a, self.draw_b), frame.questions, strict=True):
            button.setEnabled(question is not None and frame.asks)
        self.show_map.setEnabled(bool(frame.on_map))
        waited = self.bar.waiting
        if waited in frame.questions and frame.found[frame.questions.index(waited)] is not None:
            self.bar.waiting = None
        super().paint(frame, theme)
        self.bar.show_fields(frame.ui)

    def _ask(self, which: int) -> None:
        question = None if self.painted is None else self.painted.questions[which]
        if question is not None:
            self.ask(question)

    def _show_on_map(self) -> None:
        """Both bundles as paths on the map, in place of those that are there."""
        if self.painted is None or not self.painted.on_map:
            return
        for letter in "AB":
            self.send(RemovePath(letter))
        for bundle in self.painted.on_map:
            self.send(ShowPath(bundle))
        self.send(SetOption("meaning_space", "path_line", "running mean"))  # else so many samples are but a tangle
        self.send(ShowViews("branches", ("meaning_space",)))

    def _save_samples(self) -> None:
        rows = table(self.painted) if self.painted is not None else ()
        if rows:
            self.send(SaveTable(self.tr("samples"), COLUMNS, rows))

    # -- charts --------------------------------------------------------------------------------------------------

    def has_charts(self, frame: BundlesFrame) -> bool:
        return any(found is not None for found in frame.found)

    def draw_charts(self, frame: BundlesFrame) -> None:
        theme = self.colours
        drawn = [
            (name, colour, dash, found)
            for name, colour, dash, found in zip("AB", (theme.path, theme.compared), (0, 1), frame.found, strict=True)
            if found is not None
        ]
        with self.drawing() as grid:
            if not drawn:
                return
            grid.key(0, 0, [Key(self._key(name, found), colour, dash=dash) for name, colour, dash, found in drawn])
            plot = grid.plot(1, 0)
            longest = max(len(found.spread) for *_, found in drawn)
            top = nice_ceiling(float(np.nanmax([np.nanmax(found.high, initial=1e-3) for *_, found in drawn])))
            plot.show_axes(
                Ruler(1.0, max(float(longest), 2.0), self.tr("tokens drawn"), whole=True),
                Ruler(0.0, top, self.tr("mean distance of two samples")),
            )
            for name, colour, dash, found in drawn:
                steps = np.arange(1, len(found.spread) + 1)
                plot.band(steps, found.low, found.high, colour)
                plot.line(steps, found.spread, colour, name=name, dash=dash, dots=len(steps) < 40)
                if found.parted >= 0:
                    plot.limit(found.parted + 1, colour=colour, dash=dash)
            plot.aim(Columns(list(map(float, range(1, longest + 1)))), lambda at: self._at_step(frame, at))

    def _key(self, name: str, found: Bundle) -> str:
        """A bundle's name, and where it parts: the upright line."""
        at = found.parted + 1
        return plural(self.tr("{name}: parts after {at} token(s)", "", at), at).format(name=name, at=at) if at else name

    def _at_step(self, frame: BundlesFrame, at: int) -> str:
        """The exact values after so many tokens."""
        said = [plural(self.tr("after {n} token(s)", "", at + 1), at + 1).format(n=at + 1)]
        for name, found in zip("AB", frame.found, strict=True):
            if found is not None and at < len(found.spread):
                words = self.tr("{name}: {value} ({low} to {high}), {n} samples still going on")
                said.append(
                    words.format(
                        name=name,
                        value=fixed(float(found.spread[at]), 3),
                        low=fixed(float(found.low[at]), 3),
                        high=fixed(float(found.high[at]), 3),
                        n=int(found.going[at]),
                    )
                )
        return "\n".join(said)

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: BundlesFrame) -> str:
        return self.tr("How fast samples of one text part")

    def notes(self, frame: BundlesFrame) -> str:
        if frame.refused:
            return frame.refused
        if frame.bad_temperature:
            return self.tr("The temperature of B is a number from 0 on, such as 0.7.")
        if not frame.has_text:
            return self.tr("Type a prompt and run it first.")
        if not self.has_charts(frame):
            if self.bar.waiting is not None:
                return self.tr("Drawing. Progress and Cancel are in the status line.")
            if frame.of_file:
                return self.tr("To draw samples, the model that made this run must compute them.")
            return self.tr(
                "“Draw A” continues the text up to the selected token many times, with the sampling that is set and "
                "one seed after the other. Name a prompt or a temperature for B to compare with."
            )
        rows = zip("AB", frame.questions, frame.found, frame.texts, strict=True)
        said = [self._told(*row) for row in rows if row[1] is not None and row[2] is not None]
        how = self.tr(
            "Distance: 1 − cosine of the last hidden states after the final norm, mean over pairs of samples, with a "
            "95 % bootstrap interval. Groups: average linkage over each sample's mean state."
        )
        return "\n".join([*said, how])

    def _told(self, name: str, question: AskBundle | None, found: Bundle | None, texts: tuple[str, ...]) -> str:
        """One bundle in words: how it was drawn, where it parts, and its groups with their typical texts."""
        if question is None or found is None:
            return ""
        seed, n = question.sampling.seed, len(texts)
        parts = [
            self.tr("{name}: {n} samples at temperature {t:g}, seeds {first} to {last}.").format(
                name=name, n=n, t=question.sampling.temperature, first=seed, last=(seed + n - 1) % 2**64
            )
        ]
        if found.parted < 0:
            parts.append(self.tr("They do not part: all are the same."))
        else:
            at = found.parted + 1
            words = self.tr("They part after {at} token(s): half of the largest mean distance is reached.", "", at)
            parts.append(plural(words, at).format(at=at))
        groups = len(found.typical)
        if math.isnan(found.silhouette):
            parts.append(self.tr("They form one group, such as {text}.").format(text=_short(texts[found.typical[0]])))
            return sentences(*parts)
        parts.append(self.tr("{n} groups (silhouette {s}):").format(n=groups, s=fixed(found.silhouette, 2)))
        told = [
            f"{int((found.groups == group).sum())} × {_short(texts[row])}"
            for group, row in enumerate(found.typical[:TOLD].tolist())
        ]
        if groups > TOLD:
            told.append("…")
        return sentences(*parts, " · ".join(told))


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return f"“{one_line if len(one_line) <= SAID else one_line[: SAID - 1].rstrip() + '…'}”"

"""Layers' shares of a logit: how much of the predicted token's logit was written by which attention, MLP and neuron.

Direct logit attribution: everything added to the residual stream at the last position, projected on the token's
direction with the final norm's scale held fixed. The parts sum to the logit; what cannot be told apart is a part too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.labs.neurons.records import AskShares, Shares
from engine.questions import Refused
from engine.records import F32, Site, Vocabulary
from engine.run import Run
from viz.charts.aim import Rows
from viz.charts.keys import Key
from viz.charts.lab_bar import Field
from viz.charts.lab_chart_view import LabChartView
from viz.charts.numbers import signed
from viz.charts.rulers import Ruler, categories
from viz.intents import ChooseLayer, ChooseNeuron, Intent, ask_labs
from viz.joined import sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.theme import Theme
from viz.token_text import shown
from viz.ui_state import Option, UiState
from viz.view import option_value

if TYPE_CHECKING:
    from viz.charts.plots import Plot

BESIDE = 36  # em of width from which on the neurons stand beside the layers
MOST_BELOW = 8  # neurons shown where they stand below


@dataclass(frozen=True)
class SharesFrame:
    """The shares at the position looked at."""

    found: Shares | None
    vocabulary: Vocabulary | None
    layer: int
    chosen: Site
    question: AskShares | None
    refused: str
    has_text: bool
    playing: bool
    ui: UiState

    def rows(self) -> tuple[tuple[str, int, float, float, float], ...]:
        """(name, layer or -1, attention, mlp, rest) of every row, top to bottom; together they are the logit."""
        if self.found is None:
            return ()
        it = self.found
        rows = [("embedding", -1, 0.0, 0.0, it.embedding)]
        for layer in range(len(it.mlp)):
            parts = (it.attention[layer], it.mlp[layer], it.remainder[layer])
            rows.append((f"L{layer}", layer, *(float(np.nan_to_num(part)) for part in parts)))  # type: ignore[arg-type]
        rows.append(("biases", -1, 0.0, 0.0, it.constant))
        return tuple(rows)


class SharesView(LabChartView):
    """The bars and the neurons; see the module."""

    name = "shares"
    title = QT_TRANSLATE_NOOP("SharesView", "Direct logit attribution")
    tab = QT_TRANSLATE_NOOP("SharesView", "Logit attribution")
    subtitle = QT_TRANSLATE_NOOP("SharesView", "Who wrote this logit?")
    keywords = (
        QT_TRANSLATE_NOOP("SharesView", "DLA"),
        QT_TRANSLATE_NOOP("SharesView", "logit decomposition"),
        QT_TRANSLATE_NOOP("SharesView", "contribution"),
    )
    area = "right"
    order = 43
    gives_next_away = True
    figure_needs = "model"
    figure_seconds = 1.0
    tip = QT_TRANSLATE_NOOP(
        "SharesView",
        "Splits one token's logit into what each attention, MLP and embedding added to it; the parts sum to the whole.",
    )
    options = (
        Option(
            "token",
            QT_TRANSLATE_NOOP("SharesView", "Token"),
            "text",
            "",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("SharesView", "The token whose logit is split."),
        ),
    )
    figure_lines = 620

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, (Field("token", QT_TRANSLATE_NOOP("SharesView", "the most likely next token")),))
        self.painted: SharesFrame | None = None
        self._wide = False

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> SharesFrame:
        position = len(run) - 1 if ui.position is None else min(max(ui.position, 0), len(run) - 1)
        node = run.path[position] if position >= 0 else -1
        token = str(option_value(cls, ui, "token"))
        question = AskShares(node, token)
        found = run.findings.get(question)
        may = node >= 0 and run.info is not None and run.run_id > 0 and not ui.playing and found is None
        return SharesFrame(
            found if isinstance(found, Shares) else None, run.vocabulary, ui.layer, Site("neuron", *ui.neuron),
            question if may else None, found.sentence if isinstance(found, Refused) else "", node >= 0, ui.playing,
            UiState().with_option(cls.name, "token", token),
        )  # fmt: skip

    @classmethod
    def wants(cls, frame: SharesFrame) -> Sequence[Intent]:
        return ask_labs(frame.question)

    @classmethod
    def lacks(cls, frame: SharesFrame) -> bool:
        return frame.has_text and frame.found is None and not frame.refused

    def paint(self, frame: SharesFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        self.bar.show_fields(frame.ui)

    # -- charts --------------------------------------------------------------------------------------------------

    def has_charts(self, frame: SharesFrame) -> bool:
        return frame.found is not None

    @property
    def is_wide(self) -> bool:
        """Whether the neurons have room beside the layers."""
        return self.width() > BESIDE * self.em

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_wide != self._wide:
            self.redraw()

    def draw_charts(self, frame: SharesFrame) -> None:
        found = frame.found
        if found is None:
            return
        self._wide = wide = self.is_wide
        neurons = len(found.neuron_shares) if wide else min(len(found.neuron_shares), MOST_BELOW)
        with self.drawing() as grid:
            names, colours = (self.tr("attention"), self.tr("MLP"), self.tr("other")), self.colours.categories
            grid.key(0, 0, [Key(name, colour, "box") for name, colour in zip(names, colours, strict=False)])
            self._draw_layers(grid.plot(1, 0, 1), frame, names)
            if neurons:
                row, column = (0, 1) if wide else (2, 0)
                grid.words(row, column, self.tr("Top neurons"), bold=True)
                self._draw_neurons(grid.plot(row + 1, column), frame, found, neurons)
            grid.share(
                rows={1: 3, 3: 1 if neurons and not wide else 0}, columns={0: 2, 1: 1 if neurons and wide else 0}
            )

    def _draw_layers(self, plot: Plot, frame: SharesFrame, names: tuple[str, str, str]) -> None:
        """A row each: positive parts to the right of 0, negative ones to the left, the row's sum as a number."""
        rows = frame.rows()
        words = {"embedding": self.tr("embedding"), "biases": self.tr("biases")}
        titles = tuple(words.get(row[0], row[0]) for row in rows)
        parts = np.array([row[2:] for row in rows])  # [rows, 3]
        up, down = np.maximum(parts, 0.0), np.minimum(parts, 0.0)
        chosen = next((at for at, row in enumerate(rows) if row[1] == frame.layer), None)
        sums = parts.sum(axis=1).tolist()
        plot.show_axes(
            _span(float(down.sum(axis=1).min()), float(up.sum(axis=1).max())),
            categories(titles, down=True, chosen=chosen),
            categories(tuple(map(signed, sums)), down=True, far=True, chosen=chosen),
        )
        at = np.arange(len(rows))
        right, left = np.zeros(len(rows)), np.zeros(len(rows))
        for part, name in enumerate(names):
            values = parts[:, part]
            base = np.where(values >= 0, right, left)
            colour = self.colours.categories[part]
            plot.bars(at, base + values, colour, base=base, thick=0.7, across=True, name=name)
            right, left = right + up[:, part], left + down[:, part]
        plot.limit(0.0, colour=self.colours.border, dash=0)

        def told(row: int) -> str:
            said = [f"{name} {signed(float(value))}" for name, value in zip(names, parts[row], strict=True) if value]
            return "\n".join([f"{titles[row]} {signed(sums[row])}", *said])

        plot.aim(Rows(len(rows)), told, choose=lambda row: self._choose_row(rows[row][1]), chosen=chosen)

    def _choose_row(self, layer: int) -> None:
        if layer >= 0:
            self.send(ChooseLayer(layer))

    def _draw_neurons(self, plot: Plot, frame: SharesFrame, found: Shares, count: int) -> None:
        pairs = zip(found.neuron_layers[:count].tolist(), found.neuron_indices[:count].tolist(), strict=True)
        sites = [Site("neuron", layer, index) for layer, index in pairs]
        values = found.neuron_shares[:count].astype(np.float64)
        chosen = sites.index(frame.chosen) if frame.chosen in sites else None
        names = tuple(map(str, sites))
        plot.show_axes(
            _span(min(float(values.min()), 0.0), max(float(values.max()), 0.0)),
            categories(names, down=True, chosen=chosen),
            categories(tuple(map(signed, values.tolist())), down=True, far=True, chosen=chosen),
        )
        plot.bars(np.arange(count), values, self.colours.categories[1], thick=0.6, across=True)
        plot.limit(0.0, colour=self.colours.border, dash=0)
        plot.aim(
            Rows(count), lambda row: f"{names[row]} {signed(float(values[row]))}",
            choose=lambda row: self.send(ChooseNeuron(sites[row].layer, sites[row].index)), chosen=chosen,
        )  # fmt: skip

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: SharesFrame) -> str:
        found = frame.found
        if found is None:
            return self.tr("Contributions to a token's logit")
        return self.tr("Contributions to the logit of “{token}” ({value})").format(
            value=signed(found.logit), token=shown(frame.vocabulary, found.token_id)
        )

    def notes(self, frame: SharesFrame) -> str:
        found = frame.found
        if frame.refused:
            return frame.refused
        if not frame.has_text:
            return self.tr("No text to look at yet. Type a prompt and press play.")
        if found is None:
            return (
                self.tr("Contributions are measured when generation pauses.")
                if frame.playing
                else self.tr("Contributions are measured with the model that made this run.")
            )
        every = np.concatenate([np.nan_to_num(found.attention), np.nan_to_num(found.mlp)])
        attention, mlp = (_total(part) for part in (found.attention, found.mlp))
        rest = found.logit - attention - mlp
        said = self.tr(
            "Attention {attention}, MLPs {mlp}, embedding and the rest {rest}. The final norm's scale is held fixed."
        )
        said = said.format(attention=signed(attention), mlp=signed(mlp), rest=signed(rest))
        best = int(np.argmax(np.abs(every))) if len(every) else -1
        if best >= 0:
            layers = len(found.mlp)
            kind = self.tr("attention") if best < layers else self.tr("MLP")
            largest = self.tr("The largest contribution is the {kind} of L{layer} with {value}.").format(
                kind=kind, layer=best % layers, value=signed(float(every[best]))
            )
            said = sentences(said, largest)
        if found.capped:
            said = sentences(said, self.tr("This is the logit before the model's cap on logits."))
        if not len(found.neuron_shares):
            said = sentences(said, self.tr("This model's MLPs cannot be split into single neurons."))
        return said


def _span(low: float, high: float) -> Ruler:
    """A scale without numbers: they stand beside the bars."""
    room = 0.03 * max(high - low, 1e-9)
    return Ruler(low - room if low < 0 else 0.0, high + room if high > 0 else room, hidden=True, lines=False)


def _total(values: F32) -> float:
    return float(np.nansum(values.astype(np.float64)))

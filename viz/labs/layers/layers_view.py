"""The bus: what attention and MLP write into the residual stream at each layer, for the position looked at.

A bar is the length (Euclidean norm) of what attention writes, and after it that of what the MLP writes; the tick is
the length of both together, shorter where they work against each other. Ticks and the stream's own length come from
the recorded states and need no model; the two parts are measured by a lab.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.labs.layers.records import AskWrites, Writes
from engine.records import F32
from engine.run import Run
from viz.charts.aim import Rows
from viz.charts.chart_view import ChartView
from viz.charts.keys import Key
from viz.charts.numbers import nice_ceiling, percent
from viz.charts.rulers import Ruler, categories, shares, short
from viz.intents import AskLab, ChooseLayer, Intent
from viz.joined import facts
from viz.lab import QT_TRANSLATE_NOOP
from viz.token_text import shown_in_context
from viz.ui_state import Option, UiState
from viz.view import option_value

MEASURES = ("share of the stream after it", "length")
MEASURE_WORDS = (
    QT_TRANSLATE_NOOP("LayersView", "fraction of the residual stream after it"),
    QT_TRANSLATE_NOOP("LayersView", "vector norm"),
)  # as they are shown
EXPLAINED = 1e-3  # share of the stream that two parts may leave over before it is told
ROW = 2.2  # em of a row's height, at most


@dataclass(frozen=True)
class LayersFrame:
    """Lengths at one position. Empty arrays: not known."""

    n_layers: int
    text: str  # the token looked at
    position: int  # -1 where there is none
    layer: int
    stream: F32  # [L+1] of resid
    both: F32  # [L] of what a block adds
    attention: F32  # [L]
    mlp: F32  # [L]
    remainder: F32  # [L] of what the two parts do not explain
    as_share: bool
    question: AskWrites | None  # to be asked now
    playing: bool

    @property
    def top(self) -> float:
        """The value at the right end of the axis."""
        sums = self.measured(np.nan_to_num(self.attention) + np.nan_to_num(self.mlp))
        highest = float(np.concatenate([sums, self.measured(self.both)]).max(initial=0.0))
        return max(math.ceil(highest * 5 - 1e-6) / 5, 0.2) if self.as_share else nice_ceiling(highest)

    def measured(self, values: F32) -> F32:
        """Lengths [L] as they are shown: as they are, or as shares of what leaves the block."""
        if not self.as_share or not len(values):
            return values
        return np.asarray(values / np.maximum(self.stream[1:], 1e-12), dtype=np.float32)


def writes_at(run: Run, position: int) -> tuple[Writes, int] | None:
    """The newest finding that covers a position of the active path."""
    position_of = {node: at for at, node in enumerate(run.path)}
    found = None
    for finding in run.findings.values():
        if isinstance(finding, Writes) and position_of.get(finding.node, -1) >= position:
            found = (finding, position)
    return found


class LayersView(ChartView):
    """The bars; see the module."""

    name = "layers"
    title = QT_TRANSLATE_NOOP("LayersView", "Layer updates")
    tab = QT_TRANSLATE_NOOP("LayersView", "Layers")
    subtitle = QT_TRANSLATE_NOOP("LayersView", "What attention and MLP add")
    keywords = (
        QT_TRANSLATE_NOOP("LayersView", "residual stream norm"),
        QT_TRANSLATE_NOOP("LayersView", "layer contribution"),
        QT_TRANSLATE_NOOP("LayersView", "attention output"),
        QT_TRANSLATE_NOOP("LayersView", "MLP output"),
        QT_TRANSLATE_NOOP("LayersView", "direct logit attribution"),
    )
    area = "right"
    order = 35
    figure_needs = "model"
    figure_seconds = 1.0
    tip = QT_TRANSLATE_NOOP(
        "LayersView",
        "How large a change attention and MLP make to the residual stream in each layer, for the selected token.",
    )
    options = (
        Option(
            "measure",
            QT_TRANSLATE_NOOP("LayersView", "Measure"),
            "choice",
            MEASURES[0],
            choices=MEASURES,
            shown=MEASURE_WORDS,
            tip=QT_TRANSLATE_NOOP("LayersView", "What a bar's length means."),
        ),
    )
    figure_lines = 560

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> LayersFrame:
        n, layers = len(run), run.info.n_layers if run.info else 0
        position = n - 1 if ui.position is None else min(max(ui.position, 0), n - 1)
        none = np.empty(0, np.float32)
        stream = both = attention = mlp = remainder = none
        resid = run.at(position).resid if position >= 0 else None
        if resid is not None:
            stream = np.asarray(np.linalg.norm(resid, axis=1), dtype=np.float32)
            both = np.asarray(np.linalg.norm(np.diff(resid, axis=0), axis=1), dtype=np.float32)
        found = writes_at(run, position) if position >= 0 else None
        if found is not None and found[0].both.shape[0] == layers:
            known, at = found
            attention, mlp, remainder = known.attention[:, at], known.mlp[:, at], known.remainder[:, at]
            stream, both = (stream, both) if len(stream) else (known.stream[:, at], known.both[:, at])
        may = run.run_id > 0 and not ui.playing  # a file's run is not the engine's
        asks = may and position >= 0 and not len(attention) and (run.info is None or not run.info.why_missing("resid"))
        return LayersFrame(
            layers, shown_in_context(run.vocabulary, run.token_ids.tolist(), position) if n else "", position,
            min(ui.layer, max(layers - 1, 0)), stream, both, attention, mlp, remainder,
            option_value(cls, ui, "measure") == MEASURES[0], AskWrites(run.path[-1]) if asks else None, ui.playing,
        )  # fmt: skip

    @classmethod
    def wants(cls, frame: LayersFrame) -> Sequence[Intent]:
        return () if frame.question is None else (AskLab(frame.question),)

    @classmethod
    def lacks(cls, frame: LayersFrame) -> bool:
        return bool(len(frame.stream)) and not len(frame.attention)

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: LayersFrame) -> str:
        text = self.tr("What each layer adds at “{token}” ({position})").format(
            token=frame.text, position=frame.position
        )
        of = self.tr("fraction of the residual stream after it") if frame.as_share else self.tr("vector norm")
        return facts((text, of))

    def notes(self, frame: LayersFrame) -> str:
        return self.facts(frame, frame.layer)

    def instead(self, frame: LayersFrame) -> str:
        return "" if len(frame.stream) else self.tr("No hidden states to measure here. Type a prompt and press play.")

    def facts(self, frame: LayersFrame, layer: int) -> str:
        """What is known of one layer."""
        if layer >= frame.n_layers:
            return ""
        if not len(frame.attention):
            if frame.playing:
                return self.tr("Attention and MLP are measured separately when generation pauses.")
            return self.tr("Only their sum is stored; separately they are measured with the model that made this run.")
        parts = [f"L{layer}"]
        for label, values in ((self.tr("attention"), frame.attention), (self.tr("MLP"), frame.mlp)):
            if np.isfinite(values[layer]):
                parts.append(f"{label} {_length(float(values[layer]))}")
        parts.append(self.tr("both {n}").format(n=_length(float(frame.both[layer]))))
        parts.append(self.tr("residual stream after it {n}").format(n=_length(float(frame.stream[layer + 1]))))
        rest = float((frame.remainder / np.maximum(frame.stream[1:], 1e-12)).max())
        if rest > EXPLAINED:
            parts.append(self.tr("this model's layers also add something else, up to {n}").format(n=percent(rest)))
        return " · ".join(parts)

    def _card(self, layer: int) -> str:
        """What the crosshair tells of a layer, line by line."""
        frame: LayersFrame = self.painted
        if not len(frame.attention):
            return f"L{layer} · " + self.tr("both {n}").format(n=_length(float(frame.both[layer])))
        return self.facts(frame, layer).replace(" · ", "\n")

    # -- drawing -------------------------------------------------------------------------------------------------

    def draw_charts(self, frame: LayersFrame) -> None:
        theme, n, top = self.colours, frame.n_layers, frame.top
        names, layers = tuple(f"L{layer}" for layer in range(n)), np.arange(n)
        lengths = tuple(_length(float(value)) for value in frame.stream[1:])
        attention, mlp = theme.categories[:2]
        with self.drawing() as grid:
            parts = (Key(self.tr("attention"), attention, "box"), Key(self.tr("MLP"), mlp, "box"))
            grid.key(0, 0, (*parts, Key(self.tr("both together"), theme.text, "tick")))
            plot = grid.plot(1, 0)
            along = Ruler(0, top, numbers=shares if frame.as_share else short, far=True, fixed=True)
            rows = categories(names, down=True, chosen=frame.layer)
            plot.show_axes(
                along, rows, categories(lengths, self.tr("residual"), down=True, far=True, chosen=frame.layer)
            )
            plot.at_most(high=ROW * n)
            plot.box(0, frame.layer - 0.5, top, 1, theme.raised, width=0, fill=theme.raised)
            end = np.zeros(n, np.float32)
            for values, colour in ((frame.attention, attention), (frame.mlp, mlp)):
                if len(values):
                    start, end = end, end + np.nan_to_num(frame.measured(values))
                    plot.bars(layers, end, colour, base=start, across=True)
            both, gap = frame.measured(frame.both), np.full(n, np.nan)
            plot.line(
                np.stack([both, both, gap], axis=1).ravel(),
                np.stack([layers - 0.45, layers + 0.45, gap], axis=1).ravel(),
                theme.text,
            )
            plot.aim(Rows(n), self._card, choose=self._choose, chosen=frame.layer)

    def _choose(self, layer: int) -> None:
        self.send(ChooseLayer(layer))


def _length(value: float) -> str:
    """A length with three digits."""
    return f"{value:z,.0f}" if value >= 99.5 else f"{value:z.1f}" if value >= 9.95 else f"{value:z.2f}"

"""Why the bracket net fails: is depth still in its states, and which parts is the counting made of?

At the left, how well a linear probe reads depth from each layer's states, within the trained lengths and beyond, and
what it reads prefix by prefix. At the right the states themselves in space, coloured by depth; below, the heads and
neurons whose absence moves most probability onto what is illegal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from engine.labs.brackets.questions import BracketKnockOut, DepthCloud, DepthProbe
from engine.labs.brackets.records import Cloud, Harm, Probed
from engine.questions import Question, Refused
from engine.run import Run
from viz.charts.aim import Columns, Rows
from viz.charts.chart_panel import ChartPanel
from viz.charts.chart_view import ChartView
from viz.charts.chart_words import ChartWords
from viz.charts.keys import Key
from viz.charts.numbers import fixed, percent, with_percent
from viz.charts.rulers import Ruler, categories
from viz.intents import AskLab, Intent, ask_labs
from viz.joined import spoken
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.brackets import chosen_net as choice
from viz.labs.brackets.state_pane import Pictured, StatePane
from viz.labs.brackets.words import net_words
from viz.state_names import state_name, state_place, state_tick, states_axis
from viz.ui_state import Option, UiState
from viz.view import option_value

if TYPE_CHECKING:
    from viz.charts.plots import Plot

LAYERS = (
    QT_TRANSLATE_NOOP("BracketsWhyView", "last"),
    QT_TRANSLATE_NOOP("BracketsWhyView", "input"),
    QT_TRANSLATE_NOOP("BracketsWhyView", "L0"),
    QT_TRANSLATE_NOOP("BracketsWhyView", "L1"),
    QT_TRANSLATE_NOOP("BracketsWhyView", "L2"),
    QT_TRANSLATE_NOOP("BracketsWhyView", "L3"),
)  # the states after these
SHOWN = 6  # parts in each ranking
ROW = 1.5  # em of a row of them


@dataclass(frozen=True)
class WhyFrame:
    """What the three experiments found."""

    net: str
    questions: tuple[Question, ...]
    probed: Probed | None
    cloud: Cloud | None
    harm: Harm | None
    why_not: str
    layer: int | None  # None: the last
    knock_out: BracketKnockOut  # asked where a person wants it: it runs the net once for each of its parts


class BracketsWhyView(ChartView):
    """The three experiments; see the module."""

    name = "brackets_why"
    title = QT_TRANSLATE_NOOP("BracketsWhyView", "Brackets: depth probe")
    tab = QT_TRANSLATE_NOOP("BracketsWhyView", "Depth probe")
    subtitle = QT_TRANSLATE_NOOP("BracketsWhyView", "Why it fails beyond its training length")
    keywords = (
        QT_TRANSLATE_NOOP("BracketsWhyView", "linear probe"),
        QT_TRANSLATE_NOOP("BracketsWhyView", "PCA"),
        QT_TRANSLATE_NOOP("BracketsWhyView", "ablation"),
        QT_TRANSLATE_NOOP("BracketsWhyView", "counting"),
        QT_TRANSLATE_NOOP("BracketsWhyView", "generalisation"),
        QT_TRANSLATE_NOOP("BracketsWhyView", "knock-out"),
    )
    area = "centre"
    order = 62
    figure_needs = "engine"
    figure_seconds = 6.0
    tip = QT_TRANSLATE_NOOP(
        "BracketsWhyView",
        "Reads the number of open brackets from the hidden states, and shows which components that count depends on.",
    )
    options = (
        Option(
            "layer",
            QT_TRANSLATE_NOOP("BracketsWhyView", "Layer"),
            "choice",
            LAYERS[0],
            choices=LAYERS,
            tip=QT_TRANSLATE_NOOP("BracketsWhyView", "Which layer the hidden states come after."),
        ),
        Option(
            "longer",
            QT_TRANSLATE_NOOP("BracketsWhyView", "Beyond training"),
            "switch",
            True,
            tip=QT_TRANSLATE_NOOP(
                "BracketsWhyView", "Also show hidden states of strings half as long again as the trained ones."
            ),
        ),
    )
    figure_lines = 700

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: WhyFrame | None = None
        self._waits, self.pane = ChartWords(self, 0.85), StatePane(self)
        self._harm_line, self.harm = ChartWords(self, 1.0, bold=True), ChartPanel(self, self.tr("Why it fails"))
        self._asked: BracketKnockOut | None = None  # by the button, and not yet answered
        self.knock = QPushButton(self.tr("Switch off one component after the other"), self)
        self.knock.setAccessibleName(self.knock.text())
        self.knock.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.knock.clicked.connect(self._knock_out)
        self._top = 1.0
        self.column.removeWidget(self.panel)
        left, upper = QVBoxLayout(), QHBoxLayout()
        left.addWidget(self._waits)
        left.addWidget(self.panel, 1)
        upper.addLayout(left, 2)
        upper.addWidget(self.pane, 3)
        self.column.addLayout(upper, 7)
        self.column.addWidget(self._harm_line)
        self.column.addWidget(self.knock)
        self.column.addWidget(self.harm, 3)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> WhyFrame:
        net = choice.net_of(ui)
        said = str(option_value(cls, ui, "layer"))
        layer = None if said == LAYERS[0] else LAYERS.index(said) - 1
        probe = DepthProbe(net)
        probed = run.findings.get(probe)
        trained = probed.trained_length if isinstance(probed, Probed) else None
        longer = trained * 3 // 2 if trained and option_value(cls, ui, "longer") else None
        cloud, knock_out = DepthCloud(net, -1 if layer is None else layer, longest=longer), BracketKnockOut(net)
        found = one, two, three = [run.findings.get(question) for question in (probe, cloud, knock_out)]
        why = next((it.sentence for it in found if isinstance(it, Refused)), "")
        asked = tuple(question for question, it in zip((probe, cloud), found[:2], strict=True) if it is None)
        return WhyFrame(
            net, asked, one if isinstance(one, Probed) else None, two if isinstance(two, Cloud) else None,
            three if isinstance(three, Harm) else None, why, layer, knock_out,
        )  # fmt: skip

    @classmethod
    def wants(cls, frame: WhyFrame) -> Sequence[Intent]:
        return ask_labs(*frame.questions)

    # -- drawing -------------------------------------------------------------------------------------------------

    def show_charts(self, frame: WhyFrame, wanted: bool) -> None:
        waits = "" if frame.probed or frame.why_not else self.tr("Reading the depth from the hidden states …")
        self._waits.show_words(waits, self.look, centred=True)
        super().show_charts(frame, frame.probed is not None)
        self.pane.show_states(self._pictured(frame), self.look)
        if frame.harm is not None or frame.why_not or self._asked != frame.knock_out:
            self._asked = None
        self._harm_line.show_words(self._harm_words(frame), self.look)
        self.knock.setVisible(frame.harm is None and not self.still)
        self.knock.setEnabled(self._asked is None)
        self.harm.setVisible(frame.harm is not None)
        self.harm.setMaximumHeight(round((ROW * SHOWN + 1.0) * self.em))
        if frame.harm is not None:
            self._draw_harm(frame.harm)

    def _knock_out(self) -> None:
        if self.painted is not None:
            self._asked = self.painted.knock_out
            self.send(AskLab(self._asked, again=True))
            self.knock.setEnabled(False)
            self._harm_line.show_words(self._harm_words(self.painted), self.look)

    def _needed_top(self) -> float:
        """The end of the axis of R², with room for a number above 1."""
        inside = max(self.panel.height() / 2 - 6.5 * self.em, 3 * self.em)
        return 1.0 + min(max(round(1.9 * self.em / inside, 1), 0.2), 0.6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._needed_top() != self._top:
            self.redraw()

    def draw_charts(self, frame: WhyFrame) -> None:
        probed, colours = frame.probed, self.colours
        if probed is None:
            return
        self._top = self._needed_top()
        keys = (Key(self.tr("trained lengths"), colours.good), Key(self.tr("longer"), colours.error, dash=1))
        with self.drawing() as grid:
            grid.key(0, 0, keys)
            self._draw_probe(grid.plot(1, 0), probed, keys)
            self._draw_read(grid.plot(2, 0), probed, frame.layer, keys)

    def _draw_probe(self, plot: Plot, probed: Probed, keys: Sequence[Key]) -> None:
        """R² per layer, within and beyond the trained lengths."""
        n = len(probed.r2_in)
        plot.show_axes(
            Ruler(-0.3, n - 0.7, states_axis(), lambda row: state_tick(round(row)), whole=True, lines=False),
            Ruler(-0.06, self._top, self.tr("R² of depth, clipped at 0")),
        )
        layers = np.arange(n, dtype=np.float64)
        for key, values in zip(keys, (probed.r2_in, probed.r2_beyond), strict=True):
            shown = np.clip(values, 0.0, 1.0)
            plot.line(layers, shown, key.colour, dash=key.dash, dots=True)
            for layer in np.flatnonzero(np.isfinite(values)).tolist():
                above = key is keys[0] or values[layer] < 0.1
                anchor = (0.5, 1.1) if above else (0.5, -0.1)
                plot.words(layer, float(shown[layer]), fixed(float(values[layer]), 2), colour=key.colour, anchor=anchor)
        plot.aim(Columns(layers), lambda layer: self._layer_words(probed, layer, keys))

    def _draw_read(self, plot: Plot, probed: Probed, layer: int | None, keys: Sequence[Key]) -> None:
        """What the probe reads against the true depth: means over prefixes, with quartiles."""
        layer = len(probed.read) - 1 if layer is None else min(layer, len(probed.read) - 1)
        most = float(max(int(probed.depth.max()), 1))
        words = self.tr("depth read {place}: median and quartiles").format(place=state_place(layer))
        plot.show_axes(Ruler(0.0, most, self.tr("true depth"), lines=False), Ruler(0.0, most, words))
        plot.line([0.0, most], [0.0, most], self.colours.muted, dash=1, width=0.08)
        within = probed.length <= probed.trained_length
        for key, chosen in zip(keys, (within, ~within), strict=True):
            depths = np.unique(probed.depth[chosen])
            rows = [probed.read[layer][chosen & (probed.depth == depth)] for depth in depths]
            cuts = np.array([np.quantile(row, (0.25, 0.5, 0.75)) for row in rows]).reshape(-1, 3)
            plot.band(depths, np.clip(cuts[:, 0], 0, most), np.clip(cuts[:, 2], 0, most), key.colour)
            plot.line(depths, cuts[:, 1], key.colour, dash=key.dash, name=key.name)

    def _pictured(self, frame: WhyFrame) -> Pictured:
        cloud, trained = frame.cloud, _trained(frame)
        if cloud is None:
            return Pictured(None, 0, "", instead=frame.why_not or self.tr("Placing the hidden states …"))
        said = self.tr(
            "hidden states {place} in their three principal components ({share} of the variance); drag to rotate"
        )
        hollow = self.tr("● trained lengths   ○ longer") if cloud.length.max() > trained else ""
        turned = self.tr("rotated so that length grows to the right and depth upwards")
        title = said.format(place=state_place(cloud.layer), share=with_percent(f"{100 * cloud.explained:z.0f}"))
        return Pictured(cloud, trained, title, hollow or turned)

    def _draw_harm(self, harm: Harm) -> None:
        """The parts whose absence does most harm, heads beside neurons, each as long as the worst of its kind lets."""
        kinds: tuple[tuple[Literal["head", "neuron"], str], ...] = (
            ("head", self.colours.fan), ("neuron", self.colours.path),
        )  # fmt: skip
        with self.harm.drawing(self.colours, self.still) as grid:
            for column, (kind, colour) in enumerate(kinds):
                worst = harm.worst(kind, SHOWN)
                names, values = tuple(str(site) for site, _ in worst), np.array([value for _, value in worst])
                said = tuple(f"{value:+.2e}" for _, value in worst)
                plot = grid.plot(0, column)
                plot.show_axes(
                    Ruler(0.0, max(float(values.max(initial=0.0)), 1e-12), hidden=True, fixed=True),
                    categories(names, down=True, clear=True), categories(said, down=True, far=True, clear=True),
                )  # fmt: skip
                plot.bars(np.arange(len(worst)), np.maximum(values, 0.0), colour, across=True, thick=0.6)
                facts = [f"{name}: {number}" for name, number in zip(names, said, strict=True)]
                plot.aim(Rows(len(worst)), facts.__getitem__)

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: WhyFrame) -> str:
        return self.tr("{net}: depth in the hidden states").format(net=net_words(frame.net))

    def notes(self, frame: WhyFrame) -> str:
        return frame.why_not or self._probe_words(frame)

    def spoken(self, frame: WhyFrame) -> str:
        return spoken(self.heading(frame), self._probe_words(frame), self._harm_words(frame))

    @staticmethod
    def _layer_words(probed: Probed, layer: int, keys: Sequence[Key]) -> str:
        rows = zip(keys, (probed.r2_in[layer], probed.r2_beyond[layer]), strict=True)
        return "\n".join(
            [state_name(layer), *(f"{key.name} R² {fixed(value, 3)}" for key, value in rows if np.isfinite(value))]
        )

    def _probe_words(self, frame: WhyFrame) -> str:
        probed = frame.probed
        if probed is None:
            return ""
        best = int(np.nanargmax(probed.r2_in))
        said = self.tr("A linear probe reads the depth {place}: R² {a} up to {length} brackets.")
        if np.isfinite(probed.r2_beyond[best]):
            said = self.tr(
                "A linear probe reads the depth {place}: R² {a} up to {length} brackets, {b} beyond. "
                "Rounded, it is exactly the depth for {c} and {d} of the prefixes."
            )
        return said.format(
            place=state_place(best), a=fixed(float(probed.r2_in[best]), 3), length=probed.trained_length,
            b=fixed(float(probed.r2_beyond[best]), 3),
            c=percent(float(probed.exact_in[best])), d=percent(float(probed.exact_beyond[best])),
        )  # fmt: skip

    def _harm_words(self, frame: WhyFrame) -> str:
        harm = frame.harm
        if harm is None:
            if self._asked is not None:
                return self.tr("Switching off one component after the other …")
            if frame.why_not:
                return ""
            return self.tr("Which components does the count depend on? Each is switched off alone.")
        (head, by_head), (neuron, by_neuron) = harm.worst("head", 1)[0], harm.worst("neuron", 1)[0]
        return self.tr(
            "Switching off {head} alone adds {a:.2e} to the probability on invalid symbols ({intact:.2e}); {neuron} "
            "alone adds {b:.2e}"
        ).format(head=head, a=by_head, intact=harm.intact, neuron=neuron, b=by_neuron)


def _trained(frame: WhyFrame) -> int:
    """The longest string that the net was trained on, as far as it is known."""
    if frame.probed is not None:
        return frame.probed.trained_length
    return int(frame.cloud.length.max()) if frame.cloud is not None else 0

"""Why the bracket net fails: is depth still in its states, and which parts is the counting made of?

At the left, how well a linear probe reads depth from each layer's states, within the trained lengths and beyond, and
what it reads prefix by prefix. At the right the states themselves in space, coloured by depth; below, the heads and
neurons whose absence moves most probability onto what is illegal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from engine.labs.brackets.questions import BracketKnockOut, DepthCloud, DepthProbe
from engine.labs.brackets.records import Cloud, Harm, Probed
from engine.questions import Question, Refused
from engine.run import Run
from viz.charts.legend import draw_legend, legend_width
from viz.charts.numbers import NBSP
from viz.charts.plot import CENTRE, LEFT, RIGHT, Key, Plot, draw_key
from viz.charts.speech import say_changed
from viz.intents import Intent, ask_labs
from viz.labs.brackets import chosen_net as choice
from viz.labs.brackets.state_cloud import depth_scale, draw_cloud, standing
from viz.labs.brackets.state_cloud_base import CloudView
from viz.labs.brackets.words import net_words
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import option_value

LAYERS = ("last", "0", "1", "2", "3", "4")
SHOWN = 6  # parts in each ranking


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


class BracketsWhyView(CloudView):
    """The three experiments; see the module."""

    name = "brackets_why"
    title = "Why it fails"
    area = "centre"
    order = 62
    tip = "Depth read from the states, the states in space, and the parts that the counting hangs on."
    options = (
        Option("layer", "Layer", "choice", LAYERS[0], choices=LAYERS, tip="Whose states are shown; 0 is the input."),
        Option("longer", "Beyond training", "switch", True, tip="States of strings half as long again as trained on."),
    )
    figure_lines = 700

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: WhyFrame | None = None

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> WhyFrame:
        net = choice.net_of(ui)
        said = str(option_value(cls, ui, "layer"))
        layer = None if said == LAYERS[0] else int(said)
        probe = DepthProbe(net)
        probed = run.findings.get(probe)
        trained = probed.trained_length if isinstance(probed, Probed) else None
        longer = trained * 3 // 2 if trained and option_value(cls, ui, "longer") else None
        questions = (probe, DepthCloud(net, -1 if layer is None else layer, longest=longer), BracketKnockOut(net))
        found = [run.findings.get(question) for question in questions]
        why = next((it.sentence for it in found if isinstance(it, Refused)), "")
        asked = tuple(question for question, it in zip(questions, found, strict=True) if it is None)
        one, two, three = found
        return WhyFrame(
            net, asked, one if isinstance(one, Probed) else None, two if isinstance(two, Cloud) else None,
            three if isinstance(three, Harm) else None, why, layer,
        )  # fmt: skip

    @classmethod
    def wants(cls, frame: WhyFrame) -> Sequence[Intent]:
        return ask_labs(*frame.questions)

    def paint(self, frame: WhyFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        say_changed(self, " ".join((self._heading(frame), self._probe_words(frame), self._harm_words(frame))))

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em = self.painted, self.em
        if frame is None:
            return
        inside = rect.adjusted(em, em * 0.6, -em, -em * 0.6)
        painter.setPen(QColor(self.colours.text))
        painter.setFont(self.font_of(1.3, bold=True))
        self._say(painter, QRectF(inside.left(), inside.top(), inside.width(), em * 1.9), self._heading(frame))
        painter.setFont(self.font_of(0.95))
        painter.setPen(QColor(self.colours.muted))
        said = frame.why_not or self._probe_words(frame)
        self._say(painter, QRectF(inside.left(), inside.top() + em * 2.0, inside.width(), em * 1.5), said)
        body = inside.adjusted(0, em * 4.0, 0, 0)
        low = em * (1.5 * SHOWN + 3.4)
        upper = QRectF(body.left(), body.top(), body.width(), max(body.height() - low - em, em * 8))
        left = upper.width() * 0.4
        self._draw_probe(painter, QRectF(upper.left(), upper.top(), left, upper.height() * 0.48), frame)
        half = QRectF(upper.left(), upper.top() + upper.height() * 0.52, left, upper.height() * 0.48)
        self._draw_read(painter, half, frame)
        self.cloud_box = QRectF(upper.left() + left + em * 1.5, upper.top() + em * 3.0, 0, 0)
        self.cloud_box.setBottomRight(QPointF(upper.right(), upper.bottom()))
        self._draw_states(painter, self.cloud_box, frame)
        self._draw_harm(painter, QRectF(body.left(), upper.bottom() + em, body.width(), low), frame)

    def _say(self, painter: QPainter, line: QRectF, text: str) -> None:
        painter.drawText(
            line, LEFT, QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        )

    def _draw_probe(self, painter: QPainter, where: QRectF, frame: WhyFrame) -> None:
        """R² per layer, within and beyond the trained lengths."""
        em, probed = self.em, frame.probed
        painter.setFont(self.font_of(0.85))
        inside, beyond = self.colours.good, self.colours.error
        keys = (Key(self.tr("trained lengths"), inside, 0), Key(self.tr("longer"), beyond, 1))
        box = where.adjusted(em * 4.4, em * 3.2, -em * 0.8, -em * 2.6)
        draw_key(painter, QRectF(where.left() + em, where.top(), where.width() - em, em * 1.4), keys, self.colours, em)
        if probed is None:
            painter.drawText(box, CENTRE, self.tr("Reading depth from the states …"))
            return
        n = len(probed.r2_in)
        plot = Plot(box, (-0.2, n - 0.8), (0.0, 1.0), self.colours, em)
        plot.frame(
            painter, self.tr("layer (0 = input of the first block)"), self.tr("R² of depth, clipped at 0"), whole=True
        )
        layers = np.arange(n, dtype=np.float64)
        for key, values in zip(keys, (probed.r2_in, probed.r2_beyond), strict=True):
            plot.line(painter, layers, values, key.colour, key.dash, dots=True)
            for layer, value in enumerate(values.tolist()):
                if np.isfinite(value):
                    y = plot.y(min(max(value, 0.0), 1.0)) + (-em * 1.1 if key is keys[0] or value < 0.1 else em * 0.2)
                    painter.setPen(QColor(key.colour))
                    painter.drawText(QRectF(plot.x(layer) - em * 3, y, em * 6, em), CENTRE, f"{value:.2f}")

    def _draw_read(self, painter: QPainter, where: QRectF, frame: WhyFrame) -> None:
        """What the probe reads against the true depth: means over prefixes, with quartiles."""
        em, probed = self.em, frame.probed
        if probed is None:
            return
        layer = len(probed.read) - 1 if frame.layer is None else min(frame.layer, len(probed.read) - 1)
        painter.setFont(self.font_of(0.85))
        most = float(max(int(probed.depth.max()), 1))
        plot = Plot(
            where.adjusted(em * 4.4, em * 2.0, -em * 0.8, -em * 2.6), (0.0, most), (0.0, most), self.colours, em
        )
        words = self.tr("depth read from layer {n}: median and quartiles").format(n=layer)
        plot.frame(painter, self.tr("true depth"), words)
        plot.line(painter, [0.0, most], [0.0, most], self.colours.muted, 1, width=0.08)
        within = probed.length <= probed.trained_length
        for chosen, colour, dash in ((within, self.colours.good, 0), (~within, self.colours.error, 1)):
            depths = np.unique(probed.depth[chosen])
            rows = [probed.read[layer][chosen & (probed.depth == depth)] for depth in depths]
            cuts = np.array([np.quantile(row, (0.25, 0.5, 0.75)) for row in rows]).reshape(-1, 3)
            xs = depths.astype(np.float64)
            plot.band(painter, xs, np.clip(cuts[:, 0], 0, most), np.clip(cuts[:, 2], 0, most), colour)
            plot.line(painter, xs, cuts[:, 1], colour, dash)

    def _draw_states(self, painter: QPainter, box: QRectF, frame: WhyFrame) -> None:
        em, cloud = self.em, frame.cloud
        title = QRectF(box.left(), box.top() - em * 3.0, box.width(), em * 1.4)
        painter.setFont(self.font_of(0.9))
        painter.setPen(QColor(self.colours.text))
        if cloud is None:
            painter.drawText(box, CENTRE, frame.why_not or self.tr("Placing the states …"))
            return
        said = self.tr("states after layer {n} in their three main axes ({p:.0f}{nbsp}% of the variance); drag to turn")
        self._say(painter, title, said.format(n=cloud.layer, p=100 * cloud.explained, nbsp=NBSP))
        scale = depth_scale(cloud, self.colours)
        legend = title.translated(0, em * 1.4)
        words, deepest = self.tr("depth, square root"), f"{int(cloud.depth.max())}"
        draw_legend(painter, legend, scale, words, "0", deepest, self.colours)
        room = legend.width() - legend_width(painter.font(), words, "0", deepest, 90.0) - em
        trained = _trained(frame)
        painter.setPen(QColor(self.colours.muted))
        hollow = self.tr("● trained lengths   ○ longer") if cloud.length.max() > trained else ""
        turned = self.tr("length to the right, depth upwards, as far as they allow")
        self._say(painter, QRectF(legend.left(), legend.top(), room, legend.height()), hollow or turned)
        self.draw_points(painter)

    def draw_points(self, painter: QPainter) -> None:
        frame = self.painted
        if frame is None or frame.cloud is None:
            return
        cloud = frame.cloud
        draw_cloud(painter, self.cloud_box, standing(cloud), cloud, self.camera, _trained(frame), self.colours, self.em)

    def _draw_harm(self, painter: QPainter, where: QRectF, frame: WhyFrame) -> None:
        em = self.em
        painter.setFont(self.font_of(1.0, bold=True))
        painter.setPen(QColor(self.colours.text))
        self._say(painter, QRectF(where.left(), where.top(), where.width(), em * 1.5), self._harm_words(frame))
        if frame.harm is None:
            return
        wide = (where.width() - em * 2) / 2
        for k, kind in enumerate(("head", "neuron")):
            column = QRectF(where.left() + k * (wide + em * 2), where.top() + em * 1.9, wide, em * 1.5)
            painter.setFont(self.font_of(0.9))
            worst = frame.harm.worst("head" if kind == "head" else "neuron", SHOWN)
            top = max((harm for _, harm in worst), default=0.0)
            for row, (site, harm) in enumerate(worst):
                line = column.translated(0, row * em * 1.5)
                painter.setPen(QColor(self.colours.text))
                painter.drawText(line, LEFT, str(site))
                painter.drawText(line, RIGHT, f"{harm:+.2e}")
                track = line.adjusted(em * 5.2, em * 0.3, -em * 6.2, -em * 0.3)
                track.setWidth(max(track.width() * max(harm, 0.0) / top, 0.0) if top > 0 else 0.0)
                painter.fillRect(track, QColor(self.colours.fan if k == 0 else self.colours.path))

    # -- words ---------------------------------------------------------------------------------------------------

    def _heading(self, frame: WhyFrame) -> str:
        return self.tr("Can {net} count? Depth in its states").format(net=net_words(frame.net))

    def _probe_words(self, frame: WhyFrame) -> str:
        probed = frame.probed
        if probed is None:
            return ""
        best = int(np.nanargmax(probed.r2_in))
        said = self.tr("A linear probe reads depth from layer {n} with R² {a:.3f} up to {length} brackets").format(
            n=best, a=probed.r2_in[best], length=probed.trained_length
        )
        if np.isfinite(probed.r2_beyond[best]):
            said += self.tr(" and {b:.3f} beyond; rounded, it is the very depth for {c:.0%} and {d:.0%}").format(
                b=probed.r2_beyond[best], c=probed.exact_in[best], d=probed.exact_beyond[best]
            )
        return said + "."

    def _harm_words(self, frame: WhyFrame) -> str:
        harm = frame.harm
        if harm is None:
            return self.tr("Switching off one part after the other …") if not frame.why_not else ""
        (head, by_head), (neuron, by_neuron) = harm.worst("head", 1)[0], harm.worst("neuron", 1)[0]
        return self.tr(
            "Switched off alone, {head} adds {a:.2e} to the illegal probability ({intact:.2e}), {neuron} {b:.2e}"
        ).format(head=head, a=by_head, intact=harm.intact, neuron=neuron, b=by_neuron)


def _trained(frame: WhyFrame) -> int:
    """The longest string that the net was trained on, as far as it is known."""
    if frame.probed is not None:
        return frame.probed.trained_length
    return int(frame.cloud.length.max()) if frame.cloud is not None else 0

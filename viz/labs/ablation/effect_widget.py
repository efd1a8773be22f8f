"""The painted lower part of the switchboard as a widget, and a row of the board as a figure shows it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QFontInfo,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from viz.board import Row
from viz.charts.roles import give_role
from viz.charts.speech import announce
from viz.in_language import in_language
from viz.labs.ablation.effect import Effect
from viz.labs.ablation.effect_panel import (
    LEFT,
    RIGHT,
    EffectPainter,
)
from viz.labs.ablation.scale_slider import begins_at, place_of
from viz.plain import caption, set_tip
from viz.theme import Theme
from viz.theme import theme as theme_called

LEAST = 7  # em of height, in which the heading and a few pairs have room


class EffectPanel(QWidget):
    """The painted lower part."""

    followed = Signal(int)
    hovered = Signal(object)
    asked_who = Signal()  # which part said the token looked at

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: Sequence[Effect] = ()
        self.colours: Theme = theme_called("dark")
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("The next token, original and modified"))
        self._over = -1
        self._at = 0  # the pair that the keyboard is at
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        give_role(self, QAccessible.Role.Graphic)
        self._asked = ("", "")  # what the button says where there is room, and its font
        self.who = QPushButton(self)
        set_tip(self.who, self.tr("Go to the position before this token and rank the components that favour it"))
        self.who.clicked.connect(lambda _: self.asked_who.emit())
        self.who.hide()

    def show_effects(self, choices: Sequence[Effect], theme: Theme) -> None:
        """Show the largest of these that fits."""
        self.choices, self.colours = choices, theme
        effect = choices[-1] if choices else None
        self.who.setVisible(effect is not None and effect.position > 0)
        if effect is not None:
            text = self.tr("Which component favours “{token}”?").format(token=effect.after)
            asked = caption(text), self.who.font().key()
            if asked != self._asked:
                self._asked = asked
                self._place()
        self.update()

    def _place(self) -> None:
        self.who.setText(self._asked[0])
        if self.who.sizeHint().width() > self.width() // 2:
            self.who.setText(self.tr("Which component?"))
        size = self.who.sizeHint()
        wide = min(size.width(), self.width() - 16)
        self.who.setGeometry(self.width() - wide - 8, 2, wide, size.height())

    def minimumSizeHint(self) -> QSize:
        """Room for the heading and a few pairs, without the figures."""
        return QSize(160, round(LEAST * max(QFontInfo(self.font()).pixelSize(), 8)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def drawer(self) -> EffectPainter:
        """What draws at the present size, font and colours."""
        em = float(max(QFontInfo(self.font()).pixelSize(), 8))
        beside = self.who.width() + 16.0 if self.who.isVisible() else 0.0
        return EffectPainter(self.colours, self.font(), em, beside).fit(self.height())

    def fitting(self, painter: EffectPainter) -> Effect | None:
        """The fullest choice for which there is room."""
        if not self.choices:
            return None
        room = painter.room(self.choices[-1], self.height())
        return self.choices[min(room, len(self.choices)) - 1]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            drawer = self.drawer()
            effect = self.fitting(drawer)
            if effect is not None:
                drawer.draw(painter, QRectF(self.rect()), effect)
                if self.hasFocus() and self._at < self._n_pairs():
                    painter.setPen(QPen(QColor(self.colours.accent), 1.5))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRect(drawer.row_rect(QRectF(self.rect()), effect, self._at).adjusted(1, 0, -1, 0))
        finally:
            painter.end()

    def _token_at(self, event: QMouseEvent) -> int:
        drawer = self.drawer()
        effect = self.fitting(drawer)
        for row in range(len(effect.pairs) if effect is not None and effect.pairs is not None else 0):
            if effect is not None and drawer.row_rect(QRectF(self.rect()), effect, row).contains(event.position()):
                return int(effect.pairs.token_ids[row]) if effect.pairs is not None else -1
        return -1

    def _n_pairs(self) -> int:
        effect = self.fitting(self.drawer())
        return len(effect.pairs) if effect is not None and effect.pairs is not None else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys go from pair to pair, Enter follows the token of one as a click does."""
        effect, n = self.fitting(self.drawer()), self._n_pairs()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        enter = Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not n or effect is None or effect.pairs is None or not (step or enter):
            super().keyPressEvent(event)
            return
        self._at = min(max(self._at + step, 0), n - 1)
        token = int(effect.pairs.token_ids[self._at])
        if enter:
            self.followed.emit(token)
        else:
            self.hovered.emit(token)
            announce(self, effect.pairs.texts[self._at])
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is pointed at by keys any more."""
        super().focusOutEvent(event)
        self.hovered.emit(None)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        token = self._token_at(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor if token >= 0 else Qt.CursorShape.ArrowCursor)
        if token != self._over:
            self._over = token
            self.hovered.emit(None if token < 0 else token)

    def leaveEvent(self, event: QEvent) -> None:
        if self._over >= 0:
            self._over = -1
            self.hovered.emit(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        token = self._token_at(event)
        if event.button() == Qt.MouseButton.LeftButton and token >= 0:
            self.followed.emit(token)


def draw_row(painter: QPainter, line: QRectF, row: Row, counts: bool, drawer: EffectPainter, theme: Theme) -> None:
    """One intervention of a figure: its name, its scale as a bar from 1 on, and the scale in words."""
    em = drawer.em
    painter.setFont(drawer.font(1.0, bold=counts))
    painter.setPen(QColor(theme.text if counts else theme.muted))
    name = in_language(row.label) + (f"  {row.name}" if row.name else "")
    painter.drawText(line, LEFT, drawer.elided(painter, name, line.width() * 0.38))
    track = QRectF(line.left() + line.width() * 0.4, line.center().y() - 2.5, line.width() * 0.36, 5.0)
    painter.fillRect(track, QColor(theme.border))
    if not row.mean:
        x, intact = (track.left() + track.width() * place_of(it, row.dial) for it in (row.scale, begins_at(row.dial)))
        colour = QColor(theme.fan if counts else theme.muted)
        painter.fillRect(QRectF(min(x, intact), track.top(), abs(x - intact), track.height()), colour)
        painter.fillRect(QRectF(x - 2, line.top() + em * 0.4, 4, line.height() - em * 0.8), colour)
        painter.fillRect(QRectF(intact - 0.5, line.top() + em * 0.55, 1, line.height() - em * 1.1), QColor(theme.text))
    painter.setFont(drawer.font(0.95))
    painter.setPen(QColor(theme.text if counts else theme.muted))
    said = in_language(row.effect)
    said = said if counts else QCoreApplication.translate("AblationView", "{what} (off)").format(what=said)
    painter.drawText(line, RIGHT, drawer.elided(painter, said, line.width() * 0.22))

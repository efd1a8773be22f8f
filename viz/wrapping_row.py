"""Controls in a row that goes on below where there is no room for all beside each other, as words of a text do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class WrappingRow(QWidget):
    """Controls at their own sizes, in the order they are added. One may take what is left of its line."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._parts: list[QWidget] = []
        self._filling: QWidget | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()  # while there is nothing in it

    def add(self, widget: QWidget, fills: bool = False, first: bool = False) -> None:
        """Add a control; one that `fills` needs its least width only, and grows with its line."""
        hidden = widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        widget.setParent(self)
        widget.setVisible(not hidden)
        self._parts.insert(0 if first else len(self._parts), widget)
        self.show()
        if fills:
            self._filling = widget
        self.updateGeometry()

    # -- what a layout asks --------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(high for high, _ in lines) + self._gap * max(len(lines) - 1, 0)

    def sizeHint(self) -> QSize:
        """All on one line."""
        sizes = [part.sizeHint() for part in self._shown()]
        wide = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest of them."""
        wide = max((self._least(part) for part in self._shown()), default=0)
        return QSize(wide, max((part.sizeHint().height() for part in self._shown()), default=0))

    def event(self, event: QEvent) -> bool:
        """One that comes, goes or says something else moves the others."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    # -- lines ---------------------------------------------------------------------------------------------------

    def _place(self) -> None:
        top = 0
        for high, parts in self._lines(self.width()):
            used = sum(self._least(part) for part in parts) + self._gap * (len(parts) - 1)
            left = 0
            for part in parts:
                wide = min(self._least(part), self.width())
                if part is self._filling:
                    wide += max(self.width() - used, 0)
                tall = min(part.sizeHint().height(), high)
                part.setGeometry(QRect(left, top + (high - tall) // 2, wide, tall))
                left += wide + self._gap
            top += high + self._gap

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _least(self, part: QWidget) -> int:
        """Pixels across that a control is given."""
        if part is self._filling:
            return max(part.minimumWidth(), part.minimumSizeHint().width())
        return max(part.minimumWidth(), min(part.sizeHint().width(), part.maximumWidth()))

    def _lines(self, width: int) -> list[tuple[int, list[QWidget]]]:
        """(height, what stands on it) of each line."""
        lines: list[tuple[int, list[QWidget]]] = []
        used = 0
        for part in self._shown():
            wide, high = self._least(part), part.sizeHint().height()
            if lines and used + self._gap + wide <= width:
                lines[-1] = (max(lines[-1][0], high), [*lines[-1][1], part])
                used += self._gap + wide
            else:
                lines.append((high, [part]))
                used = wide
        return lines

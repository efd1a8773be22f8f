"""The menu of looks that were saved by name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from app.notice import Notice
from app.window.studio import presets
from engine.errors import OrreryError
from viz.figures.spec import FigureSpec
from viz.plain import entry

LONGEST = 80  # characters of a name


class Looks(QObject):
    """`kept` is changed in place, and `kept_changed` told. `changed(spec)` has the figure in another look."""

    noticed = Signal(object)  # Notice
    changed = Signal(object)
    kept_changed = Signal()

    def __init__(self, parent: QWidget, kept: dict[str, str], spec: Callable[[], FigureSpec]) -> None:
        super().__init__(parent)
        self._over, self._kept, self._spec = parent, kept, spec

    def offer(self, below: QWidget) -> None:
        """Open the menu."""
        menu = QMenu(self._over)
        known = presets.usable(self._kept)
        for name in known:
            entry(menu, name, lambda name=name: self.use(name))  # type: ignore[misc]
        if known:
            menu.addSeparator()
        entry(menu, self.tr("Save this look as…"), self._ask_name)
        for name in known:
            entry(menu, self.tr("Remove {name}").format(name=name), lambda name=name: self.remove(name))  # type: ignore[misc]
        menu.exec(below.mapToGlobal(QPoint(0, below.height())))
        menu.deleteLater()

    def _ask_name(self) -> None:
        dialog = QInputDialog(self._over)
        dialog.setWindowTitle(self.tr("Save this look"))
        dialog.setLabelText(self.tr("Name"))
        dialog.textValueSelected.connect(self.keep)
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(False)
        dialog.show()

    def keep(self, name: str) -> None:
        """Keep the figure's look under a name, in the place of one of that name."""
        if name.strip():
            self._kept[name.strip()[:LONGEST]] = presets.look_of(self._spec())
            self.kept_changed.emit()

    def use(self, name: str) -> None:
        """Give the figure a look that was kept."""
        try:
            self.changed.emit(presets.with_look(self._spec(), self._kept[name], name))
        except OrreryError as error:
            self.noticed.emit(Notice("error", str(error), about="figure"))

    def remove(self, name: str) -> None:
        """Forget a look."""
        self._kept.pop(name, None)
        self.kept_changed.emit()

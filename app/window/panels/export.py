"""Asks for a figure: which view, how large on paper or screen, in which theme, into which file. Stays open.

What was chosen last stays, also after the window has closed. A file that is there already is replaced only after a
person said so for it: in the dialog that chose it, in answer to a question, or by having drawn the same view there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from app.widgets.basics import describe, muted, spaced_form, stand_over
from app.window.panels.page_box import PageBox
from engine.errors import InputRefused
from viz import ask_path
from viz import theme as themes
from viz.figures.page import SUFFIXES, Figure
from viz.in_language import in_language
from viz.question import agreed
from viz.view import View

THEME, TRANSPARENT, PAGE = "theme", "transparent", "page"  # what is kept


def _is_there(path: Path) -> bool:
    """False also for what no file system takes as a name."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


class ExportPanel(QDialog):
    """`asked(path, Figure)`. The file's ending chooses the kind of picture.

    `kept` is what was chosen before, as text; it is changed in place.
    """

    asked = Signal(str, object)
    chosen = Signal()  # something of `kept` is another

    def __init__(self, views: Mapping[str, type[View]], kept: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.setWindowTitle(self.tr("Export a figure"))
        self.ask_path: Callable[[str], str] = self._ask_path
        self.ask_replace: Callable[[str], bool] = self._ask_replace
        self._kept = kept
        self._proposed = ""  # the path as nobody has changed it
        self._drawn = ""  # the view of the figure that was asked for last
        self._may_replace: set[tuple[str, str]] = set()  # (file, view); view "" where the file was chosen as it is
        self.view = QComboBox()
        for identifier, view in views.items():
            self.view.addItem(view.translated_title(), identifier)
        self.page = PageBox(kept.get(PAGE, ""))
        self.theme = QComboBox()
        for theme in themes.names():
            self.theme.addItem(QCoreApplication.translate("Themes", themes.theme(theme).title), theme)
        self.transparent = QCheckBox(self.tr("Transparent background"))
        self.transparent.setChecked(kept.get(TRANSPARENT, "") == "yes")
        self.path = QLineEdit()
        self.browse = QPushButton(self.tr("Browse…"))
        self.button = QPushButton(self.tr("Export"))
        self.button.setObjectName("primary")
        self.button.setDefault(True)
        self.hint = muted()
        self.hint.setWordWrap(True)
        self._name_all()
        self._lay_out()
        self._connect()
        self._check()

    def _name_all(self) -> None:
        describe(self.view, self.tr("View"))
        describe(self.theme, self.tr("Theme"))
        describe(self.transparent, self.tr("Transparent background"))
        describe(self.path, self.tr("File"), self.tr("The ending of the name sets the format: .png, .svg or .pdf"))
        describe(self.browse, self.tr("Choose the folder and file name"))
        describe(self.button, self.tr("Export"))

    def _lay_out(self) -> None:
        file = QHBoxLayout()
        file.addWidget(self.path, 1)
        file.addWidget(self.browse)
        form = spaced_form()
        form.addRow(self.tr("View"), self.view)
        for name, boxes in self.page.rows():
            form.addRow(name, boxes)
        form.addRow(self.tr("Theme"), self.theme)
        form.addRow("", self.transparent)
        form.addRow(self.tr("File"), file)
        stand_over(self, form, self.hint, self.button)
        self.setMinimumWidth(520)

    def _connect(self) -> None:
        self.page.changed.connect(self._check)
        self.view.currentIndexChanged.connect(self._check)
        self.view.activated.connect(self._name_after)
        self.path.textChanged.connect(self._check)
        self.browse.clicked.connect(self._browse)
        self.button.clicked.connect(self._ask)

    def open_for(self, view: str, theme: str, suggested: str) -> None:
        """Show the panel for a view; in the theme chosen last, at first in the one at hand."""
        for box, value in ((self.view, view), (self.theme, self._kept.get(THEME, theme))):
            box.setCurrentIndex(max(0, box.findData(value)))
        self._propose(view, suggested)
        self._check()
        self.show()
        self.raise_()
        self.activateWindow()

    def _propose(self, view: str, suggested: str) -> None:
        """A name for the view, unless a person gave one; beside the last file where that is another view's."""
        path = self.path.text()
        if path not in ("", self._proposed):
            if self._drawn in ("", view):
                return
            suggested = str(Path(path).with_name(Path(suggested).stem + Path(path).suffix))
        self._proposed = suggested
        self.path.setText(suggested)

    def _name_after(self) -> None:
        """Another view was chosen here: a name that nobody typed follows."""
        if self._proposed and self.path.text() == self._proposed:
            proposed = Path(self._proposed)
            self._propose(
                self.view.currentData(), str(proposed.with_name(f"{self.view.currentData()}{proposed.suffix}"))
            )

    def figure(self) -> Figure:
        """What is asked for. Raises InputRefused where the page cannot be made."""
        return Figure(self.view.currentData(), self.page.page(), self.theme.currentData(), self.transparent.isChecked())

    def _check(self) -> None:
        path = Path(self.path.text())
        why = "" if path.suffix.lower() in SUFFIXES else self.tr("The file name must end in .png, .svg or .pdf.")
        try:
            self.page.page()
        except InputRefused as error:
            why = in_language(str(error))
        self.button.setEnabled(not why)
        there = self.tr("This file exists already and will be replaced.")
        if not self._is_meant():
            there = self.tr("This file exists already: you are asked before it is replaced.")
        self.hint.setText(why or (there if _is_there(path) else self.page.told()))

    def _is_meant(self) -> bool:
        """Whether a person said that the file may be replaced by this view."""
        path = self.path.text()
        return bool({(path, ""), (path, self.view.currentData())} & self._may_replace)

    def _browse(self) -> None:
        chosen = self.ask_path(self.path.text())
        if chosen:
            self._may_replace.add((chosen, ""))  # the dialog has asked
            self.path.setText(chosen)
            self._check()

    def _ask_path(self, suggested: str) -> str:
        kinds = self.tr("Pictures (*.png *.svg *.pdf)")
        return ask_path.save_file(self, self.tr("Export a figure"), suggested, kinds)[0]

    def _ask_replace(self, path: str) -> bool:
        there = self.tr("{name} exists already.").format(name=Path(path).name)
        more, replace = self.tr("Replace it by this figure?"), self.tr("Replace")
        return agreed(self, self.tr("Export a figure"), there, more, replace)

    def _ask(self) -> None:
        path, figure = self.path.text(), self.figure()
        if _is_there(Path(path)) and not self._is_meant() and not self.ask_replace(path):
            return
        self._may_replace = {known for known in self._may_replace if known != (path, "")}
        self._may_replace.add((path, figure.view))
        self._drawn = figure.view
        self._kept.update(
            {THEME: figure.theme, TRANSPARENT: "yes" if figure.transparent else "no", PAGE: self.page.as_text()}
        )
        self.chosen.emit()
        self.asked.emit(path, figure)
        self._check()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape hides the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

"""A figure's ways out of the window and back: pictures, specs, the clipboard, and a drag."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from app.notice import Notice
from app.whole_file import write_whole
from app.window.studio import carry
from engine.errors import OrreryError, in_short
from viz import ask_path
from viz.figures.files import save_picture
from viz.figures.picture import Picture
from viz.figures.spec import FigureSpec
from viz.figures.spec_file import places_outside, read_spec, text_of
from viz.joined import listed
from viz.plain import asking

Facts = Mapping[str, str]
KINDS = ("PDF (*.pdf)", "SVG (*.svg)", "PNG (*.png)")  # a name without an ending gets that of the kind chosen


class FigureFiles(QObject):
    """`spec` is the figure, `whole` the figure laid out (None where there is none), `facts` what it says of itself, and
    `sourced` the figure as a spec in a folder says it. `opened(spec, folder)` has what was read.
    """

    noticed = Signal(object)  # Notice
    opened = Signal(object, object)

    def __init__(
        self,
        parent: QWidget,
        spec: Callable[[], FigureSpec],
        whole: Callable[[], Picture | None],
        facts: Callable[[], Facts],
        sourced: Callable[[Path], FigureSpec],
    ) -> None:
        super().__init__(parent)
        self._over = parent
        self._spec, self._whole, self._facts, self._sourced = spec, whole, facts, sourced
        self.ask_outside: Callable[[str, str], bool] = self._ask_outside

    def _tell(self, sentence: str, level: str = "error") -> None:
        self.noticed.emit(Notice("error" if level == "error" else "info", sentence, about="figure"))

    # -- pictures ------------------------------------------------------------------------------------------------

    def copy(self, made: Callable[[Picture, Facts], QMimeData]) -> None:
        """Put the figure on the clipboard."""
        picture = self._whole()
        if picture is None:
            return
        try:
            QGuiApplication.clipboard().setMimeData(made(picture, self._facts()))
        except OrreryError as error:
            self._tell(str(error))
            return
        self._tell(self.tr("The figure is on the clipboard."), "info")

    def drag(self, source: QWidget) -> None:
        """Drag the figure out of the window, as a file of the kind it is written as."""
        picture, out = self._whole(), Path(self._spec().out)
        if picture is None:
            return
        try:
            carry.drag(source, picture, self._facts(), out.stem or "figure", out.suffix or ".png")
        except (OrreryError, OSError) as error:
            self._tell(str(error))

    def ask_export(self, folder: Path | None) -> None:
        """Ask where the figure is written, and write it."""
        out = self._spec().out or "figure.pdf"
        kinds = ";;".join(sorted(KINDS, key=lambda kind: not kind.endswith(f"(*{Path(out).suffix})")))
        at = str((folder or Path.home()) / out)
        if name := ask_path.save_file(self._over, self.tr("Export the figure"), at, kinds)[0]:
            self.export(Path(name))

    def export(self, path: Path) -> None:
        """Write the figure; what cannot be written is a notice."""
        picture = self._whole()
        if picture is None:
            return
        try:
            save_picture(path, picture, self._facts())
        except OrreryError as error:
            self._tell(str(error))
            return
        self._tell(self.tr("The figure was saved: {path}").format(path=path), "info")

    # -- specs ---------------------------------------------------------------------------------------------------

    def ask_open(self) -> None:
        """Ask for a spec, and show it."""
        if name := ask_path.open_file(self._over, self.tr("Open a spec"), self.tr("Specs of figures (*.toml)")):
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Show the first figure of a spec; a damaged one is a notice and changes nothing."""
        found = self._read(path)
        if not found:
            return
        self.opened.emit(found[0], path.resolve().parent)
        if len(found) > 1:
            words = self.tr("{name} has {n} figures; the first is shown, and saving would keep this one only.")
            self._tell(words.format(name=path.name, n=len(found)), "info")

    def _read(self, path: Path) -> tuple[FigureSpec, ...]:
        """A spec's figures; none where it is damaged, which is told, or where it reads elsewhere and is not to."""
        try:
            return read_spec(path).figure
        except OrreryError as error:
            why = str(error)
        try:
            found = read_spec(path, outside=True).figure
        except OrreryError:
            self._tell(why)
            return ()
        folder = path.resolve().parent
        places = dict.fromkeys(place for figure in found for place in places_outside(figure, folder))
        return found if self.ask_outside(path.name, listed(places)) else ()

    def _ask_outside(self, name: str, places: str) -> bool:
        """Whether a spec may name files elsewhere: one that came from someone else should not."""
        there = self.tr("{name} names files outside its folder: {places}").format(name=name, places=in_short(places))
        box = asking(self.tr("Open a spec"), there, self.tr("Open it only where you know who made it."), self._over)
        opened = box.addButton(self.tr("Open"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is opened

    def ask_save(self, folder: Path | None) -> None:
        """Ask where the spec is written, and write it."""
        at, kinds = str((folder or Path.home()) / "figure.toml"), self.tr("Specs of figures (*.toml)")
        if name := ask_path.save_file(self._over, self.tr("Save the figure as a spec"), at, kinds)[0]:
            self.save(Path(name) if Path(name).suffix else Path(f"{name}.toml"))

    def save(self, path: Path) -> None:
        """Write the figure as text that makes it again."""
        try:
            spec = self._sourced(path.resolve().parent)
        except OrreryError as error:
            self._tell(str(error))
            return
        spec = spec if spec.out else replace(spec, out=f"{path.stem}.pdf")
        if why := write_whole(path, text_of(spec).encode()):
            words = self.tr("The spec could not be saved to {path} ({why}). Choose another folder or file name.")
            self._tell(words.format(path=path, why=why))
            return
        said = self.tr("The spec was saved: {path}").format(path=path)
        if places_outside(spec, path.resolve().parent):
            words = self.tr("It names files outside its folder: make it with `main.py figure {name} --outside`.")
            said = f"{said}\n{words.format(name=path.name)}"
        self._tell(said, "info")

"""The workspace Figure: panels on a page that is seen as it will be written, with undo, presets, files and clipboard.

The figure is a frozen spec; every field makes another one. The page is laid out a moment after the last change, by the
code that writes files, and asks what its views lack as docks do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.notice import Notice
from app.widgets.basics import describe
from app.window.studio import carry
from app.window.studio.bar import Bar
from app.window.studio.figure_files import FigureFiles
from app.window.studio.history import History
from app.window.studio.look_form import LookForm
from app.window.studio.looks import Looks
from app.window.studio.page_canvas import FIT, PageCanvas
from app.window.studio.panel_list import PanelList
from app.window.studio.scrolled import Scrolled
from app.window.studio.sources import carried, in_place, of_screen, source_of, with_source
from engine.errors import OrreryError, in_short
from engine.files.run_file import load_run
from engine.run import Run
from engine.sentences import say
from viz.figures.captions import caption_of
from viz.figures.facts import facts_of
from viz.figures.panel_state import Shown, panel_of, shown_panels
from viz.figures.picture import view_class
from viz.figures.sheet import Sheet, laid_out, letters_of
from viz.figures.spec import FigureSpec
from viz.figures.spec_file import inside
from viz.figures.whole import instead, needs_model, wanted_if_held
from viz.in_language import in_language
from viz.intents import AskLab, HandOver, Intent
from viz.joined import listed
from viz.plain import Label
from viz.registry import all_views
from viz.ui_state import UiState

SOON_MS = 150  # after the last change


@dataclass(frozen=True)
class Around:
    """What the studio asks of the window."""

    camera: Callable[[str], tuple[float, ...] | None]  # from where a view is looked at
    looked_at: Callable[[], str]  # the view that was in front before
    run_path: Callable[[], Path | None]  # the file that holds the run as it is


class Studio(QWidget):
    """`intent` asks what a view lacks, `noticed` has a sentence, `kept_changed` when a preset was saved or removed."""

    intent = Signal(object)
    noticed = Signal(object)
    kept_changed = Signal()

    def __init__(self, kept: dict[str, str], around: Around) -> None:
        super().__init__()
        self.history = History(FigureSpec(size="174mmx98mm"))
        self._around = around
        self._run, self._ui = Run(), UiState()
        self._folder: Path | None = None  # of the spec that was opened or saved
        self._opened: dict[Path, Run] = {}
        self._is_fresh = True
        self._sheet: Sheet | None = None
        self._shown: tuple[Shown, ...] = ()
        self._laid: tuple[FigureSpec, int, int] | None = None  # what is on the page
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.lay_out)
        self.panels, self.form, self.canvas = PanelList(all_views()), LookForm(), PageCanvas()
        self.files = FigureFiles(self, lambda: self.spec, self.whole, self.facts, self._sourced)
        self.looks = Looks(self, kept, lambda: self.spec)
        self.said = Label()
        self.said.setWordWrap(True)
        self.said.setObjectName("muted")
        self._buttons()
        self._arrange()
        self._connect()
        self._show()

    def _buttons(self) -> None:
        self.undo, self.redo = QPushButton(self.tr("Undo")), QPushButton(self.tr("Redo"))
        self.smaller, self.fit, self.larger = QPushButton("−"), QPushButton(self.tr("Fit")), QPushButton("+")
        self.presets = QPushButton(self.tr("Presets"))
        self.open, self.save = QPushButton(self.tr("Open spec…")), QPushButton(self.tr("Save spec…"))
        self.copy_image = QPushButton(self.tr("Copy image"))
        self.copy_vectors = QPushButton(self.tr("Copy vectors"))
        self.export = QPushButton(self.tr("Export…"))
        self.export.setObjectName("primary")
        describe(self.smaller, self.tr("See the page smaller"))
        describe(self.fit, self.tr("See the whole page"))
        describe(self.larger, self.tr("See the page larger"))
        describe(self.presets, self.tr("Presets"), self.tr("Looks that were saved by name"))
        describe(self.open, self.tr("Open spec…"), self.tr("Open a figure that was saved as text (.toml)"))
        words = self.tr("Save the figure as text (.toml): `main.py figure` makes it again")
        describe(self.save, self.tr("Save spec…"), words)
        describe(self.copy_image, self.tr("Copy image"), self.tr("Pixels, for programs of any kind"))
        describe(self.copy_vectors, self.tr("Copy vectors"), self.tr("SVG and PDF, for programs that draw"))
        describe(self.export, self.tr("Export…"), self.tr("Write PNG, SVG or PDF; the page can also be dragged out"))

    def _arrange(self) -> None:
        groups = (
            (self.undo, self.redo), (self.smaller, self.fit, self.larger), (self.presets, self.open, self.save),
            (self.copy_image, self.copy_vectors, self.export),
        )  # fmt: skip
        parts = QSplitter(Qt.Orientation.Horizontal)
        for part in (Scrolled(self.panels), self.canvas, Scrolled(self.form)):
            parts.addWidget(part)
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        parts.setSizes([240, 900, 320])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Bar(groups))
        column.addWidget(parts, 1)
        column.addWidget(self.said)
        self.said.setContentsMargins(14, 4, 14, 8)

    def _connect(self) -> None:
        self.panels.changed.connect(self.put)
        self.panels.added.connect(self.add_view)
        self.panels.taken.connect(self.take_again)
        self.panels.chosen.connect(self._mark)
        self.form.changed.connect(self.put)
        self.canvas.zoomed.connect(self._paint)
        self.canvas.chosen.connect(self.panels.choose)
        self.canvas.dragged.connect(lambda: self.files.drag(self.canvas))
        self.undo.clicked.connect(lambda: self._step(self.history.undo()))
        self.redo.clicked.connect(lambda: self._step(self.history.redo()))
        self.smaller.clicked.connect(lambda: self.canvas.step_zoom(False))
        self.larger.clicked.connect(lambda: self.canvas.step_zoom(True))
        self.fit.clicked.connect(lambda: self.canvas.set_zoom(FIT))
        self.presets.clicked.connect(lambda: self.looks.offer(self.presets))
        self.open.clicked.connect(self.files.ask_open)
        self.save.clicked.connect(lambda: self.files.ask_save(self._folder))
        self.copy_image.clicked.connect(lambda: self.files.copy(carry.as_image))
        self.copy_vectors.clicked.connect(lambda: self.files.copy(carry.as_vectors))
        self.export.clicked.connect(lambda: self.files.ask_export(self._folder))
        self.files.noticed.connect(self.noticed)
        self.files.opened.connect(self._come_from)
        self.looks.noticed.connect(self.noticed)
        self.looks.changed.connect(self.put)
        self.looks.kept_changed.connect(self.kept_changed)

    @property
    def spec(self) -> FigureSpec:
        """The figure as it is now."""
        return self.history.now

    # -- changing ------------------------------------------------------------------------------------------------

    def put(self, spec: FigureSpec, what: str = "") -> None:
        """Make the figure another one, as a step that can be taken back."""
        if self.history.put(spec, what):
            self._show()

    def add_view(self, view: str) -> None:
        """Add a panel that shows a view as it is on screen now."""
        panel = panel_of(view, self._ui, self._around.camera(view))
        self.put(replace(self.spec, panel=(*self.spec.panel, panel)))
        self.panels.choose(len(self.spec.panel) - 1)

    def take_again(self, index: int) -> None:
        """Have a panel show what its view shows on screen now."""
        if 0 <= index < len(self.spec.panel):
            old = self.spec.panel[index]
            new = panel_of(old.view, self._ui, self._around.camera(old.view))
            kept = {name: getattr(old, name) for name in ("title", "row", "column", "across", "down")}
            self.put(self.spec.with_panel(index, replace(new, **kept)))

    def _step(self, done: bool) -> None:
        if done:
            self._show()

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the figure's while the keyboard is here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_step(event):
            event.accept()
            return True
        return super().event(event)

    @staticmethod
    def _is_step(event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a step back, or do it again."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._step(self.history.undo())
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._step(self.history.redo())
        else:
            super().keyPressEvent(event)

    # -- showing -------------------------------------------------------------------------------------------------

    def refresh(self, run: Run, ui: UiState) -> None:
        """The run on screen, and what is chosen in it."""
        self._run, self._ui = run, ui
        self.panels.looked_at = self._around.looked_at()
        if self.isVisible() and self._laid != self._key():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what has changed while it was not seen; the first time, the view that was looked at until now."""
        super().showEvent(event)
        self.panels.looked_at = self._around.looked_at()
        if self._is_fresh and self.panels.looked_at in all_views():
            first = panel_of(self.panels.looked_at, self._ui, self._around.camera(self.panels.looked_at))
            self.history = History(replace(self.spec, panel=(first,)))
            self._show()
        self._is_fresh = False
        self._soon.start()

    def _key(self) -> tuple[FigureSpec, int, int]:
        return self.spec, id(self._run), self._run.changed

    def _show(self) -> None:
        """Show the fields of the figure at once, the page soon."""
        self.panels.show_spec(self.spec)
        self.form.show_spec(self.spec, self._caption())
        self.undo.setEnabled(self.history.can_undo)
        self.redo.setEnabled(self.history.can_redo)
        if self.isVisible():
            self._soon.start()

    def _caption(self) -> str:
        spec = self.spec
        if len(self._shown) != len(spec.panel) or not self._shown:
            return ""
        return caption_of(self._shown, letters_of(spec))

    def lay_out(self) -> None:
        """Lay the page out and paint it; what cannot be had is a sentence below."""
        self._soon.stop()
        self._laid = self._key()
        try:
            runs = [self._run_of(index) for index in range(len(self.spec.panel))]
            self._shown = shown_panels(self.spec, runs)
            sheet = laid_out(self.spec, self._shown) if self._shown else None
        except OrreryError as error:
            self._say(in_language(str(error)))
            return
        self._close_sheet()
        self._sheet = sheet
        self.form.show_spec(self.spec, self._caption())
        for button in (self.copy_image, self.copy_vectors, self.export):
            button.setEnabled(sheet is not None)
        if sheet is None:
            self._say(self.tr("Add a view to begin: it is shown here as it will be written."))
            self.canvas.page.hide()
            return
        self.canvas.page.show()
        self._paint()
        self._ask()

    def _run_of(self, index: int) -> Run:
        """The run of a panel: that on screen, unless the spec names a file."""
        source = self.spec.source_of(self.spec.panel[index])
        if not source.file:
            return self._run
        path = inside(self._folder or Path(), source.file, True, say("The run"))
        if path not in self._opened:
            self._opened[path] = load_run(path)
        return self._opened[path]

    def _paint(self) -> None:
        if self._sheet is None:
            return
        try:
            self.canvas.show_picture(self._sheet, self._sheet.theme.surface, self._panel_at)
        except OrreryError as error:
            self._say(in_language(str(error)))
            return
        self._mark(self.panels.list.currentRow())

    def _ask(self) -> None:
        """Ask what the views lack, in turn with what docks ask; a run of a file is handed to its model first."""
        lacking = self._lacking()
        words = self.tr("Being completed: {panels}.").format(panels=listed(lacking))
        self._say(words if lacking else self.form.page.told())
        wanted = [intent for each in self._shown if each.run is self._run for intent in _wanted(each)]
        if wanted and needs_model(wanted) and self._run.run_id <= 0:
            wanted = [HandOver()]
        for intent in wanted:
            self.intent.emit(replace(intent, in_turn=True) if isinstance(intent, AskLab) else intent)

    def _lacking(self) -> list[str]:
        """The panels that are not whole, by letter or title."""
        names = [letter or view_class(panel.view).translated_title()
                 for letter, panel in zip(letters_of(self.spec), self.spec.panel, strict=True)]  # fmt: skip
        return [name for name, each in zip(names, self._shown, strict=False) if _wanted(each)]

    def _why_not(self) -> str:
        """Why the figure cannot be written as it is; "" where it can."""
        if lacking := self._lacking():
            words = self.tr("The figure is not whole yet, so nothing was written: {panels} is being completed.")
            return words.format(panels=listed(lacking))
        found = (instead(cls, cls.frame(it.run, it.ui)) for it in self._shown for cls in [view_class(it.panel.view)])
        return next((sentence for sentence in found if sentence), "")

    def _panel_at(self, point: QPoint) -> int:
        boxes = [] if self._sheet is None else [box for box, _ in self._sheet.panels]
        for index, box in enumerate(boxes):
            if QRect(box.x, box.y, box.width, box.height).contains(point):
                return index
        return -1

    def _mark(self, index: int) -> None:
        several = self._sheet is not None and len(self._sheet.panels) > 1
        if not several or self._sheet is None or not 0 <= index < len(self._sheet.panels):
            self.canvas.mark(None)
            return
        box = self._sheet.panels[index][0]
        self.canvas.mark(QRect(box.x, box.y, box.width, box.height))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)

    def _close_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.close()
            self._sheet = None

    def end(self) -> None:
        """The window closes."""
        self._soon.stop()
        self._close_sheet()

    # -- what goes out of it -------------------------------------------------------------------------------------

    def facts(self) -> dict[str, str]:
        """What the picture says of itself."""
        made = source_of(self._run, self._around.run_path(), self._folder)
        return facts_of(with_source(self.spec, made), self._shown)

    def composition(self) -> FigureSpec:
        """The figure as a film takes it."""
        return in_place(self.spec, self._folder)

    def whole(self) -> Sheet | None:
        """The figure as it is now, laid out; None where there is none, or it is not whole, which is told."""
        if self._laid != self._key():
            self.lay_out()
        if self._sheet is not None and (why := self._why_not()):
            self.noticed.emit(Notice("warning", why, about="figure"))
            return None
        return self._sheet

    def _come_from(self, spec: FigureSpec, folder: Path) -> None:
        """Show a figure that was opened from a folder."""
        self._folder = folder
        self._opened.clear()
        shown, other = of_screen(spec, self._run)
        self.put(shown)
        if other is not None:
            words = self.tr(
                "The figure was made with {model} on “{prompt}”; it shows the run on screen instead. Run that prompt, "
                "and open the spec again, to see it as it was."
            )
            sentence = words.format(model=in_short(other.model), prompt=in_short(other.prompt))
            self.noticed.emit(Notice("info", sentence, about="figure"))

    def _sourced(self, folder: Path) -> FigureSpec:
        """The figure as a spec in a folder says it, which is its own from now on."""
        spec, self._folder = carried(self.spec, self._folder, folder), folder
        self.put(spec)
        return with_source(spec, source_of(self._run, self._around.run_path(), folder))


def _wanted(shown: Shown) -> tuple[Intent, ...]:
    return wanted_if_held(view_class(shown.panel.view), shown.run, shown.ui)

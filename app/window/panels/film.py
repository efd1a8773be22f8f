"""Asks for a film: what moves, how long, how large, in which theme; the file is asked for last. Stays open.

What was chosen last stays, also after the window has closed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QPushButton, QWidget

from app.widgets.basics import describe, muted, spaced_form, stand_over
from engine.errors import InputRefused
from viz import ask_path
from viz import theme as themes
from viz.figures.spec import FigureSpec, Panel
from viz.films import formats
from viz.films.spec import AGAIN, BACK, FLIGHT, GENERATION, ONCE, SWEEP, TURNTABLE, FilmSpec, Motion
from viz.films.steps import HEAD, LAYER, POSITION
from viz.in_language import in_language
from viz.lab import QT_TRANSLATE_NOOP
from viz.number_boxes import DecimalBox, WholeBox
from viz.plural import plural
from viz.view import View

translate = QCoreApplication.translate  # by this name its texts are collected

MOTIONS = (
    (TURNTABLE, QT_TRANSLATE_NOOP("FilmPanel", "Turntable")),
    (GENERATION, QT_TRANSLATE_NOOP("FilmPanel", "Generation, token by token")),
    (FLIGHT, QT_TRANSLATE_NOOP("FilmPanel", "Flight along the path")),
    (SWEEP, QT_TRANSLATE_NOOP("FilmPanel", "Sweep")),
)
SWEPT = (
    (LAYER, QT_TRANSLATE_NOOP("FilmPanel", "Layer")),
    (HEAD, QT_TRANSLATE_NOOP("FilmPanel", "Head")),
    (POSITION, QT_TRANSLATE_NOOP("FilmPanel", "Position")),
)
SIZES = (
    ("1280x720", "1280 × 720"),
    ("1920x1080", "1920 × 1080"),
    ("3840x2160", "3840 × 2160"),
    ("1080x1080", "1080 × 1080"),
    ("960x540", "960 × 540"),
)
LOOPS = (
    (AGAIN, QT_TRANSLATE_NOOP("FilmPanel", "Begins again")),
    (BACK, QT_TRANSLATE_NOOP("FilmPanel", "Forwards and backwards")),
    (ONCE, QT_TRANSLATE_NOOP("FilmPanel", "Plays once")),
)
KINDS = QT_TRANSLATE_NOOP(
    "FilmPanel", "MP4 (*.mp4);;WebM (*.webm);;GIF (*.gif);;Animated WebP (*.webp);;Folder of PNG pictures (*)"
)


FIGURE = "figure"  # in place of a view: what is composed in the workspace of that name


class FilmPanel(QDialog):
    """`asked(path, FilmSpec)` of a film of one view, or of `composition`, the figure composed in the window, if any.

    `kept` is what was chosen before, as text, changed in place.
    """

    asked = Signal(str, object)
    chosen = Signal()  # something of `kept` is another

    def __init__(
        self, views: Mapping[str, type[View]], kept: dict[str, str], parent: QWidget,
        composition: Callable[[], FigureSpec | None] = lambda: None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._composition = composition
        self.setModal(False)
        self.setWindowTitle(self.tr("Film"))
        self.ask_path: Callable[[str], str] = self._ask_path
        self._views, self._kept = views, kept
        self.view = QComboBox()
        for identifier, view in views.items():
            self.view.addItem(view.translated_title(), identifier)
        self.motion, self.of = QComboBox(), QComboBox()
        self.page = _box(SIZES)
        self.loop = _box([(name, translate("FilmPanel", title)) for name, title in LOOPS])
        self.theme = _box([(name, translate("Themes", themes.theme(name).title)) for name in themes.names()])
        self.seconds, self.fps = DecimalBox(), WholeBox()
        self.seconds.setRange(0.5, 600.0)
        self.seconds.setDecimals(1)
        self.seconds.setSuffix(self.tr(" s"))
        self.fps.setRange(1, 120)
        self.button = QPushButton(self.tr("Save film…"))
        self.button.setObjectName("primary")
        self.button.setDefault(True)
        self.hint = muted()
        self.hint.setWordWrap(True)
        self._name_all()
        self._lay_out()
        self._take_up()
        self._connect()

    def _name_all(self) -> None:
        describe(self.view, self.tr("View"), self.tr("Or the figure composed in the workspace Figure"))
        describe(self.motion, self.tr("What moves"))
        describe(self.of, self.tr("Swept"), self.tr("What the film goes through, from its first value to its last"))
        describe(self.seconds, self.tr("Seconds"))
        describe(self.fps, self.tr("Pictures a second"))
        describe(self.page, self.tr("Size"))
        describe(self.theme, self.tr("Theme"))
        describe(self.loop, self.tr("At its end"))
        describe(self.button, self.tr("Choose the file and make the film; the ending of its name sets the format"))

    def _lay_out(self) -> None:
        form = spaced_form()
        self._form = form
        for name, box in (
            (self.tr("View"), self.view),
            (self.tr("What moves"), self.motion),
            (self.tr("Swept"), self.of),
            (self.tr("Seconds"), self.seconds),
            (self.tr("Pictures a second"), self.fps),
            (self.tr("Size"), self.page),
            (self.tr("Theme"), self.theme),
            (self.tr("At its end"), self.loop),
        ):
            form.addRow(name, box)
        stand_over(self, form, self.hint, self.button)
        self.setMinimumWidth(460)

    def _take_up(self) -> None:
        """What was chosen before."""
        for box, name, usual in self._choices():
            _choose(box, self._kept.get(name, usual))
        self.seconds.setValue(_number(self._kept.get("film_seconds", ""), 10.0))
        self.fps.setValue(round(_number(self._kept.get("film_fps", ""), 30.0)))

    def _choices(self) -> tuple[tuple[QComboBox, str, str], ...]:
        return (
            (self.page, "film_size", SIZES[0][0]), (self.loop, "film_loop", AGAIN), (self.theme, "film_theme", "dark"),
        )  # fmt: skip

    def _connect(self) -> None:
        self.view.currentIndexChanged.connect(self._offer)
        self.motion.currentIndexChanged.connect(self._check)
        self.of.currentIndexChanged.connect(self._check)
        self.seconds.valueChanged.connect(self._check)
        self.fps.valueChanged.connect(self._check)
        self.page.currentIndexChanged.connect(self._check)
        self.loop.currentIndexChanged.connect(self._check)
        self.button.clicked.connect(self._ask)

    def open_for(self, view: str) -> None:
        """Show the panel for a view; "" for the composed figure."""
        figure, at = self._composition(), self.view.findData(FIGURE)
        if figure is not None and at < 0:
            self.view.insertItem(0, self.tr("Composed figure"), FIGURE)
        elif figure is None and at >= 0:
            self.view.removeItem(at)
        _choose(self.view, view or FIGURE)
        self._offer()
        self.show()
        self.raise_()
        self.activateWindow()

    def _offer(self) -> None:
        """The motions of the view, and what of it can be swept."""
        from viz.figures.picture import HasCamera

        name = self.view.currentData()
        figure = self._composition() if name == FIGURE else None
        names = [name] if figure is None else [panel.view for panel in figure.panel]
        views = [self._views[each] for each in names if each in self._views]
        if not views:
            return
        turns = any(issubclass(view, HasCamera) for view in views)
        motion, of = self.motion.currentData(), self.of.currentData()
        for box in (self.motion, self.of):
            box.blockSignals(True)
            box.clear()
        for kind, title in MOTIONS:
            if turns or kind not in (TURNTABLE, FLIGHT):
                self.motion.addItem(translate("FilmPanel", title), kind)
        for name, title in SWEPT:
            self.of.addItem(translate("FilmPanel", title), name)
        for option in views[0].options if figure is None else ():
            if option.kind != "text":
                self.of.addItem(views[0].translated(option.label), option.name)
        for box, before in ((self.motion, motion), (self.of, of)):
            _choose(box, before)
            box.blockSignals(False)
        self._check()

    def film(self) -> FilmSpec:
        """What is asked for, of a view as it is by itself or of the figure. Raises InputRefused: it cannot be made."""
        from viz.films.spec_file import require_panels

        motion = Motion(self.motion.currentData(), seconds=self.seconds.value())
        if motion.kind == SWEEP:
            motion = Motion(SWEEP, seconds=self.seconds.value(), of=self.of.currentData())
        figure = self._figure()
        film = FilmSpec(fps=float(self.fps.value()), loop=self.loop.currentData(), motion=(motion,), figure=figure)
        formats.require_length(film)
        require_panels(film, motion)
        return film

    def _figure(self) -> FigureSpec:
        size, theme, name = self.page.currentData(), self.theme.currentData(), self.view.currentData()
        composed = self._composition() if name == FIGURE else None
        if composed is None:
            return FigureSpec(size=size, theme=theme, panel=(Panel(name),))
        return replace(composed, out="", size=size, dpi=None, text_size="", theme=theme, transparent=False)

    def _check(self) -> None:
        swept = self.motion.currentData() == SWEEP
        self._form.setRowVisible(self.of, swept)
        try:
            count = formats.pictures_of(self.film())
            why = ""
        except InputRefused as error:
            count, why = 0, in_language(str(error))
        self.button.setEnabled(not why)
        words = plural(self.tr("{n} picture(s); you can continue working meanwhile.", "", count), count)
        self.hint.setText(why or words.format(n=f"{count:,}"))

    def _ask(self) -> None:
        film = self.film()
        path = self.ask_path(str(Path.home() / f"{self.view.currentData()}.mp4"))
        if not path:
            return
        try:
            formats.require_format(film, formats.format_of(Path(path)))
        except InputRefused as error:
            self.hint.setText(in_language(str(error)))
            return
        self._kept.update({name: box.currentData() for box, name, _ in self._choices()})
        self._kept.update({"film_seconds": f"{self.seconds.value():g}", "film_fps": str(self.fps.value())})
        self.chosen.emit()
        self.asked.emit(path, film)
        self.hide()

    def _ask_path(self, suggested: str) -> str:
        return ask_path.save_file(self, self.tr("Save film"), suggested, translate("FilmPanel", KINDS))[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape hides the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)


def _number(text: str, usual: float) -> float:
    """What was kept; what is usual where that is no number."""
    try:
        value = float(text)
    except ValueError:
        return usual
    return value if math.isfinite(value) else usual


def _box(choices: Iterable[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    for name, title in choices:
        box.addItem(title, name)
    return box


def _choose(box: QComboBox, value: object) -> None:
    """The entry of a value; the first where it is not there."""
    box.setCurrentIndex(max(0, box.findData(value)))

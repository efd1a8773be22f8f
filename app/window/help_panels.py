"""The two panels of the Help menu: every shortcut, made from the table of actions, and what Orrery is."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from platform import python_version
from typing import Final

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.widgets.basics import heading, muted
from viz.lab import QT_TRANSLATE_NOOP
from viz.plain import Label

translate = QCoreApplication.translate  # by this name its texts are collected

SCROLL_BAR, EDGES = 14, 48  # logical pixels: its width, and what stands free beside a panel's contents
MOST = 0.9  # of the screen that a panel takes
# What mouse and keys do on the map: they are its own, so no action stands for them.
ON_THE_MAP: Final = (
    (QT_TRANSLATE_NOOP("Help", "Rotate (pan in 2D)"), QT_TRANSLATE_NOOP("Help", "drag, arrow keys")),
    (QT_TRANSLATE_NOOP("Help", "Pan"), QT_TRANSLATE_NOOP("Help", "Shift + drag, right drag")),
    (QT_TRANSLATE_NOOP("Help", "Zoom in, zoom out"), QT_TRANSLATE_NOOP("Help", "wheel, + / -")),
    (QT_TRANSLATE_NOOP("Help", "Zoom to a point"), QT_TRANSLATE_NOOP("Help", "double click")),
    (
        QT_TRANSLATE_NOOP("Help", "Select a box"),
        QT_TRANSLATE_NOOP("Help", "Ctrl + drag, or B and drag, or B, arrow keys and Enter"),
    ),
    (
        QT_TRANSLATE_NOOP("Help", "Select with a lasso"),
        QT_TRANSLATE_NOOP("Help", "Ctrl + Shift + drag, or L and drag, or L, arrow keys and Enter"),
    ),
    (QT_TRANSLATE_NOOP("Help", "Choose a token, return to a branch"), QT_TRANSLATE_NOOP("Help", "click")),
    (
        QT_TRANSLATE_NOOP("Help", "Go through tokens, rays and names, and choose one"),
        QT_TRANSLATE_NOOP("Help", "J / K, Enter"),
    ),
    (
        QT_TRANSLATE_NOOP("Help", "Pin a continuation of the look-ahead tree"),
        QT_TRANSLATE_NOOP("Help", "right click, or P"),
    ),
    (QT_TRANSLATE_NOOP("Help", "Show the whole map"), "R"),
    (QT_TRANSLATE_NOOP("Help", "Follow the current point"), "F"),
    (QT_TRANSLATE_NOOP("Help", "Turntable"), "T"),
    (QT_TRANSLATE_NOOP("Help", "2D, 3D"), "2 / 3"),
    (QT_TRANSLATE_NOOP("Help", "Search tokens"), "/"),
)
# The same in the window for the audience, and where the small picture of it has the keyboard.
PRESENTING: Final = (
    (QT_TRANSLATE_NOOP("Help", "Next or previous step, or token"), QT_TRANSLATE_NOOP("Help", "Page Down / Page Up")),
    (QT_TRANSLATE_NOOP("Help", "Black, freeze"), "B / F"),
    (QT_TRANSLATE_NOOP("Help", "Pointer, highlighter, magnifier"), "D / H / M"),
    (QT_TRANSLATE_NOOP("Help", "Move it, finely"), QT_TRANSLATE_NOOP("Help", "arrow keys, Shift + arrow keys")),
    (QT_TRANSLATE_NOOP("Help", "Put the highlighter down, lift it"), "Enter"),
    (QT_TRANSLATE_NOOP("Help", "Clear the drawing"), "C"),
    (QT_TRANSLATE_NOOP("Help", "Show the answer, the notes"), "A / N"),
    (QT_TRANSLATE_NOOP("Help", "Put a pointer away, leave full screen"), "Esc"),
)


def show_shortcuts(window: QWidget, actions: Iterable[QAction]) -> QDialog:
    """A panel with the shortcuts of these actions, and with what mouse and keys do on the map."""
    panel, layout = _panel(window, translate("Help", "Keyboard shortcuts"))
    rows = [(it.text(), " / ".join(keys.toString() for keys in it.shortcuts())) for it in actions]
    on_map = [(translate("Help", what), translate("Help", how)) for what, how in ON_THE_MAP]
    presenting = [(translate("Help", what), translate("Help", how)) for what, how in PRESENTING]
    room = panel.screen().availableSize().width() * MOST - SCROLL_BAR
    columns = 2 if all(_width(_grid(of)) + EDGES <= room for of in (rows, on_map, presenting)) else 1
    layout.addLayout(_grid(rows, columns))
    layout.addSpacing(8)
    layout.addWidget(heading(translate("Help", "On the map")))
    layout.addLayout(_grid(on_map, columns))
    layout.addSpacing(8)
    layout.addWidget(heading(translate("Help", "While presenting")))
    layout.addLayout(_grid(presenting, columns))
    return _show(panel, layout)


def show_about(window: QWidget) -> QDialog:
    """What Orrery is, which one this is, and whose work comes with it."""
    panel, layout = _panel(window, translate("Help", "About Orrery"))
    layout.addWidget(
        Label(
            translate(
                "Help",
                "Orrery shows a language model at work: its hidden states on a map, the tokens that may "
                "come next,\nwhat each attention head attends to, and what changes when a component is "
                "switched off.",
            )
        )
    )
    layout.addWidget(
        Label(
            translate(
                "Help",
                "Everything shown is computed on this computer from the model's own numbers; maps and "
                "estimates are marked as such.\nYour text is never sent anywhere. The network is used "
                "only to download models.",
            )
        )
    )
    layout.addWidget(
        muted(
            translate("Help", "Version {version} · Python {python} · Qt {qt}").format(
                version=_version(), python=python_version(), qt=qt_version
            )
        )
    )
    layout.addWidget(
        muted(
            translate("Help", "Apache-2.0. The default model, SmolLM2-135M-Instruct, is by Hugging Face, Apache-2.0.")
        )
    )
    return _show(panel, layout)


def _version() -> str:
    metadata = importlib.import_module("importlib.metadata")  # slow enough to wait until somebody asks
    try:
        return str(metadata.version("orrery"))
    except metadata.PackageNotFoundError:  # run from its folder without having been installed
        return "–"


def _grid(rows: list[tuple[str, str]], columns: int = 2) -> QGridLayout:
    """Rows of text and keys, in so many columns beside each other."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(28)
    grid.setVerticalSpacing(5)
    half = -(-len(rows) // columns)
    for index, (text, keys) in enumerate(rows):
        across = 2 * (index // half)
        said, pressed = Label(text), muted(keys)
        for label in (said, pressed):
            label.ensurePolished()  # its width is that of its own letters
        grid.addWidget(said, index % half, across)
        grid.addWidget(pressed, index % half, across + 1)
    return grid


def _width(grid: QGridLayout) -> int:
    held = QWidget()  # of what stands in none nothing is known
    held.setLayout(grid)
    return held.sizeHint().width()


def _panel(window: QWidget, title: str) -> tuple[QDialog, QVBoxLayout]:
    """A window beside the other one, and where its contents go: they are scrolled where the screen is too small."""
    panel = QDialog(window)
    panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    panel.setModal(False)
    panel.setWindowTitle(title)
    area, inside = QScrollArea(), QWidget()
    inside.setObjectName("panel")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    outer = QVBoxLayout(panel)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(24, 20, 24, 22)
    layout.setSpacing(14)
    layout.addWidget(heading(title))
    return panel, layout


def _show(panel: QDialog, contents: QVBoxLayout) -> QDialog:
    """As large as its contents, and no larger than its screen."""
    wanted = contents.totalSizeHint() + QSize(SCROLL_BAR, 0)
    panel.resize(wanted.boundedTo(panel.screen().availableSize() * MOST))
    panel.show()
    return panel

"""Names that look like markup, a run that holds them everywhere, and what of them gets through as markup.

Used on every view and on the window: whatever a file, a model or a person calls something is shown as it is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as Text
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QMenu, QTabBar, QWidget

from engine.records import Change, Plan, Site, Vocabulary
from engine.run import Run
from tests.helpers.runs import branched
from viz.board import Board, Row
from viz.plain import Markup

NAMES = ('<img src="/x.png">', "<h1>Big<b>", "&amp;", "<a href='file:///'>&x</a>", "<!-- -->[*]", "a<br>b&c")


def vocabulary_of(old: Vocabulary) -> Vocabulary:
    """As many tokens of the same kinds, called by such names."""
    texts = [f" {NAMES[index % len(NAMES)]}{index}".encode() for index in range(len(old))]
    data = np.frombuffer(b"".join(texts), np.uint8).copy()
    return Vocabulary(data, np.cumsum([0, *map(len, texts)]).astype(np.int64), old.kinds)


def hostile_run() -> Run:
    """A run with branches and a map of a model whose name, source and tokens are such names."""
    run = branched()
    assert run.info is not None
    assert run.vocabulary is not None
    run.vocabulary = vocabulary_of(run.vocabulary)
    run.info = replace(
        run.info, name=NAMES[0], source=f"the folder /tmp/{NAMES[1]}", revision=NAMES[2], family=NAMES[3],
        device=NAMES[4], dtype=NAMES[5], missing=(("linear", f"It says {NAMES[0]}."),),
    )  # fmt: skip
    run.prompt = " ".join(NAMES)
    for leaf, name in zip(run.leaves, NAMES, strict=False):
        run.name_branch(leaf, name)
    run.plan = Plan((Change(Site("head", 1, 2), 0.5),))
    for space, state in run.maps.items():
        layouts = [replace(layout, library=NAMES[1]) for layout in state.layouts]
        run.maps[space] = replace(state, layouts=layouts, background=replace(state.background, note=NAMES[0]))
    return run


def hostile_board() -> Board:
    """Rows that a person called so."""
    return Board(tuple(Row(Site("head", 1, index), 0.0, name=name) for index, name in enumerate(NAMES[:3])))


def leaks(root: QWidget) -> list[str]:
    """Whatever in `root` and all below it would be shown as markup, or with a letter taken for a shortcut."""
    return [f"{type(widget).__name__}: {text}" for widget in widgets_of(root) for text in _of_widget(widget)]


def widgets_of(root: QWidget) -> list[QWidget]:
    """`root` and all below it, but not the window in which Qt shows a tip: the tip itself is what is judged.

    Qt deletes that window when it shows the next tip, so whoever shows tips while walking would meet it deleted.
    """
    found = [root, *root.findChildren(QWidget)]
    return [widget for widget in found if widget.metaObject().className() != "QTipLabel"]


def is_markup(tip: str) -> bool:
    """Whether a tooltip would be read as markup that `viz.plain` did not write: that has one paragraph, all escaped."""
    inside = tip.removeprefix("<p style='white-space:pre-wrap'>").removesuffix("</p>")
    return Text.mightBeRichText(tip) and (inside == tip or "<" in inside)


def _of_widget(widget: QWidget) -> Iterator[str]:
    if is_markup(widget.toolTip()):
        yield f"tip {widget.toolTip()}"
    for action in widget.actions():
        yield from _of_action(action)
    if isinstance(widget, QLabel):
        yield from _of_label(widget)
    elif isinstance(widget, QAbstractButton) and takes_a_letter(widget.text()):
        yield f"button {widget.text()}"
    elif isinstance(widget, QMenu) and takes_a_letter(widget.title()):
        yield f"menu {widget.title()}"
    elif isinstance(widget, QTabBar):
        yield from (f"tab {text}" for at in range(widget.count()) if takes_a_letter(text := widget.tabText(at)))
    elif isinstance(widget, QAbstractItemView):
        yield from (f"item {tip}" for tip in _tips(widget.model()) if is_markup(tip))


def _of_action(action: QAction) -> Iterator[str]:
    if is_markup(action.toolTip()):
        yield f"tip of an action {action.toolTip()}"
    if takes_a_letter(action.text()):
        yield f"action {action.text()}"


def _of_label(label: QLabel) -> Iterator[str]:
    if isinstance(label, Markup):
        if any(name in label.text() for name in NAMES):
            yield f"not escaped {label.text()}"
    elif label.textFormat() != Qt.TextFormat.PlainText and (
        Text.mightBeRichText(label.text()) or any(name in label.text() for name in NAMES)
    ):
        yield f"label {label.text()}"


def takes_a_letter(text: str) -> bool:
    """Whether one of the names is in it whose `&` would be taken for the mark of a shortcut."""
    single = text.replace("&&", "\0")
    return any(f"&{rest}" in single for rest in ("amp;", "x<", "c"))


def _tips(model: QAbstractItemModel | None, parent: QModelIndex | None = None) -> Iterator[str]:
    parent = parent or QModelIndex()
    if model is None:
        return
    for row in range(min(model.rowCount(parent), 200)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            said: Any = model.data(index, Qt.ItemDataRole.ToolTipRole)
            if isinstance(said, str):
                yield said
            if column == 0:
                yield from _tips(model, index)

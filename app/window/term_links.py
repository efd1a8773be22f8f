"""Texts of the window in which the glossary's words open the glossary."""

from __future__ import annotations

import html
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.window.glossary import occurrences
from app.window.glossary_terms import Term
from viz.plain import Markup

SCHEME = "term:"  # of a link to a term, before its name


def linked(text: str, colour: str) -> str:
    """A text as HTML, each term in it a link at its first occurrence, underlined in `colour`."""
    parts, at, known = [], 0, set()
    for start, end, term in occurrences(text):
        if term.name in known:
            continue
        known.add(term.name)
        link = f'<a href="{SCHEME}{html.escape(term.name)}" style="color:{colour}">{html.escape(text[start:end])}</a>'
        parts += [html.escape(text[at:start]), link]
        at = end
    return "".join((*parts, html.escape(text[at:])))


def words_in(*texts: str) -> list[Term]:
    """The terms that stand in these texts, each once, in the order in which they come."""
    found = {term.name: term for text in texts for _, _, term in occurrences(text)}
    return list(found.values())


class LinkedText(Markup):
    """A wrapped text whose terms can be clicked, or reached by Tab and chosen by Enter."""

    def __init__(self, text: str, colour: str, open_term: Callable[[str], object], parent: QWidget | None = None):
        super().__init__(parent)
        self.setWordWrap(True)
        self.setText(linked(text, colour))
        self.setAccessibleName(text)
        mouse, keys = Qt.TextInteractionFlag.TextSelectableByMouse, Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse | mouse | keys)
        self.linkActivated.connect(lambda link: open_term(link.removeprefix(SCHEME)))

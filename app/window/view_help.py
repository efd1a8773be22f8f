"""What one view is about (F1): what it shows, how that is computed, what to try, where it comes from, and its words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.widgets.basics import heading, muted
from app.window.glossary_terms import Term
from app.window.term_links import LinkedText, words_in
from viz.help import Help, help_of
from viz.lab import QT_TRANSLATE_NOOP
from viz.plain import Label
from viz.theme import Theme
from viz.view import View

WIDTH, HEIGHT = 38, 42  # in heights of a line
MARGIN = 20  # logical pixels
SECTIONS = (
    QT_TRANSLATE_NOOP("ViewHelp", "What it shows"),
    QT_TRANSLATE_NOOP("ViewHelp", "How it is computed"),
    QT_TRANSLATE_NOOP("ViewHelp", "What to try"),
    QT_TRANSLATE_NOOP("ViewHelp", "Where it comes from"),
)


class ViewHelp(QDialog):
    """Stays open beside the window and shows one view after the other; `open_term(name)` opens the glossary."""

    def __init__(self, window: QWidget, open_term: Callable[[str], object]) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self._open_term = open_term
        self.view = ""  # the name of the one shown
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows and Page Down scroll
        glossary = QPushButton(self.tr("Glossary"))
        glossary.setAutoDefault(False)
        glossary.clicked.connect(lambda: open_term(""))
        below = QHBoxLayout()
        below.setContentsMargins(MARGIN, 8, MARGIN, 12)
        below.addStretch(1)
        below.addWidget(glossary)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.area, 1)
        outer.addLayout(below)
        line = self.fontMetrics().height()
        self.resize(QSize(WIDTH * line, HEIGHT * line).boundedTo(self.screen().availableSize() * 0.9))

    def show_view(self, view: type[View], theme: Theme) -> None:
        """Show what a view says of itself; its links in the theme's colour."""
        self.view = view.name
        title, tip, found = view.translated_title(), view.translated(view.tip), help_of(view)
        self.setWindowTitle(self.tr("About “{view}”").format(view=title))
        self.area.setAccessibleName(self.windowTitle())
        inside = QWidget()
        inside.setObjectName("panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 8)
        column.setSpacing(6)
        self._put_title(column, title, view.translated(view.subtitle), theme)
        texts = [tip, *(_texts(found) if found is not None else ())]
        self._put_sections(column, texts, theme)
        self._put_options(column, view, theme)
        self._put_words(column, words_in(title, *texts), theme)
        column.addStretch(1)
        self.area.setWidget(inside)

    def _put_title(self, column: QVBoxLayout, title: str, subtitle: str, theme: Theme) -> None:
        name = LinkedText(title, theme.accent, self._open_term)
        name.setObjectName("big")
        column.addWidget(name)
        if subtitle:
            column.addWidget(muted(subtitle))

    def _put_sections(self, column: QVBoxLayout, texts: list[str], theme: Theme) -> None:
        for section, text in zip(SECTIONS, texts, strict=False):
            self._begin(column, QCoreApplication.translate("ViewHelp", section))
            for line in text.split("\n"):
                column.addWidget(LinkedText(line, theme.accent, self._open_term))

    def _put_options(self, column: QVBoxLayout, view: type[View], theme: Theme) -> None:
        told = [(view.translated(option.label), view.translated(option.tip)) for option in view.options if option.tip]
        if told:
            self._begin(column, self.tr("Its options"))
        for label, tip in told:
            name = Label(label)
            name.setObjectName("dockTitle")
            column.addWidget(name)
            column.addWidget(LinkedText(tip, theme.accent, self._open_term))

    def _put_words(self, column: QVBoxLayout, words: list[Term], theme: Theme) -> None:
        if words:
            self._begin(column, self.tr("Its words"))
        for term in words:
            column.addWidget(LinkedText(term.name, theme.accent, self._open_term))
            said = muted(term.sentence)
            said.setWordWrap(True)
            column.addWidget(said)

    @staticmethod
    def _begin(column: QVBoxLayout, title: str) -> None:
        column.addSpacing(12)
        column.addWidget(heading(title))


def _texts(found: Help) -> tuple[str, str, str]:
    """How, what to try (a line each) and the source, in the person's language."""

    def said(text: str) -> str:
        return QCoreApplication.translate("ViewHelp", text)

    return said(found.how), "\n".join(said(text) for text in found.attempts), said(found.source)

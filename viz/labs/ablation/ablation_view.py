"""The board of interventions with what it does: sliders above, the next token before and after below.

A slider's every step is a question to the engine, one at a time: while an answer is on its way the newest value waits,
and is asked for as soon as the answer is there. So the picture follows as fast as the model can, and no faster.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.errors import InputRefused
from engine.labs.neurons.records import AskStrongest, Strongest
from engine.labs.twins.records import AskSentence
from engine.questions import Finding, Refused
from engine.run import Run
from viz.board import Board, Row, row_of, told
from viz.charts.painted import PaintedView
from viz.charts.speech import say_changed
from viz.intents import (
    AskAboutToken,
    AskLab,
    GoOn,
    Hover,
    Intent,
    LoadBoard,
    RedoBoard,
    Rest,
    SaveBoard,
    Say,
    SetBoard,
    SetOption,
    UndoBoard,
    WriteOn,
    ask_labs,
    choose,
)
from viz.joined import spoken
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.ablation.board_rows import BoardRows
from viz.labs.ablation.effect_panel import (
    EffectPainter,
    heading,
    tiles,
    verdict,
)
from viz.labs.ablation.effect_widget import EffectPanel, draw_row
from viz.labs.ablation.frame import AblationFrame, ablation_frame
from viz.labs.ablation.invitation import invitation
from viz.labs.ablation.sentence_panel import SentencePanel
from viz.number_boxes import WholeBox
from viz.plain import Label, entry, set_tip
from viz.theme import Theme
from viz.typed_token import written_token
from viz.ui_state import Option, UiState
from viz.wrapping_row import WrappingRow

LOW, LOWEST = 600, 360  # pixels of height below which texts are shorter, and what can be done without is left out
FIELD = 16  # letters that the field for a component has room for, at least
NARROW = 440  # pixels of width, the same
Kind = Literal["head", "neuron"]
KINDS: tuple[Kind, ...] = ("head", "neuron")


class AblationView(PaintedView):
    """Sliders and their effect; see the module."""

    name = "ablation"
    title = QT_TRANSLATE_NOOP("AblationView", "Interventions")
    subtitle = QT_TRANSLATE_NOOP("AblationView", "Switch off or scale any component")
    keywords = (
        QT_TRANSLATE_NOOP("AblationView", "ablation"),
        QT_TRANSLATE_NOOP("AblationView", "zero ablation"),
        QT_TRANSLATE_NOOP("AblationView", "mean ablation"),
        QT_TRANSLATE_NOOP("AblationView", "steering"),
        QT_TRANSLATE_NOOP("AblationView", "scaling"),
        QT_TRANSLATE_NOOP("AblationView", "knock-out"),
        QT_TRANSLATE_NOOP("AblationView", "switchboard"),
        QT_TRANSLATE_NOOP("AblationView", "edit"),
    )
    area = "centre"
    order = 30
    gives_next_away = True
    figure_lines = 720
    tip = QT_TRANSLATE_NOOP(
        "AblationView",
        "Choose neurons, heads or layers, turn them down, off or up, and compare the next token with the original "
        "model.",
    )
    options = (
        Option(
            "token", QT_TRANSLATE_NOOP("AblationView", "Tracked token"), "text", "",
            tip=QT_TRANSLATE_NOOP("AblationView",
"The token whose probability and logit are tracked; empty: the most likely of the "
"original model.",),
        ),
    )  # fmt: skip

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(False)
        self.painted: AblationFrame | None = None
        self._begun = False  # an example was chosen
        self._finding: AskStrongest | None = None  # put it up once it is known
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Add a component: L10.N100, L5.H1, L5.mlp, L5.attention"))
        self.field.setAccessibleName(self.tr("Component to add"))
        self.field.setClearButtonEnabled(True)
        for clear in self.field.findChildren(QToolButton):
            clear.setAccessibleName(self.tr("Clear"))
        self.field.returnPressed.connect(self._add_typed)
        self.add = self._button(self.tr("Add"), self.tr("Add it to the list, switched off"), self._add_typed)
        self.more = self._menu_button(
            self.tr("Add selected"), self.tr("Components selected elsewhere, and the strongest ones")
        )
        self.undo = self._button(self.tr("Undo"), self.tr("Undo the last change to the interventions (Ctrl+Z)"),
                                 lambda: self.send(UndoBoard()))  # fmt: skip
        self.redo = self._button(self.tr("Redo"), self.tr("Redo (Ctrl+Shift+Z)"), lambda: self.send(RedoBoard()))
        self.set = self._menu_button(self.tr("List"), self.tr("Save, load or clear the list of interventions"))
        self.rows = BoardRows()
        self.rows.edited.connect(lambda board, gesture: self.send(SetBoard(board, gesture)))
        self.rows.reshaped.connect(self._fit_rows)
        self.rows.chosen.connect(lambda subject: self.send(choose(subject)))
        self.rows.refused.connect(lambda sentence: self.send(Say(sentence)))
        self.hint = self._make_hint()
        self.effect = EffectPanel()
        self.effect.followed.connect(self._follow)
        self.effect.hovered.connect(lambda token: self.send(Hover(token_id=token)))
        self.effect.asked_who.connect(self._who)
        self.sentence = SentencePanel()
        self.sentence.wanted.connect(lambda question: self.send(GoOn(question)))
        self.sentence.rest.connect(lambda: self.send(Rest(AskSentence)))
        self.trouble = Label()
        self.trouble.setWordWrap(True)
        self.trouble.setAccessibleName(self.tr("What went wrong"))
        self._make_writing()
        self._lay_out()
        self._fill_set_menu()

    # -- building ------------------------------------------------------------------------------------------------

    def _button(self, text: str, tip: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        set_tip(button, tip)
        button.clicked.connect(lambda _: do())
        return button

    def _menu_button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(f"{text} ▾")
        button.setAccessibleName(text)
        set_tip(button, tip)
        button.setMenu(QMenu(button))
        return button

    def _make_writing(self) -> None:
        self.count = WholeBox()
        self.count.setRange(1, 500)
        self.count.setValue(30)
        self.count.setAccessibleName(self.tr("Tokens to generate"))
        self.again = self._button(
            self.tr("Generate again"),
            self.tr("A new run of the same prompt, generated by the modified model with the same random numbers"),
            lambda: self._write(from_prompt=True),
        )
        self.on = self._button(
            self.tr("Continue from here"),
            self.tr("A new run: the text up to the selected token, continued by the modified model"),
            lambda: self._write(from_prompt=False),
        )

    def _make_hint(self) -> QWidget:
        """What an empty board says, with something to begin with."""
        hint = QFrame()
        column = QVBoxLayout(hint)
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(8)
        title = self.begin_title = Label(self.tr("No interventions yet"))
        title.setObjectName("big")
        self.question = Label()
        self.question.setWordWrap(True)
        column.addWidget(title)
        column.addWidget(self.question)
        line = WrappingRow(8)
        self.try_head = self._button("", "", lambda: self._begin("head"))
        self.try_neuron = self._button("", "", lambda: self._begin("neuron"))
        self.try_layer = self._button(self.tr("The first MLP"), "L0.mlp", lambda: self._begin("L0.mlp"))
        for button in (self.try_head, self.try_neuron, self.try_layer):
            line.add(button)
        column.addWidget(line)
        hint.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # as high as its words need
        return hint

    def _lay_out(self) -> None:
        top = self.tools = WrappingRow(6)
        self.field.setMinimumWidth(FIELD * self.fontMetrics().averageCharWidth())
        top.add(self.field, fills=True)
        for widget in (self.add, self.more, self.undo, self.redo, self.set):
            top.add(widget)
        low = self.writing = WrappingRow(6)
        for part in (self.again, self.on, self.count, Label(self.tr("tokens"))):
            low.add(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(7)
        column.addWidget(self.tools)
        column.addWidget(self.hint)
        column.addWidget(self.rows)
        column.addWidget(self.trouble)
        column.addWidget(self.effect, 1)
        column.addWidget(self.sentence)
        column.addWidget(self.writing)

    def _fill_set_menu(self) -> None:
        menu = self.set.menu()
        menu.addAction(self.tr("Save the list…"), lambda: self.send(SaveBoard()))
        menu.addAction(self.tr("Load a list…"), lambda: self.send(LoadBoard()))
        menu.addSeparator()
        menu.addAction(self.tr("Set all rows to unchanged"), self._reset)
        menu.addAction(self.tr("Clear the list"), lambda: self.send(SetBoard(Board())))

    # -- frame ---------------------------------------------------------------------------------------------------

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> AblationFrame:
        return ablation_frame(run, ui)

    @classmethod
    def wants(cls, frame: AblationFrame) -> Sequence[Intent]:
        return ask_labs(frame.here.question, in_turn=True)

    @classmethod
    def lacks(cls, frame: AblationFrame) -> bool:
        return frame.here.lacks

    def wants_here(self) -> Sequence[Intent]:
        """The strongest part, where a person looks for it: asked for until it is there, whatever came between."""
        return ask_labs(self._finding)

    # -- paint ---------------------------------------------------------------------------------------------------

    def paint(self, frame: AblationFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        found = frame.strongest.get(self._finding) if self._finding is not None else None
        if found is not None:
            self._put_strongest(found)
        empty = not frame.board.rows
        self.hint.setVisible(empty and not self.still)
        self.rows.setVisible(not empty)
        grown = self._begun and len(frame.board.rows) > len(self.rows.rows)
        self.rows.show_board(frame.board, frame.info, theme, frame.lit)
        if grown:  # by one of the examples: their slider is what comes next
            self._begun = False
            self.rows.rows[-1].slider.setFocus()
        self._fit_rows()
        self._show_trouble(frame, theme)
        self.effect.show_effects(frame.effects, theme)
        self.sentence.show_sentence(frame.sentence, frame.here.waits, theme, self.height() < LOW)
        self._show_buttons(frame)
        shown_effect = frame.effects[-1]
        more = self.tr("{what}: {value} ({more}).")
        said = [more.format(what=what, value=value, more=add) for what, value, add in tiles(shown_effect)]
        say_changed(self, spoken(heading(shown_effect), verdict(shown_effect), *said))

    def _fit_rows(self) -> None:
        """As high as the rows are, up to a share of the view; beyond that they are scrolled."""
        share = 0.42 if self.height() > LOW else 0.3
        self.rows.setFixedHeight(min(self.rows.tall() + 2, max(int(self.height() * share), 84)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out, in a very small window, what has another way (keys, the menu of parts)."""
        super().resizeEvent(event)
        for button in (self.undo, self.redo, self.try_layer):
            button.setVisible(self.width() > NARROW)
        for widget in (self.writing, self.begin_title, self.question):
            widget.setVisible(self.height() > LOWEST)

    def _show_trouble(self, frame: AblationFrame, theme: Theme) -> None:
        said = frame.here.why_not or frame.here.refused
        if frame.unknown_token:
            said = self.tr("The tracked token is not in this model's vocabulary: type another one, or clear the field.")
        elif frame.run_plan.changes and not said:
            words = self.tr(
                "This run was generated by a modified model ({what}); “original” is the model without "
                "these interventions."
            )
            said = words.format(what=told(frame.run_plan.changes))
        self.trouble.setText(said)
        self.trouble.setStyleSheet(f"color: {theme.warning};")
        self.trouble.setVisible(bool(said))

    def _show_buttons(self, frame: AblationFrame) -> None:
        head, neuron, layer = frame.chosen
        has_text = frame.here.position >= 0 and not frame.here.why_not
        menu = self.more.menu()
        menu.clear()
        for text in (str(head), str(neuron), f"L{layer}.attention", f"L{layer}.mlp"):
            menu.addAction(text, partial(self._put, text))
        menu.addSeparator()
        names = (self.tr("Strongest head for “{token}”"), self.tr("Strongest neuron for “{token}”"))
        for kind, name, button in zip(KINDS, names, (self.try_head, self.try_neuron), strict=True):
            text = name.format(token=frame.token_text)
            entry(menu, text, partial(self._find, kind)).setEnabled(has_text)
            short = self.tr("Its strongest head") if kind == "head" else self.tr("Its strongest neuron")
            looking = self._finding is not None and self._finding.kind == kind
            button.setText(self.tr("Searching…") if looking else short)
            set_tip(button, text)
            button.setEnabled(has_text and not self._finding)
        self.question.setText(invitation(frame))
        self.again.setEnabled(frame.prompt_node >= 0 and not frame.here.why_not)
        self.on.setEnabled(has_text)

    # -- figures -------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """A figure: the board in words and bars, and below it what it does. In the window the widgets show both."""
        frame, em = self.painted, self.em
        if frame is None or not self.still:
            return
        drawer = EffectPainter(self.colours, self.font(), em)
        top = rect.top() + em * 0.5
        for row in frame.board.rows:
            line = QRectF(rect.left() + em * 0.7, top, rect.width() - em * 1.4, em * 1.8)
            draw_row(painter, line, row, frame.board.active(row), drawer, self.colours)
            top += em * 1.9
        below = QRectF(rect.left(), top, rect.width(), rect.bottom() - top)
        room = drawer.room(frame.effects[-1], below.height())
        drawer.draw(painter, below, frame.effects[min(room, len(frame.effects)) - 1])

    # -- gestures ------------------------------------------------------------------------------------------------

    @property
    def _board(self) -> Board:
        return self.painted.board if self.painted is not None else Board()

    def _add_typed(self) -> None:
        if self.field.text().strip() and self._put(self.field.text()):
            self.field.clear()

    def _put(self, text: str) -> bool:
        """Put a part up, switched off; a sentence where there is no such part."""
        try:
            row = row_of(text, self.painted.info if self.painted is not None else None)
        except InputRefused as error:
            self.send(Say(str(error)))
            return False
        self.send(SetBoard(self._board.put(row)))
        return True

    def _reset(self) -> None:
        self.send(SetBoard(Board(tuple(row.at_neutral() for row in self._board.rows))))

    def _begin(self, what: str) -> None:
        """One of the examples of an empty board."""
        self._begun = True
        for kind in KINDS:
            if what == kind:
                self._find(kind)
                return
        self._put(what)

    def _find(self, kind: Kind) -> None:
        """Look for the part of this kind that the followed token loses most by, then put it up."""
        frame = self.painted
        if frame is None or frame.token < 0:
            return
        self._finding = AskStrongest(frame.here.node, frame.token, kind)
        found = frame.strongest.get(self._finding)
        if found is not None:
            self._put_strongest(found)
        else:
            self.send(AskLab(self._finding, again=True))
            self._show_buttons(frame)

    def _put_strongest(self, found: Finding) -> None:
        self._finding = None
        if isinstance(found, Strongest):
            self.send(SetBoard(self._board.put(Row(found.site))))
        elif isinstance(found, Refused):
            self.send(Say(found.sentence))

    def _follow(self, token: int) -> None:
        frame = self.painted
        if frame is not None:
            text = "" if token == frame.here.token else written_token(frame.effects.vocabulary, token)
            self.send(SetOption(self.name, "token", text))

    def _who(self) -> None:
        """Ask which part of the model says the token looked at, where it was the next one."""
        frame = self.painted
        if frame is not None and frame.here.position > 0:
            self.send(AskAboutToken("who_says", frame.here.position, frame.here_id))

    def _write(self, from_prompt: bool) -> None:
        frame = self.painted
        if frame is None:
            return
        node = frame.prompt_node if from_prompt else frame.here.node
        if node >= 0:
            self.send(WriteOn(node, self.count.value(), frame.here.plan))

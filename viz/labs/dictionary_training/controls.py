"""The row above a dictionary's training: train, rewind, save, discard; the learning rate; the file of an own text."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QProgressBar, QPushButton, QWidget

from engine.errors import in_short
from viz.labs.dictionary_training import options as choice
from viz.labs.dictionary_training.training_frame import TrainingFrame
from viz.labs.dictionary_training.words import begun_words
from viz.plain import Label, caption, set_tip
from viz.typed_line import TypedLine
from viz.wrapping_row import WrappingRow

translate = QCoreApplication.translate  # by this name its texts are collected
FINE = 1000  # steps of a progress bar
EARLIER = 20  # letters of the closed list of earlier trainings


class Controls(QWidget):
    """Shows what can be done and tells what a person does; keeps nothing itself."""

    typed = Signal(str, str)  # the name of an option, and its text
    resumed = Signal(int)  # which of the trainings that can be gone on with

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 2)
        row = WrappingRow(8, self)
        outer.addWidget(row)
        self.train = button(translate("DictionaryTraining", "Train"), "")
        self.train.setObjectName("primary")
        self.rewind = button(
            translate("DictionaryTraining", "Rewind…"),
            translate("DictionaryTraining", "Back to step 0 with the same initial weights"),
        )
        self.save = button(
            translate("DictionaryTraining", "Save"),
            translate(
                "DictionaryTraining",
                "Measure the dictionary as it is now, keep it as a file, and show its features in all views",
            ),
        )
        self.discard = button(
            translate("DictionaryTraining", "Discard…"),
            translate("DictionaryTraining", "Forget this training, and the file that it could be resumed from"),
        )
        self.rate = TypedLine(
            translate("DictionaryTraining", "Learning rate"),
            translate("DictionaryTraining", "How large each step of Adam is, such as 7e-4 or 0.02."),
            5,
        )
        self.gentle = button(
            f"{choice.GENTLE}",
            translate("DictionaryTraining", "A learning rate at which no feature dies: try it first"),
        )
        self.harsh = button(
            f"{choice.HARSH}",
            translate(
                "DictionaryTraining",
                "A learning rate that kills most features within some hundred steps: try it, and watch the dead share",
            ),
        )
        self.name = TypedLine(
            translate("DictionaryTraining", "Name"),
            translate("DictionaryTraining", "What it is called when it is saved; empty: a name made of its settings."),
            12,
        )
        self.browse = button(
            translate("DictionaryTraining", "Browse…"),
            translate("DictionaryTraining", "Choose a text file of your own, in UTF-8"),
        )
        self.file = Label()
        self.file.setObjectName("muted")
        self.earlier = QComboBox()
        self.earlier.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.earlier.setMinimumContentsLength(EARLIER)
        self.earlier.setAccessibleName(translate("DictionaryTraining", "Earlier trainings"))
        set_tip(
            self.earlier, translate("DictionaryTraining", "Trainings of this model that were begun and can be resumed")
        )
        self.earlier.activated.connect(lambda at: self.resumed.emit(at - 1) if at > 0 else None)
        self.rate.told.connect(lambda text: self.typed.emit(choice.RATE.name, text))
        self.name.told.connect(lambda text: self.typed.emit(choice.TITLE.name, text))
        self.gentle.clicked.connect(lambda: self.typed.emit(choice.RATE.name, choice.GENTLE))
        self.harsh.clicked.connect(lambda: self.typed.emit(choice.RATE.name, choice.HARSH))
        self.bar = bar()
        for part in (
            self.train, self.bar, self.save, self.name, self.rewind, self.discard, self.rate, self.gentle, self.harsh,
            self.browse, self.file, self.earlier,
        ):  # fmt: skip
            row.add(part)

    def show_frame(self, frame: TrainingFrame) -> None:
        """Show a moment without telling it."""
        going, begun = frame.going, frame.trained is not None
        self._show_train(frame)
        self.bar.setVisible(going)
        self.bar.setValue(round(FINE * frame.progress))
        self.rewind.setEnabled(begun or frame.resumes_at > 0)
        self.discard.setEnabled(begun or frame.resumes_at > 0)
        self.save.setEnabled(begun and frame.step > 0 and not going and not frame.saving and frame.saved is None)
        for line, text in zip((self.rate, self.name), frame.typed, strict=True):
            line.show_text(text)
            line.setEnabled(not going)
        rate = frame.recipe.rate if frame.recipe is not None else float("nan")
        self.gentle.setEnabled(not going and rate != float(choice.GENTLE))
        self.harsh.setEnabled(not going and rate != float(choice.HARSH))
        own = frame.text == choice.OWN
        self.browse.setVisible(own)
        self.file.setVisible(own and bool(frame.file))
        self.file.setText(in_short(frame.file))
        self._show_earlier(frame)

    def _show_train(self, frame: TrainingFrame) -> None:
        resumes = frame.step > 0 or frame.resumes_at > 0
        words = (
            translate("DictionaryTraining", "Pause")
            if frame.going
            else translate("DictionaryTraining", "Resume")
            if resumes
            else translate("DictionaryTraining", "Train")
        )
        self.train.setText(words)
        self.train.setAccessibleName(words)
        set_tip(
            self.train,
            translate("DictionaryTraining", "Pause; Resume goes on exactly here")
            if frame.going
            else translate("DictionaryTraining", "Go on exactly where it was, also after a restart")
            if resumes
            else translate("DictionaryTraining", "Read the text, then train, and watch it"),
        )
        self.train.setEnabled(frame.going or frame.following is not None)

    def _show_earlier(self, frame: TrainingFrame) -> None:
        titles = [translate("DictionaryTraining", "Earlier trainings …"), *map(begun_words, frame.begun)]
        with QSignalBlocker(self.earlier):
            if [self.earlier.itemText(at) for at in range(self.earlier.count())] != list(map(caption, titles)):
                self.earlier.clear()
                self.earlier.addItems(list(map(caption, titles)))
                rows = self.earlier.view()
                rows.setMinimumWidth(rows.sizeHintForColumn(0) + 2 * self.fontMetrics().averageCharWidth())
            self.earlier.setCurrentIndex(0)
        self.earlier.setVisible(bool(frame.begun))
        self.earlier.setEnabled(not frame.going)


def bar() -> QProgressBar:
    """How far something long is, in `FINE` steps."""
    made = QProgressBar()
    made.setAccessibleName(translate("DictionaryTraining", "Progress"))
    made.setTextVisible(False)
    made.setRange(0, FINE)
    return made


def button(text: str, tip: str) -> QPushButton:
    """A button with its tip."""
    made = QPushButton(text)
    made.setAccessibleName(text)
    set_tip(made, tip)
    return made

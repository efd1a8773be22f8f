"""The pages of the preferences that are plain forms: general, appearance, engine.

A page knows its settings by name. `show_values` shows them without telling; a person's change is told by `changed`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from app import engine_share
from app.settings import DEVICES, DTYPES, LAST, MEMORY, NONE, SCALES, Settings
from app.translation import LANGUAGES, theme_title
from app.widgets.basics import describe, muted, spin
from viz import theme as themes
from viz.charts.numbers import with_percent
from viz.figures import palettes
from viz.joined import sentences
from viz.number_boxes import WholeBox
from viz.plain import Label
from viz.plural import plural

translate = QCoreApplication.translate  # by this name its texts are collected

NO_WIDER = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


def hint(text: str) -> QLabel:
    """What a setting means, below it."""
    label = muted(text)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return label


class Page(QWidget):
    """A form of settings."""

    changed = Signal(str, object)  # setting, value

    title = ""
    settings: tuple[str, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._quiet = False
        self._shows: list[Callable[[Settings], None]] = []
        self.form = QFormLayout(self)
        self.form.setContentsMargins(16, 16, 16, 16)
        self.form.setHorizontalSpacing(18)
        self.form.setVerticalSpacing(3)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def scrolled(self) -> QScrollArea:
        """The page in a scroll area, for large text on small screens."""
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self)
        return area

    def show_values(self, settings: Settings) -> None:
        """Show what is set, telling nobody."""
        self._quiet = True
        for show in self._shows:
            show(settings)
        self._quiet = False

    def tell(self, setting: str, value: object) -> None:
        """A person changed a control."""
        if not self._quiet:
            self.changed.emit(setting, value)

    def add(self, label: str, control: QWidget, explained: str = "") -> None:
        """One row, with what it means below the control."""
        describe(control, label or control.accessibleName(), explained)
        row, field = self.form.rowCount(), QFormLayout.ItemRole.FieldRole
        if label:
            words = Label(label)
            words.setBuddy(control)
            self.form.setWidget(row, QFormLayout.ItemRole.LabelRole, words)
        self.form.setWidget(row, field, control)
        below = hint(explained)
        below.setContentsMargins(0, 0, 0, 8)
        if not explained:
            below.setFixedHeight(4)
        self.form.setWidget(row + 1, field, below)

    def choice(self, setting: str, label: str, explained: str, choices: Sequence[tuple[str, Any]]) -> QComboBox:
        """A list of values."""
        box = QComboBox()
        box.setMinimumContentsLength(12)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setSizePolicy(NO_WIDER)
        for text, value in choices:
            box.addItem(text, value)
        box.activated.connect(lambda index: self.tell(setting, box.itemData(index)))
        self._shows.append(lambda settings: show_choice(box, getattr(settings, setting)))
        self.add(label, box, explained)
        return box

    def switch(self, setting: str, label: str, explained: str) -> QCheckBox:
        """On or off."""
        box = QCheckBox(label)
        box.setAccessibleName(label)
        box.toggled.connect(lambda on: self.tell(setting, on))
        self._shows.append(lambda settings: box.setChecked(getattr(settings, setting)))
        self.add("", box, explained)
        return box

    def number(self, setting: str, label: str, explained: str, low: int, high: int) -> WholeBox:
        """A whole number."""
        box = spin(low, high, label)
        box.setSizePolicy(NO_WIDER)
        box.valueChanged.connect(lambda value: self.tell(setting, value))
        self._shows.append(lambda settings: box.setValue(getattr(settings, setting)))
        self.add(label, box, explained)
        return box


def show_choice(box: QComboBox, value: object) -> None:
    """Show a value; one that is not in the list is added to it."""
    if box.findData(value) < 0:
        box.addItem(str(value), value)
    box.setCurrentIndex(box.findData(value))


class GeneralPage(Page):
    """What is there when Orrery starts."""

    settings = ("start_model", "run_at_start")

    def __init__(self) -> None:
        super().__init__()
        self.title = translate("Preferences", "General")
        self.model = self.choice(
            "start_model",
            translate("Preferences", "Model at the start"),
            translate(
                "Preferences",
                "Lists the models on this computer. A model named on the command line is used instead.",
            ),
            self._always(),
        )
        self.run = self.switch(
            "run_at_start",
            translate("Preferences", "Run the prompt at the start"),
            translate("Preferences", "Runs the last prompt as soon as the model is loaded."),
        )

    @staticmethod
    def _always() -> tuple[tuple[str, str], ...]:
        return (translate("Preferences", "The one used last"), LAST), (
            translate("Preferences", "None: choose one each time"),
            NONE,
        )

    def offer_models(self, specs: Sequence[str]) -> None:
        """List the models on this computer, telling nobody."""
        self.model.clear()
        for text, value in (*self._always(), *zip(specs, specs, strict=True)):
            self.model.addItem(text, value)


class AppearancePage(Page):
    """How everything looks."""

    settings = ("language", "theme", "palette", "scale", "still")

    def __init__(self) -> None:
        super().__init__()
        self.title = translate("Preferences", "Appearance")
        languages = [(translate("Preferences", "The system's"), ""), *((name, code) for code, name in LANGUAGES)]
        self.language = self.choice("language", translate("Preferences", "Language"), "", languages)
        chosen = [(theme_title(theme), theme) for theme in themes.names()]
        self.theme = self.choice("theme", translate("Preferences", "Theme"), "", chosen)
        own = (translate("Preferences", "The theme's own"), palettes.OWN)
        titles = [(translate("Palettes", palettes.palette(name).title), name) for name in palettes.names()]
        self.palette_box = self.choice(
            "palette",
            translate("Preferences", "Colours of data"),
            translate(
                "Preferences",
                "Three are made for a deficiency of colour vision: categories, good and bad stay apart. What colours "
                "tell is told by dashes, shapes or words as well.",
            ),
            [own, *titles],
        )
        sizes = [(with_percent(f"{round(100 * scale)}"), scale) for scale in SCALES]
        self.scale = self.choice(
            "scale",
            translate("Preferences", "Text size"),
            translate("Preferences", "Scales everything in the window. Choose 150 % or more for a projector."),
            sizes,
        )
        self.still = self.switch(
            "still",
            translate("Preferences", "Reduce motion"),
            sentences(
                translate(
                    "Preferences", "No animations: the map jumps to its new position and new tokens appear at once."
                ),
                translate("Preferences", "They are left out also where your system asks for less motion."),
            ),
        )


class EnginePage(Page):
    """Where and with how much the model computes."""

    settings = ("device", "dtype", "threads", "record_memory")

    def __init__(self) -> None:
        super().__init__()
        self.title = translate("Preferences", "Engine")
        automatic = translate("Preferences", "automatic")
        self.device = self.choice(
            "device",
            translate("Preferences", "Device"),
            "",
            [(automatic if it == "auto" else it, it) for it in DEVICES],
        )
        self.dtype = self.choice(
            "dtype",
            translate("Preferences", "Precision"),
            translate(
                "Preferences", "Automatic uses bfloat16 where the device computes fast with it, and float32 elsewhere."
            ),
            [(automatic if it == "auto" else it, it) for it in DTYPES],
        )
        self.load_again = QPushButton(translate("Preferences", "Load the model again"))
        self.load_again.setSizePolicy(NO_WIDER)
        self.load_again.setAccessibleName(self.load_again.text())
        self.add(
            "",
            self.load_again,
            translate("Preferences", "A new device or precision is used when the model is loaded again."),
        )
        n = engine_share.cores()
        self.threads = self.number(
            "threads",
            translate("Preferences", "CPU threads"),
            plural(
                translate(
                    "Preferences",
                    "This computer has {n} core(s). Automatic leaves one to the window, so that it stays responsive.",
                    "",
                    n,
                ),
                n,
            ).format(n=n),
            0,
            max(n, 2) * 2,
        )
        self.threads.setSpecialValueText(
            translate("Preferences", "automatic ({n})").format(n=engine_share.threads_for_the_model())
        )
        self.memory = self.number(
            "record_memory",
            translate("Preferences", "Memory of a run"),
            translate(
                "Preferences",
                "Memory for recorded attention and neurons. Beyond it they are recomputed when you look at them. "
                "Automatic takes a sixteenth of this computer's {size} GiB, within limits. Used from the next run on.",
            ).format(size=f"{engine_share.total_memory() / 2**30:.3g}"),
            *MEMORY,
        )
        self.memory.setSingleStep(engine_share.STEP)
        self.memory.setSuffix(" MiB")
        self.memory.setSpecialValueText(
            translate("Preferences", "automatic ({n})").format(n=f"{engine_share.memory_for_a_run()} MiB")
        )

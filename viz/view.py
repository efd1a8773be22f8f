"""The base of every view: one file `NAME_view.py` below `viz/`, found by being there.

A view turns (run, ui) into a *frame*, a frozen dataclass of numpy arrays and plain values computed without Qt (so it is
tested without a window and is the same for the same input), and `paint`s that frame. What the frame lacks is named by
`wants`, gestures leave the view as intents.
A view never knows another view, the engine or the app. Figures are painted by a fresh instance (`viz.figure`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Literal

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from engine.run import Run
from viz.intents import Intent, SaveTable
from viz.theme import Theme
from viz.ui_state import Option, UiState


class View(QWidget):
    """Subclass, set the class attributes, write `frame` and `paint`. The constructor takes only an optional parent.

    Texts are English and translated under the class's name where they are shown; mark them for the collector of texts
    with `QT_TRANSLATE_NOOP("ClassName", "text")` of `viz.lab`, the texts and choices of the options too.
    """

    name: ClassVar[str] = ""  # on the command line and in files: "meaning_space"
    title: ClassVar[str] = ""  # says what is shown without its neighbours: in the dock's header, menu and palette
    tab: ClassVar[str] = ""  # short, on the dock's tab among its neighbours; "" = the title
    subtitle: ClassVar[str] = ""  # beside the title, quieter, where there is room
    keywords: ClassVar[tuple[str, ...]] = ()  # what else the palette finds it by: the field's words
    area: ClassVar[Literal["centre", "left", "right", "bottom"]] = "right"
    order: ClassVar[int] = 50  # among the tabs of an area, low first
    options: ClassVar[tuple[Option, ...]] = ()
    tip: ClassVar[str] = ""  # one sentence: what the view shows
    figure_needs: ClassVar[Literal["run", "engine", "model"]] = "run"  # a figure of it: "engine" is without a model
    figure_seconds: ClassVar[float] = 0.0  # that it takes, about: the default model, 30 tokens, two cores

    controls_named: ClassVar[tuple[str, ...]] = ()  # object names of parts that are hidden where it is projected
    gives_next_away: ClassVar[bool] = (
        False  # it cannot but show what comes next: hidden as a whole while that is guessed
    )
    worked_by_audience: ClassVar[bool] = False  # its buttons are what a class looks at: they are projected too

    intent = Signal(object)  # an Intent

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.name)
        self.setAccessibleName(self.translated_title())

    @classmethod
    def translated_title(cls) -> str:
        """The title in the person's language."""
        return cls.translated(cls.title)

    @classmethod
    def translated_tab(cls) -> str:
        """The short title for a tab."""
        return cls.translated(cls.tab or cls.title)

    @classmethod
    def translated_keywords(cls) -> tuple[str, ...]:
        """What else it is known by, in English and in the person's language, each once."""
        return tuple(dict.fromkeys((*cls.keywords, *(cls.translated(word) for word in cls.keywords))))

    @classmethod
    def translated(cls, text: str) -> str:
        """One of the class's own texts in the person's language."""
        return QCoreApplication.translate(cls.__name__, text) if text else ""

    @classmethod
    def translated_choice(cls, option: Option, choice: str) -> str:
        """What a person reads for one of an option's choices, in their language."""
        return QCoreApplication.translate(option.context or cls.__name__, option.text_of(choice))

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> Any:
        """What is to be painted: a frozen dataclass. Pure; the same input gives an equal frame.

        Large arrays that did not change are passed on as the same objects, so that `paint` can skip their upload.
        """
        raise TypeError(f"{cls.__name__} must define frame(run, ui)")

    @classmethod
    def wants(cls, frame: Any) -> Sequence[Intent]:
        """What has to be asked, so that what `frame` lacks can be shown. Pure, as `frame` is.

        Whoever shows the view sends these after each frame that it paints; the app asks each thing once.
        """
        return ()

    @classmethod
    def figure_wants(cls, frame: Any) -> Sequence[Intent]:
        """What has to be asked before a figure, a film or a table is made of `frame`; () where it is whole. Pure.

        Besides what `wants` names: what is out of sight of a person who could move there, and what a button of the
        view begins with what stands in its fields, since nobody can press a button in a figure.
        """
        return cls.wants(frame)

    @classmethod
    def lacks(cls, frame: Any) -> bool:
        """Whether `frame` lacks what a model could compute, were the run its own and not one of a file. Pure.

        Whoever shows the view then offers to hand such a run to the model: it cannot be asked before.
        """
        return False

    def nothing_to_see(self, frame: Any) -> str:
        """The sentence that stands in the picture's place, of the frame painted last; "" where there is a picture."""
        return ""

    def as_table(self, frame: Any) -> SaveTable | None:
        """The numbers of the frame painted last as a person reads them; None where there are none of its own."""
        return None

    def wants_here(self) -> Sequence[Intent]:
        """What has to be asked besides, because of what a person did in this view alone: zoomed, pointed, pressed.

        Sent after each frame, as what `wants` names.
        """
        return ()

    def paint(self, frame: Any, theme: Theme) -> None:
        """Draw `frame` in the colours of `theme`, and ask nothing.

        Called on the window's thread, at most once a screen refresh, and not for a frame that is shown already
        (`viz.same_frame`).
        """
        raise TypeError(f"{type(self).__name__} must define paint(frame, theme)")

    def finish_figure(self) -> None:
        """End animations at once and lay out for a still picture. Called on a fresh instance before it is rendered."""

    def value(self, ui: UiState, name: str) -> Any:
        """The value of this view's option `name`. Raises KeyError where it declares none of that name."""
        return option_value(type(self), ui, name)

    def send(self, intent: Intent) -> None:
        """Tell the app what a gesture means."""
        self.intent.emit(intent)


def option_value(view: type[View], ui: UiState, name: str) -> Any:
    """The value of a view's option in `ui`, its default where none was chosen. Raises KeyError for an unknown name."""
    for option in view.options:
        if option.name == name:
            return ui.option(view.name, option)
    raise KeyError(f"view {view.name!r} has no option {name!r}")


def own_options(view: type[View], ui: UiState) -> UiState:
    """A state with what is chosen for this view and nothing else: a frame that holds it changes with its own only."""
    mine = UiState()
    for option in view.options:
        mine = mine.with_option(view.name, option.name, ui.option(view.name, option))
    return mine

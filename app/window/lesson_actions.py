"""What can be done about lessons, as rows of the table (`app.window.actions`)."""

from __future__ import annotations

from typing import Final

from app.window.action_row import Row
from viz.lab import QT_TRANSLATE_NOOP

LESSON_ROWS: Final = (
    Row(
        "lesson_open",
        QT_TRANSLATE_NOOP("Actions", "Lessons…"),
        ("Ctrl+Shift+L",),
        "",
        "class",
        QT_TRANSLATE_NOOP("Actions", "Lessons of ten minutes, each step beside a state of the window"),
        words=(
            QT_TRANSLATE_NOOP("Actions", "teach"),
            QT_TRANSLATE_NOOP("Actions", "learn"),
            QT_TRANSLATE_NOOP("Actions", "tutorial"),
            QT_TRANSLATE_NOOP("Actions", "course"),
        ),
    ),
    Row(
        "lesson_next",
        QT_TRANSLATE_NOOP("Actions", "Next step of the lesson"),
        ("Alt+Right",),
        "",
        "class",
        enabled="has next step",
    ),
    Row(
        "lesson_back",
        QT_TRANSLATE_NOOP("Actions", "Previous step of the lesson"),
        ("Alt+Left",),
        "",
        "class",
        enabled="has step before",
    ),
    Row(
        "lesson_play",
        QT_TRANSLATE_NOOP("Actions", "Play this step"),
        ("Alt+Return", "Alt+Enter"),
        "",
        "class",
        QT_TRANSLATE_NOOP("Actions", "Make what the step asks for by itself"),
        "step plays",
    ),
    Row(
        "lesson_reveal",
        QT_TRANSLATE_NOOP("Actions", "Reveal the answer"),
        ("Alt+Down",),
        "",
        "class",
        QT_TRANSLATE_NOOP("Actions", "Show the answer to the step's question, to the class too"),
        "step hides",
    ),
    Row(
        "lesson_again",
        QT_TRANSLATE_NOOP("Actions", "Show this step again"),
        ("Alt+Home",),
        "",
        "class",
        QT_TRANSLATE_NOOP("Actions", "Bring back the state that the step begins with"),
        "has lesson",
    ),
    Row(
        "lesson_close",
        QT_TRANSLATE_NOOP("Actions", "Close the lesson"),
        (),
        "",
        "class",
        QT_TRANSLATE_NOOP("Actions", "The options that the lesson changed are as they were before"),
        "has lesson",
    ),
    Row(
        "lesson_keep",
        QT_TRANSLATE_NOOP("Actions", "Keep this state as a step…"),
        (),
        "",
        "class",
        QT_TRANSLATE_NOOP("Actions", "Add a step with the present state to a lesson file, or copy it"),
        group=1,
        words=(
            QT_TRANSLATE_NOOP("Actions", "write a lesson"),
            QT_TRANSLATE_NOOP("Actions", "record a step"),
        ),
    ),
    Row(
        "lesson_model",
        QT_TRANSLATE_NOOP("Actions", "Get the model of this lesson"),
        (),
        "",
        "",
        QT_TRANSLATE_NOOP(
            "Actions", "Load the model that the lesson is about, downloading it if it is not on this computer"
        ),
        "has lesson",
    ),
)

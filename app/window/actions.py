"""The one table of what can be done: menus, buttons, shortcuts, the palette and the notices' buttons read it.

A row is data; the window binds each id to a method of its own. Texts are English source texts of the context
"Actions". `enabled` names a rule of `RULES`, decided from the state of the session alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.state import Phase, RunState
from viz.lab import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Row:
    """One action. `menu` "" keeps it out of the menus; `alone` shortcuts are plain keys that text fields may take."""

    id: str
    text: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    menu: str = ""
    tip: str = ""
    enabled: str = "always"
    group: int = 0  # a line is drawn in the menu where it changes
    checkable: bool = False

    def translated(self) -> str:
        """The text in the person's language."""
        return QCoreApplication.translate("Actions", self.text)

    def translated_tip(self) -> str:
        """The tip in the person's language ("" where the text says it all)."""
        return QCoreApplication.translate("Actions", self.tip) if self.tip else ""


RULES: Final[dict[str, Callable[[RunState], bool]]] = {
    "always": lambda state: True,
    "has model": lambda state: state.has_model,
    "has run": lambda state: state.has_run,
    "can play": lambda state: state.has_model or state.phase in (Phase.LOADING, Phase.STARTING),
    "can step": lambda state: state.has_model and state.phase in (Phase.IDLE, Phase.GENERATING),
    "can step back": lambda state: state.can_step_back,
    "busy": lambda state: state.busy,
    "can check": lambda state: state.has_model and state.has_run and not state.busy,
    "has before": lambda state: state.has_before,
    "has stopped": lambda state: state.has_stopped,
    "can undo": lambda state: state.can_undo,
    "can redo": lambda state: state.can_redo,
    "can load": lambda state: state.phase in (Phase.NO_MODEL, Phase.IDLE),
    "lacks model": lambda state: state.lacks_model and state.phase in (Phase.NO_MODEL, Phase.IDLE),
    "begins twice": lambda state: state.typed_twice != "" and state.has_model,
    "can restart": lambda state: state.phase is not Phase.STARTING,
}

MENUS: Final = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("run", QT_TRANSLATE_NOOP("Actions", "&Run")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("workspace", QT_TRANSLATE_NOOP("Actions", "&Workspace")),
    ("model", QT_TRANSLATE_NOOP("Actions", "&Model")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)

ROWS: Final = (
    Row(
        "open",
        QT_TRANSLATE_NOOP("Actions", "Open run…"),
        ("Ctrl+O",),
        "open",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Open a saved .orrery run"),
    ),
    Row(
        "save",
        QT_TRANSLATE_NOOP("Actions", "Save run"),
        ("Ctrl+S",),
        "save",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Save this run"),
        "has run",
    ),
    Row("save_as", QT_TRANSLATE_NOOP("Actions", "Save run as…"), ("Ctrl+Shift+S",), "", "file", "", "has run"),
    Row(
        "export",
        QT_TRANSLATE_NOOP("Actions", "Export a figure…"),
        ("Ctrl+E",),
        "export",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Make a picture of a view, at any size"),
        group=1,
    ),
    Row(
        "preferences",
        QT_TRANSLATE_NOOP("Actions", "Preferences…"),
        ("Ctrl+,",),
        "options",
        "file",
        QT_TRANSLATE_NOOP("Actions", "How Orrery starts, looks and computes, and what it keeps on the disk"),
        group=2,
    ),
    Row("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",), "", "file", group=2),
    Row(
        "run_prompt",
        QT_TRANSLATE_NOOP("Actions", "Run the prompt"),
        ("Ctrl+Return", "Ctrl+Enter"),
        "send",
        "run",
        QT_TRANSLATE_NOOP("Actions", "Begin a new run from the prompt"),
        "can play",
    ),
    Row(
        "type_it_once",
        QT_TRANSLATE_NOOP("Actions", "Run with one begin-of-text token"),
        (),
        "",
        "",
        QT_TRANSLATE_NOOP("Actions", "Take the typed one out of the prompt and run it again"),
        "begins twice",
    ),
    Row(
        "play",
        QT_TRANSLATE_NOOP("Actions", "Play / pause"),
        ("Space",),
        "play",
        "run",
        QT_TRANSLATE_NOOP("Actions", "Go on generating, or pause after this token"),
        "can play",
        1,
    ),
    Row(
        "step",
        QT_TRANSLATE_NOOP("Actions", "One token"),
        ("Right",),
        "step",
        "run",
        QT_TRANSLATE_NOOP("Actions", "Generate one token"),
        "can step",
        1,
    ),
    Row(
        "step_back",
        QT_TRANSLATE_NOOP("Actions", "Back one token"),
        ("Left",),
        "back",
        "run",
        QT_TRANSLATE_NOOP("Actions", "Go back one token; what was ahead stays as a branch"),
        "can step back",
        1,
    ),
    Row(
        "stop",
        QT_TRANSLATE_NOOP("Actions", "Stop"),
        ("Esc",),
        "stop",
        "run",
        QT_TRANSLATE_NOOP("Actions", "Stop what is running, at once"),
        "busy",
        1,
    ),
    Row(
        "try_again",
        QT_TRANSLATE_NOOP("Actions", "Try again"),
        (),
        "restart",
        "run",
        QT_TRANSLATE_NOOP("Actions", "Measure once more what was stopped before it was done"),
        "has stopped",
        1,
    ),
    Row(
        "run_before",
        QT_TRANSLATE_NOOP("Actions", "Back to the run before"),
        ("Ctrl+B",),
        "",
        "run",
        QT_TRANSLATE_NOOP("Actions", "Show the run that was here before this one; once more, and this one is back"),
        "has before",
        2,
    ),
    Row(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "Undo the last change of the board"),
        ("Ctrl+Z",),
        "",
        "run",
        QT_TRANSLATE_NOOP("Actions", "Take the last edit of the interventions back"),
        "can undo",
        3,
    ),
    Row(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "Redo the change of the board"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        "",
        "run",
        "",
        "can redo",
        3,
    ),
    Row("random_seed", QT_TRANSLATE_NOOP("Actions", "Draw a new seed"), ("Ctrl+D",), "dice", "run", "", "always", 2),
    Row(
        "edit_prompt",
        QT_TRANSLATE_NOOP("Actions", "Edit the prompt"),
        ("Ctrl+L",),
        "edit",
        "run",
        QT_TRANSLATE_NOOP("Actions", "Go to the prompt"),
        group=2,
    ),
    Row("palette", QT_TRANSLATE_NOOP("Actions", "Find a command…"), ("Ctrl+K", "Ctrl+Shift+P"), "search", "view"),
    Row("bigger", QT_TRANSLATE_NOOP("Actions", "Larger text"), ("Ctrl+=", "Ctrl++"), "bigger", "view", group=2),
    Row("smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",), "smaller", "view", group=2),
    Row("normal_size", QT_TRANSLATE_NOOP("Actions", "Normal text"), ("Ctrl+0",), "", "view", group=2),
    Row("full_screen", QT_TRANSLATE_NOOP("Actions", "Full screen"), ("F11",), "full", "view", group=3, checkable=True),
    Row("next_theme", QT_TRANSLATE_NOOP("Actions", "Next theme"), ("Ctrl+T",), "theme", "view", group=3),
    Row(
        "reset_workspace",
        QT_TRANSLATE_NOOP("Actions", "Reset this workspace"),
        (),
        "reset",
        "workspace",
        QT_TRANSLATE_NOOP("Actions", "Put every view back where it belongs"),
        group=1,
    ),
    Row("models", QT_TRANSLATE_NOOP("Actions", "Choose a model…"), ("Ctrl+M",), "model", "model"),
    Row("open_folder", QT_TRANSLATE_NOOP("Actions", "Open a model folder…"), (), "folder", "model"),
    Row("open_gguf", QT_TRANSLATE_NOOP("Actions", "Open a GGUF file…"), (), "chip", "model"),
    Row(
        "load_again",
        QT_TRANSLATE_NOOP("Actions", "Load the model again"),
        (),
        "",
        "model",
        QT_TRANSLATE_NOOP("Actions", "On the device and in the precision that are chosen now"),
        "can load",
    ),
    Row(
        "get_model",
        QT_TRANSLATE_NOOP("Actions", "Get the model of this run"),
        (),
        "",
        "model",
        QT_TRANSLATE_NOOP("Actions", "Load the model that made the run; it is fetched where it is not on this disk"),
        "lacks model",
    ),
    Row(
        "check_reference",
        QT_TRANSLATE_NOOP("Actions", "Check against a plain forward pass"),
        (),
        "check",
        "model",
        QT_TRANSLATE_NOOP("Actions", "Compare the logits with those of one plain forward pass of the same tokens"),
        "can check",
        1,
    ),
    Row(
        "restart_engine",
        QT_TRANSLATE_NOOP("Actions", "Restart the engine"),
        (),
        "restart",
        "model",
        QT_TRANSLATE_NOOP("Actions", "End the engine process and begin a new one; the run stays on screen"),
        "can restart",
        1,
    ),
    Row("shortcuts", QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), ("F1",), "keyboard", "help"),
    Row("about", QT_TRANSLATE_NOOP("Actions", "About Orrery"), (), "orrery", "help"),
)


def allowed(row: Row, state: RunState) -> bool:
    """Whether an action can be done now."""
    return RULES[row.enabled](state)

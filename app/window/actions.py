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

TABLES: Final = (  # what numbers as a file or on the clipboard are found by
    QT_TRANSLATE_NOOP("Actions", "data"),
    QT_TRANSLATE_NOOP("Actions", "export"),
    QT_TRANSLATE_NOOP("Actions", "spreadsheet"),
    QT_TRANSLATE_NOOP("Actions", "numbers"),
    QT_TRANSLATE_NOOP("Actions", "CSV"),
    QT_TRANSLATE_NOOP("Actions", "NPZ"),
    QT_TRANSLATE_NOOP("Actions", "Parquet"),
)


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
    words: tuple[str, ...] = ()  # what else the palette finds it by

    def translated(self) -> str:
        """The text in the person's language."""
        return QCoreApplication.translate("Actions", self.text)

    def translated_tip(self) -> str:
        """The tip in the person's language ("" where the text says it all)."""
        return QCoreApplication.translate("Actions", self.tip) if self.tip else ""

    def translated_words(self) -> tuple[str, ...]:
        """What else it is known by, in English and in the person's language."""
        return (*self.words, *(QCoreApplication.translate("Actions", word) for word in self.words))


RULES: Final[dict[str, Callable[[RunState], bool]]] = {
    "always": lambda state: True,
    "has model": lambda state: state.has_model,
    "has run": lambda state: state.has_run,
    "can play": lambda state: state.has_model or state.phase in (Phase.LOADING, Phase.STARTING),
    "can step": lambda state: state.has_model and state.phase in (Phase.IDLE, Phase.GENERATING),
    "can step back": lambda state: state.can_step_back,
    "can stop": lambda state: state.can_stop,
    "can check": lambda state: state.has_model and state.has_run and not state.busy,
    "has before": lambda state: state.has_before,
    "has stopped": lambda state: state.has_stopped,
    "is fitting": lambda state: state.is_fitting,
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
        words=(
            QT_TRANSLATE_NOOP("Actions", "load a run"),
            QT_TRANSLATE_NOOP("Actions", "file"),
        ),
    ),
    Row(
        "save",
        QT_TRANSLATE_NOOP("Actions", "Save run"),
        ("Ctrl+S",),
        "save",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Save this run"),
        "has run",
        words=(
            QT_TRANSLATE_NOOP("Actions", "write to a file"),
            QT_TRANSLATE_NOOP("Actions", "store"),
            QT_TRANSLATE_NOOP("Actions", "export"),
            QT_TRANSLATE_NOOP("Actions", "data"),
            QT_TRANSLATE_NOOP("Actions", "tensors"),
            QT_TRANSLATE_NOOP("Actions", "safetensors"),
        ),
    ),
    Row(
        "save_as",
        QT_TRANSLATE_NOOP("Actions", "Save run as…"),
        ("Ctrl+Shift+S",),
        "",
        "file",
        "",
        "has run",
        words=(
            QT_TRANSLATE_NOOP("Actions", "write to a file"),
            QT_TRANSLATE_NOOP("Actions", "export"),
            QT_TRANSLATE_NOOP("Actions", "data"),
            QT_TRANSLATE_NOOP("Actions", "tensors"),
            QT_TRANSLATE_NOOP("Actions", "safetensors"),
        ),
    ),
    Row(
        "export",
        QT_TRANSLATE_NOOP("Actions", "Export a figure…"),
        ("Ctrl+E",),
        "export",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Save a view as a picture, at any size"),
        group=1,
        words=(
            QT_TRANSLATE_NOOP("Actions", "picture"),
            QT_TRANSLATE_NOOP("Actions", "image"),
            QT_TRANSLATE_NOOP("Actions", "screenshot"),
            QT_TRANSLATE_NOOP("Actions", "PNG"),
            QT_TRANSLATE_NOOP("Actions", "SVG"),
            QT_TRANSLATE_NOOP("Actions", "PDF"),
        ),
    ),
    Row(
        "save_data",
        QT_TRANSLATE_NOOP("Actions", "Save data…"),
        (),
        "",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Save the numbers behind a view's picture (CSV, NPZ, Parquet)"),
        group=1,
        words=TABLES,
    ),
    Row(
        "copy_table",
        QT_TRANSLATE_NOOP("Actions", "Copy table"),
        (),
        "",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Copy the numbers behind a view's picture, for a spreadsheet"),
        group=1,
        words=TABLES,
    ),
    Row(
        "film",
        QT_TRANSLATE_NOOP("Actions", "Film…"),
        (),
        "",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Save a view that moves as a film: turning, generating, flying along the path"),
        "has run",
        group=1,
        words=(
            QT_TRANSLATE_NOOP("Actions", "video"),
            QT_TRANSLATE_NOOP("Actions", "animation"),
            QT_TRANSLATE_NOOP("Actions", "export"),
            QT_TRANSLATE_NOOP("Actions", "turntable"),
            QT_TRANSLATE_NOOP("Actions", "MP4"),
            QT_TRANSLATE_NOOP("Actions", "GIF"),
            QT_TRANSLATE_NOOP("Actions", "WebM"),
        ),
    ),
    Row(
        "preferences",
        QT_TRANSLATE_NOOP("Actions", "Preferences…"),
        ("Ctrl+,",),
        "options",
        "file",
        QT_TRANSLATE_NOOP("Actions", "How Orrery starts, looks and computes, and what it stores on this computer"),
        group=2,
        words=(
            QT_TRANSLATE_NOOP("Actions", "settings"),
            QT_TRANSLATE_NOOP("Actions", "options"),
            QT_TRANSLATE_NOOP("Actions", "language"),
            QT_TRANSLATE_NOOP("Actions", "memory"),
            QT_TRANSLATE_NOOP("Actions", "storage"),
            QT_TRANSLATE_NOOP("Actions", "cache"),
        ),
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
        words=(
            QT_TRANSLATE_NOOP("Actions", "start"),
            QT_TRANSLATE_NOOP("Actions", "generate"),
            QT_TRANSLATE_NOOP("Actions", "send"),
            QT_TRANSLATE_NOOP("Actions", "ask"),
        ),
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
        QT_TRANSLATE_NOOP("Actions", "Continue generating, or pause after this token"),
        "can play",
        1,
        words=(
            QT_TRANSLATE_NOOP("Actions", "generate"),
            QT_TRANSLATE_NOOP("Actions", "continue"),
            QT_TRANSLATE_NOOP("Actions", "resume"),
        ),
    ),
    Row(
        "step",
        QT_TRANSLATE_NOOP("Actions", "Next token (step)"),
        ("Right",),
        "step",
        "run",
        QT_TRANSLATE_NOOP("Actions", "Generate one token"),
        "can step",
        1,
        words=(
            QT_TRANSLATE_NOOP("Actions", "generate"),
            QT_TRANSLATE_NOOP("Actions", "step forward"),
        ),
    ),
    Row(
        "step_back",
        QT_TRANSLATE_NOOP("Actions", "Previous token (step back)"),
        ("Left",),
        "back",
        "run",
        QT_TRANSLATE_NOOP("Actions", "Go back one token; what was ahead stays as a branch"),
        "can step back",
        1,
        words=(
            QT_TRANSLATE_NOOP("Actions", "undo a token"),
            QT_TRANSLATE_NOOP("Actions", "rewind"),
        ),
    ),
    Row(
        "stop",
        QT_TRANSLATE_NOOP("Actions", "Stop"),
        ("Esc",),
        "stop",
        "run",
        QT_TRANSLATE_NOOP("Actions", "Stop what is running, at once"),
        "can stop",
        1,
        words=(
            QT_TRANSLATE_NOOP("Actions", "cancel"),
            QT_TRANSLATE_NOOP("Actions", "abort"),
            QT_TRANSLATE_NOOP("Actions", "interrupt"),
        ),
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
        "fit_again",
        QT_TRANSLATE_NOOP("Actions", "Start the fit again"),
        tip=QT_TRANSLATE_NOOP("Actions", "End the process that fits the map layout, and begin the fit anew in another"),
        enabled="is fitting",
        words=(
            QT_TRANSLATE_NOOP("Actions", "UMAP"),
            QT_TRANSLATE_NOOP("Actions", "t-SNE"),
            QT_TRANSLATE_NOOP("Actions", "layout"),
        ),
    ),
    Row(
        "run_before",
        QT_TRANSLATE_NOOP("Actions", "Previous run"),
        ("Ctrl+B",),
        "",
        "run",
        QT_TRANSLATE_NOOP("Actions", "Show the run that was here before this one; choose it again to come back"),
        "has before",
        2,
        words=(
            QT_TRANSLATE_NOOP("Actions", "previous run"),
            QT_TRANSLATE_NOOP("Actions", "history"),
        ),
    ),
    Row(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "Undo the last change to the interventions"),
        ("Ctrl+Z",),
        "",
        "run",
        QT_TRANSLATE_NOOP("Actions", "Undo the last edit in the list of interventions"),
        "can undo",
        3,
        words=(
            QT_TRANSLATE_NOOP("Actions", "revert"),
            QT_TRANSLATE_NOOP("Actions", "interventions"),
            QT_TRANSLATE_NOOP("Actions", "ablation"),
        ),
    ),
    Row(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "Redo the change to the interventions"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        "",
        "run",
        "",
        "can redo",
        3,
        words=(
            QT_TRANSLATE_NOOP("Actions", "repeat"),
            QT_TRANSLATE_NOOP("Actions", "interventions"),
            QT_TRANSLATE_NOOP("Actions", "ablation"),
        ),
    ),
    Row(
        "random_seed",
        QT_TRANSLATE_NOOP("Actions", "Draw a new seed"),
        ("Ctrl+D",),
        "dice",
        "run",
        "",
        "always",
        2,
        words=(
            QT_TRANSLATE_NOOP("Actions", "random number"),
            QT_TRANSLATE_NOOP("Actions", "sampling"),
            QT_TRANSLATE_NOOP("Actions", "dice"),
        ),
    ),
    Row(
        "edit_prompt",
        QT_TRANSLATE_NOOP("Actions", "Edit the prompt"),
        ("Ctrl+L",),
        "edit",
        "run",
        QT_TRANSLATE_NOOP("Actions", "Go to the prompt"),
        group=2,
        words=(
            QT_TRANSLATE_NOOP("Actions", "text"),
            QT_TRANSLATE_NOOP("Actions", "input"),
        ),
    ),
    Row("palette", QT_TRANSLATE_NOOP("Actions", "Find a command…"), ("Ctrl+K", "Ctrl+Shift+P"), "search", "view"),
    Row(
        "bigger",
        QT_TRANSLATE_NOOP("Actions", "Larger text"),
        ("Ctrl+=", "Ctrl++"),
        "bigger",
        "view",
        group=2,
        words=(
            QT_TRANSLATE_NOOP("Actions", "zoom in"),
            QT_TRANSLATE_NOOP("Actions", "font size"),
            QT_TRANSLATE_NOOP("Actions", "projector"),
        ),
    ),
    Row(
        "smaller",
        QT_TRANSLATE_NOOP("Actions", "Smaller text"),
        ("Ctrl+-",),
        "smaller",
        "view",
        group=2,
        words=(
            QT_TRANSLATE_NOOP("Actions", "zoom out"),
            QT_TRANSLATE_NOOP("Actions", "font size"),
        ),
    ),
    Row(
        "normal_size",
        QT_TRANSLATE_NOOP("Actions", "Normal text"),
        ("Ctrl+0",),
        "",
        "view",
        group=2,
        words=(
            QT_TRANSLATE_NOOP("Actions", "reset zoom"),
            QT_TRANSLATE_NOOP("Actions", "font size"),
            QT_TRANSLATE_NOOP("Actions", "100%"),
        ),
    ),
    Row(
        "next_region",
        QT_TRANSLATE_NOOP("Actions", "Next part of the window"),
        ("F6",),
        "",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Give the keyboard to the next view, the controls or the header"),
        group=2,
        words=(
            QT_TRANSLATE_NOOP("Actions", "focus"),
            QT_TRANSLATE_NOOP("Actions", "keyboard"),
        ),
    ),
    Row(
        "last_region",
        QT_TRANSLATE_NOOP("Actions", "Part of the window before"),
        ("Shift+F6",),
        "",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Give the keyboard to the view before, the controls or the header"),
        group=2,
    ),
    Row(
        "read_table",
        QT_TRANSLATE_NOOP("Actions", "Read as a table"),
        ("Ctrl+Shift+D",),
        "",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Open the numbers behind the view with the keyboard, or in front, as a table"),
        group=3,
        words=TABLES,
    ),
    Row(
        "full_screen",
        QT_TRANSLATE_NOOP("Actions", "Full screen"),
        ("F11",),
        "full",
        "view",
        group=3,
        checkable=True,
        words=(
            QT_TRANSLATE_NOOP("Actions", "presentation"),
            QT_TRANSLATE_NOOP("Actions", "projector"),
        ),
    ),
    Row(
        "present",
        QT_TRANSLATE_NOOP("Actions", "Present…"),
        ("F5",),
        "play",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Project chosen views in a second window, with notes and a clock in this one"),
        group=3,
        checkable=True,
        words=(
            QT_TRANSLATE_NOOP("Actions", "presentation"),
            QT_TRANSLATE_NOOP("Actions", "projector"),
            QT_TRANSLATE_NOOP("Actions", "class"),
            QT_TRANSLATE_NOOP("Actions", "second screen"),
            QT_TRANSLATE_NOOP("Actions", "audience"),
        ),
    ),
    Row(
        "next_theme",
        QT_TRANSLATE_NOOP("Actions", "Next theme"),
        ("Ctrl+T",),
        "theme",
        "view",
        group=3,
        words=(
            QT_TRANSLATE_NOOP("Actions", "dark"),
            QT_TRANSLATE_NOOP("Actions", "light"),
            QT_TRANSLATE_NOOP("Actions", "print"),
            QT_TRANSLATE_NOOP("Actions", "colours"),
        ),
    ),
    Row(
        "reset_workspace",
        QT_TRANSLATE_NOOP("Actions", "Reset this workspace"),
        (),
        "reset",
        "workspace",
        QT_TRANSLATE_NOOP("Actions", "Put every view of this workspace back in its place"),
        group=1,
        words=(
            QT_TRANSLATE_NOOP("Actions", "layout"),
            QT_TRANSLATE_NOOP("Actions", "restore views"),
            QT_TRANSLATE_NOOP("Actions", "arrange"),
        ),
    ),
    Row(
        "models",
        QT_TRANSLATE_NOOP("Actions", "Choose a model…"),
        ("Ctrl+M",),
        "model",
        "model",
        words=(
            QT_TRANSLATE_NOOP("Actions", "load"),
            QT_TRANSLATE_NOOP("Actions", "download"),
            QT_TRANSLATE_NOOP("Actions", "Hugging Face"),
            QT_TRANSLATE_NOOP("Actions", "hub"),
            QT_TRANSLATE_NOOP("Actions", "GGUF"),
        ),
    ),
    Row(
        "open_folder",
        QT_TRANSLATE_NOOP("Actions", "Open a model folder…"),
        (),
        "folder",
        "model",
        words=(
            QT_TRANSLATE_NOOP("Actions", "load"),
            QT_TRANSLATE_NOOP("Actions", "Hugging Face"),
            QT_TRANSLATE_NOOP("Actions", "checkpoint"),
            QT_TRANSLATE_NOOP("Actions", "safetensors"),
        ),
    ),
    Row(
        "open_gguf",
        QT_TRANSLATE_NOOP("Actions", "Open a GGUF file…"),
        (),
        "chip",
        "model",
        words=(
            QT_TRANSLATE_NOOP("Actions", "load"),
            QT_TRANSLATE_NOOP("Actions", "llama.cpp"),
            QT_TRANSLATE_NOOP("Actions", "quantised"),
        ),
    ),
    Row(
        "load_again",
        QT_TRANSLATE_NOOP("Actions", "Load the model again"),
        (),
        "",
        "model",
        QT_TRANSLATE_NOOP("Actions", "Load it on the device and in the precision selected now"),
        "can load",
        words=(
            QT_TRANSLATE_NOOP("Actions", "reload"),
            QT_TRANSLATE_NOOP("Actions", "device"),
            QT_TRANSLATE_NOOP("Actions", "precision"),
            QT_TRANSLATE_NOOP("Actions", "GPU"),
            QT_TRANSLATE_NOOP("Actions", "CUDA"),
        ),
    ),
    Row(
        "get_model",
        QT_TRANSLATE_NOOP("Actions", "Get the model of this run"),
        (),
        "",
        "model",
        QT_TRANSLATE_NOOP("Actions", "Load the model that made this run, downloading it if it is not on this computer"),
        "lacks model",
        words=(
            QT_TRANSLATE_NOOP("Actions", "download"),
            QT_TRANSLATE_NOOP("Actions", "fetch"),
        ),
    ),
    Row(
        "check_reference",
        QT_TRANSLATE_NOOP("Actions", "Check against a full forward pass"),
        (),
        "check",
        "model",
        QT_TRANSLATE_NOOP("Actions", "Compare the logits with those of one full forward pass over the same tokens"),
        "can check",
        1,
        words=(
            QT_TRANSLATE_NOOP("Actions", "verify"),
            QT_TRANSLATE_NOOP("Actions", "forward pass"),
            QT_TRANSLATE_NOOP("Actions", "reference"),
            QT_TRANSLATE_NOOP("Actions", "numerical error"),
        ),
    ),
    Row(
        "restart_engine",
        QT_TRANSLATE_NOOP("Actions", "Restart the engine"),
        (),
        "restart",
        "model",
        QT_TRANSLATE_NOOP("Actions", "End the process that computes and start a new one; the run stays on screen"),
        "can restart",
        1,
        words=(
            QT_TRANSLATE_NOOP("Actions", "crash"),
            QT_TRANSLATE_NOOP("Actions", "kill"),
            QT_TRANSLATE_NOOP("Actions", "reset"),
        ),
    ),
    Row(
        "view_help",
        QT_TRANSLATE_NOOP("Actions", "About this view"),
        ("F1",),
        "info",
        "help",
        QT_TRANSLATE_NOOP("Actions", "What the view shows, how it is computed, what to try, and what its words mean"),
        words=(
            QT_TRANSLATE_NOOP("Actions", "help"),
            QT_TRANSLATE_NOOP("Actions", "explain"),
            QT_TRANSLATE_NOOP("Actions", "what is this?"),
        ),
    ),
    Row(
        "shortcuts",
        QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"),
        ("Ctrl+F1",),
        "keyboard",
        "help",
        words=(
            QT_TRANSLATE_NOOP("Actions", "keys"),
            QT_TRANSLATE_NOOP("Actions", "hotkeys"),
            QT_TRANSLATE_NOOP("Actions", "mouse"),
        ),
    ),
    Row(
        "glossary",
        QT_TRANSLATE_NOOP("Actions", "Glossary"),
        (),
        "",
        "help",
        QT_TRANSLATE_NOOP("Actions", "The words used here, each in one sentence"),
        words=(
            QT_TRANSLATE_NOOP("Actions", "words"),
            QT_TRANSLATE_NOOP("Actions", "definitions"),
            QT_TRANSLATE_NOOP("Actions", "meaning of a term"),
            QT_TRANSLATE_NOOP("Actions", "explain"),
        ),
    ),
    Row(
        "about",
        QT_TRANSLATE_NOOP("Actions", "About Orrery"),
        (),
        "orrery",
        "help",
        words=(
            QT_TRANSLATE_NOOP("Actions", "version"),
            QT_TRANSLATE_NOOP("Actions", "licence"),
            QT_TRANSLATE_NOOP("Actions", "credits"),
        ),
    ),
)


def allowed(row: Row, state: RunState) -> bool:
    """Whether an action can be done now."""
    return RULES[row.enabled](state)

"""Shows the window with a made-up run and no engine, to be looked at.

`python -m tests.helpers.show_window --out X.png --theme light --part palette`

Grabs the screen, not the widget: only so are OpenGL views, popups and the window manager's frame in the picture.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.assemble import make_window
from app.notice import Notice
from app.settings import Settings
from app.state import Phase, RunState, StatusFacts, Work
from app.window.panels.model_picker import ModelRow
from app.window.window import MainWindow
from tests.helpers.runs import RUNS

FACTS = StatusFacts("SmolLM2-135M-Instruct", "cpu", "float32", 27.3, 2.1e-6, 1.0, 0.31, 0.013, 49)
ROWS = (
    ModelRow("SmolLM2-135M-Instruct", "SmolLM2, 135M, tuned to follow instructions (the default)", 134_515_008, True),
    ModelRow("gpt2", "GPT-2 small, the model of Wolfram's essay", 124_439_808),
    ModelRow("Qwen3-1.7B", "Qwen3, 1.7B, tuned, with a thinking mode", 1_720_574_976),
)


def made(args: argparse.Namespace) -> MainWindow:
    """The window as the arguments ask for it."""
    window = make_window(Settings(theme=args.theme, scale=args.scale, workspace=args.workspace))
    if args.size != "screen":
        window.resize(*(int(part) for part in args.size.split("x")))
    run = RUNS[args.run]()
    if run.info is not None:
        run.info = replace(run.info, name=FACTS.model or "", n_parameters=134_515_008)
    window.show_models(ROWS)
    window.show_state(RunState(Phase(args.phase), True, True, bool(run.nodes), bool(run.nodes)))
    window.show_model(run.info)
    window.show_status(FACTS)
    window.refresh(run, replace(window.first_ui_state(), playing=args.phase == "generating"))
    window.show_document(None, run)
    return window


def open_part(window: MainWindow, part: str) -> None:
    """Open what else is to be seen."""
    if part == "palette":
        window.actions_made.by_id["palette"].trigger()
    elif part == "models":
        window.open_models()
    elif part == "export":
        window.show_export()
    elif part == "shortcuts":
        window.actions_made.by_id["shortcuts"].trigger()
    elif part == "notices":
        window.show_notice(Notice("info", "The map of the token embeddings is ready."))
        window.show_notice(Notice("warning", "The hub did not answer within 10 seconds; trying the package index."))
        ended = "The engine ended by itself (signal 9). The run so far is still here."
        window.show_notice(Notice("error", ended, actions=("restart_engine",)))
    elif part == "progress":
        window.show_state(RunState(Phase.LOADING))
        window.show_wanted_model("SmolLM2-135M-Instruct")
        window.show_works((Work(1, "Fetching SmolLM2-135M-Instruct", 41_000_000, 98_000_000, "bytes"),))


def main() -> int:
    """Show it, take the picture, and end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    parser.add_argument("--size", default="screen", help="such as 1280x720")
    parser.add_argument("--theme", default="dark")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--workspace", default="explore")
    parser.add_argument("--run", default="fifty_steps")
    parser.add_argument("--phase", default="idle")
    parser.add_argument("--part", default="")
    parser.add_argument("--wait", type=int, default=2500, help="milliseconds until the picture is taken")
    args = parser.parse_args()
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(sys.argv[:1])
    window = made(args)
    if args.size == "screen":
        window.showMaximized()
    else:
        window.show()
    QTimer.singleShot(args.wait // 2, lambda: open_part(window, args.part))
    QTimer.singleShot(args.wait, lambda: (window.screen().grabWindow(0).save(args.out), app.exit(0)))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())

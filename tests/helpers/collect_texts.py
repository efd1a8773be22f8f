"""Brings the files of translations up to date with the source: `make texts`.

Qt's collector reads `tr` and `translate`, but not `say`, the engine's way to say a sentence, which knows no Qt: those
templates, and what the catalogue says of its models, are handed to it in a file of their own, under the context
"Engine".
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from app.translation import FOLDER
from engine.folders import RESOURCES
from viz.in_language import CONTEXT

ROOT = Path(__file__).resolve().parents[2]
COLLECTOR = Path(sys.executable).with_name("pyside6-lupdate")


def sources(*folders: str) -> list[Path]:
    """The files whose texts a person sees."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def templates() -> set[str]:
    """Every sentence of the engine, and those of the window that are made in the same way."""
    found = {text for path in sources("engine", "viz", "app") for text in templates_in(path)}
    for model in json.loads((RESOURCES / "catalogue.json").read_text("utf-8"))["models"]:
        found |= {model[key] for key in ("what", "note") if model.get(key)}
    return found


def templates_in(path: Path) -> set[str]:
    """The templates of one file."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "say" and isinstance(node.args[0], ast.Constant):
            found.add(str(node.args[0].value))
    return found


def collect(files: Iterable[Path], *into: Path) -> None:
    """Put every text of these files into the files of translations; those that are there keep what is translated."""
    with tempfile.TemporaryDirectory() as folder:
        marked = Path(folder) / "engine_sentences.py"
        lines = (f"QT_TRANSLATE_NOOP({CONTEXT!r}, {literal(text)})\n" for text in sorted(templates()))
        marked.write_text("".join(lines), "utf-8")
        call = [str(COLLECTOR), "-no-obsolete", "-locations", "none", "-disable-heuristic", "similartext"]
        call += [*map(str, files), str(marked), "-ts", *map(str, into)]
        subprocess.run(call, check=True, capture_output=True, timeout=120)


def literal(text: str) -> str:
    """A text in double quotation marks, as Qt's collector reads it."""
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    collect(sources("app", "viz"), *sorted(FOLDER.glob("orrery*.ts")))

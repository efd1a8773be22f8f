"""Who may import whom (DESIGN, section 1), seen in fresh interpreters: what is loaded is what counts."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Imports every module below the packages named on the command line, and prints all top-level names then loaded.
_IMPORT_ALL = """
import importlib, json, pkgutil, sys
for package in sys.argv[1:]:
    found = importlib.import_module(package)
    for module in pkgutil.walk_packages(found.__path__, package + "."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
print(json.dumps(sorted(sys.modules)))
"""


def _loaded_by(*packages: str) -> set[str]:
    command = [sys.executable, "-c", _IMPORT_ALL, *packages]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=240)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def _tops(modules: set[str]) -> set[str]:
    return {name.split(".")[0] for name in modules}


@pytest.mark.parametrize("package", ["viz", "app"])
def test_the_window_never_loads_the_models_libraries(package: str) -> None:
    assert (
        _tops(_loaded_by(package))
        & {"torch", "transformers", "umap", "numba", "sklearn", "openTSNE", "pacmap", "faiss"}
        == set()
    )


def test_the_engine_knows_no_window() -> None:
    assert _tops(_loaded_by("engine")) & {"PySide6", "vispy", "pyqtgraph", "viz", "app"} == set()


def test_views_know_of_the_engine_its_records_only() -> None:
    ours = {name for name in _loaded_by("viz") if name.split(".")[0] in {"engine", "app"}}
    of_labs = {name for name in ours if re.fullmatch(r"engine\.labs(\.\w+(\.(records|questions))?)?", name)}
    assert ours - of_labs <= {
        *("engine", "engine.records", "engine.run", "engine.errors", "engine.questions", "engine.checked_json"),
        *("engine.sentences", "engine.nets", "engine.nets.records", "engine.nets.numbers", "engine.nets.sets"),
        *("engine.adjustable", "engine.dictionaries", "engine.dictionaries.records", "engine.intervention_facts"),
    }


def test_listing_models_loads_no_torch() -> None:
    program = "import engine.commands.models, sys; print('torch' in sys.modules, 'transformers' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


# Makes and paints every view that waits for a model or a run, as the first window does, and prints whether pyqtgraph
# was loaded, and what it left elsewhere once it is. Those of From scratch wait for neither, and draw when first seen.
_FIRST_WINDOW = """
import sys, threading
from PySide6.QtWidgets import QApplication
app = QApplication([])
from engine.run import Run
from viz.lab import all_labs
from viz.registry import all_views
from viz.theme import theme
from viz.ui_state import UiState
at_once = {it.view for lab in all_labs().values() for it in lab.places if it.workspace == "from_scratch"}
for cls in all_views().values():
    if cls.name not in {"meaning_space"} | at_once:
        view = cls()
        view.paint(cls.frame(Run(), UiState()), theme("dark"))
        view.show()
print("pyqtgraph" in sys.modules)
hooks = sys.excepthook, threading.excepthook
import viz.charts.graphs
print((sys.excepthook, threading.excepthook) == hooks, QApplication.style().objectName() != "")
"""


def test_pyqtgraph_is_loaded_with_the_first_chart_and_touches_nothing_else() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_WINDOW], cwd=ROOT, capture_output=True, text=True, check=False, timeout=240
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["False", "True", "True"]


# Imports the modules named on the command line where Qt cannot be imported, and prints those that fail for that.
_WITHOUT_QT = """
import importlib, json, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "vispy", "pyqtgraph"):
            raise ImportError(name)

sys.meta_path.insert(0, NoQt())
failed = []
for module in sys.argv[1:]:
    try:
        importlib.import_module(module)
    except ImportError:
        failed.append(module)
print(json.dumps(failed))
"""


def test_frames_know_no_qt() -> None:
    """They are computed and tested without a window, and leave the words to those who paint."""
    files = [*ROOT.glob("viz/**/*frame.py"), *ROOT.glob("viz/map/data/*.py")]
    names = sorted({".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files})
    assert {"viz.map.data.frame", "viz.charts.strip_frame"} <= set(names)
    command = [sys.executable, "-c", _WITHOUT_QT, *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=240)
    assert json.loads(done.stdout) == []

"""The notebooks and README's lines about run files, run as they stand, say what `load_run` reads, without Orrery."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_rgba
from safetensors import safe_open

from engine.files.run_file import KEY, load_run, save_run
from engine.records import EMBEDDING, F32, Background, Intervention, Plan, Space
from engine.run import MapState, Run
from tests.helpers import runs
from tests.helpers.command import ROOT, main_py
from tests.helpers.there import there
from tests.helpers.tiny_models import write_folder

READ, MAP = (ROOT / "resources" / "notebooks" / name for name in ("read_a_run.ipynb", "redraw_the_map.ipynb"))
STATES = Space("resid", 1)
LIBRARIES = {"json", "re", "numpy", "safetensors", "matplotlib"}


@dataclass(frozen=True, eq=False)
class Added(Intervention):
    """An intervention that holds an array."""

    vector: F32

    @property
    def layer(self) -> int:
        return 0


def _cells(path: Path) -> list[str]:
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def _run_cells(path: Path) -> dict[str, Any]:
    names: dict[str, Any] = {}
    for cell in _cells(path):
        exec(compile(cell, path.name, "exec"), names)  # noqa: S102 - the project's own
    return names


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of a tiny model as the command saves it, with a map, logits and an intervention."""
    folder = tmp_path_factory.mktemp("traced")
    model, path = write_folder(folder / "tiny"), folder / "run.orrery"
    asked = ("--prompt", "the $cat$ sat on the mat", "--tokens", "8", "--logits", "--scale", "0.5=0", "--out", path)
    done = main_py("trace", "--model", model, *asked)
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture
def run(traced: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """That run, lying where the notebooks look for it; pictures are drawn without a screen."""
    (tmp_path / "run.orrery").write_bytes(traced.read_bytes())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(plt, "show", lambda: None)
    with mpl.rc_context({"backend": "agg"}):
        plt.switch_backend("agg")
        yield load_run(traced)
        plt.close("all")


def _whole() -> Run:
    """A run with everything that a file can hold."""
    run = runs.with_map(runs.branched(), STATES)
    state = run.maps[STATES]
    n = len(state.background.token_ids)
    run.maps[STATES] = MapState(_states_of(state.background, n), state.layouts, 0, state.nodes, state.fans)
    run.logits = np.zeros((len(run), there(run.info).vocab_size), np.float32)
    run.plan = Plan((Added(np.ones(runs.WIDTH, np.float32)),))
    return run


def _states_of(background: Background, n: int) -> Background:
    whole = np.arange(n, dtype=np.int32)
    return replace(
        background, positions=whole, surprisal=np.ones(n, np.float32), texts=whole * 0, text_kinds=("prose",),
        left_out=whole > 3, sources=whole * 0, source_names=("a text",),
    )  # fmt: skip


@pytest.mark.parametrize("path", [READ, MAP], ids=lambda path: path.name)
def test_a_notebook_is_small_holds_no_outputs_and_imports_nothing_of_orrery(path: Path) -> None:
    assert path.stat().st_size < 20_000
    notebook = json.loads(path.read_text("utf-8"))
    assert notebook["nbformat"] == 4
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            assert (cell["outputs"], cell["execution_count"]) == ([], None)
    imported = set()
    for node in ast.walk(ast.parse("\n".join(_cells(path)))):
        if isinstance(node, ast.Import):
            imported |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(there(node.module).split(".")[0])
    assert "safetensors" in imported
    assert imported <= LIBRARIES


def test_every_array_and_every_fact_of_a_run_file_has_a_meaning(run: Run, tmp_path: Path) -> None:
    names = _run_cells(READ)
    rows, row_of = names["ARRAYS"], names["row_of"]
    save_run(_whole(), tmp_path / "whole.orrery")
    told: set[str] = set()
    for path, info in (
        (tmp_path / "whole.orrery", runs.tiny_info(runs.tiny_vocabulary())),
        (tmp_path / "run.orrery", run.info),
    ):
        with safe_open(path, "np") as file:
            assert set(json.loads(file.metadata()[KEY])) == set(names["ABOUT"])
            shapes = {name: tuple(file.get_slice(name).get_shape()) for name in file.keys()}  # noqa: SIM118 - no mapping
        told |= {row_of(name) for name in shapes}
        sizes = {"L": there(info).n_layers, "H": there(info).n_heads, "D": there(info).d_model, "M": there(info).d_mlp,
                 "V": there(info).vocab_size}  # fmt: skip
        _check_shapes(shapes, {name: rows[row_of(name)][0] for name in shapes}, sizes)
    assert told == set(rows)  # nothing is told of that no file has
    for unknown in ("attention.0", "branch.0.branch.1.resid", "map.0.layout.0.fan.3.colour", "resid.1"):
        with pytest.raises(KeyError):
            row_of(unknown)


def _check_shapes(shapes: Mapping[str, tuple[int, ...]], told: Mapping[str, str], sizes: Mapping[str, int]) -> None:
    """Axes of one letter have one length, within what the array belongs to."""
    known: dict[tuple[str, str], int] = {("", axis): size for axis, size in sizes.items()}
    scopes = {"T": r"(branch\.\d+\.)?", "P": r"(branch\.\d+\.)?", "N": r"map\.\d+\.", "n": r"map\.\d+\.layout\.\d+\.",
              "k": r"map\.\d+\.layout\.\d+\.fan\.\d+\."}  # fmt: skip
    for name, shape in shapes.items():
        axes = told[name].strip("[]").split(", ")
        if axes == ["..."]:
            continue
        assert len(axes) == len(shape), name
        for axis, size in zip(axes, shape, strict=True):
            letter, more = axis.removesuffix("+1"), axis.endswith("+1")
            if letter.isdigit():
                assert size == int(letter), name
                continue
            scope = there(re.match(scopes.get(letter, ""), name))[0]
            assert known.setdefault((scope, letter), size - more) == size - more, (name, axis)
    assert known["", "T"] == known["", "P"]


def test_the_head_is_the_one_of_the_run(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    names = _run_cells(READ)
    expected = there(run.attention(names["LAYER"], names["HEAD"]))
    np.testing.assert_array_equal(names["head"], expected)
    assert np.abs(expected - there(run.attention(0, 1))).max() > 1e-3  # another head is another picture
    axes = plt.gcf().axes[0]
    drawn: Any = np.ma.asarray(axes.images[0].get_array())
    np.testing.assert_array_equal(np.tril(drawn.filled(0)), np.tril(expected))
    np.testing.assert_array_equal(drawn.mask, np.triu(np.ones(expected.shape, bool), 1))
    labels = [label.get_text() for label in axes.get_xticklabels()]
    vocabulary = there(run.vocabulary)
    prompt = run.token_ids[: run.prompt_tokens].tolist()
    assert labels[: len(prompt)] == [vocabulary.raw(token).decode().replace(" ", "·") for token in prompt]
    assert "".join(labels[: len(prompt)]).replace("·", " ") == run.prompt
    assert len(labels) == len(run)
    plt.gcf().canvas.draw()  # which is where a text that is taken for a formula would fail
    rows = re.findall(r"^ +(\d+) \S+ +(nan|[\d.]+) bits", capsys.readouterr().out, re.MULTILINE)
    np.testing.assert_allclose([float(bits) for _, bits in rows], run.surprisal, atol=0.006)


def test_the_map_is_the_one_of_the_run(run: Run) -> None:
    names = _run_cells(MAP)
    state = run.maps[EMBEDDING]
    axes = plt.gcf().axes[0]
    np.testing.assert_array_equal(axes.collections[0].get_offsets(), state.layout.points2)
    lines = {str(line.get_label()): line for line in axes.lines}
    placed = np.stack([state.nodes[state.layout.key][node][1] for node in run.path])
    np.testing.assert_array_equal(np.asarray(lines["the text"].get_xydata()), placed)
    rays = [line for line in axes.lines if to_rgba(line.get_color()) == to_rgba("tab:orange")]
    ends = [there(run.at(-1).next_ids)[rank] for rank in range(names["CANDIDATES"])]
    np.testing.assert_array_equal(
        [np.asarray(ray.get_xydata()) for ray in rays], [[placed[-1], state.layout.points2[token]] for token in ends]
    )
    assert f"{state.layout.kept2:.0%}" in axes.get_title()
    plt.gcf().canvas.draw()


def test_a_map_of_states_is_drawn_with_its_computed_rays(run: Run, tmp_path: Path) -> None:
    made = runs.with_map(runs.prompted(), STATES)
    save_run(made, tmp_path / "run.orrery")
    _run_cells(MAP)
    state = load_run(tmp_path / "run.orrery").maps[STATES]
    rays = [line for line in plt.gcf().axes[0].lines if to_rgba(line.get_color()) == to_rgba("tab:orange")]
    _, fan = state.fans[state.layout.key][made.current]
    np.testing.assert_array_equal([np.asarray(ray.get_xydata())[1] for ray in rays], fan.points2[: len(rays)])
    assert len(rays) == 5


def test_what_is_not_in_a_file_is_said(run: Run, tmp_path: Path) -> None:
    save_run(runs.prompted(attn=False), tmp_path / "run.orrery")
    with pytest.raises(SystemExit, match="holds no attention of layer 1: not recorded"):
        _run_cells(READ)
    with pytest.raises(SystemExit, match="holds no map"):
        _run_cells(MAP)


def test_the_lines_of_readme_read_a_run(run: Run) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    lines = there(re.search(r"^    import json\n.*?(?=^\S)", text, re.MULTILINE | re.DOTALL))[0]
    names: dict[str, Any] = {}
    with pytest.raises(Exception, match=re.escape("attn.5")):  # the tiny model has no sixth block
        exec(_dedented(lines), names)  # noqa: S102
    exec(_dedented(lines).replace("attn.5", "attn.1"), names)  # noqa: S102
    assert names["about"]["prompt"] == run.prompt
    np.testing.assert_array_equal(names["tokens"], run.token_ids)
    np.testing.assert_array_equal(names["head"], run.attention(1, 1))
    np.testing.assert_array_equal(names["states"], run.stacked("resid"))
    np.testing.assert_array_equal(names["surprisal"], run.surprisal)


def _dedented(lines: str) -> str:
    return "\n".join(line[4:] for line in lines.splitlines())

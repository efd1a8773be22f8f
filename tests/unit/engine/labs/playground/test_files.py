"""Points from CSV files, nets saved and opened, and exported programs that are run."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import DiskProblem, InputRefused, ModelUnusable
from engine.labkit.dispatch import answer
from engine.labkit.workbench import Bench
from engine.labs.playground.points_file import points_in
from engine.labs.playground.questions import OpenNet, ReadPoints, SaveNet
from engine.labs.playground.records import OWN_FUNCTION, OWN_POINTS, DataSet, NetOpened, NetSaved, PointsRead, made
from engine.nets.records import ACTIVATIONS, Architecture, Recipe, first_weights, forward, softmax

BENCH = Bench(lambda doing, done, total: None, lambda: False)
OWN = DataSet(OWN_POINTS, rows=np.array([[100, 5, 0], [300, 9, 1], [250, 6, 2]], np.float64).tobytes())
OWN_VALUES = DataSet(OWN_FUNCTION, rows=np.array([[0.0, 10.0], [4.0, 30.0]]).tobytes())


# -- CSV ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "x,y,class\n1,2,a\n3,4,b\n",
        "1;2;a\n3;4;b\n",
        "1\t2\ta\n3\t4\tb",
        "1 2 a\n3 4 b",
        '"1","2","a"\n"3","4","b"',
        "1;2,0;a\n3,0;4;b\n",
    ],
)
def test_points_are_read_by_any_usual_separator(text: str) -> None:
    found = points_in(text.splitlines(), False, "p.csv")
    assert np.frombuffer(found.rows).reshape(-1, 3).tolist() == [[1, 2, 0], [3, 4, 1]]
    assert found.classes == ("a", "b")
    assert found.note == ""


def test_rows_with_text_in_them_are_left_out_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "points.csv"
    path.write_text("x,y,kind\n1,2,10\nn/a,3,9\n3,4\n5,6,9\nnan,1,9\n")
    found = answer(ReadPoints(str(path)), BENCH)
    assert isinstance(found, PointsRead)
    assert (found.n, found.names, found.classes) == (2, ("x", "y", "kind"), ("9", "10"))
    assert np.frombuffer(found.rows).reshape(-1, 3)[:, 2].tolist() == [1, 0]
    assert "3 rows of points.csv" in found.note
    values = answer(ReadPoints(str(path), function=True), BENCH)
    assert isinstance(values, PointsRead)
    assert np.frombuffer(values.rows).reshape(-1, 2).tolist() == [[1, 2], [3, 4], [5, 6]]


def test_too_few_classes_say_which_rows_were_left_out() -> None:
    with pytest.raises(InputRefused, match=r"holds 1 \(cat\).*1 rows of p\.csv were left out"):
        points_in(["x,y,label", "0.1,0.2,cat", "hello,0.6,dog"], False, "p.csv")
    with pytest.raises(InputRefused) as bare:
        points_in(["1,2,a", "3,4,a"], False, "p.csv")
    assert "left out" not in str(bare.value)


@pytest.mark.parametrize(
    ("text", "function", "said"),
    [
        ("the cat sat", False, "x, y and a class"),
        ("a,b\nc,d", True, "x and a value"),
        ("1,2,a\n3,4,a", False, "2 to 10 classes, but holds 1"),
        ("\n".join(f"1,2,c{i}" for i in range(40)), False, "but holds 40"),
        ("\n".join("1,2" for _ in range(5001)), True, "5,000 at most"),
    ],
)
def test_files_that_hold_no_points_are_refused(text: str, function: bool, said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        points_in(text.splitlines(), function, "p.csv")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="cannot be read"):
        answer(ReadPoints(str(tmp_path / "none.csv")), BENCH)


# -- nets ---------------------------------------------------------------------------------------------------------


def saved(data: DataSet, activation: str, path: Path, kind: str) -> tuple[SaveNet, np.ndarray]:
    there = made(data)
    architecture = Architecture(there.n_inputs, (5, 3), there.n_outputs, activation)
    weights = first_weights(architecture, 4)
    question = SaveNet(str(path), kind, data, architecture, Recipe(there.loss, rate=0.02), weights.tobytes(), 12)
    found = answer(question, BENCH)
    assert isinstance(found, NetSaved)
    assert path.exists()
    return question, weights


@pytest.mark.parametrize("data", [DataSet(samples=40), OWN, OWN_VALUES])
def test_a_net_is_saved_and_opened_as_it_was(data: DataSet, tmp_path: Path) -> None:
    path = tmp_path / "net.safetensors"
    question, weights = saved(data, "tanh", path, "safetensors")
    found = answer(OpenNet(str(path)), BENCH)
    assert isinstance(found, NetOpened)
    assert (found.data, found.architecture, found.recipe) == (data, question.architecture, question.recipe)
    assert (found.weights == weights).all()
    assert found.step == 12


@pytest.mark.parametrize("kind", ["numpy", "torch"])
@pytest.mark.parametrize("data", [DataSet(samples=40), DataSet("step", samples=40), OWN, OWN_VALUES])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_the_exported_program_gives_the_same_numbers(kind: str, data: DataSet, activation: str, tmp_path: Path) -> None:
    path = tmp_path / "net.py"
    question, weights = saved(data, activation, path, kind)
    there = made(data)
    own = np.random.default_rng(0).uniform(-1, 1, (9, there.n_inputs)) * there.inputs.half + there.inputs.centre
    program: dict[str, object] = {}
    text = path.read_text()
    exec(text, program)  # noqa: S102 - what a person would run
    answered = np.asarray(program["net"](own))  # type: ignore[operator]
    flat = weights.astype(np.float64)
    wanted = forward(question.architecture, flat, there.inputs.seen(own))[-1]
    wanted = there.outputs.own(wanted) if there.is_function else softmax(wanted)
    assert np.abs(answered - wanted).max() < 1e-5 * max(1.0, float(np.abs(wanted).max()))
    assert len(text.splitlines()) <= 10


def test_what_is_no_net_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "net.safetensors"
    _, _ = saved(DataSet(samples=40), "relu", path, "safetensors")
    whole = path.read_bytes()
    for spoilt in (b"", b"hello", whole[:60], whole[:-8], whole.replace(b"tanh", b"tahn").replace(b"relu", b"rule")):
        path.write_bytes(spoilt)
        with pytest.raises(ModelUnusable, match=r"net\.safetensors"):
            answer(OpenNet(str(path)), BENCH)
    with pytest.raises(ModelUnusable):
        answer(OpenNet(str(tmp_path / "none")), BENCH)
    with pytest.raises(DiskProblem, match="could not be written"):
        saved(DataSet(samples=40), "relu", tmp_path / "no" / "net.py", "numpy")
    with pytest.raises(InputRefused, match="format"):
        answer(SaveNet(format="pickle"), BENCH)
    with pytest.raises(InputRefused, match="another net"):
        answer(SaveNet(str(path), weights=b"1234"), BENCH)

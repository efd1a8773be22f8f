"""No picture is exported before it is whole: every view, from a run file, with a tiny model in a real engine.

A run traced with everything recorded, and one of which the attention was left out. What a view cannot show is refused.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PySide6.QtWidgets import QApplication
from transformers import LlamaForCausalLM

from app.session.headless import Headless, ModelAsked
from engine.errors import InputRefused
from engine.files.run_file import load_run, save_run
from engine.records import Space
from engine.run import Run
from tests.helpers.command import main_py
from tests.helpers.runs import RUNS, with_map
from tests.helpers.same import difference
from tests.helpers.tiny_models import write_folder
from viz.figures.files import save_figure
from viz.figures.page import Figure, of_pixels
from viz.figures.whole import needs_model, wanted_if_held
from viz.registry import all_views
from viz.ui_state import UiState

DOES = "Asking|Reading|Running|Placing|Looking|Measuring|Completing|Switching|Finding|Searching|Estimating"
WAITS = re.compile(rf"({DOES}|The model|The training|The continuation).*…|.*[Nn]eeds? (the|a) model.*")
LONG = "this model takes"
REFUSED = {  # a model of 64 tokens that knows no English, on a run without interventions: what each says
    "ablation_inside": "No interventions are on",
    "ablation_sweep": "The intervention list has no such row",
    "brackets_large": "this model reads 64",
    "compare": "No interventions yet",
    "dictionary_scaling": "press “Train all”",
    "dictionary_training": "press “Train”",
    "facts": "more than the model reads (64)",
    "facts_sweep": "more than the model reads (64)",
    "features": "There is no dictionary of this model",
    "feature_attribution": "There is no dictionary of this model",
    "feature_map": "There is no dictionary of this model",
    "head_scores": LONG,
    "hello_bye": LONG,
    "hello_bye_goes_on": LONG,
    "hello_bye_heads": LONG,
    "hello_bye_states": LONG,
    "induction": "Select a token that occurred earlier",
    "ngrams": "reads 64 tokens at once: too few",
    "patching": "Both answers are the same token",
    "published": "Name the folder or file of a dictionary",
    "watch": "There is no dictionary of this model",
    "steering": "There is no dictionary of this model",
    "who_says_mary": "a name must be a single token",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="module")
def run_file(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("runs") / "a.orrery"
    done = main_py("trace", "--model", folder, "--prompt", "the cat sat on the cat sat", "--tokens", "4", "--out", out)
    assert done.returncode == 0, done.stderr
    return out


def _trouble(name: str, headless: Headless, out: Path) -> str:
    """What is wrong with the figure of a view; "" where it is whole, or refused as it has to be."""
    view, ui = all_views()[name], UiState(theme="print")
    try:
        frame = headless.frame(view, ui)
    except InputRefused as refused:
        said = REFUSED.get(name)
        return "" if said is not None and said in str(refused) else f"{name} was refused: {refused}"
    if name in REFUSED:
        return f"{name} was not refused"
    if view.figure_wants(frame) or view.lacks(frame):
        return f"{name} is not whole: {view.figure_wants(frame)}"
    save_figure(out, Figure(name, of_pixels(900, 600), "print"), headless.run, ui, frame)
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", out.read_text(encoding="utf-8"))
    waiting = [text for text in texts if WAITS.fullmatch(text.strip())]
    return f"{name} waits still: {waiting}" if waiting else ""


def test_every_figure_is_whole_or_refused(
    folder: Path, run_file: Path, tmp_path: Path, qapp: QApplication, forked_engines: None
) -> None:
    with Headless(load_run(run_file), ModelAsked(str(folder))) as headless:
        troubles = [_trouble(name, headless, tmp_path / f"{name}.svg") for name in all_views()]
    wrong = "\n".join(trouble for trouble in troubles if trouble)
    assert not wrong, wrong


def _run_of_a_file() -> Run:
    return with_map(RUNS["branched"]())


def test_what_a_figure_needs_is_what_it_would_ask() -> None:
    for name, view in all_views().items():
        wanted = wanted_if_held(view, _run_of_a_file(), UiState())
        needs = "run" if not wanted else "model" if needs_model(wanted) else "engine"
        assert view.figure_needs == needs, name
        assert (view.figure_seconds > 0) == (needs != "run"), name


def test_a_whole_frame_starts_no_engine_and_is_the_views_own(qapp: QApplication) -> None:
    view, run = all_views()["token_strip"], _run_of_a_file()
    with Headless(run) as headless:
        frame = headless.frame(view, UiState())
        assert headless._parts is None
    assert difference(frame, view.frame(run, UiState())) is None


def test_the_lens_of_a_figure_has_every_column_and_the_models_own_numbers(
    folder: Path, run_file: Path, qapp: QApplication, forked_engines: None
) -> None:
    run, view = load_run(run_file), all_views()["logit_lens"]
    assert not view.frame(run, UiState()).table.known.any()
    with Headless(run, ModelAsked(str(folder))) as headless:
        table = headless.frame(view, UiState()).table
    assert table.known.all()
    model = LlamaForCausalLM.from_pretrained(folder)
    with torch.inference_mode():
        states = model(torch.from_numpy(run.token_ids.astype(np.int64))[None], output_hidden_states=True).hidden_states
        logits = model.lm_head(model.model.norm(states[1]))[0]  # after block 0: [T, V]
    assert table.ids[1, :, 0].tolist() == logits.argmax(-1).tolist()
    np.testing.assert_allclose(table.probs[1, :, 0], logits.softmax(-1).amax(-1).numpy(), atol=1e-5)


def test_a_run_of_another_model_is_refused_and_nothing_written(folder: Path, tmp_path: Path) -> None:
    other, out = tmp_path / "other.orrery", tmp_path / "a.png"
    save_run(_run_of_a_file(), other)
    done = main_py("figure", "layers", "--run", other, "--out", out, "--model", folder)
    assert done.returncode == 1
    assert "only the run's own model can complete it" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not out.exists()


def test_a_model_that_is_not_here_is_refused_and_nothing_written(tmp_path: Path) -> None:
    run, out = _run_of_a_file(), tmp_path / "a.png"
    assert run.info is not None
    run.info = replace(run.info, name="nobody/has-this", source="")
    save_run(run, tmp_path / "a.orrery")
    done = main_py("figure", "layers", "--run", tmp_path / "a.orrery", "--out", out)
    assert done.returncode == 1
    assert "needs the model that made the run, nobody/has-this" in done.stderr
    assert not out.exists()


def test_runs_of_one_model_are_completed_by_one_engine_which_reads_the_sample_once(
    folder: Path, run_file: Path, tmp_path: Path, qapp: QApplication, forked_engines: None
) -> None:
    """As a film goes through them, token by token."""
    view, ui = all_views()["meaning_space"], UiState(space=Space("resid", 1))
    said: list[str] = []
    whole = load_run(run_file)
    ends = whole.path[-3:]
    with Headless(whole.until(ends[0]), ModelAsked(str(folder)), lambda doing, *_: said.append(doing)) as headless:
        frames = [headless.frame(view, ui)]
        read = sum("sample text" in doing for doing in said)
        engine = headless._parts
        for end in ends[1:]:
            headless.show(whole.until(end))
            frames.append(headless.frame(view, ui))
        assert headless._parts is engine
    assert read == sum("sample text" in doing for doing in said) > 0
    assert [len(frame.path) for frame in frames] == [len(whole) - 2, len(whole) - 1, len(whole)]
    with Headless(whole.until(ends[2]), ModelAsked(str(folder))) as alone:
        expected = alone.frame(view, ui)
    np.testing.assert_allclose(frames[-1].path.points, expected.path.points, atol=1e-5)
    np.testing.assert_allclose(frames[-1].fan.end, expected.fan.end, atol=1e-4)
    assert frames[-1].fan.token_ids.tolist() == expected.fan.token_ids.tolist()

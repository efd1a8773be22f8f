"""Attention: all heads drawn, the live atlas's share of a token, all heads scored, a head of 4,096 tokens chosen.

All heads are compared with BertViz's `model_view`, from the same arrays of weights: there up to the HTML page as text
(a browser still has to show it), here up to the painted picture. BertViz is no part of this project; where it cannot
be imported the seconds measured on two cores on 16, 64 and 256 tokens (0.03, 0.46, 12.2) stand in, and the row says so.
Have it with `pip install --no-deps --target FOLDER bertviz ipython` and `PYTHONPATH=FOLDER`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from types import SimpleNamespace
from typing import Any, cast

import numpy as np

from tests.bench.generate import model_folder
from tests.bench.rows import Row, at_least, at_most, main

PUBLISHED = {16: 0.03, 64: 0.46, 256: 12.2}  # s, bertviz model_view on two cores
LONG = 4096
SIZE = (1100, 760)
SCORING_LIMIT, CHOOSING_LIMIT, LIVE_SHARE = 5.0, 0.150, 0.10  # s, s, of a token's time
TURNS = 5


def measure() -> list[Row]:
    """Every line this file is for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    bench = _bench()
    rows = [*_all_heads(bench), _live(bench), _scoring(bench), *_choosing(bench)]
    if Path("/proc/self/clear_refs").exists():  # Linux tells the peak of one piece of work
        rows.append(_memory())
    del application
    return rows


def _bench() -> Any:
    """A workbench on the default model, in this process."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    from engine.capture.recognise import describe
    from engine.generation.session import Session
    from engine.labkit.workbench import Workbench
    from engine.models.vocabulary import vocabulary_of

    folder = str(model_folder())
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
    anatomy = describe(model)
    session = Session(model, anatomy, 8192)
    vocabulary = vocabulary_of(tokenizer, anatomy.vocab_size)
    info = cast(Any, SimpleNamespace(bos_id=tokenizer.bos_token_id, context=8192))
    return Workbench(session, tokenizer, vocabulary, info, lambda *_: None, lambda: False)


def _ids(bench: Any, n: int) -> Any:
    """[n] int32 ids of English words."""
    text = " ".join(f"the {word} of the old house" for word in ("cat", "clock", "garden", "river", "stone", "letter"))
    ids = bench.tokenizer(text)["input_ids"]
    return np.resize(np.array(ids, np.int32), n)


def _run(bench: Any, records: list[Any]) -> Any:
    """A run as the window holds it."""
    from dataclasses import replace

    from engine.run import Run
    from tests.helpers.runs import tiny_info

    anatomy = bench.anatomy
    info = replace(tiny_info(bench.vocabulary), n_layers=anatomy.n_layers, n_heads=anatomy.n_heads, context=8192)
    run = Run(info, bench.vocabulary)
    run.run_id = 1
    for tokens in records:
        run.append(tokens)
    return run


def _took(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _cpu(work: Callable[[], object]) -> float:
    """Seconds of one core: limits in seconds are not to depend on who else uses the machine."""
    began = time.process_time()
    work()
    return time.process_time() - began


def _paint(view: Any, run: Any, ui: Any) -> None:
    """A frame, painted to the last pixel."""
    from viz.theme import theme

    view.paint(type(view).frame(run, ui), theme("dark"))
    view.grab()


# -- all heads ---------------------------------------------------------------------------------------------------


def _all_heads(bench: Any) -> list[Row]:
    from engine.generation.settings import Settings
    from engine.records import Sampling
    from viz.labs.attention.attention_atlas_view import AttentionAtlasView
    from viz.ui_state import UiState

    rows = []
    for n, published in PUBLISHED.items():
        bench.session.begin(Settings(Sampling(temperature=0)))
        records = list(bench.session.prefill(_ids(bench, n)))
        ours = []
        for _ in range(TURNS):
            run, view = _run(bench, records), AttentionAtlasView()
            view.resize(*SIZE)
            ours.append(_took(lambda view=view, run=run: _paint(view, run, UiState())))  # type: ignore[misc]
        theirs = _model_view(bench, records, 1 if n > 64 else 3)
        against = "bertviz model_view, HTML" if theirs else "bertviz model_view, as published (not installed)"
        limit = 10.0 if n >= 64 else 0.0
        rows.append(
            at_least(f"all heads of {n} tokens drawn, times a second", 1 / median(ours), "/s", against,
                     1 / (theirs or published), limit)
        )  # fmt: skip
    return rows


def _model_view(bench: Any, records: list[Any], turns: int) -> float | None:
    """Seconds BertViz takes for its page from the same weights; None where it is not there."""
    try:
        from bertviz import model_view  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        return None
    import torch

    attn = np.concatenate([tokens.attn for tokens in records], axis=2)  # [L, H, T, T]; one chunk at these lengths
    layers = [torch.from_numpy(attn[layer])[None] for layer in range(len(attn))]
    ids = np.concatenate([tokens.token_ids for tokens in records]).tolist()
    texts = bench.tokenizer.convert_ids_to_tokens(ids)
    return median(_took(lambda: model_view(layers, texts, html_action="return").data) for _ in range(turns))


# -- live, scoring -----------------------------------------------------------------------------------------------


def _live(bench: Any) -> Row:
    """What the atlas costs per generated token, beside the token's own time."""
    import torch

    from engine.generation.settings import Settings
    from engine.records import Sampling
    from viz.labs.attention.attention_atlas_view import AttentionAtlasView
    from viz.ui_state import UiState

    torch.set_num_threads(1)
    session = bench.session
    session.begin(Settings(Sampling(temperature=0)))
    run, view = _run(bench, list(session.prefill(_ids(bench, 48)))), AttentionAtlasView()
    view.resize(*SIZE)
    _paint(view, run, UiState())
    token_times, atlas_times = [], []
    for _ in range(24):
        began = time.process_time()
        tokens = session.step()
        token_times.append(time.process_time() - began)
        if tokens is not None:
            run.append(tokens)
        atlas_times.append(_cpu(lambda: _paint(view, run, UiState())))
    session.cool()
    mine, token = median(atlas_times) * 1e3, median(token_times) * 1e3
    return at_most("live atlas per generated token", mine, "ms of one core", "the token's own time", token, LIVE_SHARE)


def _scoring(bench: Any) -> Row:
    from engine.labs.attention import head_scores
    from engine.labs.attention.records import AskHeadScores

    took = min(_took(lambda: head_scores.answer(AskHeadScores(), bench)) for _ in range(3))
    return at_most("scoring all heads", took, "s", "limit", SCORING_LIMIT, 1.0)


# -- long texts --------------------------------------------------------------------------------------------------


def _choosing(bench: Any) -> list[Row]:
    """From choosing a head to its picture painted, on states of 4,096 tokens: of a new layer, and of the same one."""
    import torch

    from engine.generation.settings import Settings
    from engine.labs.attention import long_heads
    from engine.labs.attention.records import (
        AskHeadLine,
        AskHeadPicture,
        AskHeadWindow,
        Mix,
    )
    from engine.records import Sampling
    from viz.labs.attention.attention_head_view import AttentionHeadView
    from viz.ui_state import UiState

    session = bench.session
    session.begin(Settings(Sampling(temperature=0)))
    run = _run(bench, list(session.prefill(_ids(bench, LONG))))
    torch.set_num_threads(1)
    view = AttentionHeadView()
    view.resize(*SIZE)

    def choose(layer: int, head: int) -> None:
        question = AskHeadPicture(run.current, Mix(((layer, head),)))
        run.findings[question] = long_heads.picture(question, bench)
        run.changed += 1
        _paint(view, run, UiState(layer=layer, head=(layer, head)))

    choose(0, 0)
    new = [_cpu(lambda layer=layer: choose(layer, 4)) for layer in range(3, 3 + 4 * TURNS, 4)]  # type: ignore[misc]
    same = [_cpu(lambda head=head: choose(19, head)) for head in (0, 1, 2, 3, 5)]  # type: ignore[misc]
    mix = Mix(((19, 4),))
    window = AskHeadWindow(run.current, mix, 3000, 2800, 1024)
    row = AskHeadLine(run.current, mix, 4000)
    parts: list[tuple[str, Callable[[], object]]] = [
        ("its sharp part after a zoom", lambda: long_heads.window(window, bench)),
        ("its exact row under the pointer", lambda: long_heads.line(row, bench)),
    ]
    found = [("a head of another layer", min(new)), ("a head of the same layer", min(same))]
    found += [(name, min(_cpu(work) for _ in range(TURNS))) for name, work in parts]
    return [
        at_most(f"{LONG} tokens: {name}", took * 1e3, "ms of one core", "limit", CHOOSING_LIMIT * 1e3, 1.0)
        for name, took in found
    ]


def peak() -> None:
    """How much memory one head's picture of 4,096 tokens takes beyond the states, in MiB, as its own program."""
    import torch

    from engine.capture.head_rows import head_rows
    from engine.labs.attention.long_heads import _extremes, bin_of

    bench = _bench()
    states = torch.randn(LONG, bench.anatomy.d_model)
    head_rows(bench.model, bench.anatomy, 5, states[:64]).weights(0, 0, 64)  # what is loaded once
    Path("/proc/self/clear_refs").write_text("5")  # the peak counts from here
    before = _peak_kib()
    rows = head_rows(bench.model, bench.anatomy, 13, states)
    for low in range(0, LONG, 512):
        _extremes(rows.weights(4, low, low + 512), bin_of(LONG), False)
    print((_peak_kib() - before) / 1024, flush=True)


def _peak_kib() -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1])


def _memory() -> Row:
    command = [sys.executable, "-m", "tests.bench.attention", "--peak"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    whole = 9 * LONG * LONG * 4 / 2**20  # what eager attention forms for a layer of the default model
    return at_most(
        f"peak memory of one head, {LONG} tokens", float(printed.split()[-1]), "MiB", "a layer's weights at once",
        whole, 0.25,
    )  # fmt: skip


if __name__ == "__main__":
    if "--peak" in sys.argv[1:]:
        peak()
    else:
        main(measure)

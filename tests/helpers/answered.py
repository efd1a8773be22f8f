"""A view beside a real tiny model, without processes: what it asks of the labs is answered at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from engine.capture.effects import Means
from engine.capture.means import reference_means
from engine.capture.recognise import describe
from engine.errors import InputRefused
from engine.generation.session import Session
from engine.generation.settings import Settings
from engine.labkit.dispatch import answer
from engine.labkit.workbench import Workbench
from engine.models.vocabulary import vocabulary_of
from engine.records import Plan, Sampling
from engine.run import Run
from tests.helpers.hosted import show
from tests.helpers.runs import tiny_info
from tests.helpers.tiny_models import SAMPLE, write_folder
from viz.intents import AskLab, Intent
from viz.theme import theme
from viz.ui_state import UiState
from viz.view import View

AT_MOST = 60  # questions a view asks one after another


def workbench(folder: Path, **settings: Any) -> Workbench:
    """A tiny model with its tokenizer, made in `folder` with the settings given, and what labs need beside it."""
    write_folder(folder, **settings)
    tokenizer = AutoTokenizer.from_pretrained(str(folder))
    model = AutoModelForCausalLM.from_pretrained(str(folder)).eval()
    anatomy = describe(model)
    session = Session(model, anatomy, int(model.config.max_position_embeddings))
    vocabulary = vocabulary_of(tokenizer, anatomy.vocab_size)
    info = replace(
        tiny_info(vocabulary), n_layers=anatomy.n_layers, n_heads=anatomy.n_heads, n_kv_heads=anatomy.n_kv_heads,
        d_model=anatomy.d_model, d_mlp=anatomy.d_mlp, context=int(model.config.max_position_embeddings),
    )  # fmt: skip
    text = torch.tensor(tokenizer(" ".join(SAMPLE))["input_ids"])

    def means(plan: Plan) -> Means:
        return reference_means(model, anatomy, [text], plan.mean_sites)

    return Workbench(session, tokenizer, vocabulary, info, lambda *_: None, lambda: False, means)


def run_of(bench: Workbench, text: str, steps: int = 0) -> Run:
    """A run of `text` and greedy steps after it, as the window holds it; an empty text leaves it empty."""
    run = Run(bench.info, bench.vocabulary)
    ids = np.array(bench.tokenizer(text)["input_ids"] if text else [], np.int32)
    if not len(ids):
        return run
    bench.session.begin(Settings(Sampling(temperature=0)))
    run.run_id, run.prompt, run.prompt_tokens = bench.session.run_id, text, len(ids)
    for tokens in bench.session.prefill(ids):
        run.append(replace(tokens, run_id=run.run_id))
    for _ in range(steps):
        made = bench.session.step()
        if made is not None:
            run.append(replace(made, run_id=run.run_id))
    return run


def answered(view: View, run: Run, ui: UiState, bench: Workbench) -> list[str]:
    """Paint, answer what is asked, and paint again until nothing new is asked. Sentences of what was refused."""
    sent: list[Intent] = []
    refused: list[str] = []
    view.intent.connect(sent.append)
    show(view, type(view).frame(run, ui), theme(ui.theme))
    for _ in range(AT_MOST):
        asked = [it.question for it in sent if isinstance(it, AskLab) and it.question not in run.findings]
        sent.clear()
        if not asked:
            break
        try:
            run.findings[asked[-1]] = answer(asked[-1], bench)
        except InputRefused as error:
            refused.append(str(error))
            break
        run.changed += 1
        show(view, type(view).frame(run, ui), theme(ui.theme))
    return refused

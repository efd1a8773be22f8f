"""Sessions on tiny random models, and what a run looks like from outside."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import torch
from transformers import PreTrainedModel

from engine.capture.recognise import describe
from engine.generation.session import Session
from engine.generation.settings import Settings
from engine.records import F32, I32, Sampling, Tokens
from engine.run import Run
from tests.helpers.families import FAMILIES

GREEDY = Sampling(temperature=0)
PROMPT = np.array([5, 17, 60, 33, 8, 71, 22, 9], np.int32)


def tiny_session(family: str = "llama", budget: int = 2**30, context: int = 64) -> Session:
    """A session on a model of some family with 97 tokens."""
    return session_of(FAMILIES[family](), budget, context)


def exact_session(budget: int = 2**30) -> Session:
    """The same in double precision, for comparing products of different shapes: processors round those differently."""
    return session_of(FAMILIES["llama"]().double(), budget)


def session_of(model: PreTrainedModel, budget: int = 2**30, context: int = 64) -> Session:
    return Session(model, describe(model), context, budget)


def begun(session: Session, sampling: Sampling = GREEDY, prompt: I32 = PROMPT, **settings: object) -> list[Tokens]:
    """Begin a run and prefill `prompt`; what was recorded."""
    session.begin(Settings(sampling, **settings))  # type: ignore[arg-type]
    return list(session.prefill(prompt))


def stepped(session: Session, count: int) -> list[Tokens]:
    """`count` steps; those that were there already leave no record."""
    made = [session.step() for _ in range(count)]
    return [tokens for tokens in made if tokens is not None]


def gathered(records: Iterable[Tokens]) -> Run:
    """The run these records make."""
    run = Run()
    for tokens in records:
        run.append(tokens)
    return run


def plain_logits(model: PreTrainedModel, token_ids: I32) -> F32:
    """[T, V] of one uncached forward."""
    with torch.inference_mode():
        output = model(input_ids=torch.from_numpy(token_ids.astype(np.int64))[None], use_cache=False)
    logits: F32 = output.logits[0].float().numpy()
    return logits


def hooks_on(model: PreTrainedModel) -> int:
    """How many hooks are on the model."""
    return sum(len(module._forward_hooks) + len(module._forward_pre_hooks) for module in model.modules())

"""Features along a text: one along a typed text, and all that fire at a node of the run."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from engine.capture.intervene import intervening
from engine.dictionaries import shelf
from engine.dictionaries.records import Hook
from engine.errors import InputRefused
from engine.labkit.subject import of_bench, path_ids
from engine.labkit.workbench import Workbench
from engine.labs.features.activations import read
from engine.labs.features.checks import require_feature
from engine.labs.features.records import AskFiring, AskTry, Firing, Tried
from engine.sentences import say

LONGEST = 1024  # tokens of a typed text


def tried(question: AskTry, bench: Workbench) -> Tried:
    """A feature's activations along a typed text, in the original model.

    Raises:
        InputRefused: nothing was typed, no such dictionary or feature. Stopped: a person said so.
    """
    dictionary = shelf.use(question.dictionary, bench.anatomy)
    feature = require_feature(dictionary.info, question.feature)
    subject = of_bench(bench)
    ids = subject.encode(question.text)[: min(subject.context, LONGEST)] if question.text.strip() else []
    if not ids:
        raise InputRefused(say("Type a text to see where the feature is active in it."))
    x = read(bench, dictionary.info.hook, torch.tensor([ids]))[0]
    values = dictionary.encode_some(x, torch.tensor([feature], device=dictionary.w_enc.device))[:, 0]
    return Tried(feature, np.array(ids, np.int32), values.cpu().numpy())


def firing(question: AskFiring, bench: Workbench) -> Firing:
    """The features that are not 0 at a node, in the run with its interventions.

    Raises:
        InputRefused: no such node or dictionary. Stopped: a person said so.
    """
    dictionary = shelf.use(question.dictionary, bench.anatomy)
    x = at_nodes(bench, question.node, dictionary.info.hook)[-1:]
    f = dictionary.encode(x)[0]
    which = f.nonzero()[:, 0]
    order = which[f[which].argsort(descending=True, stable=True)].cpu()
    left = torch.linalg.vector_norm((x.to(f.device) - dictionary.reconstruct(x))[0]) / torch.linalg.vector_norm(
        x
    ).clamp_min(1e-12)
    return Firing(
        question.node, order.numpy().astype(np.int32), f.cpu()[order].numpy().astype(np.float32), float(left)
    )  # fmt: skip


def at_nodes(bench: Workbench, node: int, hook: Hook) -> Tensor:
    """[T, width] what stands at a hook along the path to `node`: recorded states where they are, else a forward."""
    ids = path_ids(bench, node)
    anatomy, settings = bench.anatomy, bench.session.settings
    if hook.kind == "resid" and "resid" not in anatomy.missing:
        return bench.session.states(node, hook.layer + 1, bench.stop).float()
    bench.session.cool()
    with intervening(anatomy, settings.plan, settings.means):
        return read(bench, hook, ids[None])[0]

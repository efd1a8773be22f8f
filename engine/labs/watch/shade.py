"""Activations of features along the run: from the recorded states where they are there, else from a forward."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from engine.capture.intervene import intervening
from engine.capture.many import stopping
from engine.dictionaries import shelf
from engine.dictionaries.activations import Reader
from engine.dictionaries.records import Hook
from engine.errors import InputRefused
from engine.labkit.workbench import Workbench
from engine.labs.watch.records import AskShade, Shade
from engine.sentences import say


def shade(question: AskShade, bench: Workbench) -> Shade:
    """See `AskShade`.

    Raises:
        InputRefused: no such node, dictionary or feature. Stopped: a person said so.
    """
    dictionary = shelf.use(question.dictionary, bench.anatomy)
    for feature in question.features:
        if not 0 <= feature < dictionary.width:
            raise InputRefused(
                say(
                    "There is no feature {feature}: this dictionary has features 0 to {last}.",
                    feature=feature,
                    last=dictionary.width - 1,
                )
            )
    path = bench.session.tree.path(question.node)
    if not path:
        raise InputRefused(say("There is no text yet. Type a prompt and run it first."))
    low = min(max(question.first, 0), len(path) - 1)
    x = _states(bench, path, low, dictionary.info.hook)
    features = torch.tensor(question.features, dtype=torch.long, device=dictionary.w_enc.device)
    with torch.inference_mode():
        values = dictionary.encode_some(x, features).cpu().numpy()
    left_out = dictionary.left_out(x).cpu().numpy()
    return Shade(np.array(path[low:], np.int32), values.astype(np.float32), left_out)


def _states(bench: Workbench, path: list[int], low: int, hook: Hook) -> Tensor:
    """[m, width] what stands at a hook at path[low:]; of what is recorded only these are touched."""
    session, anatomy = bench.session, bench.anatomy
    if hook.kind == "resid" and "resid" not in anatomy.missing:
        known = session.tree.resid
        if any(node not in known for node in path[low:]):
            session.states(path[-1], hook.layer + 1, bench.stop)
        return torch.from_numpy(np.stack([known[node][hook.layer + 1] for node in path[low:]])).float()
    session.cool()
    with intervening(anatomy, session.settings.plan, session.settings.means), stopping(anatomy, bench.stop):
        return Reader(bench.model, anatomy, hook).read(session.tree.ids(path)[None])[0, low:]

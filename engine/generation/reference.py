"""The engine checked against the library: its recorded, cached, stepwise path and one plain forward of the same tokens.

The first few tokens are prefilled and the rest taken one by one, so that both paths of the session are met.
"""

from __future__ import annotations

import numpy as np
import torch

from engine.capture.probe import difference
from engine.generation.rows import AT_ONCE
from engine.generation.session import Session
from engine.generation.settings import Settings, Stop, never
from engine.models.linear import plain
from engine.records import I32, Reference

MOST = 64  # tokens compared: the first ones
_PREFILLED = AT_ONCE  # all their logits are still held


def check_reference(session: Session, token_ids: I32, dtype: str, stop: Stop = never) -> Reference:
    """Compare on `token_ids` [T], at least one. The session's own run is not touched.

    Raises:
        Stopped: `stop` said so.
    """
    session.cool()
    ids = token_ids[:MOST]
    with plain(session.model), torch.inference_mode():
        batch = torch.from_numpy(ids.astype(np.int64))[None].to(session.anatomy.device)
        theirs = session.model(input_ids=batch, use_cache=False).logits[0].float()  # [T, V]
    begun = min(_PREFILLED, (len(ids) + 1) // 2)
    scratch = Session(session.model, session.anatomy, session.context, session.memory_budget)
    scratch.begin(Settings(k=1))
    worst, same = 0.0, 0
    try:
        list(scratch.prefill(ids[:begun], stop))
        for position in range(len(ids)):
            if position >= begun:
                scratch.branch(position - 1, int(ids[position]), stop)
            row = scratch.logits_after(position)
            worst = max(worst, float(difference(row, theirs[position]).abs().max()))
            same += int(row.argmax() == theirs[position].argmax())
    finally:
        scratch.cool()
    return Reference(worst, same / len(ids), len(ids), dtype)

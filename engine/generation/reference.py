"""The engine checked against the library: its recorded, cached, step-by-step path and one plain forward of the same tokens.

Half of the tokens are prefilled and the rest taken one by one, so that both paths of the session are met.
"""

from __future__ import annotations

import numpy as np
import torch

from engine.generation.session import Session, Settings, Stop, never
from engine.records import I32, Reference

MOST = 64  # tokens compared: the first ones


def check_reference(session: Session, token_ids: I32, dtype: str, stop: Stop = never) -> Reference:
    """Compare on `token_ids` [T], at least one. The session's own run is not touched.

    Raises:
        Stopped: `stop` said so.
    """
    session.cool()
    ids = token_ids[:MOST]
    with torch.inference_mode():
        batch = torch.from_numpy(ids.astype(np.int64))[None].to(session.anatomy.embedding.weight.device)
        plain = session.model(input_ids=batch, use_cache=False).logits[0].float()  # [T, V]
    half = max(1, len(ids) // 2)
    scratch = Session(session.model, session.anatomy, session.context, session.memory_budget)
    scratch.begin(Settings(k=1))
    worst, same, compared = 0.0, 0, 0
    try:
        for end in range(half, len(ids) + 1):
            if end == half:
                list(scratch.prefill(ids[:half], stop))
            else:
                scratch.branch(scratch.current, int(ids[end - 1]), stop)
            row = scratch.logits_after(scratch.current)
            worst = max(worst, float((row - plain[end - 1]).abs().max()))
            same += int(row.argmax() == plain[end - 1].argmax())
            compared += 1
    finally:
        scratch.cool()
    return Reference(worst, same / compared, compared, dtype)

"""What stands at a hook over the sample texts: how long it is, how active a feature is, and what texts differ by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from engine.capture.anatomy import Anatomy
from engine.dictionaries.hooks import watch
from engine.dictionaries.records import Hook
from engine.errors import InputRefused, Stopped
from engine.generation.prompt import open_ended
from engine.labkit.workbench import Workbench
from engine.maps import sample
from engine.sentences import say

TOKENS = 64  # of each sample text
GIANT = 10.0  # times the median length: positions that dwarf all others, as the first one does
MOST = 512  # tokens of a person's text


def states(anatomy: Anatomy, model: object, hook: Hook, ids: Tensor) -> Tensor:
    """What stands at a hook in a text of ids [t]: [t, width] float32 on the host. Raises InputRefused as `watch`."""
    found: list[Tensor] = []
    end = watch(anatomy, hook, lambda values: found.append(values.detach()[0].float().cpu()))
    try:
        with torch.inference_mode():
            model(input_ids=ids[None].to(anatomy.device), use_cache=False)  # type: ignore[operator]  # a model
    finally:
        end()
    return found[0]


@dataclass(frozen=True)
class Sampled:
    """What stands at a hook over the sample texts, the first positions left out."""

    values: Tensor  # [n, width]
    median: float  # of their lengths

    @property
    def positions(self) -> int:
        """n."""
        return len(self.values)


def sampled(bench: Workbench, hook: Hook, doing: str) -> Sampled:
    """Raises InputRefused as `watch`, Stopped where a person asked for an end."""
    texts = [torch.tensor(open_ended(bench.tokenizer, text.text)[:TOKENS]) for text in sample.sample_texts()]
    found = []
    for done, ids in enumerate(texts):
        if bench.stop():
            raise Stopped
        bench.progress(doing, done, len(texts))
        if len(ids) > 1:
            found.append(states(bench.anatomy, bench.model, hook, ids)[1:])
    bench.progress(doing, len(texts), len(texts))
    values = torch.cat(found)
    return Sampled(values, float(torch.linalg.vector_norm(values, dim=-1).median()))


def mean_states(
    bench: Workbench, hook: Hook, texts: Sequence[str], last: bool, typical: float, told: Callable[[int], None]
) -> Tensor:
    """The state of each text [n, width]: its last token's, or the mean over its positions.

    The first position and those longer than `GIANT` times the typical length are left out of a mean.

    Raises:
        InputRefused: a text has no token to read. Stopped: a person asked for an end.
    """
    found = []
    for done, text in enumerate(texts):
        if bench.stop():
            raise Stopped
        told(done)
        ids = open_ended(bench.tokenizer, text)[: min(MOST, bench.info.context)]
        if len(ids) < 2:
            raise InputRefused(
                say(
                    "“{text}” has {n} tokens, but two at least are needed: the first position of a text is unlike all "
                    "others and is left out. Write a longer text.",
                    text=text[:60],
                    n=len(ids),
                )
            )
        rows = states(bench.anatomy, bench.model, hook, torch.tensor(ids))[1:]
        usual = rows[torch.linalg.vector_norm(rows, dim=-1) <= GIANT * typical]
        found.append(rows[-1] if last or not len(usual) else usual.mean(dim=0))
    return torch.stack(found)


def cosine(one: Tensor, other: Tensor) -> float:
    """NaN where one of them has no length."""
    lengths = float(torch.linalg.vector_norm(one) * torch.linalg.vector_norm(other))
    return float(one @ other) / lengths if lengths > 0 else float(np.nan)

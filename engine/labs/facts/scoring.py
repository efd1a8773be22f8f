"""What an edit does: the probability of answers and the loss of unrelated text, with it and without.

The unrelated text is a part of the bundled sample that the covariance is not made of, as far as there is one. Its loss
hardly moves whatever is edited, so it is no test of locality: the neighbours are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from engine.capture.intervene import intervening
from engine.errors import Stopped
from engine.generation.prompt import open_ended
from engine.labkit.workbench import Workbench
from engine.labs.facts.prefixes import Rows, answer_ids, packed
from engine.labs.facts.records import Measured, Probe, empty_measured
from engine.labs.facts.value import divergence, likely
from engine.maps.sample import sample_texts
from engine.records import F32, I32, Plan
from engine.sentences import say

AT_ONCE = 16  # probes in a batch
TEXT_TOKENS = 1024  # of the unrelated text
PIECE = 128


class Probing:
    """Probes of a model, with the numbers of the original kept."""

    def __init__(self, bench: Workbench, probes: Sequence[Probe]) -> None:
        self._bench = bench
        self.probes = tuple(probes)
        self._batches = [_rows(bench, probes[at : at + AT_ONCE]) for at in range(0, len(probes), AT_ONCE)]
        self._text = _unrelated(bench)
        self.before = self._probed(Plan())
        self.text_before, self._next_before = self._read(Plan())

    def measure(self, plan: Plan) -> Measured:
        """The probes and the text under a plan. Raises InputRefused for a plan of another model; Stopped."""
        after = self._probed(plan)
        text_after, next_after = self._read(plan)
        kl = _kl(next_after, self._next_before)
        if not self.probes:
            return _with_text(self.text_before, text_after, self.n_text, kl)
        return Measured(
            self.probes, self.before[0], after[0], self.before[1], after[1], self.before[2], after[2],
            self.text_before, text_after, self.n_text, kl,
        )  # fmt: skip

    @property
    def n_text(self) -> int:
        """Tokens of the unrelated text that are predicted."""
        return sum(len(piece) - 1 for piece in self._text)

    def _probed(self, plan: Plan) -> tuple[F32, I32, I32]:
        """Log-probability of each answer, the rank of its first token, and the most likely token."""
        logs, ranks, tops = [], [], []
        for rows in self._batches:
            if self._bench.stop():
                raise Stopped
            logits = self._logits(rows.ids, plan)
            logs.append(likely(logits, rows))
            for row, (first, _) in enumerate(rows.answers):
                here = logits[row, first - 1]
                ranks.append(int((here > here[rows.ids[row, first]]).sum()) + 1)
                tops.append(int(here.argmax()))
        found = torch.cat(logs).numpy().astype(np.float32) if logs else np.empty(0, np.float32)
        return found, np.array(ranks, np.int32), np.array(tops, np.int32)

    def _read(self, plan: Plan) -> tuple[float, list[Tensor]]:
        """Loss of the text, nats a token, and its next-token log-probabilities."""
        total, kept = 0.0, []
        for piece in self._text:
            if self._bench.stop():
                raise Stopped
            logs = torch.log_softmax(self._logits(piece[None], plan)[0], -1)
            said = logs[:-1].gather(-1, piece[1:, None])
            total -= float(said[said > -math.inf].sum())  # a token that the model forbids would hide all others
            kept.append(logs.half())
        return total / max(self.n_text, 1), kept

    def _logits(self, ids: Tensor, plan: Plan) -> Tensor:
        anatomy = self._bench.anatomy
        with torch.no_grad(), intervening(anatomy, plan):
            logits: Tensor = self._bench.model(input_ids=ids.to(anatomy.device), use_cache=False).logits
        return logits.float().cpu()


def _with_text(before: float, after: float, n: int, kl: float) -> Measured:
    none = empty_measured()
    return Measured(
        (), none.before, none.after, none.rank_before, none.rank_after, none.top_before, none.top_after, before, after,
        n, kl,
    )  # fmt: skip


def _kl(after: Sequence[Tensor], before: Sequence[Tensor]) -> float:
    """Mean KL of the next token, nats: after from before, log-probabilities in half precision."""
    total, count = 0.0, 0
    for one, other in zip(after, before, strict=True):
        total += float(divergence(one.float(), other.float()).sum())
        count += len(one)
    return max(total / max(count, 1), 0.0)


def _rows(bench: Workbench, probes: Sequence[Probe]) -> Rows:
    ids, answers = [], []
    for probe in probes:
        prompt = open_ended(bench.tokenizer, probe.prompt)
        whole = prompt + answer_ids(bench.tokenizer, probe.answer)
        ids.append(whole[-bench.session.context :])
        cut = len(whole) - len(ids[-1])
        answers.append((len(prompt) - cut, len(whole) - cut))
    return packed(ids, [0] * len(ids), answers)


def _unrelated(bench: Workbench) -> list[Tensor]:
    """The ends of the sample's texts, an equal part of each, `TEXT_TOKENS` in all."""
    bench.progress(say("Reading the unrelated text"), 0, 1)
    texts = [open_ended(bench.tokenizer, text.text) for text in sample_texts(whole=True)]
    each = max(TEXT_TOKENS // max(len(texts), 1), 8)
    piece = min(PIECE, bench.session.context)
    ends = [ids[-each:] for ids in texts]
    return [torch.tensor(ids[at : at + piece]) for ids in ends for at in range(0, len(ids), piece) if len(ids) - at > 1]

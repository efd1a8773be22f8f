"""Wolfram's sequences: growing runs of "(" completed greedily, and n brackets opened and closed again.

All runs of 1..most are completed in one batch that keeps keys and values: at step t a row takes its own "(" while
t is below its length and its likeliest outcome after that, so the batch goes in lockstep and nothing is padded.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch

from engine.labs.brackets.bench import ragged
from engine.labs.brackets.language import CLOSE, END, OPEN, START, depth_steps, text_of
from engine.labs.brackets.net import Net
from engine.labs.brackets.records import BracketRun, Ending, OpenedClosed

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]

MOST = 40  # brackets opened, as in the essay's picture


def complete_runs(net: Net, most: int = MOST) -> list[BracketRun]:
    """The greedy completion of "(" x n for n = 1..most, each until End, an illegal bracket, or the context's end."""
    tokens, probs = _greedy(net, [[OPEN] * n for n in range(1, most + 1)])
    return [_run(net, n, tokens[n - 1], probs[n - 1]) for n in range(1, most + 1)]


def complete(net: Net, prefix: list[int]) -> tuple[list[int], F64]:
    """The greedy completion of one prefix: outcomes chosen (End last, where it came) and their probabilities."""
    tokens, probs = _greedy(net, [prefix])
    return tokens[0], np.array(probs[0])


def _greedy(net: Net, prefixes: list[list[int]]) -> tuple[list[list[int]], list[list[float]]]:
    """Complete every prefix in lockstep; a row stops at End or at the end of the context."""
    outcomes = torch.tensor(net.language.outcomes, device=net.model.device)
    chosen: list[list[int]] = [[] for _ in prefixes]
    probs: list[list[float]] = [[] for _ in prefixes]
    running = np.ones(len(prefixes), np.bool_)
    fed = torch.full((len(prefixes), 1), START, device=net.model.device)
    cache = None
    with torch.inference_mode():
        for t in range(net.longest + 1):
            out = net.model(input_ids=fed, past_key_values=cache, use_cache=True)
            cache = out.past_key_values
            shares = torch.softmax(out.logits[:, -1].float(), dim=-1)[:, outcomes].cpu().numpy()  # [B, O]
            best = shares.argmax(axis=1)
            next_ids = np.full(len(prefixes), END, np.int64)
            for row, prefix in enumerate(prefixes):
                if t < len(prefix):
                    next_ids[row] = prefix[t]
                elif running[row]:
                    next_ids[row] = net.language.outcomes[best[row]]
                    chosen[row].append(int(next_ids[row]))
                    probs[row].append(float(shares[row, best[row]]))
                    running[row] = next_ids[row] != END and _depth(prefix, chosen[row]) >= 0
            if not running.any():
                break
            fed = torch.from_numpy(next_ids)[:, None].to(net.model.device)
    return chosen, probs


def _depth(prefix: list[int], chosen: list[int]) -> int:
    return int(depth_steps(np.array(prefix + chosen, np.int64)).sum())


def _run(net: Net, opened: int, chosen: list[int], probs: list[float]) -> BracketRun:
    ended = bool(chosen) and chosen[-1] == END
    brackets = chosen[:-1] if ended else chosen
    return BracketRun(
        opened=opened,
        completion=text_of(brackets),
        ending=_ending([OPEN] * opened + brackets, ended),
        chosen_probs=np.array(probs),
        beyond_training=max(2 * opened, opened + len(brackets)) > net.trained_length,
    )


def _ending(ids: list[int], ended: bool) -> Ending:
    """How a completed string came out, by the automaton."""
    stack: list[int] = []
    for token in ids:
        if depth_steps(np.array([token]))[0] > 0:
            stack.append(token)
        elif not stack:
            return "closed too often"
        elif stack.pop() // 4 != token // 4:
            return "wrong kind"
    if not ended:
        return "did not end"
    return "ended too early" if stack else "balanced"


def first_failure(runs: list[BracketRun]) -> BracketRun | None:
    """The shortest run whose completion is wrong, None where all are right."""
    return next((run for run in runs if not run.right), None)


def opened_closed(net: Net, most: int = MOST) -> OpenedClosed:
    """What the net says at the end of "(" x n, ")" x n and one bracket earlier."""
    opened = np.arange(1, most + 1)
    net.check_length(2 * most)
    rows = [np.array([OPEN] * n + [CLOSE] * n) for n in opened]
    columns = [net.language.outcomes.index(outcome) for outcome in (OPEN, CLOSE, END)]
    probs = [part[:, columns] for part in ragged(net, rows)]
    return OpenedClosed(
        opened=opened,
        balanced=np.array([part[-1] for part in probs]),
        one_short=np.array([part[-2] for part in probs]),
        beyond_training=2 * opened > net.trained_length,
    )

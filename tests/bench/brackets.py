"""Training throughput of the bracket lab against a straightforward loop: batches made by Python and padded.

Both train the shipped recipe's net on the same distribution with the same number of threads; the loops take turns, so a
busy machine slows both. The straightforward loop is what one would write first: strings drawn bracket by bracket,
padded to the longest of the batch with an attention mask and labels of -100, the model's own loss, AdamW as torch
makes it. It is measured with the lab's form of GELU, so that only the batches differ, and with transformers' default.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable

import torch

from engine.labs.brackets.language import CLOSE, END, OPEN, START
from engine.labs.brackets.net import build
from engine.labs.brackets.recipe import Recipe
from engine.labs.brackets.train import train_step
from tests.bench.rows import Row, at_least, main

RECIPE = Recipe(batch=64, groups=2)
STEPS, ROUNDS = 8, 5


def python_string(pairs: int, rng: random.Random) -> list[int]:
    """One uniform balanced string, bracket by bracket."""
    ids, depth = [], 0
    for left in range(2 * pairs, 0, -1):
        up = rng.randrange(2 * left * (depth + 1)) < (left - depth) * (depth + 2)
        ids.append(OPEN if up else CLOSE)
        depth += 1 if up else -1
    return ids


def padded_batch(recipe: Recipe, rng: random.Random) -> dict[str, torch.Tensor]:
    """Inputs, mask and labels as a data collator makes them.  # each [batch, longest + 2]"""
    rows = [[START, *python_string(rng.randint(0, recipe.max_pairs), rng), END] for _ in range(recipe.batch)]
    longest = max(map(len, rows))
    fill = [longest - len(row) for row in rows]
    return {
        "input_ids": torch.tensor([row + [END] * n for row, n in zip(rows, fill, strict=True)]),
        "attention_mask": torch.tensor([[1] * len(row) + [0] * n for row, n in zip(rows, fill, strict=True)]),
        "labels": torch.tensor([row + [-100] * n for row, n in zip(rows, fill, strict=True)]),
    }


def plain_loop(activation: str) -> Callable[[], None]:
    """The straightforward loop: a function that takes the next `STEPS` steps."""
    from transformers import GPT2Config, GPT2LMHeadModel

    config = GPT2Config(**{**build(RECIPE).config.to_diff_dict(), "activation_function": activation})
    config.loss_type = "ForCausalLM"
    model = GPT2LMHeadModel(config).train()
    optimizer = torch.optim.AdamW(model.parameters(), RECIPE.learning_rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1.0, (step + 1) / 100))
    rng = random.Random(0)

    def steps() -> None:
        for _ in range(STEPS):
            loss = model(**padded_batch(RECIPE, rng)).loss
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), RECIPE.clip)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            loss.item()

    return steps


def lab_loop() -> Callable[[], None]:
    """The lab's loop."""
    model = build(RECIPE).train()
    optimizer = torch.optim.AdamW(model.parameters(), RECIPE.learning_rate, RECIPE.betas, fused=True)
    done = iter(range(10**9))

    def steps() -> None:
        for _ in range(STEPS):
            train_step(model, optimizer, RECIPE, next(done))

    return steps


def measure() -> list[Row]:
    """Examples a second of the three loops, the median of rounds taken in turn."""
    loops = {"lab": lab_loop(), "same": plain_loop("gelu_pytorch_tanh"), "default": plain_loop("gelu_new")}
    took: dict[str, list[float]] = {name: [] for name in loops}
    for turn in range(ROUNDS + 1):
        for name, steps in loops.items():
            started = time.perf_counter()
            steps()
            if turn:  # the first round warms up
                took[name].append(time.perf_counter() - started)
    speed = {name: RECIPE.batch * STEPS / statistics.median(times) for name, times in took.items()}
    name, unit = "bracket training", "examples/s"
    return [
        at_least(name, speed["lab"], unit, "Python-made padded batches, the same net", speed["same"], 1.5),
        at_least(name, speed["lab"], unit, "the same with transformers' default GELU", speed["default"], 1.5),
    ]


if __name__ == "__main__":
    main(measure)

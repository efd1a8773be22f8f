"""What a recipe takes, tried for a moment: a piece read, and a step of a small part."""

from __future__ import annotations

import time
from dataclasses import replace

import torch

from engine.dictionaries.activations import CHUNK, KEPT, Reader
from engine.dictionaries.records import Recipe
from engine.dictionaries.texts import HELD_OUT, LETTERS_A_TOKEN, whole_text
from engine.dictionaries.training import Learner, require_recipe
from engine.errors import InputRefused
from engine.labkit.subject import Subject, of_bench
from engine.labkit.workbench import Workbench
from engine.labs.dictionary_training.live import LOOKS, SPLICED, SPLICED_NUMBERS, pieces_of
from engine.labs.dictionary_training.records import AskCost, Cost
from engine.models.device import free_bytes
from engine.sentences import say

TRIED_WIDTH, TRIED_BATCH, TRIED_PIECES = 1024, 256, 2


def cost(question: AskCost, bench: Workbench) -> Cost:
    """Of one recipe on this machine as it is now.

    Raises:
        InputRefused: the recipe makes no training, or it does not fit into memory. Stopped: a person said so.
    """
    recipe, subject = question.recipe, of_bench(bench)
    require_recipe(recipe)
    text = whole_text(recipe.text)
    tokens = int(min(recipe.tokens, len(text) / LETTERS_A_TOKEN))
    small, first = pieces_of(subject, replace(recipe, tokens=min(tokens, 16 * recipe.context)))
    reader = Reader(subject.model, subject.anatomy, recipe.hook)
    for _ in range(2):  # the first time is slower
        reader.tokens, reader.seconds = 0, 0.0
        reader.read(small.held[:TRIED_PIECES] if len(small.held) >= TRIED_PIECES else small.ids[:TRIED_PIECES])
    positions = max(1, round(tokens * (1 - first / small.context)))
    speed = _positions_a_second(recipe, reader.width, subject.anatomy.device)
    held = min(HELD_OUT, -(-tokens // small.context) // 16 + 1) * small.context
    of_training, of_activations = training_bytes(recipe, reader.width), activation_bytes(positions, held, reader.width)
    require_room(of_training + of_activations, subject)
    layers = subject.anatomy.n_layers
    look = _spliced_tokens(subject, small.context) * layers / max(recipe.hook.layer + 1, 1) / reader.speed
    return Cost(
        tokens=tokens, positions=positions, passes=recipe.steps * recipe.batch / positions,
        seconds_reading=tokens / reader.speed, seconds_training=recipe.steps * recipe.batch / speed,
        seconds_measuring=len(LOOKS) * look, bytes_activations=of_activations, bytes_training=of_training,
        bytes_file=3 * _numbers(recipe, reader.width) * 4, tokens_per_second=reader.speed, positions_per_second=speed,
    )  # fmt: skip


def _numbers(recipe: Recipe, d: int) -> int:
    return 2 * recipe.width * d + recipe.width + d


def training_bytes(recipe: Recipe, d: int) -> int:
    """Weights, gradients and two moments; a batch's latents, twice."""
    return 16 * _numbers(recipe, d) + 8 * recipe.width * recipe.batch


def activation_bytes(positions: int, held: int, d: int) -> int:
    """Of chunks and of what is held out."""
    return min(4 * positions * d, KEPT + 4 * CHUNK) + 4 * held * d


def require_room(n_bytes: int, subject: Subject) -> None:
    """Refuse what does not fit into the device's memory. Raises InputRefused."""
    free = free_bytes(str(subject.anatomy.device))
    if n_bytes > free:
        raise InputRefused(
            say(
                "This training needs {needs:.1f} GB of memory, but {free:.1f} GB are free. Choose fewer latents, or a "
                "smaller batch.",
                needs=n_bytes / 1e9,
                free=free / 1e9,
            )
        )


def _spliced_tokens(subject: Subject, context: int) -> int:
    return context * max(1, min(SPLICED, SPLICED_NUMBERS // (context * subject.anatomy.vocab_size)))


def _positions_a_second(recipe: Recipe, d: int, device: torch.device) -> float:
    """Of a step with fewer latents and positions, by its share of the work."""
    width, batch = min(recipe.width, TRIED_WIDTH), min(recipe.batch, TRIED_BATCH)
    part = replace(recipe, width=width, batch=batch, k=min(recipe.k, width), aux_k=min(recipe.aux_k, width))
    learner, z = Learner(part, d, device), torch.randn(batch, d, device=device)
    took: list[float] = []
    for _ in range(3):
        began = time.perf_counter()
        learner.learn(z)
        took.append(time.perf_counter() - began)
    return batch / (min(took) * recipe.width / width)

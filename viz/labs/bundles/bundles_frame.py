"""What the view of bundles shows: two bundles, what is asked for, and the samples as text. No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

from engine.labs.bundles.records import AskBundle, Bundle
from engine.questions import Refused
from engine.records import Sampling, Vocabulary
from engine.run import Run
from viz.looked_at import position_of
from viz.shown_paths import ShownBundle, in_short, tail
from viz.token_text import plain_text
from viz.typed_number import plain_number
from viz.ui_state import UiState

Cell = str | int | float
COLUMNS = (
    "bundle", "temperature", "seed", "group", "typical", "tokens", "surprisal_bits", "text", "parted_after_tokens",
    "silhouette",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class BundlesFrame:
    """A is of the run's text, B of another prompt or at another temperature."""

    questions: tuple[AskBundle | None, AskBundle | None]
    found: tuple[Bundle | None, Bundle | None]
    texts: tuple[tuple[str, ...], tuple[str, ...]]  # of each sample
    refused: str
    has_text: bool
    asks: bool  # an engine holds the run
    of_file: bool
    bad_temperature: bool
    ui: UiState
    on_map: tuple[ShownBundle, ...] = ()  # what of both can be shown on the map


def bundles_frame(
    run: Run, ui: UiState, count: int, length: int, prompt_b: str, temperature_b: str, mine: UiState
) -> BundlesFrame:
    """The frame for the text up to the position looked at, with the sampling that is set."""
    position = position_of(run, ui)
    node = run.path[position] if position >= 0 else -1
    temperature = _number(temperature_b)
    bad = bool(temperature_b.strip()) and temperature is None
    first = AskBundle(node, count, length, run.sampling) if node >= 0 else None
    second = None
    if first is not None and not bad and (prompt_b or temperature is not None):
        sampling = run.sampling if temperature is None else replace(run.sampling, temperature=temperature)
        second = AskBundle(node, count, length, sampling, prompt_b)
    answers = [run.findings.get(question) if question is not None else None for question in (first, second)]
    refused = next((answer.sentence for answer in answers if isinstance(answer, Refused)), "")
    one, other = (answer if isinstance(answer, Bundle) else None for answer in answers)
    return BundlesFrame(
        (first, second), (one, other), (_texts(run.vocabulary, one), _texts(run.vocabulary, other)), refused,
        node >= 0, run.run_id > 0, run.run_id == 0 and node >= 0, bad, mine,
        tuple(_on_map(run, "A" if question is first else "B", question, found)
              for question, found in ((first, one), (second, other)) if question is not None and found is not None),
    )  # fmt: skip


def _on_map(run: Run, letter: Literal["A", "B"], question: AskBundle, found: Bundle) -> ShownBundle:
    """A bundle as the map shows it."""
    rows = zip(found.token_ids.tolist(), found.lengths.tolist(), strict=True)
    ids = () if question.prompt else tuple(run.nodes[node].token_id for node in run.path_to(question.node))
    label = in_short(question.prompt) or tail(plain_text(run.vocabulary, ids))
    return ShownBundle(
        letter, label, "" if run.info is None else run.info.sha256, tuple(tuple(row[:n]) for row, n in rows),
        tuple(found.groups.tolist()), tuple(found.typical.tolist()), question.prompt, ids, run.plan,
    )  # fmt: skip


def _number(typed: str) -> float | None:
    try:
        value = float(plain_number(typed))
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None


def _texts(vocabulary: Vocabulary | None, found: Bundle | None) -> tuple[str, ...]:
    if found is None:
        return ()
    rows = zip(found.token_ids.tolist(), found.lengths.tolist(), strict=True)
    return tuple(plain_text(vocabulary, ids[:n]) for ids, n in rows)


def table(frame: BundlesFrame) -> tuple[tuple[Cell, ...], ...]:
    """One row of `COLUMNS` for each sample of both."""
    made = list[tuple[Cell, ...]]()
    for name, question, found, texts in zip("AB", frame.questions, frame.found, frame.texts, strict=True):
        if question is None or found is None:
            continue
        sampling: Sampling = question.sampling
        score: Cell = "" if math.isnan(found.silhouette) else found.silhouette
        made += [
            (
                name, sampling.temperature, (sampling.seed + row) % 2**64, int(found.groups[row]) + 1,
                int(row in found.typical), int(found.lengths[row]), float(found.bits[row]), text,
                found.parted + 1 if found.parted >= 0 else "", score,
            )
            for row, text in enumerate(texts)
        ]  # fmt: skip
    return tuple(made)

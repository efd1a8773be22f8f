"""The numbers of an edit as a table: a row for each probe, what was made in the lines above it."""

from __future__ import annotations

from viz.intents import SaveTable
from viz.labs.facts.frame import FactsFrame
from viz.token_text import shown

COLUMNS = (
    "kind", "prompt", "subject", "answer", "probability_before", "probability_after", "random_same_size",
    "random_same_value", "rank_after", "most_likely_after",
)  # fmt: skip


def edit_table(frame: FactsFrame) -> SaveTable | None:
    """None where nothing was measured."""
    edited, measured, asks = frame.edited, frame.measured, frame.asks
    if edited is None or measured is None or asks is None:
        return None
    rows = []
    for row in frame.rows:
        others = dict(zip(frame.controls, row.controls, strict=True))
        rows.append((
            row.kind, row.prompt, row.subject, row.answer, row.before, row.after, others.get("same size", ""),
            others.get("same value", ""), row.rank, shown(frame.vocabulary, row.top),
        ))  # fmt: skip
    about = (
        ("method", asks.method), ("layers", " ".join(map(str, asks.layers))), ("strength", f"{frame.strength:g}"),
        ("size", " ".join(f"{float(size):.6g}" for size in edited.size)),
        ("text_loss_before", f"{measured.text_before:.6f}"), ("text_loss_after", f"{measured.text_after:.6f}"),
        ("text_kl", f"{measured.next_kl:.6g}"), ("text_tokens", str(measured.text_tokens)),
        ("covariance_tokens", str(edited.covariance_tokens)),
    )  # fmt: skip
    return SaveTable("facts", COLUMNS, tuple(rows), about)

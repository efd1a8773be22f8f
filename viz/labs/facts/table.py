"""The numbers of edits as tables: a row for each probe, what was made in the lines above it."""

from __future__ import annotations

from engine.labs.facts.records import Where
from viz.intents import SaveTable
from viz.labs.facts.frame import FactsFrame
from viz.labs.facts.sweep_frame import SweepFrame
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
        ("size", " ".join(f"{float(size):z.6g}" for size in edited.size)),
        ("text_loss_before", f"{measured.text_before:z.6f}"), ("text_loss_after", f"{measured.text_after:z.6f}"),
        ("text_kl", f"{measured.next_kl:z.6g}"), ("text_tokens", str(measured.text_tokens)),
        ("covariance_tokens", str(edited.covariance_tokens)),
    )  # fmt: skip
    return SaveTable("facts", COLUMNS, tuple(rows), about)


SWEEP_COLUMNS = (
    "layer", "kind", "prompt", "answer", "probability_before", "probability_after", "text_loss_after", "text_kl", "size"
)  # fmt: skip


def sweep_table(frame: SweepFrame) -> SaveTable | None:
    """A row for each layer and probe; None where no layer was edited."""
    if not frame.has_charts:
        return None
    rows = [
        (
            layer, it.probe.kind, it.probe.prompt, it.probe.answer, float(frame.values[row, 0]),
            float(frame.values[row, column + 1]), frame.text[column + 1], frame.kl[column], frame.size[column],
        )
        for column, layer in enumerate(frame.layers)
        if not frame.why_not[column]
        for row, it in enumerate(frame.probes)
    ]  # fmt: skip
    about = (("method", frame.first.method if frame.first is not None else ""), ("text_loss_before",
             f"{frame.text_before:z.6f}"))  # fmt: skip
    return SaveTable("facts_sweep", SWEEP_COLUMNS, tuple(rows), about)


WHERE_COLUMNS = ("kind", "measure", "layer", "value", "low", "high")


def where_table(found: Where) -> SaveTable:
    """A row for each kind, measure and layer; "read" is of the state after a layer, -1 of the input."""
    rows: list[tuple[str | int | float, ...]] = []
    for kind in found.kinds:
        measures = (
            ("read", -1, (kind.read, kind.read_low, kind.read_high)),
            ("fall_without_mlp", 0, (kind.mlp, kind.mlp_low, kind.mlp_high)),
            ("fall_without_attention", 0, (kind.attention, kind.attention_low, kind.attention_high)),
        )
        for name, first, bands in measures:
            rows += [
                (kind.name, name, first + at, *map(float, three))
                for at, three in enumerate(zip(*bands, strict=True))
            ]  # fmt: skip
    about = tuple(
        (f"{name}_{part}", f"{value:z.4f}")
        for name, three in (("facts_less_grammar_mlp", found.later_mlp), ("facts_less_grammar_read", found.later_read))
        for part, value in zip(("value", "low", "high"), three, strict=True)
    )
    return SaveTable("facts_where", WHERE_COLUMNS, tuple(rows), about)

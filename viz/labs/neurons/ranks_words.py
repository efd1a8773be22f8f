"""What the table of components says: its columns, what it waits for, and what was found, in whole sentences."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.language_neurons.records import Contrast
from engine.labs.neurons.records import Active, Effects, Exact, Promoters
from viz.charts.numbers import percent, signed
from viz.joined import sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.neurons.contrast_words import contrast_in_words
from viz.labs.neurons.ranks_frame import BY, NeuronsFrame, count_of
from viz.token_text import shown

COLUMNS = {  # English source text of the context "NeuronsView", by the column's own name
    "estimated": QT_TRANSLATE_NOOP("NeuronsView", "estimated"),
    "exact": QT_TRANSLATE_NOOP("NeuronsView", "measured"),
    "p without it": QT_TRANSLATE_NOOP("NeuronsView", "probability without it"),
    "activation": QT_TRANSLATE_NOOP("NeuronsView", "activation"),
    "here": QT_TRANSLATE_NOOP("NeuronsView", "activation here"),
    "there": QT_TRANSLATE_NOOP("NeuronsView", "activation there"),
    "writes": QT_TRANSLATE_NOOP("NeuronsView", "writes"),
    "logit per activation": QT_TRANSLATE_NOOP("NeuronsView", "logit per unit of activation"),
    "cosine": QT_TRANSLATE_NOOP("NeuronsView", "cosine similarity"),
    "AUC": QT_TRANSLATE_NOOP("NeuronsView", "AUC"),
    "held out": QT_TRANSLATE_NOOP("NeuronsView", "held-out AUC"),
    "mean of a": QT_TRANSLATE_NOOP("NeuronsView", "mean of A"),
    "mean of b": QT_TRANSLATE_NOOP("NeuronsView", "mean of B"),
    "difference": QT_TRANSLATE_NOOP("NeuronsView", "difference"),
}


translate = QCoreApplication.translate  # by this name its texts are collected


def column_title(frame: NeuronsFrame, column: str) -> str:
    """A column's heading. An effect's unit differs with what is ranked by; the table and the picture say it."""
    found = frame.ranks.finding
    if not isinstance(found, Effects) or column not in ("estimated", "exact"):
        return translate("NeuronsView", COLUMNS[column])
    text = (
        translate("NeuronsView", "{number}, logits")
        if found.against_id >= 0
        else translate("NeuronsView", "{number}, bits")
    )
    return text.format(number=translate("NeuronsView", COLUMNS[column]))


def said(frame: NeuronsFrame, briefly: bool) -> str:
    """What was found or is missing; `briefly`: there is room for what came of it only."""
    if frame.ranks.refused:
        return frame.ranks.refused
    if not frame.has_model:
        return translate("NeuronsView", "Load a model to look for components.")
    if not frame.has_text and frame.by not in BY[3:]:
        return translate("NeuronsView", "No text to look at yet. Type a prompt and press play.")
    found = frame.ranks.finding
    if found is None:
        return _expected(frame)
    if isinstance(found, Effects):
        return _effects(frame, found, briefly)
    if isinstance(found, Active):
        return translate(
            "NeuronsView",
            "“Writes” is the norm of what the neuron adds to the residual stream here: its activation times the norm "
            "of its output weights (with another text: how much that differs).",
        )
    if isinstance(found, Promoters):
        return translate(
            "NeuronsView",
            "How much each neuron's output raises the logit of “{token}” per unit of activation (output weights × "
            "final-norm gain × unembedding; the norm's division is ignored). Negative: it lowers the logit, or raises "
            "it where its activation is negative.",
        ).format(token=shown(frame.vocabulary, found.token_id))
    return contrast_in_words(found) if isinstance(found, Contrast) else ""


def _expected(frame: NeuronsFrame) -> str:
    if frame.by == BY[4]:
        return translate(
            "NeuronsView", "Runs both text sets and ranks all neurons. This takes about a minute on a small model."
        )
    if frame.by == BY[3] and not frame.ranks.question:
        return translate("NeuronsView", "Type a token above, and see which neurons promote it.")
    if frame.by == BY[2] and not frame.ranks.question:
        return translate("NeuronsView", "Type another text above, and see which neurons differ at its last token.")
    if frame.playing:
        return translate("NeuronsView", "Components are ranked when generation pauses.")
    if not frame.of_engine:
        return translate(
            "NeuronsView",
            "A run file does not store how much each component does; they are ranked by the model that made this run.",
        )
    if frame.waits:
        return translate(
            "NeuronsView",
            "The text is long: estimating every neuron and head takes a while. Press the button to begin.",
        )
    return translate("NeuronsView", "Ranking all neurons and heads.")


def _effects(frame: NeuronsFrame, found: Effects, briefly: bool) -> str:
    exact = frame.ranks.exact
    worst = _worst(exact) if exact is not None else ""
    if briefly and worst:
        return worst
    r = frame.ranks.correlation
    text = _sentence(found.against_id >= 0, exact is not None, bool(np.isfinite(r)))
    filled = text.format(
        after=frame.after, token=shown(frame.vocabulary, found.token_id), value=signed(found.value),
        other=shown(frame.vocabulary, found.against_id) if found.against_id >= 0 else "",
        n=f"{count_of(found):,}", m=len(exact.sites) if exact is not None else 0, r=f"{r:z.2f}",
    )  # fmt: skip
    return sentences(filled, worst)


def _sentence(of_two: bool, measured: bool, correlated: bool) -> str:
    """What the numbers are of: whole sentences, since other languages stand their parts in another order."""
    what = (
        translate(
            "NeuronsView",
            "After “{after}”: how much the logit difference “{token}” − “{other}” (now {value}) would change if the "
            "component were switched off at every position.",
        )
        if of_two
        else translate(
            "NeuronsView",
            "After “{after}”: how much the log₂ probability of “{token}” (now {value} bits) would change if the "
            "component were switched off at every position.",
        )
    )
    if not measured:
        return sentences(
            what, translate("NeuronsView", "Estimated for all {n} components; the top ones are being measured.")
        )
    if not correlated:
        return sentences(what, translate("NeuronsView", "Estimated for all {n} components, measured for {m}."))
    return sentences(
        what,
        translate(
            "NeuronsView", "Estimated for all {n} components, measured for {m}: their ranks correlate with r = {r}."
        ),
    )


def _worst(exact: Exact) -> str:
    """What the token loses most by."""
    if exact.probs is None or not len(exact.probs):
        return ""
    least = int(np.argmin(exact.probs))
    return translate("NeuronsView", "Its probability is {p}; switching off {site} lowers it most, to {least}.").format(
        p=percent(exact.prob), site=exact.sites[least], least=percent(float(exact.probs[least]))
    )

"""What the view of feature attribution says about the graph, its nodes and their check."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from engine.labs.feature_attribution.records import CONSTANT, ERROR, FEATURE, Attribution, Check, Off
from viz.charts.numbers import bits, fixed, percent, signed
from viz.in_language import in_language
from viz.joined import facts, listed, sentences
from viz.labs.feature_attribution import settings
from viz.labs.feature_attribution.attribution_frame import AttributionFrame
from viz.labs.feature_attribution.graph import Graph, Shown
from viz.plural import plural
from viz.token_text import shown, shown_all

translate = QCoreApplication.translate  # by this name its texts are collected


def value_in_words(found: Attribution, value: float) -> str:
    """An effect with its unit."""
    if found.unit_is_bits:
        return translate("FeatureAttributionView", "{value} bits").format(value=signed(value))
    return translate("FeatureAttributionView", "{value} logits").format(value=signed(value))


def row_name(found: Attribution, row: int) -> str:
    """Which states a row stands for."""
    hook = found.rows[row].hook
    if hook is None:
        return translate("FeatureAttributionView", "token embeddings")
    return in_language(hook.in_words)


def node_name(found: Attribution, node: Shown) -> str:
    """The short name that stands at a node; embeddings have their token below."""
    if node.group:
        return node.group
    if node.kind == FEATURE:
        return f"F{node.feature}"
    if node.kind == ERROR:
        return translate("FeatureAttributionView", "error")
    return translate("FeatureAttributionView", "constant") if node.kind == CONSTANT else ""


def node_words(frame: AttributionFrame, at: int) -> str:
    """What is said of a node that is pointed at."""
    found, graph = frame.found, frame.graph
    if found is None or graph is None:
        return ""
    if at >= len(graph.nodes):
        return translate("FeatureAttributionView", "“{token}”, probability {p}").format(
            token=shown(frame.vocabulary, found.token), p=percent(found.probability)
        )
    node = graph.nodes[at]
    word = shown_all(frame.vocabulary, found.token_ids.tolist())[node.position]
    place = translate("FeatureAttributionView", "{row}, “{token}” ({position})").format(
        row=row_name(found, node.row), token=word, position=node.position
    )
    said = [node_name(found, node) or translate("FeatureAttributionView", "embedding"), place]
    if len(node.members) > 1:
        n = len(node.members)
        said.append(plural(translate("FeatureAttributionView", "{n} feature(s)", "", n), n).format(n=n))
    if math.isfinite(node.activation):
        value = fixed(node.activation, 2)
        said.append(translate("FeatureAttributionView", "activation {value}").format(value=value))
    said.append(
        translate("FeatureAttributionView", "effect {effect}").format(effect=value_in_words(found, node.effect))
    )
    if node.kind == ERROR and not node.group:
        said.append(translate("FeatureAttributionView", "what the dictionary does not explain here"))
    return facts(said)


def heading(frame: AttributionFrame) -> str:
    """Which token is explained."""
    found = frame.found
    if found is None:
        if frame.after:
            return translate("FeatureAttributionView", "Which features made the token after “{token}”?").format(
                token=frame.after
            )
        return translate("FeatureAttributionView", "Which features made the token?")
    token, end = shown(frame.vocabulary, found.token), _end_of_text(frame, found)
    if found.against >= 0:
        return translate(
            "FeatureAttributionView", "Features that made “{token}” rather than “{other}” after “{text}”"
        ).format(token=token, other=shown(frame.vocabulary, found.against), text=end)
    return translate("FeatureAttributionView", "Features that made “{token}” ({p}) after “{text}”").format(
        token=token, p=percent(found.probability), text=end
    )


def _end_of_text(frame: AttributionFrame, found: Attribution) -> str:
    words = shown_all(frame.vocabulary, found.token_ids.tolist())
    return ("…" if len(words) > 6 else "") + "".join(words[-6:])


def notes(frame: AttributionFrame) -> str:
    """What the graph's numbers are, how much of them is shown and how well they predict."""
    found, graph = frame.found, frame.graph
    if found is None or graph is None:
        return ""
    return sentences(_added(found), _checks(found), _shown(graph), _held(frame), _sight())


def _added(found: Attribution) -> str:
    if found.unit_is_bits:
        return translate(
            "FeatureAttributionView",
            "Effects are on the token's log-probability; a row's add up to {value} bits (log-probability plus "
            "entropy).",
        ).format(value=signed(found.value))
    return translate(
        "FeatureAttributionView", "Effects are on the difference of the two logits; a row's add up to {value}."
    ).format(value=signed(found.value))


def row_words(found: Attribution, row: int) -> str:
    """What a dictionary's row sees of the value and what it does not, in the value's unit."""
    sums = found.rows[row]
    text = translate(
        "FeatureAttributionView",
        "features {features} · error {error} · constant {constant} · beside {beside} · {share} in sight",
    )
    return text.format(
        features=signed(float(sums.signed[FEATURE])), error=signed(float(sums.signed[ERROR])),
        constant=signed(float(sums.signed[CONSTANT])), beside=signed(sums.beside), share=percent(sums.in_sight),
    )  # fmt: skip


def _checks(found: Attribution) -> str:
    text = translate(
        "FeatureAttributionView",
        "Check, by switching features off with nothing held: effect and measured change correlate with {strongest} for "
        "the {n} strongest, and with {random} for {m} random ones (the control).",
    )
    return text.format(
        strongest=correlation(found.strongest), n=len(found.strongest.measured), random=correlation(found.random),
        m=len(found.random.measured),
    )  # fmt: skip


def correlation(check: Check) -> str:
    """Pearson's r with its interval."""
    low, high = check.interval
    if not math.isfinite(low):
        return fixed(check.correlation, 2)
    return translate("FeatureAttributionView", "r = {r} ({low} to {high})").format(
        r=fixed(check.correlation, 2), low=fixed(low, 2), high=fixed(high, 2)
    )


def _shown(graph: Graph) -> str:
    text = translate(
        "FeatureAttributionView",
        "Shown: {shares} of each row's effects, from the lowest, and {edges} of what goes between.",
    )
    return text.format(shares=listed(percent(share) for share in graph.held), edges=percent(graph.edges_held))


def _held(frame: AttributionFrame) -> str:
    return {
        "gates": translate(
            "FeatureAttributionView", "Held: attention patterns, the scales of all norms, the gates of the MLPs."
        ),
        "slope": translate(
            "FeatureAttributionView",
            "Held: attention patterns, the scales of all norms; MLPs by their slope at this text.",
        ),
        "constant": translate(
            "FeatureAttributionView", "Held: attention patterns, the scales of all norms, what the MLPs add."
        ),
    }[str(frame.value(settings.MLP))]


def _sight() -> str:
    return translate(
        "FeatureAttributionView",
        "In sight: the features' share of all effects' sizes. Errors are what the dictionary does not explain; the "
        "first token, an outlier, is all error.",
    )


def off_words(frame: AttributionFrame) -> str:
    """What switching the chosen node off did."""
    if frame.off_refused:
        return frame.off_refused
    off: Off | None = frame.off_found
    if off is None or frame.found is None or frame.off is None:
        return ""
    first = shown(frame.vocabulary, int(off.ids[1, 0]))
    text = translate(
        "FeatureAttributionView",
        "Switched off: “{token}” {before} → {after}; measured {measured}, expected {expected}, KL {kl} bits; most "
        "likely then: “{first}” {p}.",
    )
    return text.format(
        token=shown(frame.vocabulary, frame.found.token), before=percent(float(off.probability[0])),
        after=percent(float(off.probability[1])), expected=value_in_words(frame.found, off.expected),
        measured=value_in_words(frame.found, float(off.value[1] - off.value[0])), kl=bits(off.kl), first=first,
        p=percent(float(off.probs[1, 0])),
    )  # fmt: skip

"""What the view of features says."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.features.records import PROBABLE
from viz.charts.numbers import fixed, percent, signed
from viz.in_language import in_language
from viz.joined import listed, sentences
from viz.labs.features import options
from viz.labs.features.charts import Bars, of_ends, of_pairs
from viz.labs.features.features_frame import FeaturesFrame
from viz.plural import plural
from viz.token_text import shown

translate = QCoreApplication.translate  # by this name its texts are collected


def instead(frame: FeaturesFrame) -> str:
    """Why nothing is shown at all."""
    if not frame.has_model:
        return translate("FeaturesWords", "Load a model to see the features of its dictionaries.")
    if frame.info is not None:
        return ""
    if frame.asked:
        return translate("FeaturesWords", "Looking for dictionaries.")
    if frame.why_none:
        return in_language(frame.why_none)
    return translate("FeaturesWords", "There is no dictionary of this model yet. Train one, or open a published one.")


def heading(frame: FeaturesFrame) -> str:
    """The feature's name and label, and the dictionary."""
    info = frame.info
    if info is None:
        return ""
    if frame.feature < 0:
        return info.title
    label = frame.label(frame.feature)
    if not label:
        return translate("FeaturesWords", "F{index} of {dictionary}").format(index=frame.feature, dictionary=info.title)
    automatic = not frame.note.label
    said = (
        translate("FeaturesWords", "F{index}: {label} (automatic label) · {dictionary}")
        if automatic
        else translate("FeaturesWords", "F{index}: {label} · {dictionary}")
    )
    return said.format(index=frame.feature, label=label, dictionary=info.title)


def notes(frame: FeaturesFrame, reading: bool) -> str:
    """What there is to say about the list and the page."""
    if frame.refused:
        return in_language(frame.refused)
    of_text = _of_text(frame, reading) if _needs_text(frame) else ""
    return sentences(_of_list(frame), of_text, _of_page(frame), _of_dictionary(frame))


def _needs_text(frame: FeaturesFrame) -> bool:
    """Whether what is shown comes of the text that is read, or could."""
    return frame.page == options.ACTIVE or frame.by == options.TOKEN or frame.index is None or not frame.index.made


def _of_dictionary(frame: FeaturesFrame) -> str:
    info = frame.info
    if info is None:
        return ""
    said = translate("FeaturesWords", "{n} features of {where}.").format(
        n=f"{info.width:,}", where=in_language(info.hook.in_words)
    )
    scores = info.scores
    if np.isfinite(scores.explained):
        told = translate("FeaturesWords", "Explained variance {explained}, loss recovered {recovered}, dead {dead}.")
        told = told.format(
            explained=percent(scores.explained), recovered=percent(scores.recovered), dead=percent(scores.dead)
        )
        said = sentences(said, told)
    return sentences(said, in_language(info.note))


def _of_text(frame: FeaturesFrame, reading: bool) -> str:
    """How far the text was read."""
    index = frame.index
    if index is None:
        return ""
    if reading and not index.made:
        return translate("FeaturesWords", "Reading the text. Progress and Cancel are in the status line.")
    if not index.made:
        return translate(
            "FeaturesWords",
            "Read a text to see where each feature is active: {n} tokens take about {seconds} s here, and are kept.",
        ).format(n=f"{frame.reads.tokens if frame.reads else 0:,}", seconds=f"{max(index.seconds, 1):z,.0f}")
    active = translate(
        "FeaturesWords",
        "Over {n} positions ({first} first ones of a piece and {outliers} outliers left out), {active} features are "
        "active at each.",
    ).format(
        n=f"{index.positions:,}", first=f"{index.first:,}", outliers=f"{index.outliers:,}",
        active=fixed(index.active, 1),
    )  # fmt: skip
    unread = ""
    if index.unread:
        unread = translate(
            "FeaturesWords", "{n} tokens of the text had no room: so many features are active at once."
        ).format(n=f"{index.unread:,}")
    return sentences(active, unread, in_language(index.note))


def _of_list(frame: FeaturesFrame) -> str:
    """What the list's numbers are, with their control."""
    if frame.by == options.HERE:
        return _of_firing(frame)
    if frame.by == options.EFFECT:
        return _of_effects(frame)
    if frame.by == options.TOKEN:
        return _of_token(frame)
    return _of_contrast(frame) if frame.by == options.CONTRAST else ""


def _of_firing(frame: FeaturesFrame) -> str:
    found = frame.firing
    if found is None:
        if frame.position < 0:
            return translate("FeaturesWords", "Run a prompt to see which features are active at its tokens.")
        return ""
    n = len(found.features)
    said = plural(translate("FeaturesWords", "{n} feature(s) are active at the selected token.", "", n), n)
    left = translate("FeaturesWords", "What the dictionary does not explain there is {share} as long as the state.")
    return sentences(said.format(n=n), left.format(share=percent(found.error)))


def _of_effects(frame: FeaturesFrame) -> str:
    found = frame.effects
    if found is None:
        if frame.position < 0:
            return translate("FeaturesWords", "Run a prompt to see which features make its next token likely.")
        return ""
    token = shown(frame.vocabulary, found.token_id)
    said = translate(
        "FeaturesWords",
        "Change of the log-probability of “{token}” ({p} bits) when a feature is zeroed at every position up to the "
        "selected one: estimated for {n} features by gradient × activation, measured for {k}.",
    ).format(token=token, p=signed(found.value), n=f"{len(found.features):,}", k=len(found.measured))
    told = translate(
        "FeaturesWords",
        "Measured, the strongest change {strong} bits on average, {m} drawn at random {drawn}; estimate and "
        "measurement correlate with r = {r}.",
    ).format(
        strong=fixed(frame.facts.strongest, 3), m=len(found.drawn), drawn=fixed(frame.facts.drawn, 3),
        r=fixed(frame.facts.agreement, 2),
    )  # fmt: skip
    return sentences(said, told)


def _of_token(frame: FeaturesFrame) -> str:
    found = frame.at_token
    if found is not None:
        said = translate(
            "FeaturesWords",
            "Features whose mean activation at the {n} places of “{token}” is larger than over all positions.",
        )
        return said.format(n=f"{found.positions:,}", token=shown(frame.vocabulary, found.token_id))
    if frame.index is not None and not frame.index.made:
        return translate("FeaturesWords", "Read the text first: features are looked up at its tokens.")
    return translate("FeaturesWords", "Type a token to find the features that are most active at it.")


def _of_contrast(frame: FeaturesFrame) -> str:
    found = frame.contrast
    if found is None:
        return translate("FeaturesWords", "Type two sets of texts, and compare them.")
    first = float(np.abs(found.t[:10]).mean()) if len(found.t) else float("nan")
    said = translate(
        "FeaturesWords",
        "Difference of the mean activation, {a} minus {b}: chosen on {n} and {m} texts, measured on the other {k} and "
        "{j}. The first 10 differ by {first} standard errors there; with the texts shuffled between the sets by "
        "{shuffled}.",
    ).format(
        a=found.name_a, b=found.name_b, n=found.texts_a[0], m=found.texts_b[0], k=found.texts_a[1], j=found.texts_b[1],
        first=fixed(first, 1), shuffled=fixed(found.shuffled, 1),
    )  # fmt: skip
    return sentences(said, in_language(found.note))


# -- the page ----------------------------------------------------------------------------------------------------


def _of_page(frame: FeaturesFrame) -> str:
    if frame.feature < 0:
        return translate("FeaturesWords", "No feature is found by this.") if _is_listed(frame) else ""
    if frame.page == options.ACTIVE:
        return _of_contexts(frame)
    if frame.page == options.WRITES:
        return _of_writes(frame)
    if frame.page == options.FEEDS:
        return _of_feeds(frame)
    return _of_try(frame)


def _is_listed(frame: FeaturesFrame) -> bool:
    """Whether the list is what it will be: nothing is waited for, and nothing has to be typed or asked first."""
    found = {
        options.HERE: frame.firing, options.EFFECT: frame.effects, options.TOKEN: frame.at_token,
        options.CONTRAST: frame.contrast,
    }  # fmt: skip
    return frame.by not in found or found[frame.by] is not None


def _of_contexts(frame: FeaturesFrame) -> str:
    found, index = frame.contexts, frame.index
    if found is None:
        return ""
    if not found.groups:
        return translate("FeaturesWords", "It is 0 everywhere in this text: a dead feature, or one of other texts.")
    tokens = listed(
        f"“{shown(frame.vocabulary, token)}” {percent(float(share))}"
        for token, share in zip(found.token_ids[:4].tolist(), found.token_shares[:4].tolist(), strict=True)
    )
    said = translate(
        "FeaturesWords",
        "Active at {density} of the positions, {mean} on average there and {largest} at most. Most of its activation "
        "falls on {tokens}.",
    ).format(density=percent(found.density), mean=fixed(found.mean, 2), largest=fixed(found.largest, 2), tokens=tokens)
    covered = ""
    if index is not None and index.covered is not None:
        covered = translate(
            "FeaturesWords", "The automatic label's words are those of {share} of its 20 strongest positions; of 20 "
            "drawn at random a label covers {chance}."
        ).format(share=percent(frame.facts.covered), chance=percent(index.covered_random))  # fmt: skip
    return sentences(said, covered)


def _of_writes(frame: FeaturesFrame) -> str:
    found = frame.reading
    if found is None:
        return ""
    said = translate(
        "FeaturesWords",
        "What an activation of {amount} adds ({relative} of the state's length). Read at once: logits, the final "
        "norm's scale held at {scale}. Through the later layers: bits of log-probability, mean over {n} neutral "
        "contexts, of tokens whose probability is {least} at least, with it or without. Lines mark the largest of "
        "random directions as long. {left} under-trained tokens are left out.",
    ).format(
        amount=fixed(found.amount, 2), relative=percent(found.relative), scale=fixed(found.norm_scale, 1),
        n=len(found.neutral), least=percent(PROBABLE), left=f"{found.left_out:,}",
    )  # fmt: skip
    return sentences(in_language(found.direct_why_not), said)


def _of_feeds(frame: FeaturesFrame) -> str:
    found = frame.reading
    if found is None:
        return ""
    said = translate(
        "FeaturesWords",
        "Neurons by the cosine of what they write with the encoder's row, heads by the share of their output matrix "
        "along it; features by the cosine of directions, and by being active at the same positions (φ). Lines mark "
        "the largest by chance. Encoder and direction: cosine {cosine}.",
    ).format(cosine=fixed(found.encoder_cosine, 2))
    if frame.contexts is None:
        said = sentences(
            said, translate("FeaturesWords", "Read the text to see which features are active together with it.")
        )
    return said


def _of_try(frame: FeaturesFrame) -> str:
    found = frame.tried
    if found is None:
        return translate("FeaturesWords", "Type a text to see where in it the feature is active.")
    active, n = int((found.values > 0).sum()), len(found.values)
    said = plural(translate("FeaturesWords", "Active at {k} of {n} token(s).", "", n), n).format(k=active, n=n)
    if not active:
        return said
    at = int(found.values.argmax())
    most = translate("FeaturesWords", "Strongest at “{token}”: {value}.").format(
        token=shown(frame.vocabulary, int(found.token_ids[at])), value=fixed(float(found.values[at]), 2)
    )
    return sentences(said, most)


# -- lists of the page -------------------------------------------------------------------------------------------


def bars_of(frame: FeaturesFrame) -> list[tuple[Bars, str | None]]:
    """The lists of bars of the page, and what a click on one chooses."""
    found, vocabulary = frame.reading, frame.vocabulary
    if found is None:
        return []
    if frame.page == options.WRITES:
        lists: list[Bars] = []
        if found.direct is not None:
            titles = translate("FeaturesWords", "promotes, at once"), translate("FeaturesWords", "suppresses, at once")
            lists += of_ends(found.direct, titles, translate("FeaturesWords", "logit"), vocabulary)
        titles = (
            translate("FeaturesWords", "promotes, through the later layers"),
            translate("FeaturesWords", "suppresses, through the later layers"),
        )
        lists += of_ends(found.through, titles, translate("FeaturesWords", "bits"), vocabulary)
        return [(it, None) for it in lists]
    return _neighbours(frame)


def _neighbours(frame: FeaturesFrame) -> list[tuple[Bars, str | None]]:
    found, contexts = frame.reading, frame.contexts
    if found is None:
        return []
    cosine = translate("FeaturesWords", "cosine")
    near = tuple(_named(frame, it) for it in found.near.tolist())
    lists: list[tuple[Bars, str | None]] = [
        (of_pairs(translate("FeaturesWords", "neurons that feed it"), cosine, "N", found.neurons, found.neuron_cosines,
                  found.neuron_random), "neurons"),
        (of_pairs(translate("FeaturesWords", "heads that feed it"), translate("FeaturesWords", "share"), "H",
                  found.heads, found.head_shares, found.head_random), "heads"),
        (Bars(translate("FeaturesWords", "nearest directions"), cosine, near, found.near_cosines, found.near_random),
         "near"),
    ]  # fmt: skip
    if contexts is not None:
        names = tuple(_named(frame, it) for it in contexts.partners.tolist())
        said = Bars(
            translate("FeaturesWords", "active together with it"), "φ", names, contexts.phi, contexts.phi_shifted
        )
        lists.append((said, "partners"))
    return lists


def _named(frame: FeaturesFrame, feature: int) -> str:
    label = frame.label(feature)
    return f"F{feature} {label}" if label else f"F{feature}"

"""The sentences of the view of analogies, made from the numbers. All translatable."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.analogies.records import INPUTS, METHODS, Analogy, AnalogySet, Method, Offsets, Word
from engine.records import Vocabulary
from viz.charts.numbers import NBSP, NOT_THERE, fixed, percent
from viz.joined import listed, sentences
from viz.labs.analogies.frame import formula, pieces, word_shown
from viz.plural import plural
from viz.token_text import shown

OFFSET, SUM, NEAREST, SHUFFLED = range(len(METHODS))
CHANCE = 0.05  # p-values below it are beyond chance

translate = QCoreApplication.translate  # by this name its texts are collected


def method_name(method: Method) -> str:
    """A rule as a formula; of the words where their names are short, else of letters."""
    return {
        "offset": "b − a + c",
        "sum": "b + c",
        "nearest": translate("Analogies", "c alone"),
        "shuffled": "b′ − a′ + c",
    }[method]


def method_words(method: Method) -> str:
    """What a rule looks for."""
    return {
        "offset": translate("Analogies", "Nearest to b − a + c: the offset from a to b, added to c."),
        "sum": translate("Analogies", "Nearest to b + c: a is ignored, so no offset is used."),
        "nearest": translate("Analogies", "Nearest to c: only the third word is used."),
        "shuffled": translate(
            "Analogies", "b′ − a′ + c with pairs a′, b′ of other relations: the median rank over these pairs."
        ),
    }[method]


def rank(value: float) -> str:
    """A rank; of a median perhaps between two."""
    if not np.isfinite(value):
        return NOT_THERE
    return f"{value:z,.0f}" if value == int(value) else f"{value:z,.1f}"


def p_words(value: float) -> str:
    """A p-value as it is written in sentences."""
    return f"p{NBSP}<{NBSP}0.001" if value < 0.001 else f"p{NBSP}={NBSP}{value:z.3f}"


# -- one analogy -------------------------------------------------------------------------------------------------


def conclusion(found: Analogy, vocabulary: Vocabulary | None) -> str:
    """What comes out, and whether the offset has anything to do with it."""
    names = [it.typed for it in found.words]
    if not _moves(found):
        return translate("Analogies", "a and b are one token: there is no offset, and b − a + c is c itself.")
    if len(names) <= INPUTS:
        others = found.near_ids[~found.are_input]
        cosines = found.cosines[~found.are_input]
        if not len(others):
            return ""
        return translate(
            "Analogies", "Nearest to {formula} that is not an input word: {token} (cosine {cosine})."
        ).format(formula=formula(names), token=shown(vocabulary, int(others[0])), cosine=fixed(float(cosines[0]), 3))
    if not np.isfinite(found.excluded[OFFSET]):
        return translate(
            "Analogies", "{word} is an input word itself, so it has no rank with the input words excluded; with them "
            "allowed it is number {rank}."
        ).format(word=names[INPUTS], rank=rank(float(found.allowed[OFFSET])))  # fmt: skip
    return sentences(_place(found, names[INPUTS]), _against(found, names))


def _moves(found: Analogy) -> bool:
    return found.words[0].token_ids != found.words[1].token_ids


def _place(found: Analogy, expected: str) -> str:
    excluded, allowed = float(found.excluded[OFFSET]), float(found.allowed[OFFSET])
    if allowed == 1:
        said = translate("Analogies", "{word} comes first of {n} tokens, even with the input words allowed.")
    elif excluded == 1:
        said = translate(
            "Analogies", "{word} comes first of {n} tokens with the input words excluded, and is number {allowed} with "
            "them allowed."
        )  # fmt: skip
    else:
        said = translate(
            "Analogies", "{word} is number {excluded} of {n} tokens with the input words excluded, and number "
            "{allowed} with them allowed."
        )  # fmt: skip
    return said.format(word=expected, n=f"{found.n_tokens:,}", excluded=rank(excluded), allowed=rank(allowed))


def _against(found: Analogy, names: list[str]) -> str:
    """The simpler rules beside it, input words excluded."""
    values = found.excluded
    numbers = {"sum": rank(float(values[SUM])), "c": rank(float(values[NEAREST])), "a": names[0], "word": names[2]}
    if values[SUM] <= values[OFFSET]:
        return translate(
            "Analogies", "b + c, which ignores {a}, has it as number {sum} (input words excluded): the offset adds "
            "nothing here."
        ).format(**numbers)  # fmt: skip
    if values[NEAREST] <= values[OFFSET]:
        return translate("Analogies", "Nearest to {word} alone it is number {c}: the offset adds nothing here.").format(
            **numbers
        )
    if found.n_pairs and values[SHUFFLED] <= values[OFFSET]:
        return translate(
            "Analogies", "Offsets of pairs that have nothing to do with it give number {shuffled} (median of {n}): "
            "this offset is not better than those."
        ).format(shuffled=rank(float(values[SHUFFLED])), n=found.n_pairs)  # fmt: skip
    return translate(
        "Analogies", "Without subtracting {a} it is number {sum}, to {word} alone number {c}: the offset brings it "
        "nearer."
    ).format(**numbers)  # fmt: skip


def spelling_notes(words: tuple[Word, ...], vocabulary: Vocabulary | None) -> str:
    """Which words are several tokens."""
    several = [
        translate("Analogies", "{word} is {n} tokens in this model ({tokens}): the mean of their rows stands for it.")
        .format(word=word.typed, n=len(word.token_ids), tokens=pieces(vocabulary, word))
        for word in words if not word.is_one
    ]  # fmt: skip
    return sentences(*dict.fromkeys(several))


def picture_words(found: Analogy, of_plane: bool) -> str:
    """How much of what is drawn the picture can hold."""
    if of_plane:
        said = translate(
            "Analogies", "a, b, c and b − a + c lie in the plane exactly; of the other points it holds {share} of the "
            "squared distance from a."
        )  # fmt: skip
        return said.format(share=percent(found.plane_kept))
    return translate("Analogies", "The two principal axes hold {share} of the variance of these points.").format(
        share=percent(found.axes_kept)
    )


def mark_words(found: Analogy, at: int, vocabulary: Vocabulary | None) -> str:
    """What is said of a mark of the picture."""
    names = [it.typed for it in found.words]
    if at < INPUTS:
        return f"{'abc'[at]} · {word_shown(vocabulary, found.words[at])}"
    if at == INPUTS:
        return formula(names)
    if at == INPUTS + 1 and len(names) > INPUTS:
        said = translate("Analogies", "{word}, expected\ncosine with b − a + c {cosine}")
        return said.format(word=word_shown(vocabulary, found.words[INPUTS]), cosine=fixed(found.expected_cosine, 3))
    token = int(found.shown_ids[at - len(names) - 1])
    near = np.flatnonzero(found.near_ids == token)
    said = f"{shown(vocabulary, token)} · #{token}"
    if not len(near):
        return said
    cosine = translate("Analogies", "cosine {value}").format(value=fixed(float(found.cosines[near[0]]), 3))
    return f"{said}\n{cosine}"


# -- a set -------------------------------------------------------------------------------------------------------


def set_conclusion(found: AnalogySet) -> str:
    """How many come first, whether b + c does as well, and what is left with the input words allowed."""
    total, n = found.total_excluded, found.total_excluded.count
    if not n:
        return translate("Analogies", "Every expected word is an input word itself, so none has a rank.")
    first = [round(float(share) * n) for share in total.first[:SHUFFLED]]
    said = translate(
        "Analogies", "b − a + c has {n} of {all} expected words first with the input words excluded ({share}, 95 % "
        "interval {low} to {high}); b + c has {sum}, c alone {c}, offsets of other relations {shuffled}."
    ).format(
        n=first[OFFSET], all=n, share=percent(float(total.first[OFFSET])), low=percent(float(total.first_low[OFFSET])),
        high=percent(float(total.first_high[OFFSET])), sum=first[SUM], c=first[NEAREST],
        shuffled=percent(float(total.first[SHUFFLED])),
    )  # fmt: skip
    allowed = found.total_allowed
    last = translate("Analogies", "With the input words allowed it has {n} first (median rank {median}).").format(
        n=round(float(allowed.first[OFFSET]) * allowed.count), median=rank(float(allowed.median[OFFSET]))
    )
    return sentences(said, _verdict(found), last)


def _verdict(found: AnalogySet) -> str:
    """What that says of offsets in this model."""
    first = found.total_excluded.first
    numbers = {"better": found.better, "worse": found.worse, "p": p_words(found.p_value)}
    if first[OFFSET] == 0:
        return translate("Analogies", "So these analogies are not present in this model.")
    if found.p_value < CHANCE and found.better > found.worse:
        said = translate("Analogies", "Subtracting a helps beyond chance: {better} won, {worse} lost ({p}, sign test).")
    elif found.p_value < CHANCE:
        said = translate("Analogies", "Subtracting a harms: {better} won, {worse} lost ({p}, sign test).")
    else:
        said = translate(
            "Analogies", "That subtracting a helps is not shown by this set: {better} won, {worse} lost against b + c "
            "({p}, sign test)."
        )  # fmt: skip
    return said.format(**numbers)


def set_spelling(found: AnalogySet) -> str:
    """How many words are several tokens."""
    n = len({word.typed for words in found.words for word in words if not word.is_one})
    if not n:
        return ""
    text = translate(
        "Analogies", "{n} word(s) [is|are] several tokens in this model: the mean of their rows stands for them.", "", n
    )
    return plural(text, n).format(n=n)


def cell_words(found: AnalogySet, row: int, method: Method) -> str:
    """One analogy by one rule."""
    names = [it.typed for it in found.words[row]]
    at = METHODS.index(method)
    ranks = translate("Analogies", "{word} is number {excluded}; with the input words allowed number {allowed}").format(
        word=names[INPUTS], excluded=rank(float(found.excluded[row, at])), allowed=rank(float(found.allowed[row, at]))
    )
    head = analogy_name(found, row)
    return f"{head} · {found.relations[row]}\n{ranks}" if found.relations[row] else f"{head}\n{ranks}"


def analogy_name(found: AnalogySet, row: int) -> str:
    """`man : woman = king : queen`"""
    a, b, c, expected = (it.typed for it in found.words[row])
    return f"{a} : {b} = {c} : {expected}"


# -- offsets -----------------------------------------------------------------------------------------------------


def offsets_conclusion(found: Offsets) -> str:
    """Whether the pairs share a direction, beyond what their kinds of words share."""
    how = (
        translate("Analogies", "all {n} ways of pairing them")
        if found.is_exact
        else translate("Analogies", "{n} random ways of pairing them")
    ).format(n=f"{len(found.shuffled):,}")
    said = translate(
        "Analogies", "Two offsets have a mean cosine of {cosine}; with the second words shuffled {mean} ± {sd} "
        "({how}), {p}."
    ).format(
        cosine=fixed(found.cosine, 3), mean=fixed(float(found.shuffled.mean()), 3),
        sd=fixed(float(found.shuffled.std()), 3), how=how, p=p_words(found.p_value),
    )  # fmt: skip
    if found.p_value < CHANCE:
        verdict = translate(
            "Analogies", "The pairs share a direction beyond that from the one kind of word to the other."
        )
    else:
        verdict = translate(
            "Analogies", "No direction of the pairs beyond that from the one kind of word to the other: not present in "
            "this model."
        )  # fmt: skip
    return sentences(said, verdict)


def offsets_spelling(found: Offsets, vocabulary: Vocabulary | None) -> str:
    """Which words are several tokens, in short."""
    several = [word for pair in found.pairs for word in pair if not word.is_one]
    if not several:
        return ""
    names = listed(f"{word.typed} ({pieces(vocabulary, word)})" for word in several[:6])
    return translate("Analogies", "Of several tokens, whose mean stands for the word: {names}.").format(
        names=f"{names} …" if len(several) > 6 else names
    )

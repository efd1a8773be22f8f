"""The labels beside the Hello/Bye panels: one or two sentences each, made from the numbers on screen and from nothing
else, so that they are true of whatever words and model were chosen.
"""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.hello_bye.records import GoesOn, HelloByeFound, tokens_per_word
from engine.records import F32
from viz import joined
from viz.charts.numbers import percent
from viz.joined import sentences
from viz.labs.hello_bye import facts
from viz.state_names import state_place
from viz.token_text import joined as pieces_of
from viz.token_text import written

HALF = 0.5


translate = QCoreApplication.translate  # by this name its texts are collected


def number(value: float) -> str:
    """A cosine or another plain number with two decimals and a true minus."""
    return "–" if not math.isfinite(value) else f"{value:z.2f}".replace("-", "−")


def amount(value: float) -> str:
    """A value of a component with three digits."""
    if not math.isfinite(value):
        return "–"
    text = f"{value:z,.0f}" if abs(value) >= 99.5 else f"{value:z.1f}" if abs(value) >= 9.95 else f"{value:z.2f}"
    return text.replace("-", "−") if abs(value) >= 0.0095 or value == 0 else f"{value:z.1g}".replace("-", "−")


def names(found: HelloByeFound) -> tuple[str, str]:
    """The two words in quotation marks."""
    return f"“{found.question.first}”", f"“{found.question.second}”"


def _alike(found: HelloByeFound, like: facts.Likeness) -> str:
    """The three cosines in one phrase; those that do not exist are left out."""
    one, other = names(found)
    parts = []
    if math.isfinite(like.first):
        parts.append(
            translate("HelloBye", "two {word} have cosine similarity {value}").format(
                word=one, value=number(like.first)
            )
        )
    if math.isfinite(like.second):
        parts.append(translate("HelloBye", "two {word} {value}").format(word=other, value=number(like.second)))
    if math.isfinite(like.between):
        parts.append(translate("HelloBye", "one of each {value}").format(value=number(like.between)))
    return joined.facts(parts)


def _sentence(text: str) -> str:
    return joined.ended(f"{text[:1].upper()}{text[1:]}")


def several_tokens(found: HelloByeFound) -> str:
    """Which word is more than one token; empty where none is."""
    parts = []
    counts = tokens_per_word(found.words)
    for word, at in ((found.question.first, 1 if found.question.first_count > 1 else 0),
                     (found.question.second, found.question.first_count)):  # fmt: skip
        if at < len(counts) and counts[at] > 1:
            pieces = pieces_of([found.raws[position] for position in np.flatnonzero(found.words == at)])
            parts.append(
                translate("HelloBye", "“{word}” is {n} tokens here ({pieces})").format(
                    word=word, n=counts[at], pieces=" + ".join(pieces)
                )
            )
    return joined.clauses(parts)


def embeddings(found: HelloByeFound) -> str:
    """Panel 1."""
    if found.embedding is None:
        return translate(
            "HelloBye", "A run file does not hold the model's token embeddings. Load the model to see them here."
        )
    n, different = len(found.token_ids), facts.n_different(found.embedding)
    said = translate("HelloBye",
        "{n} columns, but only {d} different ones: a token has the same embedding at every position, so repetition "
        "is a band."
    ) if different < n else translate("HelloBye", "{n} columns, all different: no token occurs twice.")  # fmt: skip
    between = facts.likeness(facts.cosines(found.embedding), found).between
    ends = (
        translate("HelloBye", "At their last tokens the two words have cosine similarity {c}.")
        if several_tokens(found)
        else translate("HelloBye", "The two words have cosine similarity {c}.")
    )
    return sentences(said.format(n=n, d=different), ends.format(c=number(between)) if math.isfinite(between) else "")


def positions(found: HelloByeFound) -> str:
    """Panel 2."""
    if found.position is not None:
        return _learned(found.position)
    if found.position_scheme == "learned":
        return translate("HelloBye", "This model learned a vector for each position; a run file does not hold it.")
    if found.position_scheme == "rotary":
        return _rotary(found.phases)
    if found.position_scheme == "alibi":
        return _alibi(found.distance_bias)
    return translate("HelloBye", "No positional encoding was found before this model's first layer.")


def _learned(table: F32) -> str:
    n, different = len(table), facts.n_different(table)
    alike = facts.cosines(table)
    apart = np.abs(np.subtract.outer(np.arange(n), np.arange(n)))
    far = max(2, n // 2)
    said = translate(
        "HelloBye", "A vector for each position, whatever token stands there: {d} different ones for {n} positions."
    ).format(d=different, n=n)
    if n < 3:
        return said
    near, distant = float(alike[apart == 1].mean()), float(alike[apart >= far].mean())
    beside = translate("HelloBye", "Cosine similarity side by side {near}, {far} or more apart {distant}.")
    return sentences(said, beside.format(near=number(near), far=far, distant=number(distant)))


def _rotary(phases: F32 | None) -> str:
    said = translate(
        "HelloBye", "This model has no position vectors: attention rotates queries and keys, pair by pair (RoPE)."
    )
    if phases is None or len(phases) < 2:
        return said
    turn = np.abs(np.angle(np.exp(1j * (phases[1] - phases[0]).astype(np.float64))))  # [F] from one token to the next
    kept = float(np.cos(phases[-1].astype(np.float64) - phases[0]).mean())
    keeps = percent(kept) if kept >= 0 else f"−{percent(-kept)}"
    more = translate(
        "HelloBye",
        "The fastest pair rotates {fast}° per token, the slowest {slow}°. Averaged over the pairs, a query and an "
        "equal key {n} positions apart keep {kept} of their product.",
    )
    fast, slow = _degrees(float(turn.max())), _degrees(float(turn.min()))
    return sentences(said, more.format(fast=fast, slow=slow, n=len(phases) - 1, kept=keeps))


def _degrees(radians: float) -> str:
    return f"{math.degrees(radians):z.3g}" if radians >= 1e-5 else "0"


def _alibi(bias: F32 | None) -> str:
    said = translate(
        "HelloBye",
        "This model has no position vectors: attention subtracts a little for every token of distance (ALiBi).",
    )
    if bias is None or bias.shape[1] < 2:
        return said
    slopes = bias[:, -1] - bias[:, -2]  # [H] what one token of distance costs
    steep, flat = int(np.argmax(slopes)), int(np.argmin(slopes))
    costs = translate("HelloBye", "Head {steep} loses most ({a} per token), head {flat} least ({b}).").format(
        steep=steep, a=amount(float(slopes[steep])), flat=flat, b=amount(float(slopes[flat]))
    )
    return sentences(said, costs)


def first_input(found: HelloByeFound) -> str:
    """Panel 3."""
    if found.resid is None:
        return found.why_missing("resid") or translate("HelloBye", "The hidden states were not recorded in this run.")
    made = facts.entering(found)
    states = found.resid[:, 0]
    if made.made_of == "sum":
        said = (
            translate("HelloBye", "The sum of the two pictures above (they differ by {x} at most).").format(
                x=_tiny(made.difference)
            )
            if made.difference
            else translate("HelloBye", "Exactly the sum of the two pictures above.")
        )
    elif made.made_of == "embedding":
        factor = found.embedding_scale
        said = (
            translate("HelloBye", "Exactly the token embeddings: position has not entered yet.")
            if factor == 1.0 and not made.difference
            else translate(
                "HelloBye", "The token embeddings times {s} (they differ by {x} at most): position has not entered yet."
            )
        ).format(s=amount(factor), x=_tiny(made.difference))
    elif made.made_of == "more":
        said = translate(
            "HelloBye", "Not simply the pictures above: the model does more to them before its first layer."
        )
    else:
        said = translate("HelloBye", "The input of the first layer, as the run recorded it.")
    alike = _alike(found, facts.likeness(facts.cosines(states), found))
    return sentences(said, _sentence(alike))


def _tiny(value: float) -> str:
    return "0" if value == 0 else f"{value:.0e}".replace("e-0", "e−").replace("e-", "e−")


def stream(found: HelloByeFound, layer: int) -> str:
    """Panel 5, after block `layer`."""
    if found.resid is None:
        return first_input(found)
    states = found.resid[:, layer + 1]
    alike = _alike(found, facts.likeness(facts.cosines(states), found))
    component, share = facts.largest_component(states)
    largest = translate("HelloBye", "One component of {d}, number {c}, makes up {s} of the squared norm.").format(
        d=states.shape[1], c=component, s=percent(share)
    )
    different = facts.n_different(states)
    columns = translate("HelloBye", "{d} different columns now.").format(d=different)
    return sentences(columns, _sentence(alike), largest)


def range_in_short(shown: facts.ColourRange) -> str:
    """The same in the colour bar's label."""
    return translate("HelloBye", "value ({share} within)").format(share=percent(shown.share))


def range_said(shown: facts.ColourRange) -> str:
    """What the colours leave out."""
    if abs(shown.largest) <= shown.high:
        return ""
    return translate(
        "HelloBye",
        "From token 1 on, {share} of the values lie within the colour scale; the largest of all is {v} (component "
        "{c}, token {t}).",
    ).format(share=percent(shown.share), v=amount(shown.largest), c=shown.component, t=shown.position)


def next_tokens(found: HelloByeFound) -> str:
    """Panel 7."""
    one, other = names(found)
    before = facts.before_words(found)
    count = found.question.first_count
    parts = []
    if len(before) >= count:
        at = int(before[count - 1])  # before the first second word
        learnt = found.repeat[before[:count]]
        reached = facts.first_reaching(np.nan_to_num(learnt, nan=-1.0), HALF)
        if reached is not None:
            parts.append(translate("HelloBye", "After {n} × {word}, another one has probability {p}.").format(
                n=reached + 1, word=one, p=percent(float(learnt[reached]))
            ))  # fmt: skip
        elif np.isfinite(learnt).any():
            best = int(np.nanargmax(learnt))
            parts.append(
                translate(
                    "HelloBye", "The probability of another {word} stays below one half: at most {p}, after {n}."
                ).format(word=one, p=percent(float(learnt[best])), n=best + 1)
            )
        if np.isfinite(found.actual[at]):
            parts.append(
                translate("HelloBye", "The probability of {other} next is {p}.").format(
                    other=other, p=percent(float(found.actual[at]))
                )
            )
    after = int(before[count]) if len(before) > count else len(found.token_ids) - 1
    if len(found.next_raws[after]):
        likeliest = f"“{written(found.next_raws[after][0])}”"
        said = translate("HelloBye", "After the first {other}: most likely {token} ({p}); {other} again {q}.")
        p, q = percent(float(found.next_probs[after, 0])), percent(float(found.repeat[after]))
        parts.append(said.format(other=other, token=likeliest, p=p, q=q))
    second = found.repeat[before[count:]] if len(before) > count else np.empty(0, np.float32)
    reached = facts.first_reaching(np.nan_to_num(second, nan=-1.0), HALF)
    if reached is not None and reached > 0:
        parts.append(translate("HelloBye", "Its probability is {p} after {n} × {other}.").format(
            p=percent(float(second[reached])), n=reached + 1, other=other
        ))  # fmt: skip
    elif reached is None and len(second) and np.isfinite(second).any():
        best = int(np.nanargmax(second))
        parts.append(
            translate(
                "HelloBye", "The probability of another {word} stays below one half: at most {p}, after {n}."
            ).format(word=other, p=percent(float(second[best])), n=best + 1)
        )
    return sentences(*parts)


def heads_of_block(found: HelloByeFound, layer: int) -> str:
    """Panel 4, the first half."""
    if found.attn is None:
        return found.why_missing("attn") or translate("HelloBye", "Attention was not recorded in this run.")
    seen = facts.head_facts(found.attn[layer], found.token_ids)
    parts = []
    if np.isfinite(seen.first).all():
        said = translate(
            "HelloBye", "In layer {layer}, {n} of {h} heads spend over half of their attention on the first token."
        )
        parts.append(said.format(layer=layer, n=int((seen.first > HALF).sum()), h=len(seen.first)))
    for values, said in (
        (seen.previous, translate("HelloBye", "Most to the previous token: {head} ({p}).")),
        (seen.repeated, translate("HelloBye", "Most to what followed this token earlier: {head} ({p}).")),
    ):
        if np.isfinite(values).all():
            best = int(np.argmax(values))
            parts.append(said.format(head=f"L{layer}.H{best}", p=percent(float(values[best]))))
    return sentences(*parts)


def head_through_blocks(found: HelloByeFound, head: int) -> str:
    """Panel 4, the second half."""
    if found.attn is None:
        return ""
    seen = [facts.head_facts(attn[head : head + 1], found.token_ids) for attn in found.attn]
    first = np.array([float(it.first[0]) for it in seen])
    repeated = np.array([float(it.repeated[0]) for it in seen])
    if not np.isfinite(first).all() or len(first) < 2:
        return translate("HelloBye", "This model has a single layer.") if len(first) == 1 else ""
    said = translate(
        "HelloBye", "On the first token it spends least in layer {a} ({p}) and most in layer {b} ({q})."
    ).format(a=int(first.argmin()), p=percent(float(first.min())), b=int(first.argmax()), q=percent(float(first.max())))
    if np.isfinite(repeated).all():
        more = translate("HelloBye", "On what followed this token earlier: most in layer {c} ({r}).")
        said = sentences(said, more.format(c=int(repeated.argmax()), r=percent(float(repeated.max()))))
    return said


def likeness(found: HelloByeFound, alike: list[facts.Likeness], layer: int) -> str:
    """Panel 6; `alike` [L+1] from the input on."""
    here = _alike(found, alike[layer + 1])
    said = translate("HelloBye", "After L{layer}, {alike}.").format(layer=layer, alike=here) if here else ""
    gaps = np.array([it.gap for it in alike])
    if np.isfinite(gaps).all() and len(gaps) > 1:
        far, near = int(gaps.argmax()), int(gaps.argmin())
        apart = translate("HelloBye", "The two words are most distinct {far} (by {a}), least {near} (by {b}).").format(
            far=state_place(far), a=number(float(gaps[far])), near=state_place(near), b=number(float(gaps[near]))
        )
        said = sentences(said, apart)
    return said


def on_map(found: HelloByeFound, points: F32, width: float) -> str:
    """Panel 8, the vocabulary's map; `points` [T, 2] are the tokens' places, `width` that of most of the map."""
    n, places = len(points), facts.n_different(points)
    if places < n:
        said = translate(
            "HelloBye",
            "{n} tokens, {p} points: a token has one point on this map, so the path stands still while it is repeated.",
        )
    else:
        said = translate("HelloBye", "{n} tokens, each at a point of its own.")
    said = said.format(n=n, p=places)
    if 0 < found.switch < n and width > 0:
        jump = float(np.linalg.norm(points[found.switch] - points[found.switch - 1])) / width
        width_said = translate("HelloBye", "The jump into {word} is {p} of the map's width.")
        said = sentences(said, width_said.format(word=names(found)[1], p=percent(jump)))
    return said


def on_state_map(found: HelloByeFound, points: F32) -> str:
    """Panel 8, a map of states; `points` [T, 2] are the places of the sequence's states."""
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)  # [T - 1]
    at = found.switch - 1
    others = np.delete(steps, at) if 0 <= at < len(steps) else steps[:0]
    others = others[np.isfinite(others)]
    if not len(others) or not np.isfinite(steps[at]):
        return ""
    usual = float(np.median(others))
    if usual <= 0:
        return (
            translate(
                "HelloBye", "On this map of hidden states the path mostly stands still; it jumps into {word}."
            ).format(word=names(found)[1])
            if steps[at] > 0
            else ""
        )
    return translate(
        "HelloBye", "On this map of hidden states the jump into {word} is {x} times the usual one."
    ).format(word=names(found)[1], x=f"{float(steps[at]) / usual:z.1f}")


def in_plane(found: HelloByeFound, plane: facts.Plane, layer: int) -> str:
    """Panel 8, the states themselves."""
    if not math.isfinite(plane.explained):
        return translate("HelloBye", "Too few tokens to lay their hidden states out in a plane.")
    said = translate(
        "HelloBye", "The states after L{layer} in the plane in which they differ most ({p} of their variance)."
    ).format(layer=layer, p=percent(plane.explained))
    if math.isfinite(plane.step) and math.isfinite(plane.usual_step) and plane.usual_step > 0:
        jump = translate("HelloBye", "The jump into {word} is {x} times the usual one.")
        said = sentences(said, jump.format(word=names(found)[1], x=f"{plane.step / plane.usual_step:z.1f}"))
    return said


def going_on(found: GoesOn) -> str:
    """The time line."""
    word = f"“{found.question.sequence.second}”"
    written_on = len(found.token_ids) - found.n_prompt
    kept = int(found.repeats.sum())
    if not written_on:
        return translate("HelloBye", "The model ends the text at once.") if found.ended else ""
    if kept == written_on:
        said = translate("HelloBye", "It keeps saying {word}: all {n} generated tokens repeat it.").format(
            word=word, n=kept
        )
    elif kept:
        said = translate("HelloBye", "It says {word} {w} times more, then “{token}”.").format(
            word=word, w=found.words_repeated, token=written(found.raws[found.n_prompt + kept])
        )
    else:
        said = translate("HelloBye", "It does not say {word} again: its next token is “{token}”.").format(
            word=word, token=written(found.raws[found.n_prompt])
        )
    parts = [said]
    n = found.n_prompt
    parts.append(
        translate(
            "HelloBye", "Entropy was {a} bits at the sequence's end and is {b} on average in what it generates."
        ).format(a=number(float(found.entropy[n - 1])), b=number(float(found.entropy[n:].mean())))
    )
    if found.induction is not None and len(found.induction) > n > 1:
        parts.append(
            translate("HelloBye", "Induction activity: {a} on average in the sequence, {b} afterwards.").format(
                a=percent(float(found.induction[1:n].mean())), b=percent(float(found.induction[n:].mean()))
            )
        )
    if found.ended:
        parts.append(translate("HelloBye", "There it ended the text by itself."))
    return sentences(*parts)

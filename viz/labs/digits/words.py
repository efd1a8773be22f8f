"""Sentences of the view of digits."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.digits.records import DIGITS, TURNS, Starts
from engine.records import F32
from viz.charts.numbers import bits, fixed, percent
from viz.joined import listed, sentences
from viz.labs.digits.derived import AlongBlur, Held, NeuronFacts
from viz.labs.digits.digits_frame import DigitsFrame
from viz.plural import plural

translate = QCoreApplication.translate  # by this name its texts are collected


def heading(frame: DigitsFrame) -> str:
    """What the net is, and how good."""
    trained = frame.trained
    sizes = " – ".join(map(str, frame.recipe.architecture.sizes))
    if trained is None:
        return translate("DigitsView", "A model of {sizes} neurons learns to read digits").format(sizes=sizes)
    if not trained.done:
        return translate(
            "DigitsView",
            "{sizes}: training, part {turn} of {turns}; {p} of the held-out pictures read correctly",
        ).format(
            sizes=sizes, turn=trained.turn, turns=TURNS, p=percent(float(trained.accuracy[-1]))
        )  # fmt: skip
    return translate(
        "DigitsView", "{sizes}: {p} of {n} held-out pictures read correctly (95 % interval {low} to {high})"
    ).format(
        sizes=sizes, p=percent(float(trained.accuracy[-1])), n=trained.n_held_out,
        low=percent(trained.accuracy_low), high=percent(trained.accuracy_high),
    )  # fmt: skip


def notes(frame: DigitsFrame) -> str:
    """What there is to say about the page in sight."""
    trained = frame.trained
    if frame.why_not:
        return frame.why_not
    if trained is not None and trained.stopped:
        return trained.stopped
    if frame.page == "neurons":
        return _neuron_notes(frame)
    if frame.page == "map":
        return _map_notes(frame)
    if frame.page == "starts":
        return _start_notes(frame)
    return _answer_notes(frame)


def answer(frame: DigitsFrame) -> str:
    """What the net reads, in short."""
    if frame.read_as < 0:
        return ""
    said = translate("DigitsView", "Read as {digit}: {p}, {h} bits")
    if 0 <= frame.digit != frame.read_as:
        said = translate("DigitsView", "Read as {digit}, not {truth}: {p}, {h} bits")
    return said.format(
        digit=frame.read_as, truth=frame.digit, p=percent(float(frame.probs[frame.read_as])), h=bits(frame.bits)
    )


def picture(frame: DigitsFrame) -> str:
    """What the picture is."""
    if frame.bitmap is not None and frame.fits:
        return translate("DigitsView", "Your drawing: the model is given it centred")
    if frame.bitmap is not None:
        return translate("DigitsView", "Your drawing as it stands: the model learnt centred digits")
    if frame.digit < 0:
        return translate("DigitsView", "Draw a digit here")
    said = (
        translate("DigitsView", "Picture {n}, held out: a {digit} (draw on it for your own)")
        if frame.held_out
        else translate("DigitsView", "Picture {n}, trained on: a {digit} (draw on it for your own)")
    )
    return said.format(n=frame.example, digit=frame.digit)


def _answer_notes(frame: DigitsFrame) -> str:
    trained, along = frame.trained, frame.along
    if trained is None or along is None:
        return ""
    said = ""
    if frame.recipe.shuffled:
        said = translate(
            "DigitsView",
            "Control: the training digits were dealt out at random, so held-out pictures are read no better than by "
            "guessing; {p} of the training pictures are known by heart.",
        ).format(p=percent(float(trained.train_accuracy[-1])))
    first = int(along.probs[0].argmax())
    turned = np.flatnonzero(along.probs.argmax(axis=1) != first)
    if len(turned):
        blurred = translate(
            "DigitsView",
            "Sharp, this picture is read as {digit} with {h} bits of entropy; blurred by {blur} pixels, as {other} "
            "with "
            "{more} bits.",
        ).format(
            digit=first, h=bits(float(along.bits[0])), blur=fixed(float(along.blurs[turned[0]]), 1),
            other=int(along.probs[turned[0]].argmax()), more=bits(float(along.bits[turned[0]])),
        )  # fmt: skip
    else:
        blurred = translate(
            "DigitsView",
            "This picture is read as {digit} at every blur up to {blur} pixels: with {h} bits of entropy at first, "
            "{more} "
            "at the end.",
        ).format(
            digit=first, blur=fixed(float(along.blurs[-1]), 1), h=bits(float(along.bits[0])),
            more=bits(float(along.bits[-1])),
        )  # fmt: skip
    return "\n".join(part for part in (said, blurred) if part)


def _neuron_notes(frame: DigitsFrame) -> str:
    facts = frame.neuron
    if facts is None:
        return ""
    best = int(facts.means.argmax())
    if facts.fires == 0:
        return translate(
            "DigitsView", "Neuron {neuron} of hidden layer {layer} is above 0 on no picture: it is dead."
        ).format(neuron=facts.neuron, layer=facts.layer)
    return translate(
        "DigitsView",
        "Neuron {neuron} of hidden layer {layer} is above 0 on {share} of the pictures, on average most for {digit}: "
        "{d} "
        "standard deviations above the other digits. On this picture it is {value}.",
    ).format(
        neuron=facts.neuron, layer=facts.layer, share=percent(facts.fires), digit=best,
        d=fixed(facts.selectivity, 1), value=fixed(frame.activation, 2),
    )  # fmt: skip


def _map_notes(frame: DigitsFrame) -> str:
    found = frame.map
    if found is None:
        if frame.trained is None:
            return ""
        return translate(
            "DigitsView",
            "Laying out the pictures. The engine does one thing at a time: this begins when what the status line shows "
            "is done.",
        )
    kept = found.kept2 if frame.flat else found.kept3
    faithful = translate(
        "DigitsView",
        "Each picture as a vector of {width} numbers. The map keeps {kept} of 15 true neighbours among the 50 nearest "
        "(dealt out at random it keeps {chance}).",
    ).format(width=found.width, kept=percent(kept), chance=percent(found.kept_shuffled))
    alike = translate(
        "DigitsView",
        "Of a picture's 15 nearest {near} are the same digit by these numbers, {on_map} on the map in the plane, "
        "{pixels} by the bare pictures, {chance} by chance.",
    ).format(
        near=percent(found.same_digit), on_map=percent(found.same_digit_map), pixels=percent(found.same_digit_pixels),
        chance=percent(found.same_digit_chance),
    )  # fmt: skip
    placed, wrong = "", ""
    if frame.read is not None and frame.pictures is not None and frame.flat:
        wrong = translate("DigitsView", "✕ are the pictures that the model reads wrongly: {n} of {all}.").format(
            n=int((frame.read != frame.pictures.digits).sum()), all=f"{len(frame.read):,}"
        )
    if frame.placed is not None:
        own = frame.placed.kept2 if frame.flat else frame.placed.kept3
        placed = translate("DigitsView", "◆ is the picture on the left; there the map keeps {kept}.").format(
            kept=percent(own)
        )
    return "\n".join(part for part in (faithful, alike, sentences(placed, wrong)) if part)


def _start_notes(frame: DigitsFrame) -> str:
    found = frame.starts
    if found is None:
        return translate(
            "DigitsView",
            "Train {n} models that differ by their initial weights alone, and one on shuffled digits as a control. "
            "They "
            "take about as many seconds.",
        ).format(n=frame.comparing.count)
    return translate(
        "DigitsView",
        "Two of these models read {differ} of the held-out pictures differently; independent errors of their rates "
        "would "
        "make it {chance}. Trained on shuffled digits, a model knows {heart} of them by heart and reads {control} of "
        "the held-out pictures.",
    ).format(
        differ=percent(found.differ), chance=percent(found.differ_chance), heart=percent(found.control_train),
        control=percent(found.control_correct / len(found.rows)),
    )  # fmt: skip


# -- of single things ------------------------------------------------------------------------------------------------


def digit_words(digit: int, prob: float) -> str:
    return translate("DigitsView", "{digit}: {p}").format(digit=digit, p=percent(prob))


def blur_words(along: AlongBlur, at: int) -> str:
    order = np.argsort(-along.probs[at])[:3]
    first = translate("DigitsView", "blurred by {blur} pixels").format(blur=fixed(float(along.blurs[at]), 1))
    return "\n".join([first, *(digit_words(int(digit), float(along.probs[at, digit])) for digit in order)])


def bits_words(along: AlongBlur, held: Held | None, at: int) -> str:
    lines = [
        translate("DigitsView", "blurred by {blur} pixels").format(blur=fixed(float(along.blurs[at]), 1)),
        translate("DigitsView", "this picture: {h} bits").format(h=bits(float(along.bits[at]))),
    ]
    if held is not None:
        lines.append(
            translate("DigitsView", "held-out pictures: {h} bits, {p} read correctly").format(
                h=bits(float(held.bits[at])), p=percent(float(held.accuracy[at]))
            )
        )
    return "\n".join(lines)


def weights_title(layer: int) -> str:
    if layer == 0:
        return translate("DigitsView", "its weights of the pixels")
    return translate("DigitsView", "its weights of the pixels, through the layers before (without their ReLU)")


def onward_title(facts: NeuronFacts, frame: DigitsFrame) -> str:
    if facts.layer == len(frame.recipe.hidden) - 1:
        return translate("DigitsView", "what it adds to the logit of each digit")
    return translate("DigitsView", "its weights to the next layer")


def neuron_words(means: F32, neuron: int) -> str:
    order = np.argsort(-means[:, neuron])[:3]
    first = translate("DigitsView", "neuron {neuron}: mean activation").format(neuron=neuron)
    rows = (
        translate("DigitsView", "{digit}: {value}").format(
            digit=int(digit), value=fixed(float(means[digit, neuron]), 2)
        )
        for digit in order
    )
    return "\n".join([first, *rows])


def picture_words(frame: DigitsFrame, number: int) -> str:
    """One picture of the data set, and what is said of it."""
    pictures = frame.pictures
    if pictures is None:
        return ""
    said = (
        translate("DigitsView", "picture {n}, held out: a {digit}")
        if pictures.held_out[number]
        else translate("DigitsView", "picture {n}, trained on: a {digit}")
    )
    lines = [said.format(n=number, digit=int(pictures.digits[number]))]
    if frame.page == "map" and frame.read is not None:
        lines.append(translate("DigitsView", "read as {digit}").format(digit=int(frame.read[number])))
    if frame.page == "starts" and frame.starts is not None:
        at = np.flatnonzero(frame.starts.rows == number)
        if len(at):
            counts = np.bincount(frame.starts.read[:, at[0]], minlength=DIGITS)
            order = np.argsort(-counts, kind="stable")
            votes = listed(f"{digit} × {counts[digit]}" for digit in order if counts[digit])
            lines.append(translate("DigitsView", "read as {votes}").format(votes=votes))
    return "\n".join(lines)


def votes_in_short(found: Starts, number: int) -> str:
    """The digits that the nets read, the one with most votes first: `8·5 1·3`."""
    at = int(np.flatnonzero(found.rows == number)[0])
    counts = np.bincount(found.read[:, at], minlength=DIGITS)
    return " ".join(f"{digit}·{counts[digit]}" for digit in np.argsort(-counts, kind="stable") if counts[digit])


def disputed_title(disputed: int, n: int) -> str:
    said = translate(
        "DigitsView",
        "{n} of {all} held-out picture(s) [is|are] read differently; the most divided, with the number of models for "
        "each "
        "digit",
        "",
        disputed,
    )
    return plural(said, disputed).format(n=disputed, all=n)


def start_words(found: Starts, which: int) -> str:
    n = len(found.rows)
    return translate("DigitsView", "seed {seed}: {p} ({low} to {high})").format(
        seed=found.recipe.seed + which, p=percent(float(found.correct[which]) / n),
        low=percent(float(found.low[which])), high=percent(float(found.high[which])),
    )  # fmt: skip


def control_words(found: Starts, which: int) -> str:
    if which:
        return translate("DigitsView", "{p} of the shuffled digits are known by heart").format(
            p=percent(found.control_train)
        )
    return translate("DigitsView", "trained on shuffled digits: {p} ({low} to {high})").format(
        p=percent(found.control_correct / len(found.rows)), low=percent(found.control_low),
        high=percent(found.control_high),
    )  # fmt: skip


def differ_words(digit: int, differ: float, wrong: float) -> str:
    return translate("DigitsView", "{digit}: the models differ on {a}, read wrongly {b} on average").format(
        digit=digit, a=percent(differ), b=percent(wrong)
    )

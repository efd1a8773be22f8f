"""Sentences about the toy model, made from its findings alone."""

from __future__ import annotations

from collections import Counter

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.superposition.records import Arrangement, ToyTrained
from viz.charts.numbers import fixed, percent
from viz.joined import listed, sentences
from viz.labs.superposition.superposition_frame import OVER_DENSITY, PHASES, SuperpositionFrame
from viz.plural import plural

FEW = 4  # features that are named where they are not represented
translate = QCoreApplication.translate  # by this name its texts are collected


def loss(value: float) -> str:
    """A loss with the digits that tell one start from another."""
    return f"{value:z.3g}" if np.isfinite(value) else "–"


def feature(number: int) -> str:
    """A feature's name."""
    return f"x{number}"


def start_name(at: int, starts: int) -> str:
    """A row of the starts, the control last."""
    return translate("Superposition", "without ReLU") if at == starts else f"{at + 1}"


def shape_words(shape: str, corners: int, dimensions: int, n: int) -> str:
    """So many groups of one shape."""
    said = {
        "single": translate("Superposition", "[one feature alone|{n} features alone]", "", n),
        "digon": translate("Superposition", "[one antipodal pair|{n} antipodal pairs]", "", n),
        "triangle": translate("Superposition", "[one triangle|{n} triangles]", "", n),
        "tetrahedron": translate("Superposition", "[one tetrahedron|{n} tetrahedra]", "", n),
        "square antiprism": translate("Superposition", "[one square antiprism|{n} square antiprisms]", "", n),
        "cube": translate("Superposition", "[one cube|{n} cubes]", "", n),
        "simplex": translate("Superposition", "[one simplex|{n} simplices] of {corners} corners", "", n),
        "irregular": translate(
            "Superposition", "[irregular|{n} irregular]: {corners} features in {d} dimensions", "", n
        ),
    }.get(shape)
    if shape == "polygon":
        said = {
            5: translate("Superposition", "[one pentagon|{n} pentagons]", "", n),
            6: translate("Superposition", "[one hexagon|{n} hexagons]", "", n),
        }.get(corners, translate("Superposition", "[one regular polygon|{n} regular polygons] of {corners}", "", n))
    return plural(said or shape, n).format(n=n, corners=corners, d=dimensions)


def arrangement_words(found: Arrangement) -> str:
    """How directions lie, by name: "2 antipodal pairs"."""
    if not found.groups:
        return translate("Superposition", "no feature represented")
    counted = Counter(found.kinds)
    return listed(shape_words(*kind, n) for kind, n in sorted(counted.items(), key=lambda row: -row[0][1]))


def outcomes(found: tuple[Arrangement, ...]) -> list[tuple[str, int]]:
    """The arrangements that starts came to, the most frequent first."""
    return Counter(map(arrangement_words, found)).most_common()


def times(name: str, n: int) -> str:
    """An arrangement and how many starts came to it."""
    return plural(translate("Superposition", "{n} start(s): {name}", "", n), n).format(n=n, name=name)


def heading(frame: SuperpositionFrame) -> str:
    """What is shown, on one line."""
    recipe = frame.recipe
    if frame.page == PHASES:
        return translate("Superposition", "Two features in one dimension: which are represented?")
    if frame.page == OVER_DENSITY:
        return translate("Superposition", "{n} features in {m} dimensions, over densities").format(
            n=recipe.features, m=recipe.dimensions
        )
    now = frame.now
    if now is None:
        return ""
    state = (
        translate("Superposition", "Stopped")
        if now.diverged
        else translate("Superposition", "Training")
        if frame.going or (frame.questions and now.step)
        else translate("Superposition", "Trained")
        if now.done
        else translate("Superposition", "Not trained")
        if not now.step
        else translate("Superposition", "Paused")
        if frame.moment == len(frame.told) - 1
        else translate("Superposition", "Earlier moment")
    )
    found = now.arrangements[frame.chosen]
    said = translate("Superposition", "{state}: step {step} of {steps}, {which}: {what}")
    if 0 < len(found.absent) <= FEW:
        said = translate("Superposition", "{state}: step {step} of {steps}, {which}: {what}; not represented: {absent}")
    return said.format(
        state=state, step=f"{now.step:,}", steps=f"{recipe.steps:,}", which=_which(frame),
        what=arrangement_words(found), absent=listed(map(feature, found.absent)),
    )  # fmt: skip


def _which(frame: SuperpositionFrame) -> str:
    if frame.chosen == frame.recipe.starts:
        return translate("Superposition", "control without ReLU")
    if frame.chosen == frame.best:
        return translate("Superposition", "best start ({n})").format(n=frame.chosen + 1)
    return translate("Superposition", "start {n}").format(n=frame.chosen + 1)


def notes(frame: SuperpositionFrame) -> str:
    """What there is to say about it."""
    if frame.why_not:
        return frame.why_not
    if frame.page == PHASES:
        return _phase_notes(frame)
    if frame.page == OVER_DENSITY:
        return _density_notes(frame)
    now = frame.now
    if now is None:
        return ""
    if now.diverged:
        return translate(
            "Superposition",
            "The loss is not a finite number after step {step}: the learning rate {rate} is too high. The last "
            "finite moment is shown. Set a rate near 0.01 in the view's menu.",
        ).format(step=f"{now.step:,}", rate=f"{frame.recipe.rate:g}")
    spread = listed(times(name, n) for name, n in outcomes(now.arrangements[:-1]))
    control = translate(
        "Superposition",
        "Control without ReLU: {what}, loss {loss}; the best linear model (PCA) has {least} by the formula.",
    ).format(
        what=arrangement_words(now.arrangements[-1]), loss=loss(float(now.losses[-1])), least=loss(now.least_linear)
    )
    return sentences(translate("Superposition", "Outcomes: {spread}.").format(spread=spread), control)


def _phase_notes(frame: SuperpositionFrame) -> str:
    if not frame.phases:
        return translate(
            "Superposition",
            "Every cell is a model of two features in one dimension, trained from 8 starts. Press “Compute”: it takes "
            "about ten seconds.",
        )
    same = np.concatenate([it.outcomes == it.formula for it in frame.phases])
    both = np.concatenate([it.outcomes == 3 for it in frame.phases])
    opposite = np.concatenate([it.opposite for it in frame.phases])[both]
    return translate(
        "Superposition",
        "{share} of the cells are as the formula says (the lines: least exact loss of one feature alone or an "
        "antipodal pair). Of the {n} cells with both features, {pairs} have them in opposite directions.",
    ).format(share=percent(float(same.mean())), n=int(both.sum()), pairs=int(opposite.sum()))


def _density_notes(frame: SuperpositionFrame) -> str:
    if not frame.densities:
        return translate(
            "Superposition",
            "Trains all starts to the end at 13 densities, from dense to sparse, with the other settings as they are. "
            "Press “Compute”.",
        )
    last = frame.densities[-1]
    if last.diverged:
        return translate(
            "Superposition",
            "The loss is not a finite number at density {density}: the learning rate {rate} is too high. Set a rate "
            "near 0.01 in the view's menu.",
        ).format(density=f"{last.density:g}", rate=f"{frame.recipe.rate:g}")
    kept = [it.arrangements[it.best].kept for it in frame.densities]
    linear = [it.arrangements[-1].kept for it in frame.densities]
    return translate(
        "Superposition",
        "From density {first} to {last} the best start represents {a} to {b} features in {m} dimensions; the control "
        "without ReLU never more than {c}.",
    ).format(
        first=f"{frame.densities[0].density:g}", last=f"{last.density:g}", a=kept[0], b=kept[-1],
        m=frame.recipe.dimensions, c=max(linear),
    )  # fmt: skip


def feature_words(now: ToyTrained, chosen: int, at: int, importance: float) -> str:
    """All numbers of one feature."""
    shown = [fixed(float(value), 2) for value in now.weights[chosen][:3, at]]
    more = ["…"] if now.weights.shape[1] > 3 else []
    return translate(
        "Superposition",
        "{name}: importance {importance}\nsquared length {length}\ndimensionality D {share}\nbias {bias}\n"
        "direction ({weights})",
    ).format(
        name=feature(at), importance=loss(importance), length=fixed(float(now.lengths[chosen, at]), 3),
        share=fixed(float(now.shares[chosen, at]), 3), bias=fixed(float(now.biases[chosen, at]), 3),
        weights=listed([*shown, *more]),
    )  # fmt: skip

"""Names of what is measured, and what is concluded from the numbers. All translatable."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.motion.questions import FEWEST, FULL, LAWS, MAP, ROWS, Dimension, Laws
from viz.charts.numbers import NBSP, fixed
from viz.joined import listed, sentences
from viz.state_names import state_place

translate = QCoreApplication.translate  # by this name its texts are collected


def row_name(row: int, layers: int) -> str:
    """The states of a row within a sentence."""
    if row > layers:
        return translate("Motion", "states after the final norm")
    if not row:
        return translate("Motion", "token embeddings")
    return translate("Motion", "states {place}").format(place=state_place(row))


def measure_name(measure: str) -> str:
    """A measure of a path, for axes and sentences."""
    return {
        "length": translate("Motion", "step length"),
        "turn": translate("Motion", "turning angle"),
        "curvature": translate("Motion", "curvature"),
        "from_start": translate("Motion", "distance from the start"),
        "entropy": translate("Motion", "entropy of the next token (bits)"),
        "fan_cosine": translate("Motion", "fan: cosine of two candidates"),
        "fan_length": translate("Motion", "fan: resultant length"),
        "fan_turn": translate("Motion", "fan: autocorrelation of its direction"),
    }[measure]


def measure_tip(measure: str) -> str:
    """What it is, in one sentence."""
    return {
        "length": translate("Motion", "The Euclidean distance from the position before."),
        "turn": translate(
            "Motion",
            "The angle between the step to a position and the step from it: 0° straight on, 180° back. Unrelated "
            "points give 120° on average, since every step away from a point is followed by one from there.",
        ),
        "curvature": translate(
            "Motion", "1 / radius of the circle through a position and those before and after it (Menger curvature)."
        ),
        "from_start": translate(
            "Motion", "The Euclidean distance from the first position; a random walk grows with the root of the steps."
        ),
        "entropy": translate("Motion", "How open the next token is. Shuffled order has the same values elsewhere."),
        "fan_cosine": translate(
            "Motion",
            "The mean cosine of two of the states after the most likely next tokens, around the middle of the space: "
            "0 for unrelated ones. What it is above mixed candidates of other steps is this step's own.",
        ),
        "fan_length": translate(
            "Motion",
            "The length of the mean direction from the current point to the candidates, 1 = all the same. It is large "
            "for any states, because they all lie on the side of the middle of the space: the fan of another step, "
            "seen from here, is as long. It is not evidence of a direction.",
        ),
        "fan_turn": translate(
            "Motion", "How alike the directions of fans are that lie some steps apart, their mean taken away."
        ),
    }[measure]


def law_name(law: str) -> str:
    """What is tested."""
    return {
        "step": translate("Motion", "step / typical distance"),
        "turn": translate("Motion", "turning angle (°)"),
        "curvature": translate("Motion", "curvature × mean step"),
        "growth": translate("Motion", "growth of the distance (exponent)"),
        "recurrence": translate("Motion", "recurrences in a row"),
        "entropy": translate("Motion", "entropy, next to itself"),
        "fan cosine": translate("Motion", "fan: cosine of candidates"),
        "fan length": translate("Motion", "fan: resultant length"),
        "fan turn": translate("Motion", "fan: direction, next to itself"),
    }[law]


def law_tip(law: str) -> str:
    """How it is defined."""
    return {
        "step": translate(
            "Motion",
            "Mean step length by the mean distance of any two positions; below 1 the text moves in smaller steps than "
            "its points lie apart.",
        ),
        "turn": translate("Motion", "Mean angle between one step and the next."),
        "curvature": translate("Motion", "Mean Menger curvature by the mean step, so that scale does not matter."),
        "growth": translate(
            "Motion",
            "a in distance from the start ~ steps^a: 1 straight on, 0.5 a random walk, 0 no movement away.",
        ),
        "recurrence": translate(
            "Motion",
            "Of the nearest 10 % of all pairs of positions, how many continue along a diagonal: pieces of the path are "
            "walked again (DET).",
        ),
        "entropy": translate("Motion", "Lag-1 autocorrelation of the entropy of the next token."),
        "fan cosine": translate("Motion", "Mean cosine of two candidates' states around the middle of the space."),
        "fan length": translate("Motion", "Length of the mean direction from the current point to the candidates."),
        "fan turn": translate("Motion", "Lag-1 autocorrelation of the fan's direction."),
    }[law]


def control_name(control: str) -> str:
    """A control, for labels."""
    return {
        "shuffled": translate("Motion", "shuffled order"),
        "walk": translate("Motion", "random walk"),
        "mixed": translate("Motion", "mixed candidates"),
        "random": translate("Motion", "random tokens"),
        "other": translate("Motion", "another step's fan"),
    }[control]


def control_tip(control: str) -> str:
    """What a control is."""
    return {
        "shuffled": translate("Motion", "the same positions in another order, mean of 200"),
        "walk": translate("Motion", "steps of the same lengths in random directions, mean of 200"),
        "mixed": translate("Motion", "candidates of other steps of the same text, one of each"),
        "random": translate(
            "Motion", "tokens of about the same frequency put after the same text: they share all but the choice"
        ),
        "other": translate("Motion", "the whole fan of another step of the same text, seen from this point"),
    }[control]


def rule() -> str:
    """When a law counts."""
    return translate(
        "Motion",
        "A law counts where the difference from every control leaves out 0 at 1 − 0.05 / {n} (bootstrap over texts, "
        "corrected for {n} comparisons), with one sign.",
    ).format(n=len(ROWS))


def beyond(found: Laws, which: int, line: int) -> int:
    """1 or -1 where a row is beyond chance, above or below its control; 0 where it is not."""
    low, high = float(found.strict_low[which, line]), float(found.strict_high[which, line])
    return 1 if low > 0 else -1 if high < 0 else 0


def verdicts(found: Laws, which: int) -> dict[str, int]:
    """Law -> 1, -1 or 0: beyond chance against every control, with one sign. Those that are not known are left out."""
    made = {}
    for law, _ in LAWS:
        lines = [at for at, (name, _) in enumerate(ROWS) if name == law]
        known = [at for at in lines if found.strict_low[which, at] == found.strict_low[which, at]]
        signs = {beyond(found, which, at) for at in known}
        if known:
            made[law] = signs.pop() if len(signs) == 1 else 0
    return made


def conclusion(found: Laws) -> str:
    """What the numbers say, in the full space and on the map."""
    if not verdicts(found, FULL):
        return translate(
            "Motion",
            "At least {n} texts are needed to tell a law from chance: of fewer all may lie on one side by luck.",
        ).format(n=FEWEST)
    said = [_concluded(found, FULL, translate("Motion", "All dimensions"))]
    if found.on_map:
        said.append(_concluded(found, MAP, translate("Motion", "On the map")))
    lines = [at for at, (law, _) in enumerate(ROWS) if law == "fan length"]
    if not any(beyond(found, FULL, at) for at in lines[:1]) or found.gap[FULL, lines[0]] < 0:
        said.append(
            translate(
                "Motion",
                "The fan's resultant length {own} is not a direction of its own: another step's fan has {other} from "
                "the "
                "same point.",
            ).format(own=fixed(found.mean[FULL, lines[0]], 2), other=fixed(found.control[FULL, lines[0]], 2))
        )
    return sentences(*said)


def _concluded(found: Laws, which: int, where: str) -> str:
    passed = [law for law, sign in verdicts(found, which).items() if sign]
    if not passed:
        return translate("Motion", "{where}: no law beyond chance here.").format(where=where)
    parts = []
    for law in passed:
        line = next(at for at, (name, _) in enumerate(ROWS) if name == law)
        parts.append(
            translate("Motion", "{law} {own} (chance {control})").format(
                law=law_name(law), own=fixed(found.mean[which, line], 2), control=fixed(found.control[which, line], 2)
            )
        )
    return translate("Motion", "{where}, beyond chance: {laws}.").format(where=where, laws=listed(parts))


def saturated(found: Dimension, value: float) -> str:
    """The dimension of the Gaussian cloud of as many points that reads as `value`."""
    known, true = found.control_nearest, found.true.astype(np.float64)
    if not np.isfinite(value):
        return "–"
    if value >= known[-1]:
        return f"≥{NBSP}{int(true[-1])}"
    if value <= known[0]:
        return f"≤{NBSP}{int(true[0])}"
    return f"{np.exp(np.interp(np.log(value), np.log(known), np.log(true))):z.0f}"

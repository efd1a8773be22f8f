"""What a contrast of two sets of texts found, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.labs.language_neurons.records import Contrast
from viz.charts.set_names import set_name

translate = QCoreApplication.translate  # by this name its texts are collected


def contrast_in_words(found: Contrast) -> str:
    """How many neurons tell the sets apart, how many would by chance, and what the best does on texts held out."""
    chance = f"{found.n_by_chance:z,.1f}" if found.n_by_chance < 99.5 else f"{found.n_by_chance:z,.0f}"
    return (
        translate(
            "Contrast",
            "{n_a} texts of {a} against {n_b} of {b}. {tried} neurons were tried: {passed} reach an AUC of at least "
            "{at} (or at most 1 − {at}); with shuffled labels {chance} do. The neuron that is best on four fifths "
            "of the texts has an AUC of {best} on the held-out fifth. {note}",
        )
        .format(
            n_a=found.n_a,
            a=set_name(found.a),
            n_b=found.n_b,
            b=set_name(found.b),
            tried=f"{found.n_tried:,}",
            passed=f"{found.n_pass:,}",
            at=f"{found.threshold:z.3f}",
            chance=chance,
            best=f"{found.best_held_out:z.3f}",
            note=found.note,
        )
        .strip()
    )

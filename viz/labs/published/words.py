"""What the view of published dictionaries says of one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.dictionaries.records import DictionaryInfo
from engine.labs.published.records import PublishedMeasured, PublishedOpened
from viz.charts.numbers import fixed, percent
from viz.in_language import in_language
from viz.joined import sentences

translate = QCoreApplication.translate  # by this name its texts are collected


def heading(info: DictionaryInfo) -> str:
    """What it is called, whose format it has, and where it reads."""
    return translate("Published", "{title} ({format}): {n} features of {where}").format(
        title=info.title, format=info.format, n=f"{info.width:,}", where=in_language(info.hook.in_words)
    )


def activation_words(info: DictionaryInfo) -> str:
    """What becomes of a latent's pre-activation."""
    return {
        "topk": translate("Published", "the {k} largest are active (TopK)").format(k=info.k),
        "relu": translate("Published", "what is above 0 is active (ReLU)"),
        "jumprelu": translate("Published", "what is above a feature's own threshold is active (JumpReLU)"),
        "gated": translate("Published", "what is above 0 is active where a gate is open (gated)"),
    }[info.activation]


def normalising_words(info: DictionaryInfo, factor: float) -> str:
    """What is done to activations before they are read."""
    if info.normalising == "fixed" and factor != 1:
        return translate("Published", "activations are multiplied by {factor}").format(factor=fixed(factor, 4))
    return {
        "fixed": translate("Published", "activations are read as they are"),
        "position": translate("Published", "each position is brought to mean 0 and standard deviation 1"),
        "mean": translate("Published", "each position's own mean is subtracted"),
        "length": translate("Published", "each position is brought to the same length"),
    }[info.normalising]


def facts(found: PublishedOpened, factor: float = 1.0) -> str:
    """What its files tell, and how it stands to the model."""
    info = found.info
    read = translate("Published", "It reads {d} numbers: {normalising}; {activation}.").format(
        d=f"{info.d:,}", normalising=normalising_words(info, factor), activation=activation_words(info)
    )
    if found.why_not:
        fits = found.why_not
    elif found.same_model is None:
        fits = translate("Published", "It does not name its model; its width fits {model}.").format(model=found.loaded)
    elif found.same_model:
        fits = translate("Published", "It is of {model}, which is loaded.").format(model=info.model)
    else:
        fits = translate(
            "Published", "It was made on {model}, but {loaded} is loaded: the scores tell whether it is of use there."
        ).format(model=info.model, loaded=found.loaded)
    lacks = ""
    if found.lacks_factor and factor == 1:
        lacks = translate("Published", "It lacks the factor that activations are scaled by: “Measure” finds it.")
    return sentences(read, fits, lacks, info.note)


def scores(found: PublishedMeasured) -> str:
    """What was measured, beside the control."""
    its, control = found.scores, found.dealt
    first = translate(
        "Published",
        "Loss recovered {recovered}, explained variance {explained}, {active} features active at a position, {dead} "
        "never active, KL {kl} nats: over {n} tokens of {title}.",
    ).format(
        recovered=percent(its.recovered), explained=percent(its.explained), active=fixed(its.active, 1),
        dead=percent(its.dead), kl=fixed(its.kl, 3), n=f"{found.tokens:,}", title=found.title,
    )  # fmt: skip
    second = translate(
        "Published", "With its decoder dealt anew it recovers {recovered} and explains {explained}."
    ).format(recovered=share(control.recovered), explained=share(control.explained))
    return sentences(first, second)


def share(value: float) -> str:
    """A share that may be below 0, as percent."""
    return percent(value) if value >= 0 or value != value else f"−{percent(-value)}"

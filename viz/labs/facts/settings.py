"""What can be set in the views of facts. The fact itself is chosen in the first view; the sweep takes it from there."""

from __future__ import annotations

from engine.labs.facts.records import METHODS
from viz.lab import QT_TRANSLATE_NOOP
from viz.ui_state import Option

OWNER = "facts"
LINEAR, LOG = "linear", "log"
METHOD = Option(
    "method",
    QT_TRANSLATE_NOOP("FactsView", "Method"),
    "choice",
    METHODS[0],
    choices=METHODS,
    shown=(
        QT_TRANSLATE_NOOP("FactsView", "rank one (ROME)"),
        QT_TRANSLATE_NOOP("FactsView", "several layers (MEMIT)"),
        QT_TRANSLATE_NOOP("FactsView", "fine-tuning one matrix"),
    ),
    tip=QT_TRANSLATE_NOOP(
        "FactsView",
        "Rank one changes one line of one down projection, for one fact. “several layers” spreads several facts over "
        "layers. Fine-tuning changes every number of one matrix.",
    ),
)
LAYER = Option(
    "layer",
    QT_TRANSLATE_NOOP("FactsView", "Layer"),
    "integer",
    2,
    low=0,
    high=255,
    tip=QT_TRANSLATE_NOOP("FactsView", "The layer whose MLP is edited; of several layers the last one."),
)
SPAN = Option(
    "span",
    QT_TRANSLATE_NOOP("FactsView", "Layers together"),
    "integer",
    3,
    low=1,
    high=32,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("FactsView", "For “several layers”: how many layers, up to the chosen one, share the edit."),
)
STRENGTH = Option(
    "strength",
    QT_TRANSLATE_NOOP("FactsView", "Strength"),
    "number",
    1.0,
    low=0.0,
    high=1.0,
    step=0.1,
    tip=QT_TRANSLATE_NOOP("FactsView", "The part of the edit that is made, up to 1 for all of it."),
)
SCALE = Option(
    "scale",
    QT_TRANSLATE_NOOP("FactsView", "Axis"),
    "choice",
    LINEAR,
    choices=(LINEAR, LOG),
    shown=(QT_TRANSLATE_NOOP("FactsView", "linear"), QT_TRANSLATE_NOOP("FactsView", "log")),
    tip=QT_TRANSLATE_NOOP("FactsView", "How probabilities are drawn: a log axis tells small ones apart."),
)
PROMPT = Option(
    "prompt",
    QT_TRANSLATE_NOOP("FactsView", "Prompt"),
    "text",
    "The capital of France is",
    in_bar=False,
    long=True,
    tip=QT_TRANSLATE_NOOP("FactsView", "A prompt that ends just before the answer that states the fact."),
)
SUBJECT = Option(
    "subject",
    QT_TRANSLATE_NOOP("FactsView", "Subject"),
    "text",
    "France",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("FactsView", "Words of the prompt that the fact is about, exactly as they stand in it."),
)
TARGET = Option(
    "target",
    QT_TRANSLATE_NOOP("FactsView", "New answer"),
    "text",
    "Rome",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("FactsView", "What the model is to answer after the edit."),
)
MORE = Option(
    "more",
    QT_TRANSLATE_NOOP("FactsView", "Further facts"),
    "text",
    "",
    in_bar=False,
    long=True,
    tip=QT_TRANSLATE_NOOP(
        "FactsView",
        "Other subjects in the same prompt with their new answers, such as “Germany: Vienna; Spain: Lisbon”. All are "
        "edited at once.",
    ),
)
PATH = Option(
    "path",
    QT_TRANSLATE_NOOP("FactsView", "Own facts"),
    "text",
    "",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "FactsView",
        "A CSV file with the columns prompt, subject and answer, whose rows judge the edit; empty for the bundled "
        "facts.",
    ),
)
STEPS = Option(
    "steps",
    QT_TRANSLATE_NOOP("FactsView", "Steps"),
    "integer",
    20,
    low=1,
    high=200,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("FactsView", "Steps of Adam that seek the new value, or change the matrix."),
)
RATE = Option(
    "rate",
    QT_TRANSLATE_NOOP("FactsView", "Learning rate"),
    "number",
    0.5,
    low=0.01,
    high=5.0,
    step=0.1,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("FactsView", "How large each step of Adam is."),
)
OPTIONS = (METHOD, LAYER, STRENGTH, SCALE, PROMPT, SUBJECT, TARGET, MORE, PATH, SPAN, STEPS, RATE)

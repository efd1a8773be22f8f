"""What a person chooses before a dictionary is trained, shared by the two views: where, on what, by which recipe."""

from __future__ import annotations

import math
from typing import Any, Final

from engine.dictionaries.records import HOOK_KINDS, Hook, Recipe
from engine.errors import InputRefused, shown
from engine.labs.dictionary_training.records import DEFAULT, LARGEST_BATCH, MOST_STEPS, SAMPLE, WIDEST
from engine.run import Run
from engine.sentences import say
from viz.intents import SetOption
from viz.lab import QT_TRANSLATE_NOOP
from viz.ui_state import Option, UiState

OWNER: Final = "dictionary_training"
NOVELS, OWN = "novels", "own"
TEXTS: Final = (NOVELS, SAMPLE, OWN)
SPARSE: Final = ("topk", "relu")  # how few are active, as a recipe names it
GENTLE, HARSH = "7e-4", "0.02"  # rates: the first kills no latent, the second most of them

KIND = Option(
    "kind", QT_TRANSLATE_NOOP("DictionaryTrainingView", "Reads"), "choice", DEFAULT.hook.kind, choices=HOOK_KINDS,
    shown=(
        QT_TRANSLATE_NOOP("DictionaryTrainingView", "residual stream"),
        QT_TRANSLATE_NOOP("DictionaryTrainingView", "attention output"),
        QT_TRANSLATE_NOOP("DictionaryTrainingView", "MLP output"),
        QT_TRANSLATE_NOOP("DictionaryTrainingView", "neurons"),
    ),
    tip=QT_TRANSLATE_NOOP(
        "DictionaryTrainingView",
        "Which activations the dictionary learns: the residual stream after the layer, what attention or MLP adds in "
        "it, or its neurons.",
    ),
)  # fmt: skip
LAYER = Option(
    "layer", QT_TRANSLATE_NOOP("DictionaryTrainingView", "Layer"), "integer", -1, low=-1, high=999,
    least=QT_TRANSLATE_NOOP("DictionaryTrainingView", "middle"),
    tip=QT_TRANSLATE_NOOP(
        "DictionaryTrainingView", "The layer whose activations are learned, counted from 0; -1 is one in the middle."
    ),
)  # fmt: skip
TEXT = Option(
    "text", QT_TRANSLATE_NOOP("DictionaryTrainingView", "Text"), "choice", NOVELS, choices=TEXTS,
    shown=(
        QT_TRANSLATE_NOOP("DictionaryTrainingView", "novels"),
        QT_TRANSLATE_NOOP("DictionaryTrainingView", "short sample"),
        QT_TRANSLATE_NOOP("DictionaryTrainingView", "own file"),
    ),
    tip=QT_TRANSLATE_NOOP(
        "DictionaryTrainingView",
        "What the model reads meanwhile: the bundled novels, the bundled sample, or a text file of your own.",
    ),
)  # fmt: skip
FILE = Option(
    "file", QT_TRANSLATE_NOOP("DictionaryTrainingView", "Own text file"), "text", "", in_bar=False,
    tip=QT_TRANSLATE_NOOP("DictionaryTrainingView", "The path of a text file in UTF-8, for the text “own file”."),
)  # fmt: skip
ACTIVATION = Option(
    "activation", QT_TRANSLATE_NOOP("DictionaryTrainingView", "Activation"), "choice", DEFAULT.activation,
    choices=SPARSE,
    shown=(
        QT_TRANSLATE_NOOP("DictionaryTrainingView", "TopK + AuxK"),
        QT_TRANSLATE_NOOP("DictionaryTrainingView", "ReLU + L1"),
    ),
    tip=QT_TRANSLATE_NOOP(
        "DictionaryTrainingView",
        "How few features are kept active: the k largest, with an auxiliary loss that revives dead ones, as in "
        "OpenAI's code; or a penalty on the sum of the activations.",
    ),
)  # fmt: skip
WIDTH = Option(
    "width", QT_TRANSLATE_NOOP("DictionaryTrainingView", "Features"), "integer", DEFAULT.width, low=8, high=WIDEST,
    step=512, tip=QT_TRANSLATE_NOOP("DictionaryTrainingView", "How many features the dictionary has: its width."),
)  # fmt: skip
K = Option(
    "k", QT_TRANSLATE_NOOP("DictionaryTrainingView", "k"), "integer", DEFAULT.k, low=1, high=4_096,
    tip=QT_TRANSLATE_NOOP("DictionaryTrainingView", "With TopK: how many features may be active at a position."),
)  # fmt: skip
L1 = Option(
    "l1", QT_TRANSLATE_NOOP("DictionaryTrainingView", "L1 weight"), "number", DEFAULT.l1, low=0.0, high=10.0,
    step=0.001, in_bar=False,
    tip=QT_TRANSLATE_NOOP("DictionaryTrainingView", "With ReLU: how heavily the sum of the activations is penalised."),
)  # fmt: skip
STEPS = Option(
    "steps", QT_TRANSLATE_NOOP("DictionaryTrainingView", "Steps"), "integer", DEFAULT.steps, low=1, high=MOST_STEPS,
    step=50, tip=QT_TRANSLATE_NOOP("DictionaryTrainingView", "The training ends by itself after so many steps."),
)  # fmt: skip
RATE = Option(
    "rate", QT_TRANSLATE_NOOP("DictionaryTrainingView", "Learning rate"), "text", GENTLE, in_bar=False,
    tip=QT_TRANSLATE_NOOP("DictionaryTrainingView", "How large each step of Adam is, such as 7e-4 or 0.02."),
)  # fmt: skip
BATCH = Option(
    "batch", QT_TRANSLATE_NOOP("DictionaryTrainingView", "Batch"), "integer", DEFAULT.batch, low=1, high=LARGEST_BATCH,
    step=256, in_bar=False, tip=QT_TRANSLATE_NOOP("DictionaryTrainingView", "Positions in each step."),
)  # fmt: skip
TOKENS = Option(
    "tokens", QT_TRANSLATE_NOOP("DictionaryTrainingView", "Tokens"), "integer", DEFAULT.tokens, low=256,
    high=100_000_000, step=10_000, in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "DictionaryTrainingView",
        "How much of the text is read at most. The batches are drawn from what was read, again and again.",
    ),
)  # fmt: skip
SEED = Option(
    "seed", QT_TRANSLATE_NOOP("DictionaryTrainingView", "Seed"), "integer", DEFAULT.seed, low=0, high=999_999,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("DictionaryTrainingView", "Decides the initial weights and the order of the positions."),
)  # fmt: skip
ATTEMPT = Option(
    "attempt", QT_TRANSLATE_NOOP("DictionaryTrainingView", "Attempt"), "integer", 0, low=0, high=10**9, in_bar=False,
    tip=QT_TRANSLATE_NOOP("DictionaryTrainingView", "Each rewind begins another one, with the same initial weights."),
)  # fmt: skip
TITLE = Option(
    "title", QT_TRANSLATE_NOOP("DictionaryTrainingView", "Name"), "text", "", in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "DictionaryTrainingView", "What the dictionary is called when it is saved; empty: a name made of its settings."
    ),
)  # fmt: skip
SAVING = Option(
    "saving", QT_TRANSLATE_NOOP("DictionaryTrainingView", "Being saved"), "integer", -1, low=-1, high=MOST_STEPS,
    least=QT_TRANSLATE_NOOP("DictionaryTrainingView", "none"), in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "DictionaryTrainingView",
        "The step of the dictionary that is being saved, which is chosen when it is there; -1 is none.",
    ),
)  # fmt: skip
OPTIONS = (
    KIND, LAYER, TEXT, ACTIVATION, WIDTH, K, STEPS, RATE, BATCH, TOKENS, SEED, L1, FILE, TITLE, ATTEMPT, SAVING,
)  # fmt: skip


def chosen(ui: UiState, option: Option) -> Any:
    """The value of one of the choices."""
    return ui.option(OWNER, option)


def choose(option: Option, value: Any) -> SetOption:
    """The intent that changes one."""
    return SetOption(OWNER, option.name, value)


def rate_of(text: str) -> float:
    """The learning rate that is typed. Raises InputRefused."""
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = math.nan
    if not 0 < value <= 1e6:
        raise InputRefused(
            say("The learning rate should be a number above 0, such as 7e-4, but {text} was met.",
                text=shown(text, 40) or "—")
        )  # fmt: skip
    return value


def text_of(ui: UiState) -> str:
    """The text as a recipe names it. Raises InputRefused: an own file is wanted, and none is named."""
    kind = str(chosen(ui, TEXT))
    if kind != OWN:
        return "" if kind == NOVELS else SAMPLE
    path = str(chosen(ui, FILE)).strip()
    if not path:
        raise InputRefused(say("Choose a text file of your own with “Browse…”, or another text."))
    return path


def layer_of(run: Run, ui: UiState) -> int:
    """The layer chosen, of the model that is there."""
    layer = int(chosen(ui, LAYER))
    if layer >= 0:
        return layer
    return 2 * run.info.n_layers // 5 if run.info is not None else DEFAULT.hook.layer


def recipe_of(run: Run, ui: UiState) -> Recipe:
    """The recipe chosen. Raises InputRefused: what is typed makes none."""
    relu = str(chosen(ui, ACTIVATION)) == "relu"
    width, k = int(chosen(ui, WIDTH)), int(chosen(ui, K))
    if not relu and k > width:
        raise InputRefused(
            say("Of {width:,} features no {k:,} can be active at once. Choose a smaller k, or more features.",
                width=width, k=k)
        )  # fmt: skip
    return Recipe(
        Hook(chosen(ui, KIND), layer_of(run, ui)), width, "relu" if relu else "topk", k,
        l1=float(chosen(ui, L1)), rate=rate_of(str(chosen(ui, RATE))), batch=int(chosen(ui, BATCH)),
        steps=int(chosen(ui, STEPS)), seed=int(chosen(ui, SEED)), text=text_of(ui), tokens=int(chosen(ui, TOKENS)),
    )  # fmt: skip


def settings_of(recipe: Recipe) -> tuple[SetOption, ...]:
    """What makes the options those of a recipe."""
    kind = NOVELS if not recipe.text else SAMPLE if recipe.text == SAMPLE else OWN
    values: list[tuple[Option, Any]] = [
        (KIND, recipe.hook.kind), (LAYER, recipe.hook.layer), (TEXT, kind), (ACTIVATION, recipe.activation),
        (WIDTH, recipe.width), (K, recipe.k), (STEPS, recipe.steps), (RATE, f"{recipe.rate:g}"), (BATCH, recipe.batch),
        (TOKENS, recipe.tokens), (SEED, recipe.seed), (L1, recipe.l1),
    ]  # fmt: skip
    if kind == OWN:
        values.append((FILE, recipe.text))
    return tuple(choose(option, value) for option, value in values)

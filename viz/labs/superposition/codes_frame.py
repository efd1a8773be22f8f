"""What the view of codes shows: four made codes of the same things, or a language model's states of phrases."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.labs.superposition.records import AskCodes, AskProduct, Codes, Product
from engine.questions import Refused
from engine.run import Run
from viz.lab import QT_TRANSLATE_NOOP
from viz.ui_state import Option, UiState

OWNER = "codes"
PAGES = ("made", "model")
MADE, MODEL = PAGES
PAGE_WORDS = (QT_TRANSLATE_NOOP("CodesView", "made codes"), QT_TRANSLATE_NOOP("CodesView", "the loaded model"))
PLACES = ("word", "end")
PLACE_WORDS = (
    QT_TRANSLATE_NOOP("CodesView", "at the second word"),
    QT_TRANSLATE_NOOP("CodesView", "at the end of the text"),
)
TEMPLATES = (
    "There is a {first} {second} on the table.\nShe drew one {first} {second} with a pen.\n"
    "Look at the {first} {second} over there.\nThe {first} {second} was the largest of all.\n"
    "He bought a {first} {second} yesterday."
)

PAGE = Option(
    "show",
    QT_TRANSLATE_NOOP("CodesView", "Show"),
    "choice",
    MADE,
    choices=PAGES,
    shown=PAGE_WORDS,
    tip=QT_TRANSLATE_NOOP(
        "CodesView", "Codes that are made here and understood as a whole, or the hidden states of the loaded model."
    ),
)
FIRSTS = Option(
    "firsts",
    QT_TRANSLATE_NOOP("CodesView", "Colours"),
    "integer",
    4,
    low=2,
    high=12,
    tip=QT_TRANSLATE_NOOP("CodesView", "How many colours the made codes have."),
)
SECONDS = Option(
    "seconds",
    QT_TRANSLATE_NOOP("CodesView", "Shapes"),
    "integer",
    4,
    low=2,
    high=12,
    tip=QT_TRANSLATE_NOOP("CodesView", "How many shapes the made codes have."),
)
WIDTH = Option(
    "width",
    QT_TRANSLATE_NOOP("CodesView", "Dimensions"),
    "integer",
    6,
    low=1,
    high=24,
    tip=QT_TRANSLATE_NOOP(
        "CodesView", "Of the superposed code and of the control; fewer than colours and shapes together interfere."
    ),
)
NOISE = Option(
    "noise",
    QT_TRANSLATE_NOOP("CodesView", "Noise"),
    "number",
    0.1,
    low=0.0,
    high=2.0,
    step=0.05,
    tip=QT_TRANSLATE_NOOP("CodesView", "Standard deviation of the noise in each dimension."),
)
SEED = Option(
    "seed",
    QT_TRANSLATE_NOOP("CodesView", "Seed"),
    "integer",
    0,
    low=0,
    high=9999,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("CodesView", "Of directions, noise and the words that are dealt at random."),
)
PLACE = Option(
    "place",
    QT_TRANSLATE_NOOP("CodesView", "State"),
    "choice",
    PLACES[0],
    choices=PLACES,
    shown=PLACE_WORDS,
    tip=QT_TRANSLATE_NOOP("CodesView", "Which token's hidden state stands for the phrase in the loaded model."),
)
FIRST_WORDS = Option(
    "first_words",
    QT_TRANSLATE_NOOP("CodesView", "First words"),
    "text",
    "red, blue, green, yellow, black",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("CodesView", "2 to 12 words for {first}, parted by commas; the first property."),
)
SECOND_WORDS = Option(
    "second_words",
    QT_TRANSLATE_NOOP("CodesView", "Second words"),
    "text",
    "circle, square, triangle, star, cross",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("CodesView", "2 to 12 words for {second}, parted by commas; the second property."),
)
TEXTS = Option(
    "templates",
    QT_TRANSLATE_NOOP("CodesView", "Templates"),
    "text",
    TEMPLATES,
    in_bar=False,
    long=True,
    tip=QT_TRANSLATE_NOOP("CodesView", "Texts with {first} and {second} in them, one on each line."),
)
OPTIONS = (PAGE, FIRSTS, SECONDS, WIDTH, NOISE, SEED, PLACE, FIRST_WORDS, SECOND_WORDS, TEXTS)


@dataclass(frozen=True)
class CodesFrame:
    """One page, what it asks, and what was found."""

    page: str
    asked: AskCodes | AskProduct
    codes: Codes | None
    product: Product | None
    why_not: str
    first_names: tuple[str, ...]  # of the made codes
    second_names: tuple[str, ...]
    ui: UiState  # of this view alone


def words_of(text: str) -> tuple[str, ...]:
    """What is typed between commas."""
    return tuple(word for part in re.split(r"[,，\n]", text) if (word := part.strip()))


def templates_of(text: str) -> tuple[str, ...]:
    """The lines of a text that are not empty."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def codes_frame(run: Run, ui: UiState) -> CodesFrame:
    """Of the page that is chosen."""
    mine = ui.options.get(OWNER, {})
    value = {option.name: mine.get(option.name, option.default) for option in OPTIONS}
    firsts, seconds = words_of(str(value["first_words"])), words_of(str(value["second_words"]))
    k, s, page = int(value["firsts"]), int(value["seconds"]), str(value["show"])
    seed = int(value["seed"])
    asked: AskCodes | AskProduct = AskCodes(k, s, int(value["width"]), float(value["noise"]), seed)
    if page == MODEL:
        at_end = value["place"] == PLACES[1]
        asked = AskProduct(firsts, seconds, templates_of(str(value["templates"])), at_end, seed)
    found = run.findings.get(asked)
    own = UiState()
    for option in OPTIONS:
        own = own.with_option(OWNER, option.name, value[option.name])
    return CodesFrame(
        page, asked, found if isinstance(found, Codes) else None, found if isinstance(found, Product) else None,
        found.sentence if isinstance(found, Refused) else "", _named(firsts, k), _named(seconds, s), own,
    )  # fmt: skip


def _named(words: tuple[str, ...], n: int) -> tuple[str, ...]:
    """n names: the typed words, then numbers."""
    return (*words[:n], *(f"{at + 1}" for at in range(len(words), n)))

"""What can be set in the view of features."""

from __future__ import annotations

from viz.lab import QT_TRANSLATE_NOOP
from viz.ui_state import Option

OWNER = "features"
ALL, HERE, EFFECT, TOKEN, CONTRAST, STARRED = "all", "here", "effect", "token", "contrast", "starred"
BY = (ALL, HERE, EFFECT, TOKEN, CONTRAST, STARRED)
BY_WORDS = (
    QT_TRANSLATE_NOOP("FeaturesView", "all of the dictionary"),
    QT_TRANSLATE_NOOP("FeaturesView", "active at the selected token"),
    QT_TRANSLATE_NOOP("FeaturesView", "by effect on the next token"),
    QT_TRANSLATE_NOOP("FeaturesView", "most active at a token"),
    QT_TRANSLATE_NOOP("FeaturesView", "contrast of two text sets"),
    QT_TRANSLATE_NOOP("FeaturesView", "starred, labelled or listed"),
)
ACTIVE, WRITES, FEEDS, TRY = "contexts", "writes", "feeds", "try"
PAGES = (ACTIVE, WRITES, FEEDS, TRY)
PAGE_WORDS = (
    QT_TRANSLATE_NOOP("FeaturesView", "where it is active"),
    QT_TRANSLATE_NOOP("FeaturesView", "what it writes"),
    QT_TRANSLATE_NOOP("FeaturesView", "what feeds it, and neighbours"),
    QT_TRANSLATE_NOOP("FeaturesView", "in a typed text"),
)
EVERY = "all"
SHOWN_RANGES = (EVERY, "top", "upper", "middle", "random")
RANGE_WORDS = (
    QT_TRANSLATE_NOOP("FeaturesView", "some of each range"),
    QT_TRANSLATE_NOOP("FeaturesView", "the strongest"),
    QT_TRANSLATE_NOOP("FeaturesView", "upper third of the range"),
    QT_TRANSLATE_NOOP("FeaturesView", "middle third of the range"),
    QT_TRANSLATE_NOOP("FeaturesView", "drawn at random"),
)
BOTH, NOVELS, SAMPLE, FILE = "both", "novels", "sample", "file"
TEXTS = (BOTH, NOVELS, SAMPLE, FILE)
TEXT_WORDS = (
    QT_TRANSLATE_NOOP("FeaturesView", "the bundled sample and novels"),
    QT_TRANSLATE_NOOP("FeaturesView", "the bundled novels"),
    QT_TRANSLATE_NOOP("FeaturesView", "the bundled sample"),
    QT_TRANSLATE_NOOP("FeaturesView", "a file of yours"),
)


def _text(name: str, label: str, tip: str, default: str = "", long: bool = False) -> Option:
    return Option(name, label, "text", default, in_bar=False, tip=tip, long=long)


OPTIONS = (
    Option(
        "by", QT_TRANSLATE_NOOP("FeaturesView", "Features"), "choice", ALL, choices=BY, shown=BY_WORDS,
        tip=QT_TRANSLATE_NOOP("FeaturesView", "Which features the list holds, and by what they are found."),
    ),
    Option(
        "page", QT_TRANSLATE_NOOP("FeaturesView", "Show"), "choice", ACTIVE, choices=PAGES, shown=PAGE_WORDS,
        tip=QT_TRANSLATE_NOOP("FeaturesView", "What is shown of the chosen feature."),
    ),
    Option(
        "range", QT_TRANSLATE_NOOP("FeaturesView", "Contexts"), "choice", EVERY, choices=SHOWN_RANGES,
        shown=RANGE_WORDS,
        tip=QT_TRANSLATE_NOOP(
            "FeaturesView",
            "From which activations the contexts are: what is weakly active often says something else than what is "
            "strongest.",
        ),
    ),
    Option(
        "text", QT_TRANSLATE_NOOP("FeaturesView", "Text"), "choice", BOTH, choices=TEXTS, shown=TEXT_WORDS,
        in_bar=False, tip=QT_TRANSLATE_NOOP("FeaturesView", "The text that the features are read over."),
    ),
    Option(
        "tokens", QT_TRANSLATE_NOOP("FeaturesView", "Tokens to read"), "integer", 30_000, low=2_000, high=2_000_000,
        step=10_000, in_bar=False,
        tip=QT_TRANSLATE_NOOP(
            "FeaturesView", "How much of the text is read, in tokens: pieces at even distances where it is longer."
        ),
    ),
    Option(
        "measured", QT_TRANSLATE_NOOP("FeaturesView", "Measured"), "integer", 16, low=2, high=100, step=2,
        in_bar=False,
        tip=QT_TRANSLATE_NOOP(
            "FeaturesView",
            "How many features with the largest estimated effect are zeroed to measure it, and as many drawn at "
            "random beside them.",
        ),
    ),
    _text("find", QT_TRANSLATE_NOOP("FeaturesView", "Find"), QT_TRANSLATE_NOOP(
        "FeaturesView", "A number such as F12, or a part of a label, a note or the name of a list.")),
    _text("at", QT_TRANSLATE_NOOP("FeaturesView", "At the token"), QT_TRANSLATE_NOOP(
        "FeaturesView", "The token at which features are to be most active, over the text that was read.")),
    _text("token", QT_TRANSLATE_NOOP("FeaturesView", "Next token"), QT_TRANSLATE_NOOP(
        "FeaturesView", "The token whose log-probability counts.")),
    _text("a", QT_TRANSLATE_NOOP("FeaturesView", "Texts"), QT_TRANSLATE_NOOP(
        "FeaturesView",
        "One text on each line or parted by |, a UTF-8 file with one text per line, or a bundled set: french, "
        "german, chinese, english, code, numbers."), "french", long=True),
    _text("b", QT_TRANSLATE_NOOP("FeaturesView", "against"), QT_TRANSLATE_NOOP(
        "FeaturesView", "The texts that they are compared with, written in the same way."), "english", long=True),
    _text("typed", QT_TRANSLATE_NOOP("FeaturesView", "Typed text"), QT_TRANSLATE_NOOP(
        "FeaturesView", "A text to see where in it the feature is active."), long=True),
    _text("file", QT_TRANSLATE_NOOP("FeaturesView", "File"), QT_TRANSLATE_NOOP(
        "FeaturesView", "A UTF-8 file to read the features over.")),
)  # fmt: skip

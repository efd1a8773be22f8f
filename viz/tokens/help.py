"""What the views of tokens say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "token_strip": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The model's own tokenizer cuts the text. A token's colour is its surprisal, −log₂ of the probability that "
            "the model gave it from all that stands before it, at temperature 1 whatever the sampling was.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp", "Click a token: every view shows the model at that position. Drag along the strip to scrub."
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Write a word with a spelling mistake and compare: it is mostly cut into more tokens, and they are "
                "more surprising.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Sennrich, Haddow and Birch 2016 (byte-pair encoding); Shannon 1948 (the information of a symbol).",
        ),
    ),
    "next_token": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "One forward pass gives a logit for every token of the vocabulary; softmax at temperature 1 turns them "
            "into probabilities. “As sampled” applies temperature, top-k, top-p, min-p and the repetition penalty as "
            "the sampling does.",
        ),
        (
            QT_TRANSLATE_NOOP("ViewHelp", "Click a token that is not the most likely one: the text continues with it."),
            QT_TRANSLATE_NOOP(
                "ViewHelp", "Choose “As sampled” and move the temperature: the order stays, the differences change."
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp", "Bengio and others 2003 (neural language models); Holtzman and others 2020 (top-p sampling)."
        ),
    ),
}

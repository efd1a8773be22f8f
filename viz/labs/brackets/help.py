"""What the views of the bracket model say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "brackets": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The bracket model is a small transformer: the one shown at first has two layers of width 128 with 8 "
            "heads, and was trained on strings of up to 40 brackets. After every prefix its probabilities of (, ) and "
            "End are set beside what the language allows, which is known exactly: after a prefix with open brackets "
            "End is invalid, at depth 0 a closing one is. Wrong is a prefix whose top prediction is invalid. With "
            "nothing typed, the shortest failure is shown that a search found in 600 random strings and in strings "
            "that open and close the same number again and again.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Type (()) and read the last two places: as soon as everything is closed, ) is invalid and End is "
                "valid.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Clear the line: what does the model expect where it fails, and how many brackets would a correct end "
                "need, beside the length that it was trained on?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Move the slider of checkpoints: does the model fail on shorter strings earlier in its training?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?” (the parentheses language); the language "
            "is that of Dyck.",
        ),
    ),
    "brackets_training": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "A model of the chosen size is trained on random balanced strings whose numbers of pairs are equally "
            "likely, with AdamW and a learning rate that rises, then falls along a cosine. Loss, probability on valid "
            "symbols and top predictions are measured on strings that are held out of the training, by depth and by "
            "length. Strings of fewer than 5 pairs are too few to be held out. The training is saved every few "
            "seconds, and the same settings resume it exactly.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Before training move the slider of checkpoints through the stored training of the bundled model: "
                "which depths are learned last?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set “Layers” to 1 and press “Start”: does one layer learn the language, and how much later?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set “Language” to “( ) and [ ]”: now the model must know which bracket to close, not only how many.",
            ),
        ),
        QT_TRANSLATE_NOOP("ViewHelp", "Wolfram 2023 (the experiment); Loshchilov and Hutter 2019 (AdamW)."),
    ),
    "brackets_why": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "A linear probe, ridge regression of the depth on the standardised hidden states, is fitted for each "
            "layer on 120 random strings and tested on 120 others; beyond the trained length it is only tested. R² is "
            "1 where it reads the depth exactly and 0 where it does no better than the mean. “Switch off one "
            "component after the other” measures how much probability moves to invalid symbols without each head and "
            "neuron. A probe shows that depth is there, not that the model uses it.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Compare R² within the trained lengths and beyond: does the count end there, or does it become "
                "inexact?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp", "Set “Layer” to “input”, then go up: after which layer can the depth be read?"
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Switch “Beyond training” off and on and rotate the states: do longer strings continue the shape of "
                "the trained ones?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Alain and Bengio 2016 (linear probes); Hoerl and Kennard 1970 (ridge regression); Wolfram 2023 (the "
            "question).",
        ),
    ),
    "brackets_large": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The loaded language model is asked after every prefix of 16 random strings of 16 brackets, with one "
            "forward pass for each. Its tokens may join several brackets: all ways to split the string are added up, "
            "so that each next character gets one probability. The second count asks which of ) and the end is more "
            "likely; exactly one of them is valid, so guessing is correct half of the time. Bars are 95 % Wilson "
            "intervals.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press “Ask the model” and compare by depth: a counter is always correct, guessing is at 50 %.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Change “Prompt style” and ask again: how much of the result is the model, and how much the text "
                "before the string?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp", "Set “Strings” to “the string being tried” and type your own in “Brackets: try a string”."
            ),
        ),
        QT_TRANSLATE_NOOP("ViewHelp", "The comparison is Orrery's own; Wilson 1927 (intervals of proportions)."),
    ),
    "brackets_error": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "1,000 random strings are drawn so that each last depth is equally likely, and every prefix of them "
            "counts in the cell of its length and depth; “all up to 14” takes every valid prefix instead. The "
            "pictures show mean probabilities of invalid symbols and the fraction of prefixes whose top prediction is "
            "invalid. Right of the dashed line no training string can lie, since what is open must be closed as well. "
            "A cell with few prefixes is uncertain: point at it for their number.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp", "Compare both sides of the dashed line: do errors begin there, and at which depths first?"
            ),
            QT_TRANSLATE_NOOP("ViewHelp", "Click a cell: “Brackets: worst strings” lists its worst strings."),
            QT_TRANSLATE_NOOP(
                "ViewHelp", "Choose “all up to 14” under “Prefixes”: of the short strings nothing is left out."
            ),
        ),
        QT_TRANSLATE_NOOP("ViewHelp", "Wolfram 2023 (the failures by length); the map is Orrery's own."),
    ),
    "brackets_strings": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "In the selected cell of the error map up to 400 random prefixes are tried (all of them up to 14 brackets "
            "of one kind); the ten with the most probability on invalid symbols are listed, the worst first. The "
            "worst of a sample need not be the worst there is.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Click a cell of “Brackets: error map” just beyond the trained lengths, and read what the worst "
                "strings have in common.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Click a string: “Brackets: try a string” shows the prediction after each of its brackets. Was it "
                "already in doubt before?",
            ),
        ),
        QT_TRANSLATE_NOOP("ViewHelp", "Orrery's own."),
    ),
    "brackets_sequences": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "For 1 to 40 opening brackets in a row the model completes the string by its most likely symbol until it "
            "ends, or until an invalid bracket; on the dashed line it closes as many as were opened. Below stand its "
            "probabilities after as many closed as opened, where it may end, and one bracket earlier, where it may "
            "not. Where the strings are longer than any it was trained on, that is marked.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Find the first row that is wrong and click it: does the model end too early or close too often?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Move the slider of checkpoints in “Brackets: try a string”: how does the first wrong number move "
                "during training?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Compare the first wrong row with the trained length: n opening brackets make a string of 2n.",
            ),
        ),
        QT_TRANSLATE_NOOP("ViewHelp", "Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?”."),
    ),
    "brackets_lesson": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Every statement of the essay on the parentheses language stands beside numbers of the bundled models "
            "that are measured while you read: held-out strings, all valid prefixes of up to 14 brackets, rows of "
            "opening brackets, and the linear probe. The models are not the essay's own; where their training "
            "differs, it is said.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Read a statement, guess whether it holds for these models, and only then read what is measured.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Check one by hand: find the first failing row of opening brackets in “Brackets: opening only”.",
            ),
        ),
        QT_TRANSLATE_NOOP("ViewHelp", "Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?”."),
    ),
}

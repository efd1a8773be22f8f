"""What the views of repeated words say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "hello_bye": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The original model reads the words once, and every panel comes from that forward pass: the rows of the "
            "token embedding, what tells positions apart (position vectors, rotary angles or distance biases), the "
            "input of layer 0, the residual stream after the layer of the slider, and the next token. Colours end "
            "where 99 % of the values without the first token do, since a few components are hundreds of times as "
            "large as the rest. “Components” sorts the rows of each panel by the difference of the two words' means.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Compare the token embeddings with the residual stream after a later layer: equal tokens have equal "
                "embeddings, and only position and context make their later columns differ.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set both “×” to 2, then to 20: after how many repetitions does the model expect the word again?",
            ),
            QT_TRANSLATE_NOOP("ViewHelp", "Press “Use as prompt”: every other view shows these words."),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?”; Su and others 2021 (rotary positions); "
            "Press, Smith and Lewis 2022 (distance biases).",
        ),
    ),
    "hello_bye_heads": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Each picture is the attention pattern of one head over the words, from the same forward pass as the "
            "overview: queries down, keys across, the two words' colours along both edges. First come all heads of "
            "the selected layer, then the head of the selected number in every layer. Colours are square roots of the "
            "weights, so that weak attention can be seen; with “First token” off the scale is that of the rest.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Switch “First token” off, then look for a head with two bright triangles, one for each word: it "
                "attends to earlier occurrences of the same word.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Click a picture: its layer and head are the selected ones in every view. Then compare the pictures "
                "of one head number in all layers: heads that share a number have nothing else in common.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?”; Vaswani and others 2017 (attention).",
        ),
    ),
    "hello_bye_states": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Four pictures of the same forward pass: the cosine similarity of every two positions after the selected "
            "layer; its mean for two occurrences of a word and for one of each, from the input to the last layer; the "
            "path on the map that is shown; and the states themselves on their first two principal components, each "
            "dimension standardised, without the first token. The cosines are of the states as they are, where one "
            "huge component can make all of them look alike.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Click the curves at the layer where two occurrences of a word and one of each are farthest apart: "
                "the table of all positions shows a block for each word there.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press the arrow keys up and down to go through the layers: where does the path of the states jump "
                "from one word to the other?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Wolfram 2023, “What Is ChatGPT Doing … and Why Does It Work?”; Pearson 1901 (principal components).",
        ),
    ),
    "hello_bye_goes_on": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The induction heads are found first, as in “Head types”: up to 8 that score 0.4 or more, else the 3 "
            "nearest to it. Then the original model continues the words. The solid line is the entropy of the next "
            "token in bits; the dashed one is the attention of those heads to tokens that followed an earlier "
            "occurrence of the current token, averaged over the heads. At temperature 0 the most likely token is "
            "always chosen.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set “Tokens” to 100: does the model keep saying the second word, and does its entropy fall further "
                "with each repetition?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set “Temperature” to 1 and try several values of “Seed”: once another word has come, does the "
                "repetition begin anew?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp", "Say the second word only twice, with “×” in “Hello/Bye”: is that enough for a repetition?"
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Wolfram 2023 for the words; Holtzman and others 2020 (why the most likely text repeats itself); Olsson "
            "and others 2022 (induction heads).",
        ),
    ),
}

"""What the views of attention say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "attention_atlas": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "The pictures show the attention weights of the model's own forward pass, after softmax: each row sums to "
            "1. A picture has at most 64 cells a side; in longer texts a cell shows the largest weight among its "
            "tokens, so that a single strong one stays visible. The bar below is the “Score” that is chosen, a mean "
            "over the positions of this text where it can occur. By default the colour is the square root of the "
            "weight.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Switch “First token” off: many heads put much of their attention on the first token, and what they "
                "do besides is seen only then.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “previous token” as the “Score” and switch “Sort” on: the top pictures come nearest to a "
                "bright line one cell beside the diagonal.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Run a text in which a phrase occurs twice, sort by “induction”, and click the first picture to see "
                "it large in “Attention: one head”.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Vaswani and others 2017 (attention); Vig 2019 (pictures of all heads); Xiao and others 2024 (attention "
            "sinks).",
        ),
    ),
    "attention_head": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "A row holds the weights with which one token attends to itself and the tokens before it, after softmax, "
            "so it sums to 1; the hatched half is later tokens, which cannot be attended to. The sums beside the "
            "matrix tell how much attention each token gives and gets. A mean is the mean of the heads' weights, a "
            "difference one head's weights minus another's. A long text is drawn as the largest weight of each group "
            "of tokens, and sharpens as you zoom in.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Point at a cell for its exact weight; click it to select the token of its row. Switch “First token” "
                "off: what is then missing from a row sum went to the first token.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “mean of the layer” under “Show”, then “one head” again: what stands out in the head and not "
                "in the mean is its own.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “difference” and name another head in “minus layer” and “minus head”: colour stands only "
                "where the two attend differently.",
            ),
        ),
        QT_TRANSLATE_NOOP("ViewHelp", "Vaswani and others 2017 (attention); Xiao and others 2024 (attention sinks)."),
    ),
    "attention_text": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "One row (“attends to”) or one column (“attended by”) of the selected head's attention pattern is laid "
            "over the text. A row sums to 1; a column may have any sum, since each later token has its own row. “Mean "
            "of the layer” averages all heads of the layer; several “Heads” are stripes as long as their weights. A "
            "weight says where a head reads, not what it takes from there or whether it matters for the prediction.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Point at one token after the other, then set “Direction” to “attended by” and point at the first "
                "token: in most models many later tokens attend to it, whatever it is.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Type two heads into “Heads”, such as 5.1 7.3, and compare their stripes under the same token.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp", "Vig 2019 (attention on a text); Jain and Wallace 2019 (what attention does not explain)."
        ),
    ),
    "head_scores": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "On “repeated random tokens” the original model reads 8 sequences of 50 random tokens said twice, after "
            "its start token where it has one. A head's score is its mean attention to one place: the token before, "
            "the same token in the first half, the token that followed it there, the first token, or the position "
            "itself. With random tokens only place and repetition can guide a head. Heads that score 0.4 or more are "
            "outlined; that threshold is a convention.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "With “induction” as the “Score”, press “Show the strongest induction head” and look at it in "
                "“Attention: one head”.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set “Measured on” to “the text on screen”: the scores are now means over that text, and the order of "
                "the heads depends on it.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp", "Change the “Seed”: scores that hardly move are habits of the model, not of these tokens."
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Elhage and others 2021 and Olsson and others 2022 (previous-token and induction heads); Xiao and others "
            "2024 (attention to the first token).",
        ),
    ),
    "head_table": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "All columns are means over the positions of the text on screen where they can occur. They sum a head's "
            "attention to the token before, to earlier tokens equal to this one (duplicate token), to tokens that "
            "followed one of those (induction), to the first token, and to the position itself. Entropy is −Σ a log₂ "
            "a of the weights a, in bits; distance is the mean number of tokens back. What holds on one text need not "
            "hold on another: “Head types” scores the model's habits.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Click the heading of the entropy column: a head with little entropy attends to hardly more than one "
                "token, one with much to many.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Sort by distance and compare with the column for the first token: heads with a large distance often "
                "rest on that token.",
            ),
            QT_TRANSLATE_NOOP("ViewHelp", "Click a row: the head is then the selected one in every view."),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Vig and Belinkov 2019 (entropy and distance of attention); Olsson and others 2022 (induction heads).",
        ),
    ),
    "induction": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Where the selected token occurred last before, the token after it is the copy. The six heads that attend "
            "most from here to that token are switched off at every position, one by one and then all together, and "
            "the probability of the copy is computed again: the upper bar with their output at zero, the lower one at "
            "its mean over a bundled sample text. Other heads can make up for a missing one, so a small effect does "
            "not prove that a head does nothing.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Run ‘cat dog sun cat dog’ and select the last token: how likely is the copy, and which head's "
                "absence lowers it most?",
            ),
            QT_TRANSLATE_NOOP("ViewHelp", "Click a head and look at its row for this token in “Attention: one head”."),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Compare the upper and the lower bars: where only zero does harm, the head's average is enough for "
                "the copy.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Elhage and others 2021 and Olsson and others 2022 (induction heads); Wang and others 2022 (mean "
            "ablation).",
        ),
    ),
}

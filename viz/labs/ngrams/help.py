"""What the views of tables say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from viz.help import Help
from viz.lab import QT_TRANSLATE_NOOP

HELP: Final[Mapping[str, Help]] = {
    "ngrams": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "A table of n holds how often each sequence of n letters (or words) occurs in the text, and so what may "
            "follow n − 1 of them. The picture is the table of n = 2: the row comes first, the column follows. The "
            "last 5 % of each book are held out; bits per character are the surprisal of that text over its number of "
            "characters, spaces included, so letters, words and a model's tokens compare. What a table has never seen "
            "gets probability from the table below it: by Kneser–Ney with one discount for each table, or by "
            "Witten–Bell. A word that was never seen costs that it is new and its spelling, by a table of letters. The "
            "model is measured on stretches of 1,200 characters of the held-out text, the tables on the same ones, "
            "each after 200 characters to begin with. It may have read these novels when it was trained, which the "
            "tables have not: a text of your own that is new is the fair comparison.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press on the brightest cell of a row, such as q then u, and read where the pair stands in the text.",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Press “Measure words too” and “Measure the model”: from which n on does a larger table of words help "
                "no more, and why do the curves below say so?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set “Colour” to “against chance”: which letters avoid each other, which seek each other?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Name a “Text file” of your own, in any language, and compare the picture.",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Markov 1913 (letters of Eugene Onegin); Shannon 1948, 1951; Witten and Bell 1991; Kneser and Ney 1995; "
            "Chen and Goodman 1999. The text: Jane Austen's six novels, public domain.",
        ),
    ),
    "ngrams_text": Help(
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Each row draws what comes next from what followed the last n − 1 letters or words in the text, by their "
            "raw counts; where that never occurred, from one less. A choice is forced where only one thing ever "
            "followed: the table then copies, and says from where. The larger n, the better the text reads, and the "
            "more of it is recited. “one sentence” shows the surprisal of every piece under each table and the model "
            "by colour, as bits per character; a piece that stands first has none in a model without a begin-of-text "
            "token.",
        ),
        (
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Point at underlined words of the row n = 6: which book do they come from, and how far does it go on?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Set “Tables of” to “letters”: at which n do words appear, at which names, at which sentences?",
            ),
            QT_TRANSLATE_NOOP(
                "ViewHelp",
                "Choose “one sentence”, type one that no novel holds, and press “Ask the model too”: where do tables "
                "fail and the model does not?",
            ),
        ),
        QT_TRANSLATE_NOOP(
            "ViewHelp",
            "Shannon 1948, section 3 (approximations to English); Katz 1987 (back-off).",
        ),
    ),
}

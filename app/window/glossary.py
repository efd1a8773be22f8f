"""The words on screen, each in one sentence: from the text to the circuits. Data; shown by `help_panels`.

English source texts of the context "Glossary".
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from viz.lab import QT_TRANSLATE_NOOP

TERMS: Final[tuple[tuple[str, str], ...]] = (
    (
        QT_TRANSLATE_NOOP("Glossary", "token"),
        QT_TRANSLATE_NOOP(
            "Glossary", "The unit a language model reads and writes: a word, part of a word, a sign or a byte."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "vocabulary"),
        QT_TRANSLATE_NOOP("Glossary", "The fixed list of all tokens a model knows, each with a number."),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "prompt"),
        QT_TRANSLATE_NOOP("Glossary", "The text you give the model to continue."),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "position"),
        QT_TRANSLATE_NOOP("Glossary", "The place of a token in the text, counted from 0."),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "run"),
        QT_TRANSLATE_NOOP(
            "Glossary", "The record of a prompt, the tokens generated after it, and what the model computed on the way."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "branch"),
        QT_TRANSLATE_NOOP("Glossary", "Another continuation that starts from the same earlier text."),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "path"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The line on the map through the tokens of a text, or their hidden states, in order; further paths show "
            "other texts, layers or interventions beside it.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "logit"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The score a model gives to a token before scores are turned into probabilities; only "
            "differences between logits matter.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "softmax"),
        QT_TRANSLATE_NOOP("Glossary", "The formula that turns logits into positive probabilities that add up to 1."),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "probability"),
        QT_TRANSLATE_NOOP("Glossary", "How likely the model holds a token to come next, from 0 to 100 %."),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "surprisal"),
        QT_TRANSLATE_NOOP(
            "Glossary", "−log₂ of the probability of the token that came: 1 bit for 50 %, 10 bits for about 0.1 %."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "entropy"),
        QT_TRANSLATE_NOOP(
            "Glossary", "The surprisal to be expected on average: how undecided the model is about the next token."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "loss (cross-entropy)"),
        QT_TRANSLATE_NOOP(
            "Glossary", "The mean surprisal of a text's tokens; the lower, the better the model predicts it."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "KL divergence"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A measure, 0 or more, of how much one probability distribution differs from another; it is not symmetric.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "temperature"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A number that divides the logits before drawing: below 1 sharpens the distribution, above 1 "
            "flattens it, 0 means always the most likely token.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "top-k / top-p / min-p"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Rules that allow drawing only from the k most likely tokens, from the smallest group whose "
            "probabilities reach p, or from tokens at least a given fraction as likely as the top one.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "seed"),
        QT_TRANSLATE_NOOP(
            "Glossary", "The number that starts the random generator, so that the same settings give the same draws."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "layer (block)"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "One of the equal stages of a transformer: an attention part and an MLP, each adding to the "
            "residual stream.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "residual stream"),
        QT_TRANSLATE_NOOP(
            "Glossary", "The running sum of vectors at each position that every layer reads from and adds to."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "hidden state"),
        QT_TRANSLATE_NOOP("Glossary", "The vector in the residual stream at one position after one layer."),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "token embedding"),
        QT_TRANSLATE_NOOP(
            "Glossary", "The vector a model looks up for a token; it is the same wherever the token stands."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "unembedding"),
        QT_TRANSLATE_NOOP("Glossary", "The matrix that turns the last hidden state into one logit for each token."),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "attention head"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A part of a layer that decides, for each token, from which earlier tokens to copy information, "
            "and what to copy.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "attention weights (pattern)"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "For each token, numbers from 0 to 1 that sum to 1 and say how strongly a head attends to each "
            "earlier token and itself.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "attention sink"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A token, mostly the first, to which many heads give much of their attention although it says little.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "MLP"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The part of a layer that treats each position by itself: many neurons read the state, and "
            "their outputs are added back.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "neuron"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "One unit of an MLP: it has an activation and adds its output vector times that activation to "
            "the residual stream.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "activation"),
        QT_TRANSLATE_NOOP("Glossary", "The number (or vector) a component computes for a given text."),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "massive activation"),
        QT_TRANSLATE_NOOP(
            "Glossary", "An activation or state far larger than all others, typically at the first token."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "logit lens"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Applying the model's final norm and unembedding to a middle layer's state, to read what it "
            "would predict there.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "direct logit attribution"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Splitting a logit into the amounts that each component added to it directly; effects through "
            "later components are not counted.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "logit difference"),
        QT_TRANSLATE_NOOP(
            "Glossary", "The logit of one answer minus that of another; positive means the model prefers the first."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "IOI"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Indirect object identification: the task of naming Mary after “When Mary and John went to the "
            "store, John gave a drink to”.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "ablation"),
        QT_TRANSLATE_NOOP(
            "Glossary", "Switching a component off (output set to zero or to its mean) and measuring what changes."
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "activation patching"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Putting activations from one prompt into a run on another, to find which of them carry the "
            "difference between the answers.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "causal tracing"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Spoiling the subject's embeddings with noise, then restoring single states, to find where they "
            "bring a fact back.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "attribution (gradient × activation)"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A fast estimate of what switching off each component would do, from one forward and one "
            "backward pass; it can be wrong where the model is not linear.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "induction head"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A head that, where a token occurred before, attends to what followed it, so that the model repeats it.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "linear probe"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A linear formula fitted to read a quantity from hidden states; success shows the quantity is "
            "present, not that the model uses it.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "PCA / UMAP / t-SNE / PaCMAP"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Ways to lay out vectors in 2 or 3 dimensions: PCA keeps the directions of largest "
            "variance; UMAP, t-SNE and PaCMAP try to keep near neighbours together.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Glossary", "neighbours kept"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How many of a point's 15 nearest vectors in all dimensions are among its 50 nearest on the "
            "map; it tells how far to trust the map.",
        ),
    ),
)


def terms() -> list[tuple[str, str]]:
    """Every word and its sentence in the person's language, in the order of the table."""
    translate = QCoreApplication.translate
    return [(translate("Glossary", term), translate("Glossary", sentence)) for term, sentence in TERMS]


def matching(typed: str) -> list[tuple[str, str]]:
    """Those in whose word or sentence every typed word occurs; all of them where nothing is typed."""
    wanted = typed.casefold().split()
    return [row for row in terms() if all(word in " ".join(row).casefold() for word in wanted)]

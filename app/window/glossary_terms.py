"""The words on screen, each in one sentence with an example: from the text to the circuits.

English source texts of the context "Glossary". A term's `words` are the forms by which it is found in titles and tips,
parted by commas; a language has its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from viz.lab import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Term:
    """A word of the field. `words` "": too common to be looked for."""

    name: str
    sentence: str
    example: str
    words: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """All that is translated."""
        return tuple(text for text in (self.name, self.sentence, self.example, self.words) if text)

    def translated(self) -> Term:
        """The same in the person's language."""
        translate = QCoreApplication.translate
        words = translate("Glossary", self.words) if self.words else ""
        shown = translate("Glossary", self.name), translate("Glossary", self.sentence)
        return Term(*shown, translate("Glossary", self.example), words)


TERMS: Final[tuple[Term, ...]] = (
    Term(
        QT_TRANSLATE_NOOP("Glossary", "token"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The unit a language model reads and writes: a word, part of a word, a sign or a byte.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "“The cat sat.” is read as four tokens: The, ·cat, ·sat and the full stop."),
        QT_TRANSLATE_NOOP("Glossary", "token, tokens"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "vocabulary"),
        QT_TRANSLATE_NOOP("Glossary", "The fixed list of all tokens a model knows, each with a number."),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "That of the default model has 49,152 tokens, from single bytes to whole words such as “·because”.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "vocabulary"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "prompt"),
        QT_TRANSLATE_NOOP("Glossary", "The text you give the model to continue."),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "“The best thing about AI is its ability to” is the prompt that Orrery begins with.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "prompt, prompts"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "position"),
        QT_TRANSLATE_NOOP("Glossary", "The place of a token in the text, counted from 0."),
        QT_TRANSLATE_NOOP("Glossary", "In “The cat sat.” the token “·sat” stands at position 2."),
        QT_TRANSLATE_NOOP("Glossary", "position, positions"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "run"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The record of a prompt, the tokens generated after it, and what the model computed on the way.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Saved with Ctrl+S it can be opened again later, and most views can be read from it without the model.",
        ),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "branch"),
        QT_TRANSLATE_NOOP("Glossary", "Another continuation that starts from the same earlier text."),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Click another token in the list of next tokens: the text continues from there, and the earlier "
            "continuation stays in the view Branches.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "branch, branches"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "path"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The line on the map through the tokens of a text, or their hidden states, in order; further paths "
            "show other texts, layers or interventions beside it.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Each token of the text is one point of it, and the fan of next tokens begins at the last one.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "path, paths"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "logit"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The score a model gives to a token before scores are turned into probabilities; only differences "
            "between logits matter.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Of two tokens whose logits differ by 1, one is e (about 2.7) times as likely as the other.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "logit, logits"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "softmax"),
        QT_TRANSLATE_NOOP("Glossary", "The formula that turns logits into positive probabilities that add up to 1."),
        QT_TRANSLATE_NOOP("Glossary", "Logits of 2, 1 and 0 become 67 %, 24 % and 9 %."),
        QT_TRANSLATE_NOOP("Glossary", "softmax"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "probability"),
        QT_TRANSLATE_NOOP("Glossary", "How likely the model holds a token to come next, from 0 to 100 %."),
        QT_TRANSLATE_NOOP("Glossary", "A token with 25 % comes once in four draws on average."),
        QT_TRANSLATE_NOOP("Glossary", "probability, probabilities"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "surprisal"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "−log₂ of the probability of the token that came: 1 bit for 50 %, 10 bits for about 0.1 %.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "A side of a coin has 1 bit, one of 1,024 equally likely tokens 10 bits."),
        QT_TRANSLATE_NOOP("Glossary", "surprisal, surprising"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "entropy"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The surprisal to be expected on average: how undecided the model is about the next token.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "Four tokens with 25 % each have 2 bits, one with 100 % has 0 bits."),
        QT_TRANSLATE_NOOP("Glossary", "entropy"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "loss (cross-entropy)"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The mean surprisal of a text's tokens; the lower, the better the model predicts it.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Where the tokens that came had 50 %, 25 % and 12.5 %, the loss is 2 bits per token.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "loss, cross-entropy"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "n-gram"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "n letters or words in a row; a table of n-grams holds how often each occurs, and so what may follow the "
            "first n − 1.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary", "“qu” is an n-gram of two letters; in a table q is followed by hardly anything else."
        ),
        QT_TRANSLATE_NOOP("Glossary", "n-gram, n-grams"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "bits per character"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The surprisal of a text by its number of characters, so that letters, words and tokens compare.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A table of six letters needs about 1.6 bits a character of a novel; one without any knowledge needs more "
            "than 6.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "bits per character"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "KL divergence"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A measure, 0 or more, of how much one probability distribution differs from another; it is not symmetric.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "From 50 % and 50 % to 25 % and 75 % it is 0.21 bits, the other way round 0.19 bits.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "KL divergence, KL"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "temperature"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A number that divides the logits before drawing: below 1 sharpens the distribution, above 1 "
            "flattens it, 0 means always the most likely token.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "67 %, 24 % and 9 % become 87 %, 12 % and 2 % at temperature 0.5."),
        QT_TRANSLATE_NOOP("Glossary", "temperature"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "top-k / top-p / min-p"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Rules that allow drawing only from the k most likely tokens, from the smallest group whose "
            "probabilities reach p, or from tokens at least a given fraction as likely as the top one.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Of 50 %, 30 %, 15 % and 5 %, top-k 2 leaves the first two, top-p 0.9 the first three, and so does "
            "min-p 0.2.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "top-k, top-p, min-p"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "seed"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The number that starts the random generator, so that the same settings give the same draws.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The same prompt with seed 7 gives the same text twice on one computer, and most likely another "
            "text with seed 8.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "seed, seeds"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "layer (block)"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "One of the equal stages of a transformer: an attention part and an MLP, each adding to the "
            "residual stream.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "The default model has 30 layers, L0 to L29."),
        QT_TRANSLATE_NOOP("Glossary", "layer, layers, block, blocks"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "residual stream"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The running sum of vectors at each position that every layer reads from and adds to.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "In the default model it is 576 numbers at each position, from the input of layer 0 to the end of "
            "layer 29.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "residual stream"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "hidden state"),
        QT_TRANSLATE_NOOP("Glossary", "The vector in the residual stream at one position after one layer."),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Among the spaces of the map, “hidden states” shows one point for each token after the layer that "
            "is chosen.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "hidden state, hidden states"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "token embedding"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The vector a model looks up for a token; it is the same wherever the token stands.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "“·bank” has the same one in a text on rivers and in one on money; only the layers tell the two apart.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "token embedding, token embeddings, embedding, embeddings"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "unembedding"),
        QT_TRANSLATE_NOOP("Glossary", "The matrix that turns the last hidden state into one logit for each token."),
        QT_TRANSLATE_NOOP("Glossary", "In the default model it is the table of token embeddings, used a second time."),
        QT_TRANSLATE_NOOP("Glossary", "unembedding, unembeddings"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "attention head"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A part of a layer that decides, for each token, from which earlier tokens to copy information, "
            "and what to copy.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The default model has 9 in each of its 30 layers, 270 in all; L5.H1 is head 1 of layer 5.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "attention head, attention heads, head, heads"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "attention weights (pattern)"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "For each token, numbers from 0 to 1 that sum to 1 and say how strongly a head attends to each "
            "earlier token and itself.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A row of 0.1, 0.7 and 0.2: most of what this head copies to the third token comes from the second.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "attention weights, attention pattern, attention, attends"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "attention sink"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A token, mostly the first, to which many heads give much of their attention although it says little.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "In the pictures of attention many heads have a bright first column and little else.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "attention sink"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "MLP"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The part of a layer that treats each position by itself: many neurons read the state, and their "
            "outputs are added back.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "That of the default model has 1,536 neurons in each layer."),
        QT_TRANSLATE_NOOP("Glossary", "MLP, MLPs"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "neuron"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "One unit of an MLP: it has an activation and adds its output vector times that activation to the "
            "residual stream.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "L10.N100 is neuron 100 of layer 10; its sliders in Interventions turn it off, down or up.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "neuron, neurons"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "activation"),
        QT_TRANSLATE_NOOP("Glossary", "The number (or vector) a component computes for a given text."),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "In Neuron details the text is shaded by one neuron's activation at each token.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "activation, activations, active"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "massive activation"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "An activation or state far larger than all others, typically at the first token.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "At the end of layer 15 of the default model the first token's hidden state is more than 100 times as "
            "long as most others.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "massive activation, massive activations"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "logit lens"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Applying the model's final norm and unembedding to a middle layer's state, to read what it would "
            "predict there.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "In its view read a column from the first layer to the last: where does the final prediction first appear?",
        ),
        QT_TRANSLATE_NOOP("Glossary", "logit lens"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "direct logit attribution"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Splitting a logit into the amounts that each component added to it directly; effects through "
            "later components are not counted.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A logit of 12 may be 3 from attention, 7 from the MLPs and 2 from the embedding: the parts sum to "
            "the whole.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "direct logit attribution"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "logit difference"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The logit of one answer minus that of another; positive means the model prefers the first.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Mary 15 and John 12: the difference is 3, so Mary is e³, about 20 times, as likely.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "logit difference"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "IOI"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Indirect object identification: the task of naming Mary after “When Mary and John went to the "
            "store, John gave a drink to”.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Let Mary give the drink instead of John, and the answer to be expected is John.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "IOI, indirect object identification"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "ablation"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Switching a component off (output set to zero or to its mean) and measuring what changes.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Put L5.H1 on the list of interventions with scale 0 and compare the next token with the original model's.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "ablation, switch off, switches it off, switched off, switching off"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "activation patching"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Putting activations from one prompt into a run on another, to find which of them carry the "
            "difference between the answers.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Copy a hidden state from “Paris is the capital of” into “Rome is the capital of”: where does the "
            "answer turn to France?",
        ),
        QT_TRANSLATE_NOOP("Glossary", "activation patching, patching"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "causal tracing"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Spoiling the subject's embeddings with noise, then restoring single states, to find where they "
            "bring a fact back.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Spoil the name of a tower with noise and restore one state at a time: where is its city named again?",
        ),
        QT_TRANSLATE_NOOP("Glossary", "causal tracing"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "attribution (gradient × activation)"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A fast estimate of what switching off each component would do, from one forward and one backward "
            "pass; it can be wrong where the model is not linear.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "In Find components the column “estimated” is made so, and “measured” beside it by switching off for real.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "gradient × activation, attribution"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "induction head"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A head that, where a token occurred before, attends to what followed it, so that the model repeats it.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "After “cat dog sun cat dog” it makes “sun” likely."),
        QT_TRANSLATE_NOOP("Glossary", "induction head, induction heads, induction"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "linear probe"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A linear formula fitted to read a quantity from hidden states; success shows the quantity is "
            "present, not that the model uses it.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "In Brackets: depth probe one reads the number of open brackets from the hidden states.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "linear probe, linear probes, probe, probes"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "neural net"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Layers of neurons: each adds up what comes in times its weights, adds a bias, and passes the sum "
            "through an activation function.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "In Playground: a neural net every line is a weight, and each neuron shows what it answers over the plane.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "neural net, neural nets, neural network, neural networks"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "activation function"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "What a neuron does to its sum before it passes it on: tanh and sigmoid flatten large values, ReLU "
            "cuts off those below 0.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Without it any number of layers would be no more than one: in Playground choose linear, and no "
            "border bends.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "activation function, ReLU, tanh, sigmoid"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "gradient"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How much the loss would change with each weight; training moves all weights a little against it.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "In Playground its size is drawn for each layer: it shrinks as the loss comes to rest.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "gradient, gradients"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "learning rate"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How far the weights move along the gradient in one step; too large a rate makes the loss grow until "
            "the numbers end.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Write 1e9 into “Learning rate” in Playground: the training stops and says at which step.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "learning rate"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "gradient descent"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Training by small steps: every weight is turned a little in the direction in which the loss falls most.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "In “From scratch” the loss landscape shows the path of such steps as a ball that rolls downhill.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "gradient descent, descent, descents"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "local minimum"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Weights from which every small step raises the loss, although other weights, farther off, have a lower "
            "one.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Of eight descents over two weights seven can reach a loss of 0.04, and one stay in a valley at 0.61.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "local minimum, local minima, minimum, minima"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "least squares"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Choosing a curve so that the squares of its distances from the points have the least sum.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "In Fitting a curve, a point that is dragged away pulls the line after it, the farther the more.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "least squares, residual, residuals"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "overfitting"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Learning the chance of the examples besides the rule: right on what was seen, worse on what was not.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "In Fitting a curve, degree 7 goes through all eight points and is far off beside them.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "overfitting"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "cross-validation"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Holding out one part of the data after the other, and measuring the error on the part held out.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "In Fitting a curve, the chart on the right shows that error for each degree, with its standard error.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "cross-validation, held-out points, folds"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "bootstrap"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Fitting again to data drawn from one's own, to see how far a result hangs on chance.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "In Fitting a curve, the band holds 90 % of 400 curves fitted to noise drawn again.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "bootstrap, refits"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "superposition"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "More features than dimensions in one vector: their directions are not at right angles, so each disturbs "
            "others a little.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Five rare features stand in a plane as a pentagon: reading one brings in a little of the other four.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "superposition, superposed"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "sparsity"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How seldom a feature is there: 1 less its density, the share of examples in which it is not 0.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "At density 0.1 a feature is there in one example of ten; its sparsity is 0.9."),
        QT_TRANSLATE_NOOP("Glossary", "sparsity, sparse, density"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "dimensionality of a feature"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The share D of a dimension that a feature has to itself; 1 where no other shares its direction.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "In an antipodal pair D is 1/2, in a pentagon 2/5 for each feature."),
        QT_TRANSLATE_NOOP("Glossary", "dimensionality"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "PCA / UMAP / t-SNE / PaCMAP"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Ways to lay out vectors in 2 or 3 dimensions: PCA keeps the directions of largest variance; UMAP, "
            "t-SNE and PaCMAP try to keep near neighbours together.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The list of layouts on the map changes between them, and the points move over.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "PCA, UMAP, t-SNE, PaCMAP"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "neighbours kept"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How many of a point's 15 nearest vectors in all dimensions are among its 50 nearest on the map; "
            "it tells how far to trust the map.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "30 % means that of a point's 15 true neighbours four or five are near it on the map.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "neighbours kept, neighbours"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "moving average"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Each number replaced by the mean of those around it; it makes soft patterns even of numbers drawn by lot.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "In Weights as pictures averages of 64 × 64 weights stand beside those of the same weights shuffled.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "moving average, moving averages"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "singular value"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How strongly a matrix stretches one of its own directions, each at right angles to the others; the "
            "largest is the most it stretches anything.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A matrix of rank 1 has one that is not 0; one of random numbers has many of nearly equal size.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "singular value, singular values"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "effective rank"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "In how many directions a matrix works, small ones counting little: exp of the entropy of its singular "
            "values divided by their sum.",
        ),
        QT_TRANSLATE_NOOP(
            "Glossary", "Of ten equal singular values it is 10, of one large and nine tiny ones about 1."
        ),
        QT_TRANSLATE_NOOP("Glossary", "effective rank"),
    ),
    Term(
        QT_TRANSLATE_NOOP("Glossary", "excess kurtosis"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How heavy the tails of a distribution are: 0 of a normal one, more where numbers far out are more "
            "frequent.",
        ),
        QT_TRANSLATE_NOOP("Glossary", "The weights of one matrix may have 1.6: far more large ones than a normal has."),
        QT_TRANSLATE_NOOP("Glossary", "excess kurtosis, kurtosis"),
    ),
)

"""What can be set in the view of published dictionaries."""

from __future__ import annotations

from engine.labs.published.records import FEWEST_TOKENS, MOST_TOKENS, TOKENS
from viz.lab import QT_TRANSLATE_NOOP
from viz.ui_state import Option

OWNER = "published"
HERE, HUB = "here", "hub"
SOURCE = Option(
    "source",
    QT_TRANSLATE_NOOP("PublishedView", "From"),
    "choice",
    HERE,
    choices=(HERE, HUB),
    shown=(
        QT_TRANSLATE_NOOP("PublishedView", "this computer"),
        QT_TRANSLATE_NOOP("PublishedView", "the Hugging Face hub"),
    ),
    tip=QT_TRANSLATE_NOOP("PublishedView", "Where the dictionary comes from."),
)
PATH = Option(
    "path",
    QT_TRANSLATE_NOOP("PublishedView", "Folder or file"),
    "text",
    "",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "PublishedView",
        "The folder or the file of a dictionary of SAELens, Gemma Scope, OpenAI or dictionary_learning, as safetensors "
        "or npz.",
    ),
)
REPO = Option(
    "repo",
    QT_TRANSLATE_NOOP("PublishedView", "Repository"),
    "text",
    "",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("PublishedView", "OWNER/NAME on the hub, such as google/gemma-scope-2b-pt-res."),
)
FOLDER = Option(
    "folder",
    QT_TRANSLATE_NOOP("PublishedView", "Folder in it"),
    "text",
    "",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "PublishedView", "Which of the repository's dictionaries: its folder or its file; empty where there is one."
    ),
)
REVISION = Option(
    "revision",
    QT_TRANSLATE_NOOP("PublishedView", "Revision"),
    "text",
    "main",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("PublishedView", "A branch, a tag or a commit of the repository."),
)
TEXT = Option(
    "text",
    QT_TRANSLATE_NOOP("PublishedView", "Text file"),
    "text",
    "",
    in_bar=False,
    tip=QT_TRANSLATE_NOOP(
        "PublishedView",
        "The path of a text file to measure on; empty reads the bundled novels, “sample” the bundled sample of many "
        "kinds.",
    ),
)
READ_TOKENS = Option(
    "tokens",
    QT_TRANSLATE_NOOP("PublishedView", "Tokens"),
    "integer",
    TOKENS,
    low=FEWEST_TOKENS,
    high=MOST_TOKENS,
    step=1024,
    in_bar=False,
    tip=QT_TRANSLATE_NOOP("PublishedView", "How many tokens of the text it is measured on at most."),
)
OPTIONS = (SOURCE, PATH, REPO, FOLDER, REVISION, TEXT, READ_TOKENS)

"""Opening, measuring and keeping published dictionaries."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from engine.dictionaries import files, measures, shelf
from engine.dictionaries.activations import Reader
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.foreign import from_hub, published
from engine.dictionaries.records import Activity, Recipe, Scores
from engine.dictionaries.texts import Pieces, pieces
from engine.errors import InputRefused
from engine.labkit.subject import of_bench
from engine.labkit.workbench import Bench, Workbench
from engine.labs.published.records import (
    FEWEST_TOKENS,
    MOST_TOKENS,
    FetchPublished,
    KeepPublished,
    MeasurePublished,
    OpenPublished,
    PublishedFetched,
    PublishedKept,
    PublishedMeasured,
    PublishedOpened,
)
from engine.sentences import say

CONTEXT = 128  # tokens of a piece
FOR_FACTOR = 32  # pieces that the factor is measured on
_MEASURED: OrderedDict[tuple[object, ...], tuple[Dictionary, Activity, PublishedMeasured]] = OrderedDict()


def opened(question: OpenPublished, bench: Workbench) -> PublishedOpened:
    """What a dictionary is, and whether it is of the loaded model. Raises InputRefused as `published.read`."""
    path = _path(question.path)
    lacks = _is_foreign(path) and published.lacks_factor(path)
    info = published.read(path, question.path, 1.0).info if lacks else shelf.load(question.path)[0].info
    try:
        shelf.require_fits(info, bench.anatomy)
        why_not = ""
    except InputRefused as error:
        why_not = str(error)
    same = None if not info.model else plain(info.model) == plain(bench.info.name)
    return PublishedOpened(info, why_not, same, bench.info.name, lacks)


def plain(name: str) -> str:
    """A model's name without its owner, its case and its spelling."""
    bare = re.sub(r"[^a-z0-9]", "", name.casefold().rpartition("/")[2])
    return {"gpt2small": "gpt2"}.get(bare, bare)


def _path(name: str) -> Path:
    if not name.strip():
        raise InputRefused(say("Name the folder or the file of a published dictionary."))
    path = shelf.path_of(name)
    try:
        path.stat()
    except (OSError, ValueError) as error:
        raise InputRefused(say("There is no file or folder {path}.", path=name[:160])) from error
    return path


def _is_foreign(path: Path) -> bool:
    return path.is_dir() or not files.is_own(path)


def measured(question: MeasurePublished, bench: Workbench) -> PublishedMeasured:
    """Scores on text that it may never have seen, in the loaded model.

    Raises:
        InputRefused: it does not fit the model, or the text cannot be read. Stopped: a person said so.
    """
    return _measured(question, bench)[2]


def _measured(question: MeasurePublished, bench: Workbench) -> tuple[Dictionary, Activity, PublishedMeasured]:
    path = _path(question.path)
    key = (question, published.stamp(path), bench.info.sha256, id(bench.model))
    if key not in _MEASURED:
        _MEASURED[key] = _measure(question, path, bench)
        while len(_MEASURED) > 1:
            _MEASURED.popitem(last=False)
    return _MEASURED[key]


def _measure(
    question: MeasurePublished, path: Path, bench: Workbench
) -> tuple[Dictionary, Activity, PublishedMeasured]:
    if not FEWEST_TOKENS <= question.tokens <= MOST_TOKENS:
        raise InputRefused(
            say(
                "{n:,} tokens cannot be read. Choose from {low:,} to {high:,}.",
                n=question.tokens,
                low=FEWEST_TOKENS,
                high=MOST_TOKENS,
            )
        )
    found = opened(OpenPublished(question.path), bench)
    if found.why_not:
        raise InputRefused(found.why_not)
    subject = of_bench(bench)
    recipe = Recipe(found.info.hook, text=question.text, tokens=question.tokens, context=CONTEXT)
    cut = pieces(recipe, subject.encode, (), subject.context, bench.stop)
    ids = np.concatenate([cut.ids, cut.held])
    factor = _factor(found, cut, bench) if found.lacks_factor else None
    dictionary = published.read(path, question.path, factor) if factor else shelf.load(question.path)[0]
    dictionary = dictionary.to(bench.anatomy.device)

    def told(done: int, total: int) -> None:
        bench.progress(say("Measuring the dictionary on {title}", title=cut.title), done, total)

    held = measures.read_held(Reader(bench.model, bench.anatomy, found.info.hook), ids, 1, bench.stop)
    scores, activity = _scores(dictionary, held, bench, told)
    dealt, _ = _scores(dealt_anew(dictionary), held, bench, told, scores)
    said = PublishedMeasured(cut.title, ids.size, scores, dealt, _told_factor(dictionary))
    return dictionary, activity, said


def _scores(
    dictionary: Dictionary, held: measures.Held, bench: Workbench, told: measures.Told, of: Scores | None = None
) -> tuple[Scores, Activity]:
    """All scores; `of`: those of the dictionary itself, whose loss with the mean is that of its control too."""
    rows = held.rows(dictionary)
    scores, activity = measures.explained(dictionary, rows, bench.stop)
    found = measures.spliced(
        bench.model, bench.anatomy, dictionary, held.ids, rows.mean(0) if of is None else None, held.first, bench.stop,
        told,
    )  # fmt: skip
    ablated = found.loss_ablated if of is None else of.loss_ablated
    return replace(
        scores, loss=found.loss, loss_spliced=found.loss_spliced, loss_ablated=ablated, kl=found.kl
    ), activity


def _factor(found: PublishedOpened, cut: Pieces, bench: Workbench) -> float:
    """What brings the mean length of the activations to the root of their number, over some pieces."""
    x = Reader(bench.model, bench.anatomy, found.info.hook).read(cut.ids[:FOR_FACTOR])[:, 1:]
    return float(x.shape[-1] ** 0.5 / torch.linalg.vector_norm(x, dim=-1).mean())


def _told_factor(dictionary: Dictionary) -> float:
    same = bool((dictionary.scale == dictionary.scale[0]).all()) and not bool(dictionary.mean.any())
    return float(1 / dictionary.scale[0]) if same else 1.0


def dealt_anew(dictionary: Dictionary) -> Dictionary:
    """The same with the decoder's rows dealt among the latents."""
    order = torch.from_numpy(np.random.default_rng(0).permutation(dictionary.width)).to(dictionary.w_dec.device)
    return replace(dictionary, w_dec=dictionary.w_dec[order])


def kept(question: KeepPublished, bench: Workbench) -> PublishedKept:
    """A copy in the folder of dictionaries, with its scores. Raises as `measured`, and DiskProblem."""
    dictionary, activity, found = _measured(question.measured, bench)
    path = shelf.path_for(dictionary.info.title)
    scores: Scores = found.scores
    files.save(path, replace(dictionary, info=replace(dictionary.info, scores=scores)), activity)
    return PublishedKept(files.read_info(path))


def fetched(question: FetchPublished, bench: Bench) -> PublishedFetched:
    """Raises as `from_hub.fetch`."""
    path = from_hub.fetch(question.repo, question.folder, question.revision, bench.progress, bench.stop)
    return PublishedFetched(str(path))


ANSWERS = {OpenPublished: opened, MeasurePublished: measured, KeepPublished: kept, FetchPublished: fetched}

"""Which function answers which question about dictionaries and features."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.capture.anatomy import Anatomy
from engine.dictionaries import shelf
from engine.dictionaries.dictionary import Dictionary
from engine.dictionaries.records import DictionaryInfo
from engine.errors import InputRefused
from engine.labkit.subject import of_bench, token_of
from engine.labkit.workbench import Workbench
from engine.labs.features import along, contrast, effects, index, notes, weights
from engine.labs.features.checks import require_feature
from engine.labs.features.contexts import contexts
from engine.labs.features.index import Activations
from engine.labs.features.pieces import texts_of
from engine.labs.features.records import (
    AskAtToken,
    AskContexts,
    AskDictionaries,
    AskDictionary,
    AskFeatureContrast,
    AskFeatureEffects,
    AskFiring,
    AskIndex,
    AskNotes,
    AskReading,
    AskTry,
    AtToken,
    Contexts,
    Dictionaries,
    Index,
    KeepNote,
    OneDictionary,
    Source,
)
from engine.sentences import say

FLOPS = 1.2e11  # a second, of the processors that a text is read on: for an estimate before the first piece is read


def dictionaries(_question: AskDictionaries, bench: Workbench) -> Dictionaries:
    """Those there are, the ones that fit the loaded model first."""
    found = [(why_not(info, bench.anatomy), info) for info in shelf.there_are()]
    found.sort(key=lambda each: bool(each[0]))
    return Dictionaries(tuple(info for _, info in found), tuple(why for why, _ in found))


def dictionary(question: AskDictionary, bench: Workbench) -> OneDictionary:
    """One by its name. Raises InputRefused where its file cannot be read."""
    info = shelf.load(question.name)[0].info
    return OneDictionary(info, why_not(info, bench.anatomy))


def why_not(info: DictionaryInfo, anatomy: Anatomy) -> str:
    """Why a dictionary is of no use with a model, "" where it is."""
    try:
        shelf.require_fits(info, anatomy)
    except InputRefused as error:
        return str(error)
    return ""


# -- over a text -------------------------------------------------------------------------------------------------


def indexed(question: AskIndex, bench: Workbench) -> Index:
    """How active each feature is over a text: what is kept of it, or what is read now.

    Raises:
        InputRefused: the text or the dictionary cannot be used. Stopped: a person said so.
    """
    used, note = shelf.use(question.dictionary, bench.anatomy), ""
    found = index.kept(*_kept_at(question, used, bench))
    if found is None and not question.make:
        return _of_file(question, used, bench)
    if found is None:
        found, note = index.make(question, used, texts_of(question.text), bench)
    density, sums = found.density(), found.reduced(np.add)
    active = np.diff(found.ends)
    return Index(
        True, found.seconds, found.n_counted, len(found.starts), len(found.starts), found.outliers, found.unread,
        len(found.values) / max(found.n_counted, 1), density, found.reduced(np.maximum),
        np.divide(sums, active, out=np.zeros_like(sums), where=active > 0), found.labels, found.covered,
        found.covered_random, note,
    )  # fmt: skip


def _kept_at(source: Source, used: Dictionary, bench: Workbench) -> tuple[Path, int]:
    return index.path_of(source, used, texts_of(source.text), bench), used.width


def _of_file(question: AskIndex, used: Dictionary, bench: Workbench) -> Index:
    """What is known without the text: how active the features were where the dictionary was made."""
    activity, seconds = shelf.load(question.dictionary)[1], _seconds(question, used, bench)
    if activity is None:
        return Index(False, seconds)
    return Index(
        False, seconds, activity.positions, density=activity.density, largest=activity.largest, mean=activity.mean
    )


def _seconds(source: Source, used: Dictionary, bench: Workbench) -> float:
    """About what reading takes: the blocks up to the hook, and the dictionary."""
    share = (used.info.hook.layer + 1) / max(bench.anatomy.n_layers, 1)
    return source.tokens * 2 * (share * bench.info.n_parameters + used.width * used.info.d) / FLOPS


def _read_before(source: Source, bench: Workbench) -> tuple[Dictionary, Activations]:
    """Raises InputRefused where the text was not read."""
    used = shelf.use(source.dictionary, bench.anatomy)
    found = index.kept(*_kept_at(source, used, bench))
    if found is None:
        raise InputRefused(say("The text has not been read with this dictionary yet. Press Read the text first."))
    return used, found


def page(question: AskContexts, bench: Workbench) -> Contexts:
    """One feature over the text that was read. Raises InputRefused: it was not read, or no such feature."""
    used, found = _read_before(question, bench)
    require_feature(used.info, question.feature)
    return contexts(question, found)


def at_token(question: AskAtToken, bench: Workbench) -> AtToken:
    """The features that are most active at a token. Raises InputRefused: no such token, or it is not in the text."""
    _, found = _read_before(question, bench)
    token = token_of(of_bench(bench).tokenizer, question.token, bench.anatomy.vocab_size)
    places = np.flatnonzero((found.token_ids == token) & found.counted.astype(bool))
    if not len(places):
        raise InputRefused(
            say("{token!r} does not occur in the text that was read. Type another token.", token=question.token)
        )
    here, times = np.zeros(found.width), np.zeros(found.width)
    there = np.isin(found.positions, places)
    which = np.repeat(np.arange(found.width), np.diff(found.ends))[there]
    np.add.at(here, which, found.values[there].astype(np.float64))
    np.add.at(times, which, 1)
    here /= len(places)
    overall = found.reduced(np.add).astype(np.float64) / max(found.n_counted, 1)
    order = np.argsort(-(here - overall), kind="stable")[: question.count]
    order = order[here[order] > overall[order]]
    return AtToken(
        token, len(places), order.astype(np.int32), here[order].astype(np.float32),
        overall[order].astype(np.float32), (times[order] / len(places)).astype(np.float32),
    )  # fmt: skip


ANSWERS = {
    AskDictionaries: dictionaries,
    AskDictionary: dictionary,
    AskIndex: indexed,
    AskContexts: page,
    AskAtToken: at_token,
    AskReading: weights.reading,
    AskTry: along.tried,
    AskFiring: along.firing,
    AskFeatureEffects: effects.effects,
    AskFeatureContrast: contrast.contrast,
    AskNotes: notes.notes,
    KeepNote: notes.keep,
}

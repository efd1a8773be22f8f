"""Which function answers which question about dictionaries and features."""

from __future__ import annotations

from engine.capture.anatomy import Anatomy
from engine.dictionaries import shelf
from engine.dictionaries.records import DictionaryInfo
from engine.errors import InputRefused
from engine.labkit.workbench import Workbench
from engine.labs.features.records import AskDictionaries, AskDictionary, Dictionaries, OneDictionary


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


ANSWERS = {AskDictionaries: dictionaries, AskDictionary: dictionary}

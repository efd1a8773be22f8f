"""What the view of features shows, found without Qt: the dictionary, the list's rows, and the page of one feature."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, cast

import numpy as np

from engine.dictionaries.records import DictionaryInfo, FeatureName
from engine.labs.features import records
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
    FeatureContrast,
    FeatureEffects,
    Firing,
    Index,
    KeepNote,
    Note,
    Notes,
    OneDictionary,
    Reading,
    Tried,
)
from engine.questions import Finding, Question, Refused
from engine.records import F32, I32, Vocabulary
from engine.run import Run
from viz.labs.features import options
from viz.ui_state import UiState

LIGHT = 3e12  # operations up to which effects are estimated without being asked for
Found = TypeVar("Found", bound=Finding)


@dataclass(frozen=True)
class Listed:
    """The rows of the list: features, and the numbers of each column beyond what is known of all."""

    features: I32  # [m]
    columns: tuple[str, ...] = ()
    numbers: F32 = field(default_factory=lambda: np.empty((0, 0), np.float32))  # [m, columns]


NAN = float("nan")


@dataclass(frozen=True)
class Facts:
    """What is said of what was found; NaN where it was not."""

    active: float = NAN  # features that are not 0, a position
    density: float = NAN  # of the feature
    covered: float = NAN  # share of its 20 strongest positions that the automatic label covers
    covered_random: float = NAN  # the same of positions drawn at random
    tried: float = NAN  # its largest activation in the typed text
    strongest: float = NAN  # bits that the measured features with the largest estimates change, on average
    drawn: float = NAN  # the same of those drawn at random
    agreement: float = NAN  # correlation of estimates and measurements


@dataclass(frozen=True)
class FeaturesFrame:
    """What is known of the dictionary that is looked at, its list, and one of its features."""

    has_model: bool
    by: str
    page: str
    range: str
    infos: tuple[DictionaryInfo, ...]  # that can be chosen
    info: DictionaryInfo | None
    why_none: str  # a sentence of what is wrong with the dictionary
    asked: bool  # what there is has been asked and is not told yet
    feature: int  # -1: none
    listed: Listed
    index: Index | None
    reads: AskIndex | None  # what the button asks
    notes: Notes | None
    contexts: Contexts | None
    reading: Reading | None
    tried: Tried | None
    firing: Firing | None
    effects: FeatureEffects | None
    at_token: AtToken | None
    contrast: FeatureContrast | None
    refused: str  # of what is on screen
    begins: Question | None  # what the button of this list asks
    questions: tuple[Question, ...]
    vocabulary: Vocabulary | None
    position: int  # that the run is looked at
    facts: Facts
    ui: UiState

    @property
    def note(self) -> Note:
        """The person's own about the feature."""
        return note_of(self.notes, self.feature)

    def label(self, feature: int) -> str:
        """The person's own label, else the automatic one, else nothing."""
        own = note_of(self.notes, feature).label
        automatic = self.index.labels if self.index is not None else ()
        return own or (automatic[feature] if 0 <= feature < len(automatic) else "")

    def number(self, name: str, feature: int) -> float:
        """A feature's "density", "largest" or "mean" over the text; NaN where it is not known."""
        values: F32 | None = getattr(self.index, name, None)
        return float(values[feature]) if values is not None and 0 <= feature < len(values) else float("nan")


def note_of(notes: Notes | None, feature: int) -> Note:
    """What a person noted of a feature."""
    return next((it for it in notes.notes if it.feature == feature), Note(feature)) if notes else Note(feature)


class _Asking:
    """Looks findings up, and keeps what is asked and what was refused."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self.questions: list[Question] = []
        self.refused = ""

    def found(self, question: Question, kind: type[Found], ask: bool = True) -> Found | None:
        """The finding; where there is none it is asked for, and where it was refused the sentence is kept."""
        found = self._run.findings.get(question)
        if isinstance(found, Refused):
            self.refused = self.refused or found.sentence
        elif found is None and ask:
            self.questions.append(question)
        return found if isinstance(found, kind) else None


def features_frame(run: Run, ui: UiState, mine: UiState, value: dict[str, object]) -> FeaturesFrame:
    """The frame; `value` are the view's options, and `mine` is the state with them alone."""
    asking = _Asking(run)
    by, page = str(value["by"]), str(value["page"])
    infos, info, why = _dictionary(run, ui, asking)
    node = _node(run, ui)
    base = FeaturesFrame(
        run.info is not None, by, page, str(value["range"]), infos, info, why, bool(asking.questions), -1,
        Listed(np.empty(0, np.int32)), None, None, None, None, None, None, None, None, None, None, "", None,
        tuple(asking.questions), run.vocabulary, node, Facts(), mine,
    )  # fmt: skip
    if info is None or run.info is None:
        return base
    reads = AskIndex(info.name, _text(value), int(cast(int, value["tokens"])), make=True)
    index = _index(run, reads, asking)
    notes = newest_notes(run, info.sha256, asking)
    parts = _of_list(run, ui, by, info, reads, index, node, value, asking)
    listed = _listed(by, info, index, notes, parts, str(value["find"]))
    feature = _feature(ui, info, listed, bool(str(value["find"]).strip()))
    shown = _page(page, info, reads, index, feature, str(value["typed"]), asking)
    return FeaturesFrame(
        True, by, page, base.range, infos, info, why, False, feature, listed, index, reads, notes, shown.contexts,
        shown.reading, shown.tried, parts.firing, parts.effects, parts.at_token, parts.contrast, asking.refused,
        parts.begins, tuple(asking.questions), run.vocabulary, node, _facts(index, feature, shown.tried, parts.effects),
        mine,
    )  # fmt: skip


def _facts(index: Index | None, feature: int, tried: Tried | None, effects: FeatureEffects | None) -> Facts:
    covered = index.covered if index is not None else None
    density = index.density if index is not None else None
    made = index is not None and index.made
    return Facts(
        index.active if index is not None and made else NAN,
        float(density[feature]) if density is not None and feature >= 0 else NAN,
        float(covered[feature]) if covered is not None and feature >= 0 else NAN,
        index.covered_random if index is not None and made else NAN,
        float(tried.values.max(initial=0.0)) if tried is not None else NAN,
        *((NAN, NAN, NAN) if effects is None else _of_measured(effects)),
    )


def _of_measured(found: FeatureEffects) -> tuple[float, float, float]:
    """Mean amounts of the strongest and of those drawn at random, and how estimates and measurements agree."""
    exact = np.concatenate([found.exact, found.drawn_exact])
    estimates = np.concatenate([found.exact_estimates, found.drawn_estimates])
    strongest, drawn = (float(np.abs(it).mean()) if len(it) else NAN for it in (found.exact, found.drawn_exact))
    return strongest, drawn, correlation(estimates, exact)


def correlation(a: F32, b: F32) -> float:
    """Pearson's r; NaN where one of the two does not vary."""
    if len(a) < 3 or a.std() == 0 or b.std() == 0:
        return NAN
    return float(np.corrcoef(a, b)[0, 1])


def _text(value: dict[str, object]) -> str:
    """The text's name as questions have it."""
    chosen = str(value["text"])
    names = {options.BOTH: records.BOTH, options.NOVELS: records.NOVELS, options.SAMPLE: records.SAMPLE}
    return names.get(chosen) if chosen in names else str(value["file"]) or records.BOTH  # type: ignore[return-value]


def _node(run: Run, ui: UiState) -> int:
    """The node that the run is looked at; -1 where there is none."""
    position = len(run) - 1 if ui.position is None else min(max(ui.position, 0), len(run) - 1)
    return run.path[position] if position >= 0 else -1


def _dictionary(
    run: Run, ui: UiState, asking: _Asking
) -> tuple[tuple[DictionaryInfo, ...], DictionaryInfo | None, str]:  # fmt: skip
    """Those that fit, the one that is looked at, and what is wrong with it."""
    if run.info is None:
        return (), None, ""
    there = asking.found(AskDictionaries(), Dictionaries)
    pairs = zip(there.infos, there.why_not, strict=True) if there is not None else ()
    fits = tuple(info for info, why in pairs if not why)
    if not ui.feature.dictionary:
        return fits, fits[0] if fits else None, ""
    known = next((info for info in fits if info.name == ui.feature.dictionary), None)
    if known is not None:
        return fits, known, ""
    one = asking.found(AskDictionary(ui.feature.dictionary), OneDictionary)
    if one is None:
        return fits, None, asking.refused
    return (fits, None, one.why_not) if one.why_not else ((*fits, one.info), one.info, "")


def _index(run: Run, reads: AskIndex, asking: _Asking) -> Index | None:
    made = run.findings.get(reads)
    if isinstance(made, Refused):
        asking.refused = made.sentence
    if isinstance(made, Index):
        return made
    return asking.found(AskIndex(reads.dictionary, reads.text, reads.tokens), Index)


def newest_notes(run: Run, sha256: str, asking: _Asking | None = None) -> Notes | None:
    """The newest notes on a dictionary: those that were read, or came back when one was kept."""
    found = [it for it in run.findings.values() if isinstance(it, Notes) and it.sha256 == sha256]
    if not found and asking is not None:
        return asking.found(AskNotes(sha256), Notes)
    return max(found, key=lambda it: it.revision, default=None)


def refused_note(run: Run) -> str:
    """Why the last note could not be kept."""
    found = [it for question, it in run.findings.items() if isinstance(question, KeepNote)]
    return found[-1].sentence if found and isinstance(found[-1], Refused) else ""


# -- the list ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Parts:
    firing: Firing | None = None
    effects: FeatureEffects | None = None
    at_token: AtToken | None = None
    contrast: FeatureContrast | None = None
    begins: Question | None = None


def _of_list(
    run: Run, ui: UiState, by: str, info: DictionaryInfo, reads: AskIndex, index: Index | None, node: int,
    value: dict[str, object], asking: _Asking,
) -> _Parts:  # fmt: skip
    """What the list is made of."""
    in_run = run.run_id > 0 and node >= 0 and not ui.playing
    if by == options.HERE and node >= 0:
        return _Parts(firing=asking.found(AskFiring(node, info.name), Firing, in_run))
    if by == options.EFFECT and node >= 0:
        measured = int(cast(int, value["measured"]))
        question = AskFeatureEffects(node, info.name, str(value["token"]), measured)
        passes = (3 + 2 * measured) * 2.0 * run.info.n_parameters * len(run.path_to(node)) if run.info else 0.0
        found = asking.found(question, FeatureEffects, in_run and passes <= LIGHT)
        return _Parts(effects=found, begins=question if found is None and in_run and passes > LIGHT else None)
    if by == options.TOKEN and str(value["at"]).strip() and index is not None and index.made:
        at = AskAtToken(info.name, reads.text, reads.tokens, str(value["at"]).strip())
        return _Parts(at_token=asking.found(at, AtToken))
    if by == options.CONTRAST and str(value["a"]).strip() and str(value["b"]).strip():
        sets = AskFeatureContrast(info.name, str(value["a"]), str(value["b"]))
        contrast = asking.found(sets, FeatureContrast, False)
        return _Parts(contrast=contrast, begins=sets)
    return _Parts()


def _listed(
    by: str, info: DictionaryInfo, index: Index | None, notes: Notes | None, parts: _Parts, find: str
) -> Listed:  # fmt: skip
    """The rows that are found, in their order."""
    listed = _rows(by, info, index, notes, parts)
    wanted = find.strip().casefold()
    if not wanted:
        return listed
    keep = np.array([_is_found(int(it), wanted, index, notes) for it in listed.features], bool)
    return Listed(
        listed.features[keep], listed.columns, listed.numbers[keep] if len(listed.columns) else listed.numbers
    )


def _rows(by: str, info: DictionaryInfo, index: Index | None, notes: Notes | None, parts: _Parts) -> Listed:
    none = Listed(np.empty(0, np.int32))
    if by == options.HERE:
        it = parts.firing
        return none if it is None else _columns(it.features, activation=it.values)
    if by == options.EFFECT:
        return none if parts.effects is None else _of_effects(parts.effects)
    if by == options.TOKEN:
        at = parts.at_token
        if at is None:
            return none
        return _columns(at.features, **{"mean there": at.here, "mean": at.overall, "active there": at.densities})
    if by == options.CONTRAST:
        two = parts.contrast
        return none if two is None else _columns(two.features, difference=two.measured, error=two.errors, t=two.t)
    if by == options.STARRED:
        return Listed(
            np.array([it.feature for it in notes.notes if it.feature < info.width] if notes else [], np.int32)
        )
    density = index.density if index is not None else None
    order = np.arange(info.width) if density is None else np.argsort(-density, kind="stable")
    return Listed(order.astype(np.int32))


def _columns(features: I32, **columns: F32) -> Listed:
    return Listed(features, tuple(columns), np.stack(list(columns.values()), 1).astype(np.float32))


def _of_effects(found: FeatureEffects) -> Listed:
    exact = dict(zip(found.measured.tolist(), found.exact.tolist(), strict=True))
    exact |= dict(zip(found.drawn.tolist(), found.drawn_exact.tolist(), strict=True))
    measured = np.array([exact.get(it, np.nan) for it in found.features.tolist()], np.float32)
    return _columns(found.features, estimated=found.estimates, measured=measured, position=found.at.astype(np.float32))


def _is_found(feature: int, wanted: str, index: Index | None, notes: Notes | None) -> bool:
    """Whether a number is meant, or a label, a note or a list's name has the text in it."""
    if wanted.lstrip("f").isdecimal():
        return str(feature) == wanted.lstrip("f")
    note = note_of(notes, feature)
    automatic = index.labels[feature] if index is not None and index.labels else ""
    return any(wanted in text.casefold() for text in (automatic, note.label, note.text, *note.lists))


def _feature(ui: UiState, info: DictionaryInfo, listed: Listed, looked_for: bool) -> int:
    """The feature that the page is of: the chosen one of this dictionary, else the first of the list.

    Where a person looks for one, the chosen one is shown only where it is among those found.
    """
    chosen: FeatureName = ui.feature
    first = int(listed.features[0]) if len(listed.features) else -1
    if not 0 <= chosen.index < info.width or chosen.dictionary not in ("", info.name):
        return first
    return first if looked_for and chosen.index not in listed.features else chosen.index


# -- the page ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Shown:
    contexts: Contexts | None = None
    reading: Reading | None = None
    tried: Tried | None = None


def _page(
    page: str, info: DictionaryInfo, reads: AskIndex, index: Index | None, feature: int, typed: str, asking: _Asking
) -> _Shown:  # fmt: skip
    """What the page shows of the feature."""
    if feature < 0:
        return _Shown()
    contexts = reading = tried = None
    if index is not None and index.made and page in (options.ACTIVE, options.FEEDS):
        contexts = asking.found(AskContexts(info.name, reads.text, reads.tokens, feature), Contexts)
    if page in (options.WRITES, options.FEEDS) and index is not None:
        largest = float(index.largest[feature]) if index.largest is not None else 0.0
        reading = asking.found(AskReading(info.name, feature, round(largest, 4) or 1.0), Reading)
    if page == options.TRY and typed.strip():
        tried = asking.found(AskTry(info.name, feature, typed), Tried)
    return _Shown(contexts, reading, tried)

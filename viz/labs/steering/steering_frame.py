"""What the steering view shows: what steers, what is asked of it, and what was written at each strength."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from engine.dictionaries.records import DictionaryInfo, FeatureName
from engine.errors import InputRefused
from engine.labs.features.records import AskDictionaries, AskDictionary, Dictionaries, OneDictionary
from engine.labs.steering.records import (
    STRENGTHS,
    VECTOR_STRENGTHS,
    WAYS,
    AskDial,
    AskFeatureSteering,
    AskVectorSteering,
    DialFound,
    FeatureChange,
    Steering,
    SteeringVector,
)
from engine.questions import Question, Refused
from engine.records import F32, ModelInfo, Positions, Sampling, Since
from engine.run import Run
from engine.sentences import say
from viz.board import positions_of
from viz.lab import QT_TRANSLATE_NOOP
from viz.looked_at import position_of
from viz.token_text import plain_text
from viz.typed_number import plain_number
from viz.ui_state import Option, UiState

OWNER: Final = "steering"
FEATURE, TEXTS, WORDS = "feature", "texts", "words"
DRAWN: Final = ("likeliest", "sampled")
MOST_TYPED = 16
MIDDLE = 0.4  # of the layers, from the first: where a direction steers best in small models
_LINES = re.compile(r"[\n|]")

OPTIONS: Final = (
    Option(
        "what", QT_TRANSLATE_NOOP("SteeringView", "Steer with"), "choice", FEATURE, choices=(FEATURE, WORDS, TEXTS),
        shown=(
            QT_TRANSLATE_NOOP("SteeringView", "a feature"),
            QT_TRANSLATE_NOOP("SteeringView", "a pair of words"),
            QT_TRANSLATE_NOOP("SteeringView", "two sets of texts"),
        ),
        tip=QT_TRANSLATE_NOOP(
            "SteeringView",
            "A feature of a dictionary, or a steering vector: the mean state of one side less that of the other.",
        ),
    ),
    Option(
        "way", QT_TRANSLATE_NOOP("SteeringView", "Way"), "choice", WAYS[0],
        choices=WAYS[:3],
        shown=(
            QT_TRANSLATE_NOOP("SteeringView", "add"),
            QT_TRANSLATE_NOOP("SteeringView", "clamp"),
            QT_TRANSLATE_NOOP("SteeringView", "multiply"),
        ),
        tip=QT_TRANSLATE_NOOP(
            "SteeringView",
            "Add to the feature's activation, set it to a value, or multiply it: by 0 the feature is switched off.",
        ),
    ),
    Option(
        "layer", QT_TRANSLATE_NOOP("SteeringView", "Layer"), "integer", -1, low=-1, high=999,
        least=QT_TRANSLATE_NOOP("SteeringView", "the middle"),
        tip=QT_TRANSLATE_NOOP(
            "SteeringView",
            "After which layer a pair of words or sets of texts is read and added, -1 is the middle; a feature has "
            "that of its dictionary.",
        ),
    ),
    Option(
        "strength", QT_TRANSLATE_NOOP("SteeringView", "Strength"), "number", 2.0, low=-10.0, high=20.0, step=0.5,
        tip=QT_TRANSLATE_NOOP(
            "SteeringView",
            "How strongly it is put on the intervention list and continued with, in units of the feature's maximum or "
            "of the vector's length.",
        ),
    ),
    Option(
        "tokens", QT_TRANSLATE_NOOP("SteeringView", "Tokens"), "integer", 24, low=4, high=100, step=4,
        tip=QT_TRANSLATE_NOOP("SteeringView", "How many tokens are generated at each strength."),
    ),
    Option(
        "drawn", QT_TRANSLATE_NOOP("SteeringView", "Next token"), "choice", DRAWN[0],
        choices=DRAWN,
        shown=(
            QT_TRANSLATE_NOOP("SteeringView", "the most likely"),
            QT_TRANSLATE_NOOP("SteeringView", "drawn, with the same seed"),
        ),
        tip=QT_TRANSLATE_NOOP(
            "SteeringView", "Drawn: with the run's sampling settings and the same random numbers at every strength."
        ),
    ),
    Option(
        "frozen", QT_TRANSLATE_NOOP("SteeringView", "Also with attention frozen"), "switch", True,
        tip=QT_TRANSLATE_NOOP(
            "SteeringView",
            "Beside it the same with every head attending as it does in the original model on the same tokens.",
        ),
    ),
    Option(
        "where", QT_TRANSLATE_NOOP("SteeringView", "Positions"), "text", "all", in_bar=False,
        tip=QT_TRANSLATE_NOOP(
            "SteeringView", "Positions it applies to: all, generated (after the text), last, or a list such as 3,5-8"
        ),
    ),
    Option(
        "strengths", QT_TRANSLATE_NOOP("SteeringView", "Strengths"), "text", "",
        in_bar=False,
        tip=QT_TRANSLATE_NOOP(
            "SteeringView", "The strengths that are tried, 16 at most, such as 0 1 2 3 4 6 10; empty: the usual ones"
        ),
    ),
    Option(
        "towards", QT_TRANSLATE_NOOP("SteeringView", "Towards"), "text", "", in_bar=False, long=True,
        tip=QT_TRANSLATE_NOOP("SteeringView", "A word, or texts separated by line breaks or |"),
    ),
    Option(
        "away", QT_TRANSLATE_NOOP("SteeringView", "Away from"), "text", "", in_bar=False, long=True,
        tip=QT_TRANSLATE_NOOP("SteeringView", "A word, or texts separated by line breaks or |"),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class DialRow:
    """What one strength of one variant wrote."""

    text: str
    perplexity: float
    distinct: float  # share of its tokens that are different ones
    share: float  # its strength as a share of the state's norm, 0 = not known


@dataclass(frozen=True)
class SteeringFrame:
    """Everything the view shows."""

    ui: UiState
    what: str
    feature: FeatureName  # index -1: none is chosen
    info: DictionaryInfo | None
    needs: Question | None  # asked by itself: which dictionary there is, what the feature's unit is, the vector
    steering: Steering | None
    question: AskDial | None  # what the button asks
    found: DialFound | None
    rows: Mapping[str, tuple[DialRow, ...]]  # of each variant, for each strength
    going: bool
    refused: str
    why_not: str  # what is missing, "model", "text", "dictionary", "feature", "typed"
    strength: float
    chosen: int  # the row of that strength, -1 for none
    where: str
    after: str  # the end of the text gone on from
    node: int
    n_tokens: int

    @property
    def change(self) -> FeatureChange | SteeringVector | None:
        """The change at the chosen strength, as the list takes it; its positions are the question's."""
        if self.steering is None or self.question is None:
            return None
        change = self.steering.change.with_strength(self.strength)
        return change.with_positions(self.question.change.positions)

    @property
    def norms(self) -> F32:
        """[S] the strengths as shares of the state's norm."""
        if self.found is None:
            return np.zeros(0, np.float32)
        return (self.found.strengths * np.float32(self.found.asked.change.share)).astype(np.float32)


def steering_frame(run: Run, ui: UiState) -> SteeringFrame:
    """The frame of what is chosen now."""
    option = {it.name: ui.option(OWNER, it) for it in OPTIONS}
    what = str(option["what"])
    feature, info, needs, refused, why = _source(run, ui, option)
    steering, asked = None, None
    if needs is None and not why and not refused:
        asked = _steering_question(option, run.info, feature)
        why = "typed" if asked is None else ""
        answer = run.findings.get(asked) if asked is not None else None
        steering = answer if isinstance(answer, Steering) else None
        refused = answer.sentence if isinstance(answer, Refused) else ""
        needs = asked if answer is None else None
    position = position_of(run, ui)
    node = run.path[position] if position >= 0 else -1
    question = None
    if steering is not None and node >= 0:
        try:
            question = _dial(run, steering, option, node, position)
        except InputRefused as error:
            refused = str(error)
    found, sentence = _newest(run, question)
    strength = float(option["strength"])
    return SteeringFrame(
        ui, what, feature, info, needs, steering, question, found, _rows(run, found), AskDial.__name__ in ui.going,
        refused or sentence, why or ("text" if position < 0 else ""), strength, _row_of(found, strength),
        str(option["where"]), plain_text(run.vocabulary, run.token_ids[: position + 1].tolist())[-60:], node,
        int(option["tokens"]),
    )  # fmt: skip


def _source(
    run: Run, ui: UiState, option: Mapping[str, object]
) -> tuple[FeatureName, DictionaryInfo | None, Question | None, str, str]:
    """The feature and its dictionary, what has to be asked first, what was refused, and what is missing."""
    if run.info is None:
        return ui.feature, None, None, "", "model"
    if option["what"] != FEATURE:
        return ui.feature, None, None, "", ""
    asked: Question = AskDictionary(ui.feature.dictionary) if ui.feature.dictionary else AskDictionaries()
    found = run.findings.get(asked)
    if found is None:
        return ui.feature, None, asked, "", ""
    if isinstance(found, Refused):
        return ui.feature, None, None, found.sentence, ""
    info: DictionaryInfo | None = None
    if isinstance(found, OneDictionary):
        if found.why_not:
            return ui.feature, found.info, None, found.why_not, ""
        info = found.info
    elif isinstance(found, Dictionaries):
        info = next((it for it, why in zip(found.infos, found.why_not, strict=True) if not why), None)
    if info is None:
        return ui.feature, None, None, "", "dictionary"
    feature = FeatureName(info.name, ui.feature.index)
    return feature, info, None, "", "" if feature.index >= 0 else "feature"


def _steering_question(option: Mapping[str, object], info: ModelInfo | None, feature: FeatureName) -> Question | None:
    if option["what"] == FEATURE:
        way = str(option["way"])
        return AskFeatureSteering(feature, way)  # type: ignore[arg-type]  # one of the choices
    sides = [typed_texts(str(option[name])) for name in ("towards", "away")]
    if not all(sides):
        return None
    layer = int(str(option["layer"]))
    if layer < 0:
        layer = int(MIDDLE * info.n_layers) if info is not None else 0
    return AskVectorSteering(layer, sides[0], sides[1], option["what"] == WORDS)


def typed_texts(text: str) -> tuple[str, ...]:
    """The texts of a field, one a line."""
    return tuple(part.strip() for part in _LINES.split(text) if part.strip())


def typed_strengths(text: str) -> tuple[float, ...]:
    """Strengths in rising order. Raises InputRefused where they are none."""
    try:
        found = sorted({float(plain_number(part)) for part in re.split(r"[\s;]+", text.strip()) if part})
    except ValueError:
        found = []
    if not found or len(found) > MOST_TYPED or not all(abs(it) <= 1000 for it in found):
        raise InputRefused(
            say(
                "Strengths are numbers with spaces between them, {most} at most, such as 0 1 2 3, but “{text}” was "
                "given.",
                most=MOST_TYPED,
                text=text[:60],
            )
        )
    return tuple(found)


def _dial(run: Run, steering: Steering, option: Mapping[str, object], node: int, position: int) -> AskDial:
    """Raises InputRefused where positions or strengths cannot be read."""
    where = positions_of(str(option["where"]))
    positions: Positions = where if not isinstance(where, str) else None
    if where == "generated":
        positions = Since(position + 1)
    elif where == "last":
        positions = (position,)
    sampling = run.sampling if option["drawn"] == DRAWN[1] else Sampling(temperature=0.0)
    return AskDial(
        steering.change.with_positions(positions), steering.control, node,
        _strengths(str(option["strengths"]), option["what"]),
        int(str(option["tokens"])), sampling, bool(option["frozen"]),
    )  # fmt: skip


def _strengths(text: str, what: object) -> tuple[float, ...]:
    if text.strip():
        return typed_strengths(text)
    return STRENGTHS if what == FEATURE else VECTOR_STRENGTHS


def _newest(run: Run, question: AskDial | None) -> tuple[DialFound | None, str]:
    """What came last of this question, else of any; and why there is nothing newer."""
    other: DialFound | None = None
    refused = ""
    for asked in reversed(run.findings):
        if not isinstance(asked, AskDial):
            continue
        found, root = run.findings[asked], replace(asked, have=(), known=())
        if root == question and isinstance(found, Refused) and not refused:
            refused = found.sentence
        if isinstance(found, DialFound):
            if root == question:
                return found, refused
            other = other or found
    return other, refused


def _rows(run: Run, found: DialFound | None) -> dict[str, tuple[DialRow, ...]]:
    if found is None:
        return {}
    share = found.asked.change.share
    return {
        variant: tuple(
            DialRow(
                plain_text(run.vocabulary, [int(it) for it in found.token_ids[at, row] if it >= 0]),
                float(found.perplexity[at, row]), float(found.distinct[at, row]), abs(share * float(strength)),
            )
            for row, strength in enumerate(found.strengths)
        )
        for at, variant in enumerate(found.variants)
    }  # fmt: skip


def _row_of(found: DialFound | None, strength: float) -> int:
    if found is None:
        return -1
    near = np.flatnonzero(np.abs(found.strengths - strength) < 1e-6)
    return int(near[0]) if len(near) else -1

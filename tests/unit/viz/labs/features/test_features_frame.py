"""Which rows the list has, which feature the page is of, and what is asked for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.dictionaries.records import NO_FEATURE, FeatureName
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
    Dictionaries,
    KeepNote,
    Note,
    Notes,
    OneDictionary,
)
from engine.questions import Refused
from engine.run import Run
from tests.helpers.features import INFO, NAME, NOTES, READS, N, effects, known
from tests.helpers.runs import no_model, one_step
from viz.labs.features.features_frame import FeaturesFrame
from viz.labs.features.features_view import FeaturesView
from viz.ui_state import UiState


def ui_of(feature: FeatureName = NO_FEATURE, **options: object) -> UiState:
    ui = UiState(feature=feature)
    for name, value in options.items():
        ui = ui.with_option("features", name, value)
    return ui


def frame(run: Run, feature: FeatureName = NO_FEATURE, **options: object) -> FeaturesFrame:
    return FeaturesView.frame(run, ui_of(feature, **options))


def test_the_list_is_of_all_features_by_density_and_the_page_of_the_first() -> None:
    found = frame(known())
    assert found.listed.features.tolist() == list(range(N))
    assert found.feature == 0
    assert found.contexts is not None
    assert found.questions == ()


def test_what_lacks_is_asked_for_and_a_text_is_read_by_the_button_alone() -> None:
    run = one_step()
    assert frame(run).questions == (AskDictionaries(),)
    run.findings[AskDictionaries()] = Dictionaries((INFO,), ("",))
    found = frame(run)
    assert set(found.questions) == {AskIndex(NAME, "both", 30_000), AskNotes("abc")}
    assert not any(isinstance(it, AskIndex) and it.make for it in found.questions)
    assert found.reads == READS
    assert frame(known(made=False)).contexts is None


@pytest.mark.parametrize(
    ("find", "expected"),
    [("F3", [3]), ("3", [3]), ("CAT", [1]), ("digits", [2]), ("dates", [2]), ("mine", [2]), ("later", [5]),
     ("nothing like it", [])],
)  # fmt: skip
def test_features_are_found_by_number_label_note_and_list(find: str, expected: list[int]) -> None:
    assert frame(known(), find=find).listed.features.tolist() == expected


def test_a_persons_label_takes_the_automatic_ones_place() -> None:
    found = frame(known())
    assert (found.label(2), found.label(1), found.label(N - 1)) == ("my digits", "cat, dog", "")


def test_what_fires_here_is_listed_by_its_activation() -> None:
    found = frame(known(), by="here")
    assert found.listed.features.tolist() == [4, 2]
    assert found.listed.numbers[:, 0].tolist() == [2.5, 0.5]
    assert found.feature == 4
    run = known()
    del run.findings[AskFiring(run.path[-1], NAME)]
    assert AskFiring(run.path[-1], NAME) in frame(run, by="here").questions
    playing = FeaturesView.frame(run, replace(ui_of(by="here"), playing=True))
    assert AskFiring(run.path[-1], NAME) not in playing.questions


def test_effects_have_their_estimate_and_what_was_measured() -> None:
    run = known()
    found = frame(run, by="effect")
    assert found.listed.columns == ("estimated", "measured", "position")
    told = effects(run.path[-1])
    np.testing.assert_array_equal(found.listed.numbers[:, 0], told.estimates)
    np.testing.assert_array_equal(found.listed.numbers[:, 1], np.array([-1.0, 0.4, np.nan, 0.05], np.float32))
    asked = AskFeatureEffects(run.path[-1], NAME, "", 16)
    del run.findings[asked]
    assert asked in frame(run, by="effect").questions
    assert run.info is not None
    run.info = replace(run.info, n_parameters=10**12)
    heavy = frame(run, by="effect")
    assert asked not in heavy.questions
    assert FeaturesView.begins(heavy) == asked


def test_a_token_and_a_contrast_are_asked_about_when_they_are_typed() -> None:
    asked = AskAtToken(NAME, "both", 30_000, "Paris")
    assert asked in frame(known(), by="token", at=" Paris ").questions
    assert not any(isinstance(it, AskAtToken) for it in frame(known(), by="token").questions)
    assert not any(isinstance(it, AskAtToken) for it in frame(known(made=False), by="token", at="x").questions)
    sets = frame(known(), by="contrast", a="one", b="two")
    assert sets.begins == AskFeatureContrast(NAME, "one", "two")
    assert not sets.questions


def test_starred_and_listed_ones_are_those_with_a_note() -> None:
    assert frame(known(), by="starred").listed.features.tolist() == [2, 5]


def test_each_page_asks_for_what_it_shows() -> None:
    chosen = FeatureName(NAME, 7)
    run = known()
    for question in list(run.findings):
        if isinstance(question, AskContexts | AskReading | AskTry):
            del run.findings[question]
    largest = round(float(10 * np.linspace(0.3, 0.0, N).astype(np.float32)[7]), 4)
    ask_page, ask_reading = AskContexts(NAME, "both", 30_000, 7), AskReading(NAME, 7, largest)
    assert frame(run, chosen).questions == (ask_page,)
    assert frame(run, chosen, page="writes").questions == (ask_reading,)
    assert frame(run, chosen, page="feeds").questions == (ask_page, ask_reading)
    assert frame(run, chosen, page="try", typed="a b").questions == (AskTry(NAME, 7, "a b"),)
    assert frame(run, chosen, page="try").questions == ()


def test_the_newest_note_counts_and_a_refused_index_is_said() -> None:
    run = known()
    run.findings[KeepNote("abc", Note(1, "new"))] = Notes("abc", (*NOTES.notes, Note(1, "new")), 5)
    assert frame(run).label(1) == "new"
    run.findings[READS] = Refused("no text in it")
    assert frame(run).refused == "no text in it"


def test_a_dictionary_of_another_model_is_said_and_a_named_one_is_looked_up() -> None:
    run = known()
    other = FeatureName("/some/file.safetensors", 3)
    assert AskDictionary(other.dictionary) in frame(run, other).questions
    run.findings[AskDictionary(other.dictionary)] = OneDictionary(replace(INFO, name=other.dictionary), "too wide")
    found = frame(run, other)
    assert (found.info, found.why_none) == (None, "too wide")
    run.findings[AskDictionary(other.dictionary)] = OneDictionary(replace(INFO, name=other.dictionary), "")
    assert frame(run, other).info == replace(INFO, name=other.dictionary)


def test_without_a_model_nothing_is_asked() -> None:
    assert frame(no_model()).questions == ()
    assert not frame(no_model()).has_model


def test_an_index_of_a_feature_that_is_not_there_shows_the_first() -> None:
    assert frame(known(), FeatureName(NAME, N)).feature == 0
    assert frame(known(), FeatureName("other", 3)).feature == -1


def test_a_feature_that_is_looked_for_is_shown_though_another_is_chosen() -> None:
    chosen = FeatureName(NAME, 3)
    assert frame(known(), chosen, find="F7").feature == 7
    assert frame(known(), chosen, find="word").feature == 3, "it is among those found"
    assert frame(known(), chosen, find="nothing like it").feature == -1
    assert frame(known(), chosen).feature == 3


def test_facts_are_those_of_what_was_found() -> None:
    run = known()
    found = frame(run, by="effect", page="try", typed="the cat", find="F0").facts
    told = effects(run.path[-1])
    assert found.strongest == pytest.approx(np.abs(told.exact).mean())
    assert found.drawn == pytest.approx(0.05)
    empty = frame(known(made=False)).facts
    assert np.isnan(empty.active)
    assert np.isnan(empty.strongest)

"""Features as points on a map: their rows and what is known of each."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.dictionaries import files, noted
from engine.dictionaries.records import Activity, Hook
from engine.errors import InputRefused
from engine.labkit.own_points import needs_model, points_of
from engine.labkit.workbench import Bench
from engine.labs.feature_map.geometry import nearest_rows
from engine.labs.feature_map.records import names_from
from engine.labs.feature_map.records import points_of as space_of
from engine.labs.features import notes
from engine.labs.features.records import KeepNote, Note
from engine.maps.points import points_space
from engine.records import Space
from tests.helpers.dictionaries import random_dictionary
from tests.helpers.sessions import tiny_session
from tests.helpers.workbench import bench


def test_points_are_the_decoder_rows_of_one_or_several_dictionaries(tmp_path: Path) -> None:
    table, made = bench(tiny_session()), []
    for layer, width in ((0, 20), (1, 30)):
        path = tmp_path / f"{layer}: x.safetensors"
        density = np.linspace(0, 0.5, width).astype(np.float32)
        activity = Activity(100, density, 2 * density, density)
        files.save(path, random_dictionary(32, width, Hook("resid", layer), seed=layer), activity)
        made.append(files.read(path, str(path)))
    infos = [dictionary.info for dictionary, _ in made]
    one = space_of(infos[:1])
    assert needs_model(one)
    assert names_from(one.what) == ((infos[0].name, 20),)
    found = points_of(one, table)
    np.testing.assert_array_equal(found.vectors, made[0][0].w_dec.numpy())
    assert found.names[7] == "F7"
    assert [group.title for group in found.groups] == ["activity"]
    assert found.groups[0].codes.tolist() == [1] + 19 * [0]
    told = made[0][1]
    assert told is not None
    by_title = {measure.title: measure.values for measure in found.measures}
    np.testing.assert_allclose(
        by_title["density (log10 of the share of positions)"][1:], np.log10(told.density[1:]), rtol=1e-6
    )
    assert np.isnan(by_title["density (log10 of the share of positions)"][0])
    np.testing.assert_array_equal(by_title["cosine with the nearest direction"], nearest_rows(made[0][0].w_dec)[0])
    both = points_of(space_of(infos), table)
    assert len(both.vectors) == 50
    assert both.names[20] == "L1 F0"
    assert both.groups[0].codes.tolist() == 20 * [0] + 30 * [1]
    assert points_space(space_of(infos), both).background.names is not None


def test_own_labels_and_lists_are_on_the_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORRERY_CONFIG", str(tmp_path / "config"))
    table, path = bench(tiny_session()), tmp_path / "a.safetensors"
    files.save(path, random_dictionary(32, 20, Hook("resid", 0)))
    space = space_of([files.read_info(path, str(path))])
    assert [group.title for group in points_of(space, table).groups] == []
    sha256 = files.read_info(path).sha256
    for feature, label, lists in ((3, "of phrases", ("grammar", "z")), (4, "", ("animals",)), (5, "dogs", ())):
        notes.keep(KeepNote(sha256, Note(feature, label, lists=lists)), Bench(lambda *_: None, lambda: False))
    found = points_of(space, table)
    assert found.names[2:6] == ("F2", "F3 of phrases", "F4", "F5 dogs")
    (group,) = found.groups
    assert group.names == ("on none", "animals", "grammar")
    assert np.flatnonzero(group.codes).tolist() == [3, 4]
    assert group.codes[3:5].tolist() == [2, 1]
    noted.path_of(sha256).write_text("[", "utf-8")
    assert points_of(space, table).names[3] == "F3"


def test_what_is_no_features_or_has_changed_is_refused(tmp_path: Path) -> None:
    table, path = bench(tiny_session()), tmp_path / "a.safetensors"
    files.save(path, random_dictionary(32, 20, Hook("resid", 0)))
    for what in ("", "x", "12", "12:", ":a", "123456789:a"):
        with pytest.raises(InputRefused, match="names no features"):
            points_of(Space("points", points=f"feature_map/{what}"), table)
    with pytest.raises(InputRefused, match="has changed"):
        points_of(Space("points", points=f"feature_map/21:{path}"), table)
    files.save(path, random_dictionary(24, 20, Hook("resid", 0)))
    with pytest.raises(InputRefused, match="reads 24 numbers"):
        points_of(Space("points", points=f"feature_map/20:{path}"), table)

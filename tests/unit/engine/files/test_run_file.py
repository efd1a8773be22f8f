"""Run files: what is saved comes back the same, and what is no run of ours is refused in a sentence."""

from __future__ import annotations

import errno
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors import safe_open
from safetensors.numpy import load_file, save_file

from engine.errors import DiskProblem, RunFileProblem
from engine.files.run_file import (
    FORMAT,
    KEY,
    load_run,
    save_run,
)
from engine.records import EMBEDDING, Change, Plan, Reference, Sampling, Site, Space
from engine.run import Run
from tests.helpers import runs
from tests.helpers.runs import branched, with_map
from tests.helpers.same import difference
from tests.helpers.sessions import begun, gathered, stepped, tiny_session

_FACTS = ("info", "prompt", "prompt_tokens", "chat", "sampling", "plan", "reference", "current", "nodes", "vocabulary")


@pytest.fixture
def run() -> Run:
    """A run with three branches, standing in the midst of one."""
    session = tiny_session()
    records = begun(session, Sampling(1.0, seed=2), k=10) + stepped(session, 4)
    for node, token in ((5, 50), (9, 51), (12, 52)):
        branched = session.branch(node, token)
        assert branched is not None
        records += [branched, *stepped(session, 2)]
    made = gathered(records)
    made.prompt, made.prompt_tokens, made.chat = "naïve 你好 \x00 🙂", 8, True
    made.sampling = Sampling(1.0, 3, 0.5, 0.1, 1.2, 2**64 - 1)
    made.plan = Plan((Change(Site("head", 1, 2), 0.5, positions=(1, 2)), Change(Site("mlp", 0), 0.0, mean=True)))
    made.reference = Reference(1e-6, 1.0, 8, "float32")
    made.move(10)
    return made


def _rewritten(path: Path, **facts: Any) -> None:
    """Change the metadata of a run file."""
    with safe_open(path, "np") as file:
        old = json.loads(file.metadata()[KEY])
    save_file(load_file(path), path, {KEY: json.dumps(old | facts)})


def test_a_run_comes_back_the_same(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.orrery"
    save_run(run, path)
    again = load_run(path)
    for name in _FACTS:
        assert difference(getattr(run, name), getattr(again, name), name) is None
    assert again.path == run.path
    np.testing.assert_array_equal(again.attention(2, 1), run.attention(2, 1))
    save_run(again, tmp_path / "b.orrery")
    assert (tmp_path / "b.orrery").read_bytes() == path.read_bytes()


def test_names_of_branches_are_kept_and_a_file_without_any_still_opens(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.orrery"
    names = ["<b>one</b> & 你好 🙂", "x" * 80]
    for leaf, name in zip(run.leaves, names, strict=False):
        run.name_branch(leaf, name)
    save_run(run, path)
    again = load_run(path)
    assert again.names == run.names
    assert len(again.names) == 2
    with safe_open(path, "np") as file:
        facts = json.loads(file.metadata()[KEY])
    assert facts["format"] == 1  # earlier versions open it, without the names
    del facts["names"]
    save_file(load_file(path), path, {KEY: json.dumps(facts)})
    assert load_run(path).names == {}


def test_the_texts_of_a_map_of_states_are_kept_and_a_file_without_them_still_opens(tmp_path: Path) -> None:
    run, path = runs.one_step(), tmp_path / "a.orrery"
    state = run.maps[EMBEDDING]
    n = len(state.background.token_ids)
    sources = (np.arange(n) % 2).astype(np.int32)
    state.background = replace(state.background, sources=sources, source_names=("<b>One</b>", "二"))
    save_run(run, path)
    again = load_run(path).maps[EMBEDDING].background
    assert again.source_names == ("<b>One</b>", "二")
    np.testing.assert_array_equal(again.sources, sources)
    with safe_open(path, "np") as file:
        facts = json.loads(file.metadata()[KEY])
    assert facts["format"] == 1
    assert "sources" not in facts["maps"][0]["stored"]  # which earlier versions would not know
    facts["maps"][0]["source_names"] = ["one"]
    save_file(load_file(path), path, {KEY: json.dumps(facts)})
    with pytest.raises(RunFileProblem, match="sources of a map"):
        load_run(path)
    del facts["maps"][0]["source_names"]
    save_file(load_file(path), path, {KEY: json.dumps(facts)})
    old = load_run(path).maps[EMBEDDING].background
    assert old.sources is None
    assert old.source_names == ()


@pytest.mark.parametrize(
    "names", [{"999": "x"}, {"-1": "x"}, {"0": 3}, {"0": "x" * 81}, {"0": "a\nb"}, {"x": "y"}, ["a"], "a", None]
)
def test_names_that_are_none_are_refused(tmp_path: Path, names: object) -> None:
    save_run(runs.one_token(), tmp_path / "a.orrery")
    _rewritten(tmp_path / "a.orrery", names=names)
    with pytest.raises(RunFileProblem, match="damaged"):
        load_run(tmp_path / "a.orrery")


def test_the_file_has_designs_names_and_shapes(run: Run, tmp_path: Path) -> None:
    save_run(run, tmp_path / "a.orrery")
    tensors = load_file(tmp_path / "a.orrery")
    count = len(run)
    assert tensors["token_ids"].tolist() == run.token_ids.tolist()
    assert tensors["resid"].shape == (count, 5, 32)
    assert tensors["neurons"].shape == (count, 4, 48)
    assert tensors["attn.3"].shape == (4, count, count)
    assert tensors["next_ids"].shape == tensors["next_probs"].shape == (count, 10)
    np.testing.assert_allclose(tensors["attn.0"].sum(-1), 1, atol=1e-5)
    assert not np.triu(tensors["attn.0"][0], 1).any()


def test_maps_of_a_run_come_back(tmp_path: Path) -> None:
    run = with_map(branched())
    save_run(run, tmp_path / "a.orrery")
    again = load_run(tmp_path / "a.orrery")
    assert list(again.maps) == list(run.maps)
    for space, state in run.maps.items():
        other = again.maps[space]
        assert difference(state.background, other.background) is None
        assert [layout.key for layout in other.layouts] == [layout.key for layout in state.layouts]
        np.testing.assert_allclose(other.layout.points3, state.layout.points3, atol=1e-3)
        for key, places in state.nodes.items():
            for node, (three, two, kept3, kept2, left_out) in places.items():
                found = other.nodes[key][node]
                np.testing.assert_allclose(found[0], three, atol=1e-3)
                np.testing.assert_allclose(found[1], two, atol=1e-3)
                assert found[2:] == pytest.approx((kept3, kept2, left_out))
        assert {key: list(fans) for key, fans in other.fans.items()} == {k: list(f) for k, f in state.fans.items()}
    assert Space("embedding") in again.maps


def test_what_was_not_recorded_is_absent_and_said(run: Run, tmp_path: Path) -> None:
    session = tiny_session(budget=0)
    poor = gathered(begun(session))
    save_run(poor, tmp_path / "a.orrery")
    names = set(load_file(tmp_path / "a.orrery"))
    assert not any("attn" in name or "neurons" in name for name in names)
    assert load_run(tmp_path / "a.orrery").at(-1).neurons is None
    with safe_open(tmp_path / "a.orrery", "np") as file:
        assert set(json.loads(file.metadata()[KEY])["left_out"]) == {"neurons", "attn"}


def test_logits_are_kept_where_there_are_some(run: Run, tmp_path: Path) -> None:
    run.logits = np.ones((len(run), 97), np.float32)
    save_run(run, tmp_path / "a.orrery")
    again = load_run(tmp_path / "a.orrery")
    assert again.logits is not None
    assert again.logits.shape == (len(run), 97)


def test_the_versions_are_those_of_the_libraries_that_made_the_run(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.orrery"
    save_run(run, path)
    assert load_run(path).versions["numpy"] == np.__version__
    run.versions = {"torch": "0.1", "numpy": "0.2"}
    save_run(run, path)
    assert load_run(path).versions == {"torch": "0.1", "numpy": "0.2"}


def test_a_prompt_that_nothing_followed_comes_back(tmp_path: Path) -> None:
    made = gathered(begun(tiny_session()))
    made.prompt_tokens = len(made)
    save_run(made, tmp_path / "a.orrery")
    assert load_run(tmp_path / "a.orrery").prompt_tokens == len(made) == 8


def test_an_empty_run_is_not_saved(tmp_path: Path) -> None:
    with pytest.raises(RunFileProblem, match="nothing to save"):
        save_run(Run(), tmp_path / "a.orrery")


def test_a_full_disk_leaves_the_old_file_and_no_other(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.orrery"
    path.write_bytes(b"before")

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskProblem, match=r"No space left.*takes \d+\.\d MB"):
        save_run(run, path)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_told(run: Run, tmp_path: Path) -> None:
    with pytest.raises(DiskProblem):
        save_run(run, tmp_path / "none" / "a.orrery")


@pytest.mark.parametrize("length", [0, 4, 8, 100, 5000, -1])
def test_a_file_cut_short_is_refused(run: Run, tmp_path: Path, length: int) -> None:
    path = tmp_path / "a.orrery"
    save_run(run, path)
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(RunFileProblem, match="damaged"):
        load_run(path)


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    save_file({"x": np.zeros(3, np.float32)}, tmp_path / "a.orrery")
    with pytest.raises(RunFileProblem, match="not a run"):
        load_run(tmp_path / "a.orrery")
    (tmp_path / "b.orrery").write_bytes(b"PK\x03\x04" + b"\x00" * 200)
    with pytest.raises(RunFileProblem, match="not a run file"):
        load_run(tmp_path / "b.orrery")
    for missing in (tmp_path / "c.orrery", tmp_path):
        with pytest.raises(RunFileProblem):
            load_run(missing)


@pytest.mark.parametrize(
    "name", ["vocabulary.kinds", "vocabulary.data", "vocabulary.offsets", "map.0.clusters", "token_ids"]
)
def test_numbers_of_another_width_are_kept_so(tmp_path: Path, name: str) -> None:
    path, again = tmp_path / "a.orrery", tmp_path / "b.orrery"
    save_run(runs.one_step(), path)
    with safe_open(path, "np") as file:
        metadata = file.metadata()
    for width in (2, 4, 8):
        tensors = load_file(path)
        tensors[name] = tensors[name].astype(f"{tensors[name].dtype.kind}{width}")
        save_file(tensors, path, metadata)
        save_run(load_run(path), again)
        assert np.array_equal(load_file(again)[name], tensors[name])


def test_a_newer_format_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.orrery"
    save_run(run, path)
    _rewritten(path, format=FORMAT + 1)
    with pytest.raises(RunFileProblem, match="newer Orrery"):
        load_run(path)


@pytest.mark.parametrize(
    "facts",
    [
        {"format": "one"},
        {"nodes": []},
        {"nodes": [0, 1]},
        {"sampling": {"heat": 3}},
        {"plan": 5},
        {"maps": [{"space": {"kind": "embedding"}, "stored": ["norms"]}]},
        {"prompt": 3},
        {"prompt_tokens": 10_000},
        {"sampling": {"temperature": "hot"}},
        {"sampling": {"top_p": 7.0}},
        {"plan": [{"site": {"kind": "moon", "layer": 0}, "scale": 0.0, "mean": False, "positions": None}]},
        {"plan": [{"site": {"kind": "mlp", "layer": 0}, "scale": 0.0, "mean": False, "positions": [[1]]}]},
        {"plan": [{"site": {"kind": "mlp", "layer": 0}, "scale": 0.0, "mean": False, "positions": [-1]}]},
        {"plan": [{"site": {"kind": "mlp", "layer": True}, "scale": 0.0, "mean": False, "positions": None}]},
        {"reference": {"max_abs_logit_difference": [], "top1_agreement": 1, "n_positions": 1, "dtype": ""}},
        {"branches": [{"parent": 900, "position": 6, "token": 1, "nodes": [12]}]},
    ],
)
def test_parts_that_do_not_fit_are_refused(run: Run, tmp_path: Path, facts: dict[str, Any]) -> None:
    path = tmp_path / "a.orrery"
    save_run(run, path)
    _rewritten(path, **facts)
    with pytest.raises(RunFileProblem):
        load_run(path)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("resid", {"dtype": "I32"}),
        ("resid", {"shape": lambda shape: [shape[0], shape[2], shape[1]]}),
        ("neurons", {"shape": lambda shape: [shape[0], shape[1] * shape[2]]}),
        ("attn.0", {"dtype": "I32"}),
        ("next_probs", {"name": "next_prob"}),
        ("next_ids", {"dtype": "F32"}),
        ("token_ids", {"bytes": (10**9).to_bytes(4, "little")}),
        ("token_ids", {"bytes": b"\xff" * 4}),
        ("next_ids", {"bytes": (10**9).to_bytes(4, "little")}),
        ("vocabulary.offsets", {"bytes": (10**9).to_bytes(8, "little")}),
        ("map.0.token_ids", {"bytes": (10**9).to_bytes(4, "little")}),
        ("map.0.layout.0.nodes", {"bytes": (10**9).to_bytes(4, "little")}),
        ("map.0.layout.0.points3", {"shape": lambda shape: [shape[1], shape[0]]}),
    ],
)
def test_a_header_or_an_id_that_was_damaged_is_refused(tmp_path: Path, name: str, change: dict[str, Any]) -> None:
    path = tmp_path / "a.orrery"
    save_run(runs.with_map(runs.branched()), path)
    load_run(path)
    data = path.read_bytes()
    start = 8 + int.from_bytes(data[:8], "little")
    header = json.loads(data[8:start])
    entry = header.pop(name)
    if "bytes" in change:
        at = start + entry["data_offsets"][0]
        data = data[:at] + change["bytes"] + data[at + len(change["bytes"]) :]
    entry["dtype"] = change.get("dtype", entry["dtype"])
    entry["shape"] = change["shape"](entry["shape"]) if "shape" in change else entry["shape"]
    header[change.get("name", name)] = entry
    text = json.dumps(header).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text + data[start:])
    with pytest.raises(RunFileProblem, match="parts do not fit together"):
        load_run(path)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"parent": -2}, "with parent -2"),
        ({"parent": 12}, "with parent 12"),  # itself
        ({"parent": 15}, "with parent 15"),  # a node that came later
        ({"parent": 4}, "does not follow its parent"),
        ({"position": 5}, "does not follow its parent"),
        ({"position": 7}, "does not follow its parent"),
        ({"nodes": [12, 14, 13]}, "with parent 14"),
        ({"nodes": [12, 13, 13]}, "stands where node 14 belongs"),
        ({"nodes": [12, 13]}, "records of another number"),
    ],
)
def test_a_branch_that_hangs_nowhere_is_refused(run: Run, tmp_path: Path, change: dict[str, Any], what: str) -> None:
    path = tmp_path / "a.orrery"
    save_run(run, path)
    with safe_open(path, "np") as file:
        branches = json.loads(file.metadata()[KEY])["branches"]
    (branch,) = [branch for branch in branches if branch["nodes"][0] == 12]
    assert (branch["parent"], branch["position"], branch["nodes"]) == (5, 6, [12, 13, 14])
    branch.update(change)
    _rewritten(path, branches=branches)
    with pytest.raises(RunFileProblem, match=what):
        load_run(path)


DEEP = "[" * 200_000 + "]" * 200_000


@pytest.mark.parametrize(
    "damage",
    [
        ('"prompt_tokens": 8', f'"prompt_tokens": {DEEP}'),
        ('"prompt_tokens": 8', '"prompt_tokens": Infinity'),
        ('"prompt_tokens": 8', '"prompt_tokens": 1e400'),
        ('"prompt_tokens": 8', '"prompt_tokens": 1' + "0" * 400),
        ('"temperature": 1.0', '"temperature": 1' + "0" * 400),
        ('"temperature": 1.0', '"temperature": NaN'),
        ('"max_abs_logit_difference": 1e-06', '"max_abs_logit_difference": -Infinity'),
        ('"layer": 1', '"layer": 1' + "0" * 5000),
        ('"n_layers": 4', '"n_layers": 1000000000000'),
        ('"n_layers": 4', '"n_layers": true'),
        ('"eos_ids": [', '"eos_ids": ["x", '),
        ('"versions": {', '"versions": {"x": [1], '),
    ],
)
def test_numbers_and_nesting_that_break_python_are_refused(run: Run, tmp_path: Path, damage: tuple[str, str]) -> None:
    path = tmp_path / "a.orrery"
    info = runs.tiny_info(runs.tiny_vocabulary())
    run.info = replace(info, n_layers=4, d_model=32, d_mlp=48, vocab_size=97)
    save_run(run, path)
    load_run(path)
    with safe_open(path, "np") as file:
        text = file.metadata()[KEY]
    assert damage[0] in text
    save_file(load_file(path), path, {KEY: text.replace(*damage, 1)})
    with pytest.raises(RunFileProblem, match="parts do not fit together") as met:
        load_run(path)
    assert len(str(met.value)) < 400


@pytest.mark.parametrize(
    "text", ["", "nonsense", "[1]", '"' + "x" * 20_000 + '"', '{"format": "' + "x" * 20_000 + '"}']
)
def test_what_is_quoted_of_a_damaged_file_is_short(tmp_path: Path, text: str) -> None:
    save_file({"x": np.zeros(3, np.float32)}, tmp_path / "a.orrery", {KEY: text})
    with pytest.raises(RunFileProblem) as met:
        load_run(tmp_path / "a.orrery")
    assert len(str(met.value)) < 400


def test_a_check_that_gave_no_number_is_not_kept(run: Run, tmp_path: Path) -> None:
    run.reference = Reference(float("nan"), 1.0, 8, "float32")
    save_run(run, tmp_path / "a.orrery")
    assert load_run(tmp_path / "a.orrery").reference is None


# -- its maps are checked as stored ones are -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("layouts", 0, "explained"), "x"),
        (("layouts", 0, "explained"), [[]]),
        (("layouts", 0, "explained"), 10**18),
        (("layouts", 0, "explained"), True),
        (("layouts", 0, "kept3"), "0.3"),
        (("layouts", 0, "kept3"), 43),
        (("layouts", 0, "kept_error"), [0.1]),
        (("layouts", 0, "n_held_out"), 2.5),
        (("layouts", 0, "n_held_out"), -1),
        (("layouts", 0, "algorithm"), "<img src=x>"),
        (("layouts", 0, "algorithm"), ["umap"]),
        (("layouts", 0, "library"), {"a": 1}),
        (("layouts", 0, "key"), 5),
        (("layouts", 0, "params"), {"n_neighbors": "many"}),
        (("layouts", 0, "params"), {"n_neighbors": 15, "min_dist": "near", "metric": "cosine", "seed": 0}),
        (("layouts", 0, "fans"), [0.5]),
        (("layouts", 0, "fans"), [True]),
        (("layouts", 0, "fans"), ["0"]),
        (("layouts", 0, "fans"), [10_000]),
        (("layouts",), []),
        (("layouts",), 3),
        (("chosen",), 5),
        (("chosen",), None),
        (("note",), 5),
        (("standardised",), "yes"),
        (("text_kinds",), [1]),
        (("space",), {"kind": "moon", "layer": 0}),
        (("space",), {"kind": "resid", "layer": 1000}),
        (("space",), {"kind": "resid", "layer": -2}),
        (("space",), {"kind": "embedding", "layer": "0"}),
        (("space",), {"kind": "resid", "layer": 1, "texts": 5}),
        (("space",), {"kind": "resid", "layer": 1, "standardised": "yes"}),
    ],
)
def test_facts_of_a_map_that_no_map_can_have_are_refused(tmp_path: Path, where: tuple[Any, ...], value: Any) -> None:
    path = tmp_path / "a.orrery"
    save_run(runs.one_step(), path)
    load_run(path)
    with safe_open(path, "np") as file:
        maps = json.loads(file.metadata()[KEY])["maps"]
    inner = maps[0]
    for step in where[:-1]:
        inner = inner[step]
    inner[where[-1]] = value
    _rewritten(path, maps=maps)
    with pytest.raises(RunFileProblem, match="is damaged"):
        load_run(path)


_FAN = "map.0.layout.0.fan.0."


@pytest.mark.parametrize(
    ("arrays", "what"),
    [
        ({"map.0.layout.0.points3": "nan"}, "points of a map are not finite"),
        ({"map.0.layout.0.points2": "inf"}, "points of a map are not finite"),
        ({"map.0.layout.0.node.points3": "inf"}, "tokens of a map are not finite"),
        ({"map.0.layout.0.node.points2": "nan"}, "tokens of a map are not finite"),
        ({f"{_FAN}points3": "nan"}, "points of a fan are not finite"),
        ({"map.0.norms": "nan"}, "norms are not finite"),
        (
            {f"{_FAN}{name}": "none" for name in ("token_ids", "points3", "points2", "kept3", "kept2", "left_out")},
            "no points of a fan",
        ),
        ({f"{_FAN}token_ids": "scalar"}, "tokens of a fan"),
        ({f"{_FAN}kept3": "none"}, "kept3 of points of a fan"),
        ({f"{_FAN}left_out": "floats"}, "left_out of points of a fan"),
        ({"map.0.layout.0.node.kept2": "none"}, "kept2 of tokens of a map"),
        ({"map.0.layout.0.nodes": "floats"}, "nodes"),
        ({"map.0.clusters": "large"}, "groups"),
        ({"map.0.layout.0.points3": "flat"}, "points of a map"),
    ],
)
def test_places_that_cannot_be_drawn_are_refused(tmp_path: Path, arrays: dict[str, str], what: str) -> None:
    path = tmp_path / "a.orrery"
    save_run(runs.one_step(), path)
    with safe_open(path, "np") as file:
        metadata = file.metadata()
    tensors = load_file(path)
    for name, damage in arrays.items():
        old = tensors[name].copy()
        if damage in ("nan", "inf"):
            old.flat[3] = float(damage)
        damaged = {"none": old[:0], "scalar": old.ravel()[:1].reshape(()), "floats": old.astype(np.float32),
                   "flat": old.ravel(), "large": np.full_like(old, 200 if old.dtype == np.uint8 else 0)}  # fmt: skip
        tensors[name] = damaged.get(damage, old)
    save_file(tensors, path, metadata)
    with pytest.raises(RunFileProblem, match=what):
        load_run(path)


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("surprisal", -1e30, "a surprisal is -1e"),  # 2 to the power of it is more than a number can be
        ("entropy", -0.5, "an entropy is -0.5"),
        ("next_probs", -0.01, "probabilities are none"),
        ("next_probs", 1.01, "probabilities are none"),
        ("next_probs", np.nan, "probabilities are none"),
    ],
)
def test_numbers_that_no_distribution_has_are_refused(tmp_path: Path, name: str, value: float, what: str) -> None:
    path = tmp_path / "a.orrery"
    save_run(runs.one_step(), path)
    with safe_open(path, "np") as file:
        metadata = file.metadata()
    tensors = load_file(path)
    tensors[name] = tensors[name].copy()
    tensors[name].flat[-1] = value
    save_file(tensors, path, metadata)
    with pytest.raises(RunFileProblem, match=what):
        load_run(path)


def test_a_token_that_the_model_forbids_is_kept(tmp_path: Path) -> None:
    run = runs.one_step()
    run.nodes[-1] = replace(run.nodes[-1], surprisal=float("inf"))
    save_run(run, tmp_path / "a.orrery")
    assert load_run(tmp_path / "a.orrery").nodes[-1].surprisal == float("inf")


def test_a_fan_without_ends_is_not_kept(tmp_path: Path) -> None:
    run = runs.one_step()
    state = next(iter(run.maps.values()))
    key, fans = next(iter(state.fans.items()))
    node, (ids, _) = next(iter(fans.items()))
    fans[node] = (ids[:0], runs.placed(state.layout, []))
    save_run(run, tmp_path / "a.orrery")
    again = next(iter(load_run(tmp_path / "a.orrery").maps.values()))
    assert set(again.fans[key]) == set(fans) - {node}

"""Published dictionaries from a hub that runs on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.dictionaries.foreign import from_hub, published
from engine.dictionaries.records import Hook
from engine.errors import FetchFailed, InputRefused, ModelNotFound, OrreryError, Stopped
from tests.helpers import published as writing
from tests.helpers.fake_hub import REVISION, FakeHub
from tests.helpers.fuzz import require_fit_for_a_person

REPO = "google/gemma-scope-2b-pt-res"


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    """A hub with three dictionaries in one repository, and one of SAELens in another."""
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub-cache"))
    with FakeHub(tmp_path / "repositories") as running:
        monkeypatch.setenv("HF_ENDPOINT", running.url)
        repo = running.folder / REPO
        for layer in (3, 4, 5):
            path = writing.gemma_scope().write(tmp_path / f"made{layer}")
            target = repo / f"layer_{layer}/width_16k/average_l0_71/params.npz"
            target.parent.mkdir(parents=True)
            target.write_bytes(path.read_bytes())
        (repo / "README.md").write_text("not needed")
        (repo / "layer_3/width_16k/average_l0_71/ae.pt").write_bytes(b"a pickle")
        writing.saelens("topk").write(running.folder / "someone/saes")
        (running.folder / "someone/saes/sae/sparsity.safetensors").write_bytes(b"not needed")
        (running.folder / "someone/pickled").mkdir(parents=True)
        (running.folder / "someone/pickled/ae.pt").write_bytes(b"a pickle")
        yield running


def fetch(repo: str, folder: str = "", revision: str = "main") -> Path:
    return from_hub.fetch(repo, folder, revision, lambda *_: None, lambda: False)


def test_one_folder_arrives_and_is_read_where_it_lies(hub: FakeHub) -> None:
    path = fetch(REPO, "layer_4/width_16k")
    assert path.relative_to(path.parents[3]).as_posix() == "layer_4/width_16k/average_l0_71/params.npz"
    assert REVISION[:12] in path.parents[3].name
    found = published.read(path)
    assert found.info.hook == Hook("resid", 4)  # told by the folders alone
    assert found.info.model == "google/gemma-2-2b"
    assert {it.name for it in path.parents[3].rglob("*") if it.is_file()} == {"params.npz"}
    assert fetch(REPO, "layer_4/width_16k/average_l0_71/params.npz") == path


def test_a_repository_with_one_dictionary_needs_no_folder(hub: FakeHub) -> None:
    path = fetch("someone/saes")
    assert {it.name for it in path.parent.iterdir()} == {"sae_weights.safetensors", "cfg.json"}
    assert published.read(path.parent).info.k == 5


def test_what_is_there_is_not_fetched_again(hub: FakeHub) -> None:
    path = fetch("someone/saes")
    hub.asked.clear()
    assert fetch("someone/saes") == path
    assert not [it for it in hub.asked if "resolve" in it[1]]


def test_wrong_bytes_are_thrown_away(hub: FakeHub) -> None:
    hub.falsifies = True
    with pytest.raises(FetchFailed, match="wrong hash"):
        fetch("someone/saes")
    hub.falsifies = False
    assert published.read(fetch("someone/saes")).info.k == 5


@pytest.mark.parametrize(
    ("repo", "folder", "error", "why"),
    [
        (REPO, "", InputRefused, "has 3 dictionaries there"),
        (REPO, "layer_9", InputRefused, "no dictionary in layer_9"),
        (REPO, "../../x", InputRefused, "no dictionary"),
        ("someone/pickled", "", InputRefused, "is pickled"),
        ("someone/pickled", "ae.pt", InputRefused, "is pickled"),
        ("someone/nothing", "", ModelNotFound, "does not exist"),
        ("nothing", "", InputRefused, "OWNER/NAME"),
        ("", "", InputRefused, "OWNER/NAME"),
    ],
)
def test_refused(hub: FakeHub, repo: str, folder: str, error: type[OrreryError], why: str) -> None:
    with pytest.raises(error, match=why) as refused:
        fetch(repo, folder)
    require_fit_for_a_person(refused.value)


def test_stopped(hub: FakeHub) -> None:
    with pytest.raises(Stopped):
        from_hub.fetch("someone/saes", "", "main", lambda *_: None, lambda: True)

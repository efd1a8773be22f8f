"""Fetching from a hub, against one that runs on this machine."""

from __future__ import annotations

import errno
import hashlib
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

import pytest

from engine import folders
from engine.errors import DiskProblem, FetchFailed, ModelNotFound, ModelUnusable, Stopped
from engine.models import clear, download, store, verified
from engine.models import hub as hub_module
from engine.models.alone import alone
from engine.models.load import load
from engine.models.resolve import on_disk, resolve
from engine.models.words import never, silent
from tests.helpers.fake_hub import REVISION, FakeHub


@pytest.fixture
def repository(hub: FakeHub, tiny: Path) -> Path:
    folder = Path(shutil.copytree(tiny, hub.folder / "someone" / "tiny"))
    (folder / "README.md").write_text("not needed")
    (folder / "modeling_tiny.py").write_text("raise SystemExit")
    (folder / "pytorch_model.bin").write_bytes(b"a pickle")
    return folder


def test_a_model_arrives_whole_without_code_or_pickles(hub: FakeHub, repository: Path, cache: Path) -> None:
    seen: list[tuple[int, int]] = []
    where = resolve("someone/tiny", lambda doing, *count: seen.append(count) if "Fetching" in doing else None)
    names = {path.name for path in where.folder.iterdir()}
    assert {"config.json", "model.safetensors", "tokenizer.json", store.NOTE} <= names
    assert names & {"README.md", "modeling_tiny.py", "pytorch_model.bin"} == set()
    assert (where.folder / "model.safetensors").read_bytes() == (repository / "model.safetensors").read_bytes()
    assert where.revision == REVISION
    assert cache in where.folder.parents
    done = [pair[0] for pair in seen if pair[1]]
    assert done == sorted(done)
    assert done[-1] == seen[-1][1]


def test_a_second_time_asks_no_network(hub: FakeHub, repository: Path) -> None:
    first = resolve("someone/tiny")
    hub.asked.clear()
    assert resolve("someone/tiny") == first
    assert on_disk("someone/tiny") == first
    assert hub.asked == []


def test_the_hubs_hash_is_remembered(hub: FakeHub, repository: Path) -> None:
    folder = resolve("someone/tiny").folder
    expected = hashlib.sha256((repository / "model.safetensors").read_bytes()).hexdigest()
    assert verified.recall(folder / "model.safetensors", "sha256") == expected


def test_what_a_stop_left_is_continued(hub: FakeHub, repository: Path) -> None:
    size = (repository / "model.safetensors").stat().st_size
    enough = [False]

    def progress(_: str, done: int, total: int) -> None:
        enough[0] = enough[0] or 0 < total < done + size // 2

    with pytest.raises(Stopped):
        resolve("someone/tiny", progress, lambda: enough[0])
    assert on_disk("someone/tiny") is None
    hub.asked.clear()
    folder = resolve("someone/tiny").folder
    assert (folder / "model.safetensors").read_bytes() == (repository / "model.safetensors").read_bytes()
    ranges = [asked[2] for asked in hub.asked if asked[1].endswith("model.safetensors")]
    assert len(ranges) == 1
    assert ranges[0] is not None
    assert int(ranges[0].removeprefix("bytes=").rstrip("-")) > size // 4


def test_a_stream_that_breaks_off_is_continued_by_itself(hub: FakeHub, repository: Path) -> None:
    hub.breaks_off_at = 5000
    folder = resolve("someone/tiny").folder
    assert (folder / "model.safetensors").read_bytes() == (repository / "model.safetensors").read_bytes()


def test_other_bytes_than_listed_are_thrown_away(hub: FakeHub, repository: Path) -> None:
    hub.falsifies = True
    with pytest.raises(FetchFailed, match="wrong hash"):
        resolve("someone/tiny")
    assert on_disk("someone/tiny") is None
    hub.falsifies = False
    resolve("someone/tiny")


def test_gated_unknown_and_pickled_models_are_told_apart(hub: FakeHub, repository: Path) -> None:
    with pytest.raises(ModelNotFound, match="does not exist"):
        resolve("someone/else")
    hub.gated = True
    with pytest.raises(FetchFailed, match=r"hf auth login.*HF_TOKEN"):
        resolve("someone/tiny")
    hub.gated = False
    (repository / "model.safetensors").unlink()
    with pytest.raises(ModelUnusable, match="pickled"):
        resolve("someone/tiny")


def test_a_hub_that_does_not_answer_is_given_up(
    hub: FakeHub, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_module, "ANSWER_WITHIN", 0.5)
    hub.silent.set()
    start = time.monotonic()
    with pytest.raises(FetchFailed, match="did not answer"):
        resolve("someone/tiny")
    assert time.monotonic() - start < 5


def test_a_hub_that_falls_silent_in_a_file_is_given_up_and_continued_later(
    hub: FakeHub, repository: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(download, "ANSWER_WITHIN", 0.5)
    hub.falls_silent_at = 5000
    start = time.monotonic()
    with pytest.raises(FetchFailed, match="sent nothing of model"):
        resolve("someone/tiny")
    assert time.monotonic() - start < 5
    assert capfd.readouterr().err == ""  # the library's own warnings are not for whoever reads the terminal
    hub.falls_silent_at = None
    hub.asked.clear()
    folder = resolve("someone/tiny").folder
    assert [asked[2] for asked in hub.asked if asked[1].endswith("model.safetensors")] == ["bytes=5000-"]
    assert (folder / "model.safetensors").read_bytes() == (repository / "model.safetensors").read_bytes()


@pytest.mark.parametrize("where", ["before the first answer", "in a file"])
def test_a_stop_is_heard_while_the_hub_is_silent(hub: FakeHub, repository: Path, where: str) -> None:
    if where == "in a file":
        hub.falls_silent_at = 5000
    else:
        hub.silent.set()
    start = time.monotonic()
    with pytest.raises(Stopped):
        resolve("someone/tiny", stop=lambda: time.monotonic() > start + 1)
    assert time.monotonic() - start < 3


def test_other_bytes_of_a_small_file_are_thrown_away_too(hub: FakeHub, repository: Path) -> None:
    hub.falsifies_small = "tokenizer.json"
    with pytest.raises(FetchFailed, match=r"tokenizer\.json of someone/tiny arrived with a wrong hash"):
        resolve("someone/tiny")
    assert on_disk("someone/tiny") is None
    hub.falsifies_small = None
    folder = resolve("someone/tiny").folder
    assert (folder / "tokenizer.json").read_bytes() == (repository / "tokenizer.json").read_bytes()


def test_what_is_left_of_something_else_is_a_clean_start(hub: FakeHub, repository: Path) -> None:
    hub.falls_silent_at = 5000
    begun = time.monotonic()
    with pytest.raises(Stopped):
        resolve("someone/tiny", stop=lambda: time.monotonic() > begun + 1)
    left = next(folders.models_folder().glob("*/model.safetensors.part"))
    left.write_bytes(b"<html>Log in</html>")
    hub.falls_silent_at = None
    folder = resolve("someone/tiny").folder
    assert (folder / "model.safetensors").read_bytes() == (repository / "model.safetensors").read_bytes()


@pytest.mark.parametrize(
    ("status", "said"), [(401, "HF_TOKEN"), (403, "HF_TOKEN"), (429, "too many requests"), (500, "try again later")]
)
def test_a_refusal_says_what_to_do(hub: FakeHub, repository: Path, status: int, said: str) -> None:
    hub.refuses = status
    with pytest.raises(FetchFailed, match=f"HTTP status {status}.*{said}"):
        resolve("someone/tiny")


def test_a_page_for_people_in_place_of_the_list_is_named(hub: FakeHub, repository: Path) -> None:
    hub.page = b"<html>Sign in to the hotel's network</html>"
    with pytest.raises(FetchFailed, match="log-in page"):
        resolve("someone/tiny")


def test_a_hub_that_is_not_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(FetchFailed, match="cannot be reached"):
        resolve("someone/tiny")


def test_offline_mode_is_kept(monkeypatch: pytest.MonkeyPatch, hub: FakeHub, repository: Path) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(FetchFailed, match="HF_HUB_OFFLINE"):
        resolve("someone/tiny")
    assert hub.asked == []


def test_programs_that_fetch_one_model_at_once_fetch_it_once(hub: FakeHub, repository: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        found = [asked.result() for asked in [pool.submit(resolve, "someone/tiny") for _ in range(3)]]
    assert found == [found[0]] * 3
    assert len([asked for asked in hub.asked if asked[1].endswith("model.safetensors")]) == 1


def test_a_stop_is_heard_while_another_program_fetches(hub: FakeHub, repository: Path) -> None:
    told: list[str] = []
    with alone("someone/tiny", silent, never), ThreadPoolExecutor(1) as pool, pytest.raises(Stopped):
        pool.submit(resolve, "someone/tiny", lambda doing, *_: told.append(doing), lambda: bool(told)).result()
    assert told == ["Waiting for another program that fetches someone/tiny"]


def test_a_damaged_copy_is_fetched_again(hub: FakeHub, repository: Path) -> None:
    folder = resolve("someone/tiny").folder
    (folder / "model.safetensors").write_bytes((folder / "model.safetensors").read_bytes()[:-100])
    assert on_disk("someone/tiny") is None
    assert resolve("someone/tiny").folder == folder
    assert (folder / "model.safetensors").read_bytes() == (repository / "model.safetensors").read_bytes()
    (folder / "config.json").unlink()
    resolve("someone/tiny")
    assert (folder / "config.json").is_file()


def test_a_copy_damaged_in_another_way_says_how_to_get_rid_of_it(hub: FakeHub, repository: Path) -> None:
    folder = resolve("someone/tiny").folder
    (folder / "tokenizer.json").write_text("{")
    with pytest.raises(ModelUnusable, match="`models clear someone/tiny` removes it"):
        load("someone/tiny", device="cpu")
    (repository / "tokenizer.json").write_text("{")
    with pytest.raises(ModelUnusable) as raised:
        load(str(repository), device="cpu")
    assert "models clear" not in str(raised.value)


def test_what_was_half_fetched_can_be_cleared_by_name(hub: FakeHub, repository: Path) -> None:
    hub.falls_silent_at = 5000
    begun = time.monotonic()
    with pytest.raises(Stopped):
        resolve("someone/tiny", stop=lambda: time.monotonic() > begun + 1)
    expanded_of_a_wheel = folders.models_folder() / ".part-gpt2-0123456789ab.gguf"
    expanded_of_a_wheel.write_bytes(b"x" * 7)
    assert clear("someone/tiny") > 5000
    assert [path.name for path in folders.models_folder().glob(".part-*")] == [expanded_of_a_wheel.name]
    assert clear() == 7


def test_a_full_disk_keeps_no_part_of_the_file_that_filled_it(
    hub: FakeHub, repository: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(_file: object, sink: BinaryIO, *_: object) -> None:
        sink.write(b"half")
        sink.flush()
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(download, "_fill", fill)
        with pytest.raises(DiskProblem, match=r"full.* The files that were downloaded whole are kept"):
            resolve("someone/tiny")
    assert list(cache.rglob("*.part")) == []
    resolve("someone/tiny")

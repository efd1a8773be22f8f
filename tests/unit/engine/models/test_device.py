"""Where a model goes, on machines of other kinds than this one, and what is left behind there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from engine import spilling
from engine.errors import OutOfMemory
from engine.models import device
from engine.models.device import Choice

GB = 10**9
Machine = Callable[..., None]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine with so many bytes free on each device: machine(cpu=.., cuda=[.., ..]), or mps=.."""

    def made(cpu: int, cuda: tuple[int, ...] = (), mps: int = 0) -> None:
        free = {"cpu": cpu, "mps": mps, **{f"cuda:{index}": size for index, size in enumerate(cuda)}}
        free["cuda"] = cuda[0] if cuda else 0
        kinds = [*(["cuda"] if cuda else []), *(["mps"] if mps else []), "cpu"]
        monkeypatch.setattr(device, "available", lambda: kinds)
        monkeypatch.setattr(torch.cuda, "get_device_capability", lambda *_: (8, 0))
        monkeypatch.setattr(torch.cuda, "device_count", lambda: len(cuda))
        monkeypatch.setattr(device, "free_bytes", lambda where: free[where])

    return made


def test_a_card_that_is_free_is_taken_for_one_that_is_not(machine: Machine) -> None:
    machine(cpu=16 * GB, cuda=(1 * GB, 12 * GB))
    assert device.choose("auto", "auto", 4 * GB) == Choice("cuda:1", torch.bfloat16)


def test_a_model_larger_than_a_card_is_spread_over_it_and_the_main_memory(machine: Machine) -> None:
    machine(cpu=64 * GB, cuda=(24 * GB,))
    assert device.choose("auto", "auto", 20 * GB) == Choice("cuda", torch.bfloat16, spread=True)


def test_a_card_that_holds_next_to_nothing_is_left_alone(machine: Machine) -> None:
    machine(cpu=64 * GB, cuda=(1 * GB,))
    assert device.choose("auto", "auto", 5 * GB) == Choice("cpu", torch.float32)
    assert device.choose("cuda", "auto", 5 * GB).spread  # but whoever asks for it gets what it can hold
    machine(cpu=64 * GB, cuda=(4 * GB,))
    assert device.choose("auto", "auto", 31 * GB).spread  # and where nothing else does, all is used


def test_mps_gives_way_to_the_main_memory(machine: Machine) -> None:
    machine(cpu=30 * GB, mps=5 * GB)
    assert device.choose("auto", "auto", 1 * GB) == Choice("mps", torch.float32)
    assert device.choose("auto", "auto", 2 * GB) == Choice("mps", torch.bfloat16)
    assert device.choose("auto", "auto", 5 * GB) == Choice("cpu", torch.float32)
    with pytest.raises(OutOfMemory, match="on mps in float32"):
        device.choose("mps", "float32", 5 * GB)


def test_what_accelerate_is_given_leaves_room_to_compute(machine: Machine) -> None:
    machine(cpu=8 * GB, cuda=(2 * GB, 100))
    room = device.room()
    assert list(room) == [0, 1, "cpu"]
    assert room[0] == 2 * GB - 256 * 2**20
    assert room[1] == 0
    assert room["cpu"] == 8 * GB - 256 * 2**20
    machine(cpu=8 * GB, cuda=(2 * GB,))
    largest = max(n for n in range(10**8, 10**10, 10**7) if _fits(n))
    assert device.needed(largest, torch.bfloat16) <= sum(device.room().values())


def _fits(n_parameters: int) -> bool:
    try:
        return device.choose("cuda", "bfloat16", n_parameters).spread
    except OutOfMemory:
        return False


def test_too_little_on_all_devices_together_is_said_of_all(machine: Machine) -> None:
    machine(cpu=4 * GB, cuda=(2 * GB,))
    with pytest.raises(
        OutOfMemory, match=r"needs 21\.\d GB on cuda in bfloat16, but 2\.0 GB are free there, and 5\.5 GB"
    ):
        device.choose("auto", "bfloat16", 10 * GB)


def test_what_a_dead_process_left_is_cleared_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with spilling.folder() as first:
        (first / "weights").write_bytes(b"x")
    dead = first.parent / "999999999-old"
    dead.mkdir()
    with spilling.folder() as second:
        assert not dead.exists()
        assert first.exists()  # this process lives
    with pytest.raises(OSError, match="full"), spilling.folder() as third:
        raise OSError("full")
    assert sorted(first.parent.iterdir()) == sorted([first, second])
    assert not third.exists()

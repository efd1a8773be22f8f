"""The mapper process, really started. The first fit on a machine compiles; its code is kept between test runs."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import psutil
import pytest
from scipy.linalg import orthogonal_procrustes

from engine.errors import MapProblem
from engine.folders import cache_folder
from engine.maps.fit_messages import (
    CostKnown,
    FitAnswer,
    FitDone,
    FitFailed,
    FitProgress,
)
from engine.maps.joint_fit import STAGE
from engine.maps.mapper import Mapper
from engine.maps.shared import SharedBlock, SharedVectors, attached
from engine.maps.store import LayoutStore
from engine.protocol import VectorsShared
from engine.records import EMBEDDING, F32, FitJob, Space, UmapParams
from tests.helpers.made_maps import clustered

ROOT = Path(__file__).resolve().parents[4]
PATIENCE = 240


class Asked:
    """A mapper whose answers wait in a queue."""

    def __init__(self) -> None:
        self.answers: queue.Queue[FitAnswer] = queue.Queue()
        self.mapper = Mapper(self.answers.put)

    def fit(self, block: SharedBlock, params: UmapParams | None = None, left_out: int = 0) -> int:
        marked = np.arange(block.where.n) < left_out if left_out else None
        where = block.where
        shared = VectorsShared(1, EMBEDDING, where.name, where.n, where.d, "hash")
        return self.mapper.fit(shared, params or UmapParams(), marked)

    def last(self) -> tuple[list[FitProgress], FitDone | FitFailed]:
        progress: list[FitProgress] = []
        while True:
            answer = self.answers.get(timeout=PATIENCE)
            if isinstance(answer, (FitDone, FitFailed)):
                return progress, answer
            assert isinstance(answer, FitProgress)
            progress.append(answer)


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Asked]:
    monkeypatch.setenv("NUMBA_CACHE_DIR", os.environ.get("NUMBA_CACHE_DIR", str(cache_folder() / "numba")))
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path))
    made = Asked()
    yield made
    made.mapper.close()


@pytest.fixture
def block() -> Iterator[SharedBlock]:
    with SharedBlock(clustered(120)) as made:
        yield made


@pytest.mark.timeout(PATIENCE + 60)
def test_a_fit_tells_its_stages_gives_a_layout_and_stores_it(asked: Asked, block: SharedBlock, tmp_path: Path) -> None:
    asked.fit(block, left_out=5)
    progress, done = asked.last()
    assert isinstance(done, FitDone), done
    stages = list(dict.fromkeys(message.stage for message in progress))
    assert stages == [
        "Loading umap-learn",
        "Finding neighbours",
        "Compiling",
        "Arranging in 3D",
        "Arranging in 2D",
        "Measuring",
    ]
    layout = done.layout
    assert layout.points3.shape == (120, 3)
    assert layout.library.startswith("umap-learn ")
    assert layout.n_measured == 115
    assert layout.kept3 > 0.5  # of 115 points, 50 are near
    assert (np.linalg.norm(layout.points3[5:], axis=1) <= 1 + 1e-5).mean() >= 0.97
    assert done.note == ""
    found, _ = LayoutStore(tmp_path / "maps").find("hash", EMBEDDING, layout.key, 120)
    assert found is not None
    assert np.array_equal(found.points3, layout.points3)

    first = asked.mapper.process_id
    asked.fit(block, left_out=5)  # again, in the same process: the same seed gives the same places
    _, again = asked.last()
    assert isinstance(again, FitDone)
    assert np.array_equal(again.layout.points3, layout.points3)
    assert asked.mapper.process_id == first

    asked.fit(block, UmapParams(n_neighbors=1))  # and a refusal does not end it
    _, failed = asked.last()
    assert isinstance(failed, FitFailed)
    assert failed.kind == "InputRefused"
    assert asked.mapper.process_id == first


@pytest.mark.timeout(PATIENCE + 60)
def test_layers_laid_out_together_move_less_than_fitted_one_by_one(asked: Asked, tmp_path: Path) -> None:
    first, rng = clustered(120), np.random.default_rng(1)
    layers = [first, (first + rng.normal(0, 0.3, first.shape)).astype(np.float32)]
    left_out = np.zeros((2, 120), bool)
    left_out[0, 3] = left_out[1, 7] = True
    params, space = UmapParams(n_neighbors=8, along=(2, 5)), Space("resid", 5)
    made = []
    with SharedBlock(layers[0], more=layers[1:], count=2) as block:
        where = block.where
        assert (where.n, where.d) == (240, first.shape[1])
        for _ in range(2):
            asked.mapper.fit(VectorsShared(1, space, where.name, where.n, where.d, "hash"), params, left_out)
            progress, done = asked.last()
            assert isinstance(done, FitDone), done
            assert done.layout.space == space
            made.append([next(it for it in (done.layout, *done.others) if it.space.layer == at) for at in (2, 5)])
    assert {message.stage for message in progress} == {STAGE}
    assert [layout.n_measured for layout in made[0]] == [119, 119]
    assert all(np.array_equal(one.points3, two.points3) for one, two in zip(*made, strict=True))
    found, _ = LayoutStore(tmp_path / "maps").stored("hash", Space("resid", 2), 120)
    assert [layout.params for layout in found] == [params]

    alone = []
    for layer in layers:
        with SharedBlock(layer) as block:
            asked.fit(block, UmapParams(n_neighbors=8))
            one = asked.last()[1]
            assert isinstance(one, FitDone), one
            alone.append(one.layout.points3)
    ours = [layout.points3[~left_out.any(axis=0)] for layout in made[0]]
    assert _way(*ours) < 0.6 * _way(*alone)
    assert _way(ours[0], ours[1][rng.permutation(len(ours[1]))]) > 2 * _way(*ours)

    asked.mapper.cost(FitJob(240, 16, 2), params)
    told = asked.answers.get(timeout=PATIENCE)
    assert isinstance(told, CostKnown), told
    assert 0 < told.cost.seconds < PATIENCE
    assert told.cost.bytes > 2 * 240 * 16 * 4


def _way(one: F32, other: F32) -> float:
    """The mean way in root mean square radii, after the turn that makes it least (scipy's)."""
    a, b = one - one.mean(axis=0), other - other.mean(axis=0)
    turned = b @ orthogonal_procrustes(b, a)[0]
    return float(np.linalg.norm(turned - a, axis=1).mean() / np.sqrt(np.square(a).sum(axis=1).mean()))


def test_a_killed_mapper_is_told_in_words_and_the_next_fit_starts_anew(asked: Asked, block: SharedBlock) -> None:
    wanted = asked.fit(block)
    killed = asked.mapper.process_id
    assert killed is not None
    psutil.Process(killed).kill()
    _, failed = asked.last()
    assert isinstance(failed, FitFailed)
    assert (failed.id, failed.kind) == (wanted, "WorkerDied")
    assert "ended by itself" in failed.sentence
    assert not asked.mapper.busy
    asked.fit(block)
    assert asked.mapper.process_id not in (None, killed)


def test_cancelling_ends_the_process_and_answers_nothing_more(asked: Asked, block: SharedBlock) -> None:
    asked.fit(block)
    process = psutil.Process(asked.mapper.process_id)
    used = asked.mapper.seconds_used
    assert used is not None
    assert 0 <= used <= sum(process.cpu_times()[:2])
    asked.mapper.cancel()
    assert not process.is_running()
    assert asked.mapper.seconds_used is None
    assert not asked.mapper.busy
    asked.mapper.close()
    assert all(isinstance(answer, FitProgress) for answer in list(asked.answers.queue))


def test_vectors_that_are_gone_are_told_in_words(asked: Asked, block: SharedBlock) -> None:
    block.close()
    asked.fit(block)
    _, failed = asked.last()
    assert isinstance(failed, FitFailed)
    assert failed.kind == "MapProblem"
    assert "no longer shared" in failed.sentence


_PARENT = """
import time
from engine.maps.joint_fit import STAGE
from engine.maps.mapper import Mapper
from engine.maps.shared import SharedBlock
from engine.protocol import VectorsShared
from engine.records import EMBEDDING, F32, FitJob, Space, UmapParams
import numpy as np

if __name__ == "__main__":
    block = SharedBlock(np.random.default_rng(0).standard_normal((3000, 8)).astype(np.float32))
    mapper = Mapper(lambda answer: print(mapper.process_id, block.where.name, flush=True))
    mapper.fit(VectorsShared(1, EMBEDDING, block.where.name, 3000, 8, "hash"), UmapParams())
    input()
"""


def test_no_mapper_outlives_a_killed_parent(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(_PARENT)
    env = {**os.environ, "PYTHONPATH": str(ROOT), "ORRERY_CACHE": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env
    ) as parent:
        assert parent.stdout is not None
        mapper_id, name = parent.stdout.readline().split()
        process = psutil.Process(int(mapper_id))
        parent.kill()
        process.wait(timeout=60)
        assert not process.is_running()
        parent.stdout.read()  # until the last holder of the pipe, the resource tracker, is gone too
    with pytest.raises(MapProblem), attached(SharedVectors(name.decode(), 3000, 8)):
        pass


def test_a_reader_that_lacks_memory_is_told_as_an_end_of_the_fit(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    def short(self: Connection) -> None:
        raise MemoryError

    with SharedBlock(clustered(120)) as block:
        monkeypatch.setattr(Connection, "recv", short)
        number = asked.fit(block)
        told = asked.last()[1]
    assert isinstance(told, FitFailed)
    assert (told.id, told.kind) == (number, "WorkerDied")
    assert not asked.mapper.busy

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.errors import MapProblem
from engine.maps.shared import SharedBlock, attached, discard
from tests.unit.engine.maps.made import clustered

ROOT = Path(__file__).resolve().parents[4]

_OWNER_AND_READER = """
import multiprocessing, sys
import numpy as np
from engine.maps.shared import SharedBlock, attached

def read(where, pipe):
    with attached(where) as vectors:
        pipe.send(float(vectors.sum()))

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with SharedBlock(np.ones((100, 7), np.float32)) as block:
        ours, theirs = context.Pipe()
        reader = context.Process(target=read, args=(block.where, theirs))
        reader.start()
        print(ours.recv())
        reader.join()
"""


def test_shared_vectors_are_seen_and_cannot_be_written() -> None:
    vectors = clustered(30)
    with SharedBlock(vectors) as block, attached(block.where) as seen:
        assert np.array_equal(seen, vectors)
        with pytest.raises(ValueError, match="read-only"):
            seen[0, 0] = 1


def test_a_closed_block_is_gone_and_closing_twice_is_harmless() -> None:
    block = SharedBlock(clustered(3))
    block.close()
    block.close()
    with pytest.raises(MapProblem, match="no longer shared"), attached(block.where):
        pass


def test_the_block_of_a_killed_owner_can_be_discarded() -> None:
    block = SharedBlock(clustered(3))
    discard(block.where.name)
    discard(block.where.name)
    block.close()
    with pytest.raises(MapProblem), attached(block.where):
        pass


def test_another_process_reads_it_and_nobody_complains(tmp_path: Path) -> None:
    script = tmp_path / "share.py"
    script.write_text(_OWNER_AND_READER)
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )
    assert done.stdout.strip() == "700.0"
    assert done.stderr == ""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.errors import MapProblem
from engine.maps.shared import SharedBlock, attached, discard
from tests.helpers.made_maps import clustered

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


_KILLED_OWNER = """
import multiprocessing, os, signal
import numpy as np
from engine.maps.shared import SharedBlock, block_name, discard

def own(pipe):
    block = SharedBlock(np.ones((100, 7), np.float32), block_name(os.getpid()))
    pipe.send(block.where.name)
    signal.pause()

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    owner = context.Process(target=own, args=(theirs,))
    owner.start()
    print(ours.recv() == block_name(owner.pid))
    owner.kill()
    owner.join()
    discard(block_name(owner.pid))
"""


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


def test_a_block_of_the_same_name_is_replaced() -> None:
    SharedBlock(clustered(3), "orrery-test")
    with SharedBlock(clustered(30), "orrery-test") as block, attached(block.where) as seen:
        assert len(seen) == len(clustered(30))


@pytest.mark.parametrize(("program", "said"), [(_OWNER_AND_READER, "700.0"), (_KILLED_OWNER, "True")])
def test_nothing_is_left_behind_and_nobody_complains(tmp_path: Path, program: str, said: str) -> None:
    script = tmp_path / "share.py"
    script.write_text(program)
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )
    assert done.stdout.strip() == said
    assert done.stderr == ""

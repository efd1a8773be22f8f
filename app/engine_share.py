"""How many of the CPU's cores and how much memory the engine is given."""

from __future__ import annotations

import os

from app.settings import Settings

SHARE = (
    16  # of the computer's memory, one part is for what is recorded of a run: the model and other programs need it too
)
LEAST, MOST = 128, 4096  # MiB of it
STEP = 32


def threads_for_the_model() -> int:
    """All cores but one, which the window draws with.

    Two threads of a matrix product wait for each other two hundred times a token. Where the window's renderer takes one
    of their cores, both stand still: on two cores with a software renderer the model wrote 1.6 tokens a second on both
    cores and 9.6 on one.
    """
    return max(1, cores() - 1)


def cores() -> int:
    """Cores this process may use."""
    import psutil  # after the first picture: it takes a twentieth of the start

    there = psutil.cpu_count(logical=False) or os.cpu_count() or 2
    if hasattr(os, "sched_getaffinity"):
        there = min(there, len(os.sched_getaffinity(0)))
    return max(1, there)


def memory_for_a_run() -> int:
    """MiB of attention and neurons that are recorded of a run, by the memory that this computer has.

    On one of 8 GiB the default model's attention is recorded up to about 800 tokens, on one of 24 GiB up to 1,500.
    """
    there = total_memory() // 2**20 // SHARE
    return max(LEAST, min(there // STEP * STEP, MOST))


def total_memory() -> int:
    """Bytes of memory that this computer has."""
    import psutil  # as above

    return int(psutil.virtual_memory().total)


def engine_share(chosen: Settings) -> dict[str, int]:
    """Threads and bytes for the model, as the preferences say."""
    mebibytes = chosen.record_memory or memory_for_a_run()
    return {"threads": chosen.threads or threads_for_the_model(), "memory_budget": mebibytes * 2**20}

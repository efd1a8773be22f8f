"""Ctrl+C in a terminal does not reach a process that was begun unheard_interrupts."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time

import pytest

from engine.spawn import unheard_interrupts


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="no signal masks here")
def test_a_process_begun_deaf_goes_on_and_this_one_hears_again() -> None:
    other = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(60,), daemon=True)
    with unheard_interrupts():
        other.start()
    assert other.pid is not None
    os.kill(other.pid, signal.SIGINT)  # while its interpreter starts, before any line of it could ignore the signal
    other.join(1)
    assert other.is_alive()
    other.kill()
    other.join()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)

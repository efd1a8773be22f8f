"""The bracket-matching lab: a small transformer that cannot quite count, and a large one put to the same test.

`ANSWERS` is what the engine's registry looks for. What answers is imported when a question comes: reading this package
brings no torch in, so the command line can refuse bad input at once.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from engine import lab_records_brackets_asked as asked
from engine.lab_records import Finding, Question


def _later(name: str) -> Callable[[Any, Any], Finding]:
    def answer(question: Any, bench: Any) -> Finding:
        found: Finding = getattr(importlib.import_module("engine.labs.brackets.answers"), name)(question, bench)
        return found

    return answer


ANSWERS: dict[type[Question], Callable[[Any, Any], Finding]] = {
    asked.ReadBrackets: _later("read_brackets"),
    asked.BracketSequences: _later("sequences"),
    asked.BracketSurface: _later("surface"),
    asked.WorstStrings: _later("worst"),
    asked.TellingFailure: _later("telling"),
    asked.DepthProbe: _later("depth_probe"),
    asked.DepthCloud: _later("depth_cloud"),
    asked.BracketAttention: _later("attention"),
    asked.BracketKnockOut: _later("knock_out"),
    asked.AskNetCard: _later("net_card"),
    asked.CompareLarge: _later("compare_large"),
    asked.TrainSlice: _later("train_slice"),
    asked.ListNets: _later("list_nets"),
    asked.MeasureNet: _later("measure_net"),
    asked.PrepareNet: _later("prepare"),
}

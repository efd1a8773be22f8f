"""An attribution made by hand: embeddings and two dictionaries, seven nodes, and its edges."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from engine.dictionaries.records import DictionaryInfo, Hook
from engine.labs.feature_attribution.records import (
    CONSTANT,
    EMBEDDED,
    ERROR,
    FEATURE,
    TOKEN,
    AskAttribution,
    Attribution,
    Check,
    Node,
    Row,
)
from engine.labs.features.records import AskDictionaries, Dictionaries
from engine.run import Run
from tests.helpers.neuron_views import held
from tests.helpers.runs import prompted

LOW = DictionaryInfo("low", "Low", Hook("resid", 0), 48, 32, "topk", 5, sha256="a")
HIGH = DictionaryInfo("high", "High", Hook("mlp", 2), 48, 32, "topk", 5, sha256="b")
NAN = math.nan


def _sums(*values: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    return np.array(values, np.float32)


def attribution(run: Run, node: int) -> Attribution:
    """Effects in bits of the token 7 after `node`."""
    path = run.path[: run.path.index(node) + 1]
    check = Check(_sums(0.4, -0.2, 0.1, 0.0), _sums(0.5, -0.3, 0.2, 0.1), (Node(0, "feature", 1, 3),) * 4)
    return Attribution(
        node=node, token=7, against=-1, value=1.5, probability=0.25, entropy=3.5,
        token_ids=np.array([run.nodes[at].token_id for at in path], np.int32),
        rows=(
            Row("", None, "", "", 0, _sums(0, 0, 0, 1.5), _sums(0, 0, 0, 2.0), 0.0),
            Row("low", LOW.hook, "Low", "a", 10, _sums(0.9, 0.4, 0.2, 0), _sums(1.0, 0.6, 0.4, 0), 0.0),
            Row("high", HIGH.hook, "High", "b", 10, _sums(0.5, 0.1, 0.1, 0), _sums(0.5, 0.1, 0.4, 0), 0.8),
        ),
        row=np.array([0, 0, 1, 1, 1, 2, 2], np.int32),
        kinds=np.array([EMBEDDED, EMBEDDED, FEATURE, FEATURE, ERROR, FEATURE, CONSTANT], np.int32),
        positions=np.array([1, 2, 1, 1, 2, 2, 2], np.int32),
        features=np.array([-1, -1, 3, 9, -1, 5, -1], np.int32),
        activations=_sums(NAN, NAN, 2.0, 1.0, NAN, 4.0, NAN),
        largest=_sums(0, 0, 8.0, 6.0, 0, 5.0, 0),
        effects=_sums(1.2, 0.3, 0.6, 0.3, 0.4, 0.5, -0.3),
        direct=_sums(0.1, 0.0, 0.2, 0.0, 0.4, 0.5, -0.3),
        sources=np.array([0, 2, 3, 4, 5, 2, 1], np.int32),
        targets=np.array([2, 5, 5, TOKEN, TOKEN, TOKEN, 4], np.int32),
        weights=_sums(0.5, 1.5, 0.7, 0.4, 0.5, 0.2, 0.1),
        carried=_sums(0.6, 0.35, 0.25, 0.4, 0.5, 0.2, 0.1),
        strongest=check, random=replace(check, measured=_sums(0.1, 0.2, -0.1, 0.3)), seconds=1.0,
    )  # fmt: skip


def asked(run: Run, position: int = 2, **values: object) -> AskAttribution:
    """What the view asks about a position."""
    return replace(AskAttribution(run.path[position], ("low", "high")), **values)  # type: ignore[arg-type]


def run_with_dictionaries(*, answered: bool = True) -> Run:
    """A run the engine holds, whose model has two dictionaries, and the attribution after position 2."""
    run = held(prompted())
    run.findings[AskDictionaries()] = Dictionaries((LOW, HIGH), ("", ""))
    if answered:
        run.findings[asked(run)] = attribution(run, run.path[2])
    run.changed += 1
    return run

"""Everything the engine does with a model, in one process: load, run, look inside, ask every lab, map.

The services of the engine process answer here without the process, so that a pretended device (`tests.helpers.
pretended`) or a model spread by accelerate is met by the very code that serves the window. What a model cannot do is
kept as the sentence it says so with, and must be the same sentence wherever the model lies.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from transformers import PreTrainedModel

from engine import protocol
from engine.capture.head_rows import quickest
from engine.dictionaries import shelf
from engine.dictionaries.records import DictionaryInfo
from engine.errors import OrreryError
from engine.labs.features.records import Dictionaries
from engine.labs.language_neurons import text_sets
from engine.labs.language_neurons.records import BUNDLED
from engine.labs.neurons import neuron
from engine.labs.projections.records import ClusterLevel, Lost
from engine.maps import sample
from engine.process import sample_service
from engine.process.lab_service import LabService
from engine.process.maps_service import MapsService
from engine.process.model_service import ModelService
from engine.process.run_service import RunService
from engine.records import EMBEDDING, UNEMBEDDING, Change, Plan, Sampling, Site, Space
from tests.helpers import lab_examples
from tests.helpers.families import FAMILIES, MIXTURES, OTHERS, redrawn
from tests.helpers.lab_examples import HEAD, MLP, NEURON, About
from tests.helpers.tiny_models import byte_level_tokenizer

PROMPT = "the cat sat on the mat and the dog ran after the cat"
CONTEXT = 512  # so that the sample text is few forwards
GREEDY = Sampling(temperature=0)
FEW, CHARACTERS = 4, 100  # lines of each set of texts, characters of each sample text
ATTENTION = Site("attention", 0)
CHANGES = {
    "neuron": Change(NEURON, 0.0), "neuron doubled": Change(NEURON, 2.0), "neuron's mean": Change(NEURON, mean=True),
    "head": Change(HEAD, 0.0), "head at places": Change(HEAD, 0.0, positions=(1, 3)),
    "head's mean": Change(HEAD, mean=True), "attention": Change(ATTENTION, 0.0), "mlp": Change(MLP, 0.5),
    "mlp's mean": Change(MLP, mean=True),
}  # fmt: skip
ASKED_ABOUT = (EMBEDDING, Space("resid", 1))  # spaces that laboratories are asked about: one of tokens, one of states
_BY_RANK = (Lost, ClusterLevel)  # what follows from the order of neighbours
_OF_RANK = 0.01  # of the entries, and of a share
_NOT_COMPARED = {
    "seconds", "read_seconds", "reference", "device", "dtype", "run_id", "request_id", "key", "layout_key", "speed",
    "seconds_left", "seconds_reading", "seconds_training", "seconds_measuring", "tokens_per_second",
    "positions_per_second", "when",
}  # fmt: skip
_NAMED_ANEW = (DictionaryInfo,)  # each is written to a file of its own


def written(family: str, folder: Path) -> Path:
    """A family's tiny model with a tokenizer that knows every byte, as a folder. Its vocabulary is the tokenizer's."""
    tokenizer = byte_level_tokenizer()
    model: PreTrainedModel = (FAMILIES | MIXTURES | OTHERS)[family]()
    config = model.config
    config.vocab_size = len(tokenizer)
    for name in ("max_position_embeddings", "n_positions", "max_seq_len", "n_ctx"):
        if isinstance(getattr(config, name, None), int):
            setattr(config, name, CONTEXT)
    redrawn(type(model)(config), seed=7).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


class Engine:
    """The services, their answers kept."""

    def __init__(self) -> None:
        self.answers: list[protocol.Answer] = []
        self._id = 0
        self.models = ModelService(self.answers.append, _never)
        self.maps = MapsService(self.models, self.answers.append, _never)
        self.runs = RunService(self.models, self.maps, self.answers.append, _never)
        self.labs = LabService(self.models, self.maps, self.answers.append)

    def load(self, folder: Path, **chosen: Any) -> protocol.Loaded:
        """Load a model."""
        self.models.load(protocol.LoadModel(self._next(), str(folder), **chosen))
        return next(answer for answer in reversed(self.answers) if isinstance(answer, protocol.Loaded))

    def ask(self, request: Any, **values: Any) -> list[protocol.Answer]:
        """All answers to one request."""
        handlers: dict[Any, Callable[[Any], None]] = {
            protocol.NewRun: self.runs.new, protocol.AdoptRun: self.runs.adopt, protocol.BranchAt: self.runs.branch,
            protocol.GoTo: self.runs.go, protocol.Replay: self.runs.replay, protocol.AskLab: self.labs.ask,
            protocol.FullDistribution: self.runs.distribution, protocol.CheckReference: self.models.check,
            protocol.OpenSpace: self.maps.open, protocol.UseLayout: self.maps.use, protocol.TrueFan: self.maps.fan,
            protocol.FindNeighbours: self.maps.neighbours,
        }  # fmt: skip
        before = len(self.answers)
        handlers[request](request(self._next(), **values))
        self.models.cool()
        return [answer for answer in self.answers[before:] if not isinstance(answer, protocol.Progress)]

    def _next(self) -> int:
        self._id += 1
        return self._id


def _never() -> bool:
    return False


def everything(engine: Engine, texts: Path, *, maps: bool = True) -> dict[str, Any]:
    """name -> what came of it, in order, of every ability; the sentence where it is refused.

    `texts` is a folder for sets of texts to compare.
    """
    with _few_texts(texts), _no_more_dictionaries():
        return _everything(engine, texts, maps)


@contextmanager
def _no_more_dictionaries() -> Iterator[None]:
    """What is trained and kept goes again: the next test of this session is to find none of it."""
    folder = shelf.own_folder()
    before = set(folder.glob("*.safetensors"))
    try:
        yield
    finally:
        for path in set(folder.glob("*.safetensors")) - before:
            path.unlink()


@contextmanager
def _few_texts(folder: Path) -> Iterator[None]:
    """The bundled texts, but the beginnings only: what is done with a text does not depend on how many there are."""
    sets = folder / "few"
    sets.mkdir(exist_ok=True)
    for name in BUNDLED:
        lines = (text_sets.FOLDER / f"{name}.txt").read_text("utf-8").splitlines(keepends=True)
        (sets / f"{name}.txt").write_text("".join(lines[:FEW]), "utf-8")
    beginnings = tuple(dataclasses.replace(each, text=each.text[:CHARACTERS]) for each in sample.sample_texts())
    with ExitStack() as stack:
        stack.enter_context(mock.patch.object(text_sets, "FOLDER", sets))
        for module in (sample, sample_service, neuron):
            stack.enter_context(mock.patch.object(module, "sample_texts", return_value=beginnings))
        yield


def _everything(engine: Engine, texts: Path, maps: bool) -> dict[str, Any]:
    found: dict[str, Any] = {}

    def tried(name: str, request: Any, **values: Any) -> list[protocol.Answer]:
        try:
            answers = engine.ask(request, **values)
        except OrreryError as error:
            found[name] = f"{type(error).__name__}: {error}"
            return []
        found[name] = answers
        return answers

    _run(engine, tried)
    found["anatomy"] = _anatomy(engine)
    node = engine.models.require().session.current
    _look_inside(engine, tried, node)
    about = _about(engine, texts)
    for name, question in lab_examples.questions(about):
        tried(f"lab: {name}", protocol.AskLab, question=question)
    if maps:
        _map(engine, tried, about)
    return found


def _anatomy(engine: Engine) -> dict[str, Any]:
    """What was found out about the model, and which shortcuts: mixed devices may show as a longer way only."""
    session = engine.models.require().session
    a = session.anatomy
    states = [session.states(session.current, layer) for layer in range(a.n_layers)]
    engine.models.cool()
    may = not {"attn", "replay", "resid"} & a.missing.keys()
    return {
        "missing": dict(a.missing),
        "plain": (a.plain_head, a.tied, a.caches, a.overwrites, a.sinks, a.zero_alibi, a.position_scheme),
        "attention": (a.attention_as_loaded, a.attention_with_weights),
        "numbers": (a.logit_scale, a.embedding_scale, a.logit_softcap or 0.0),
        "ways": [quickest(session.model, a, layer, row).value for layer, row in enumerate(states)] if may else [],
    }


def _run(engine: Engine, tried: Any) -> None:
    tried("to draw from", protocol.NewRun, prompt=PROMPT, sampling=Sampling(temperature=0.9, seed=3))
    session = engine.models.require().session
    for step in range(4):
        session.step()
        tried(f"drawn {step}", protocol.FullDistribution, node=session.current)
    tried("prefill", protocol.NewRun, prompt=PROMPT, sampling=GREEDY)
    for step in range(3):
        session.step()
        tried(f"distribution {step}", protocol.FullDistribution, node=session.current)
    engine.models.cool()
    tried("branch", protocol.BranchAt, node=4, token_id=7)
    tried("branch again", protocol.BranchAt, node=session.current, token_id=9)
    tried("back", protocol.GoTo, node=10)
    tried("after going back", protocol.BranchAt, node=10, token_id=5)
    tried("reference", protocol.CheckReference)


def _look_inside(engine: Engine, tried: Any, node: int) -> None:
    for quantity in ("attn", "neurons"):
        tried(f"replayed {quantity}", protocol.Replay, node=node, layer=1, quantity=quantity)
    tried("replayed head", protocol.Replay, node=node, layer=2, quantity="attn", head=1)
    tree = engine.models.require().session.tree
    path = tree.path(node)
    for name, change in CHANGES.items():
        plan = Plan((change,))
        tried(f"run with {name}", protocol.NewRun, prompt=PROMPT, sampling=GREEDY, plan=plan)
    parents, ids = np.arange(-1, len(path) - 1, dtype=np.int32), tree.ids(path)
    tried(
        "adopted", protocol.AdoptRun, prompt=PROMPT, prompt_tokens=len(path), parents=parents, token_ids=ids,
        current=len(path) - 1,
    )  # fmt: skip
    tried("adopted replayed", protocol.Replay, node=len(path) - 1, layer=1, quantity="neurons")
    tried("prefill again", protocol.NewRun, prompt=PROMPT + " and then the cat", sampling=GREEDY)


def _about(engine: Engine, texts: Path) -> About:
    """What the laboratories' questions are about, with two files of a few texts each."""
    one, other = texts / "one.txt", texts / "other.txt"
    one.write_text("\n".join(f"the cat sat {n} times" for n in range(8)), "utf-8")
    other.write_text("\n".join(f"a dog ran to {n} mats" for n in range(8)), "utf-8")
    session = engine.models.require().session
    ids = tuple(int(token) for token in session.tree.ids([0, 1, 2]))
    return About(session.current, ids, one, other)


def _map(engine: Engine, tried: Any, about: About) -> None:
    top = engine.models.require().info.n_layers
    for space in (EMBEDDING, UNEMBEDDING, Space("resid", top), Space("resid", 1)):
        answers = tried(f"map {space.key}", protocol.OpenSpace, space=space)
        layouts = [answer.layout for answer in answers if isinstance(answer, protocol.SpaceReady)]
        if not layouts:
            continue
        tried(f"placed {space.key}", protocol.UseLayout, layout=layouts[0])
        tried(f"fan {space.key}", protocol.TrueFan, space=space, node=about.node, k=5)
        tried(f"neighbours {space.key}", protocol.FindNeighbours, space=space, index=7, n=5)
        if space in ASKED_ABOUT:
            for name, question in lab_examples.questions_on_map(about, space, layouts[0].key):
                tried(f"lab: {name} in {space.key}", protocol.AskLab, question=question)


def apart(one: Any, other: Any, tolerance: float, where: str = "") -> list[str]:
    """Where two results differ by more than `tolerance` of the largest number beside it; other values exactly."""
    if isinstance(one, Dictionaries) and type(one) is type(other):
        return []  # which there are by then: every engine leaves its own
    if dataclasses.is_dataclass(one) and type(one) is type(other):
        names = [entry.name for entry in dataclasses.fields(one) if entry.name not in _NOT_COMPARED]
        if isinstance(one, _NAMED_ANEW):
            names = [name for name in names if name not in ("name", "sha256")]  # the latter of other last digits
        if isinstance(one, _BY_RANK):
            return [line for name in names for line in _mostly_apart(one, other, name, f"{where}.{name}")]
        pairs = [(f"{where}.{name}", getattr(one, name), getattr(other, name)) for name in names]
    elif isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        pairs = [(f"{where}/{name}", one[name], other[name]) for name in one]
    elif isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)) and len(one) == len(other):
        pairs = [(f"{where}[{n}]", a, b) for n, (a, b) in enumerate(zip(one, other, strict=True))]
    elif isinstance(one, (float, np.ndarray)) and isinstance(other, (float, np.ndarray)):
        return _numbers_apart(np.asarray(one), np.asarray(other), tolerance, where)
    else:
        return [] if type(one) is type(other) and one == other else [f"{where}: {one!r:.200} against {other!r:.200}"]
    return [line for name, a, b in pairs for line in apart(a, b, tolerance, name)]


def _mostly_apart(one: Any, other: Any, name: str, where: str) -> list[str]:
    """The same but for a few entries: which of two equally near points is the nearer, rounding decides."""
    a, b = np.asarray(getattr(one, name), np.float64), np.asarray(getattr(other, name), np.float64)
    if a.shape != b.shape:
        return [f"{where}: shape {a.shape} against {b.shape}"]
    share = 1 - float(np.isclose(a, b, atol=_OF_RANK, equal_nan=True).mean()) if a.size else 0.0
    return [] if share <= _OF_RANK else [f"{where}: {share:.1%} apart"]


def _numbers_apart(one: Any, other: Any, tolerance: float, where: str) -> list[str]:
    if one.shape != other.shape:
        return [f"{where}: shape {one.shape} against {other.shape}"]
    if one.dtype.kind != "f":
        return [] if np.array_equal(one, other) else [f"{where}: other values"]
    endless = np.isinf(one) & (one == other)
    one, other = np.where(endless, 0, one), np.where(endless, 0, other)
    size = float(np.nanmax(np.atleast_1d(np.abs(one)), initial=1.0))  # of one NaN numpy warns, in spite of `initial`
    close = np.allclose(one, other, rtol=tolerance, atol=tolerance * max(size, 1.0), equal_nan=True)
    worst = float(np.nanmax(np.atleast_1d(np.abs(one.astype(np.float64) - other)), initial=0.0))
    return [] if close else [f"{where}: up to {worst:.3g} apart, of {size:.3g}"]

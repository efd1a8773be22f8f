"""The run file of DESIGN section 4: a safetensors file that every view can work from without the model.

The active path's records lie under their own names (`token_ids`, `resid`, `neurons`, `attn.<layer>`, …); each abandoned
branch is a chain of nodes under `branch.<n>.`, hung on its parent node by the metadata. A quantity of which any node
of a chain has no record (the memory budget left it out) is absent for that chain, and the metadata says why. Maps lie
under `map.<n>.` (see `engine.files.run_file_maps`). Nothing is ever unpickled.
"""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from safetensors import SafetensorError, safe_open

from engine import checked_json
from engine.errors import RunFileProblem, reason, shown
from engine.files import kept_records, run_file_maps, run_file_plan
from engine.files.run_file_check import check
from engine.files.tensor_file import (
    Entry,
    held,
    require_writable,
    write,
)
from engine.records import (
    AnyArray,
    ModelInfo,
    NodeRecord,
    Plan,
    Reference,
    Sampling,
    Vocabulary,
    read_only,
)
from engine.run import Run
from engine.sentences import english, say

FORMAT = 1
KEY = "orrery"
_PER_NODE = ("resid", "neurons", "next_ids", "next_probs", "next_logits")
_LEFT_OUT = "not recorded: it was over the run's memory budget, or the model has none"
_LIBRARIES = ("torch", "transformers", "numpy", "umap-learn", "openTSNE", "pacmap")

Read = Callable[[str], AnyArray]
_T = TypeVar("_T")

writable = require_writable


@dataclasses.dataclass(frozen=True)
class RunText:
    """What of a run is needed to read its text again: the tokens of its active path, and what was changed."""

    prompt: str
    token_ids: tuple[int, ...]
    plan: Plan
    model: str  # sha256 of the weights; "" where the file does not say


def save_run(run: Run, path: Path, beside: object = None) -> None:
    """Write `run` to `path`, whole or not at all. `beside`: a record kept with it, for `read_beside`.

    Raises:
        RunFileProblem: there is nothing to save. DiskProblem: the disk is full or not writable.
    """
    if not run.nodes:
        raise RunFileProblem(say("There is nothing to save yet: run a prompt first."))
    entries: dict[str, Entry] = {}
    left_out: dict[str, str] = {}
    _put_chain(entries, left_out, "", [run.nodes[node] for node in run.path])
    branches = _chains(run)
    for index, chain in enumerate(branches):
        _put_chain(entries, left_out, f"branch.{index}.", [run.nodes[node] for node in chain])
    if run.logits is not None and len(run.logits) == len(run.path):
        entries["logits"] = held(run.logits)
    if run.vocabulary is not None:
        for name in ("data", "offsets", "kinds"):
            entries[f"vocabulary.{name}"] = held(getattr(run.vocabulary, name))
    facts = _facts(run, branches) | {
        "left_out": left_out,
        "plan": run_file_plan.put(entries, run.plan),
        "maps": run_file_maps.put(entries, run.maps),
    }
    if beside is not None:
        arrays: dict[str, AnyArray] = {}
        facts["beside"] = kept_records.encode(beside, arrays, "beside.")
        entries |= {name: held(array) for name, array in arrays.items()}
    write(path, entries, {KEY: json.dumps(facts, allow_nan=False)})


def load_run(path: Path) -> Run:
    """Read a run. Its arrays are read-only.

    Raises:
        RunFileProblem: it is not there, damaged, foreign, or from a newer format.
    """
    return _opened(path, _build)


def _opened(path: Path, build: Callable[[Mapping[str, Any], set[str], Read], _T]) -> _T:
    """What `build` makes of a file's facts, names and tensors. Raises as `load_run` does."""
    if not path.is_file():  # a pipe would be waited for
        raise RunFileProblem(say("There is no file {path}.", path=path))
    try:
        with safe_open(path, "np") as file:
            facts = _checked_facts(path, file.metadata())
            names = set(file.keys())
            return build(facts, names, lambda name: read_only(file.get_tensor(name)))
    except (OSError, SafetensorError) as error:
        raise RunFileProblem(
            say(
                "{name} is not a run file, or it is damaged or cut short ({why}). Save the run again.",
                name=path.name,
                why=reason(error),
            )
        ) from error
    except RunFileProblem:
        raise
    except Exception as error:  # what stands in a foreign file can fail in any way: at every access to it
        raise RunFileProblem(
            say(
                "{name} is damaged: its parts do not fit together ({why}). Save the run again.",
                name=path.name,
                why=reason(error),
            )
        ) from error


def read_text(path: Path) -> RunText:
    """The text of a run's active path, and what made it, without its records. Raises as `load_run` does."""
    return _opened(path, _text)


def read_beside(path: Path) -> Any:
    """The record that was saved beside a run, None where there is none. Raises as `load_run` does."""
    return _opened(path, lambda facts, _names, read: kept_records.decode(facts.get("beside"), read))


# -- writing -----------------------------------------------------------------------------------------------------


def _chains(run: Run) -> list[list[int]]:
    """Nodes off the active path as chains in which each is the parent of the next, parents' chains first."""
    active = set(run.path)
    chains: list[list[int]] = []
    chain_of: dict[int, list[int]] = {}
    for record in run.nodes:
        if record.node in active:
            continue
        chain = chain_of.get(record.parent)
        if chain is None or chain[-1] != record.parent:
            chain = []
            chains.append(chain)
        chain.append(record.node)
        chain_of[record.node] = chain
    return chains


def _put_chain(entries: dict[str, Entry], left_out: dict[str, str], prefix: str, records: Sequence[NodeRecord]) -> None:
    entries[f"{prefix}token_ids"] = held(np.array([record.token_id for record in records], np.int32))
    entries[f"{prefix}entropy"] = held(np.array([record.entropy for record in records], np.float32))
    entries[f"{prefix}surprisal"] = held(np.array([record.surprisal for record in records], np.float32))
    for name in _PER_NODE:
        rows = [getattr(record, name) for record in records]
        if any(row is None for row in rows):
            left_out[f"{prefix}{name}"] = _LEFT_OUT
        else:
            entries[f"{prefix}{name}"] = Entry(rows[0].dtype, (len(rows), *rows[0].shape), partial(np.stack, rows))
    if any(record.attn is None for record in records):
        left_out[f"{prefix}attn"] = _LEFT_OUT
        return
    first = records[0].attn
    n_layers, n_heads = (0, 0) if first is None else first.shape[:2]
    shape = (n_heads, len(records), records[-1].position + 1)
    for layer in range(n_layers):
        make = partial(_attention, records, layer, shape)
        entries[f"{prefix}attn.{layer}"] = Entry(np.dtype(np.float32), shape, make)


def _attention(records: Sequence[NodeRecord], layer: int, shape: tuple[int, ...]) -> AnyArray:
    """One layer's rows [H, t, T] of a chain, zero where a key comes after its query."""
    whole = np.zeros(shape, np.float32)
    for row, record in enumerate(records):
        if record.attn is not None:
            whole[:, row, : record.position + 1] = record.attn[layer]
    return whole


def _facts(run: Run, branches: Sequence[Sequence[int]]) -> dict[str, Any]:
    """The metadata: what DESIGN names, and the tree."""
    info = run.info
    return {
        "format": FORMAT,
        "model": info.name if info else "",
        "model_sha256": info.sha256 if info else "",
        "revision": info.revision if info else "",
        "dtype": info.dtype if info else "",
        "device": info.device if info else "",
        "info": _info_facts(info) if info else None,
        "prompt": run.prompt,
        "prompt_tokens": min(run.prompt_tokens, len(run.nodes)),  # fewer are there while it is read
        "chat": run.chat,
        "sampling": dataclasses.asdict(run.sampling),
        "seed": run.sampling.seed,
        "reference": _reference(run.reference),
        "versions": run.versions or library_versions(),
        "nodes": list(run.path),
        "branches": [
            {
                "parent": run.nodes[chain[0]].parent,
                "position": run.nodes[chain[0]].position,
                "token": run.nodes[chain[0]].token_id,
                "nodes": list(chain),
            }
            for chain in branches
        ],
        "names": {str(node): name for node, name in run.names.items()},  # an Orrery that knows none leaves them
    }


def _info_facts(info: ModelInfo) -> dict[str, Any]:
    """Of the model; why it lacks something is kept as it was written, in whatever language it is shown."""
    return dataclasses.asdict(info) | {"missing": [(name, english(why)) for name, why in info.missing]}


def _reference(reference: Reference | None) -> dict[str, Any] | None:
    """The check of the model, where it was made and gave numbers: JSON has no others, and it can be made again."""
    if reference is None or not math.isfinite(reference.max_abs_logit_difference + reference.top1_agreement):
        return None
    return dataclasses.asdict(reference)


def library_versions() -> dict[str, str]:
    """The versions of the libraries that a run's numbers depend on."""
    found = {}
    for name in _LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed"
    return found


# -- reading -----------------------------------------------------------------------------------------------------


def _checked_facts(path: Path, metadata: Mapping[str, str] | None) -> dict[str, Any]:
    if not metadata or KEY not in metadata:
        raise RunFileProblem(say("{name} is a safetensors file, but not a run saved by Orrery.", name=path.name))
    facts = checked_json.metadata_object(metadata, KEY)
    number = facts["format"]
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise ValueError(say("its format is {format}", format=shown(number)))
    if number > FORMAT:
        raise RunFileProblem(
            say(
                "{name} was saved by a newer Orrery (format {number}; this one reads up to {format}): update "
                "Orrery to open it.",
                name=path.name,
                number=number,
                format=FORMAT,
            )
        )
    return facts


def _build(facts: Mapping[str, Any], names: set[str], read: Read) -> Run:
    vocabulary = None
    if "vocabulary.data" in names:
        vocabulary = Vocabulary(*(read(f"vocabulary.{name}") for name in ("data", "offsets", "kinds")))
    run = Run(_info(facts["info"]), vocabulary)
    run.prompt, run.prompt_tokens, run.chat = facts["prompt"], int(facts["prompt_tokens"]), bool(facts["chat"])
    run.sampling = Sampling(**facts["sampling"])
    run.plan = run_file_plan.get(facts["plan"], read)
    run.reference = Reference(**facts["reference"]) if facts["reference"] else None
    run.versions = dict(facts["versions"])
    run.nodes = _nodes(facts, names, read)
    run.logits = read("logits") if "logits" in names else None
    run.maps = run_file_maps.get(facts["maps"], read)
    run.names = {
        int(node): name for node, name in facts.get("names", {}).items()
    }  # files of earlier versions have none
    run.move(facts["nodes"][-1])
    check(run)
    return run


def _text(facts: Mapping[str, Any], _names: set[str], read: Read) -> RunText:
    ids = [int(token) for token in read("token_ids").tolist()]
    info = _info(facts["info"])
    size = 2**31 if info is None else info.vocab_size
    if not ids or not all(0 <= token < size for token in ids):
        raise ValueError(say("its tokens are none of its model's"))
    plan = run_file_plan.get(facts["plan"], read)
    return RunText(str(facts["prompt"]), tuple(ids), plan, "" if info is None else info.sha256)


def _info(facts: Mapping[str, Any] | None) -> ModelInfo | None:
    if facts is None:
        return None
    known = {field.name for field in dataclasses.fields(ModelInfo)}
    values = {name: value for name, value in facts.items() if name in known}
    values["eos_ids"] = tuple(values.get("eos_ids", ()))
    values["missing"] = tuple((str(name), str(why)) for name, why in values.get("missing", ()))
    return ModelInfo(**values)


def _nodes(facts: Mapping[str, Any], names: set[str], read: Read) -> list[NodeRecord]:
    """All nodes in the order of their numbers, children filled in."""
    found = _chain(facts["nodes"], -1, 0, "", names, read)
    for index, branch in enumerate(facts["branches"]):
        found += _chain(branch["nodes"], branch["parent"], branch["position"], f"branch.{index}.", names, read)
    found.sort(key=lambda record: record.node)
    for number, record in enumerate(found):
        if record.node != number or not -1 <= record.parent < number:
            raise ValueError(
                say(
                    "node {node} with parent {parent} stands where node {number} belongs",
                    node=record.node,
                    parent=record.parent,
                    number=number,
                )
            )
        if record.parent >= 0:
            if found[record.parent].position != record.position - 1:
                raise ValueError(say("node {number} does not follow its parent", number=number))
            found[record.parent].children.append(number)
    return found


def _chain(
    nodes: Sequence[int], parent: int, position: int, prefix: str, names: set[str], read: Read
) -> list[NodeRecord]:
    count = len(nodes)
    columns = {name: read(f"{prefix}{name}") for name in ("token_ids", "entropy", "surprisal")}
    columns |= {name: read(f"{prefix}{name}") for name in _PER_NODE if f"{prefix}{name}" in names}
    if not count or any(len(column) != count for column in columns.values()):
        raise ValueError(
            say("{what} has {count} nodes and records of another number", what=prefix or say("the path"), count=count)
        )
    attn = _attention_rows(prefix, names, read)
    records = []
    for row, node in enumerate(nodes):
        records.append(
            NodeRecord(
                node=int(node),
                parent=int(parent),
                position=position + row,
                token_id=int(columns["token_ids"][row]),
                attn=None if attn is None else attn[:, :, row, : position + row + 1],
                entropy=float(columns["entropy"][row]),
                surprisal=float(columns["surprisal"][row]),
                **{name: columns[name][row] if name in columns else None for name in _PER_NODE},  # type: ignore[arg-type]
            )
        )
        parent = node
    return records


def _attention_rows(prefix: str, names: set[str], read: Read) -> AnyArray | None:
    """All layers' rows of a chain [L, H, t, T], None where they were not recorded."""
    layers = sum(name.startswith(f"{prefix}attn.") for name in names)
    if not layers:
        return None
    return read_only(np.stack([read(f"{prefix}attn.{layer}") for layer in range(layers)]))

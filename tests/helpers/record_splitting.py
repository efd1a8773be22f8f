"""Records what ids llama.cpp gives to the texts of `splitting_texts`, for every splitting rule it knows by name.

    pip install xllamacpp
    python -m tests.helpers.record_splitting FILE.gguf    # FILE: the default model's, out of its wheel

Each distinct row of ids of a text is kept once, and for every name which row it gave: rules agree on most texts.
"""

from __future__ import annotations

import json
import lzma
import sys
import tempfile
from pathlib import Path
from typing import Any

from engine.models.splitting_rules import RULES
from tests.helpers.gguf_vocabularies import Listed, of_bytes, of_characters, sentencepiece, write
from tests.helpers.splitting_texts import texts

RECORDED = Path(__file__).resolve().parents[1] / "unit" / "engine" / "models" / "llama_cpp_ids.json.xz"
DEFAULT_MODEL = "default model"


def read() -> dict[str, Any]:
    """What was recorded: `source`, `texts`, `vocabularies` by name, `rows` by vocabulary, and `cases`."""
    found: dict[str, Any] = json.loads(lzma.decompress(RECORDED.read_bytes()))
    return found


def ids_of(recorded: dict[str, Any], case: dict[str, Any]) -> list[list[int]]:
    """The ids of all texts in one case."""
    rows = recorded["rows"][case["vocabulary"]]
    return [held[row] for held, row in zip(rows, case["rows"], strict=True)]


def file_of(recorded: dict[str, Any], case: dict[str, Any], path: Path) -> Path:
    """The case's GGUF file, written to `path`."""
    listed = Listed(**{**recorded["vocabularies"][case["vocabulary"]], **case["but"]})
    return write(path, listed, case["pre"])


def _cases() -> list[dict[str, Any]]:
    """The vocabulary, the name of the rule, and in what the file differs from the vocabulary."""
    by_bytes = [name for name, rule in RULES.items() if rule.of_bytes]
    by_characters = ("gemma4", "granite-embed-multi-311m", "sarvam-moe")
    named: list[tuple[str, str | None, dict[str, Any]]] = [
        *(("bytes", name, {}) for name in by_bytes),
        *(("characters", name, {}) for name in by_characters),
    ]
    others: list[tuple[str, str | None, dict[str, Any]]] = [
        ("characters", None, {"kind": "gemma4", "flags": {"add_bos_token": False}}),
        ("sentencepiece", None, {}),
        ("sentencepiece", None, {"flags": {"add_space_prefix": False}}),
        ("sentencepiece", None, {"architecture": "phi3"}),
        ("runs", None, {}),
        ("runs", None, {"architecture": "gemma3"}),
        ("runs", None, {"architecture": "llama", "flags": {}}),
    ]
    return [{"vocabulary": vocabulary, "pre": pre, "but": but} for vocabulary, pre, but in [*named, *others]]


def main(default_model: Path) -> None:
    """Ask llama.cpp for all cases and write the file."""
    from tests.helpers.llama_cpp import version

    some = texts()
    vocabularies = {
        "bytes": of_bytes(some),
        "characters": of_characters(some),
        "sentencepiece": sentencepiece(some),
        "runs": sentencepiece(some, "gemma2", runs=True, add_space_prefix=False),
    }
    told: dict[str, Any] = {"source": version(), "texts": some, "rows": {}}
    told["vocabularies"] = {name: listed.as_json() for name, listed in vocabularies.items()}
    told["cases"] = [*_cases(), {"vocabulary": DEFAULT_MODEL, "pre": None, "but": {}}]
    with tempfile.TemporaryDirectory() as room:
        for case in told["cases"]:
            own = case["vocabulary"] == DEFAULT_MODEL
            _add(told["rows"], case, _asked(default_model if own else file_of(told, case, Path(room) / "v.gguf"), some))
    RECORDED.write_bytes(lzma.compress(json.dumps(told, separators=(",", ":")).encode(), preset=9))


def _add(rows: dict[str, Any], case: dict[str, Any], ids: list[list[int]]) -> None:
    """Keep the ids among the distinct rows of their texts."""
    held = rows.setdefault(case["vocabulary"], [[] for _ in ids])
    for at, found in zip(held, ids, strict=True):
        if found not in at:
            at.append(found)
    case["rows"] = [at.index(found) for at, found in zip(held, ids, strict=True)]


def _asked(path: Path, some: list[str]) -> list[list[int]]:
    from tests.helpers.llama_cpp import Vocabulary

    vocabulary = Vocabulary(path)
    found = [vocabulary.ids(text) for text in some]
    vocabulary.close()
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Folders of models in Hugging Face format, one file of which is damaged, missing, or there beside the others."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from hypothesis import strategies as st

from tests.helpers.strategies.json_files import json_files
from tests.helpers.strategies.raw_bytes import raw
from tests.helpers.strategies.tensor_files import TensorFile, tensor_files

WEIGHTS, INDEX = "model.safetensors", "model.safetensors.index.json"
# Files that libraries look for beside those that are always there, with something that may stand in them.
BESIDE = {
    "generation_config.json": {"eos_token_id": [0, 1], "temperature": 0.5, "max_length": 20},
    "special_tokens_map.json": {
        "bos_token": "<|endoftext|>",
        "eos_token": {"content": "<|endoftext|>", "lstrip": False},
    },
    "added_tokens.json": {"<x>": 5, "<y>": 400},
    "vocab.json": {"a": 0, "b": 1},
    "chat_template.json": {"chat_template": "{{ messages[0].content }}"},
    "adapter_config.json": {"base_model_name_or_path": "some/where", "peft_type": "LORA"},
    "preprocessor_config.json": {"processor_class": "X"},
}
TEXTS_BESIDE = ("merges.txt", "chat_template.jinja", "tokenizer.model", "spiece.model", "modeling_x.py")

Folder = Mapping[str, bytes | None]  # name -> content; None: it is not there


def files_of(folder: Path) -> dict[str, bytes]:
    """The files of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def put(folder: Path, files: Folder) -> None:
    """Write them, and take away what is not among them."""
    for path in folder.iterdir():
        path.unlink()
    for name, content in files.items():
        if content is not None:
            (folder / name).write_bytes(content)


def _index(valid: Mapping[str, bytes]) -> dict[str, object]:
    names = TensorFile.of(valid[WEIGHTS]).arrays
    return {"metadata": {"total_size": 1000}, "weight_map": dict.fromkeys(names, WEIGHTS)}


def model_folders(valid: Mapping[str, bytes]) -> st.SearchStrategy[Folder]:
    """What is other in folders like that of `valid` (name -> content)."""
    jsons = [name for name in valid if name.endswith(".json")]
    index = json_files(_index(valid)).map(lambda data: {INDEX: data})

    def exchanged(name: str) -> st.SearchStrategy[Folder]:
        return json_files(json.loads(valid[name])).map(lambda data: {name: data})

    def beside(name: str) -> st.SearchStrategy[Folder]:
        return json_files(BESIDE[name]).map(lambda data: {name: data})

    return st.one_of(
        exchanged("config.json"), exchanged("config.json"), *(exchanged(name) for name in jsons), index,
        tensor_files(TensorFile.of(valid[WEIGHTS])).map(lambda data: {WEIGHTS: data}),
        st.sampled_from(list(valid)).map(lambda name: {name: None}),
        st.sampled_from(list(BESIDE)).flatmap(beside),
        st.tuples(st.sampled_from(TEXTS_BESIDE), raw).map(lambda it: {it[0]: it[1]}),
        st.tuples(st.sampled_from(TEXTS_BESIDE), raw).map(lambda it: {it[0]: it[1], "tokenizer.json": None}),
    )  # fmt: skip

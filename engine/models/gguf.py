"""A GGUF file, made once into a folder of float32 safetensors that loads like any other.

transformers expands GGUF weights at every load, which takes twelve seconds for 135M parameters; so the result is
kept in the cache under the hash of the file. Its `save_pretrained` refuses a model that is marked as quantised, so
the marks are taken off first: after the expansion the weights are plain float32.
"""

from __future__ import annotations

import math
import shutil
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from engine import folders
from engine.errors import LibraryChanged, ModelUnusable, Stopped, reason
from engine.libraries import rust_panics
from engine.models import disk, gguf_check, gguf_figures, gguf_header, gguf_tokenizer, store, verified
from engine.models.words import Progress, Stop, check, quieten, sha256_of
from engine.sentences import say

_FLOAT32 = 4  # bytes of a weight when it is expanded
SHARD = 256 * 2**20  # bytes of a file of weights: while one is written, nothing else is done and no Cancel is heard


def hash_of(path: Path, progress: Progress, stop: Stop) -> str:
    """The file's SHA-256, remembered."""
    known = verified.recall(path, "sha256")
    if not isinstance(known, str):
        known = sha256_of(path, say("Hashing {name}", name=path.name), progress, stop)
        verified.remember(path, sha256=known)
    return known


def require_gguf(path: Path) -> None:
    """Check the file's first bytes. Raises ModelUnusable."""
    start = b""
    if path.is_file():  # a pipe would be waited for
        with path.open("rb") as file:
            start = file.read(8)
    if len(start) < 8 or start[:4] != b"GGUF":
        raise ModelUnusable(
            say(
                "{path} is not a GGUF file: it does not begin with GGUF. Choose a file ending in .gguf, or get "
                "it again from its source.",
                path=path,
            )
        )
    version = struct.unpack("<I", start[4:])[0]
    if version not in (2, 3):
        raise ModelUnusable(
            say("{path} is GGUF version {version}; versions 2 and 3 can be read.", path=path, version=version)
        )


def expand(path: Path, note: store.Note, progress: Progress, stop: Stop) -> Path:
    """Expand the file into the cache and return the folder.

    Raises:
        ModelUnusable: the file is truncated, foreign, or of an architecture that transformers does not read.
        DiskProblem: there is too little room.
    """
    require_gguf(path)
    doing = say("Expanding {name} (once)", name=path.name)
    progress(doing, 0, 0)
    header = gguf_header.read_header(path, stop)
    gguf_figures.require_possible(path, header)
    disk.need(folders.models_folder(), _FLOAT32 * sum(map(math.prod, header.shapes.values())), doing)
    part = store.new_folder(note.name)
    try:
        with _counting(doing, progress, stop), rust_panics.raised_as(lambda said: _failure(path, RuntimeError(said))):
            model, tokenizer = _read(path)
        check(stop)
        _unmark(model)
        with disk.telling(part.parent, doing, say("What was expanded so far was removed.")):
            _write(model, part, say("Writing the weights of {name} (once)", name=path.name), progress, stop)
            tokenizer.save_pretrained(str(part))
            store.stamp(part)
        check(stop)
        return store.put(part, note)
    finally:
        shutil.rmtree(part, ignore_errors=True)


@contextmanager
def _counting(doing: str, progress: Progress, stop: Stop) -> Iterator[None]:
    """Have the reader's bar over the file's tensors tell Orrery's progress, and stop at the next tensor."""
    from engine.libraries.transformers_inside import gguf_tensors_counted

    with gguf_tensors_counted(_counted(lambda tensor: int(tensor.n_bytes), doing, progress, stop)):
        yield


def _write(model: Any, folder: Path, doing: str, progress: Progress, stop: Stop) -> None:
    """Write the weights, and stop at the next file of them."""
    from engine.libraries.transformers_inside import shards_counted

    sizes = {name: weight.numel() * weight.element_size() for name, weight in model.state_dict().items()}

    def n_bytes(file: tuple[str, Sequence[str]]) -> int:
        return sum(sizes.get(name, 0) for name in file[1])

    with shards_counted(_counted(n_bytes, doing, progress, stop)):
        model.save_pretrained(str(folder), max_shard_size=SHARD)


def _counted(n_bytes: Callable[[Any], int], doing: str, progress: Progress, stop: Stop) -> Callable[..., Iterator[Any]]:
    """Goes through things in the place of a progress bar, and tells how many of their bytes are done."""

    def counted(things: Iterable[Any], **_: object) -> Iterator[Any]:
        all_of_them = list(things)
        done, total = 0, sum(map(n_bytes, all_of_them))
        for thing in all_of_them:
            check(stop)
            progress(doing, done, total)
            yield thing
            done += n_bytes(thing)
        progress(doing, total, total)

    return counted


def _read(path: Path) -> tuple[Any, Any]:
    """The model by transformers' own reader, the tokenizer as the file says. Raises ModelUnusable."""
    import torch
    from gguf import GGUFReader
    from transformers import AutoConfig, AutoModelForCausalLM

    quieten()
    place = {"gguf_file": path.name, "local_files_only": True}
    load: Any = AutoModelForCausalLM.from_pretrained  # its types do not know `output_loading_info`
    try:
        reader = GGUFReader(path)
        gguf_check.require_whole(path, reader)
        gguf_check.require_known_rotation(path, reader)
        gguf_tokenizer.require_known(path, reader)
        config = AutoConfig.from_pretrained(str(path.parent), **place)
        gguf_check.correct(config, reader)
        model, report = load(str(path.parent), config=config, dtype=torch.float32, output_loading_info=True, **place)
        gguf_check.require_all(path, model, report, reader)
        gguf_check.stretch(path, model.config, reader)
        with rust_panics.unprinted():
            tokenizer = gguf_tokenizer.read(path, reader)
    except (LibraryChanged, ModelUnusable, Stopped):
        raise
    except Exception as error:
        raise _failure(path, error) from error
    return model, tokenizer


def _failure(path: Path, error: Exception) -> ModelUnusable:
    """The reader raises whatever its parser met; which of them it was decides the sentence."""
    said = reason(error)
    if "not supported" in said and "architecture" in said.lower():
        return ModelUnusable(
            say(
                "{path} cannot be used: {said}. Use the model's safetensors files instead.",
                path=path,
                said=said.rstrip("."),
            )
        )
    if isinstance(error, (ValueError, IndexError, EOFError, struct.error)) and _cut_off(said):
        return ModelUnusable(
            say("{path} is truncated or damaged ({said}). Get it again from its source.", path=path, said=said)
        )
    return ModelUnusable(say("{path} could not be read as a GGUF model ({said}).", path=path, said=said))


def _cut_off(said: str) -> bool:
    signs = ("reshape", "out of bounds", "mmap length", "buffer", "beyond", "index", "size of array", "be a divisor")
    return any(sign in said for sign in signs)


def _unmark(model: Any) -> None:
    """Take off the marks of quantisation, which no longer hold."""
    model.hf_quantizer = None
    model.__dict__.pop("quantization_method", None)
    model.is_quantized = False
    if hasattr(model.config, "quantization_config"):
        del model.config.quantization_config

"""llama.cpp's tokenisation, by the functions that the compiled module of the wheel `xllamacpp` exports.

Only for recording: the suite compares with what `record_splitting` wrote. The wheel (`pip install xllamacpp`) is no
dependency, since it holds all of llama.cpp.
"""

from __future__ import annotations

import ctypes
import importlib
from pathlib import Path
from typing import Any


class _Parameters(ctypes.Structure):
    """`llama_model_params` as of autumn 2026, with room behind it; only `vocab_only` is set."""

    _fields_ = (
        ("pointers", ctypes.c_void_p * 2),
        ("numbers", ctypes.c_int32 * 5),
        ("more_pointers", ctypes.c_void_p * 4),
        ("vocab_only", ctypes.c_bool),
        ("room", ctypes.c_uint8 * 127),
    )


class Vocabulary:
    """The vocabulary of a GGUF file, without its weights."""

    def __init__(self, path: Path) -> None:
        """Raises ValueError where llama.cpp refuses the file."""
        self._library = _library()
        parameters = self._library.llama_model_default_params()
        parameters.vocab_only = True
        self._model = self._library.llama_model_load_from_file(str(path).encode(), parameters)
        if not self._model:
            raise ValueError(f"llama.cpp refuses {path}")
        self._vocabulary = self._library.llama_model_get_vocab(self._model)

    def ids(self, text: str, *, special: bool = False) -> list[int]:
        """The token ids; `special`: with what the file says goes before and behind a text."""
        data = text.encode()
        room = 4 * len(data) + 16
        found = (ctypes.c_int32 * room)()
        count = self._library.llama_tokenize(self._vocabulary, data, len(data), found, room, special, True)
        return list(found[:count])

    def close(self) -> None:
        """Let it go."""
        self._library.llama_model_free(self._model)


def version() -> str:
    """The wheel and its version."""
    found: Any = importlib.import_module("importlib.metadata")
    return f"xllamacpp {found.version('xllamacpp')}"


def _library() -> Any:
    module: Any = importlib.import_module("xllamacpp.xllamacpp")
    library = ctypes.CDLL(module.__file__)
    handle, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int32
    library.llama_model_default_params.restype = _Parameters
    library.llama_model_load_from_file.argtypes, library.llama_model_load_from_file.restype = (
        [text, _Parameters],
        handle,
    )
    library.llama_model_get_vocab.argtypes, library.llama_model_get_vocab.restype = [handle], handle
    library.llama_model_free.argtypes = [handle]
    library.llama_tokenize.argtypes = [
        handle, text, number, ctypes.POINTER(number), number, ctypes.c_bool, ctypes.c_bool,
    ]  # fmt: skip
    library.llama_backend_init()
    return library

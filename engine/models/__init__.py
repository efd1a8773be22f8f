"""Models: what there is, where it comes from, and how it gets into memory.

Importing this package is cheap; `load` brings torch and transformers in when it is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.models.shelf import Row, clear, get, list_models
from engine.models.words import Progress, Stop, never, silent

if TYPE_CHECKING:
    from engine.models.load import LoadedModel

__all__ = ["LoadedModel", "Progress", "Row", "Stop", "clear", "get", "list_models", "load"]


def load(
    spec: str,
    *,
    device: str = "auto",
    dtype: str = "auto",
    progress: Progress = silent,
    stop: Stop = never,
) -> LoadedModel:
    """Load a model by catalogue name, hub id, folder or GGUF file: see `engine.models.load.load`."""
    from engine.models.load import load as load_now

    return load_now(spec, device=device, dtype=dtype, progress=progress, stop=stop)


def __getattr__(name: str) -> Any:
    if name == "LoadedModel":
        from engine.models.load import LoadedModel

        return LoadedModel
    raise AttributeError(name)

"""Models: what there is, where it comes from, and how it gets into memory.

Importing this package is cheap; loading one is in `engine.models.load`, which brings torch and transformers in when
it is called.
"""

from __future__ import annotations

from engine.models.shelf import Row, clear, get, list_models
from engine.models.words import Progress, Stop

__all__ = ["Progress", "Row", "Stop", "clear", "get", "list_models"]

"""What a laboratory may use to answer: the model and its run, or only the ways to tell progress and to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.capture.anatomy import Anatomy
    from engine.capture.effects import Means
    from engine.generation.session import Session
    from engine.maps.spaces import SpaceVectors
    from engine.records import F32, Layout, ModelInfo, Placed, Plan, Space, Vocabulary


def no_means(_plan: Plan) -> Means | None:
    """Where no reference text is at hand, nothing can be replaced by its mean."""
    return None


def no_layouts(_space: Space) -> tuple[SpaceVectors | None, tuple[Layout, ...]]:
    """Where no map is at hand, no space is open."""
    return None, ()


def nowhere(_space: Space, _vectors: F32) -> Placed | None:
    """Where no map is at hand, nothing has a place."""
    return None


def nowhere_in(_space: Space, _layout_key: str, _vectors: F32) -> Placed | None:
    """The same, of layouts by their keys."""
    return None


@dataclass(frozen=True)
class Bench:
    """What a lab may use that needs no model: the ways to tell progress and to be stopped."""

    progress: Callable[[str, int, int], None]  # doing, done, total
    stop: Callable[[], bool]


@dataclass(frozen=True)
class Workbench:
    """What a lab about a model or a run may use: the loaded model with its run besides."""

    session: Session
    tokenizer: Any
    vocabulary: Vocabulary
    info: ModelInfo
    progress: Callable[[str, int, int], None]
    stop: Callable[[], bool]
    means: Callable[[Plan], Means | None] = no_means  # over the sample texts, of the sites a plan replaces by them
    place: Callable[[Space, F32], Placed | None] = nowhere  # vectors [n, D] in the layout in use of an opened space
    layouts: Callable[[Space], tuple[SpaceVectors | None, tuple[Layout, ...]]] = no_layouts  # of an opened space
    place_into: Callable[[Space, str, F32], Placed | None] = nowhere_in  # the same in any layout of it, by its key

    @property
    def model(self) -> Any:
        """transformers' own model."""
        return self.session.model

    @property
    def anatomy(self) -> Anatomy:
        """Where its parts are."""
        return self.session.anatomy

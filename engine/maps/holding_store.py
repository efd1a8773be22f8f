"""The stored layouts, and in memory those that a disk had no room for: they are of use until this process ends."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from engine.errors import DiskProblem
from engine.maps.store import LayoutStore, belongs
from engine.records import Layout, Space


class HoldingStore(LayoutStore):
    """Finds a layout wherever it is."""

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__(folder)
        self._held: dict[str, Layout] = {}  # by key, the newest last

    def hold(self, layouts: Iterable[Layout]) -> None:
        """Keep these in memory."""
        for layout in layouts:
            self._held.pop(layout.key, None)
            self._held[layout.key] = layout

    def forget(self) -> None:
        """The model changes: what is held is of no use."""
        self._held.clear()

    def save(self, model_hash: str, layout: Layout) -> Path:
        """Write `layout`. Raises DiskProblem where that fails; it is held then."""
        try:
            return super().save(model_hash, layout)
        except DiskProblem:
            self.hold((layout,))
            raise

    def stored(self, model_hash: str, space: Space, n: int) -> tuple[tuple[Layout, ...], tuple[str, ...]]:
        """All layouts of a model's space of n points, those held first, and a note for each file that was unusable."""
        found, notes = super().stored(model_hash, space, n)
        known = {layout.key for layout in found}
        held = [layout for layout in reversed(self._held.values()) if self._fits(layout, model_hash, space, n)]
        return (*(layout for layout in held if layout.key not in known), *found), notes

    def find(self, model_hash: str, space: Space, key: str, n: int) -> tuple[Layout | None, str]:
        """The layout of this key, or None; and a note where a file was there but unusable."""
        held = self._held.get(key)
        if held is not None and self._fits(held, model_hash, space, n):
            return held, ""
        return super().find(model_hash, space, key, n)

    @staticmethod
    def _fits(layout: Layout, model_hash: str, space: Space, n: int) -> bool:
        return layout.space == space and len(layout.points3) == n and belongs(layout, model_hash)

"""Which function answers which question of the watch."""

from __future__ import annotations

from engine.labs.watch.records import AskShade, AskTree, AskWatch, AskWatched
from engine.labs.watch.rules import watch
from engine.labs.watch.shade import shade
from engine.labs.watch.tree import tree

ANSWERS = {AskShade: shade, AskWatched: shade, AskWatch: watch, AskTree: tree}

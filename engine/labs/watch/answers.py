"""Which function answers which question of the watch."""

from __future__ import annotations

from engine.labs.watch.records import AskShade, AskWatched
from engine.labs.watch.shade import shade

ANSWERS = {AskShade: shade, AskWatched: shade}

"""Analogies: words as arrows, ranks beside their baselines, and offsets of pairs beside shuffled ones."""

"""A word repeated, then another."""

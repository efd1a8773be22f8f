"""A word repeated, then another: what the model makes of it."""

"""The map as numbers: what is shown where; no Qt."""

"""Fitting a curve to points: what it says between them, and beyond."""

"""Neurons: ranked by effect, read from weights, shares of a text."""

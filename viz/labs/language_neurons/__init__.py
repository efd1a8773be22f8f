"""Neurons that carry one kind of text."""

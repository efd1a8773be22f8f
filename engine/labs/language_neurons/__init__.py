"""Neurons that carry one kind of text: found, and measured against others."""

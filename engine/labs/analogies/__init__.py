"""Analogies: what the differences between words' vectors carry, beside what chance and simpler rules give."""

"""Hypothesis strategies of every file that Orrery reads: valid ones with something changed, and mere bytes."""

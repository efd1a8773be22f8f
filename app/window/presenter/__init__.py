"""Presenting to a class: a second window for the projector, and what the presenter sees beside the first."""

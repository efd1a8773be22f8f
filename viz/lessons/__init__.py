"""Lessons: short steps of text, each with a state of the window that it makes true (`resources/lessons/README.md`)."""

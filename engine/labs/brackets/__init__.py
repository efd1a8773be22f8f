"""The bracket-matching laboratory: a small transformer that cannot quite count, and a large one beside it."""

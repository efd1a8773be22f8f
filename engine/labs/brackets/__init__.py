"""The bracket-matching lab: a small transformer that cannot quite count, and a large one put to the same test."""

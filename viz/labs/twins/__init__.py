"""Two continuations side by side."""

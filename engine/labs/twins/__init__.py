"""Two continuations with the same random numbers."""

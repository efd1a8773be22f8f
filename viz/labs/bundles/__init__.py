"""Many continuations of one text: how they part, and into which groups they fall."""

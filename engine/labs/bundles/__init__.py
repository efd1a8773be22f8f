"""Many continuations of one text, drawn with other seeds: how fast they part, and into which groups they fall."""

"""Generation: how the next token is drawn, and the tree of tokens a session walks on a cached forward pass."""

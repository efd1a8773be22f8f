"""The loss of a small net over two directions of its weights, and descents on it."""

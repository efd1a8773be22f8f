"""States carried from one prompt into another."""

"""A small net that learns to read handwritten digits."""

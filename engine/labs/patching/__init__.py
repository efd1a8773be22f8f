"""States carried from one prompt into another, and causal tracing."""

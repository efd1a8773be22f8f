"""Which heads choose between two names."""

"""The toy model of superposition, and codes of things that have two properties."""

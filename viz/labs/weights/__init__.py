"""The weights of a model as pictures."""

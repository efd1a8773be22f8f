"""Sparse dictionaries of a model's activations (sparse autoencoders): what they are, how they are used and made."""

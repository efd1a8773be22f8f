"""What may come next, several tokens deep: the true next states and distributions of the likeliest continuations."""

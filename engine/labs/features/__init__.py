"""Features of a sparse dictionary: which dictionaries there are, and what their features answer to."""

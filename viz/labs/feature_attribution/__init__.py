"""Which features of sparse dictionaries made a token, as a graph."""

"""Which features of sparse dictionaries made a token: attribution through a model whose nonlinear parts are held."""

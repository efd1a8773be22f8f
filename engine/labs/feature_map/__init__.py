"""How the features of a dictionary lie to each other: their directions, and a graph around one of them."""

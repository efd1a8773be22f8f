"""How the features of a dictionary lie to each other: a graph around one, their directions, and a map of all."""

"""Films: a figure that moves, described by a spec and drawn picture by picture by the figure code."""

"""Points of a space along a direction: from some of them to others, or the direction of a linear probe between them."""

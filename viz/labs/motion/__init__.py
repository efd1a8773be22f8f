"""How a text moves through a space, beside what it would do by chance."""

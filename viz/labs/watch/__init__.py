"""A watch over features while the model writes."""

"""Steering: a feature or a vector, from ordinary text to gibberish."""

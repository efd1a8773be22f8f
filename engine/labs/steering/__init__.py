"""Steering: a feature turned up or down, or a vector added, from ordinary text to gibberish."""

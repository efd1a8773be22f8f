"""The weights themselves as pictures, each beside what chance alone would show."""

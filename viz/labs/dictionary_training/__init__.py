"""Training sparse dictionaries in front of one's eyes, and how their error falls with width and compute."""

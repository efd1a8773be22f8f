"""What `main.py` does without a window: one file per command, each with `add_arguments` and `run`."""

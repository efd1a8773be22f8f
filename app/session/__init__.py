"""The session: run, state and what is asked of the engine; it knows no window."""

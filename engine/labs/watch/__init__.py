"""Features watched along the run, and rules on them that mark tokens."""

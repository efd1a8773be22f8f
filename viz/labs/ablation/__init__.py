"""The switchboard, the inside of a changed model, and a sweep of one scale."""

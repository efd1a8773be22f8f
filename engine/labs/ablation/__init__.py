"""Parts switched off: the next token, the inside and a sweep of one scale."""

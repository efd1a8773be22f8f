"""The running text and the next token."""

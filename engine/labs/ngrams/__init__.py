"""Tables of letters and words: what counting alone can predict, and where it ends."""

"""Tables of letters and words, and what they say, beside the model's."""

"""Predict first: a class guesses the next token before it sees what the model expects."""

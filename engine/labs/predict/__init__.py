"""A class that guesses the next token: how good its guesses are."""

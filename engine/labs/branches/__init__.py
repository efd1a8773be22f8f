"""How likely the tokens at a fork of the run are: when drawn, and with interventions."""

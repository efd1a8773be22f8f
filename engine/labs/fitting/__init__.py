"""Which formulas points allow: every sum of a few terms, by its error on points it has not seen."""

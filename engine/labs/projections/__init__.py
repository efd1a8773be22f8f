"""How far each layout of a space can be trusted: measures of neighbourhoods and distances, beside a shuffled layout."""

"""How far to trust the map: what each layout keeps of neighbourhoods and distances."""

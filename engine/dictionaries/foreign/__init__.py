"""Published dictionaries, in the formats of other programs: read, never trusted for what they say of their quality."""

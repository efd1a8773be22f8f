"""The map's controls, mouse, keys and panels."""

"""Published dictionaries: opened, held against the loaded model, measured, and kept."""

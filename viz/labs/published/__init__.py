"""Published dictionaries: opened from this computer or the hub, held against the model, measured, kept."""

"""All branches of a run as a drawn tree."""

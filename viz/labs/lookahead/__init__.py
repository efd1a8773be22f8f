"""What may come next, several tokens deep, as a drawn tree."""

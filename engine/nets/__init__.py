"""Small nets that are trained here: what they are, how they learn, work in slices; it imports no laboratory."""

"""A small net that learns to read handwritten digits, drawn and blurred by hand."""

"""A sparse dictionary trained on a layer of the loaded model, slice by slice, and how its error falls with its size."""

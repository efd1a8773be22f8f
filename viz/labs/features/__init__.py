"""Views of the features of sparse dictionaries: which there are, and what each answers to."""

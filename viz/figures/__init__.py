"""Figures: any view as a picture on a page of a physical size."""

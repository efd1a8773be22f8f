"""Small drawers shared by views: plain functions on a QPainter, for a window, a PNG, an SVG and a PDF alike."""

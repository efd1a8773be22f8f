"""Small drawers shared by views: plain functions on a QPainter, so the same code paints a window, a PNG, SVG and PDF."""

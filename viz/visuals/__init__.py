"""Drawers: vispy visuals and Qt painters that know arrays and colours, not runs."""

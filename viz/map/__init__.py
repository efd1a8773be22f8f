"""The meaning space apart from its widget: frames, camera, picking, colours; Qt where text is drawn."""

"""The meaning space apart from its widget: frames, camera, picking, colours, labels. Numpy first, Qt where text is drawn."""

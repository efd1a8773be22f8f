"""Where figures are composed: panels on a page, seen as they are written, with undo, presets, files and clipboard."""

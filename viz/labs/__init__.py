"""One view per file. A file here with a `View` subclass is a menu entry, a dock, a palette command and a figure."""

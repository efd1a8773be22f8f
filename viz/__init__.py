"""Views and the drawers they are made of: Qt, vispy, pyqtgraph, numpy. Of the engine, only its records and runs."""

"""The only place that wires: window, panels, commands, the run's life, workers, settings. Never imports torch."""

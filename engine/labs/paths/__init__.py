"""Further texts on a map: where each of their tokens lies beside the run's, and bundles of samples with their mean."""

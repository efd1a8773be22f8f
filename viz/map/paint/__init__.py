"""The map drawn: scene, labels, statement."""

"""What each layer would say and what it writes; a state's way through the layers."""

"""What each layer writes and would say."""

"""A small net that balances brackets, and where it fails."""

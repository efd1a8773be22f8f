"""What neurons store, where they fire, and what each costs a token."""

"""What laboratories share; it imports none of them."""

"""Small experiments of their own kind that run beside a language model, each in its own package."""

"""The engine process: one connection to the window, requests in, answers out. Importing this package loads no torch."""

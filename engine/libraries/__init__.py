"""What is taken from inside other libraries, beyond what they promise to keep: one module each.

A test for each names what has changed where an update of the library breaks it.
"""

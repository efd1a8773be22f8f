"""Reading a decoder-only model's inner quantities through hooks, replaying one block, and intervening.

The model's own code is never replaced: everything is observed or changed on the modules' inputs and outputs.
"""

"""How a text moves through a space: steps, turns and fans beside their controls, and the dimension of its states."""

"""How the program looks: style sheet, icons, tints."""

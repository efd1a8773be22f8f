"""The playground of small nets, in the window."""

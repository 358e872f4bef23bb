"""Busker in the terminal: the whole bot with no chat account."""

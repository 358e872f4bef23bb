"""Busker on Discord."""

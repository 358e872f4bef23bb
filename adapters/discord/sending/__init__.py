"""Messages and edits: in their turn, once, and found again."""

"""Cards, private answers and forms as Discord shows them; no call is made here."""

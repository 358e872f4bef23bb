"""`busker doctor`: what is checked before Busker runs, and beside it, with the mend for what is wrong."""

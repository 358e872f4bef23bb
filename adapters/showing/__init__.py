"""What showing cards takes on every platform, whatever it is called there."""

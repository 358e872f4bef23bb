"""What happens to a song that was asked for: its turn, its making, its files and their handing over."""

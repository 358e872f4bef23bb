"""What each player of the band makes of a section."""

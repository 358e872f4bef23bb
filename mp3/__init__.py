"""What an mp3 file says about itself: its frames, its Info header, its ID3 tag.

A leaf: it needs nothing but the standard library, so the band and the bot can both stand on it.
"""

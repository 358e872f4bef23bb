"""Finished mp3s made smaller, or cut to a jingle.

A leaf on `mp3`: it knows files and sound, nothing of songs. Sound passes through in short blocks, so
that an hour takes no more memory than a minute, but for the mp3 that comes out. All of it blocks:
whoever serves other people meanwhile calls it in a thread.
"""

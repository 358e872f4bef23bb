"""A soundfont: recorded notes of real instruments, in a file that the operator names.

The band reads it itself, a note at a time and never the whole file, so that no player has to be installed
and half a gigabyte of samples costs no memory.
"""

"""How to ask Soundverse for music, and how to understand what it says. Knows nothing of chat.

All of it is pure but for `client`, the only file that talks. Built from the vendor's documents, without a
live answer: what they leave open is read in every shape that seems possible.
"""

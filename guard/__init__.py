"""Is this URL, this address, this file acceptable? And one bounded download.

A leaf: whoever fetches anything from the outside goes through here, and it knows none of them.
"""

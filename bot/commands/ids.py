"""Ids of jobs and drafts: short enough for a button, and not to be guessed."""

import secrets

__all__ = ["new_id"]

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""Letters and digits that aren't taken for each other."""

LENGTH = 12


def new_id() -> str:
    """One that nobody has had before."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))

"""Lists of words, and the songbook: what the band knows, kept as text that is easy to add to."""

import tomllib
from importlib.resources import files
from typing import Any

__all__ = ["songbook", "vocabulary"]


def vocabulary(text: str) -> frozenset[str]:
    """Read a set of words from running text."""
    return frozenset(text.split())


def songbook(name: str) -> dict[str, Any]:
    """Read one of the songbook's files, such as `genres`."""
    return tomllib.loads((files("houseband") / "songbook" / f"{name}.toml").read_text("utf-8"))

"""The named statements of `queries.sql`. A query is never built from text that came from people."""

import re
from functools import cache
from importlib.resources import files

__all__ = ["migrations", "query"]


def query(name: str) -> str:
    """The statement of that name."""
    return _queries()[name]


@cache
def migrations() -> tuple[str, ...]:
    """Every migration in order; the first makes schema version 1. The list only grows."""
    folder = files("storage") / "migrations"
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".sql"))
    return tuple((folder / name).read_text("utf-8") for name in names)


@cache
def _queries() -> dict[str, str]:
    text = (files("storage") / "queries.sql").read_text("utf-8")
    _, *parts = re.split(r"^-- name: (\w+)\n", text, flags=re.MULTILINE)
    named = dict(zip(parts[::2], parts[1::2], strict=True))
    return {name: _whole(part, named) for name, part in named.items()}


def _whole(part: str, named: dict[str, str]) -> str:
    """With every `{name}` in it replaced by the part of that name."""
    return re.sub(r"\{(\w+)\}", lambda found: named[found[1]].strip(), part)

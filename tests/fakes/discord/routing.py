"""How a route is written down: a method, a path, and what is done."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.fakes.discord.bodies import Body


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """A request whose body was read; `names` are the parts of its path."""

    method: str
    path: str
    names: Mapping[str, str]
    query: Mapping[str, str]
    body: Body


@dataclass(frozen=True, kw_only=True)
class Route:
    method: str
    pattern: re.Pattern[str]
    work: Callable[[Incoming], Any]
    """What is answered, or None for 204."""
    needs_bot: bool = True
    """False where the token in the path is enough."""
    judges: bool = False
    """Whether the work itself asks the specification, after rules written by hand."""


def route(
    line: str,
    work: Callable[[Incoming], Any],
    *,
    needs_bot: bool = True,
    judges: bool = False,
) -> Route:
    """Of a line as in the documentation: `GET /channels/{channel}`."""
    method, path = line.split()
    pattern = re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path))
    return Route(method=method, pattern=pattern, work=work, needs_bot=needs_bot, judges=judges)

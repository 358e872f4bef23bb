"""How a method is written down: its name, what is done, and what it asks for."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack.bodies import Arguments
from tests.fakes.slack.refusals import Json


class Token(Enum):
    BOT = auto()
    APP = auto()


@dataclass(frozen=True, kw_only=True)
class Method:
    name: str
    work: Callable[[Arguments], Json]
    """What is answered besides `ok`."""
    per_minute: int
    scope: str = ""
    """What the token has to be allowed; methods that ask for more look for it themselves."""
    takes_json: bool = True
    token: Token = Token.BOT


UNNAMED = {
    "files.completeUploadExternal": {"blocks"},
    "auth.test": {"team_id"},  # Bolt's own
}
"""Arguments that are documented, or sent by the library itself, and have no name there."""


@cache
def known_arguments(name: str) -> frozenset[str]:
    """Those that the library has a name for, by its method for this one of Slack's."""
    found = inspect.signature(getattr(AsyncWebClient, name.replace(".", "_")))
    return frozenset(found.parameters) | UNNAMED.get(name, set())


def method(
    name: str,
    work: Callable[[Arguments], Json],
    per_minute: int,
    scope: str = "",
    *,
    takes_json: bool = True,
    token: Token = Token.BOT,
) -> Method:
    return Method(
        name=name,
        work=work,
        per_minute=per_minute,
        scope=scope,
        takes_json=takes_json,
        token=token,
    )

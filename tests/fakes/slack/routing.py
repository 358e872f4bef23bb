"""How a method is written down: its name, what is done, and what it asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

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

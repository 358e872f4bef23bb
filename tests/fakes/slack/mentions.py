"""Who is notified of a message, by its text and its blocks."""

import re
from dataclasses import dataclass

from tests.fakes.slack.blocks import marked_of
from tests.fakes.slack.refusals import Json


@dataclass(frozen=True, kw_only=True)
class Pings:
    """Who hears of a message, by id."""

    users: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    everyone: bool = False
    """`@channel`, `@here` or `@everyone`."""

    def __bool__(self) -> bool:
        return bool(self.users or self.groups or self.everyone)


def pings_of(text: str, blocks: list[Json]) -> Pings:
    """The text counts beside blocks, too: notifications are made of it."""
    said = "\n".join([text, *marked_of(blocks)])
    return Pings(
        users=frozenset(re.findall(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>", said)),
        groups=frozenset(re.findall(r"<!subteam\^(S[A-Z0-9]+)(?:\|[^>]*)?>", said)),
        everyone=bool(re.search(r"<!(channel|here|everyone)(\|[^>]*)?>", said)),
    )

"""Long lists, a page at a time."""

from collections.abc import Sequence
from typing import TypeVar

from tests.fakes.slack.bodies import Arguments
from tests.fakes.slack.refusals import Json, Refused

Item = TypeVar("Item")


def page_of(found: Sequence[Item], arguments: Arguments, most: int) -> tuple[list[Item], Json]:
    """One page, and what the answer says of the next one."""
    cursor = arguments.text("cursor")
    if cursor and not cursor.isdecimal():
        raise Refused("invalid_cursor")
    start = int(cursor or 0)
    end = start + min(arguments.number("limit", most), most)
    following = str(end) if end < len(found) else ""
    return list(found[start:end]), {"response_metadata": {"next_cursor": following}}

"""Looking whether a message of ours is there already, before it is posted again.

Messages carry in their metadata what they are; those with files can't, and are known by their files.
Reading needs the history scopes. Without them nobody can look: CantLook.
"""

from collections.abc import AsyncIterator, Collection, Iterator
from datetime import datetime, timedelta
from typing import Any

from slack_sdk.errors import SlackApiError

from adapters.slack.addresses import message_for
from adapters.slack.calls import Calls
from adapters.slack.failures import NO_ROOM_BELOW, error_of, is_final
from adapters.slack.plain import Json

__all__ = [
    "CARD",
    "RESULT",
    "WORD",
    "CantLook",
    "Spot",
    "about",
    "files_at",
    "files_in",
    "keys_at",
    "message_at",
    "one_at",
]

CARD, RESULT, WORD = "busker_card", "busker_result", "busker_word"
"""The types of our metadata: a song's card, a result without files, and what is told to one person."""

CLOCKS_APART = timedelta(minutes=1)
"""So far our clock may be ahead of theirs."""

MOST_PAGES = 10
A_PAGE = 200

Spot = tuple[str, str | None]
"""A channel, and the thread in it, if it is one."""


class CantLook(Exception):
    """What was said there can't be read."""


def about(kind: str, key: str) -> Json:
    """The metadata of a message by which it is found again."""
    return {"event_type": kind, "event_payload": {"key": key}}


async def message_at(calls: Calls, spot: Spot, metadata: Json, since: datetime) -> str | None:
    """The time of the message with that metadata, if it is there. Raises CantLook."""
    async for message in _since(calls, spot, since):
        said: dict[str, Any] = message.get("metadata") or {}
        if (said.get("event_type"), said.get("event_payload")) == (
            metadata["event_type"],
            metadata["event_payload"],
        ):
            return str(message["ts"])
    return None


async def keys_at(calls: Calls, spot: Spot, kind: str, since: datetime) -> dict[str, str]:
    """The times of all messages of a kind, by their keys. Raises CantLook."""
    found: dict[str, str] = {}
    async for message in _since(calls, spot, since):
        said: dict[str, Any] = message.get("metadata") or {}
        if said.get("event_type") == kind:
            found[str(said["event_payload"].get("key"))] = str(message["ts"])
    return found


async def files_at(calls: Calls, spot: Spot, names: Collection[str], since: datetime) -> str | None:
    """The address of the message of ours with files of these names, if it is there. Raises CantLook."""
    me = await calls.me()
    async for message in _since(calls, spot, since):
        files = message.get("files") or []
        there = {file.get(field) for file in files for field in ("name", "title")}
        if message.get("user") == me and there.issuperset(names):
            return message_for(message["ts"], message.get("thread_ts"))
    return None


async def one_at(calls: Calls, spot: Spot, time: str) -> Json | None:
    """One message as it stands, if it does. Raises CantLook."""
    channel, thread = spot
    fields: dict[str, str | int] = {"latest": time, "oldest": time, "inclusive": 1, "limit": 9}
    if thread:
        fields["ts"] = thread
    found = await _page(calls, channel, fields)
    return next((one for one in found.get("messages", []) if one["ts"] == time), None)


def files_in(message: Json) -> list[str]:
    """The ids of files that were shared with it, and of those that its blocks show."""
    shared = [str(file["id"]) for file in message.get("files") or []]
    return [*dict.fromkeys([*shared, *_shown_in(message.get("blocks") or [])])]


def _shown_in(part: object) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _shown_in(one)
    elif isinstance(part, dict):
        if isinstance(file := part.get("slack_file"), dict) and "id" in file:
            yield str(file["id"])
        for one in part.values():
            yield from _shown_in(one)


async def _since(calls: Calls, spot: Spot, since: datetime) -> AsyncIterator[Json]:
    channel, thread = spot
    fields: dict[str, str | int] = {
        "oldest": f"{(since - CLOCKS_APART).timestamp():.6f}",
        "limit": A_PAGE,
        "include_all_metadata": 1,
    }
    if thread:
        fields["ts"] = thread
    for _ in range(MOST_PAGES):
        found = await _page(calls, channel, fields)
        for message in found.get("messages", []):
            yield message
        cursor = (found.get("response_metadata") or {}).get("next_cursor")
        if not cursor:
            return
        fields["cursor"] = cursor


async def _page(calls: Calls, channel: str, fields: dict[str, str | int]) -> Json:
    method = "conversations.replies" if "ts" in fields else "conversations.history"
    try:
        return await calls.ask(method, channel=channel, **fields)
    except SlackApiError as refused:
        if error_of(refused) in NO_ROOM_BELOW:
            return {}
        if is_final(refused):
            raise CantLook(error_of(refused)) from refused
        raise

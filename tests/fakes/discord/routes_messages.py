"""Channels and their messages, by the bot's own token."""

from datetime import timedelta

from tests.fakes.discord import message as flags_of
from tests.fakes.discord import permissions
from tests.fakes.discord.buckets import Buckets
from tests.fakes.discord.message import Message
from tests.fakes.discord.payloads import message_payload
from tests.fakes.discord.place_payloads import channel_payload
from tests.fakes.discord.places import THREADS, Channel, Kind
from tests.fakes.discord.refusals import (
    Json,
    another_authors,
    closed_to_bots,
    missing_access,
    missing_permissions,
    thread_locked,
)
from tests.fakes.discord.routing import Incoming, Route, route
from tests.fakes.discord.server import HeldBack
from tests.fakes.discord.world import World
from tests.fakes.discord.writing import Writing

OLD = timedelta(hours=1)


class MessageRoutes:
    def __init__(self, world: World, writing: Writing, buckets: Buckets) -> None:
        self._world = world
        self._writing = writing
        self._buckets = buckets

    def routes(self) -> list[Route]:
        one = "/channels/{channel}/messages/{message}"
        return [
            route("GET /channels/{channel}", self._channel),
            route("POST /channels/{channel}/typing", self._typing),
            route("GET /channels/{channel}/messages", self._read),
            route("POST /channels/{channel}/messages", self._create, judges=True),
            route(f"GET {one}", self._read_one),
            route(f"PATCH {one}", self._edit, judges=True),
            route(f"DELETE {one}", self._delete),
        ]

    def _channel(self, incoming: Incoming) -> Json:
        return channel_payload(self._open(incoming))

    def _typing(self, incoming: Incoming) -> None:
        self._open(incoming, permissions.SEND_MESSAGES)

    def _read(self, incoming: Incoming) -> list[Json]:
        """The latest first. `before` and `after` are ids; of those after one, the next ones."""
        channel = self._open(incoming, permissions.READ_MESSAGE_HISTORY)
        query = incoming.query
        after, before = int(query.get("after", 0)), int(query.get("before", 1 << 63))
        fitting = [
            message
            for message in reversed(channel.messages)
            if not message.is_deleted
            and not message.is_ephemeral
            and after < int(message.id) < before
        ]
        most = int(query.get("limit", 50))
        page = fitting[-most:] if "after" in query else fitting[:most]
        return [self._shown(message) for message in page]

    def _create(self, incoming: Incoming) -> Json:
        channel = self._open(incoming, permissions.SEND_MESSAGES)
        _check_files_and_embeds(channel, incoming)
        if channel.recipient and not channel.recipient.accepts_messages:
            raise closed_to_bots()
        return self._shown(self._writing.create(channel, self._world.bot, incoming.body))

    def _read_one(self, incoming: Incoming) -> Json:
        channel = self._open(incoming, permissions.READ_MESSAGE_HISTORY)
        return self._shown(self._world.public_message(channel, incoming.names["message"]))

    def _edit(self, incoming: Incoming) -> Json:
        channel = self._open(incoming)
        message = self._world.public_message(channel, incoming.names["message"])
        if message.author is not self._world.bot:
            raise another_authors()
        _check_files_and_embeds(channel, incoming)
        self._check_age(message, incoming)
        self._writing.edit(message, incoming.body)
        return self._shown(message)

    def _delete(self, incoming: Incoming) -> None:
        channel = self._open(incoming)
        message = self._world.public_message(channel, incoming.names["message"])
        may_delete_others = channel.allowed & permissions.MANAGE_MESSAGES
        if message.author is not self._world.bot and not may_delete_others:
            raise missing_permissions()
        self._writing.delete(message)

    def _open(self, incoming: Incoming, needed: int = 0) -> Channel:
        channel = self._world.channel_for_bot(incoming.names["channel"])
        if not _is_seen(channel):
            raise missing_access()
        if channel.kind in THREADS and needed & permissions.SEND_MESSAGES:
            if channel.is_locked and not channel.allowed & permissions.MANAGE_THREADS:
                raise thread_locked()
            needed = needed & ~permissions.SEND_MESSAGES | permissions.SEND_MESSAGES_IN_THREADS
        if channel.allowed & needed != needed:
            raise missing_permissions()
        return channel

    def _check_age(self, message: Message, incoming: Incoming) -> None:
        if self._world.clock.now() - message.created_at > OLD:
            held = self._buckets.take_old_edit(incoming.method, incoming.path, message.channel.id)
            if held:
                raise HeldBack(held)

    def _shown(self, message: Message) -> Json:
        return message_payload(message, self._world)


def _is_seen(channel: Channel) -> bool:
    """A voice channel only by who may connect, a private thread only by who is in it."""
    needed = permissions.VIEW_CHANNEL
    if channel.kind is Kind.VOICE:
        needed |= permissions.CONNECT
    is_in = channel.has_bot or bool(channel.allowed & permissions.MANAGE_THREADS)
    return channel.allowed & needed == needed and (channel.kind is not Kind.PRIVATE_THREAD or is_in)


def _check_files_and_embeds(channel: Channel, incoming: Incoming) -> None:
    needed = permissions.ATTACH_FILES if incoming.body.files else 0
    fields = incoming.body.fields
    if fields.get("embeds") and not (fields.get("flags") or 0) & flags_of.COMPONENTS_V2:
        needed |= permissions.EMBED_LINKS
    if channel.allowed & needed != needed:
        raise missing_permissions()

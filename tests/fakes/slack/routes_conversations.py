"""`conversations.*`: channels, who is in them, and what was said there."""

from tests.fakes.slack.bodies import Arguments
from tests.fakes.slack.message import Message
from tests.fakes.slack.pages import page_of
from tests.fakes.slack.payloads import channel_payload, message_payload
from tests.fakes.slack.places import HISTORY_SCOPES, READ_SCOPES, Channel, Kind
from tests.fakes.slack.refusals import Json, Refused, not_found
from tests.fakes.slack.routing import Method, method
from tests.fakes.slack.tiers import TIER_2, TIER_3, TIER_4
from tests.fakes.slack.world import World

KINDS = {"public_channel": Kind.PUBLIC, "private_channel": Kind.PRIVATE, "im": Kind.DIRECT}


class ConversationMethods:
    def __init__(self, world: World) -> None:
        self._world = world

    def methods(self) -> list[Method]:
        return [
            method("conversations.info", self._info, TIER_3, takes_json=False),
            method("conversations.join", self._join, TIER_3, "channels:join"),
            method("conversations.open", self._open, TIER_3, "im:write"),
            method("conversations.history", self._history, TIER_3, takes_json=False),
            method("conversations.replies", self._replies, TIER_3, takes_json=False),
            method("conversations.members", self._members, TIER_4, takes_json=False),
            method("conversations.list", self._list, TIER_2, takes_json=False),
        ]

    def _info(self, arguments: Arguments) -> Json:
        channel = self._readable(arguments)
        payload = channel_payload(channel)
        if arguments.flag("include_num_members"):
            payload["num_members"] = len(channel.members)
        return {"channel": payload}

    def _join(self, arguments: Arguments) -> Json:
        channel = self._world.channel_for_bot(arguments.required("channel"))
        if channel.kind is not Kind.PUBLIC:
            raise Refused("method_not_supported_for_channel_type")
        if channel.is_archived:
            raise Refused("is_archived")
        if channel.has_bot:
            more = {"warnings": ["already_in_channel"]}
            return {
                "channel": channel_payload(channel),
                "warning": "already_in_channel",
                "response_metadata": more,
            }
        channel.invite_bot()
        self._world.feed.stir()
        return {"channel": channel_payload(channel)}

    def _open(self, arguments: Arguments) -> Json:
        """With one person."""
        ids = arguments.text("users").split(",")
        if len(ids) > 1:
            self._world.needs("mpim:write")
        person = self._world.people.get(ids[0])
        if person is None:
            raise not_found("user")
        if person.is_deactivated:
            raise Refused("user_disabled")
        if person.is_bot:
            raise Refused("cannot_dm_bot")
        channel = self._world.direct(person)
        whole = channel_payload(channel) if arguments.flag("return_im") else {"id": channel.id}
        return {"channel": whole}

    def _history(self, arguments: Arguments) -> Json:
        """The latest first; replies only where they were broadcast."""
        channel = self._remembered(arguments)
        said = [one for one in channel.messages if not one.thread or one.is_broadcast]
        return self._told(said[::-1], arguments)

    def _replies(self, arguments: Arguments) -> Json:
        """The message and its thread, oldest first."""
        channel = self._remembered(arguments)
        ts = arguments.required("ts")
        parent = next((one for one in channel.messages if one.ts == ts), None)
        if parent is None or (parent.is_deleted and not parent.replies):
            raise not_found("thread")
        return self._told([parent, *parent.replies], arguments)

    def _members(self, arguments: Arguments) -> Json:
        channel = self._readable(arguments)
        ids, more = page_of([one.id for one in channel.members], arguments, 1000)
        return {"members": ids} | more

    def _list(self, arguments: Arguments) -> Json:
        """Public ones unless `types` says otherwise; of others, those that the bot is in."""
        kinds = []
        for name in (arguments.text("types") or "public_channel").split(","):
            if name.strip() not in KINDS:
                raise Refused("invalid_types")
            kinds.append(KINDS[name.strip()])
        for kind in kinds:
            self._world.needs(READ_SCOPES[kind])
        found = [
            channel
            for channel in self._world.channels.values()
            if channel.kind in kinds
            and (channel.kind is Kind.PUBLIC or channel.has_bot)
            and not (arguments.flag("exclude_archived") and channel.is_archived)
        ]
        shown, more = page_of(found, arguments, 1000)
        return {"channels": [channel_payload(one) for one in shown]} | more

    def _readable(self, arguments: Arguments) -> Channel:
        channel = self._world.channel_for_bot(arguments.required("channel"))
        self._world.needs(READ_SCOPES[channel.kind])
        return channel

    def _remembered(self, arguments: Arguments) -> Channel:
        channel = self._world.joined_channel(arguments.required("channel"))
        self._world.needs(HISTORY_SCOPES[channel.kind])
        return channel

    def _told(self, said: list[Message], arguments: Arguments) -> Json:
        oldest, latest = arguments.text("oldest"), arguments.text("latest")
        inclusive = arguments.flag("inclusive")

        def fits(message: Message) -> bool:
            if inclusive and message.ts in {oldest, latest}:
                return True
            at = float(message.ts)
            return float(oldest or 0) < at < float(latest or "inf")

        found = [one for one in said if not one.is_deleted and not one.is_ephemeral and fits(one)]
        shown, more = page_of(found, arguments, 999 if "limit" in arguments.fields else 100)
        with_metadata = arguments.flag("include_all_metadata")
        told = [message_payload(one, self._world, with_metadata=with_metadata) for one in shown]
        has_more = bool(more["response_metadata"]["next_cursor"])
        return {"messages": told, "has_more": has_more} | (more if has_more else {})

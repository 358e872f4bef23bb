"""`chat.*`."""

from tests.fakes.slack.bodies import Arguments
from tests.fakes.slack.message import Message
from tests.fakes.slack.payloads import message_payload
from tests.fakes.slack.refusals import Json, Refused, not_found
from tests.fakes.slack.routing import Method, method
from tests.fakes.slack.tiers import SPECIAL, TIER_3, TIER_4
from tests.fakes.slack.world import World
from tests.fakes.slack.writing import Writing

WRITE = "chat:write"


class MessageMethods:
    def __init__(self, world: World, writing: Writing) -> None:
        self._world = world
        self._writing = writing

    def methods(self) -> list[Method]:
        return [
            method("chat.postMessage", self._post, SPECIAL, WRITE),
            method("chat.update", self._update, TIER_3, WRITE),
            method("chat.delete", self._delete, TIER_3, WRITE),
            method("chat.postEphemeral", self._post_ephemeral, TIER_4, WRITE),
            method("chat.getPermalink", self._permalink, SPECIAL, takes_json=False),
        ]

    def _post(self, arguments: Arguments) -> Json:
        channel = self._world.channel_to_post_in(arguments.required("channel"))
        if channel.recipient and channel.recipient.is_deactivated:
            raise Refused("is_inactive")
        return self._told(self._writing.create(channel, arguments))

    def _update(self, arguments: Arguments) -> Json:
        message = self._own(arguments, "cant_update_message")
        self._writing.edit(message, arguments)
        return self._told(message) | {"text": message.fallback}

    def _delete(self, arguments: Arguments) -> Json:
        message = self._own(arguments, "cant_delete_message")
        self._writing.delete(message)
        return {"channel": message.channel.id, "ts": message.ts}

    def _post_ephemeral(self, arguments: Arguments) -> Json:
        """Only where both are."""
        channel = self._world.joined_channel(arguments.required("channel"))
        person = self._world.people.get(arguments.required("user"))
        if person is None or person not in channel.members:
            raise Refused("user_not_in_channel")
        message = self._writing.create(channel, arguments, shown_to=person)
        return {"message_ts": message.ts}

    def _permalink(self, arguments: Arguments) -> Json:
        channel = self._world.channel_for_bot(arguments.required("channel"))
        message = self._world.message(channel, arguments.required("message_ts"))
        return {"channel": channel.id, "permalink": message.link}

    def _own(self, arguments: Arguments, refusal: str) -> Message:
        id_, ts = arguments.required("channel"), arguments.required("ts")
        if id_ in self._world.people:
            raise not_found("channel")
        message = self._world.message(self._world.channel_for_bot(id_), ts)
        if message.channel.is_archived:
            raise Refused("is_archived")
        if message.author is not self._world.bot:
            raise Refused(refusal)
        return message

    def _told(self, message: Message) -> Json:
        said = message_payload(message, self._world, with_metadata=True)
        return {"channel": message.channel.id, "ts": message.ts, "message": said}

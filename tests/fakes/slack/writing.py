"""Messages are written, changed and taken away, in one place for every route."""

from typing import TYPE_CHECKING

from tests.fakes.slack.blocks import completed
from tests.fakes.slack.bodies import Arguments
from tests.fakes.slack.files import File, Files
from tests.fakes.slack.message import Message
from tests.fakes.slack.message_rules import checked_blocks, checked_metadata, checked_text
from tests.fakes.slack.people import Person
from tests.fakes.slack.places import Channel
from tests.fakes.slack.refusals import Json, Refused, not_found

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fakes.slack.world import World


class Writing:
    def __init__(self, world: "World", files: Files) -> None:
        self._world = world
        self.check_file = files.check_shown
        self.happened: Callable[[str, Message], None] = lambda *_: None
        """Tells who is subscribed; set once there is somebody who does."""
        files.write = self.share

    def create(
        self, channel: Channel, arguments: Arguments, *, shown_to: Person | None = None
    ) -> Message:
        """A new message of the bot's; `shown_to` is the only one who reads it."""
        text, blocks = self._said(arguments)
        if not text and not blocks:
            raise Refused("no_text")
        message = Message(
            ts=self._world.ids.stamp(),
            channel=channel,
            author=self._world.bot,
            fallback=text,
            blocks=completed(blocks or []),
            metadata=checked_metadata(arguments),
            thread=self._thread(channel, arguments.text("thread_ts")),
            is_broadcast=arguments.flag("reply_broadcast"),
            shown_to=shown_to,
        )
        self._add(message)
        self.happened("", message)
        return message

    def edit(self, message: Message, arguments: Arguments) -> None:
        """Words alone take the blocks away; blocks alone leave no words."""
        text, blocks = self._said(arguments)
        if not text and not blocks:
            raise Refused("no_text")
        metadata = checked_metadata(arguments)
        message.fallback, message.blocks = text, completed(blocks or [])
        if metadata is not None:
            message.metadata = metadata
        if not blocks:
            message.edited_at = self._world.ids.stamp()
        message.keep()
        self.happened("message_changed", message)

    def begin(self, channel: Channel, arguments: Arguments) -> Message:
        """What a stream will fill; it isn't there before it says something."""
        return Message(
            ts=self._world.ids.stamp(),
            channel=channel,
            author=self._world.bot,
            thread=self._thread(channel, arguments.text("thread_ts")),
        )

    def show(self, message: Message, text: str, blocks: list[Json]) -> None:
        """What a stream says by now."""
        message.fallback, message.blocks = text, completed(blocks)
        if message not in message.channel.messages:
            message.channel.messages.append(message)
        message.keep()

    def checked(self, arguments: Arguments) -> list[Json]:
        """Blocks as they may stand in a message."""
        return checked_blocks(arguments, self.check_file) or []

    def delete(self, message: Message) -> None:
        """Files stay; they are deleted by themselves."""
        message.is_deleted = True
        self._world.feed.stir()
        self.happened("message_deleted", message)

    def say(
        self,
        person: Person,
        channel: Channel,
        text: str,
        thread: Message | None = None,
        files: list[File] | None = None,
    ) -> Message:
        """A person's own message."""
        return self._add(
            Message(
                ts=self._world.ids.stamp(),
                channel=channel,
                author=person,
                fallback=text,
                thread=(thread.thread or thread) if thread else None,
                files=files or [],
            )
        )

    def share(self, channel: Channel, files: list[File], said: Json) -> Message:
        """The message that a completed upload becomes."""
        message = Message(
            ts=self._world.ids.stamp(),
            channel=channel,
            author=self._world.bot,
            fallback=said["text"],
            blocks=completed(said["blocks"]),
            thread=said["thread"],
            files=files,
        )
        self._add(message)
        self.happened("", message)
        return message

    def said_of_files(self, channel: Channel, arguments: Arguments) -> Json:
        """What is to stand beside files; blocks are passed over where there is a comment."""
        comment = arguments.text("initial_comment")
        blocks = self.checked(arguments)
        if any(block["type"] == "markdown" for block in blocks):
            raise Refused("internal_error")
        return {
            "text": comment,
            "blocks": [] if comment else blocks,
            "thread": self._thread(channel, arguments.text("thread_ts")),
        }

    def _said(self, arguments: Arguments) -> tuple[str, list[Json] | None]:
        return checked_text(arguments), checked_blocks(arguments, self.check_file)

    def _add(self, message: Message) -> Message:
        message.channel.messages.append(message)
        message.keep()
        return message

    def _thread(self, channel: Channel, ts: str) -> Message | None:
        """A reply can't be replied to."""
        if not ts:
            return None
        for message in channel.messages:
            if message.ts == ts and not message.is_ephemeral:
                if message.thread:
                    raise Refused("cannot_reply_to_message")
                return message
        raise not_found("thread")

"""What people do, and a test does for them."""

import secrets
from collections.abc import Mapping, Sequence

from tests.fakes.discord.bodies import Upload
from tests.fakes.discord.command_rules import Command
from tests.fakes.discord.events import Events
from tests.fakes.discord.files import Files
from tests.fakes.discord.filling import Filled, chosen, pressed, submitted
from tests.fakes.discord.interaction import Asked, Interaction
from tests.fakes.discord.mentions import pings_of
from tests.fakes.discord.menu import Menu, NotOffered, Typed
from tests.fakes.discord.message import Message
from tests.fakes.discord.payloads import message_payload
from tests.fakes.discord.people import Member, Person, user_of
from tests.fakes.discord.place_payloads import member_payload, user_payload
from tests.fakes.discord.places import Channel
from tests.fakes.discord.refusals import Json
from tests.fakes.discord.world import World
from tests.fakes.discord.writing import Writing


class Acting:
    """Each act comes twice: `begin_…` only does it, the other waits for the bot's first answer."""

    def __init__(self, world: World, files: Files, writing: Writing, events: Events) -> None:
        self._world = world
        self._files = files
        self._writing = writing
        self._events = events
        self.menu = Menu(world, files)

    async def slash(
        self, person: Person, channel: Channel, line: str, /, **options: Typed
    ) -> Interaction:
        """`line` is the command's name, with its subcommands; options by name, `-` as `_`."""
        return await self.begin_slash(person, channel, line, **options).answered()

    def begin_slash(
        self, person: Person, channel: Channel, line: str, /, **options: Typed
    ) -> Interaction:
        data = self.menu.typed(person, channel, line, options)
        return self._ask(Asked.COMMAND, person, channel, data)

    async def complete(
        self, person: Person, channel: Channel, line: str, focus: str, /, **options: Typed
    ) -> list[Json]:
        """The choices that are suggested for an option, of which `options` has the beginning."""
        asked = self.begin_completion(person, channel, line, focus, **options)
        return (await asked.answered()).choices

    def begin_completion(
        self, person: Person, channel: Channel, line: str, focus: str, /, **options: Typed
    ) -> Interaction:
        options.setdefault(focus, "")
        data = self.menu.half_typed(person, channel, line, focus, options)
        return self._ask(Asked.COMPLETION, person, channel, data)

    async def context_menu(
        self, person: Person, target: Message | Person, name: str, channel: Channel | None = None
    ) -> Interaction:
        """A command from the menu of a message, or of a person in a channel."""
        kind = Command.MESSAGE if isinstance(target, Message) else Command.USER
        place = target.channel if isinstance(target, Message) else channel
        assert place, "of a person, say in which channel"
        command = self.menu.chosen(person, place, name, kind)
        data: Json = {"id": command["id"], "name": name, "type": int(kind), "target_id": target.id}
        data["resolved"] = self._resolved(target)
        return await self._ask(Asked.COMMAND, person, place, data).answered()

    async def press(self, person: Person, message: Message, button: str) -> Interaction:
        """A button by its label or its custom id."""
        return await self.begin_press(person, message, button).answered()

    def begin_press(self, person: Person, message: Message, button: str) -> Interaction:
        data = pressed(self._seen(person, message), button)
        return self._ask(Asked.COMPONENT, person, message.channel, data, message)

    async def choose(
        self, person: Person, message: Message, custom_id: str, *values: str
    ) -> Interaction:
        """In a list, by values."""
        data = chosen(self._seen(person, message), custom_id, values)
        return await self._ask(Asked.COMPONENT, person, message.channel, data, message).answered()

    async def submit(
        self, opened: Interaction, values: Mapping[str, Filled] | None = None
    ) -> Interaction:
        """The form that an interaction was answered with; fields by custom id."""
        return await self.begin_submit(opened, values).answered()

    def begin_submit(
        self, opened: Interaction, values: Mapping[str, Filled] | None = None
    ) -> Interaction:
        if opened.form is None:
            raise NotOffered("no form was opened")
        folder = opened.channel.id
        data = submitted(opened.form, values or {}, self._world, self._files, folder)
        return self._ask(Asked.FORM, opened.person, opened.channel, data, opened.message)

    def say(
        self, person: Person, channel: Channel, text: str, files: Sequence[Upload] = ()
    ) -> Message:
        """A person's own message."""
        message = Message(
            id=self._world.ids.new(),
            channel=channel,
            author=user_of(person),
            created_at=self._world.clock.now(),
            content=text,
        )
        message.attachments = [
            self._files.keep(one.name, one.data, channel.id, content_type=one.content_type)
            for one in files
        ]
        message.pings = pings_of(message, None)
        channel.messages.append(message)
        message.keep()
        self._world.happened("MESSAGE_CREATE", message)
        return message

    def repeat(self, interaction: Interaction) -> None:
        """The gateway tells of it once more, as it may after a session was resumed."""
        self._events.asked(interaction)

    def delete(self, message: Message) -> None:
        """By somebody who may."""
        self._writing.delete(message)

    def _ask(
        self,
        kind: Asked,
        person: Person,
        channel: Channel,
        data: Json,
        message: Message | None = None,
    ) -> Interaction:
        interaction = Interaction(
            id=self._world.ids.new(),
            token=secrets.token_urlsafe(48),
            kind=kind,
            person=person,
            channel=channel,
            created_at=self._world.clock.now(),
            data=data,
            message=message,
        )
        self._world.interactions[interaction.token] = interaction
        self._events.asked(interaction)
        return interaction

    def _seen(self, person: Person, message: Message) -> Message:
        if message not in message.channel.seen_by(person):
            raise NotOffered(f"{user_of(person).name} doesn't see this message")
        return message

    def _resolved(self, target: Message | Person) -> Json:
        if isinstance(target, Message):
            return {"messages": {target.id: message_payload(target, self._world)}}
        resolved: Json = {"users": {target.id: user_payload(user_of(target))}}
        if isinstance(target, Member):
            member = member_payload(target) | {"permissions": str(target.permissions)}
            resolved["members"] = {target.id: member}
        return resolved

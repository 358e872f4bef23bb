"""What people do, and a test does for them."""

from collections.abc import Mapping, Sequence

from tests.fakes.slack.events import Events
from tests.fakes.slack.files import Files
from tests.fakes.slack.filling import (
    Filled,
    Keeping,
    NotOffered,
    Upload,
    check_required,
    chosen,
    element,
    filled,
    pressed,
)
from tests.fakes.slack.interaction import Asked, Interaction
from tests.fakes.slack.message import Message
from tests.fakes.slack.payloads import message_payload
from tests.fakes.slack.people import Person
from tests.fakes.slack.places import Channel
from tests.fakes.slack.refusals import Json
from tests.fakes.slack.state import key_of, state_of
from tests.fakes.slack.views import View, Views, view_payload
from tests.fakes.slack.world import World
from tests.fakes.slack.writing import Writing


class Acting:
    """Each act comes twice: `begin_…` only does it, the other waits for the bot's ack."""

    def __init__(
        self, world: World, files: Files, writing: Writing, views: Views, events: Events
    ) -> None:
        self._world = world
        self._files = files
        self._writing = writing
        self._views = views
        self._events = events

    async def slash(
        self, person: Person, channel: Channel, command: str, text: str = ""
    ) -> Interaction:
        """`command` with its slash; in threads there are none."""
        return await self.begin_slash(person, channel, command, text).answered()

    def begin_slash(
        self, person: Person, channel: Channel, command: str, text: str = ""
    ) -> Interaction:
        known = self._world.commands
        if known is not None and command not in known:
            raise NotOffered(f"there is no {command}: {sorted(known)}")
        if person not in channel.members:
            raise NotOffered(f"{person.name} isn't in {channel.name}")
        return self._events.command(person, channel, command, text)

    async def press(self, person: Person, place: Message | View, button: str) -> Interaction:
        """A button by its label or its action id."""
        return await self.begin_press(person, place, button).answered()

    def begin_press(self, person: Person, place: Message | View, button: str) -> Interaction:
        action = pressed(self._seen(person, place), button, self._world.ids.stamp())
        return self._act(person, place, action)

    async def choose(
        self,
        person: Person,
        place: Message | View,
        name: str,
        value: Filled,
        suggested: Sequence[Json] = (),
    ) -> Interaction:
        """In a list by its action id; values by value or label, people and channels by id."""
        return await self.begin_choose(person, place, name, value, suggested).answered()

    def begin_choose(
        self,
        person: Person,
        place: Message | View,
        name: str,
        value: Filled,
        suggested: Sequence[Json] = (),
    ) -> Interaction:
        blocks = self._seen(person, place)
        action = chosen(blocks, name, value, self._world.ids.stamp(), suggested)
        kept = {key: said for key, said in action.items() if key not in {"action_ts", "block_id"}}
        place.chosen[key_of(*element(blocks, name))] = kept
        return self._act(person, place, action)

    async def complete(
        self, person: Person, place: Message | View, name: str, typed: str = ""
    ) -> list[Json]:
        """The options that are suggested for what was typed into a list."""
        block, one = element(self._seen(person, place), name)
        if "external" not in one["type"]:
            raise NotOffered(f"{name} asks for no suggestions")
        details: Json = {
            "action_id": one["action_id"],
            "block_id": block["block_id"],
            "value": typed,
            "container": _container(place),
        }
        asked = self._interact(Asked.SUGGESTION, person, place, "block_suggestion", details)
        return (await asked.answered()).choices

    async def submit(
        self,
        view: View,
        values: Mapping[str, Filled] | None = None,
        suggested: Sequence[Json] = (),
    ) -> Interaction:
        """Fields by action id, block id or label; who opened the form sends it."""
        return await self.begin_submit(view, values, suggested).answered()

    def begin_submit(
        self,
        view: View,
        values: Mapping[str, Filled] | None = None,
        suggested: Sequence[Json] = (),
    ) -> Interaction:
        if not view.is_open or "submit" not in view.fields:
            raise NotOffered(f"the view {view.title!r} can't be sent")
        keeping = Keeping(files=self._files, person=view.person, world=self._world)
        view.chosen |= filled(view.blocks, values or {}, suggested, keeping)
        check_required(view.blocks, state_of(view.blocks, view.chosen))
        payload: Json = {"response_urls": []}
        return self._events.interactive(
            Asked.SUBMISSION, view.person, "view_submission", payload, view=view
        )

    async def close(self, view: View) -> None:
        """By its cross or its second button; the bot hears of it if it wanted to."""
        self._views.close(view)
        if view.fields.get("notify_on_close"):
            payload: Json = {"is_cleared": False}
            asked = self._events.interactive(
                Asked.CLOSING, view.person, "view_closed", payload, view=view
            )
            await asked.answered()

    async def shortcut(
        self, person: Person, callback_id: str, message: Message | None = None
    ) -> Interaction:
        """From the menu of a message, or without one from anywhere."""
        kind = "message" if message else "global"
        known = self._world.shortcuts
        if known is not None and known.get(callback_id) != kind:
            raise NotOffered(f"there is no {kind} shortcut {callback_id}: {known}")
        details: Json = {"callback_id": callback_id, "action_ts": self._world.ids.stamp()}
        if message is None:
            asked = self._events.interactive(Asked.SHORTCUT, person, "shortcut", details)
            return await asked.answered()
        self._check_sees(person, message)
        details |= {
            "message_ts": message.ts,
            "message": message_payload(message, self._world),
        }
        asked = self._events.interactive(
            Asked.SHORTCUT,
            person,
            "message_action",
            details,
            channel=message.channel,
            message=message,
        )
        return await asked.answered()

    def say(
        self,
        person: Person,
        channel: Channel,
        text: str,
        thread: Message | None = None,
        files: Sequence[Upload] = (),
    ) -> Interaction:
        """A person's own message, as an event if it is to the bot or mentions it."""
        kept = [self._files.keep(one.name, one.data, person) for one in files]
        message = self._writing.say(person, channel, text, thread, kept)
        told = message_payload(message, self._world) | {"channel": channel.id}
        asked = self._events.said(told, message)
        if channel.recipient or self._world.bot.id not in message.pings.users:
            return asked
        mention = told | {"type": "app_mention"}
        return self._events.event("app_mention", person, mention, channel=channel, message=message)

    async def mention(
        self, person: Person, channel: Channel, text: str, thread: Message | None = None
    ) -> Interaction:
        """`@busker text`."""
        asked = self.say(person, channel, f"{self._world.bot.mention} {text}", thread)
        return await asked.answered()

    async def home(self, person: Person) -> View:
        """App Home, once the bot has put something on it after it was opened."""
        known = self._world.homes.get(person.id)
        seen = len(known.revisions) if known else 0
        self.begin_home(person)

        def published() -> View | None:
            view = self._world.homes.get(person.id)
            return view if view and len(view.revisions) > seen else None

        return await self._world.feed.until(published, f"a home for {person.name}")

    def begin_home(self, person: Person, tab: str = "home") -> Interaction:
        """`tab` may be `messages`, too: that is told of in the same way."""
        channel = self._world.direct(person)
        details: Json = {"user": person.id, "channel": channel.id, "tab": tab}
        if known := self._world.homes.get(person.id):
            details["view"] = view_payload(known)
        return self._events.event("app_home_opened", person, details, channel=channel)

    def modal(self, person: Person) -> View | None:
        """What lies on top of everything they see."""
        return self._views.top(person)

    def delete(self, message: Message) -> None:
        """By somebody who may."""
        self._writing.delete(message)

    def _act(self, person: Person, place: Message | View, action: Json) -> Interaction:
        blocks = self._seen(person, place)
        details: Json = {"actions": [action], "container": _container(place)}
        if isinstance(place, Message):
            details["state"] = state_of(blocks, place.chosen)
        return self._interact(Asked.ACTIONS, person, place, "block_actions", details)

    def _interact(
        self, kind: Asked, person: Person, place: Message | View, name: str, details: Json
    ) -> Interaction:
        if isinstance(place, View):
            return self._events.interactive(kind, person, name, details, view=place)
        return self._events.interactive(
            kind, person, name, details, channel=place.channel, message=place
        )

    def _seen(self, person: Person, place: Message | View) -> list[Json]:
        if isinstance(place, View):
            if place.person is not person or not place.is_open:
                raise NotOffered(f"{person.name} doesn't see this view")
        else:
            self._check_sees(person, place)
        return place.blocks

    def _check_sees(self, person: Person, message: Message) -> None:
        if message not in message.channel.seen_by(person) or person not in message.channel.members:
            raise NotOffered(f"{person.name} doesn't see this message")


def _container(place: Message | View) -> Json:
    if isinstance(place, View):
        return {"type": "view", "view_id": place.id}
    container: Json = {
        "type": "message",
        "message_ts": place.ts,
        "channel_id": place.channel.id,
        "is_ephemeral": place.is_ephemeral,
    }
    return container | ({"thread_ts": place.thread.ts} if place.thread else {})

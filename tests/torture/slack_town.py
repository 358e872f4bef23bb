"""Several people in several channels of a workspace on Slack."""

import asyncio
import random
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from bot.words import words_for
from tests.fakes.slack import (
    Channel,
    Fault,
    Interaction,
    Message,
    NotOffered,
    Person,
    Slack,
    fake_slack,
)
from tests.fakes.slack.faults import Faults
from tests.torture import townsfolk
from tests.torture.plans import prompt_for
from tests.torture.townsfolk import CHANGES_MIND_SECONDS, CHANNELS, PEOPLE, Asked, Townsfolk

__all__ = ["SlackTown", "a_workspace"]

CALLS = (
    r"chat\.postMessage", r"chat\.update", r"conversations\..*", r"files\.getUploadURLExternal",
    "upload", r"files\.completeUploadExternal", r"files\.info", r"users\.info", "response_url",
)  # fmt: skip
"""Which may fail."""
OF_DELIVERIES = (Fault.DUPLICATE, Fault.LOST)
OF_CALLS = tuple(fault for fault in Fault if fault not in OF_DELIVERIES)
DELIVERIES = 0.05
"""So many of the faults aren't of calls."""
REST_SECONDS = 4.0
"""So long, by Slack's time, nobody starts a Busker: it gives out 50 addresses a minute, and one takes 3."""
PATIENCE_SECONDS = 150.0
"""A machine may be busy."""
TICK_SECONDS = 0.1
SOCKETS = 2
TOO_FAST = "ratelimited"
LOST_SECONDS = 20.0
"""After which nobody waits for an answer any more."""
"""After a restart nobody knows what the process before has used."""
LEFT = "left today"


@dataclass(kw_only=True)
class AskedThere(Asked):
    person: Person
    interaction: Interaction

    @property
    def request_key(self) -> str:
        return f"slack:{self.interaction.payload['trigger_id']}"

    @property
    def is_acknowledged(self) -> bool:
        """An ack alone says nothing to anybody, and who is to ask once more knows that there is no song."""
        again = words_for("en").say("slack-who")
        replies = [reply for reply in self.interaction.replies if again not in reply.text]
        return bool(replies) or self.card is not None

    @property
    def said(self) -> str:
        return "\n".join(reply.text for reply in self.interaction.replies)

    @property
    def card(self) -> Message | None:
        """Its first message, as long as it has no title."""
        said = re.compile(rf"\brain {self.number}\b")
        for message in self.interaction.place.messages:
            if message.author.is_bot and any(said.search(one.text) for one in message.revisions):
                return message
        return None


@dataclass
class SlackTown(Townsfolk):
    follows_alone = True

    slack: Slack

    @property
    def settings(self) -> Mapping[str, str]:
        return {
            "SLACK_BOT_TOKEN": self.slack.bot_token,
            "SLACK_APP_TOKEN": self.slack.app_token,
            "SLACK_API_BASE": self.slack.api,
        }

    def expect(self) -> int:
        self.slack.clock.move(REST_SECONDS)
        return self.slack.sockets.opened

    async def connected(self, before: int) -> None:
        await self.slack.sockets.renewed(before + SOCKETS)

    def messages(self) -> Iterator[townsfolk.Message]:
        for channel in self.channels:
            for message in channel.messages:
                if message.author.is_bot and not message.is_deleted and not message.is_ephemeral:
                    yield message

    def is_end(self, card: townsfolk.Message, result: townsfolk.Message) -> bool:
        """It has become the result; the files lie below it."""
        is_below = isinstance(result, Message) and result.thread is card
        return is_below and "Delete" in card.buttons and LEFT in card.text

    def refusals(self) -> list[str]:
        looked_for = ("files.info", "file_not_found")  # what may never have arrived
        refused = [
            call
            for call in self.slack.refused
            if call.error != TOO_FAST and (call.method, call.error) != looked_for
        ]
        return [f"Slack refused {call}" for call in refused]

    @property
    def faults(self) -> Faults:
        return self.slack.faults

    def break_one(self, dice: random.Random) -> None:
        if dice.random() < DELIVERIES:
            self.faults.on("deliver .*", dice.choice(OF_DELIVERIES))
        else:
            self.faults.on(dice.choice(CALLS), dice.choice(OF_CALLS), nth=dice.randint(1, 2))

    def hang(self) -> None:
        self.faults.on(".*", Fault.HANG, times=9999)

    def ask_for(
        self,
        fate: str,
        *,
        person: Person | None = None,
        channel: Channel | None = None,
        command: str = "song",
    ) -> AskedThere:
        person, channel = person or self.people[0], channel or self.channels[0]
        number = len(self.asked) + 1
        prompt = prompt_for(number, fate)
        interaction = self.slack.begin_slash(person, channel, f"/{command}", prompt)
        asked = AskedThere(number=number, fate=fate, person=person, interaction=interaction)
        self.asked.append(asked)
        return asked

    async def used(self, person: Person) -> str:
        """Asked once more where no answer comes: a socket that breaks takes its commands along."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LOST_SECONDS):
                return await self._quota(person)
        return await self._quota(person)

    async def _quota(self, person: Person) -> str:
        channel = self.channels[self.people.index(person) % CHANNELS]
        asked = await self.slack.slash(person, channel, "/quota")
        return (await asked.shown()).text

    async def _cancel(self, asked: AskedThere, seconds: float) -> None:
        await asyncio.sleep(seconds)
        card = asked.card
        if card is None:
            return
        try:
            pressed = self.slack.begin_press(asked.person, card, "Cancel")
        except NotOffered:
            return
        await asyncio.sleep(CHANGES_MIND_SECONDS)
        asked.is_cancelled = any("ancelled" in reply.text for reply in pressed.replies)


@asynccontextmanager
async def a_workspace(dice: random.Random) -> AsyncIterator[SlackTown]:
    """Its time goes on by itself, as ours does: triggers expire, and what isn't acked comes again."""
    async with fake_slack(patience=PATIENCE_SECONDS) as slack:
        channels = [slack.channel(f"music-{number}") for number in range(CHANNELS)]
        people = [slack.member(f"person-{number}") for number in range(PEOPLE)]
        ticking = asyncio.create_task(_tick(slack))
        try:
            yield SlackTown(channels, people, dice, slack)
        finally:
            ticking.cancel()


async def _tick(slack: Slack) -> None:
    loop = asyncio.get_running_loop()
    before = loop.time()
    while True:
        await asyncio.sleep(TICK_SECONDS)
        now = loop.time()
        slack.clock.follow(now - before)
        before = now

"""App Home: what is left, what is on its way, and one's songs, with buttons that work there.

Source: https://docs.slack.dev/surfaces/app-home
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.asked import Asked, Json
from adapters.slack.blocks import blocks_for
from adapters.slack.failures import FAILED, error_of
from adapters.slack.prefix import Prefix
from bot.commands.catalogue import Answer
from bot.models import Button, Card, Choice, Command, Person, Started, Told, Tone
from bot.words import Words, words_for

__all__ = ["Home"]

log = structlog.get_logger()

MOST_BLOCKS = 100
MOST_RUNNING = 10
SONGS = "songs"
"""What the ids of the blocks below "my songs" begin with, by which they are known again."""


class Asking(Protocol):
    """The router, as far as a home needs it."""

    async def answer(self, command: Command) -> Answer:
        """See `bot.router.Router`."""
        ...

    async def suggest(self, command: Command, option: str) -> Sequence[Choice]:
        """See `bot.router.Router`."""
        ...


class Home:
    """Drawn anew when it is opened, and after each press there. Never raises."""

    def __init__(self, client: AsyncWebClient, router: Asking, prefix: Prefix) -> None:
        self._client = client
        self._router = router
        self._prefix = prefix

    async def show(
        self,
        asked: Asked,
        person: Person,
        *,
        said: Card | None = None,
        songs: list[Json] | None = None,
    ) -> None:
        """`said` stands at the top; `songs` are the blocks below, or the first page of the library."""
        blocks = [
            *(self._drawn(said) if said else ()),
            *await self._told(asked, person, "quota", title="command-quota"),
            *await self._running(asked, person),
            *(songs or _marked(await self._told(asked, person, "library"))),
        ]
        await self._publish(asked, blocks)

    async def say(self, asked: Asked, card: Card) -> None:
        """Nothing else stands there."""
        await self._publish(asked, self._drawn(card))

    async def answer(self, asked: Asked, person: Person, answer: Answer, view: Json | None) -> None:
        """What came of a press or a form there; `view` is what stood there before."""
        match answer:
            case Told(replaces=True, card=card) if card.buttons:
                await self.show(asked, person, songs=_marked(self._drawn(card)))
            case Told(replaces=True, card=card):
                await self.show(asked, person, said=card)
            case Told(card=card):
                await self.show(asked, person, said=card, songs=_songs_in(view))
            case Started():
                await self.show(asked, person, said=_elsewhere(person), songs=_songs_in(view))
            case _:
                pass  # a form stands before it

    def _drawn(self, card: Card) -> list[Json]:
        return blocks_for(self._prefix.on(card), names=True)

    async def _publish(self, asked: Asked, blocks: list[Json]) -> None:
        try:
            view = {"type": "home", "blocks": blocks[:MOST_BLOCKS]}
            await self._client.views_publish(user_id=asked.user, view=view)
        except FAILED as failure:
            log.warning("a home couldn't be shown", why=error_of(failure) or "no answer")

    async def _told(
        self, asked: Asked, person: Person, name: str, *, title: str = ""
    ) -> list[Json]:
        """What a command says; `title` is the key of a heading that tells it from the others there."""
        command = Command(
            name=name, person=person, place=asked.place, request_key=f"{asked.key}:{name}"
        )
        answer = await self._router.answer(command)
        if not isinstance(answer, Told):
            return []
        named = words_for(person.locale).say(title) if title else answer.card.title
        return self._drawn(replace(answer.card, title=named))

    async def _running(self, asked: Asked, person: Person) -> list[Json]:
        """What the person could cancel, which for moderators is more than their own."""
        command = Command(
            name="cancel", person=person, place=asked.place, request_key=f"{asked.key}:cancel"
        )
        running = await self._router.suggest(command, "job")
        if not running:
            return []
        words = words_for(person.locale)
        some = running[:MOST_RUNNING]
        card = Card(
            tone=Tone.WORKING,
            title=words.say("slack-home-running"),
            lines=tuple(each.label for each in some),
            buttons=tuple(_cancels(some, words)),
        )
        return blocks_for(card)


def _cancels(running: Sequence[Choice], words: Words) -> Iterator[Button]:
    for line, each in enumerate(running):
        label = words.say("button-cancel")
        yield Button(action="cancel", subject=each.value, label=label, line=line)


def _elsewhere(person: Person) -> Card:
    words = words_for(person.locale)
    line = words.say("private-comes")
    return Card(tone=Tone.QUIET, title=words.say("private-title"), lines=(line,))


def _marked(blocks: list[Json]) -> list[Json]:
    return [block | {"block_id": f"{SONGS}-{each}"} for each, block in enumerate(blocks)]


def _songs_in(view: Json | None) -> list[Json]:
    """The songs as they stood there."""
    blocks = (view or {}).get("blocks") or []
    return [block for block in blocks if str(block.get("block_id", "")).startswith(f"{SONGS}-")]

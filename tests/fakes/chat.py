"""A platform that keeps what it was shown."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.errors import NotAllowedHere
from bot.models import Card, Person, Place, Result
from tests.bounds import check_card


class RecordingChat:
    """Stateful: messages stand where they were posted, results are kept by their key."""

    def __init__(self) -> None:
        self.cards: dict[str, list[Card]] = {}
        self.results: dict[str, Result] = {}
        self.shown_at: list[Place] = []
        """Where each card was to be shown."""
        self.deliveries = 0
        self.has_links = True
        self.places: list[Place] = []
        """Where something was delivered."""
        self.tried: list[datetime | None] = []
        """Since when what was to be delivered had been tried before."""
        self.show_fails = 0
        self.deliver_fails = 0
        self.remove_fails = 0
        self.closed: set[str] = set()
        """Channels, and people who let nobody write to them alone."""
        self.removed: list[Place] = []
        self.told: list[tuple[str, str]] = []
        self.most_bytes: int | None = None
        self.passing = "https://passing.example/"
        """How the addresses begin that die soon."""
        self.attached: dict[str | None, list[Path]] = {}
        """Beside the cards, by message."""
        self.attach_fails = 0
        self.unreachable: set[str] = set()
        """Channels where nothing can be shown for now."""
        self.answers = asyncio.Event()
        """Whoever looks whether something can be posted waits for it."""
        self.answers.set()

    async def show(self, place: Place, card: Card) -> Place:
        check_card(card)
        if self.show_fails:
            self.show_fails -= 1
            raise ConnectionError("the platform doesn't answer")
        if place.channel in self.unreachable:
            raise ConnectionError("the channel can't be reached")
        self.shown_at.append(place)
        self.cards.setdefault(card.key, []).append(card)
        return replace(place, message=f"card of {card.key}")

    async def deliver(
        self, place: Place, result: Result, key: str, *, tried_at: datetime | None
    ) -> Place:
        check_card(result.card)
        self.tried.append(tried_at)
        if self.deliver_fails:
            self.deliver_fails -= 1
            raise ConnectionError("the platform doesn't answer")
        if place.channel in self.closed:
            raise NotAllowedHere
        self.deliveries += 1
        self.places.append(place)
        self.results[key] = result
        return replace(place, message=f"result {key}")

    async def tell(self, person: Person, text: str) -> None:
        if person.id in self.closed:
            raise NotAllowedHere
        self.told.append((person.id, text))

    async def check(self, place: Place) -> int | None:
        await self.answers.wait()
        if place.channel in self.closed:
            raise NotAllowedHere
        return self.most_bytes

    async def direct(self, person: Person) -> Place:
        if person.id in self.closed:
            raise NotAllowedHere
        return Place(platform=person.platform, server="direct", channel=f"alone with {person.id}")

    async def link(self, place: Place, filename: str) -> str | None:
        if place.message and place.message.startswith("card"):
            beside = [path.name for path in self.attached.get(place.message, [])]
            if filename not in beside:
                return None
        return f"https://cdn.example/{place.message}/{filename}" if self.has_links else None

    async def remove(self, place: Place) -> None:
        if self.remove_fails:
            self.remove_fails -= 1
            raise ConnectionError("the platform doesn't answer")
        self.removed.append(place)

    def expires(self, place: Place, url: str) -> bool:
        assert place.platform
        return url.startswith(self.passing)

    async def attach(self, place: Place, files: Sequence[Path]) -> None:
        if self.attach_fails:
            self.attach_fails -= 1
            raise ConnectionError("the platform doesn't answer")
        beside = self.attached.setdefault(place.message, [])
        names = [path.name for path in beside]
        beside += [path for path in files if path.name not in names]

    def last(self, job_id: str) -> Card:
        return self.cards[job_id][-1]

    @property
    def alarms(self) -> list[str]:
        """What the operator was told."""
        return [line for card in self.cards.get("", []) for line in card.lines]

    def lines(self, job_id: str) -> list[str]:
        """Every line that was ever shown of a song, each once, in the order it appeared."""
        return list(dict.fromkeys(line for card in self.cards[job_id] for line in card.lines))

"""The protocols `People` and `Ageing` on one SQLite file."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.ages import Aged, Ages
from bot.models import Person
from storage.book import Book
from storage.database import Database
from storage.pseudonyms import Pseudonyms
from storage.rows import Value, moment_from, moment_of, stamp_for

__all__ = ["PeopleBook"]

ABOUT = (
    "person",
    "songs",
    "takes",
    "messages",
    "uploads",
    "favourites",
    "drafts",
    "rules",
    "grants",
    "resets",
    "blocks",
    "changes",
)
"""Each has its statement: `about_<this>`."""

MOMENTS = ("at", "until")
DERIVED = ("is_open", "is_spending", "is_try")
"""Columns that SQLite works out from others."""

MOST = 200
"""Rows a statement may change: a few milliseconds, so that nobody waits behind it."""


class PeopleBook(Book):
    """People, what is kept about them, and how it is forgotten: in small steps, each safe to repeat."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._pseudonyms = Pseudonyms(database)
        self._remembered: dict[tuple[str, str], str] = {}

    async def is_noticed(self, person: Person) -> bool:
        """See `bot.stores.People`."""
        rows = await self._database.read("noticed", platform=person.platform, person=person.id)
        return any(row["noticed_at"] is not None for row in rows)

    async def note_noticed(self, person: Person, now: datetime) -> None:
        """See `bot.stores.People`."""
        await self._database.write(
            "note_noticed", platform=person.platform, person=person.id, now=stamp_for(now)
        )

    async def records(self, person: Person) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """See `bot.stores.People`."""
        who = {"platform": person.platform, "person": person.id}
        pseudonym = await self._pseudonyms.of(person.platform, person.id)
        found: dict[str, list[dict[str, object]]] = {}
        for name in ABOUT:
            extra = {"pseudonym": pseudonym} if name == "songs" else {}
            rows = await self._database.read(f"about_{name}", **who, **extra)
            found[name] = [_legible(row) for row in rows]
        return found

    async def begin_forgetting(self, person: Person, now: datetime) -> None:
        """See `bot.stores.People`."""
        await self._database.write(
            "begin_forgetting",
            platform=person.platform,
            person=person.id,
            locale=person.locale,
            now=stamp_for(now),
        )

    async def being_forgotten(self) -> Sequence[tuple[Person, datetime]]:
        """See `bot.stores.People`."""
        rows = await self._database.read("being_forgotten")
        return [
            (Person(platform=row["platform"], id=row["id"], locale=row["locale"]), until)
            for row in rows
            if (until := moment_from(row["forgotten_at"]))
        ]

    async def forget_songs(
        self, person: Person, *, until: datetime, now: datetime, settled: datetime
    ) -> Sequence[str]:
        """See `bot.stores.People`."""
        rows = await self._database.read(
            "songs_to_forget",
            platform=person.platform,
            person=person.id,
            until=stamp_for(until),
            most=MOST,
        )
        ids = [row["id"] for row in rows]
        pseudonym = await self._pseudonyms.of(person.platform, person.id)
        await self._forget(ids, pseudonym, now=now, settled=settled)
        return ids

    async def end_forgetting(self, person: Person, *, until: datetime) -> None:
        """See `bot.stores.People`."""
        who = {"platform": person.platform, "person": person.id}
        await self._database.write("forget_favourites", **who, until=stamp_for(until))
        await self._database.write("forget_drafts", **who, until=stamp_for(until))
        await self._database.write("forget_person", **who)
        self._remembered.pop((person.platform, person.id), None)

    async def last_row(self) -> int:
        """See `bot.stores.Ageing`."""
        [row] = await self._database.read("last_row")
        return int(row["last"])

    async def age_songs(self, ages: Ages, *, after: int) -> tuple[Aged, int]:
        """See `bot.stores.Ageing`."""
        rows = await self._database.read(
            "aged",
            after=after,
            many=MOST,
            row_before=stamp_for(ages.row_before),
            window_before=stamp_for(ages.window_before),
            words_before=stamp_for(ages.words_before),
            latest_before=stamp_for(ages.latest_before),
            settled=stamp_for(ages.settled_before),
        )
        words, anonymous = _ids(rows, "words"), _ids(rows, "row")
        if words:
            await self._database.write("forget_words_of_takes", ids=json.dumps(words))
            await self._database.write("forget_words", ids=json.dumps(words))
        if anonymous:
            await self._database.write("make_anonymous", ids=json.dumps(anonymous))
        for row in rows:
            if row["due"] == "pseudonym":
                now = ages.settled_before
                await self._forget([row["id"]], row["person"], now=now, settled=now)
        return Aged(words=len(words), rows=len(anonymous)), after + MOST

    async def age_others(self, ages: Ages) -> None:
        """See `bot.stores.Ageing`."""
        for name, before in (
            ("make_changes_anonymous", ages.row_before),
            ("drop_drafts", ages.draft_before),
            ("drop_grants", ages.window_before),
            ("drop_people", ages.row_before),
        ):
            while gone := await self._database.write(name, before=stamp_for(before), most=MOST):
                if name == "drop_people":
                    for row in gone:
                        self._remembered.pop((row["platform"], row["id"]), None)
        for name in ("drop_blocks", "drop_resets"):
            await self._database.write(name, before=stamp_for(ages.window_before))

    async def _forget(
        self, ids: Sequence[str], pseudonym: str, *, now: datetime, settled: datetime
    ) -> None:
        if ids:
            await self._database.write(
                "forget_songs",
                ids=json.dumps(ids),
                pseudonym=pseudonym,
                now=stamp_for(now),
                settled=stamp_for(settled),
            )

    async def _remember(self, person: Person, now: datetime) -> None:
        """Keep the person's locale; written only when it is news, so that admission stays one step."""
        who = (person.platform, person.id)
        if self._remembered.get(who) != person.locale:
            await self._database.write(
                "remember_person",
                platform=person.platform,
                id=person.id,
                locale=person.locale,
                now=stamp_for(now),
            )
            self._remembered[who] = person.locale


def _ids(rows: Sequence[sqlite3.Row], due: str) -> list[str]:
    return [row["id"] for row in rows if row["due"] == due]


def _legible(row: sqlite3.Row) -> dict[str, object]:
    """The columns that say something, with times that people can read."""
    return {
        name: _said(name, row[name])
        for name in row.keys()  # noqa: SIM118  # a row's own iteration gives its values
        if row[name] is not None and name not in DERIVED
    }


def _said(name: str, value: Value) -> object:
    is_moment = name in MOMENTS or name.endswith(("_at", "_until"))
    if is_moment and isinstance(value, int):
        return moment_of(value).isoformat(timespec="seconds")
    return value

"""The protocol `Rules` on one SQLite file: what was set is read at once, and changed through the audit."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from bot.models import Person
from bot.quotas import (
    Block,
    Change,
    Grant,
    Holder,
    Register,
    Rule,
    SetRule,
    Standing,
    Window,
)
from storage.ledger import Ledger
from storage.rows import moment_from, stamp_for

__all__ = ["RuleBook"]


class RuleBook(Ledger):
    """Rules, grants, resets, blocks and pauses; each change is one statement that also notes it."""

    async def standing(self, person: Person, server: str, now: datetime) -> Standing:
        """See `bot.stores.Rules`."""
        [row] = await self._database.read(
            "standing",
            platform=person.platform,
            person=person.id,
            roles=json.dumps(person.roles),
            server=server,
            now=stamp_for(now),
        )
        rules = json.loads(row["rules"])
        return Standing(
            person=_rule(rules, Holder.PERSON),
            roles=tuple(_rules(rules, Holder.ROLE)),
            everyone=_rule(rules, Holder.EVERYONE),
            server=_rule(rules, Holder.SERVER),
            grants=tuple(_grants(json.loads(row["grants"]))),
            reset_at=moment_from(row["reset_at"]),
            is_paused=bool(row["is_paused"]),
            is_blocked=row["blocked_until"] is not None,
            blocked_until=moment_from(row["blocked_until"] or None),
            zone=_zone(row["zone"]),
        )

    async def register(self, platform: str, server: str, now: datetime) -> Register:
        """See `bot.stores.Rules`."""
        [row] = await self._database.read(
            "register", platform=platform, server=server, now=stamp_for(now)
        )
        return Register(
            rules=tuple(
                SetRule(holder=Holder(holder), subject=subject, rule=_rule_of(most, window))
                for holder, subject, most, window in json.loads(row["rules"])
            ),
            grants=tuple(
                (person, Grant(songs=songs, until=moment_from(until)))
                for person, songs, until in json.loads(row["grants"])
            ),
            blocks=tuple(
                Block(person=person, until=moment_from(until))
                for person, until in json.loads(row["blocks"])
            ),
            is_paused=bool(row["is_paused"]),
            zone=_zone(row["zone"]),
        )

    async def roles(self, platform: str, server: str, person: str) -> tuple[str, ...]:
        """See `bot.stores.Rules`."""
        rows = await self._database.read("roles", platform=platform, server=server, person=person)
        return tuple(json.loads(rows[0]["roles"])) if rows else ()

    async def set_rule(
        self, change: Change, holder: Holder, rule: Rule | None, *, subject: str = ""
    ) -> None:
        """See `bot.stores.Rules`."""
        if rule is None:
            await self._change(change, "clear-rule", subject, holder=holder)
        else:
            await self._change(
                change, "rule", subject, holder=holder, most=rule.most, window=rule.window
            )

    async def grant(
        self, change: Change, person: str, songs: int, *, until: datetime | None
    ) -> None:
        """See `bot.stores.Rules`."""
        await self._change(change, "grant", person, songs=songs, until=_stamp(until))

    async def clear_grants(self, change: Change, person: str) -> None:
        """See `bot.stores.Rules`."""
        await self._change(change, "clear-grants", person)

    async def reset(self, change: Change, person: str) -> None:
        """See `bot.stores.Rules`."""
        await self._change(change, "reset", person)

    async def block(self, change: Change, person: str, *, until: datetime | None) -> None:
        """See `bot.stores.Rules`."""
        await self._change(change, "block", person, until=_stamp(until))

    async def unblock(self, change: Change, person: str) -> None:
        """See `bot.stores.Rules`."""
        await self._change(change, "unblock", person)

    async def pause(self, change: Change) -> None:
        """See `bot.stores.Rules`."""
        await self._change(change, "pause")

    async def resume(self, change: Change) -> None:
        """See `bot.stores.Rules`."""
        await self._change(change, "resume")


def _stamp(moment: datetime | None) -> int | None:
    return None if moment is None else stamp_for(moment)


def _rule(rows: Iterable[tuple[str, int, str]], holder: Holder) -> Rule | None:
    return next(iter(_rules(rows, holder)), None)


def _rules(rows: Iterable[tuple[str, int, str]], holder: Holder) -> list[Rule]:
    return [_rule_of(most, window) for held, most, window in rows if held == holder]


def _rule_of(most: int, window: str) -> Rule:
    return Rule(most=most, window=Window(window))


def _grants(rows: Iterable[tuple[int, int | None]]) -> Iterator[Grant]:
    return (Grant(songs=songs, until=moment_from(until)) for songs, until in rows)


def _zone(name: str | None) -> tzinfo | None:
    return ZoneInfo(name) if name else None

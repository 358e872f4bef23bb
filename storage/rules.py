"""The protocol `Rules` on one SQLite file: what was set is read at once, and changed through the audit."""

import json
from collections.abc import Iterable
from datetime import datetime

from bot.models import Person
from bot.quotas import Change, Holder, Rule, Standing, Window
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
            granted=row["granted"],
            reset_at=moment_from(row["reset_at"]),
            is_paused=bool(row["is_paused"]),
            is_blocked=row["blocked_until"] is not None,
            blocked_until=moment_from(row["blocked_until"] or None),
        )

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
    return [Rule(most=most, window=Window(window)) for held, most, window in rows if held == holder]

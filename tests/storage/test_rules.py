import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.ground import Sound
from bot.models import Place
from bot.quotas import Change, Holder, Rule, Standing, Window
from storage.database import open_database
from storage.store import Store
from tests.makers import ANA, BEN, NOON

HERE = Change(actor="eve", at=NOON, platform="console", server="console")
THERE = replace(HERE, server="elsewhere")
EVERYWHERE = Change(actor="eve", at=NOON)
LATER = NOON + timedelta(hours=1)
NOTHING = Standing()
THREE = Rule(most=3, window=Window.DAY)
FOUR = Rule(most=4, window=Window.WEEK)


async def test_rules_are_set_replaced_and_cleared_each_for_its_holder(store: Store) -> None:
    ana = replace(ANA, roles=("singer", "drummer"))
    await store.set_rule(HERE, Holder.EVERYONE, FOUR)
    await store.set_rule(HERE, Holder.EVERYONE, THREE)
    await store.set_rule(HERE, Holder.SERVER, FOUR)
    await store.set_rule(HERE, Holder.PERSON, FOUR, subject="ana")
    await store.set_rule(HERE, Holder.ROLE, THREE, subject="singer")
    await store.set_rule(HERE, Holder.ROLE, THREE, subject="ana")
    assert await store.standing(ana, "console", NOON) == Standing(
        person=FOUR, roles=(THREE,), everyone=THREE, server=FOUR
    )
    assert await store.standing(BEN, "console", NOON) == Standing(everyone=THREE, server=FOUR)
    assert await store.standing(ana, "elsewhere", NOON) == NOTHING
    for holder, subject in ((Holder.EVERYONE, ""), (Holder.SERVER, ""), (Holder.PERSON, "ana")):
        await store.set_rule(HERE, holder, None, subject=subject)
    assert await store.standing(ana, "console", NOON) == Standing(roles=(THREE,))


async def test_grants_add_up_until_they_end(store: Store) -> None:
    await store.grant(HERE, "ana", 2, until=LATER)
    await store.grant(HERE, "ana", 5, until=None)
    await store.grant(THERE, "ana", 9, until=None)
    assert (await store.standing(ANA, "console", NOON)).granted == 7
    assert (await store.standing(ANA, "console", LATER)).granted == 5
    assert (await store.standing(BEN, "console", NOON)).granted == 0
    await store.clear_grants(HERE, "ana")
    assert (await store.standing(ANA, "console", NOON)).granted == 0
    assert (await store.standing(ANA, "elsewhere", NOON)).granted == 9


async def test_the_last_reset_is_the_one_that_counts(store: Store) -> None:
    await store.reset(HERE, "ana")
    await store.reset(replace(HERE, at=LATER), "ana")
    assert await store.standing(ANA, "console", LATER) == Standing(reset_at=LATER)


async def test_a_block_ends_by_itself_or_when_it_is_taken_back(store: Store) -> None:
    await store.block(HERE, "ana", until=None)
    assert await store.standing(ANA, "console", NOON) == Standing(is_blocked=True)
    await store.block(HERE, "ana", until=LATER)
    blocked = Standing(is_blocked=True, blocked_until=LATER)
    assert await store.standing(ANA, "console", NOON) == blocked
    assert await store.standing(ANA, "console", LATER) == NOTHING
    assert await store.standing(BEN, "console", NOON) == NOTHING
    await store.unblock(HERE, "ana")
    assert await store.standing(ANA, "console", NOON) == NOTHING


@pytest.mark.parametrize(
    ("change", "paused"),
    [(HERE, (True, False)), (THERE, (False, True)), (EVERYWHERE, (True, True))],
)
async def test_a_pause_holds_where_it_was_made(
    store: Store, change: Change, paused: tuple[bool, bool]
) -> None:
    async def seen() -> tuple[bool, ...]:
        servers = ("console", "elsewhere")
        return tuple([(await store.standing(ANA, each, NOON)).is_paused for each in servers])

    await store.pause(change)
    await store.pause(change)
    assert await seen() == paused
    await store.resume(change)
    assert await seen() == (False, False)


CHANGES: list[tuple[str, Callable[[Store], Awaitable[None]]]] = [
    ("rule", lambda store: store.set_rule(HERE, Holder.EVERYONE, THREE)),
    ("clear-rule", lambda store: store.set_rule(HERE, Holder.EVERYONE, None)),
    ("grant", lambda store: store.grant(HERE, "ana", 1, until=LATER)),
    ("clear-grants", lambda store: store.clear_grants(HERE, "ana")),
    ("reset", lambda store: store.reset(HERE, "ana")),
    ("block", lambda store: store.block(HERE, "ana", until=None)),
    ("unblock", lambda store: store.unblock(HERE, "ana")),
    ("pause", lambda store: store.pause(HERE)),
    ("resume", lambda store: store.resume(HERE)),
    ("sound", lambda store: store.set_sound(HERE, "music", Sound(tags=("brass",)))),
    ("clear-sound", lambda store: store.set_sound(HERE, "music", None)),
]


async def test_every_change_is_in_the_audit(tmp_path: Path) -> None:
    path = tmp_path / "busker.db"
    async with open_database(path) as database:
        for _, change in CHANGES:
            await change(Store(database))
    file = sqlite3.connect(path)
    rows = file.execute("SELECT what, actor, platform, server FROM audit ORDER BY id").fetchall()
    file.close()
    assert rows == [(what, "eve", "console", "console") for what, _ in CHANGES]


async def test_a_change_that_cant_be_made_leaves_no_row(store: Store, tmp_path: Path) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        await store.grant(HERE, "ana", 0, until=None)
    file = sqlite3.connect(tmp_path / "busker.db")
    assert file.execute("SELECT count(*) FROM audit").fetchone() == (0,)
    file.close()


async def test_a_channel_has_its_sound_until_it_is_cleared(store: Store) -> None:
    here = Place(platform="console", server="console", channel="music")
    assert await store.sound(here) is None
    sound = Sound(style="ska", tags=("brass", "cheerful"), banned=("beer", "café"))
    await store.set_sound(HERE, "music", Sound(style="polka"))
    await store.set_sound(HERE, "music", sound)
    assert await store.sound(here) == sound
    assert await store.sound(replace(here, channel="other")) is None
    assert await store.sound(replace(here, server="elsewhere")) is None
    await store.set_sound(HERE, "music", None)
    assert await store.sound(here) is None

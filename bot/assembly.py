"""Busker's own parts put together around whatever stands behind the ports."""

import asyncio
import gc
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path

from bot.archive import Archive
from bot.authority import Authority
from bot.cards import Player
from bot.commands import BUTTONS, COMMANDS
from bot.commands.catalogue import Desk
from bot.delivery import Delivery
from bot.gate import Gate
from bot.hold import Hold
from bot.limits import UNLIMITED, Limits, Policy
from bot.performance import Ensemble
from bot.platforms import Platforms
from bot.ports import Chat, Clock, Composer
from bot.quotas import Rule
from bot.retention import Keeping, Retention
from bot.router import Router
from bot.stores import Storage
from bot.sweeper import Sweeper
from bot.tags import Tags
from bot.terms import Terms
from bot.words import words_for
from bot.worker import Worker
from soundverse.calls import Version

__all__ = ["Busker", "assembled"]


CALM = (10_000, 10, 10)
"""When Python looks for garbage. Records live for one event and die without it; looking as often
as by default takes much of the time when a thousand songs report at once (`make bench`, streams)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Busker:
    """The two streets: the router takes commands in, the worker brings songs out (the sweeper, late ones).

    Retention makes room in the archive.
    """

    router: Router
    worker: Worker
    sweeper: Sweeper
    retention: Retention

    async def run(self) -> None:
        """Play, sweep and make room until cancelled."""
        gc.set_threshold(*CALM)
        async with asyncio.TaskGroup() as group:
            group.create_task(self.worker.run())
            group.create_task(self.sweeper.run())
            group.create_task(self.retention.run())


def assembled(
    *,
    storage: Storage,
    chats: Mapping[str, Chat],
    composer: Composer,
    clock: Clock,
    folder: Path,
    zone: tzinfo,
    default_rule: Rule | None,
    song_version: Version,
    player: Player,
    songs_at_once: int,
    songs_each: int | None = None,
    keeping: Keeping | None = None,
    origins: Collection[str] = (),
    policy: Policy = UNLIMITED,
    terms: Terms | None = None,
) -> Busker:
    """Build it. `folder` is where songs are kept; `origins` may serve audio besides https.

    `chats` by platform: songs asked for elsewhere, by another Busker on these rows, are left alone.

    `songs_each`: how many of one person's songs may play at once; None, as many as there are places.
    `keeping`: what the archive may hold; None, as much as by default.
    `terms`: who operates it, and where it may be used; None, nobody and everywhere.
    """
    chat = Platforms(chats)
    terms = terms or Terms()
    limits = Limits(
        rules=storage, jobs=storage, clock=clock, zone=zone, default=default_rule, policy=policy
    )
    archive = Archive(folder, composer, _tags(player))
    delivery = Delivery(jobs=storage, chat=chat, archive=archive, clock=clock)
    ensemble = Ensemble(
        jobs=storage,
        chat=chat,
        composer=composer,
        archive=archive,
        delivery=delivery,
        limits=limits,
        clock=clock,
        hold=Hold(clock),
        player=player,
    )
    desk = Desk(
        chat=chat,
        jobs=storage,
        limits=limits,
        gate=Gate(
            rules=storage,
            grounds=storage,
            servers=terms.servers,
            is_direct_open=terms.is_direct_open,
        ),
        rules=storage,
        grounds=storage,
        audits=storage,
        tallies=storage,
        sounds=storage,
        drafts=storage,
        authority=Authority(operators=terms.operators),
        price_per_song=terms.price_per_song,
        clock=clock,
        song_version=song_version,
        origins=origins,
    )
    return Busker(
        router=Router(COMMANDS, BUTTONS, desk),
        worker=Worker(ensemble, chat.serve, most=songs_at_once, most_each=songs_each),
        sweeper=Sweeper(storage, composer, archive, clock),
        retention=Retention(storage, archive, clock, keeping or Keeping()),
    )


def _tags(player: Player) -> Tags:
    words = words_for("en")  # a file has no reader's language
    if player == "houseband":
        return Tags(artist=words.say("artist-houseband"), played=words.say("player-not-sung"))
    return Tags(artist=words.say("artist-soundverse"), played=words.say("player-soundverse"))

"""Busker's own parts put together around whatever stands behind the ports."""

import asyncio
import gc
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path

from bot.authority import Authority
from bot.cards import Player
from bot.commands import BUTTONS, COMMANDS, FORMS
from bot.commands.catalogue import Desk
from bot.gate import Gate
from bot.limits import UNLIMITED, Limits, Policy
from bot.models import Place
from bot.operating.alarms import Alarms
from bot.operating.backups import Backups
from bot.operating.metrics import Metrics
from bot.operating.room import Room
from bot.operating.trouble import Trouble
from bot.operating.watch import Watch
from bot.platforms import Platforms
from bot.playing.archive import Archive
from bot.playing.delivery import Delivery
from bot.playing.ensemble import Ensemble
from bot.playing.hold import Hold
from bot.playing.pace import Paces
from bot.playing.parcel import Link, Parcels, no_link
from bot.playing.retention import Keeping, Retention
from bot.playing.shelf import ArchiveShelf
from bot.playing.sources import Sources
from bot.playing.sweeper import Sweeper
from bot.playing.tags import Tags
from bot.playing.worker import Worker
from bot.ports import Chat, Clock, Composer
from bot.privacy.expiry import Expiry
from bot.privacy.exports import Exports
from bot.privacy.forgetting import Forgetting
from bot.privacy.notice import Notice
from bot.privacy.rights import Privacy
from bot.quotas import Rule
from bot.router import Router
from bot.stores import Storage
from bot.terms import Terms
from bot.vitals import Vitals
from soundverse.calls import Version

__all__ = ["Busker", "Oversight", "assembled"]


CALM = (50_000, 10, 2)
"""When Python looks for garbage. Records live for one event and die without it, and each look stops a
thousand songs that report at once for 30 to 150 ms (`make bench`, streams)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Oversight:
    """What the operator wants of a Busker that runs."""

    channel: Place | None = None
    """Where troubles are told; None, only in the log."""
    price: float | None = None
    """Of one song, for estimates."""
    backups: Path | None = None
    """Where daily copies of the database go; None, nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Busker:
    """The two streets: the router takes commands in, the worker brings songs out (the sweeper, late ones).

    Retention makes room in the archive, expiry forgets what is old; newcomers get a notice. The watch and
    the backups work for the operator, who asks the vitals how it all is.
    """

    router: Router
    worker: Worker
    sweeper: Sweeper
    retention: Retention
    expiry: Expiry
    notice: Notice
    watch: Watch
    backups: Backups | None
    vitals: Vitals

    async def run(self) -> None:
        """Play, sweep, make room, watch and back up until cancelled."""
        gc.set_threshold(*CALM)
        parts = {
            "worker": self.worker.run,
            "sweeper": self.sweeper.run,
            "retention": self.retention.run,
            "expiry": self.expiry.run,
            "notice": self.notice.run,
            "watch": self.watch.run,
            **({"backups": self.backups.run} if self.backups else {}),
        }
        async with asyncio.TaskGroup() as group:
            self.vitals.tasks = {name: group.create_task(run()) for name, run in parts.items()}


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
    tells_newcomers: bool = True,
    origins: Collection[str] = (),
    policy: Policy = UNLIMITED,
    terms: Terms | None = None,
    oversight: Oversight | None = None,
    link_for: Link = no_link,
) -> Busker:
    """Build it. `folder` is where songs are kept; `origins` may serve audio besides https.

    `chats` by platform: songs asked for elsewhere, by another Busker on these rows, are left alone.

    `songs_each`: how many of one person's songs may play at once; None, as many as there are places.
    `keeping`: what the archive may hold; None, as much as by default.
    `tells_newcomers`: at their first song people read what is kept about them.
    `terms`: who operates it, and where it may be used; None, nobody and everywhere.
    `oversight`: who is told of troubles; None, only the log.
    `link_for`: our own address of a take that is too large to be posted.
    """
    chat = Platforms(chats)
    oversight = oversight or Oversight()
    terms = terms or Terms()
    limits = Limits(
        rules=storage, jobs=storage, clock=clock, zone=zone, default=default_rule, policy=policy
    )
    archive = Archive(folder, composer, Tags(player=player))
    room = Room(folder=folder)
    channel = oversight.channel
    is_served = channel is not None and chat.serve(channel.platform)
    alarms = Alarms(storage, chat, channel if is_served else None, clock)
    hold, trouble = Hold(clock), Trouble(alarms, clock)
    metrics = Metrics(price=oversight.price)
    delivery = Delivery(
        jobs=storage,
        chat=chat,
        parcels=Parcels(archive=archive, link_for=link_for),
        clock=clock,
    )
    ensemble = Ensemble(
        jobs=storage,
        chat=chat,
        composer=composer,
        archive=archive,
        delivery=delivery,
        sources=Sources(jobs=storage, library=storage, chat=chat, link_for=link_for),
        paces=Paces(storage, player, clock),
        limits=limits,
        clock=clock,
        hold=hold,
        trouble=trouble,
        metrics=metrics,
        player=player,
    )
    keeping = keeping or Keeping()
    forgetting = Forgetting(jobs=storage, people=storage, remove=archive.remove, clock=clock)
    notice = Notice(storage, chat, clock, player=player, archive=keeping.age, is_on=tells_newcomers)
    privacy = Privacy(
        exports=Exports(people=storage, path=archive.path),
        forgetting=forgetting,
        notice=notice,
        is_sent_away=player == "soundverse",
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
        library=storage,
        shelf=ArchiveShelf(archive=archive, delivery=delivery),
        privacy=privacy,
        clock=clock,
        song_version=song_version,
        room=room,
        origins=origins,
    )
    copies = oversight.backups
    backups = Backups(storage, copies, alarms, clock, zone) if copies else None
    return Busker(
        router=Router(COMMANDS, BUTTONS, desk, metrics, forms=FORMS),
        worker=Worker(ensemble, chat.serve, most=songs_at_once, most_each=songs_each),
        sweeper=Sweeper(storage, chat, composer, archive, clock, alarms),
        retention=Retention(storage, archive, clock, keeping),
        watch=Watch(alarms, limits, room, clock, price=oversight.price),
        backups=backups,
        vitals=Vitals(
            jobs=storage,
            notices=storage,
            limits=limits,
            archive=archive,
            backups=backups,
            room=room,
            hold=hold,
            trouble=trouble,
            metrics=metrics,
            clock=clock,
        ),
        expiry=Expiry(storage, storage, forgetting, clock, archive=keeping.age),
        notice=notice,
    )

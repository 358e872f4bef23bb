"""Busker's own parts put together around whatever stands behind the ports."""

import asyncio
import gc
from dataclasses import dataclass

from bot.authority import Authority
from bot.commands import BUTTONS, COMMANDS, FORMS
from bot.commands.catalogue import Desk
from bot.gate import Gate
from bot.limits import Limits
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
from bot.playing.inputs import Inputs
from bot.playing.pace import Paces
from bot.playing.parcel import Parcels
from bot.playing.retention import Retention
from bot.playing.shelf import ArchiveShelf
from bot.playing.sources import Sources
from bot.playing.sweeper import Sweeper
from bot.playing.tags import Tags
from bot.playing.worker import Worker
from bot.privacy.expiry import Expiry
from bot.privacy.exports import Exports
from bot.privacy.forgetting import Forgetting
from bot.privacy.notice import Notice
from bot.privacy.rights import Privacy
from bot.router import Router
from bot.setup import Setup
from bot.vitals import Vitals

__all__ = ["Busker", "assembled"]


CALM = (50_000, 10, 2)
"""When Python looks for garbage. Records live for one event and die without it, and each look stops a
thousand songs that report at once for 30 to 150 ms (`make bench`, streams)."""


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
    alarms: Alarms

    async def leave(self) -> None:
        """Take nothing more in, and bring what is on its way to where nothing is lost by stopping.

        That may take for ever: whoever calls this has a limit.
        """
        async with asyncio.TaskGroup() as group:
            group.create_task(self.router.close())
            group.create_task(self.worker.leave())

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Parts that several of the others work with."""

    chat: Platforms
    limits: Limits
    archive: Archive
    delivery: Delivery
    room: Room
    alarms: Alarms
    hold: Hold
    trouble: Trouble
    metrics: Metrics


def assembled(setup: Setup) -> Busker:
    """Build it."""
    storage, clock = setup.storage, setup.clock
    shared = _shared(setup)
    backups, privacy = _backups(setup, shared), _privacy(setup, shared)
    archive, alarms, metrics = shared.archive, shared.alarms, shared.metrics
    return Busker(
        router=Router(COMMANDS, BUTTONS, _desk(setup, shared, privacy), metrics, forms=FORMS),
        worker=Worker(
            _ensemble(setup, shared),
            shared.chat.serve,
            most=setup.songs_at_once,
            most_each=setup.songs_each,
        ),
        sweeper=Sweeper(storage, shared.chat, setup.composer, archive, clock, alarms),
        retention=Retention(storage, archive, clock, setup.keeping),
        expiry=Expiry(storage, storage, privacy.forgetting, clock, archive=setup.keeping.age),
        notice=privacy.notice,
        watch=Watch(alarms, shared.limits, shared.room, clock, price=setup.oversight.price),
        backups=backups,
        vitals=_vitals(setup, shared, backups),
        alarms=alarms,
    )


def _shared(setup: Setup) -> Shared:
    storage, clock = setup.storage, setup.clock
    chat = Platforms(setup.chats)
    alarms = Alarms(storage, chat, _operators_channel(setup, chat), clock)
    archive = Archive(setup.folder, setup.composer, Tags(player=setup.player))
    parcels = Parcels(archive=archive, link_for=setup.link_for)
    return Shared(
        chat=chat,
        limits=Limits(
            rules=storage,
            jobs=storage,
            clock=clock,
            zone=setup.zone,
            default=setup.default_rule,
            policy=setup.policy,
        ),
        archive=archive,
        delivery=Delivery(jobs=storage, chat=chat, parcels=parcels, clock=clock),
        room=Room(folder=setup.folder),
        alarms=alarms,
        hold=Hold(clock),
        trouble=Trouble(alarms, clock),
        metrics=setup.metrics or Metrics(price=setup.oversight.price),
    )


def _operators_channel(setup: Setup, chat: Platforms) -> Place | None:
    """None, too, when it is on a platform that this Busker doesn't serve."""
    channel = setup.oversight.channel
    return channel if channel and chat.serve(channel.platform) else None


def _ensemble(setup: Setup, shared: Shared) -> Ensemble:
    """Whoever plays the songs."""
    storage, chat = setup.storage, shared.chat
    return Ensemble(
        jobs=storage,
        chat=chat,
        composer=setup.composer,
        archive=shared.archive,
        delivery=shared.delivery,
        inputs=Inputs(
            uploads=storage,
            chat=chat,
            composer=setup.composer,
            archive=shared.archive,
            link_for=setup.input_link_for,
        ),
        sources=Sources(jobs=storage, library=storage, chat=chat, link_for=setup.link_for),
        paces=Paces(storage, setup.player, setup.clock),
        limits=shared.limits,
        clock=setup.clock,
        hold=shared.hold,
        trouble=shared.trouble,
        metrics=shared.metrics,
        player=setup.player,
    )


def _privacy(setup: Setup, shared: Shared) -> Privacy:
    """What people may see, take along and have deleted."""
    storage, archive = setup.storage, shared.archive
    return Privacy(
        exports=Exports(people=storage, path=archive.path),
        forgetting=Forgetting(
            jobs=storage, people=storage, remove=archive.remove, clock=setup.clock
        ),
        notice=Notice(
            storage,
            shared.chat,
            setup.clock,
            player=setup.player,
            archive=setup.keeping.age,
            is_on=setup.tells_newcomers,
        ),
        is_sent_away=setup.player == "soundverse",
    )


def _desk(setup: Setup, shared: Shared, privacy: Privacy) -> Desk:
    """What commands are answered with."""
    storage, terms = setup.storage, setup.terms
    return Desk(
        chat=shared.chat,
        jobs=storage,
        limits=shared.limits,
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
        price_per_song=setup.oversight.price,
        library=storage,
        shelf=ArchiveShelf(archive=shared.archive, delivery=shared.delivery),
        privacy=privacy,
        clock=setup.clock,
        song_version=setup.song_version,
        room=shared.room,
        origins=setup.origins,
    )


def _backups(setup: Setup, shared: Shared) -> Backups | None:
    folder = setup.oversight.backups
    if folder is None:
        return None
    return Backups(setup.storage, folder, shared.alarms, setup.clock, setup.zone)


def _vitals(setup: Setup, shared: Shared, backups: Backups | None) -> Vitals:
    """What the operator asks how it all is."""
    return Vitals(
        jobs=setup.storage,
        notices=setup.storage,
        limits=shared.limits,
        archive=shared.archive,
        backups=backups,
        room=shared.room,
        hold=shared.hold,
        trouble=shared.trouble,
        metrics=shared.metrics,
        clock=setup.clock,
    )

"""What a Busker is put together from: whatever stands behind the ports, and what its operator wants."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path

from bot.limits import UNLIMITED, Policy
from bot.models import Place, Player
from bot.operating.metrics import Metrics
from bot.playing.inputs import InputLink, no_input_link
from bot.playing.parcel import Link, no_link
from bot.playing.retention import Keeping
from bot.ports import Chat, Clock, Composer
from bot.quotas import Rule
from bot.stores import Storage
from bot.terms import Terms
from soundverse.calls import Version

__all__ = ["Oversight", "Setup"]


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
class Setup:
    """All of it. What has a default limits nobody, and tells nobody but newcomers anything."""

    storage: Storage
    chats: Mapping[str, Chat]
    """By platform. Songs asked for elsewhere, by another Busker on these rows, are left alone."""
    composer: Composer
    clock: Clock
    folder: Path
    """Where songs are kept."""
    zone: tzinfo
    """The operator's: whose midnight begins a day."""
    song_version: Version
    player: Player
    songs_at_once: int
    songs_each: int | None = None
    """How many of one person's may play at once; None, as many as there are places."""
    default_rule: Rule | None = None
    """For each person for whom nothing else is set."""
    policy: Policy = UNLIMITED
    keeping: Keeping = Keeping()
    """What the archive may hold."""
    tells_newcomers: bool = True
    """At their first song people read what is kept about them."""
    origins: Collection[str] = ()
    """May serve audio besides https."""
    terms: Terms = Terms()
    oversight: Oversight = Oversight()
    metrics: Metrics | None = None
    """Where platforms count too; None, a new one."""
    link_for: Link = no_link
    """Our own address of a take that is too large to be posted."""
    input_link_for: InputLink = no_input_link
    """The same of what a song is made from."""

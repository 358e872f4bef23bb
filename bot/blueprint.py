"""A Busker as its settings want it: what every way of running it has in common."""

from collections.abc import Mapping
from datetime import timedelta

from bot.clock import SystemClock
from bot.links import Links
from bot.models import Player
from bot.operating.alarms import place_from
from bot.playing.inputs import inputs_linked_by, no_input_link
from bot.playing.parcel import linked_by, no_link
from bot.playing.retention import Keeping
from bot.ports import Chat, Composer
from bot.settings import Settings
from bot.setup import Oversight, Setup
from bot.stores import Storage
from bot.terms import policy_from, terms_from

__all__ = ["blueprint"]

BAND_SONGS_AT_ONCE = 2
"""The house band renders both takes of a song side by side, on two cores."""


def blueprint(
    settings: Settings,
    *,
    storage: Storage,
    chats: Mapping[str, Chat],
    composer: Composer,
    player: Player,
    links: Links | None,
) -> Setup:
    """With all limits. Who needs fewer replaces them."""
    most = settings.busker_concurrency
    return Setup(
        storage=storage,
        chats=chats,
        composer=composer,
        clock=SystemClock(),
        folder=settings.busker_data_dir / "archive",
        zone=settings.busker_timezone,
        default_rule=settings.busker_default_quota,
        song_version=settings.soundverse_song_version,
        player=player,
        songs_at_once=min(most, BAND_SONGS_AT_ONCE) if player == "houseband" else most,
        songs_each=settings.busker_running,
        keeping=Keeping(
            age=timedelta(days=settings.busker_archive_days),
            size_bytes=settings.busker_archive_gib * 2**30,
        ),
        origins=(
            settings.soundverse_base_url or f"http://{settings.houseband_address}",
            *settings.platform_origins,
        ),
        oversight=Oversight(
            channel=place_from(settings.busker_operator_channel),
            price=settings.busker_price_per_song,
            backups=settings.busker_data_dir / "backups",
        ),
        policy=policy_from(settings, player),
        terms=terms_from(settings),
        link_for=linked_by(links) if links else no_link,
        input_link_for=inputs_linked_by(links) if links else no_input_link,
    )

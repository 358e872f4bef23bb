"""Opening what Busker stands on: its log, its database, and whoever makes the music."""

import secrets
from contextlib import AsyncExitStack
from pathlib import Path

import structlog

from bot.band import BandMissing, house_band
from bot.logs import LogFile, log_to
from bot.models import Player
from bot.operating.upkeep import Condition
from bot.settings import Settings
from bot.words import Words, own_words
from soundverse.client import Soundverse
from storage.backup import back_up
from storage.checkup import examine
from storage.database import DatabaseInUse, DatabaseTooNew, DatabaseUnusable, open_database
from storage.store import Store

__all__ = [
    "CantGoOn",
    "CantStart",
    "band_environment",
    "condition_of",
    "copy_database",
    "open_composer",
    "open_log",
    "open_store",
]

log = structlog.get_logger()

SOUNDVERSE = "https://api.soundverse.ai"


class CantStart(Exception):
    """Busker can't start; the message is for whoever started it."""

    def __init__(self, sentence: str, *, code: int = 1) -> None:
        super().__init__(sentence)
        self.code = code
        """What the process exits with."""


class CantGoOn(Exception):
    """Busker had to stop in the middle; the log says why, and the rows know where."""


def open_log(settings: Settings, stack: AsyncExitStack) -> None:
    """Log to a file, since a terminal belongs to the cards. Raises CantStart."""
    path = settings.busker_data_dir / "busker.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = stack.enter_context(path.open("ab", buffering=0))
    except OSError as error:
        raise CantStart(f"{path} can't be written: {error.strerror}.") from error
    log_to(LogFile(file), settings.log_level)


async def open_store(settings: Settings, stack: AsyncExitStack) -> Store:
    """The database. Raises CantStart."""
    path = settings.database_file
    words = own_words()
    try:
        database = await stack.enter_async_context(open_database(path))
    except DatabaseInUse:
        raise CantStart(words.say("database-in-use", database=str(path))) from None
    except DatabaseTooNew:
        raise CantStart(words.say("database-too-new", database=str(path))) from None
    except DatabaseUnusable as unusable:
        said = words.say(f"database-{unusable.reason}", database=str(path), why=str(unusable))
        if unusable.reason == "damaged":
            said = f"{said} {_way_back(settings, words)}".strip()
        raise CantStart(said) from unusable
    if database.songs_ended is not None:
        log.warning("a copy was gone back to", songs_ended=database.songs_ended)
    return Store(database)


def _way_back(settings: Settings, words: Words) -> str:
    """Which copy to go back to, if there is one."""
    copies = sorted((settings.busker_data_dir / "backups").glob("busker-????-??-??.db"))
    return words.say("database-way-back", copy=str(copies[-1])) if copies else ""


def condition_of(database: Path) -> Condition:
    """Look at the database, in use or not. Nothing in it is changed."""
    return examine(database)


def copy_database(database: Path, target: Path) -> None:
    """Copy it, in use or not. Raises BackupFailed."""
    back_up(database, target)


async def open_composer(settings: Settings, player: Player, stack: AsyncExitStack) -> Soundverse:
    """Soundverse, or the house band: as a child, unless another band's address is set.

    Raises CantStart.
    """
    if player == "houseband" and settings.soundverse_base_url is None:
        return await _own_band(settings, stack)
    name = "HOUSEBAND_KEY" if player == "houseband" else "SOUNDVERSE_API_KEY"
    key = settings.houseband_key if player == "houseband" else settings.soundverse_api_key
    if key is None:
        hint = (
            " For Soundverse itself set BUSKER_COMPOSER=soundverse."
            if player == "houseband"
            else ""
        )
        raise CantStart(f"{name} is not set: without it nobody plays.{hint}", code=2)
    base_url = settings.soundverse_base_url or SOUNDVERSE
    return await stack.enter_async_context(_client(settings, base_url, key.get_secret_value()))


def band_environment(settings: Settings) -> dict[str, str]:
    """The house band's own settings, as its process reads them."""
    key, font = settings.houseband_key, settings.houseband_soundfont
    return {
        "HOUSEBAND_ADDRESS": settings.houseband_address,
        "HOUSEBAND_DATA_DIR": str(settings.houseband_data_dir),
        "HOUSEBAND_PROCESSES": str(settings.houseband_processes),
        "LOG_LEVEL": settings.log_level,
        **({"HOUSEBAND_SOUNDFONT": str(font)} if font else {}),
        **({"HOUSEBAND_KEY": key.get_secret_value()} if key else {}),
    }


async def _own_band(settings: Settings, stack: AsyncExitStack) -> Soundverse:
    key = settings.houseband_key
    secret = key.get_secret_value() if key else secrets.token_urlsafe()
    environment = band_environment(settings) | {"HOUSEBAND_KEY": secret}
    said = settings.busker_data_dir / "houseband.log"
    try:
        await stack.enter_async_context(house_band(environment, said))
    except BandMissing as reason:
        raise CantStart(f"The house band didn't start. It said: {reason}") from None
    base_url = f"http://{settings.houseband_address}"
    return await stack.enter_async_context(_client(settings, base_url, secret))


def _client(settings: Settings, base_url: str, key: str) -> Soundverse:
    return Soundverse(
        base_url=base_url,
        key=key,
        mode=settings.soundverse_mode,
        idle_seconds=settings.soundverse_idle_seconds,
        deadline_seconds=settings.soundverse_deadline_seconds,
        status_paths=settings.soundverse_status_paths,
        file_hosts=settings.soundverse_file_hosts,
        reference_origins=settings.platform_origins,
    )

"""Where everything meets: the only file that sees the platforms, the store, the composer and the band."""

import asyncio
import getpass
import locale
import secrets
import sqlite3
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.console.chat import ConsoleChat
from adapters.console.screen import PlainScreen, Screen
from adapters.console.terminal import Terminal
from bot.assembly import Busker, assembled
from bot.band import BandMissing, house_band
from bot.cards import Player
from bot.clock import SystemClock
from bot.commands import COMMANDS
from bot.logs import log_to
from bot.models import Person, Place
from bot.ports import Chat
from bot.quotas import Rule, rule_from
from bot.settings import Settings
from soundverse.client import Soundverse
from storage.database import DatabaseInUse, DatabaseTooNew, open_database
from storage.store import Store

if TYPE_CHECKING:
    from adapters.console.prompt import Prompt

__all__ = ["CantStart", "band_environment", "trial"]

SOUNDVERSE = "https://api.soundverse.ai"
BAND_SONGS_AT_ONCE = 2
"""The house band renders both takes of a song side by side, on two cores."""

CONSOLE = Place(platform="console", server="console", channel="terminal")
SONGS = Path("songs")


class CantStart(Exception):
    """Busker can't start; the message is for whoever started it."""

    def __init__(self, sentence: str, *, code: int = 1) -> None:
        super().__init__(sentence)
        self.code = code


async def trial(settings: Settings, line: str | None, *, quota: str | None) -> bool:
    """Play in this terminal until the person leaves, or a script is done; whether all went well.

    Raises CantStart.
    """
    player: Player = "soundverse" if settings.busker_composer == "soundverse" else "houseband"
    rule = _rule_from(quota)
    async with (
        _logged(settings),
        _store(settings) as store,
        _composer(settings, player) as composer,
    ):
        if quota is not None:
            await store.set_rule(CONSOLE.platform, CONSOLE.server, rule)
        pending = [job.id for job in await store.unfinished()]
        prompt = _prompt()
        screen: Screen = prompt.screen if prompt else PlainScreen()
        person = Person(platform=CONSOLE.platform, id=_user(), locale=_locale())
        chat = ConsoleChat(SONGS, screen, person.locale)
        busker = _busker(settings, store, chat, composer, player)
        terminal = Terminal(
            router=busker.router,
            specs=COMMANDS,
            chat=chat,
            screen=screen,
            person=person,
            place=CONSOLE,
        )
        async with _at_work(busker):
            if prompt:
                await terminal.converse(prompt, line, pending)
                return True
            return await terminal.script([line] if line else sys.stdin, pending)


def band_environment(settings: Settings) -> dict[str, str]:
    """The house band's own settings, as its process reads them."""
    key = settings.houseband_key
    return {
        "HOUSEBAND_ADDRESS": settings.houseband_address,
        "HOUSEBAND_DATA_DIR": str(settings.houseband_data_dir),
        "HOUSEBAND_PROCESSES": str(settings.houseband_processes),
        "LOG_LEVEL": settings.log_level,
        **({"HOUSEBAND_KEY": key.get_secret_value()} if key else {}),
    }


def _busker(
    settings: Settings, store: Store, chat: Chat, composer: Soundverse, player: Player
) -> Busker:
    most = settings.busker_concurrency
    return assembled(
        jobs=store,
        rules=store,
        chat=chat,
        composer=composer,
        clock=SystemClock(),
        folder=settings.busker_data_dir / "archive",
        zone=settings.busker_timezone,
        default_rule=None,  # whoever sits at the terminal pays for it themselves
        song_version=settings.soundverse_song_version,
        player=player,
        songs_at_once=min(most, BAND_SONGS_AT_ONCE) if player == "houseband" else most,
        origins=(settings.soundverse_base_url or f"http://{settings.houseband_address}",),
    )


@asynccontextmanager
async def _at_work(busker: Busker) -> AsyncGenerator[None]:
    work = asyncio.create_task(busker.worker.run())
    try:
        yield
    finally:
        work.cancel()
        with suppress(asyncio.CancelledError):
            await work


@asynccontextmanager
async def _logged(settings: Settings) -> AsyncGenerator[None]:
    """The terminal belongs to the cards, so the log goes to a file."""
    settings.busker_data_dir.mkdir(parents=True, exist_ok=True)
    path = settings.busker_data_dir / "busker.log"
    with path.open("a", encoding="utf-8", buffering=1) as stream:
        log_to(stream, settings.log_level)
        yield


@asynccontextmanager
async def _store(settings: Settings) -> AsyncGenerator[Store]:
    path = Path(settings.database_url.removeprefix("sqlite:///"))
    try:
        async with open_database(path) as database:
            yield Store(database)
    except DatabaseInUse:
        raise CantStart(f"Another Busker is using {path}. Stop it first.") from None
    except DatabaseTooNew:
        raise CantStart(
            f"{path} was made by a later version of Busker. Upgrade this one."
        ) from None
    except (sqlite3.DatabaseError, OSError) as error:
        raise CantStart(f"{path} can't be opened: {error}.") from error


@asynccontextmanager
async def _composer(settings: Settings, player: Player) -> AsyncGenerator[Soundverse]:
    """Soundverse, or the house band: as a child, unless another band's address is set."""
    if player == "houseband" and settings.soundverse_base_url is None:
        key = settings.houseband_key
        secret = key.get_secret_value() if key else secrets.token_urlsafe()
        environment = band_environment(settings) | {"HOUSEBAND_KEY": secret}
        said = settings.busker_data_dir / "houseband.log"
        try:
            async with (
                house_band(environment, said),
                _client(settings, f"http://{settings.houseband_address}", secret) as client,
            ):
                yield client
        except BandMissing as silence:
            raise CantStart(f"The house band didn't start. It said: {silence}") from None
        return
    api_key = settings.soundverse_api_key
    if api_key is None:
        raise CantStart(
            "SOUNDVERSE_API_KEY is not set; without one, unset BUSKER_COMPOSER.", code=2
        )
    base_url = settings.soundverse_base_url or SOUNDVERSE
    async with _client(settings, base_url, api_key.get_secret_value()) as client:
        yield client


def _client(settings: Settings, base_url: str, key: str) -> Soundverse:
    return Soundverse(
        base_url=base_url,
        key=key,
        mode=settings.soundverse_mode,
        idle_seconds=settings.soundverse_idle_seconds,
        deadline_seconds=settings.soundverse_deadline_seconds,
        status_paths=settings.soundverse_status_paths,
        file_hosts=settings.soundverse_file_hosts,
    )


def _prompt() -> "Prompt | None":
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    from adapters.console.prompt import Prompt  # noqa: PLC0415  # slow, and scripts don't need it

    return Prompt(COMMANDS)


def _rule_from(quota: str | None) -> Rule | None:
    try:
        return None if quota in {None, "none"} else rule_from(quota or "")
    except ValueError as wrong:
        raise CantStart(f"--quota: {wrong}.", code=2) from None


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user may have no name
        return "me"


def _locale() -> str:
    language, _ = locale.getlocale()
    return language.replace("_", "-") if language else "en"

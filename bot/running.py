"""`busker run`: every platform whose token is set, until the process is told to stop."""

import asyncio
import signal
import sys
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import structlog

from bot.assembly import Busker, assembled
from bot.blueprint import blueprint
from bot.logs import log_to
from bot.models import Player
from bot.opening import CantGoOn, CantStart, open_composer, open_store
from bot.serving import links_for, serve
from bot.settings import Settings
from bot.words import own_words

if TYPE_CHECKING:
    from adapters.discord.platform import Discord
    from bot.ports import Chat

__all__ = ["run"]

log = structlog.get_logger()


async def run(settings: Settings) -> None:
    """Serve until SIGTERM or Ctrl-C. Raises CantStart, CantGoOn."""
    player = _player(settings)
    settings.busker_data_dir.mkdir(parents=True, exist_ok=True)
    log_to(sys.stderr, settings.log_level)
    async with AsyncExitStack() as stack:
        store = await open_store(settings, stack)
        composer = await open_composer(settings, player, stack)
        discord = _discord(settings)
        chats: dict[str, Chat] = {"discord": discord.chat}
        plan = blueprint(
            settings,
            storage=store,
            chats=chats,
            composer=composer,
            player=player,
            links=await links_for(settings, store),
        )
        busker = assembled(plan)
        await serve(settings, busker, store, stack)
        await _until_told(discord, busker)


async def _until_told(discord: "Discord", busker: Busker) -> None:
    told = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, told.set)
    try:
        async with asyncio.TaskGroup() as group:
            connection = group.create_task(discord.serve(busker.router))
            await discord.connected()
            work = group.create_task(busker.run())
            await told.wait()
            work.cancel()
            connection.cancel()
    except* CantStart as reasons:
        raise reasons.exceptions[0] from None
    except* Exception as faults:
        log.exception("Busker had to stop", faults=len(faults.exceptions))
        raise CantGoOn from faults


def _player(settings: Settings) -> Player:
    """Who makes the music: it has to be said, or a key has to be there. Raises CantStart."""
    words = own_words()
    if settings.discord_token is None:
        raise CantStart(words.say("run-no-token"), code=2)
    if settings.busker_composer:
        return settings.busker_composer
    if settings.soundverse_api_key is None:
        raise CantStart(words.say("run-no-player"), code=2)
    return "soundverse"


def _discord(settings: Settings) -> "Discord":
    from adapters.discord.platform import Discord  # noqa: PLC0415  # slow, and only needed here

    return Discord(settings)

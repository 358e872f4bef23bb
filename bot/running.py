"""`busker run`: every platform whose token is set, until the process is told to stop."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace

from bot.assembly import assembled
from bot.blueprint import blueprint
from bot.connecting import platforms_for
from bot.leaving import farewell, until_called
from bot.logs import log_to, stderr_file
from bot.models import Player
from bot.opening import CantStart, open_composer, open_store
from bot.operating.metrics import Metrics
from bot.serving import links_for, serve
from bot.settings import Settings
from bot.words import own_words
from bot.work import at_work

__all__ = ["run"]


async def run(settings: Settings) -> None:
    """Serve until SIGTERM or Ctrl-C. Raises CantStart, CantGoOn."""
    player = _player(settings)
    settings.busker_data_dir.mkdir(parents=True, exist_ok=True)
    log_to(stderr_file(), settings.log_level)
    with until_called() as call:
        async with AsyncExitStack() as stack:
            metrics = Metrics(price=settings.busker_price_per_song)
            platforms = await platforms_for(settings, metrics)
            store = await open_store(settings, stack)
            composer = await open_composer(settings, player, stack)
            plan = blueprint(
                settings,
                storage=store,
                chats={name: each.chat for name, each in platforms.items()},
                composer=composer,
                player=player,
                links=await links_for(settings, store),
            )
            busker = assembled(replace(plan, metrics=metrics))
            routes = [route for each in platforms.values() for route in each.routes]
            await serve(settings, busker, store, stack, routes)
            await stack.enter_async_context(at_work(busker, platforms))
            try:
                await asyncio.Event().wait()
            finally:
                if call.sign:
                    await farewell(busker)


def _player(settings: Settings) -> Player:
    """Who makes the music: it has to be said, or a key has to be there. Raises CantStart."""
    words = own_words()
    if not settings.has_chat_token:
        raise CantStart(words.say("run-no-token"), code=2)
    if settings.player is None:
        raise CantStart(words.say("run-no-player"), code=2)
    return settings.player

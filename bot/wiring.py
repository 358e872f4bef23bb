"""Where everything meets: the platforms, the store, the composer, and Busker between them."""

import getpass
import signal
import sys
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.console.chat import ConsoleChat
from adapters.console.screen import PlainScreen
from adapters.console.terminal import Terminal
from bot.assembly import Busker, assembled
from bot.blueprint import blueprint
from bot.clock import SystemClock
from bot.commands import COMMANDS
from bot.leaving import BY_SIGNAL, Call, Stopped, farewell, until_called
from bot.links import Links
from bot.models import Person, Place, Player
from bot.opening import CantStart, open_composer, open_log, open_store
from bot.ports import Chat, Composer
from bot.quotas import Change, Holder, Rule, rule_from
from bot.serving import links_for, serve
from bot.settings import Settings
from bot.trying import Trying, trying
from bot.words import own_locale, own_words
from bot.work import at_work
from storage.store import Store

if TYPE_CHECKING:
    from adapters.console.prompt import Prompt

__all__ = ["trial"]

CONSOLE = Place(platform="console", server="console", channel="terminal")
SONGS = Path("songs")


async def trial(
    settings: Settings,
    line: str | None,
    *,
    quota: str | None,
    name: str | None = None,
    is_limited: bool = False,
) -> bool:
    """Play in this terminal until the person leaves, or a script is done; whether all went well.

    `name`: who sits there, if not the one who is logged in; `is_limited`: the settings' limits hold.
    Raises CantStart, CantGoOn, Stopped.
    """
    prompt = _prompt()
    # while a line is edited, Ctrl-C is a key like others
    with until_called((signal.SIGTERM,) if prompt else BY_SIGNAL) as call:
        return await _tried(
            settings, line, prompt, call, quota=quota, name=name, is_limited=is_limited
        )
    raise Stopped(call.sign or signal.SIGTERM)


async def _tried(
    settings: Settings,
    line: str | None,
    prompt: "Prompt | None",
    call: Call,
    *,
    quota: str | None,
    name: str | None,
    is_limited: bool,
) -> bool:
    rule = _rule_from(quota)
    player: Player = "soundverse" if settings.busker_composer == "soundverse" else "houseband"
    async with AsyncExitStack() as stack:
        open_log(settings, stack)
        store = await open_store(settings, stack)
        person = Person(platform=CONSOLE.platform, id=name or _user(), locale=own_locale())
        if quota is not None:
            change = Change.by(person, CONSOLE, SystemClock().now())
            await store.set_rule(change, Holder.EVERYONE, rule)
        composer = await open_composer(settings, player, stack)
        screen = prompt.screen if prompt else PlainScreen()
        who = trying(settings, player, person, is_limited=is_limited)
        chat = ConsoleChat(SONGS, screen, who.person)
        links = await links_for(settings, store)
        busker = _busker(settings, store, chat, composer, player, who, links)
        terminal = Terminal(
            router=busker.router,
            specs=COMMANDS,
            chat=chat,
            screen=screen,
            person=who.person,
            place=CONSOLE,
            is_oneself=name in {None, _user()},
        )
        await serve(settings, busker, store, stack)
        unfinished = await store.unfinished()
        pending = [job.id for job in unfinished if job.place.platform == CONSOLE.platform]
        await stack.enter_async_context(at_work(busker))
        try:
            if prompt:
                await terminal.converse(prompt, line, pending)
                return True
            return await terminal.script([line] if line else sys.stdin, pending)
        finally:
            if call.sign:
                await farewell(busker)


def _busker(
    settings: Settings,
    store: Store,
    chat: Chat,
    composer: Composer,
    player: Player,
    who: Trying,
    links: Links | None,
) -> Busker:
    plan = blueprint(
        settings,
        storage=store,
        chats={CONSOLE.platform: chat},
        composer=composer,
        player=player,
        links=links,
    )
    own = replace(
        plan,
        default_rule=who.default_rule,
        songs_each=who.songs_each,
        policy=who.policy,
        terms=who.terms,
        tells_newcomers=False,  # who runs Busker knows where its data lies
    )
    return assembled(own)


def _prompt() -> "Prompt | None":
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    from adapters.console.prompt import Prompt  # noqa: PLC0415  # slow, and scripts don't need it

    return Prompt(own_words())


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

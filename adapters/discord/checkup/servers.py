"""The servers that the bot is in: what it lacks there, and how large files may be."""

import asyncio
from collections.abc import AsyncGenerator, Iterator, Sequence

import discord

from adapters.discord.addresses import PLATFORM
from adapters.discord.checkup.application import printable
from adapters.discord.checkup.questions import Json, Questions
from adapters.discord.invitation import missing
from bot.checkup.findings import Finding, note, ok, wrong
from bot.settings import Settings
from bot.words import Words

__all__ = ["named", "server_findings"]

MOST = 25
"""So many servers are looked at one by one; the rest is counted."""

PAGE = 200
AT_ONCE = 5
MIB = 2**20

UPLOADS = {2: 50 * MIB, 3: 100 * MIB}
"""Bytes a file, by boost tier; 10 MiB below."""
PLAIN_UPLOAD = 10 * MIB


async def server_findings(
    ask: Questions, settings: Settings, words: Words
) -> AsyncGenerator[Finding]:
    """What is found. Raises NoAnswer, Unlike."""
    servers = await _servers(ask)
    if servers:
        yield _all(servers, words)
    else:
        yield note(words.say("doctor-discord-nowhere"))
    looked_at = servers[:MOST]
    for server, tier in zip(looked_at, await _tiers(ask, looked_at), strict=True):
        yield _one(server, tier, words, is_own=len(servers) == 1 or _is_named(server, settings))
    for finding in _absent(servers, settings, words):
        yield finding


def named(permissions: Sequence[str], words: Words) -> str:
    """As Discord's own menus name them."""
    return ", ".join(words.say(f"permission-{name.replace('_', '-')}") for name in permissions)


async def _servers(ask: Questions) -> list[Json]:
    found: list[Json] = []
    while True:
        after = f"&after={found[-1]['id']}" if found else ""
        page = await ask.many(f"/users/@me/guilds?limit={PAGE}{after}")
        found += page
        if len(page) < PAGE:
            return found


async def _tiers(ask: Questions, servers: Sequence[Json]) -> list[int]:
    """How far each is boosted."""
    free = asyncio.Semaphore(AT_ONCE)

    async def tier(server: Json) -> int:
        async with free:
            whole = await ask.one(f"/guilds/{server['id']}")
        return int(whole.get("premium_tier") or 0)

    return await asyncio.gather(*map(tier, servers))


def _all(servers: Sequence[Json], words: Words) -> Finding:
    names = ", ".join(printable(each["name"]) for each in servers[:MOST])
    if len(servers) > MOST:
        names = words.say("doctor-discord-more", names=names, count=len(servers) - MOST)
    return ok(words.say("doctor-discord-servers", servers=len(servers), names=names))


def _one(server: Json, tier: int, words: Words, *, is_own: bool) -> Finding:
    """A server of strangers that lets the bot do less is theirs to mend."""
    lacking = missing(discord.Permissions(int(server["permissions"])))
    name = printable(server["name"])
    if not lacking:
        size = UPLOADS.get(tier, PLAIN_UPLOAD) // MIB
        return ok(words.say("doctor-discord-server", server=name, size=size))
    said = words.say("doctor-discord-lacks", server=name, permissions=named(lacking, words))
    return wrong(said, words.say("doctor-discord-lacks-mend")) if is_own else note(said)


def _is_named(server: Json, settings: Settings) -> bool:
    return server["id"] in {*settings.discord_guild_ids, *_allowed(settings)}


def _allowed(settings: Settings) -> list[str]:
    prefix = f"{PLATFORM}:"
    return [
        each.removeprefix(prefix) for each in settings.busker_servers if each.startswith(prefix)
    ]


def _absent(servers: Sequence[Json], settings: Settings, words: Words) -> Iterator[Finding]:
    """Servers that settings name, and where the bot isn't."""
    there = {str(each["id"]) for each in servers}
    for id_ in settings.discord_guild_ids:
        if id_ not in there:
            facts = {"setting": "DISCORD_GUILD_IDS", "server": id_}
            yield wrong(
                words.say("doctor-discord-absent", **facts),
                words.say("doctor-discord-absent-mend", **facts),
            )
    for id_ in _allowed(settings):
        if id_ not in there:
            yield note(words.say("doctor-discord-absent", setting="BUSKER_SERVERS", server=id_))

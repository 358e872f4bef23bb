"""All that the doctor asks of Discord, in order; an answer that doesn't come ends it with its reason."""

import asyncio
from collections.abc import AsyncGenerator, Iterator
from urllib.parse import urlsplit

from adapters.discord.checkup.application import application_findings
from adapters.discord.checkup.channel import channel_finding
from adapters.discord.checkup.gateway import gateway_finding
from adapters.discord.checkup.questions import (
    PATIENCE_SECONDS,
    NoAnswer,
    Questions,
    Unlike,
    questions,
)
from adapters.discord.checkup.servers import server_findings
from bot.checkup.findings import Finding, wrong
from bot.settings import Settings
from bot.words import Words

__all__ = ["examined"]

UNAUTHORIZED = 401
NOT_FOUND = 404


def examined(settings: Settings, words: Words) -> Iterator[Finding]:
    """What is found, with `DISCORD_TOKEN` set."""
    token = settings.discord_token
    secret = token.get_secret_value().strip() if token else ""
    if not (secret.isascii() and secret.isprintable() and " " not in secret):
        yield _refused(words)  # no header could carry it
        return
    yield from asyncio.run(_all(settings, secret, words))


async def _all(settings: Settings, token: str, words: Words) -> list[Finding]:
    found: list[Finding] = []
    async with questions(settings.discord_api_base, token) as ask:
        try:
            async for finding in _asked(ask, settings, words):
                found.append(finding)  # noqa: PERF401  # those before a failure count
        except Unlike:
            found.append(_unlike(ask, words))
        except NoAnswer as failure:
            found.append(_failed(failure, ask, words))
        except (KeyError, TypeError, ValueError):  # it is JSON, and nothing that Discord would say
            found.append(_unlike(ask, words))
    return found


async def _asked(ask: Questions, settings: Settings, words: Words) -> AsyncGenerator[Finding]:
    bot = await ask.one("/users/@me")
    application = await ask.one("/applications/@me")
    for finding in application_findings(application, bot, settings, words):
        yield finding
    yield await gateway_finding(await ask.one("/gateway/bot"), settings, words)
    async for finding in server_findings(ask, settings, words):
        yield finding
    channel = await channel_finding(ask, str(bot["id"]), settings, words)
    if channel:
        yield channel


def _failed(failure: NoAnswer, ask: Questions, words: Words) -> Finding:
    host = urlsplit(ask.base).hostname or ""
    if failure.status == UNAUTHORIZED:
        return _refused(words)
    if failure.status == NOT_FOUND:
        return _unlike(ask, words)
    if failure.status:
        said = words.say("doctor-discord-unwell", host=host, status=str(failure.status))
        return wrong(said, words.say("doctor-discord-unwell-mend"))
    if failure.why:
        said = words.say("doctor-discord-away", host=host, why=failure.why)
    else:
        said = words.say("doctor-discord-slow", host=host, seconds=round(PATIENCE_SECONDS))
    return wrong(said, words.say("doctor-discord-away-mend"))


def _refused(words: Words) -> Finding:
    return wrong(words.say("doctor-discord-token"), words.say("doctor-discord-token-mend"))


def _unlike(ask: Questions, words: Words) -> Finding:
    said = words.say("doctor-discord-unlike", base=ask.base)
    return wrong(said, words.say("doctor-discord-unlike-mend"))

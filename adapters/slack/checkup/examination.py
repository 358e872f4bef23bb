"""All that the doctor asks of Slack, in order; an answer that doesn't come ends it with its reason."""

import asyncio
from collections.abc import AsyncGenerator, Iterator

from adapters.slack.checkup.channel import channel_finding
from adapters.slack.checkup.door import door_finding
from adapters.slack.entry import Closed, Identity, failed, identified, secrets_from
from adapters.slack.questions import NoAnswer, Questions, Unlike
from adapters.slack.scopes import HELPFUL, missing
from bot.checkup.findings import Finding, note, ok, wrong
from bot.settings import Settings
from bot.words import Words

__all__ = ["examined"]

PLATFORM = "slack"


def examined(settings: Settings, words: Words) -> Iterator[Finding]:
    """What is found, with one of Slack's settings there."""
    yield from asyncio.run(_all(settings, words))


async def _all(settings: Settings, words: Words) -> list[Finding]:
    found: list[Finding] = []
    try:
        async for finding in _asked(settings, words):
            found.append(finding)  # noqa: PERF401  # those before a failure count
    except Closed as closed:
        found.append(wrong(closed.sentence, closed.mend))
    return found


async def _asked(settings: Settings, words: Words) -> AsyncGenerator[Finding]:
    secrets = secrets_from(settings, words)
    bot = await identified(settings, secrets, words)
    yield ok(words.say("doctor-slack-bot", bot=bot.name, team=bot.team_name, id=bot.team))
    yield _scopes(bot, words)
    if lacking := missing(bot.scopes, HELPFUL):
        yield note(words.say("doctor-slack-helpful", scopes=", ".join(lacking)))
    yield await door_finding(settings, secrets, words)
    if closed := _elsewhere(bot, settings, words):
        yield closed
    ask = Questions(settings.slack_api_base, secrets.bot_token)
    try:
        channel = await channel_finding(ask, bot, settings, words)
    except NoAnswer as failure:
        raise failed(failure, ask, words) from None
    except Unlike:
        said = words.say("slack-unlike", base=ask.base)
        raise Closed(said, words.say("slack-unlike-mend")) from None
    if channel:
        yield channel


def _scopes(bot: Identity, words: Words) -> Finding:
    if lacking := missing(bot.scopes):
        said = words.say("slack-scopes", scopes=", ".join(lacking))
        return wrong(said, words.say("slack-scopes-mend"))
    return ok(words.say("doctor-slack-scopes"))


def _elsewhere(bot: Identity, settings: Settings, words: Words) -> Finding | None:
    """Servers may be named, and this one isn't among them."""
    server = f"{PLATFORM}:{bot.team}"
    if not settings.busker_servers or server in settings.busker_servers:
        return None
    said = words.say("doctor-slack-elsewhere")
    return wrong(said, words.say("doctor-slack-elsewhere-mend", server=server))

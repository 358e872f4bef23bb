"""Checks of what the operator hears of a running Busker: the channel for alarms, and the listener."""

import http.client
from collections.abc import Iterator

from bot.checkup.addresses import parted, why_taken
from bot.checkup.findings import Finding, note, ok, wrong
from bot.operating.alarms import place_from
from bot.settings import Settings
from bot.words import Words

__all__ = ["oversight"]

PATIENCE_SECONDS = 3


def oversight(settings: Settings, words: Words) -> Iterator[Finding]:
    """What is found. Nothing is written into the channel."""
    yield _channel(settings, words)
    if settings.busker_http is not None:
        yield _listener(settings.busker_http, words)
    elif settings.busker_public_url is not None:
        yield wrong(words.say("doctor-links-nowhere"), words.say("doctor-links-listen"))


def _channel(settings: Settings, words: Words) -> Finding:
    channel = settings.busker_operator_channel
    place = place_from(channel)
    tokens = {"discord": settings.discord_token, "slack": settings.slack_bot_token}
    if channel is None or place is None:
        said = words.say("doctor-alarms-logged")
        return note(said) if any(tokens.values()) else ok(said)
    if place.platform in tokens and tokens[place.platform] is None:
        facts = {"channel": channel, "token": f"{place.platform.upper()}_"}
        said = words.say("doctor-alarms-nowhere", **facts)
        return note(said)
    return ok(words.say("doctor-alarms", channel=channel))


def _listener(address: str, words: Words) -> Finding:
    host, port = parted(address)
    if _is_ours(host, port):
        return ok(words.say("doctor-http-answers", address=address))
    if why := why_taken(host, port):
        sentence = words.say("doctor-http-taken", address=address, why=why)
        return wrong(sentence, words.say("doctor-http-move"))
    return ok(words.say("doctor-http-free", address=address))


def _is_ours(host: str, port: int) -> bool:
    """Whether a Busker that runs answers there."""
    line = http.client.HTTPConnection(host, port, timeout=PATIENCE_SECONDS)
    try:
        line.request("GET", "/healthz")
        return b'"worker"' in line.getresponse().read(10_000)
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()

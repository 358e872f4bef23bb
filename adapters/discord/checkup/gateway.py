"""Whether events will come: the gateway's door is tried, and nobody goes in."""

import asyncio
from datetime import timedelta
from urllib.parse import urlsplit

from adapters.discord.checkup.questions import PATIENCE_SECONDS, Json, reason
from bot.checkup.findings import Finding, ok, wrong
from bot.clock import SystemClock
from bot.phrases import duration
from bot.settings import Settings
from bot.words import Words

__all__ = ["gateway_finding"]

PORTS = {"wss": 443, "https": 443, "ws": 80, "http": 80}


async def gateway_finding(told: Json, settings: Settings, words: Words) -> Finding:
    """What is found; `told` is Discord's own word on it."""
    limit = told["session_start_limit"]
    left, total = int(limit["remaining"]), int(limit["total"])
    if left == 0:
        now = SystemClock().now()
        later = now + timedelta(milliseconds=int(limit["reset_after"]))
        said = words.say("doctor-discord-spent", total=total)
        mend = words.say("doctor-discord-spent-mend", time=duration(now, later, words))
        return wrong(said, mend)
    url = settings.discord_gateway_url or str(told["url"])
    host = urlsplit(url).hostname or ""
    if why := await _why_closed(url):
        said = words.say("doctor-discord-gateway-away", host=host, why=why)
        return wrong(said, words.say("doctor-discord-gateway-mend"))
    return ok(words.say("doctor-discord-gateway", host=host, left=left, total=total))


async def _why_closed(url: str) -> str:
    """Why no connection can be had; empty if one can."""
    parts = urlsplit(url)
    is_safe = parts.scheme in {"wss", "https"}
    port = parts.port or PORTS.get(parts.scheme, 443)
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            _, line = await asyncio.open_connection(parts.hostname, port, ssl=is_safe or None)
    except OSError as error:  # also when time is up
        return reason(error)
    line.close()
    return ""

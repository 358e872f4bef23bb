"""How everything comes in, and whether a Busker answers there: the same challenge that Slack itself sends."""

import json
import secrets as chance
import time

import aiohttp
from slack_sdk.signature import SignatureVerifier

from adapters.slack.addresses import EVENTS_PATH
from adapters.slack.entry import Secrets
from adapters.slack.questions import PATIENCE_SECONDS
from bot.checkup.findings import Finding, note, ok, wrong
from bot.settings import Settings
from bot.words import Words

__all__ = ["door_finding"]

UNAUTHORIZED = 401


async def door_finding(settings: Settings, secrets: Secrets, words: Words) -> Finding:
    """What is found; the app's token was tried before."""
    if secrets.app_token:
        return ok(words.say("doctor-slack-socket"))
    base = settings.busker_public_url or f"http://{settings.busker_http}"
    url = base.rstrip("/") + EVENTS_PATH
    challenge = chance.token_hex(8)
    try:
        status, text = await _posted(url, challenge, secrets.signing_secret)
    except (aiohttp.ClientError, OSError):  # also when time is up
        return note(words.say("doctor-slack-http-silent", url=url))
    if status == UNAUTHORIZED:
        said = words.say("doctor-slack-secret", url=url)
        return wrong(said, words.say("doctor-slack-secret-mend"))
    if challenge not in text:
        return note(words.say("doctor-slack-http-silent", url=url))
    return ok(words.say("doctor-slack-http", url=url))


async def _posted(url: str, challenge: str, secret: str) -> tuple[int, str]:
    body = json.dumps({"type": "url_verification", "challenge": challenge})
    at = str(int(time.time()))
    signature = SignatureVerifier(secret).generate_signature(timestamp=at, body=body)
    headers = {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": at,
        "X-Slack-Signature": str(signature),
    }
    patience = aiohttp.ClientTimeout(total=PATIENCE_SECONDS)
    async with (
        aiohttp.ClientSession(timeout=patience) as session,
        session.post(url, data=body, headers=headers, allow_redirects=False) as response,
    ):
        return response.status, (await response.content.read(10_000)).decode(errors="replace")

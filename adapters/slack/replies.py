"""What one person alone is told: by the address that came with what they did, else beside it by token.

Source: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
"""

from collections import OrderedDict
from http import HTTPStatus

import structlog
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.slack.addresses import is_direct
from adapters.slack.asked import Asked, Json
from adapters.slack.failures import FAILED, error_of

__all__ = ["Replies"]

log = structlog.get_logger()

MOST_USES = 3
"""Of one address. Slack allows five within half an hour, whoever uses them."""

MOST_REMEMBERED = 2000
SECONDS = 10
OUTSIDE = {"not_in_channel", "channel_not_found", "is_archived", "user_not_in_channel"}
"""Where the bot can't say anything, to nobody."""


class Replies:
    """Never raises: what can't be said here is said in the conversation with the person, or logged."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._uses: OrderedDict[str, int] = OrderedDict()

    async def say(self, asked: Asked, text: str, blocks: list[Json], *, replaces: bool) -> None:
        """Tell it; `replaces`: in the place of the private card whose button was pressed."""
        message: Json = {"text": text, "blocks": blocks}
        if asked.address and await self._by_address(asked, message, replaces=replaces):
            return
        try:
            await self._by_token(asked, message)
        except FAILED as failure:
            log.warning("an answer couldn't be given", why=error_of(failure) or "no answer")

    async def _by_address(self, asked: Asked, message: Json, *, replaces: bool) -> bool:
        address = asked.address or ""
        if not self._take(address):
            return False
        said = {
            **message,
            "response_type": "ephemeral",
            "replace_original": replaces and asked.is_on_private_card,
            **({"thread_ts": asked.thread} if asked.thread else {}),
        }
        try:
            response = await self._webhook(address).send_dict(said)
        except FAILED as failure:
            log.info("an answer's address failed", kind=type(failure).__name__)
            return False
        if response.status_code != HTTPStatus.OK:
            log.info("an answer's address is over", status=response.status_code)
        return response.status_code == HTTPStatus.OK

    async def _by_token(self, asked: Asked, message: Json) -> None:
        if asked.channel and not is_direct(asked.channel):
            try:
                await self._client.chat_postEphemeral(
                    channel=asked.channel, user=asked.user, thread_ts=asked.thread, **message
                )
            except FAILED as failure:
                if error_of(failure) not in OUTSIDE:
                    raise
            else:
                return
        channel = asked.channel if is_direct(asked.channel) else asked.user
        thread = asked.thread if is_direct(asked.channel) else None
        await self._client.chat_postMessage(
            channel=channel,
            thread_ts=thread,
            unfurl_links=False,
            unfurl_media=False,
            **message,
        )

    def _take(self, address: str) -> bool:
        """Whether the address may be used once more."""
        uses = self._uses.pop(address, 0)
        self._uses[address] = uses + 1
        while len(self._uses) > MOST_REMEMBERED:
            self._uses.popitem(last=False)
        return uses < MOST_USES

    def _webhook(self, address: str) -> AsyncWebhookClient:
        client = self._client
        return AsyncWebhookClient(
            address, timeout=SECONDS, ssl=client.ssl, proxy=client.proxy, retry_handlers=[]
        )

"""Whatever Slack tells, by socket or HTTP, through Bolt to the service: acked at once, answered after it."""

import asyncio
import logging
import re
from collections.abc import Coroutine, Mapping
from typing import Any

import structlog
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.answers import Answers
from adapters.slack.asked import Json
from adapters.slack.calls import Calls
from adapters.slack.heard import Heard
from adapters.slack.home import Home
from adapters.slack.letters import Direct, Letters
from adapters.slack.people import People
from adapters.slack.prefix import Prefix
from adapters.slack.replies import Replies
from adapters.slack.service import Service
from bot.opening import CantStart
from bot.ports import Clock
from bot.router import Router
from bot.words import own_words

__all__ = ["Reception"]

log = structlog.get_logger()

ANY = re.compile(".*", re.DOTALL)
GRACE_SECONDS = 2.0
"""For answers that are under way when Busker stops."""

SUGGESTING_SECONDS = 2.5
"""So long a list is kept waiting; Slack waits for three."""


class Reception:
    """Bolt's app for one workspace, whose token the client has."""

    def __init__(
        self,
        client: AsyncWebClient,
        calls: Calls,
        router: Router,
        direct: Direct,
        clock: Clock,
        *,
        team: str,
        bot: str,
        prefix: Prefix,
        takes_guests: bool,
    ) -> None:
        """`team` and `bot` are the workspace's and the bot user's ids, as `auth.test` says them.

        `calls` are for files, which take their time.
        """
        self._team, self._bot = team, bot
        people = People(client, clock)
        answers = Answers(client, Replies(client), Letters(calls, direct, clock), prefix)
        home = Home(client, router, prefix)
        self._service = Service(router, answers, home, people, direct, takes_guests=takes_guests)
        self._prefix = prefix
        self._heard = Heard(clock)
        self._under_way: set[asyncio.Task[None]] = set()
        self._revoked = asyncio.Event()
        self._app = self._wired()

    async def receive(self, body: Json, headers: Mapping[str, str]) -> BoltResponse:
        """What Slack is to be answered at once. The body was read, and judged, by whoever received it.

        Bolt would take a command that says "payload" for a form without one, so it gets no text to read.
        """
        request = AsyncBoltRequest(body=body, headers=dict(headers), mode="socket_mode")
        return await self._app.async_dispatch(request)

    async def revoked(self) -> None:
        """Wait until Slack says that we may not go on. Raises CantStart then."""
        await self._revoked.wait()
        raise CantStart(own_words().say("slack-revoked"), code=2)

    async def close(self) -> None:
        """Let what is under way end, for a short while."""
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=GRACE_SECONDS)
            for task in late:
                task.cancel()

    def _wired(self) -> AsyncApp:
        we = AuthorizeResult(enterprise_id=None, team_id=self._team, bot_user_id=self._bot)

        async def authorize() -> AuthorizeResult:
            return we  # by which Bolt tells our own messages from others

        app = AsyncApp(
            authorize=authorize,
            logger=_silent(),  # what it says quotes what people wrote
            request_verification_enabled=False,  # done before anything is read
        )
        app.middleware(self._only_ours)
        app.error(_failed)
        app.command(ANY)(self._on_command)
        app.action(ANY)(self._on_action)
        app.shortcut(ANY)(self._on_shortcut)
        app.view(ANY)(self._on_view)
        app.options(ANY)(self._on_options)
        app.event("app_mention")(self._on_message)
        app.event("message")(self._on_message)
        app.event("app_home_opened")(self._on_home)
        for name in ("tokens_revoked", "app_uninstalled"):
            app.event(name)(self._on_revoked)
        app.event(ANY)(_on_other)
        return app

    async def _only_ours(
        self,
        context: AsyncBoltContext,
        body: Json,
        next: Any,  # noqa: A002, ANN401  # Bolt finds it by its name
    ) -> BoltResponse | None:
        """One process serves one workspace; whoever acts from another is told so, where it takes no token."""
        if context.team_id and context.team_id != self._team:
            log.warning("another workspace was not answered")
            if body.get("response_url") and self._heard.is_new(body["trigger_id"]):
                self._begin(self._service.turn_away(body))
            return BoltResponse(status=200, body="")
        await next()
        return None

    async def _on_command(self, ack: AsyncAck, body: Json) -> None:
        await ack()
        self._prefix.learn(body["command"])
        if self._heard.is_new(body["trigger_id"]):
            self._begin(self._service.command(body))

    async def _on_action(self, ack: AsyncAck, body: Json) -> None:
        await ack()
        if self._heard.is_new(body["trigger_id"]) and body["actions"][0]["type"] == "button":
            self._begin(self._service.press(body))

    async def _on_shortcut(self, ack: AsyncAck, body: Json) -> None:
        await ack()
        if self._heard.is_new(body["trigger_id"]):
            self._begin(self._service.shortcut(body, self._bot))

    async def _on_view(self, ack: AsyncAck, body: Json) -> None:
        """The form itself is answered; sent twice, each time."""
        if self._heard.is_new(body["trigger_id"]):
            await self._service.submitted(body, ack)
        else:
            await ack()

    async def _on_options(self, ack: AsyncAck, body: Json) -> None:
        found: list[Json] = []
        try:
            async with asyncio.timeout(SUGGESTING_SECONDS):
                found = await self._service.suggested(body)
        except TimeoutError:
            log.info("suggestions came too late")
        await ack(options=found)

    async def _on_message(self, body: Json) -> None:
        if self._heard.is_new(body["event_id"]):
            self._begin(self._service.message(body, self._bot))

    async def _on_home(self, body: Json) -> None:
        if self._heard.is_new(body["event_id"]):
            self._begin(self._service.home(body))

    async def _on_revoked(self, body: Json) -> None:
        event = body["event"]
        if event["type"] == "tokens_revoked" and not event.get("tokens", {}).get("bot"):
            return  # a person's own, which nothing here needs
        log.error("slack took the access away", told_by=event["type"])
        self._revoked.set()

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(_whole(work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)


async def _whole(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except Exception:
        log.exception("something on slack couldn't be answered")


async def _failed(error: Exception, response: BoltResponse | None) -> BoltResponse | None:
    """Bolt has no `response` once it was acked, and takes none then."""
    log.error("something on slack couldn't be taken", exc_info=error)
    return BoltResponse(status=500, body="") if response else None


async def _on_other() -> None:
    """Events that somebody subscribed to, and nobody here needs."""


def _silent() -> logging.Logger:
    logger = logging.getLogger("busker.slack")
    logger.setLevel(logging.CRITICAL + 1)
    return logger

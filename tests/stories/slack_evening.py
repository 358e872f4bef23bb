"""A workspace with one channel, somebody in it, and Busker as a process of its own."""

import asyncio
import json
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.fakes.slack import Channel, Message, Person, Slack, fake_slack
from tests.ports import free_port
from tests.stories.conftest import Home

MANIFEST = Path(__file__).parents[2] / "manifest.json"
PATIENCE_SECONDS = 60
SOCKETS = 2
"""As many as Busker opens, so that one serves while the other is refreshed."""
DONE = "songs left today"
"""What a card's last form says."""
TOO_FAST = "ratelimited"
"""After a restart nobody knows what the process before has used; the library waits and asks again."""


@dataclass
class Evening:
    slack: Slack
    home: Home
    channel: Channel
    ana: Person
    process: asyncio.subprocess.Process | None = None
    expected: set[str] = field(default_factory=lambda: {TOO_FAST})
    """Slack's words for refusals that Busker may meet; after any other one the evening fails."""

    async def start(self, **settings: str) -> None:
        """By socket."""
        await self._run(SLACK_APP_TOKEN=self.slack.app_token, **settings)
        await self.slack.sockets.ready(SOCKETS)

    async def start_by_http(self, **settings: str) -> None:
        """At an address of its own."""
        address = f"127.0.0.1:{free_port()}"
        secret = self.slack.signing_secret
        await self._run(SLACK_SIGNING_SECRET=secret, BUSKER_HTTP=address, **settings)
        await self.slack.http.reach(f"http://{address}/slack/events")

    async def stop(self, sign: signal.Signals = signal.SIGTERM) -> int:
        assert self.process
        if self.process.returncode is None:
            self.process.send_signal(sign)
        code = await self.process.wait()
        await self.slack.sockets.gone()
        return code

    async def song(self, text: str = "rain, 10 s") -> tuple[Message, Message]:
        """The card of a song that is done, and what hands over its files."""
        await self.slack.slash(self.ana, self.channel, "/song", text)
        card = await self.card()
        result = await self.result(card)
        return await card.until_says(DONE), result

    async def card(self, channel: Channel | None = None) -> Message:
        """The next message there that stands in no thread."""
        while (message := await (channel or self.channel).next_message()).thread:
            pass
        return message

    async def result(self, card: Message) -> Message:
        """The next message in the card's thread that hands something over."""
        while not (message := await card.next_reply()).files_of("mp3"):
            pass
        return message

    async def closed(self) -> None:
        """Once nothing is left to be done with any song."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self.home.rows("SELECT 1 FROM jobs WHERE closed_at IS NULL"):  # noqa: ASYNC110  # another process's rows
                await asyncio.sleep(0.1)

    async def said_at_once(self, settings: Mapping[str, str]) -> tuple[str, int]:
        """What a start that can't be made says, and its exit code."""
        token = {"SLACK_APP_TOKEN": self.slack.app_token}
        process = await self._launched(token | dict(settings), stderr=asyncio.subprocess.PIPE)
        async with asyncio.timeout(PATIENCE_SECONDS):
            _, complained = await process.communicate()
        return complained.decode(), process.returncode or 0

    async def _run(self, **settings: str) -> None:
        self.process = await self._launched(settings)

    async def _launched(
        self, settings: Mapping[str, str], stderr: int | None = None
    ) -> asyncio.subprocess.Process:
        environment = {
            **self.home.environment,
            "SLACK_BOT_TOKEN": self.slack.bot_token,
            "SLACK_API_BASE": self.slack.api,
            "BUSKER_COMPOSER": "houseband",
            **settings,
        }
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run",
            cwd=self.home.folder, env=environment, stderr=stderr,
        )  # fmt: skip


@asynccontextmanager
async def a_slack_evening(home: Home) -> AsyncIterator[Evening]:
    """The app is there as its manifest has it. Ends with nothing refused but for what is expected."""
    async with fake_slack() as slack:
        slack.install(json.loads(MANIFEST.read_text("utf-8")))
        evening = Evening(slack, home, slack.channel("music"), slack.member("ana"))
        try:
            yield evening
        finally:
            if evening.process:
                await evening.stop(signal.SIGKILL)
            refused = [str(call) for call in slack.refused if call.error not in evening.expected]
        assert refused == [], refused
        assert slack.unheeded == [], slack.unheeded

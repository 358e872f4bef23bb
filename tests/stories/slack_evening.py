"""A workspace with one channel, somebody in it, and Busker as a process of its own."""

import asyncio
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from tests.fakes.slack import Channel, Message, Person, Slack, fake_slack
from tests.stories.conftest import Home

SOCKETS = 2
"""As many as Busker opens, so that one serves while the other is refreshed."""
TOO_FAST = "ratelimited"
"""After a restart nobody knows what the process before has used; the library waits and asks again."""


@dataclass
class Evening:
    slack: Slack
    home: Home
    channel: Channel
    ana: Person
    process: asyncio.subprocess.Process | None = None

    async def start(self, **settings: str) -> None:
        """By socket."""
        await self._run(SLACK_APP_TOKEN=self.slack.app_token, **settings)
        await self.slack.sockets.ready(SOCKETS)

    async def start_by_http(self, **settings: str) -> None:
        """At an address of its own."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{probe.getsockname()[1]}"
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
        card = await self.channel.next_message()
        return card, await self.result(card)

    async def result(self, card: Message) -> Message:
        """The next message in the card's thread that hands something over."""
        while not (message := await card.next_reply()).files_of("mp3"):
            pass
        return message

    async def _run(self, **settings: str) -> None:
        environment = {
            **self.home.environment,
            "SLACK_BOT_TOKEN": self.slack.bot_token,
            "SLACK_API_BASE": self.slack.api,
            "BUSKER_COMPOSER": "houseband",
            **settings,
        }
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=self.home.folder, env=environment
        )


@asynccontextmanager
async def a_slack_evening(home: Home) -> AsyncIterator[Evening]:
    """Ends with nothing refused but for what came too fast after a restart."""
    async with fake_slack() as slack:
        evening = Evening(slack, home, slack.channel("music"), slack.member("ana"))
        try:
            yield evening
        finally:
            if evening.process:
                await evening.stop(signal.SIGKILL)
        assert [str(call) for call in slack.refused if call.error != TOO_FAST] == []
        assert slack.unheeded == []

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.fakes.slack import Slack, fake_slack

Process = subprocess.Popen[bytes]

CLIENT = Path(__file__).with_name("client.py")


@pytest.fixture
def windows() -> float:
    """So long that none ends by itself while a busy machine is at a test."""
    return 20


@pytest.fixture
async def slack(windows: float) -> AsyncIterator[Slack]:
    async with fake_slack(windows=windows) as fake:
        yield fake


@pytest.fixture
async def web(slack: Slack) -> AsyncIterator["Web"]:
    async with aiohttp.ClientSession() as session:
        yield Web(slack, session)


class Web:
    """Calls without a library in between, for what slack-sdk itself would never send."""

    def __init__(self, slack: Slack, session: aiohttp.ClientSession) -> None:
        self._slack = slack
        self.session = session
        self.token = slack.bot_token

    async def __call__(self, method: str, **arguments: Any) -> Any:  # noqa: ANN401  # JSON
        """The answer to a call with JSON."""
        return await self.call(method, json=arguments)

    async def form(self, method: str, **arguments: str) -> Any:  # noqa: ANN401  # JSON
        """As most calls are sent."""
        return await self.call(method, data=arguments)

    async def error(self, method: str, **arguments: Any) -> str:  # noqa: ANN401  # JSON
        """Slack's word for a refusal, or nothing."""
        answer = await self(method, **arguments)
        return str(answer.get("error", ""))

    async def call(self, method: str, **options: Any) -> Any:  # noqa: ANN401  # aiohttp's own
        headers = {"Authorization": f"Bearer {self.token}"}
        async with self.session.post(
            self._slack.api + method, headers=headers, **options
        ) as response:
            self.status, self.headers = response.status, response.headers
            return await response.json()

    async def upload(self, name: str, data: bytes) -> str:
        """The id of a file whose bytes are there, and which isn't shared yet."""
        begun = await self.form("files.getUploadURLExternal", filename=name, length=str(len(data)))
        async with self.session.post(begun["upload_url"], data=data) as response:
            assert response.status == 200
        return str(begun["file_id"])


@contextmanager
def a_client(slack: Slack, **more: str) -> Iterator[Process]:
    """The bot of `client.py`, until the test is over."""
    settings = {
        "SLACK_API_BASE": slack.api,
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        **more,
    }
    process = subprocess.Popen(
        [sys.executable, str(CLIENT)], env=os.environ | settings, stdin=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.fixture
async def client(slack: Slack) -> AsyncIterator[Process]:
    """Connected by one socket."""
    with a_client(slack) as process:
        await slack.sockets.ready()
        yield process

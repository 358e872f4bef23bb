import io
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.fakes.discord import Discord, fake_discord

Process = subprocess.Popen[bytes]

CLIENT = Path(__file__).with_name("client.py")


@pytest.fixture
def windows() -> float:
    """So long that none ends by itself while a busy machine is at a test."""
    return 20


@pytest.fixture
async def discord(windows: float) -> AsyncIterator[Discord]:
    async with fake_discord(windows=windows) as fake:
        yield fake


@pytest.fixture
async def rest(discord: Discord) -> AsyncIterator["Rest"]:
    async with aiohttp.ClientSession() as session:
        yield Rest(discord, session)


class Rest:
    """Requests without a library in between, for what discord.py itself would never send."""

    def __init__(self, discord: Discord, session: aiohttp.ClientSession) -> None:
        self._discord = discord
        self.session = session

    async def __call__(
        self,
        method: str,
        path: str,
        json: Any = None,  # noqa: ANN401
        files: dict[str, bytes] | None = None,
    ) -> tuple[int, Any]:
        """The status and the answer; `files` by name."""
        headers = {"Authorization": f"Bot {self._discord.token}"}
        data = None
        if files:
            data = aiohttp.FormData(quote_fields=False)
            for number, (name, content) in enumerate(files.items()):
                data.add_field(f"files[{number}]", io.BytesIO(content), filename=name)
            data.add_field("payload_json", aiohttp.JsonPayload(json or {}))
            json = None
        async with self.session.request(
            method, self._discord.api + path, json=json, data=data, headers=headers
        ) as response:
            self.headers = response.headers
            found = await response.read()
            return response.status, await response.json() if found else {}

    async def code(self, method: str, path: str, json: Any = None) -> int:  # noqa: ANN401
        """Discord's own code of a refusal, or 0."""
        _, answer = await self(method, path, json)
        return int(answer.get("code", 0))


@contextmanager
def a_client(discord: Discord, **more: str) -> Iterator[Process]:
    """The bot of `client.py`, until the test is over."""
    settings = {
        "DISCORD_API_BASE": discord.api,
        "DISCORD_GATEWAY": discord.gateway.url,
        "DISCORD_TOKEN": discord.token,
        **more,
    }
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", str(CLIENT)],
        env=os.environ | settings,
        stdin=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.fixture
async def client(discord: Discord) -> AsyncIterator[Process]:
    """Connected, with its menu in place."""
    with a_client(discord) as process:
        await discord.commands_synced()
        await discord.gateway.ready()
        yield process

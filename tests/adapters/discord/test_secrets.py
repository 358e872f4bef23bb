"""What must stay secret stays out of the log, whatever fails."""

from io import StringIO
from pathlib import Path

import pytest
import structlog

from adapters.discord.asking.registration import Registration
from adapters.discord.client import DiscordClient
from adapters.discord.gateway import Sessions
from adapters.discord.refusals import refusals_told
from bot.clock import SystemClock
from bot.logs import log_to

ADDRESS = "https://discord.com/api/v10/interactions/1/the-token/callback"


async def test_an_event_that_fails_tells_no_token(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    client = DiscordClient(
        sessions=Sessions(SystemClock(), None),
        registration=Registration(tmp_path / "menu", ()),
        is_direct=False,
        http_trace=refusals_told(lambda: None),
    )

    async def fails() -> None:
        raise TimeoutError(f"Connection timeout to host {ADDRESS}")

    stream = StringIO()
    log_to(stream, "INFO")
    try:
        await client._run_event(fails, "on_interaction")
    finally:
        structlog.reset_defaults()
    assert 'event="an event failed" about=on_interaction' in stream.getvalue()
    assert "TimeoutError" in stream.getvalue()
    assert "the-token" not in stream.getvalue() + caplog.text

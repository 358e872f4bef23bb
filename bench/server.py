"""A whole `busker run` on a Discord or Slack of ours, for a bench: its CPU is its own, the rest elsewhere."""

import asyncio
import gc
import os
import re
import resource
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.discord import Channel, Discord, Guild, fake_discord
from tests.fakes.slack import Channel as SlackChannel
from tests.fakes.slack import Person, Slack, fake_slack

__all__ = ["PATIENCE_SECONDS", "OnDiscord", "OnSlack", "on_discord", "on_slack"]

PATIENCE_SECONDS = 180.0
OPEN_FILES = 8192
SETTINGS = re.compile("(BUSKER|SOUNDVERSE|HOUSEBAND|DISCORD|SLACK)_|DATABASE_URL|LOG_LEVEL")
MANY = "100000/day"
MANY_EACH = "1000"
SOCKETS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDiscord:
    """What it is asked through, and how much it has worked."""

    discord: Discord
    guild: Guild
    channels: list[Channel]
    process: Process

    def cpu_seconds(self) -> float:
        """Of its process since it began, threads and all. Needs Linux."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text("ascii")
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@asynccontextmanager
async def on_discord(
    folder: Path, vendor_url: str, *, songs_at_once: int, channels: int
) -> AsyncGenerator[OnDiscord]:
    """Started and connected, on a fresh database in `folder`."""
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(now, OPEN_FILES), most))
    gc.disable()  # what this side keeps of a whole run would be looked through for 0.1 s at a time
    async with fake_discord(patience=PATIENCE_SECONDS) as discord:
        guild = discord.guild("Bench")
        named = [guild.channel(f"music {number}") for number in range(channels)]
        tokens = {"DISCORD_TOKEN": discord.token, "DISCORD_API_BASE": discord.api}
        async with _running(folder, tokens | _limits(vendor_url, songs_at_once)) as process:
            await discord.commands_synced()
            await discord.gateway.ready()
            yield OnDiscord(discord=discord, guild=guild, channels=named, process=process)
    gc.enable()


@dataclass(frozen=True, slots=True, kw_only=True)
class OnSlack:
    """What it is asked through."""

    slack: Slack
    channels: list[SlackChannel]
    people: list[Person]


@asynccontextmanager
async def on_slack(
    folder: Path,
    vendor_url: str,
    *,
    songs_at_once: int,
    channels: int,
    people: int,
    windows: float = 1,
) -> AsyncGenerator[OnSlack]:
    """The same; with few people, since Slack says of no more than a hundred a minute who they are."""
    gc.disable()
    async with fake_slack(windows=windows, patience=PATIENCE_SECONDS) as slack:
        busker = OnSlack(
            slack=slack,
            channels=[slack.channel(f"music-{number}") for number in range(channels)],
            people=[slack.member(f"person-{number}") for number in range(people)],
        )
        tokens = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "SLACK_API_BASE": slack.api,
        }
        async with _running(folder, tokens | _limits(vendor_url, songs_at_once)):
            await slack.sockets.ready(SOCKETS)
            yield busker
    gc.enable()


@asynccontextmanager
async def _running(folder: Path, settings: dict[str, str]) -> AsyncGenerator[Process]:
    inherited = {name: value for name, value in os.environ.items() if not SETTINGS.match(name)}
    with (folder / "log").open("w") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run",
            cwd=folder, env=inherited | settings, stderr=log,
        )  # fmt: skip
        try:
            yield process
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()


def _limits(vendor_url: str, songs_at_once: int) -> dict[str, str]:
    """Everybody may ask for as much as they like."""
    return {
        "SOUNDVERSE_API_KEY": "bench",
        "SOUNDVERSE_BASE_URL": vendor_url,
        "SOUNDVERSE_SONG_VERSION": "v6",
        "BUSKER_CONCURRENCY": str(songs_at_once),
        "BUSKER_DEFAULT_QUOTA": MANY,
        "BUSKER_SERVER_QUOTA": MANY,
        "BUSKER_BUDGET": MANY,
        "BUSKER_RUNNING": MANY_EACH,
        "BUSKER_WAITING": MANY_EACH,
        "PYTHONPATH": os.pathsep.join(sys.path),
    }

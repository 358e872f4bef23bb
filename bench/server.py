"""A whole `busker run` on a Discord of ours, for a bench: its CPU is its own, since all else is elsewhere."""

import asyncio
import gc
import os
import re
import resource
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.discord import Channel, Discord, Guild, fake_discord

__all__ = ["PATIENCE_SECONDS", "OnDiscord", "on_discord"]

PATIENCE_SECONDS = 180.0
OPEN_FILES = 8192
SETTINGS = re.compile("(BUSKER|SOUNDVERSE|HOUSEBAND|DISCORD|SLACK)_|DATABASE_URL|LOG_LEVEL")
MANY = "100000/day"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDiscord:
    """What it is asked through, and how much it has worked."""

    discord: Discord
    guild: Guild
    channels: list[Channel]
    process: asyncio.subprocess.Process

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
        with (folder / "log").open("w") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run",
                cwd=folder,
                env=_environment(discord, vendor_url, songs_at_once),
                stderr=log,
            )  # fmt: skip
            try:
                await discord.commands_synced()
                await discord.gateway.ready()
                yield OnDiscord(discord=discord, guild=guild, channels=named, process=process)
            finally:
                if process.returncode is None:
                    process.kill()
                await process.wait()
                gc.enable()


def _environment(discord: Discord, vendor_url: str, songs_at_once: int) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not SETTINGS.match(name)}
    return inherited | {
        "DISCORD_TOKEN": discord.token,
        "DISCORD_API_BASE": discord.api,
        "SOUNDVERSE_API_KEY": "bench",
        "SOUNDVERSE_BASE_URL": vendor_url,
        "SOUNDVERSE_SONG_VERSION": "v6",
        "BUSKER_CONCURRENCY": str(songs_at_once),
        "BUSKER_SERVER_QUOTA": MANY,
        "BUSKER_BUDGET": MANY,
        "PYTHONPATH": os.pathsep.join(sys.path),
    }

"""The fake in a thread of its own, for tests that have no event loop.

    with discord_beside() as (discord, do):
        guild = do(discord.guild, "Garden")
        ana = do(guild.member, "ana")
        asked = do(discord.slash, ana, channel, "song", prompt="rain")

What changes something, or waits, is said through `do`; it runs where the fake lives.
"""

from contextlib import AbstractContextManager

from tests.fakes.discord.facade import Discord, fake_discord
from tests.fakes.platform.beside import Beside, beside
from tests.fakes.platform.feed import PATIENCE_SECONDS


def discord_beside(
    *, windows: float = 1, patience: float = PATIENCE_SECONDS
) -> AbstractContextManager[tuple[Discord, Beside]]:
    """As `fake_discord`, and what says things to it."""
    return beside(fake_discord(windows=windows, patience=patience))

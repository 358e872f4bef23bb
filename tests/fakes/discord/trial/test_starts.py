"""How the real library connects, in other ways than once and at once."""

from tests.fakes.discord import Discord, discord_beside
from tests.fakes.discord.trial.conftest import a_client


async def test_shards_are_told_of_their_own_guilds(discord: Discord) -> None:
    discord.guild("One")
    with a_client(discord, SHARDS="2"):
        session = await discord.gateway.ready()
        assert (session.shard, session.shards) == (0, 2)


async def test_a_wrong_token_ends_the_start(discord: Discord) -> None:
    with a_client(discord, DISCORD_TOKEN="wrong"):
        [call] = await discord.until(lambda: discord.refused, "a refusal")
        assert (call.path, call.status) == ("/users/@me", 401)
        assert not discord.gateway.identified


def test_a_story_without_an_event_loop_has_the_same_discord() -> None:
    with discord_beside() as (discord, do):
        guild = do(discord.guild, "Garden")
        ana, channel = do(guild.member, "ana"), do(guild.channel, "music")
        with a_client(discord):
            do(discord.gateway.ready)
            do(discord.commands_synced)
            asked = do(discord.slash, ana, channel, "song", prompt="rain")
            assert asked.reply.text.startswith("rain")

"""A stateful Discord over real sockets, for the real client library to talk to.

    async with fake_discord() as discord:
        guild = discord.guild("Garden")
        channel, ana = guild.channel("music"), guild.member("ana")
        ...start a client with `discord.api`, `discord.gateway.url` and `discord.token`...
        await discord.gateway.ready()
        asked = await discord.slash(ana, channel, "song", prompt="rain")
        assert asked.reply.text == "..."

It refuses what Discord refuses, with its codes. Deadlines hold by `discord.clock`, which stands
still until it is moved; rate limits tick, and can be made shorter (`windows`). `discord.refused`
and `discord.too_fast` say what a client did wrong. A test without an event loop uses `beside`.
"""

from tests.fakes.discord.beside import discord_beside
from tests.fakes.discord.bodies import Upload
from tests.fakes.discord.facade import Discord, fake_discord
from tests.fakes.discord.faults import Fault
from tests.fakes.discord.interaction import Answer, Interaction
from tests.fakes.discord.menu import NotOffered, Typed
from tests.fakes.discord.message import Attachment, Message, Pings
from tests.fakes.discord.people import Member, Role, User
from tests.fakes.discord.places import Channel, Guild
from tests.fakes.platform.beside import Beside

__all__ = [
    "Answer",
    "Attachment",
    "Beside",
    "Channel",
    "Discord",
    "Fault",
    "Guild",
    "Interaction",
    "Member",
    "Message",
    "NotOffered",
    "Pings",
    "Role",
    "Typed",
    "Upload",
    "User",
    "discord_beside",
    "fake_discord",
]

"""What the gateway tells of what happened, to whom it may tell it."""

from tests.fakes.discord.gateway import Gateway
from tests.fakes.discord.interaction import Interaction
from tests.fakes.discord.message import Message
from tests.fakes.discord.payloads import interaction_payload, message_payload
from tests.fakes.discord.people import Role
from tests.fakes.discord.place_payloads import (
    channel_payload,
    guild_payload,
    member_payload,
    role_payload,
)
from tests.fakes.discord.places import Channel, Guild
from tests.fakes.discord.refusals import Json
from tests.fakes.discord.world import Happening, World

GUILDS = 1 << 0
GUILD_MESSAGES = 1 << 9
DIRECT_MESSAGES = 1 << 12
MESSAGE_CONTENT = 1 << 15


class Events:
    def __init__(self, world: World, gateway: Gateway) -> None:
        self._world = world
        self._gateway = gateway

    def happened(self, event: str, thing: Happening) -> None:
        match thing:
            case Message():
                self._message(event, thing)
            case Channel(guild=Guild() as guild) if guild.has_bot:
                self._tell(event, channel_payload(thing), guild)
            case Role():
                for guild in self._world.guilds.values():
                    if thing.id in guild.roles and guild.has_bot:
                        role = {"guild_id": guild.id, "role": role_payload(thing)}
                        self._tell(event, role, guild)
            case Guild():
                gone = {"id": thing.id, "unavailable": False}
                whole = guild_payload(thing, self._world)
                self._tell(event, gone if event == "GUILD_DELETE" else whole, thing)
            case _:
                pass

    def asked(self, interaction: Interaction) -> None:
        """Needs no intent."""
        guild = interaction.channel.guild
        data = interaction_payload(interaction, self._world)
        id_ = guild.id if guild and guild.has_bot else ""
        self._gateway.dispatch("INTERACTION_CREATE", lambda _: data, guild_id=id_)

    def _tell(self, event: str, data: Json, guild: Guild) -> None:
        self._gateway.dispatch(event, lambda _: data, guild_id=guild.id, needs=GUILDS)

    def _message(self, event: str, message: Message) -> None:
        """Ephemeral ones are told to nobody; what people write is read by who may."""
        guild = message.channel.guild
        if message.is_ephemeral or not message.channel.is_open_to_bot:
            return
        data: Json = {"id": message.id, "channel_id": message.channel.id}
        if event != "MESSAGE_DELETE":
            data = message_payload(message, self._world)
        if guild:
            data["guild_id"] = guild.id
            if member := guild.members.get(message.author.id):
                data |= {"member": member_payload(member)}
        is_readable = (
            guild is None
            or message.author is self._world.bot
            or self._world.bot.id in message.pings.users
        )
        hidden = data | {"content": "", "embeds": [], "attachments": [], "components": []}
        is_shown = is_readable or event == "MESSAGE_DELETE"
        self._gateway.dispatch(
            event,
            lambda intents: data if is_shown or intents & MESSAGE_CONTENT else hidden,
            guild_id=guild.id if guild else "",
            needs=GUILD_MESSAGES if guild else DIRECT_MESSAGES,
        )

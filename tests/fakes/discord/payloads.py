"""Messages and interactions as they go over the wire, in the form of API version 10."""

from datetime import datetime

from tests.fakes.discord import permissions
from tests.fakes.discord.components import Type
from tests.fakes.discord.files import url_for
from tests.fakes.discord.interaction import Interaction
from tests.fakes.discord.message import Attachment, Message
from tests.fakes.discord.people import Member
from tests.fakes.discord.place_payloads import channel_payload, member_payload, user_payload
from tests.fakes.discord.refusals import Json
from tests.fakes.discord.world import World


def moment(at: datetime) -> str:
    return at.isoformat(timespec="microseconds")


def attachment_payload(attachment: Attachment, world: World) -> Json:
    payload: Json = {
        "id": attachment.id,
        "filename": attachment.filename,
        "size": len(attachment.data),
        "url": url_for(attachment, world),
        "proxy_url": url_for(attachment, world),
        "content_type": attachment.content_type,
    }
    for name, value in (("title", attachment.title), ("description", attachment.description)):
        if value is not None:
            payload[name] = value
    return payload | ({"ephemeral": True} if attachment.is_ephemeral else {})


def message_payload(message: Message, world: World, *, with_reply: bool = True) -> Json:
    payload: Json = {
        "id": message.id,
        "channel_id": message.channel.id,
        "type": _type_of(message),
        "author": user_payload(message.author),
        "content": message.content,
        "embeds": [_linked(embed, message, world) for embed in message.embeds],
        "components": [_shown(one, message, world) for one in message.components],
        "attachments": [attachment_payload(one, world) for one in message.listed],
        "flags": message.flags,
        "timestamp": moment(message.created_at),
        "edited_timestamp": moment(message.edited_at) if message.edited_at else None,
        "mentions": [
            user_payload(world.users[id_])
            for id_ in sorted(message.pings.users)
            if id_ in world.users
        ],
        "mention_roles": sorted(message.pings.roles),
        "mention_everyone": message.pings.everyone,
        "pinned": False,
        "tts": False,
    }
    if message.nonce is not None:
        payload["nonce"] = message.nonce
    if message.interaction:
        payload |= {
            "application_id": world.application_id,
            "webhook_id": world.application_id,
            "interaction_metadata": _metadata_of(message.interaction),
        }
    if message.reply_to:
        payload["message_reference"] = {
            "type": 0,
            "channel_id": message.channel.id,
            "message_id": message.reply_to.id,
        }
        if with_reply:
            payload["referenced_message"] = (
                None
                if message.reply_to.is_deleted
                else message_payload(message.reply_to, world, with_reply=False)
            )
    return payload


def _type_of(message: Message) -> int:
    """A plain message, a reply, or the answer to a command."""
    if message.interaction and not message.is_followup and "name" in message.interaction.data:
        return 20
    return 19 if message.reply_to or message.is_followup else 0


def _metadata_of(interaction: Interaction) -> Json:
    return {
        "id": interaction.id,
        "type": int(interaction.kind),
        "user": user_payload(interaction.user),
        "authorizing_integration_owners": owners_of(interaction),
    }


def _linked(embed: Json, message: Message, world: World) -> Json:
    """With `attachment://` as the address of the file."""
    linked = dict(embed)
    for name in ("image", "thumbnail"):
        if name in embed:
            linked[name] = {"url": _address(embed[name]["url"], message, world)}
    return linked


ALWAYS_TOLD: dict[int, Json] = {
    Type.THUMBNAIL: {"description": None, "spoiler": False},
    Type.FILE: {"spoiler": False, "name": "", "size": 0},
    Type.SEPARATOR: {"spacing": 1, "divider": True},
    Type.CONTAINER: {"accent_color": None, "spoiler": False},
}


def _shown(component: Json, message: Message, world: World) -> Json:
    """With addresses, and what Discord adds."""
    shown = ALWAYS_TOLD.get(component["type"], {}) | component
    if "components" in shown:
        shown["components"] = [_shown(inner, message, world) for inner in shown["components"]]
    if shown.get("accessory"):
        shown["accessory"] = _shown(shown["accessory"], message, world)
    for name in ("media", "file"):
        if name in shown:
            shown[name] = _medium(shown[name], message, world)
    if "items" in shown:
        shown["items"] = [
            {"description": None, "spoiler": False}
            | item
            | {"media": _medium(item["media"], message, world)}
            for item in shown["items"]
        ]
    return shown


def _medium(medium: Json, message: Message, world: World) -> Json:
    address = _address(medium["url"], message, world)
    return {"id": message.id, "url": address, "proxy_url": address}


def _address(url: str, message: Message, world: World) -> str:
    name = url.removeprefix("attachment://")
    for attachment in message.attachments:
        if name != url and attachment.filename == name:
            return url_for(attachment, world)
    return url


def owners_of(interaction: Interaction) -> Json:
    """Who installed the app where it was used: the guild, or only the person."""
    guild = interaction.channel.guild
    if interaction.is_installed_there:
        return {"0": guild.id if guild else "0"}
    return {"1": interaction.user.id}


def interaction_payload(interaction: Interaction, world: World) -> Json:
    """As in INTERACTION_CREATE."""
    channel, guild = interaction.channel, interaction.channel.guild
    payload: Json = {
        "id": interaction.id,
        "application_id": world.application_id,
        "type": int(interaction.kind),
        "token": interaction.token,
        "version": 1,
        "data": interaction.data,
        "channel": channel_payload(channel),
        "channel_id": channel.id,
        "locale": interaction.user.locale,
        "app_permissions": str(channel.allowed),
        "attachment_size_limit": interaction.upload_limit,
        "authorizing_integration_owners": owners_of(interaction),
        "context": 0 if guild else 1 if channel.is_with_bot else 2,
        "entitlements": [],
        "entitlement_sku_ids": [],
    }
    if interaction.message:
        payload["message"] = message_payload(interaction.message, world)
    if guild and isinstance(interaction.person, Member):
        member = interaction.person
        payload |= {
            "guild": {"id": guild.id, "locale": guild.locale, "features": []},
            "guild_id": guild.id,
            "guild_locale": guild.locale,
            "member": {
                **member_payload(member),
                "user": user_payload(member.user),
                "permissions": str(member.permissions),
            },
        }
    else:
        payload["user"] = user_payload(interaction.user)
        payload["app_permissions"] = str(permissions.EVERYTHING)
    return payload

"""People and places as they go over the wire, in the form of API version 10."""

from tests.fakes.discord import permissions
from tests.fakes.discord.people import Member, Role, User
from tests.fakes.discord.places import Channel, Guild, Kind
from tests.fakes.discord.refusals import Json
from tests.fakes.discord.world import World

JOINED_AT = "2024-01-01T00:00:00+00:00"


NO_SUCH_THINGS: Json = dict.fromkeys(
    (
        "afk_channel_id", "application_id", "banner", "description", "discovery_splash",
        "home_header", "icon", "incidents_data", "max_presences", "public_updates_channel_id",
        "rules_channel_id", "safety_alerts_channel_id", "splash", "system_channel_id",
        "vanity_url_code", "widget_channel_id",
    )
)  # fmt: skip
"""What a guild may have, and ours never does."""


def user_payload(user: User) -> Json:
    return {
        "id": user.id,
        "username": user.name,
        "global_name": None if user.is_bot else user.name.title(),
        "discriminator": "0",
        "avatar": None,
        "public_flags": 0,
        "flags": 0,
        "bot": user.is_bot,
        "primary_guild": None,
    }


def member_payload(member: Member) -> Json:
    return {
        "roles": [role.id for role in member.roles],
        "nick": None,
        "avatar": None,
        "banner": None,
        "joined_at": JOINED_AT,
        "premium_since": None,
        "communication_disabled_until": None,
        "pending": False,
        "deaf": False,
        "mute": False,
        "flags": 0,
    }


def role_payload(role: Role) -> Json:
    return {
        "id": role.id,
        "name": role.name,
        "permissions": str(role.permissions),
        "position": 1,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": role.is_mentionable,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def channel_payload(channel: Channel) -> Json:
    payload: Json = {"id": channel.id, "type": int(channel.kind), "flags": 0}
    payload["last_message_id"] = channel.messages[-1].id if channel.messages else None
    if channel.recipient:
        payload["recipients"] = [user_payload(channel.recipient)]
    if channel.kind is Kind.GROUP:
        payload |= {"recipients": [], "owner_id": "0", "icon": None, "name": channel.name}
    if channel.guild and channel.parent:
        return payload | _thread(channel, channel.guild, channel.parent)
    if channel.guild:
        payload |= {
            "guild_id": channel.guild.id,
            "name": channel.name,
            "position": 0,
            "permission_overwrites": _overwrites(channel),
            "topic": None,
            "nsfw": False,
            "parent_id": channel.category.id if channel.category else None,
            "rate_limit_per_user": 0,
        }
    if channel.kind is Kind.VOICE:
        payload |= {"bitrate": 64_000, "user_limit": 0, "rtc_region": None, "video_quality_mode": 1}
    return payload


def _thread(thread: Channel, guild: Guild, parent: Channel) -> Json:
    facts: Json = {
        "guild_id": guild.id,
        "name": thread.name,
        "parent_id": parent.id,
        "owner_id": thread.world.owner.id,
        "message_count": len(thread.messages),
        "total_message_sent": len(thread.messages),
        "member_count": 1 + thread.has_bot,
        "rate_limit_per_user": 0,
        "thread_metadata": {
            "archived": False,
            "auto_archive_duration": 1440,
            "archive_timestamp": JOINED_AT,
            "create_timestamp": JOINED_AT,
            "locked": thread.is_locked,
        },
    }
    if thread.has_bot:
        facts["member"] = {
            "id": thread.id, "user_id": thread.world.bot.id, "join_timestamp": JOINED_AT, "flags": 0,
        }  # fmt: skip
    return facts


def _overwrites(channel: Channel) -> list[Json]:
    """What the bot alone may do here, where it differs from the guild."""
    allowed = channel.bot_permissions
    if allowed is None:
        return []
    denied = permissions.EVERYTHING & ~allowed
    return [{"id": channel.world.bot.id, "type": 1, "allow": str(allowed), "deny": str(denied)}]


def everyone(guild: Guild) -> Role:
    """The role of all; here it has what the bot may do, who has no other."""
    return Role(id=guild.id, name="@everyone", permissions=guild.bot_permissions)


def guild_payload(guild: Guild, world: World) -> Json:
    """As in GUILD_CREATE: with its channels, roles and the bot."""
    return NO_SUCH_THINGS | {
        "id": guild.id,
        "name": guild.name,
        "owner_id": world.owner.id,
        "premium_tier": guild.boost_tier,
        "preferred_locale": guild.locale,
        "member_count": len(guild.members) + 1,
        "roles": [role_payload(role) for role in (everyone(guild), *guild.roles.values())],
        "channels": [channel_payload(one) for one in guild.channels.values() if not one.parent],
        "members": [{"user": user_payload(world.bot), **bot_member()}],
        "emojis": [],
        "stickers": [],
        "features": [],
        "threads": [
            channel_payload(one)
            for one in guild.channels.values()
            if one.parent and (one.has_bot or one.kind is Kind.THREAD)
        ],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "joined_at": JOINED_AT,
        "large": False,
        "region": "",
        "afk_timeout": 300,
        "system_channel_flags": 0,
        "widget_enabled": False,
        "verification_level": 0,
        "default_message_notifications": 0,
        "mfa_level": 0,
        "explicit_content_filter": 0,
        "max_members": 250_000,
        "max_stage_video_channel_users": 50,
        "max_video_channel_users": 25,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "nsfw": False,
        "nsfw_level": 0,
        "unavailable": False,
    }


def bot_member() -> Json:
    """Who the bot is in any guild."""
    return {"roles": [], "joined_at": JOINED_AT, "deaf": False, "mute": False, "flags": 0}

"""Who the bot is, where it is, and whom it may write to."""

from tests.fakes.discord.place_payloads import (
    bot_member,
    channel_payload,
    everyone,
    guild_payload,
    member_payload,
    role_payload,
    user_payload,
)
from tests.fakes.discord.places import Guild
from tests.fakes.discord.refusals import (
    Json,
    invalid_recipient,
    misshapen,
    missing_access,
    unknown_guild,
    unknown_member,
    unknown_user,
)
from tests.fakes.discord.routing import Incoming, Route, route
from tests.fakes.discord.world import World

MOST = 200
"""Guilds in one answer."""


class ReadingRoutes:
    def __init__(self, world: World, gateway_url: str) -> None:
        self._world = world
        self._gateway_url = gateway_url

    def routes(self) -> list[Route]:
        return [
            route("GET /gateway/bot", self._gateway),
            route("GET /users/@me", self._me),
            route("GET /users/@me/guilds", self._guilds),
            route("POST /users/@me/channels", self._direct),
            route("GET /users/{user}", self._user),
            route("GET /applications/@me", lambda _: application_payload(self._world)),
            route("GET /oauth2/applications/@me", lambda _: application_payload(self._world)),
            route("GET /guilds/{guild}", lambda incoming: self._whole(self._guild(incoming))),
            route("GET /guilds/{guild}/channels", self._channels),
            route("GET /guilds/{guild}/roles", self._roles),
            route("GET /guilds/{guild}/members/{user}", self._member),
        ]

    def _me(self, _: Incoming) -> Json:
        own: Json = {"mfa_enabled": True, "locale": "en-GB", "verified": True, "email": None}
        return user_payload(self._world.bot) | own

    def _gateway(self, _: Incoming) -> Json:
        limit = {
            "total": 1000,
            "remaining": self._world.starts_left,
            "reset_after": 3_600_000,
            "max_concurrency": self._world.at_once,
        }
        return {
            "url": self._world.gateway_elsewhere or self._gateway_url,
            "shards": self._world.shards,
            "session_start_limit": limit,
        }

    def _guilds(self, incoming: Incoming) -> list[Json]:
        after, limit = incoming.query.get("after", "0"), int(incoming.query.get("limit", MOST))
        if not 1 <= limit <= MOST:
            raise misshapen("limit", "NUMBER_TYPE_MAX", f"int value should be at most {MOST}.")
        guilds = sorted(self._world.guilds.values(), key=lambda guild: int(guild.id))
        there = [guild for guild in guilds if guild.has_bot and int(guild.id) > int(after)]
        return [
            {
                "id": guild.id,
                "name": guild.name,
                "icon": None,
                "banner": None,
                "owner": False,
                "permissions": str(guild.bot_permissions),
                "features": [],
            }
            for guild in there[:limit]
        ]

    def _direct(self, incoming: Incoming) -> Json:
        user = self._world.users.get(str(incoming.body.fields.get("recipient_id")))
        if user is None or user.is_bot:
            raise invalid_recipient()
        return channel_payload(self._world.direct(user))

    def _user(self, incoming: Incoming) -> Json:
        user = self._world.users.get(incoming.names["user"])
        if user is None:
            raise unknown_user()
        return user_payload(user)

    def _channels(self, incoming: Incoming) -> list[Json]:
        return [channel_payload(channel) for channel in self._guild(incoming).channels.values()]

    def _roles(self, incoming: Incoming) -> list[Json]:
        guild = self._guild(incoming)
        return [role_payload(role) for role in (everyone(guild), *guild.roles.values())]

    def _member(self, incoming: Incoming) -> Json:
        guild, id_ = self._guild(incoming), incoming.names["user"]
        if id_ == self._world.bot.id:
            return bot_member() | {"user": user_payload(self._world.bot)}
        member = guild.members.get(id_)
        if member is None:
            raise unknown_member()
        return {**member_payload(member), "user": user_payload(member.user)}

    def _whole(self, guild: Guild) -> Json:
        return guild_payload(guild, self._world)

    def _guild(self, incoming: Incoming) -> Guild:
        guild = self._world.guilds.get(incoming.names["guild"])
        if guild is None:
            raise unknown_guild()
        if not guild.has_bot:
            raise missing_access()
        return guild


def application_payload(world: World) -> Json:
    return {
        "id": world.application_id,
        "name": world.bot.name,
        "icon": None,
        "description": "",
        "type": None,
        "bot": user_payload(world.bot),
        "bot_public": world.is_public,
        "bot_require_code_grant": world.needs_code_grant,
        "verify_key": "0" * 64,
        "flags": world.application_flags,
        "flags_new": str(world.application_flags),
        "owner": user_payload(world.owner),
        "redirect_uris": [],
        "interactions_endpoint_url": world.interactions_url,
        "role_connections_verification_url": None,
        "approximate_guild_count": len(world.guilds),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "eligible_oauth2_scopes": [],
        "integration_types_config": {"0": {}} | ({"1": {}} if world.is_for_people else {}),
        "tags": [],
        "rpc_origins": [],
        "summary": "",
        "team": None,
    }

"""The operator's channel: whether it is there, and lets the bot write.

What is allowed there is reckoned as Discord does it:
https://docs.discord.com/developers/topics/permissions#permission-overwrites
"""

import discord

from adapters.discord.addresses import PLATFORM
from adapters.discord.checkup.application import printable
from adapters.discord.checkup.questions import Json, NoAnswer, Questions
from adapters.discord.checkup.servers import named
from bot.checkup.findings import Finding, ok, wrong
from bot.settings import Settings
from bot.words import Words

__all__ = ["allowed_in", "channel_finding"]

THREADS = {10, 11, 12}
DIRECT = {1, 3}
WITH_MESSAGES = {0, 2, 5, 13} | THREADS | DIRECT
"""Kinds of channels that take plain messages: text, voice, announcements, stages."""

HIDDEN = {403, 404}


async def channel_finding(
    ask: Questions, bot: str, settings: Settings, words: Words
) -> Finding | None:
    """What is found; None if alarms don't go to Discord. Raises NoAnswer, Unlike."""
    platform, _, id_ = (settings.busker_operator_channel or "").partition(":")
    if platform != PLATFORM:
        return None
    try:
        channel = await ask.one(f"/channels/{id_}")
    except NoAnswer as refused:
        if refused.status not in HIDDEN:
            raise
        said = words.say("doctor-discord-channel-hidden", channel=id_)
        return wrong(said, words.say("doctor-discord-channel-find"))
    if channel["type"] in DIRECT:
        return ok(words.say("doctor-discord-channel-direct"))
    return await _on_a_server(ask, bot, channel, words)


async def _on_a_server(ask: Questions, bot: str, channel: Json, words: Words) -> Finding:
    guild = await ask.one(f"/guilds/{channel['guild_id']}")
    facts = {"channel": printable(channel["name"]), "server": printable(guild["name"])}
    if channel["type"] not in WITH_MESSAGES:
        said = words.say("doctor-discord-channel-kind", **facts)
        return wrong(said, words.say("doctor-discord-channel-pick"))
    member = await ask.one(f"/guilds/{guild['id']}/members/{bot}")
    is_thread = channel["type"] in THREADS
    rules = await ask.one(f"/channels/{channel['parent_id']}") if is_thread else channel
    allowed = allowed_in(rules, guild, member, bot)
    send = "send_messages_in_threads" if is_thread else "send_messages"
    lacking = [name for name in ("view_channel", send, "embed_links") if not getattr(allowed, name)]
    if lacking:
        said = words.say(
            "doctor-discord-channel-closed", **facts, permissions=named(lacking, words)
        )
        return wrong(said, words.say("doctor-discord-channel-open"))
    return ok(words.say("doctor-discord-channel", **facts))


def allowed_in(channel: Json, guild: Json, member: Json, user: str) -> discord.Permissions:
    """What a member may do in a channel: their roles on the server, then the channel's own word on them."""
    roles = {str(guild["id"]), *member["roles"]}
    allowed = 0
    for role in guild["roles"]:
        if role["id"] in roles:
            allowed |= int(role["permissions"])
    if guild["owner_id"] == user or discord.Permissions(allowed).administrator:
        return discord.Permissions.all()
    whose = {each["id"]: each for each in channel.get("permission_overwrites", [])}
    for ids in ({str(guild["id"])}, {*member["roles"]}, {user}):
        word = [whose[each] for each in ids if each in whose]
        for each in word:
            allowed &= ~int(each["deny"])
        for each in word:
            allowed |= int(each["allow"])
    return discord.Permissions(allowed)

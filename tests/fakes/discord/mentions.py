"""Who a message pings, by its text and by what the sender allowed."""

import re

from tests.fakes.discord import permissions
from tests.fakes.discord.components import texts_of
from tests.fakes.discord.message import Message, Pings
from tests.fakes.discord.refusals import Json, misshapen


def pings_of(message: Message, allowed: Json | None) -> Pings:
    """Without `allowed_mentions` everything is parsed, and a reply pings whom it answers.

    https://discord.com/developers/docs/resources/message#allowed-mentions-object
    """
    text = "\n".join([message.content, *texts_of(message.components)])
    users = set(re.findall(r"<@!?(\d+)>", text))
    roles = set(re.findall(r"<@&(\d+)>", text))
    everyone = bool(re.search("@everyone|@here", text)) and _may_call_everyone(message)
    if allowed is not None:
        parse = allowed.get("parse") or []
        users &= users if "users" in parse else {str(one) for one in allowed.get("users") or []}
        roles &= roles if "roles" in parse else {str(one) for one in allowed.get("roles") or []}
        everyone = everyone and "everyone" in parse
    if message.reply_to and (allowed is None or allowed.get("replied_user")):
        users.add(message.reply_to.author.id)
    return Pings(
        users=frozenset(users),
        roles=frozenset(role for role in roles if _may_call(role, message)),
        everyone=everyone,
    )


def check_allowed(allowed: Json | None) -> None:
    """Either all of a kind are parsed, or some are listed."""
    for kind in ("users", "roles"):
        if allowed and kind in (allowed.get("parse") or []) and allowed.get(kind):
            raise misshapen(
                "allowed_mentions",
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                f"parse:[{kind!r}] and {kind}: [ids...] are mutually exclusive.",
            )


def _may_call_everyone(message: Message) -> bool:
    return bool(message.channel.allowed & permissions.MENTION_EVERYONE)


def _may_call(role: str, message: Message) -> bool:
    guild = message.channel.guild
    known = guild.roles.get(role) if guild else None
    return bool(known and (known.is_mentionable or _may_call_everyone(message)))

"""What the bot may do in a channel, reckoned from what Discord says, against the library's own reckoning."""

import re
from pathlib import Path
from typing import Any

import discord
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord.checkup.channel import allowed_in
from adapters.discord.invitation import NEEDED, invitation, missing, needed
from bot.words import words_for
from tests.fakes.discord import permissions
from tests.fakes.discord.place_payloads import NO_SUCH_THINGS

ROOT = Path(__file__).parents[3]
GUILD, BOT, OWNER = "1", "2", "3"
ROLES = ("11", "12", "13")
ADMINISTRATOR = 1 << 3

some_bits = st.sampled_from(
    [permissions.VIEW_CHANNEL, permissions.SEND_MESSAGES, permissions.EMBED_LINKS, ADMINISTRATOR]
)
bits = st.lists(some_bits, max_size=3).map(lambda found: sum(set(found)))


def role(id_: str, allowed: int) -> dict[str, Any]:
    return {"id": id_, "name": id_, "permissions": str(allowed), "position": 1, "color": 0} | {
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        **dict.fromkeys(("hoist", "managed", "mentionable"), False),
    }


@st.composite
def overwrites(draw: st.DrawFn) -> list[dict[str, Any]]:
    whose = draw(st.lists(st.sampled_from([GUILD, BOT, *ROLES]), unique=True))
    return [
        {
            "id": id_,
            "type": 1 if id_ == BOT else 0,
            "allow": str((allow := draw(bits)) & ~ADMINISTRATOR),
            "deny": str(draw(bits) & ~allow & ~ADMINISTRATOR),
        }
        for id_ in whose
    ]


@given(
    roles=st.tuples(bits, bits, bits, bits),
    own=st.sets(st.sampled_from(ROLES)),
    rules=overwrites(),
    owner=st.sampled_from([OWNER, BOT]),
)
def test_a_channels_word_counts_as_the_library_counts_it(
    roles: tuple[int, ...], own: set[str], rules: list[dict[str, Any]], owner: str
) -> None:
    guild = NO_SUCH_THINGS | {
        "id": GUILD,
        "name": "Garden",
        "owner_id": owner,
        "roles": [role(*each) for each in zip((GUILD, *ROLES), roles, strict=True)],
    }
    member = {"user": {"id": BOT, "username": "busker", "discriminator": "0", "avatar": None}} | {
        "roles": [*own],
        "joined_at": None,
        "flags": 0,
    }
    channel = {
        "id": "5",
        "type": 0,
        "name": "alarms",
        "position": 0,
        "permission_overwrites": rules,
    }
    state = discord.Client(intents=discord.Intents.none())._connection
    theirs = discord.Guild(data=guild, state=state)  # type: ignore[arg-type]  # as it goes over the wire
    by_library = discord.TextChannel(
        state=state,
        guild=theirs,
        data=channel,  # type: ignore[arg-type]  # the same
    ).permissions_for(discord.Member(data=member, guild=theirs, state=state))  # type: ignore[arg-type]  # the same
    ours = allowed_in(channel, guild, member, BOT)
    may_send = ours.view_channel and ours.send_messages  # the library takes along what goes with it
    assert ours.view_channel == by_library.view_channel
    assert may_send == by_library.send_messages
    assert (may_send and ours.embed_links) == by_library.embed_links


def test_what_is_needed_is_what_the_invitation_asks_for() -> None:
    assert needed().value == permissions.BOT
    assert f"permissions={permissions.BOT}&" in invitation("1")
    assert missing(discord.Permissions(permissions.BOT)) == ()
    assert missing(discord.Permissions(ADMINISTRATOR)) == ()
    assert missing(discord.Permissions.none()) == NEEDED


def test_the_documents_tell_each_permission_and_the_same_number() -> None:
    document = (ROOT / "docs" / "discord.md").read_text("utf-8")
    _, _, table = document.partition("| permission | for |")
    told = re.findall(r"^\| ([A-Z][A-Za-z ]+) \|", table.partition("\n\n")[0], re.MULTILINE)
    words = words_for("en")
    assert told == [words.say(f"permission-{name.replace('_', '-')}") for name in NEEDED]
    assert set(re.findall(r"permissions=(\d+)", document)) == {str(needed().value)}

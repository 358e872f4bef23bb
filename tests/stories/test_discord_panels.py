"""Private answers on Discord as layouts, and moments as Discord's own timestamps."""

import re
from datetime import UTC, datetime, timedelta

from tests.fakes.discord import Message
from tests.fakes.discord.components import Type, numbered, walk
from tests.fakes.discord.message import EPHEMERAL
from tests.fakes.discord.permissions import ADMIN
from tests.stories.test_discord import Evening, evening

__all__ = ["evening"]

RELATIVE = re.compile(r"<t:(\d+):R>")


def kinds(message: Message) -> list[Type]:
    return [Type(component["type"]) for _, component in walk(message.components)]


async def test_a_song_stands_beside_its_button(evening: Evening) -> None:
    await evening.start()
    await evening.song("# rain, 8 s")
    asked = await evening.discord.slash(evening.ana, evening.channel, "library")
    library = await asked.shown()
    assert (library.is_ephemeral, library.has_components_v2, library.embeds) == (True, True, [])
    assert kinds(library)[:5] == [
        Type.CONTAINER,
        Type.TEXT,
        Type.SECTION,
        Type.TEXT,
        Type.BUTTON,
    ]
    assert library.text.startswith("### Your songs\n1\\. ")
    assert library.buttons == ["Open", "Export my data", "Delete my data"]


async def test_a_private_card_from_before_layouts_becomes_one(evening: Evening) -> None:
    await evening.start()
    button = {"type": 2, "style": 2, "label": "Back", "custom_id": "v1:library:0a"}
    old = Message(
        id="7",
        channel=evening.channel,
        author=evening.discord.bot,
        created_at=evening.discord.clock.now(),
        embeds=[{"type": "rich", "title": "One song"}],
        components=numbered([{"type": 1, "components": [button]}]),
        flags=EPHEMERAL,
        shown_to=evening.ana.user,
    )
    evening.channel.messages.append(old)
    await evening.discord.press(evening.ana, old, "Back")
    await old.until_says("There is no finished song of yours yet")
    assert (old.embeds, old.has_components_v2) == ([], True)


async def test_a_long_review_is_whole_in_a_file_and_goes_when_it_is_cancelled(
    evening: Evening,
) -> None:
    await evening.start()
    prompt, lyrics = "p" * 1024, "la_la " * 499
    asked = await evening.discord.slash(
        evening.ana, evening.channel, "song", prompt=prompt, lyrics=lyrics, review=True
    )
    review = await asked.shown()
    assert "It is too long to be shown here; all of it is in the file." in review.text
    assert review.buttons == ["Go", "Edit", "Cancel"]
    whole = review.files["text.txt"].decode()
    assert prompt in whole
    assert lyrics.strip() in whole
    await evening.discord.press(evening.ana, review, "Cancel")
    await review.until_says("Nothing was asked for.")
    assert review.filenames == []


async def test_a_reset_is_shown_as_discord_shows_moments(evening: Evening) -> None:
    await evening.start(BUSKER_DEFAULT_QUOTA="0/day")
    asked = await evening.discord.slash(evening.ana, evening.channel, "quota")
    quota = await asked.shown()
    [first, *_] = RELATIVE.findall(quota.text)
    reset = datetime.fromtimestamp(int(first), UTC)
    assert f"Starts anew <t:{first}:R>" in quota.text
    assert (reset.hour, reset.minute, reset.second) == (0, 0, 0)
    assert timedelta(0) < reset - datetime.now(UTC) <= timedelta(days=1)


async def test_usage_is_shown_with_its_file(evening: Evening) -> None:
    await evening.start()
    admin = evening.guild.member("cleo", allowed=ADMIN)
    asked = await evening.discord.slash(admin, evening.channel, "busker-admin usage", csv=True)
    usage = await asked.shown()
    [name] = usage.filenames
    assert name.endswith(".csv")
    assert Type.FILE in kinds(usage)
    assert usage.dead_pictures == []
    assert usage.listed == []

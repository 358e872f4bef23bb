"""What people write formats nothing on Discord, and moments are shown in Discord's own form."""

from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from adapters.discord.drawing.escaping import fitted, plain
from bot.moments import Shown, written
from tests.fakes.discord.markdown import seen

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)

TRICKS = [
    "# heading", "### heading", "-# small", "> quote", ">>> quotes", "- item", "* item", "1. item",
    "**bold**", "__line__", "_slant_", "~~gone~~", "||hidden||", "`code`", "```\ncode\n```", "\\",
    "[label](https://bad.example)", "[la](bel](https://bad.example)", "](", "[", "(", ")",
    "https://a.example/_b_", "https://a.example](https://bad.example)", "<https://a.example>",
    "<t:1732200000:R>", "</song:12>", "<:x:1>", "<a:x:1>", "<id:browse>", "\n", "  ", "a", "1", ".",
]  # fmt: skip

texts = st.lists(st.sampled_from(TRICKS) | st.text(max_size=3), max_size=8).map("".join)


@given(text=texts)
@example(text="a\n  # b")
@example(text="x\\*y*")
@example(text="https://a.example.<t:1732200000:R>")
def test_nothing_that_people_write_formats(text: str) -> None:
    shown = seen(plain(text))
    assert shown.formats == []


@given(text=texts.filter(lambda text: "https" not in text and text.isprintable()))
def test_all_that_people_write_can_be_read(text: str) -> None:
    assert seen(plain(text)).text == text


@given(text=texts, most=st.integers(1, 60))
def test_what_is_cut_has_room_and_formats_nothing(text: str, most: int) -> None:
    cut = fitted(text, most)
    assert len(cut) <= most
    assert seen(cut).formats == []
    assert cut == plain(text) or cut.endswith("…")


@pytest.mark.parametrize("name", ["<@12>", "<@!12>", "<@&12>", "<#12>"])
def test_people_roles_and_channels_are_shown_by_name(name: str) -> None:
    assert plain(f"*{name}*") == f"\\*{name}\\*"


def test_a_moment_is_shown_as_discord_shows_it() -> None:
    seconds = int(NOON.timestamp())
    soon, far, date = (written(NOON, shown, "then_") for shown in Shown)
    assert plain(f"_ {soon}") == f"\\_ <t:{seconds}:R>"
    assert plain(far) == f"<t:{seconds}:R> (<t:{seconds}:f>)"
    assert plain(f"until {date}.") == f"until <t:{seconds}:f>."
    assert fitted(soon * 3, 20) == "then\\_then\\_then\\_…"

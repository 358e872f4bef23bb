"""Cards become blocks that Slack takes, whatever stands in them, and that call nobody."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.blocks import blocks_for, fallback_for
from adapters.slack.plain import cleaned, cut
from bot.models import Button, Card, Tone
from bot.moments import Shown, written
from tests.fakes.slack.block_rules import MESSAGE_BLOCKS, check_blocks
from tests.fakes.slack.blocks import buttons_of, texts_of
from tests.fakes.slack.mentions import Pings, pings_of
from tests.fakes.slack.refusals import Json

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)

TRICKS = [
    "<!channel>", "<!here|here>", "<!everyone>", "<@U0123ABCD>", "<@W0123|ana>", "<#C0123ABCD>",
    "<!subteam^S0123|all>", "<https://bad.example|here>", "https://a.example/_b_?c=1&d", "&lt;!here&gt;",
    "*bold*", "_slant_", "~gone~", "`code`", "```\nblock\n```", "> quote", ":wave:", "<!date^1^{date}|x>",
    "\n", "  ", "&", "<", ">", "|", "\x02s1732200000\x1fthen\x03", "\x00", "\ud800", "🎶", "x" * 4000,
    written(NOON, Shown.SOON, "in 3 h"),
]  # fmt: skip

texts = st.lists(st.sampled_from(TRICKS) | st.text(max_size=4), max_size=6).map("".join)
buttons = st.builds(
    Button,
    action=st.sampled_from(["again", "extend"]),
    subject=st.text(max_size=60),
    label=texts,
    is_danger=st.booleans(),
    row=st.integers(0, 4),
    line=st.none() | st.integers(-1, 60),
    line_label=texts,
)
cards = st.builds(
    Card,
    tone=st.sampled_from(Tone),
    title=texts,
    lines=st.lists(texts, max_size=60).map(tuple),
    percent=st.none() | st.integers(0, 100),
    buttons=st.lists(buttons, max_size=25).map(tuple),
    footer=st.none() | texts,
)
covers = st.none() | st.just("F0COVER0001")


def nothing_to_check(*_: object) -> None:
    """A picture's file is another's affair."""


def checked(card: Card, **more: Any) -> list[Json]:  # noqa: ANN401  # as `blocks_for` has it
    return check_blocks(blocks_for(card, **more), MESSAGE_BLOCKS, nothing_to_check)


def objects_in(part: object) -> Iterator[Json]:
    if isinstance(part, dict):
        yield part
    for one in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from objects_in(one)


def a_card(**more: Any) -> Card:  # noqa: ANN401  # whatever the test names
    return Card(tone=Tone.WORKING, **({"title": "Rain"} | more))


@given(card=cards, cover=covers, names=st.booleans())
def test_any_card_becomes_blocks_that_slack_takes(
    card: Card, cover: str | None, names: bool
) -> None:
    blocks = checked(card, cover=cover, names=names)
    assert blocks[0]["type"] in ({"header", "rich_text"} if names else {"header"})
    assert not [one for one in objects_in(blocks) if one.get("type") in {"mrkdwn", "markdown"}]


@given(card=cards, cover=covers)
def test_whatever_people_write_calls_nobody(card: Card, cover: str | None) -> None:
    blocks, fallback = checked(card, cover=cover), fallback_for(card)
    assert pings_of(fallback, blocks) == Pings()
    assert not {one.get("type") for one in objects_in(blocks)} & {"broadcast", "usergroup", "user"}
    assert not set("<>") & set(fallback)
    assert len(fallback) <= 2000 * len("&amp;")


@given(card=cards)
def test_every_button_stands_there_once(card: Card) -> None:
    wanted = {(each.action, each.subject, each.row) for each in card.buttons if each.line is None}
    shown = [button["action_id"] for _, _, button in buttons_of(checked(card))]
    assert len(shown) >= len({one[:2] for one in wanted})


@given(text=texts, most=st.integers(1, 60))
def test_what_is_cut_has_room_as_slack_counts(text: str, most: int) -> None:
    shown = cut(cleaned(text), most)
    assert len(shown.encode("utf-16-le")) <= 2 * most
    assert shown == cleaned(text) or shown.endswith("…")


def test_a_card_is_read_from_top_to_bottom() -> None:
    card = a_card(
        lines=("Played by *the* band", "", "Composing"),
        percent=50,
        buttons=(Button(action="cancel", subject="rain", label="Cancel"),),
        footer="3 of 5 songs left today",
    )
    head, said, bar, foot, rows = checked(card)
    assert [*texts_of([head, said, bar, foot])] == [
        "🎶 Rain",
        "Played by *the* band\n\nComposing",
        "▰▰▰▰▰▰▱▱▱▱▱▱ 50 %",
        "3 of 5 songs left today",
    ]
    assert rows["elements"][0]["action_id"] == "v1:cancel:rain"
    assert fallback_for(card) == "🎶 Rain\nPlayed by *the* band\nComposing"


def test_a_cover_stands_beside_what_needs_no_links() -> None:
    card = a_card(lines=("Both takes", "2:01", "Too large: https://a.example/rain.mp3."))
    _, beside, link = checked(card, cover="F0COVER0001")
    assert beside["text"]["text"] == "Both takes\n2:01"
    assert beside["accessory"]["slack_file"] == {"id": "F0COVER0001"}
    parts = link["elements"][0]["elements"]
    assert parts[1:] == [
        {"type": "link", "url": "https://a.example/rain.mp3"},
        {"type": "text", "text": "."},
    ]


def test_a_cover_stands_alone_where_there_is_nothing_beside_it() -> None:
    _, picture = checked(a_card(), cover="F0COVER0001")
    assert (picture["type"], picture["alt_text"]) == ("image", "Rain")


def test_a_button_stands_beside_its_line() -> None:
    pick = Button(action="pick", subject="a", label="1 Rain", line=0, line_label="Open")
    _, first, second = checked(a_card(lines=("1 Rain", "2 Snow"), buttons=(pick,)))
    assert first["accessory"]["text"]["text"] == "Open"
    assert [*texts_of([first, second])] == ["1 Rain", "2 Snow"]


def test_a_moment_is_shown_in_the_readers_own_zone() -> None:
    line = f"Resets {written(NOON, Shown.SOON, 'in 3 h')}."
    card = a_card(lines=(line,), footer=line)
    _, said, foot = checked(card)
    _, date, _ = said["elements"][0]["elements"]
    assert date == {
        "type": "date",
        "timestamp": int(NOON.timestamp()),
        "format": "{date_short_pretty} {time}",
        "fallback": "in 3 h",
    }
    assert foot["elements"][0]["text"] == "Resets in 3 h."
    assert "in 3 h" in fallback_for(card)


def test_names_are_shown_only_where_nobody_is_called_by_them() -> None:
    card = a_card(lines=("<@U0123ABCD> in <#C0123ABCD>",))
    _, told = checked(card, names=True)
    kinds = [part["type"] for part in told["elements"][0]["elements"]]
    assert kinds == ["user", "text", "channel"]
    _, shown = checked(card)
    assert shown["elements"][0]["elements"] == [{"type": "text", "text": card.lines[0]}]


def test_who_is_named_in_the_title_of_a_private_card_is_named_there_too() -> None:
    card = Card(tone=Tone.GOOD, title="The songs of <@U0123ABCD>", lines=("<!here> & more",))
    blocks = checked(card, names=True)
    assert {"type": "user", "user_id": "U0123ABCD", "style": {"bold": True}} in (
        blocks[0]["elements"][0]["elements"]
    )
    assert fallback_for(card, names=True).endswith("<@U0123ABCD>\n&lt;!here&gt; &amp; more")
    assert "<@" not in fallback_for(card)
    assert blocks_for(card)[0]["type"] == "header"

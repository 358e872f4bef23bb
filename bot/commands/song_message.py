"""*Make a song from this message*, from the menu of a message: the form of `/song`, filled in with it."""

import re
from collections.abc import Iterator

from bot.commands.catalogue import Answer, Desk, Option, OptionKind, Spec
from bot.commands.options import LYRICS, PROMPT, checked_options
from bot.commands.song import form_for_song
from bot.models import Command

__all__ = ["SONG_MESSAGE"]

LONGEST_MESSAGE = 40_000
"""Characters: Slack's limit, and Discord's is far below."""

FEWEST_LINES = 4
LONGEST_LINE = 60
"""So many lines, most of them no longer than that, are taken for words to sing."""

SECTION = re.compile(r"^\[[^\]\n]{1,30}\]$", re.MULTILINE)
"""How lyrics name their parts: [Verse], [Chorus 2]."""


async def song_message(command: Command, desk: Desk) -> Answer:
    """The form; a message without words, such as a picture, leaves it empty."""
    given = checked_options(command, SONG_MESSAGE)
    text = given.get("text", "")
    option = LYRICS if _is_sung(text) else PROMPT
    filled = {option.name: "\n".join(_cut(text, option.most_characters))}
    if "audio-url" in given:
        filled["reference-url"] = given["audio-url"]
    return await form_for_song(command, filled, desk)


def _is_sung(text: str) -> bool:
    """Whether it looks like lyrics: short lines, or parts that are named."""
    lines = [line for line in text.splitlines() if line.strip()]
    short = [line for line in lines if len(line) <= LONGEST_LINE]
    return len(lines) >= FEWEST_LINES and (
        len(short) * 4 >= len(lines) * 3 or bool(SECTION.search(text))
    )


def _cut(text: str, most: int) -> Iterator[str]:
    """As much of it as there is room for, in whole lines, or of the first line in whole words."""
    room = most
    for number, line in enumerate(text.splitlines()):
        if _length(line) > room:
            if number == 0:
                yield _cut_line(line, room)
            return
        yield line
        room -= _length(line) + 1


def _cut_line(line: str, most: int) -> str:
    fitting = line.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")
    whole, _, rest = fitting.rpartition(" ")
    return whole if whole and len(rest) < LONGEST_LINE else fitting


def _length(text: str) -> int:
    """As every platform counts at most: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


SONG_MESSAGE = Spec(
    name="menu-song",
    options=(
        Option(name="text", kind=OptionKind.HIDDEN, most_characters=LONGEST_MESSAGE),
        Option(name="audio-url", kind=OptionKind.HIDDEN, most_characters=2000),
    ),
    answer=song_message,
)

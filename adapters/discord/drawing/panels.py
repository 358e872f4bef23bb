"""Private answers in Discord's layouts: a frame in the tone's colour, and lines with buttons of their own.

Source for every limit: https://docs.discord.com/developers/components/reference
"""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import groupby
from typing import Any

import discord

from adapters.discord.drawing.embeds import COLOURS, button_for
from adapters.discord.drawing.escaping import fitted, in_a_line, plain
from adapters.discord.drawing.files import safe
from adapters.discord.drawing.unkept import Unkept
from bot.models import Attachment, Button, Card, Told
from bot.moments import worded
from bot.words import Words

__all__ = ["Panel"]

MOST_TITLE = 256
MOST_FOOTER = 300
MOST_TEXT = 4000
"""Characters of all texts of one message."""

MOST_COMPONENTS = 40
"""Each counts, whatever it stands in."""

Item = discord.ui.Item[Any]
Text = discord.ui.TextDisplay[Any]


class Panel(Unkept, discord.ui.LayoutView):
    """One private answer. Its files have to go along; the text has one too when it is too long.

    A message that is a panel stays one: what takes its place has to be a panel, too.
    """

    def __init__(self, told: Told, words: Words) -> None:
        super().__init__(timeout=None)
        card = told.card
        head = Text(f"### {fitted(in_a_line(card.title), MOST_TITLE)}")
        foot = [Text(f"-# {fitted(in_a_line(card.footer), MOST_FOOTER)}")] if card.footer else []
        room = MOST_TEXT - sum(len(each.content) for each in (head, *foot))
        self._kept = told.files
        whole = "\n".join(card.lines)
        if len(plain(whole)) > room:
            self._kept += (_in_full(card),)
            note = f"\n{words.say('panel-in-file')}"
            body: list[Item] = [Text(fitted(whole, room - len(note)) + note)]
            below: Sequence[Button] = card.buttons
        else:
            body, below = _body(card, MOST_COMPONENTS - 3 - len(self._kept))
        files = [discord.ui.File[Any](f"attachment://{safe(each.filename)}") for each in self._kept]
        inside = (head, *body, *files, *foot, *_rows(below))
        self.add_item(discord.ui.Container[Any](*inside, accent_colour=COLOURS[card.tone]))

    @property
    def files(self) -> list[discord.File]:
        """Built anew for each attempt: one that was sent is closed."""
        return [discord.File(BytesIO(each.content), safe(each.filename)) for each in self._kept]


def _body(card: Card, room: int) -> tuple[list[Item], Sequence[Button]]:
    """Lines with the buttons that belong to them, if `room` components are enough, and all other buttons."""
    own: dict[int, Button] = {}
    for button in card.buttons:
        if button.line is not None and plain(card.lines[button.line]).strip():
            own.setdefault(button.line, button)
    others = [each for each in card.buttons if each not in own.values()]
    # beside a line: text, button and what holds them; texts around; others, and what holds these
    if 3 * len(own) + len(own) + 1 + 2 * len(others) > room:
        own, others = {}, list(card.buttons)
    return list(_lines(card.lines, own)), others


def _lines(lines: Sequence[str], own: Mapping[int, Button]) -> Iterator[Item]:
    numbered = groupby(enumerate(lines), key=lambda each: each[0] if each[0] in own else None)
    for number, run in numbered:
        text = plain("\n".join(line for _, line in run))
        if number is not None:
            button = own[number]
            accessory = button_for(button, button.line_label or button.label)
            yield discord.ui.Section[Any](Text(text), accessory=accessory)
        elif text.strip():
            yield Text(text)


def _rows(buttons: Sequence[Button]) -> Iterator[discord.ui.ActionRow[Any]]:
    for _, row in groupby(sorted(buttons, key=lambda each: each.row), key=lambda each: each.row):
        yield discord.ui.ActionRow(*(button_for(each, each.label) for each in row))


def _in_full(card: Card) -> Attachment:
    text = "\n".join(worded(line) for line in (card.title, "", *card.lines))
    return Attachment(filename="text.txt", content=text.encode())

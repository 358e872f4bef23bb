"""Cards as embeds and buttons.

Source for every limit: https://docs.discord.com/developers/resources/message#embed-object
"""

from collections.abc import Sequence
from typing import Any

import discord

from adapters.discord.addresses import custom_id_for
from adapters.discord.drawing.escaping import fitted, in_a_line
from adapters.discord.drawing.unkept import Unkept
from bot.models import Button, Card, Tone
from bot.moments import worded
from bot.phrases import shortened

__all__ = ["COLOURS", "COVER", "NOBODY", "Buttons", "button_for", "embed_for"]

NOBODY = discord.AllowedMentions.none()
"""Who is notified of a card. It goes with every message and edit: the library leaves it out of some."""

COVER = "cover.jpg"
"""The name of the attached picture that an embed shows."""

COLOURS = {
    Tone.WAITING: 0x3B82F6,
    Tone.WORKING: 0xF59E0B,
    Tone.GOOD: 0x22C55E,
    Tone.BAD: 0xEF4444,
    Tone.QUIET: 0x6B7280,
}

MOST_TITLE = 256
MOST_LINES = 4000
"""Of the 4,096 characters of a description, so that a bar has room below."""
MOST_LABEL = 80
BAR_CELLS = 12


def embed_for(card: Card) -> discord.Embed:
    """The card, with its text as it is meant: what people wrote formats nothing."""
    lines = [fitted("\n".join(card.lines), MOST_LINES)]
    if card.percent is not None:
        lines.append(_bar(card.percent))
    embed = discord.Embed(
        title=fitted(in_a_line(card.title), MOST_TITLE),
        description="\n".join(filter(None, lines)),
        colour=COLOURS[card.tone],
    )
    if card.cover is not None:
        embed.set_thumbnail(url=f"attachment://{COVER}")
    if card.footer:
        embed.set_footer(text=worded(card.footer))
    return embed


class Buttons(Unkept, discord.ui.View):
    """Buttons that only tell their ids."""

    def __init__(self, buttons: Sequence[Button]) -> None:
        super().__init__(timeout=None)
        for button in buttons:
            item = button_for(button, button.label)
            item.row = button.row
            self.add_item(item)


def button_for(button: Button, label: str) -> discord.ui.Button[Any]:
    """One button; where it stands is somebody else's affair."""
    return discord.ui.Button(
        label=shortened(worded(label), MOST_LABEL),
        custom_id=custom_id_for(button),
        style=discord.ButtonStyle.danger if button.is_danger else discord.ButtonStyle.secondary,
    )


def _bar(percent: int) -> str:
    full = round(percent / 100 * BAR_CELLS)
    return f"{'▰' * full}{'▱' * (BAR_CELLS - full)} {percent} %"

"""Cards as embeds and buttons.

Source for every limit: https://docs.discord.com/developers/resources/message#embed-object
"""

import re
from collections.abc import Sequence
from typing import Any

import discord

from adapters.discord.addresses import custom_id_for
from bot.models import Button, Card, Tone

__all__ = ["COVER", "NOBODY", "Buttons", "embed_for", "plain"]

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
MOST_DESCRIPTION = 4096
MOST_LABEL = 80
BAR_CELLS = 12

MENTION = re.compile(r"<(?:@[&!]?|#)\d+>")
"""Our own naming of people, roles and channels; nobody is notified, since no mention is allowed."""


def embed_for(card: Card) -> discord.Embed:
    """The card, with its text as it is meant: what people wrote formats nothing."""
    lines = [plain(line) for line in card.lines]
    if card.percent is not None:
        lines.append(_bar(card.percent))
    embed = discord.Embed(
        title=_shortened(plain(card.title), MOST_TITLE),
        description=_shortened("\n".join(lines), MOST_DESCRIPTION),
        colour=COLOURS[card.tone],
    )
    if card.cover is not None:
        embed.set_thumbnail(url=f"attachment://{COVER}")
    if card.footer:
        embed.set_footer(text=card.footer)
    return embed


def plain(text: str) -> str:
    """Without what Discord would format; names of people, roles and channels stay as they are."""
    parts = MENTION.split(text)
    kept = [*MENTION.findall(text), ""]
    escaped = [discord.utils.escape_markdown(part).replace("](", "]\\(") for part in parts]
    return "".join(text for pair in zip(escaped, kept, strict=True) for text in pair)


class Buttons(discord.ui.View):
    """Buttons that only tell their ids: the library keeps nothing of them, so none of them can die."""

    def __init__(self, buttons: Sequence[Button]) -> None:
        super().__init__(timeout=None)
        for button in buttons:
            style = (
                discord.ButtonStyle.danger if button.is_danger else discord.ButtonStyle.secondary
            )
            item: discord.ui.Button[Any] = discord.ui.Button(
                label=_shortened(button.label, MOST_LABEL),
                custom_id=custom_id_for(button),
                style=style,
                row=button.row,
            )
            self.add_item(item)

    def is_dispatchable(self) -> bool:
        """Presses come through the gateway's own event, not through the library's store of views."""
        return False


def _bar(percent: int) -> str:
    full = round(percent / 100 * BAR_CELLS)
    return f"{'▰' * full}{'▱' * (BAR_CELLS - full)} {percent} %"


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"

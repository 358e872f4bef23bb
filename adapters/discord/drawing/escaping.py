"""Text as it is meant: what people wrote formats nothing, and moments are shown as Discord shows them.

Sources: https://docs.discord.com/developers/reference#message-formatting and
https://support.discord.com/hc/articles/210298617 (headings, lists, quotes and links are of the latter).
"""

import re

from bot.moments import Moment, Shown, told, worded

__all__ = ["fitted", "in_a_line", "plain"]

FORMATS = re.compile(
    r"""
      (?P<named><(?:@[&!]?|\#)\d+>)
    | (?P<address>https?://[^\s<]+[^<.,:;"'\]\s])(?P<gap>[.,:;"'\]]*(?=<))?
    | ^(?P<indent>[^\S\n]*)(?P<heads>[#>+-])
    | ^(?P<before>[^\S\n]*\d+)(?P<counts>\.)
    | (?P<marks>[\\*_~`|<] | (?<=\])\()
    """,
    re.MULTILINE | re.VERBOSE,
)
"""Our own naming of people, roles and channels stays, since no mention is allowed and so nobody is notified.

So do addresses, in which Discord formats nothing either. All else that could format is told literally:
at the beginning of a line headings, quotes and lists; anywhere emphasis, code, spoilers, masked links,
and whatever stands in angle brackets, such as commands, emoji and moments that somebody typed.
"""

UNWANTED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def plain(text: str) -> str:
    """Without what Discord would format, but with moments in its own form."""
    return told(text, _moment, _escaped)


def fitted(text: str, most: int) -> str:
    """The same in at most so many characters; where something is missing, it says so."""
    shown = plain(text)
    if len(shown) <= most:
        return shown
    kept = worded(text)[:most]
    while (excess := len(shown := f"{_escaped(kept)}…") - most) > 0:
        kept = kept[: -max(1, excess // 2)]
    return shown


def in_a_line(text: str) -> str:
    """For headings and footers, which end with their line."""
    return " ".join(text.split())


def _escaped(text: str) -> str:
    return FORMATS.sub(_literal, UNWANTED.sub("", text))


def _literal(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "named":
            return found[0]
        case "address":
            return found[0].replace("](", "]\\(")
        case "gap":  # else the address would swallow the backslash that comes next
            return found[0].replace("](", "]\\(") + " "
        case "heads":
            return rf"{found['indent']}\{found['heads']}"
        case "counts":
            return rf"{found['before']}\{found['counts']}"
        case _:
            return rf"\{found[0]}"


def _moment(moment: Moment) -> str:
    """In the reader's own language and zone; a far one by its date, too."""
    seconds = moment.seconds
    match moment.shown:
        case Shown.SOON:
            return f"<t:{seconds}:R>"
        case Shown.FAR:
            return f"<t:{seconds}:R> (<t:{seconds}:f>)"
        case Shown.DATE:
            return f"<t:{seconds}:f>"

"""What a client of Discord's makes of a text: marks and names that it reads, and what is left to be seen.

After https://docs.discord.com/developers/reference#message-formatting, and for the rest the rules that
Discord's client takes from simple-markdown; strict: a mark counts though nothing closes it.
"""

import re
from dataclasses import dataclass

RULES = [
    ("escape", re.compile(r"\\([^0-9A-Za-z\s])")),
    ("address", re.compile(r"https?://[^\s<]+[^<.,:;\"'\]\s]")),
    ("angled", re.compile(r"<(?:t:-?\d+(?::\w)?|@[!&]?\d+|#\d+|/[^>]+|a?:\w+:\d+|id:\w+|[^: >]+:/[^ >]+)>")),
    ("link", re.compile(r"\[[^\n]*?\]\([^\n]*?\)")),
    ("mark", re.compile(r"[*_`]|~~|\|\|")),
]  # fmt: skip
BEGINS = re.compile(r"[^\S\n]*(?:#{1,3}\s|-#\s|>(?:>>)?\s|[-+*]\s|\d+\.\s)")


@dataclass(frozen=True, kw_only=True)
class Seen:
    """`text` is all that is shown as it was written; `formats` the rest."""

    text: str
    formats: list[str]


def seen(source: str) -> Seen:
    text: list[str] = []
    formats: list[str] = []
    at = 0
    while at < len(source):
        if (at == 0 or source[at - 1] == "\n") and (begun := BEGINS.match(source, at)):
            formats.append(begun[0])
            at = begun.end()
            continue
        for name, rule in RULES:
            if found := rule.match(source, at):
                if name in {"escape", "address"}:
                    text.append(found[1] if name == "escape" else found[0])
                else:
                    formats.append(found[0])
                at = found.end()
                break
        else:
            text.append(source[at])
            at += 1
    return Seen(text="".join(text), formats=formats)

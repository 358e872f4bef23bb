"""What can go wrong on request, to try a client against. The table is in `docs/houseband.md`."""

import re
from dataclasses import dataclass
from typing import Literal, cast, get_args

__all__ = ["Mishap", "MishapName", "mishap_in", "without_wishes"]

MishapName = Literal[
    "rate-limit",
    "balance",
    "unavailable",
    "nsfw",
    "html",
    "drop-stream",
    "hang",
    "junk",
    "slow",
    "one-take",
    "fail",
    "late-fail",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mishap:
    """One thing that shall go wrong. What `number` counts depends on the mishap."""

    name: MishapName
    number: int | None = None


def mishap_in(prompt: str) -> Mishap | None:
    """Return the first mishap a prompt asks for, such as `mishap:drop-stream:3`.

    A `ValueError` says that there is no mishap of that name.
    """
    found = _MISHAP.search(prompt)
    if found is None:
        return None
    name, number = found.groups()
    if name not in get_args(MishapName):
        # The name is a piece of the prompt, which no error repeats.
        message = f"There is no such mishap. Known are: {', '.join(get_args(MishapName))}"
        raise ValueError(message)
    return Mishap(name=cast("MishapName", name), number=int(number) if number else None)


def without_wishes(prompt: str) -> str:
    """Return the prompt without `mishap:` and `seed:`, which are no part of the song."""
    return " ".join(_WISH.sub(" ", prompt).split())


_MISHAP = re.compile(r"\bmishap:([a-z-]+)(?::(\d{1,4}))?")
_WISH = re.compile(r"\b(?:mishap:[a-z-]+(?::\d{1,4})?|seed:\d+)")

"""Options as people write them: lengths, times and addresses, refused with what would be right."""

import re
import unicodedata

from bot.commands.catalogue import Spec
from bot.errors import BadOption
from bot.models import Command

__all__ = ["checked_options", "milliseconds_from"]

TIME = re.compile(r"(?:(\d{1,3}):)?(\d{1,4})(?:\.(\d{1,3}))?\s*s?", re.IGNORECASE)


def checked_options(command: Command, spec: Spec) -> dict[str, str]:
    """The options with their text cleaned; empty ones are left out. Raises BadOption."""
    known = {option.name: option for option in spec.options}
    if command.options and not known:
        raise BadOption(option="", problem="unwanted", command=spec.name)
    checked: dict[str, str] = {}
    for name, given in command.options.items():
        if name not in known:
            raise BadOption(
                option=name, problem="unknown", command=spec.name, known=", ".join(known)
            )
        text = _clean(given)
        length = max(len(text), len(text.encode("utf-16-le")) // 2)
        most = known[name].most_characters
        if length > most:
            raise BadOption(option=name, problem="too-long", length=length, most=most)
        if text:
            checked[name] = text
    return checked


def milliseconds_from(text: str) -> int:
    """Read seconds or m:ss. Raises BadOption."""
    found = TIME.fullmatch(text.strip())
    if not found:
        raise BadOption(option="at", problem="not-time", given=text)
    minutes, seconds, fraction = found.groups()
    return (int(minutes or 0) * 60 + int(seconds)) * 1000 + int((fraction or "").ljust(3, "0"))


def _clean(text: str) -> str:
    """Without control characters, which no song needs, but with line breaks, which lyrics do."""
    kept = (
        each for each in text if each in "\n\t" or unicodedata.category(each) not in {"Cc", "Cs"}
    )
    return "".join(kept).strip()

"""Options as people write them: lengths, times and addresses, refused with what would be right."""

import re
from collections.abc import Mapping

from bot.commands.catalogue import Option, OptionKind, Spec
from bot.errors import BadOption
from bot.models import Command
from bot.phrases import shortened
from soundverse.calls import MOST_REFERENCE_BYTES

__all__ = [
    "AUDIO",
    "LYRICS",
    "OFF",
    "ON",
    "PRIVATE",
    "PROMPT",
    "checked_options",
    "is_on",
    "milliseconds_from",
]

TIME = re.compile(r"(?:(\d{1,3}):)?(\d{1,4})(?:\.(\d{1,3}))?\s*s?", re.IGNORECASE)

UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters, and halves of characters, which no database and no platform takes."""

MOST_QUOTED = 60
"""Characters of what somebody wrote that a refusal says again."""

ON = frozenset(["on", "yes", "y", "true", "1", "ja", "sí", "si", "oui", "はい", "sim"])
OFF = frozenset(["off", "no", "n", "false", "0", "nein", "non", "いいえ", "não", "nao"])
"""As people write a switch in any of the languages Busker speaks."""

PROMPT = Option(name="prompt", kind=OptionKind.LINES, most_characters=1024, is_main=True)
LYRICS = Option(name="lyrics", kind=OptionKind.LINES, most_characters=3000)
PRIVATE = Option(name="private", kind=OptionKind.SWITCH)
AUDIO = tuple(
    Option(name=name, kind=OptionKind.AUDIO, most_characters=2000)
    for name in ("reference-url", "backing-url", "vocals-url", "melody-url")
)
"""Options that several commands have."""


def checked_options(command: Command, spec: Spec) -> dict[str, str]:
    """The options with their text cleaned; empty ones are left out. Raises BadOption."""
    known = {option.name: option for option in spec.options}
    if command.options and not known:
        raise BadOption(option="", problem="unwanted", command=spec.name)
    checked: dict[str, str] = {}
    for name, given in command.options.items():
        if name not in known:
            said = ", ".join(name for name in known if known[name].kind is not OptionKind.HIDDEN)
            if not name:
                said_alone = shortened(_clean(given), MOST_QUOTED)
                raise BadOption(
                    option="", problem="nameless", command=spec.name, given=said_alone, known=said
                )
            raise BadOption(option=name, problem="unknown", command=spec.name, known=said)
        text = _clean(given)
        length = max(len(text), len(text.encode("utf-16-le")) // 2)
        most = known[name].most_characters
        if length > most:
            raise BadOption(option=name, problem="too-long", length=length, most=most)
        if command.sizes.get(name, 0) > MOST_REFERENCE_BYTES:
            raise BadOption(option=name.removesuffix("-url"), problem="too-large")
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


def is_on(given: Mapping[str, str], name: str) -> bool:
    """Whether a switch was said, and on. Raises BadOption."""
    text = given.get(name, "off").casefold()
    if text not in ON | OFF:
        raise BadOption(option=name, problem="not-switch", given=text)
    return text in ON


def _clean(text: str) -> str:
    """Without control characters, which no song needs, but with line breaks, which lyrics do."""
    return UNWANTED.sub("", text).strip()

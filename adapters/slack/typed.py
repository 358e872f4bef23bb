"""Commands as people type them: `/song rain lyrics: …`, `/busker quota set …`, `@busker song rain`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from adapters.slack.prefix import EVERYTHING, root_of
from adapters.slack.tokens import NOBODY, address_in, channel_in, person_in, unwrapped
from bot.commands import COMMANDS, MENUS, OptionKind, Spec
from bot.commands.text import options_from, spec_named
from bot.errors import BadOption
from bot.phrases import shortened

__all__ = ["HELP", "Said", "group_named", "said_in", "said_named", "said_with"]

HELP = "busker-help"
ADMIN = "busker-admin"

SHORT = {HELP: "help", ADMIN: "admin"}
"""What they are called behind `/busker`, besides their own names."""

MOST_QUOTED = 60
"""Characters of what somebody wrote that a refusal says again."""

PERSON = re.compile(r"(?:^|(?<=\s))person:", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A command that was typed: one of the catalogue, or a group of which one is to be picked."""

    name: str
    options: Mapping[str, str] = field(default_factory=dict)
    spec: Spec | None = None
    """None when nobody knows the command, or when it is a group."""
    group: tuple[Spec, ...] = ()


def said_with(command: str, text: str, names: Mapping[str, str] = NOBODY) -> Said:
    """What was typed behind `/command`; its name may have something before it: `/acme-song`.

    `names` as in `unwrapped`. Raises BadOption.
    """
    root = root_of(command.removeprefix("/").lower())
    if root == EVERYTHING:
        return said_in(text, names) or Said(name=_first_word(text))
    return _said(f"{root} {text}", {spec.name: spec for spec in COMMANDS}, root, names)


def said_in(text: str, names: Mapping[str, str] = NOBODY) -> Said | None:
    """What was typed behind `/busker` or `@busker`; None when it begins with no command.

    `names` as in `unwrapped`. Raises BadOption.
    """
    words = text.strip()
    if not words:
        return Said(name=HELP, spec=_aliases()[HELP])
    said = _said(words.removeprefix("/"), _aliases(), "", names)
    return said if said.spec or said.group else None


def said_named(name: str, options: Mapping[str, str]) -> Said:
    """A command, or a group of them, by its own name."""
    spec = next((each for each in (*COMMANDS, *MENUS) if each.name == name), None)
    return Said(name=name, options=options, spec=spec, group=() if spec else group_named(name))


def group_named(name: str) -> tuple[Spec, ...]:
    """The commands that begin with this word; none when it is a command itself."""
    return tuple(spec for spec in COMMANDS if spec.name.startswith(f"{name} "))


def _said(
    text: str, known: Mapping[str, Spec], root: str, names: Mapping[str, str] = NOBODY
) -> Said:
    renamed = [replace(spec, name=name) for name, spec in known.items()]
    found, rest = spec_named(text.strip(), renamed)
    if found:
        spec = known[found.name]
        return Said(name=spec.name, options=_options(rest, spec, names), spec=spec)
    for full in dict.fromkeys((text, *_long(text))):
        words = " ".join(full.split()).lower()
        if group := group_named(words):
            return Said(name=words, group=group)
    return Said(
        name=shortened(" ".join(text.split()[:2]), MOST_QUOTED) if root else _first_word(text)
    )


def _options(text: str, spec: Spec, names: Mapping[str, str]) -> dict[str, str]:
    kinds = {option.name: option.kind for option in spec.options}
    if "user" in kinds and "person" not in kinds:
        text = PERSON.sub("user:", text)
    given = options_from(text, spec)
    return {name: _value(name, said, kinds.get(name), names) for name, said in given.items()}


def _value(name: str, said: str, kind: OptionKind | None, names: Mapping[str, str]) -> str:
    match kind:
        case OptionKind.PERSON:
            return _known(name, person_in(said), "not-person", said)
        case OptionKind.CHANNEL:
            return _known(name, channel_in(said), "not-channel", said)
        case OptionKind.ROLE:
            raise BadOption(option=name, problem="no-roles")
        case OptionKind.AUDIO:
            return address_in(said)
        case _:
            return unwrapped(said, names)


def _known(name: str, found: str | None, problem: str, said: str) -> str:
    if found is None:
        raise BadOption(option=name, problem=problem, given=shortened(unwrapped(said), MOST_QUOTED))
    return found


@cache
def _aliases() -> dict[str, Spec]:
    """Every command by its name, and those of admins and help also by what follows "busker-"."""
    short = {
        spec.name.removeprefix(f"{ADMIN} "): spec
        for spec in COMMANDS
        if spec.name.startswith(f"{ADMIN} ")
    }
    own = {spec.name: spec for spec in COMMANDS}
    admin = {f"admin {name}": spec for name, spec in short.items()}
    return short | admin | {SHORT[HELP]: own[HELP]} | own


def _long(text: str) -> list[str]:
    """The same with the whole name of a group that has a short one."""
    first, _, rest = text.strip().partition(" ")
    return [f"{full} {rest}" for full, short in SHORT.items() if first.lower() == short]


def _first_word(text: str) -> str:
    word = unwrapped(next(iter(text.split()), "")).removeprefix("/")
    return shortened(word, MOST_QUOTED)

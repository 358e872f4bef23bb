"""What Discord refuses of a menu of commands.

https://discord.com/developers/docs/interactions/application-commands
"""

import re
from collections import Counter
from enum import IntEnum

from tests.fakes.discord.form_rules import check_choices
from tests.fakes.discord.refusals import Json, misshapen, required, too_long


class Command(IntEnum):
    SLASH = 1
    USER = 2
    MESSAGE = 3


class Option(IntEnum):
    SUBCOMMAND = 1
    GROUP = 2
    STRING = 3
    INTEGER = 4
    BOOLEAN = 5
    USER = 6
    CHANNEL = 7
    ROLE = 8
    MENTIONABLE = 9
    NUMBER = 10
    ATTACHMENT = 11


MOST_OF = {Command.SLASH: 100, Command.USER: 15, Command.MESSAGE: 15}
MOST_NAME = 32
MOST_DESCRIPTION = 100
MOST_OPTIONS = 25
MOST_CHARACTERS = 8000
NAME = re.compile(r"[-_\w]{1,32}")
"""The documented apostrophe is refused: https://github.com/discord/discord-api-docs/issues/7371."""
KNOWN = {
    "contexts", "default_member_permissions", "description", "description_localizations",
    "dm_permission", "handler", "id", "integration_types", "name", "name_localizations", "nsfw",
    "options", "type", "default_permission",
}  # fmt: skip
KNOWN_OF_OPTION = {
    "autocomplete", "channel_types", "choices", "description", "description_localizations",
    "file_types", "max_length", "max_value", "min_length", "min_value", "name",
    "name_localizations", "options", "required", "type",
}  # fmt: skip


def check_menu(commands: list[Json]) -> None:
    for number, command in enumerate(commands):
        check_command(command, str(number))
    kinds = Counter(Command(command.get("type") or 1) for command in commands)
    for kind, amount in kinds.items():
        if amount > MOST_OF[kind]:
            raise misshapen("", "APPLICATION_COMMAND_TOO_MANY", f"At most {MOST_OF[kind]}.")
    names = Counter((command.get("type") or 1, command["name"]) for command in commands)
    if doubled := [name for (_, name), times in names.items() if times > 1]:
        raise misshapen(
            "",
            "APPLICATION_COMMANDS_DUPLICATE_NAME",
            f"Application command names must be unique: {doubled[0]}",
        )


def check_command(command: Json, path: str) -> None:
    _check_known(command, KNOWN, path)
    kind = Command(command.get("type") or 1)
    if kind is Command.SLASH:
        _check_words(command, path)
        _check_options(command.get("options") or [], f"{path}.options")
        if _characters(command) > MOST_CHARACTERS:
            raise misshapen(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size")
        return
    if not 1 <= len(command.get("name") or "") <= MOST_NAME:
        raise misshapen(f"{path}.name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 32.")
    if command.get("description") or command.get("options"):
        raise misshapen(path, "APPLICATION_COMMAND_INVALID", "A menu has a name only.")


def _check_words(named: Json, path: str) -> None:
    """Names as they are typed: lower case, no spaces; and a description, in every language."""
    for name in [named.get("name") or "", *(named.get("name_localizations") or {}).values()]:
        if not NAME.fullmatch(name) or name != name.lower():
            raise misshapen(
                f"{path}.name",
                "APPLICATION_COMMAND_INVALID_NAME",
                f"Command name is invalid: {name!r}",
            )
    texts = (named.get("description_localizations") or {}).values()
    for text in [named.get("description") or "", *texts]:
        if not text:
            raise required(f"{path}.description")
        if len(text) > MOST_DESCRIPTION:
            raise too_long(MOST_DESCRIPTION, f"{path}.description")


def _check_options(options: list[Json], path: str, depth: int = 0) -> None:
    if len(options) > MOST_OPTIONS:
        raise too_long(MOST_OPTIONS, path)
    for number, option in enumerate(options):
        _check_option(option, f"{path}.{number}", depth)
    if doubled := [
        name for name, times in Counter(one["name"] for one in options).items() if times > 1
    ]:
        raise misshapen(
            path,
            "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
            f"Option name already exists: {doubled[0]}",
        )
    needed = [bool(option.get("required")) for option in options]
    if needed != sorted(needed, reverse=True):
        raise misshapen(
            path,
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
            "Required options must be placed before non-required options",
        )
    branches = {option["type"] in {Option.SUBCOMMAND, Option.GROUP} for option in options}
    if len(branches) > 1:
        raise misshapen(
            path,
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            "Sub-command and sub-command group option types are mutually exclusive to all others",
        )


def _check_option(option: Json, path: str, depth: int) -> None:
    _check_known(option, KNOWN_OF_OPTION, path)
    _check_words(option, path)
    kind = Option(option["type"])
    if (kind is Option.GROUP and depth > 0) or (kind is Option.SUBCOMMAND and depth > 1):
        raise misshapen(f"{path}.type", "APPLICATION_COMMAND_INVALID_NESTING", "Nested too deep.")
    if kind in {Option.GROUP, Option.SUBCOMMAND}:
        _check_options(option.get("options") or [], f"{path}.options", depth + 1)
        return
    choices = option.get("choices") or []
    check_choices(choices, f"{path}.choices")
    if choices and option.get("autocomplete"):
        raise misshapen(
            path,
            "APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE",
            "Autocomplete and choices exclude each other",
        )


def _check_known(fields: Json, known: set[str], path: str) -> None:
    for name in fields.keys() - known:
        raise misshapen(f"{path}.{name}", "UNKNOWN_FIELD", "This field isn't known.")


def _characters(named: Json) -> int:
    """Names, descriptions and values, each in its longest language."""
    total = 0
    for name in ("name", "description"):
        texts = [named.get(name) or "", *(named.get(f"{name}_localizations") or {}).values()]
        total += max(len(text) for text in texts)
    for choice in named.get("choices") or []:
        total += len(choice["name"]) + len(str(choice["value"]))
    return total + sum(_characters(option) for option in named.get("options") or [])

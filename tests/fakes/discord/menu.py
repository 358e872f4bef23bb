"""What a person's own Discord lets them type, and what it makes of it."""

from collections.abc import Mapping

from tests.fakes.discord.bodies import Upload
from tests.fakes.discord.command_rules import Command, Option
from tests.fakes.discord.files import Files
from tests.fakes.discord.payloads import attachment_payload
from tests.fakes.discord.people import Member, Person, Role, User, user_of
from tests.fakes.discord.place_payloads import (
    channel_payload,
    member_payload,
    role_payload,
    user_payload,
)
from tests.fakes.discord.places import Channel
from tests.fakes.discord.refusals import Json
from tests.fakes.discord.world import World

Typed = str | int | float | bool | User | Member | Role | Channel | Upload

KINDS: dict[Option, tuple[type, ...]] = {
    Option.STRING: (str,),
    Option.INTEGER: (int,),
    Option.BOOLEAN: (bool,),
    Option.USER: (User, Member),
    Option.CHANNEL: (Channel,),
    Option.ROLE: (Role,),
    Option.MENTIONABLE: (User, Member, Role),
    Option.NUMBER: (int, float),
    Option.ATTACHMENT: (Upload,),
}


class NotOffered(AssertionError):
    """No Discord would let a person do this, so no test should."""


class Menu:
    def __init__(self, world: World, files: Files) -> None:
        self._world = world
        self._files = files

    def names(self, person: Person, channel: Channel, kind: Command = Command.SLASH) -> list[str]:
        """What they are offered there."""
        return [
            command["name"]
            for command in self._commands(channel)
            if command["type"] == kind and _is_offered(command, person, channel)
        ]

    def chosen(self, person: Person, channel: Channel, name: str, kind: Command) -> Json:
        for command in self._commands(channel):
            if command["type"] == kind and command["name"] == name:
                if _is_offered(command, person, channel):
                    return command
                raise NotOffered(f"{name} isn't shown to {user_of(person).name} here")
        raise NotOffered(f"there is no {name}: {self.names(person, channel, kind)}")

    def typed(
        self, person: Person, channel: Channel, line: str, values: Mapping[str, Typed]
    ) -> Json:
        """The data of a slash command; `line` is its name, with subcommands behind."""
        name, *rest = line.split()
        command = self.chosen(person, channel, name, Command.SLASH)
        options, filled, resolved = _branch(command, rest), [], _Resolved(self._world, self._files)
        values = _by_option(values, options, line)
        for option in options:
            if option["name"] in values:
                filled.append(_filled(option, values[option["name"]], resolved, channel))
            elif option.get("required"):
                raise NotOffered(f"{line} needs {option['name']}")
        return _data(command, rest, filled) | ({"resolved": resolved.data} if resolved.data else {})

    def half_typed(
        self, person: Person, channel: Channel, line: str, focus: str, values: Mapping[str, Typed]
    ) -> Json:
        """The data of a completion: the option in focus is as far as it is typed."""
        name, *rest = line.split()
        command = self.chosen(person, channel, name, Command.SLASH)
        options = _branch(command, rest)
        values = _by_option(values, options, line)
        [option] = [one for one in options if one["name"] == focus]
        if not option.get("autocomplete"):
            raise NotOffered(f"{focus} of {line} has no suggestions")
        filled = [
            {"name": one["name"], "type": one["type"], "value": values[one["name"]]}
            | ({"focused": True} if one["name"] == focus else {})
            for one in options
            if one["name"] in values
        ]
        return _data(command, rest, filled)

    def _commands(self, channel: Channel) -> list[Json]:
        guild = channel.guild.id if channel.guild else None
        own = self._world.commands.get(guild, []) if guild else []
        return [*own, *self._world.commands.get("", [])]


class _Resolved:
    """What ids in options stand for."""

    def __init__(self, world: World, files: Files) -> None:
        self._world = world
        self._files = files
        self.data: dict[str, Json] = {}

    def id_of(self, value: Typed, channel: Channel) -> str:
        match value:
            case User() | Member():
                return self._person(value)
            case Role():
                return self._add("roles", value.id, role_payload(value))
            case Channel():
                payload = channel_payload(value) | {"permissions": str(value.allowed)}
                return self._add("channels", value.id, payload)
            case Upload():
                kept = self._files.keep(
                    value.name,
                    value.data,
                    channel.id,
                    content_type=value.content_type,
                    is_ephemeral=True,
                )
                return self._add("attachments", kept.id, attachment_payload(kept, self._world))
        raise AssertionError(f"{value!r} has no id")

    def _person(self, person: Person) -> str:
        if isinstance(person, Member):
            member = member_payload(person) | {"permissions": str(person.permissions)}
            self._add("members", person.id, member)
        return self._add("users", person.id, user_payload(user_of(person)))

    def _add(self, kind: str, id_: str, payload: Json) -> str:
        self.data.setdefault(kind, {})[id_] = payload
        return id_


def _is_offered(command: Json, person: Person, channel: Channel) -> bool:
    context = 0 if channel.guild else 1 if channel.is_with_bot else 2
    contexts = command.get("contexts")
    if contexts is None and command.get("dm_permission") is False:
        contexts = [0]
    if contexts is not None and context not in contexts:
        return False
    if (0 if channel.is_open_to_bot else 1) not in (command.get("integration_types") or [0]):
        return False
    needed = command["default_member_permissions"]
    if needed is None or not isinstance(person, Member):
        return True
    return int(needed) != 0 and person.permissions & int(needed) == int(needed)


def _branch(command: Json, rest: list[str]) -> list[Json]:
    """The options of a command, or of its subcommand."""
    options: list[Json] = command.get("options") or []
    for name in rest:
        [options] = [one.get("options") or [] for one in options if one["name"] == name] or [None]
        if options is None:
            raise NotOffered(f"{command['name']} has no {name}")
    if options and options[0]["type"] in {Option.SUBCOMMAND, Option.GROUP}:
        raise NotOffered(f"{command['name']} needs one of {[one['name'] for one in options]}")
    return options


def _by_option(values: Mapping[str, Typed], options: list[Json], line: str) -> dict[str, Typed]:
    """Python's names can't have a dash: `reference_url` is `reference-url` if there is one."""
    known = {option["name"] for option in options}
    named = {
        name if name in known else name.replace("_", "-"): value for name, value in values.items()
    }
    if unknown := named.keys() - known:
        raise NotOffered(f"{line} has no {min(unknown)}, only {sorted(known)}")
    return named


def _filled(option: Json, value: Typed, resolved: _Resolved, channel: Channel) -> Json:
    kind = Option(option["type"])
    _check(option, kind, value)
    wire = value if isinstance(value, (str, int, float, bool)) else resolved.id_of(value, channel)
    return {"name": option["name"], "type": int(kind), "value": wire}


def _check(option: Json, kind: Option, value: Typed) -> None:
    is_kind = isinstance(value, KINDS[kind])
    if not is_kind or (kind is not Option.BOOLEAN and isinstance(value, bool)):
        raise NotOffered(f"{option['name']} takes no {type(value).__name__}")
    size = len(value) if isinstance(value, str) else value
    least, most = (
        ("min_length", "max_length") if isinstance(value, str) else ("min_value", "max_value")
    )
    if isinstance(size, (int, float)):
        if option.get(least) is not None and size < option[least]:
            raise NotOffered(f"{option['name']} is below {option[least]}")
        if option.get(most) is not None and size > option[most]:
            raise NotOffered(f"{option['name']} is above {option[most]}")
    choices = [choice["value"] for choice in option.get("choices") or []]
    if choices and value not in choices:
        raise NotOffered(f"{option['name']} is one of {choices}")


def _data(command: Json, rest: list[str], filled: list[Json]) -> Json:
    """Options inside the subcommand that they belong to."""
    kinds = [Option.SUBCOMMAND] if len(rest) == 1 else [Option.GROUP, Option.SUBCOMMAND]
    for name, kind in zip(reversed(rest), reversed(kinds), strict=False):
        filled = [{"name": name, "type": int(kind), "options": filled}]
    data: Json = {"id": command["id"], "name": command["name"], "type": command["type"]}
    data["options"] = filled
    return data | ({"guild_id": command["guild_id"]} if "guild_id" in command else {})

"""The menu of commands, for everywhere and for single guilds."""

from tests.fakes.discord.command_rules import check_command, check_menu
from tests.fakes.discord.refusals import Json, missing_access, unknown_command
from tests.fakes.discord.routing import Incoming, Route, route
from tests.fakes.discord.world import World


class CommandRoutes:
    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[Route]:
        found = []
        for scope in ("", "/guilds/{guild}"):
            base = f"/applications/{{application}}{scope}/commands"
            found += [
                route(f"GET {base}", self._read),
                route(f"PUT {base}", self._replace, judges=True),
                route(f"POST {base}", self._add, judges=True),
                route(f"DELETE {base}/{{command}}", self._delete),
            ]
        return found

    def _read(self, incoming: Incoming) -> list[Json]:
        return self._menu(incoming)

    def _replace(self, incoming: Incoming) -> list[Json]:
        """All at once; what keeps its name and type keeps its id."""
        menu, wanted = self._menu(incoming), incoming.body.json or []
        check_menu(wanted)
        incoming.body.judge()
        ids = {(command["type"], command["name"]): command["id"] for command in menu}
        menu[:] = [self._made(command, ids, incoming) for command in wanted]
        self._world.feed.stir()
        return menu

    def _add(self, incoming: Incoming) -> Json:
        menu, wanted = self._menu(incoming), incoming.body.fields
        check_command(wanted, "")
        incoming.body.judge()
        ids = {(command["type"], command["name"]): command["id"] for command in menu}
        made = self._made(wanted, ids, incoming)
        menu[:] = [command for command in menu if command["id"] != made["id"]] + [made]
        check_menu([_without_ours(command) for command in menu])
        self._world.feed.stir()
        return made

    def _delete(self, incoming: Incoming) -> None:
        menu = self._menu(incoming)
        left = [command for command in menu if command["id"] != incoming.names["command"]]
        if len(left) == len(menu):
            raise unknown_command()
        menu[:] = left

    def _menu(self, incoming: Incoming) -> list[Json]:
        guild_id = incoming.names.get("guild", "")
        guild = self._world.guilds.get(guild_id)
        if incoming.names["application"] != self._world.application_id:
            raise missing_access()
        if guild_id and not (guild and guild.has_bot):
            raise missing_access()
        return self._world.commands.setdefault(guild_id, [])

    def _made(self, wanted: Json, ids: dict[tuple[int, str], str], incoming: Incoming) -> Json:
        kind = wanted.get("type") or 1
        made = wanted | {
            "id": ids.get((kind, wanted["name"])) or self._world.ids.new(),
            "type": kind,
            "application_id": self._world.application_id,
            "version": self._world.ids.new(),
            "description": wanted.get("description") or "",
            "default_member_permissions": _as_text(wanted.get("default_member_permissions")),
        }
        guild = incoming.names.get("guild")
        return made | ({"guild_id": guild} if guild else {})


def _as_text(bits: object) -> str | None:
    return None if bits is None else str(bits)


def _without_ours(command: Json) -> Json:
    return {
        name: value
        for name, value in command.items()
        if name not in {"application_id", "version", "guild_id"}
    }

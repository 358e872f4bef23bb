"""Modals, of which up to three lie on each other, and App Home."""

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.fakes.slack.blocks import buttons_of, completed, texts_of
from tests.fakes.slack.interaction import Interaction
from tests.fakes.slack.people import Person
from tests.fakes.slack.refusals import Json, Refused
from tests.fakes.slack.state import state_of

if TYPE_CHECKING:
    from tests.fakes.slack.world import World

MOST_VIEWS = 3


@dataclass(eq=False, kw_only=True)
class View:
    id: str
    person: Person
    world: "World" = field(repr=False)
    fields: Json = field(repr=False)
    below: "View | None" = None
    """What lies under it, and is shown again when it is closed."""
    hash: str = ""
    is_open: bool = True
    opened_by: Interaction | None = field(default=None, repr=False)
    revisions: list[Json] = field(default_factory=list, repr=False)
    chosen: dict[str, Json] = field(default_factory=dict, repr=False)
    """What people have chosen in it, by where it stands."""
    _told: int = 1

    @property
    def root(self) -> "View":
        return self.below.root if self.below else self

    @property
    def blocks(self) -> list[Json]:
        blocks: list[Json] = self.fields["blocks"]
        return blocks

    @property
    def title(self) -> str:
        return str((self.fields.get("title") or {}).get("text", ""))

    @property
    def text(self) -> str:
        """Everything that can be read below the title, a line each."""
        return "\n".join(texts_of(self.blocks))

    @property
    def buttons(self) -> list[str]:
        return [label for label, _, _ in buttons_of(self.blocks)]

    @property
    def callback_id(self) -> str:
        return str(self.fields.get("callback_id") or "")

    def fill(self, fields: Json) -> None:
        self.fields = fields | {"blocks": completed(fields["blocks"])}
        self.hash = f"{self.world.ids.stamp()}.{secrets.token_hex(4)}"
        self.revisions.append(self.fields)
        self.world.feed.stir()

    async def next_edit(self) -> "View":
        """Itself, after the next change that this hasn't given yet."""
        await self.world.feed.until(
            lambda: len(self.revisions) > self._told, f"a change of the view {self.title!r}"
        )
        self._told += 1
        return self

    async def until_says(self, words: str) -> "View":
        """Itself, once these words can be read in it."""
        return await self.world.feed.until(
            lambda: self if words in self.text else None, f"{words!r} in {self.text!r}"
        )


class Views:
    """Opened, changed and closed, in one place for every route."""

    def __init__(self, world: "World") -> None:
        self._world = world

    def open(self, asked: Interaction, fields: Json) -> View:
        """As the only one."""
        self.clear(asked.person)
        return self._add(asked, fields, None)

    def push(self, asked: Interaction, fields: Json) -> View:
        """On what lies on top."""
        below = self.top(asked.person)
        if below is None:
            raise Refused("invalid_trigger_id")
        if len(self.stack(asked.person)) == MOST_VIEWS:
            raise Refused("push_limit_reached")
        return self._add(asked, fields, below)

    def publish(self, person: Person, fields: Json, hash_: str) -> View:
        home = self._world.homes.get(person.id)
        if home is None:
            home = View(id=self._world.ids.new("V"), person=person, world=self._world, fields={})
            self._world.homes[person.id] = self._world.views[home.id] = home
        elif hash_ and hash_ != home.hash:
            raise Refused("hash_conflict")
        home.fill(fields)
        return home

    def update(self, view: View, fields: Json, hash_: str = "") -> None:
        if hash_ and hash_ != view.hash:
            raise Refused("hash_conflict")
        self._check_external_id(fields, view)
        view.fill(fields)

    def find(self, view_id: str, external_id: str) -> View:
        for view in self._world.views.values():
            is_meant = view.id == view_id or (
                external_id and view.fields.get("external_id") == external_id
            )
            if is_meant and view.is_open:
                return view
        raise Refused("not_found")

    def stack(self, person: Person) -> list[View]:
        """The open ones of a person, the lowest first."""
        return [
            view
            for view in self._world.views.values()
            if view.person is person and view.is_open and view.fields["type"] == "modal"
        ]

    def top(self, person: Person) -> View | None:
        return next(reversed(self.stack(person)), None)

    def close(self, view: View) -> None:
        view.is_open = False
        self._world.feed.stir()

    def clear(self, person: Person) -> None:
        for view in self.stack(person):
            self.close(view)

    def _add(self, asked: Interaction, fields: Json, below: View | None) -> View:
        self._check_external_id(fields, None)
        view = View(
            id=self._world.ids.new("V"),
            person=asked.person,
            world=self._world,
            fields={},
            below=below,
            opened_by=asked,
        )
        self._world.views[view.id] = view
        asked.views.append(view)
        view.fill(fields)
        return view

    def _check_external_id(self, fields: Json, same: View | None) -> None:
        for view in self._world.views.values():
            is_same = view.fields.get("external_id") == fields.get("external_id")
            if fields.get("external_id") and is_same and view is not same and view.is_open:
                raise Refused("duplicate_external_id")


def view_payload(view: View) -> Json:
    world = view.world
    kind = view.fields["type"]
    payload: Json = {
        "id": view.id,
        "team_id": world.workspace.id,
        "app_id": world.app_id,
        "app_installed_team_id": world.workspace.id,
        "bot_id": world.bot_id,
        "hash": view.hash,
        "root_view_id": view.root.id,
        "previous_view_id": view.below.id if view.below else None,
        "title": None,
        "submit": None,
        "close": None,
        "callback_id": "",
        "external_id": "",
        "private_metadata": "",
        "clear_on_close": False,
        "notify_on_close": False,
    } | view.fields
    return payload | {"type": kind, "state": state_of(view.blocks, view.chosen)}

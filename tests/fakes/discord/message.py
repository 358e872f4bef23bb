"""A message, everything it once said, and whom it pinged."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from tests.fakes.discord.components import buttons_of, texts_of
from tests.fakes.discord.people import User
from tests.fakes.discord.places import Channel
from tests.fakes.discord.references import OWN, id_in, names_of, references_of
from tests.fakes.discord.refusals import Json

if TYPE_CHECKING:
    from tests.fakes.discord.interaction import Interaction

SUPPRESS_EMBEDS = 1 << 2
EPHEMERAL = 1 << 6
LOADING = 1 << 7
SUPPRESS_NOTIFICATIONS = 1 << 12
COMPONENTS_V2 = 1 << 15


@dataclass(eq=False, kw_only=True)
class Attachment:
    """A file, byte for byte."""

    id: str
    filename: str
    data: bytes = field(repr=False)
    content_type: str
    folder: str
    """The channel it was uploaded to: the first part of its address."""
    title: str | None = None
    description: str | None = None
    is_ephemeral: bool = False


@dataclass(frozen=True, kw_only=True)
class Pings:
    """Who hears of a message, by id."""

    users: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    everyone: bool = False

    def __bool__(self) -> bool:
        return bool(self.users or self.roles or self.everyone)


@dataclass(frozen=True, kw_only=True)
class Revision:
    """What a message said at one time."""

    content: str
    embeds: list[Json]
    components: list[Json]
    filenames: list[str]
    pings: Pings

    @property
    def text(self) -> str:
        """Everything that can be read, a line each."""
        return "\n".join(_lines_of(self.content, self.embeds, self.components))


@dataclass(eq=False, kw_only=True)
class Message:
    id: str
    channel: Channel
    author: User
    created_at: datetime
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    flags: int = 0
    edited_at: datetime | None = None
    reply_to: "Message | None" = None
    nonce: str | None = None
    pings: Pings = field(default_factory=Pings)
    """Who it mentions as it stands; only the first revision's are notified."""
    shown_to: User | None = None
    interaction: "Interaction | None" = field(default=None, repr=False)
    """The one it answers."""
    is_followup: bool = False
    is_deleted: bool = False
    revisions: list[Revision] = field(default_factory=list, repr=False)
    """What it said, oldest first; the last is what it says."""
    _told: int = 1

    @property
    def text(self) -> str:
        """Everything that can be read, a line each."""
        return "\n".join(_lines_of(self.content, self.embeds, self.components))

    @property
    def buttons(self) -> list[str]:
        """Labels, in order; of a button with only an emoji, that."""
        return [name for name, _ in buttons_of(self.components)]

    @property
    def filenames(self) -> list[str]:
        return [attachment.filename for attachment in self.attachments]

    @property
    def files(self) -> dict[str, bytes]:
        return {attachment.filename: attachment.data for attachment in self.attachments}

    def files_of(self, ending: str) -> list[bytes]:
        """The attached files whose names end like this."""
        return [data for name, data in self.files.items() if name.endswith(f".{ending}")]

    @property
    def listed(self) -> list[Attachment]:
        """Files that stand below the message: those that no embed or component shows in it.

        Only these are told as its attachments.
        """
        shown = names_of(self.embeds, self.components)
        return [one for one in self.attachments if one.filename not in shown]

    @property
    def dead_pictures(self) -> list[str]:
        """Addresses in embeds and components whose file is gone."""
        said = references_of(self.embeds, self.components)
        return [url for _, url in said if self._is_dead(url)]

    @property
    def link(self) -> str:
        guild = self.channel.guild.id if self.channel.guild else "@me"
        return f"https://discord.com/channels/{guild}/{self.channel.id}/{self.id}"

    @property
    def is_ephemeral(self) -> bool:
        return bool(self.flags & EPHEMERAL)

    @property
    def is_loading(self) -> bool:
        """“… is thinking”."""
        return bool(self.flags & LOADING)

    @property
    def has_components_v2(self) -> bool:
        return bool(self.flags & COMPONENTS_V2)

    def keep(self) -> None:
        """Note what it says now."""
        self.revisions.append(
            Revision(
                content=self.content,
                embeds=self.embeds,
                components=self.components,
                filenames=self.filenames,
                pings=self.pings,
            )
        )
        self.channel.world.feed.stir()

    async def next_edit(self) -> Revision:
        """The next edit that this hasn't given yet."""
        revision = await self.channel.world.feed.until(
            lambda: next(iter(self.revisions[self._told :]), None), f"an edit of {self.text!r}"
        )
        self._told += 1
        return revision

    async def until_says(self, *words: str) -> "Message":
        """Itself, once one of these can be read in it."""
        return await self.channel.world.feed.until(
            lambda: self if any(each in self.text for each in words) else None,
            f"{' or '.join(words)!r} in {self.text!r}",
        )

    async def until_deleted(self) -> None:
        await self.channel.world.feed.until(lambda: self.is_deleted, f"{self.text!r} to be deleted")

    def _is_dead(self, url: str) -> bool:
        if url.startswith(OWN):
            return url.removeprefix(OWN) not in self.filenames
        id_ = id_in(url)
        return id_ is not None and id_ not in self.channel.world.attachments


def _lines_of(content: str, embeds: list[Json], components: list[Json]) -> Iterator[str]:
    if content:
        yield content
    for embed in embeds:
        yield from (embed[name] for name in ("title", "description") if embed.get(name))
        for one in embed.get("fields", []):
            yield f"{one['name']}: {one['value']}"
        if footer := embed.get("footer"):
            yield footer["text"]
    yield from texts_of(components)

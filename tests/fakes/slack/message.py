"""A message, everything it once said, and whom it pinged."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.fakes.slack.blocks import buttons_of, texts_of
from tests.fakes.slack.mentions import Pings, pings_of
from tests.fakes.slack.people import Person
from tests.fakes.slack.places import Channel
from tests.fakes.slack.refusals import Json

if TYPE_CHECKING:
    from tests.fakes.slack.files import File


@dataclass(frozen=True, kw_only=True)
class Revision:
    """What a message said at one time."""

    fallback: str
    blocks: list[Json]
    filenames: list[str]
    pings: Pings

    @property
    def text(self) -> str:
        """Everything that can be read, a line each."""
        return "\n".join(_lines_of(self.fallback, self.blocks))

    @property
    def buttons(self) -> list[str]:
        return [label for label, _, _ in buttons_of(self.blocks)]


@dataclass(eq=False, kw_only=True)
class Message:
    ts: str
    channel: Channel
    author: Person
    fallback: str = ""
    """What notifications say, and all that is read where there are no blocks."""
    blocks: list[Json] = field(default_factory=list)
    files: list["File"] = field(default_factory=list)
    metadata: Json | None = None
    thread: "Message | None" = field(default=None, repr=False)
    """The message under which it stands."""
    is_broadcast: bool = False
    """Whether a reply is shown in the channel, too."""
    shown_to: Person | None = None
    edited_at: str | None = None
    is_deleted: bool = False
    revisions: list[Revision] = field(default_factory=list, repr=False)
    """What it said, oldest first; the last is what it says."""
    chosen: dict[str, Json] = field(default_factory=dict, repr=False)
    """What people have chosen in it, by where it stands."""
    _told: int = 1
    _replies_told: int = 0

    @property
    def text(self) -> str:
        """Everything that can be read, a line each."""
        return "\n".join(_lines_of(self.fallback, self.blocks))

    @property
    def buttons(self) -> list[str]:
        """Labels, in order."""
        return [label for label, _, _ in buttons_of(self.blocks)]

    @property
    def pings(self) -> Pings:
        """Who it mentions as it stands; only the first revision's are notified."""
        return pings_of(self.fallback, self.blocks)

    @property
    def filenames(self) -> list[str]:
        return [file.name for file in self.files]

    def files_of(self, ending: str) -> list[bytes]:
        """The files whose names end like this."""
        return [file.data for file in self.files if file.name.endswith(f".{ending}")]

    @property
    def replies(self) -> list["Message"]:
        """Its thread, oldest first."""
        return [one for one in self.channel.messages if one.thread is self and not one.is_deleted]

    @property
    def is_ephemeral(self) -> bool:
        return self.shown_to is not None

    @property
    def link(self) -> str:
        url = self.channel.world.workspace.url
        address = f"{url}archives/{self.channel.id}/p{self.ts.replace('.', '')}"
        return f"{address}?thread_ts={self.thread.ts}" if self.thread else address

    def keep(self) -> None:
        """Note what it says now."""
        self.revisions.append(
            Revision(
                fallback=self.fallback,
                blocks=self.blocks,
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

    async def next_reply(self) -> "Message":
        """The next message of the bot's in its thread that this hasn't given yet."""
        found = await self.channel.world.feed.until(
            lambda: next(iter(self._bots_replies()[self._replies_told :]), None),
            f"a reply to {self.text!r}",
        )
        self._replies_told += 1
        return found

    async def until_says(self, words: str) -> "Message":
        """Itself, once these words can be read in it."""
        return await self.channel.world.feed.until(
            lambda: self if words in self.text else None, f"{words!r} in {self.text!r}"
        )

    async def until_deleted(self) -> None:
        await self.channel.world.feed.until(lambda: self.is_deleted, f"{self.text!r} to be deleted")

    def _bots_replies(self) -> list["Message"]:
        return [
            one
            for one in self.channel.messages
            if one.thread is self and one.author.is_bot and not one.is_ephemeral
        ]


def _lines_of(fallback: str, blocks: list[Json]) -> Iterator[str]:
    if blocks:
        yield from texts_of(blocks)
    elif fallback:
        yield fallback

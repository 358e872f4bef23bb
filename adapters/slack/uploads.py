"""Files in Slack's three steps: an address is asked for, the bytes go there, and all are shared at once.

The library's own helper sends the blocks in the address of a request, and can't be asked later what
became of it. A message with files appears some time after the call that shares them was answered.

Source: https://docs.slack.dev/messaging/working-with-files
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from functools import partial
from pathlib import Path

import structlog
from slack_sdk.errors import SlackApiError

from adapters.slack.addresses import message_for
from adapters.slack.calls import SETTLING_SECONDS, Calls, Unsure
from adapters.slack.failures import FAILED, NO_ROOM_BELOW, error_of
from adapters.slack.plain import Json
from adapters.slack.posted import Spot
from bot.ports import Clock

__all__ = ["SHARING", "Fate", "Put", "Upload", "Uploads", "pauses"]

log = structlog.get_logger()

SHARING = timedelta(seconds=60)
"""So long a message with files may take to appear."""

FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 8.0

MOST_TRIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file on disk, under the name it is to have."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A file whose bytes Slack has."""

    id: str
    name: str


class Fate(Enum):
    """What is known of files that were to be shared, besides where they are."""

    NOT_THERE = auto()
    """They weren't shared, and may be."""
    NOT_SEEN = auto()
    """They haven't appeared yet."""


class Uploads:
    """Puts files into the workspace."""

    def __init__(self, calls: Calls, clock: Clock) -> None:
        self._calls = calls
        self._clock = clock

    async def put(self, files: Sequence[Upload]) -> list[Put]:
        """Have their bytes there; nobody sees them yet. Raises what Slack or the line does."""
        return [await self._calls.patiently(partial(self._put, each)) for each in files]

    async def keep(self, file: Put) -> None:
        """Make it a file that is seen where a block shows it, and nowhere else."""
        await self._calls.do("files.completeUploadExternal", files=[_named(file)])

    async def share(self, files: Sequence[Put], spot: Spot, blocks: Sequence[Json]) -> str | None:
        """Show them in one message, and not twice; its address. None when nobody saw it appear yet.

        Raises Unsure when nobody knows whether they are, and SlackApiError when they aren't.
        """
        for _ in range(MOST_TRIES):
            try:
                await self._complete(files, spot, blocks)
            except Unsure:
                await self._clock.sleep(SETTLING_SECONDS)
                fate = await self._fate_if_told(files[0].id, spot)
                if fate is None:
                    raise
            else:
                fate = await self._fate_if_told(files[0].id, spot)
                return fate if isinstance(fate, str) else None
            if isinstance(fate, str):
                return fate
        raise Unsure("files.completeUploadExternal")

    async def fate(self, file: str, spot: Spot) -> str | Fate:
        """The address of the message that a file is shared in, once there is one; else what is known."""
        for pause in pauses(SHARING):
            try:
                said = (await self._calls.ask("files.info", file=file))["file"]
            except SlackApiError as refused:
                if error_of(refused) == "file_not_found":
                    return Fate.NOT_THERE
                raise
            if lies := _address_in(said, spot):
                return lies
            await self._clock.sleep(pause)
        return Fate.NOT_SEEN

    async def _fate_if_told(self, file: str, spot: Spot) -> str | Fate | None:
        """None where Slack doesn't say: what was done with the file stays done."""
        try:
            return await self.fate(file, spot)
        except FAILED as error:
            log.warning("what became of files can't be looked up", why=type(error).__name__)
            return None

    async def is_picture(self, file: str) -> bool:
        """Whether Slack has found out by now that it is one, so that blocks can show it."""
        said = (await self._calls.ask("files.info", file=file))["file"]
        return str(said.get("mimetype") or "").startswith("image/")

    async def delete(self, file: str) -> None:
        """Take it away. Raises SlackApiError."""
        await self._calls.do("files.delete", file=file)

    async def _put(self, file: Upload) -> Put:
        size = file.path.stat().st_size
        begun = await self._calls.ask("files.getUploadURLExternal", filename=file.name, length=size)
        await self._calls.send(str(begun["upload_url"]), file.path)
        return Put(id=str(begun["file_id"]), name=file.name)

    async def _complete(self, files: Sequence[Put], spot: Spot, blocks: Sequence[Json]) -> None:
        channel, thread = spot
        said = {
            "files": [_named(each) for each in files],
            "channel_id": channel,
            "blocks": [*blocks],
        }
        try:
            below = {"thread_ts": thread} if thread else {}
            await self._calls.once("files.completeUploadExternal", **said, **below)
        except SlackApiError as refused:
            if not thread or error_of(refused) not in NO_ROOM_BELOW:
                raise
            await self._calls.once("files.completeUploadExternal", **said)


def pauses(span: timedelta) -> list[float]:
    """Longer and longer ones, which take so long all together."""
    found, left, pause = [], span.total_seconds(), FIRST_PAUSE_SECONDS
    while left > 0:
        found.append(min(pause, left))
        left -= found[-1]
        pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
    return [*found, 0.0]


def _named(file: Put) -> Json:
    return {"id": file.id, "title": file.name}


def _address_in(file: Json, spot: Spot) -> str | None:
    shares = file.get("shares") or {}
    for kind in ("public", "private"):
        for share in (shares.get(kind) or {}).get(spot[0], []):
            return message_for(str(share["ts"]), share.get("thread_ts"))
    return None

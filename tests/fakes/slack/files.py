"""Files, in three steps: an address is asked for, the bytes are sent to it, and they are shared.

A message with them comes later than the answer does, and later still what kind of file it is.
"""

import mimetypes
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import web

from tests.fakes.slack.message import Message
from tests.fakes.slack.people import Person
from tests.fakes.slack.places import Channel, Kind
from tests.fakes.slack.refusals import Json, Misshapen, not_found
from tests.fakes.slack.world import World

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_BYTES = 1 << 30


@dataclass(eq=False, kw_only=True)
class File:
    id: str
    name: str
    owner: Person
    length: int
    key: str
    """What is secret of the address that its bytes are sent to."""
    title: str = ""
    alt_text: str = ""
    data: bytes = field(default=b"", repr=False)
    is_uploaded: bool = False
    is_complete: bool = False
    mimetype: str = ""
    """Known once it was processed."""
    is_deleted: bool = False
    created: int = 0
    shares: list[Message] = field(default_factory=list, repr=False)


class Files:
    """`seconds_to_share` and `seconds_to_process` are by the clock, for what comes from now on."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.seconds_to_share = 0.0
        self.seconds_to_process = 0.0
        self.write: Callable[[Channel, list[File], Json], Message] | None = None
        """Makes the message; set once there is somebody who writes."""

    def begin(self, name: str, length: int, alt_text: str, owner: Person | None = None) -> File:
        file = File(
            id=self._world.ids.new("F"),
            name=name,
            owner=owner or self._world.bot,
            length=length,
            key=secrets.token_urlsafe(24),
            alt_text=alt_text,
            created=int(self._world.clock.now().timestamp()),
        )
        self._world.files[file.id] = file
        return file

    def keep(self, name: str, data: bytes, owner: Person) -> File:
        """A person's own, which is there at once."""
        file = self.begin(name, len(data), "", owner)
        file.data, file.title = data, name
        file.is_uploaded = file.is_complete = True
        file.mimetype = _guessed(file)
        return file

    async def receive(self, request: web.Request) -> web.Response:
        """The bytes, as they are or as the only part of a form."""
        file = self._by_key(request.match_info["key"])
        if request.content_type.startswith("multipart/"):
            form = await request.post()
            parts = [one for one in form.values() if isinstance(one, web.FileField)]
            data = parts[0].file.read() if len(parts) == 1 else b""
        else:
            data = await request.read()
        if file is None or file.is_uploaded:
            return web.Response(status=404, text="Not Found")
        if len(data) != file.length or len(data) > MOST_BYTES:
            return web.Response(status=400, text=f"NOT OK - {len(data)} of {file.length}")
        file.data, file.is_uploaded = data, True
        self._world.feed.stir()
        return web.Response(text=f"OK - {len(data)}")

    def complete(self, file: File, title: str | None) -> None:
        """It is a file from now on; what kind, is found out later."""
        file.title = title or file.title or file.name
        if not file.is_complete:
            file.is_complete = True
            self._world.later(self.seconds_to_process, lambda: self._process(file))

    def share(self, files: list[File], channel: Channel, said: Json) -> None:
        """One message with all of them, in its own time; if the bot is still there by then."""

        def appear() -> None:
            assert self.write
            if not channel.has_bot or channel.is_archived:
                return
            message = self.write(channel, files, said)
            for file in files:
                file.shares.append(message)
            self._world.feed.stir()

        self._world.later(self.seconds_to_share, appear)

    def known(self, id_: str) -> File:
        file = self._world.files.get(id_)
        if file is None:
            raise not_found("file")
        return file

    def delete(self, file: File) -> None:
        file.is_deleted = True
        for message in file.shares:
            message.files = [one for one in message.files if one is not file]
            message.keep()

    def check_shown(self, said: Json, path: str) -> None:
        """What a block shows has to be a picture that was processed."""
        file = self._world.files.get(str(said.get("id", "")))
        if "url" in said:
            file = next((one for one in self._world.files.values() if one.id in said["url"]), None)
        is_ready = file and not file.is_deleted and file.mimetype.startswith("image/")
        if not is_ready:
            raise Misshapen(path, "invalid slack file")

    async def serve(self, request: web.Request) -> web.Response:
        """To who has the token; everybody else is shown how to sign in."""
        file = self._world.files.get(request.match_info["file"])
        is_known = request.headers.get("Authorization") == f"Bearer {self._world.bot_token}"
        if not is_known or "files:read" not in self._world.scopes:
            return web.Response(text="<html>Sign in</html>", content_type="text/html")
        if file is None or file.is_deleted:
            return web.Response(status=404, text="Not Found")
        kind = file.mimetype or "application/octet-stream"
        return web.Response(body=file.data, content_type=kind)

    def _process(self, file: File) -> None:
        file.mimetype = _guessed(file)
        self._world.feed.stir()

    def _by_key(self, key: str) -> File | None:
        return next((one for one in self._world.files.values() if one.key == key), None)


def file_payload(file: File, world: World) -> Json:
    """As `files.info` tells it; where it was shared is known only when it was."""
    shares: Json = {}
    for message in file.shares:
        kind = "public" if message.channel.kind is Kind.PUBLIC else "private"
        places = shares.setdefault(kind, {}).setdefault(message.channel.id, [])
        share: Json = {"ts": message.ts, "channel_name": message.channel.name}
        if message.thread:
            share["thread_ts"] = message.thread.ts
        places.append(share)
    address = f"{world.public_url}/files-pri/{world.workspace.id}-{file.id}/{file.id}"
    return {
        "id": file.id,
        "created": file.created,
        "timestamp": file.created,
        "name": file.name,
        "title": file.title,
        "mimetype": file.mimetype,
        "filetype": file.name.rpartition(".")[2] if file.mimetype else "",
        "user": file.owner.id,
        "user_team": file.owner.team_id,
        "size": file.length,
        "mode": "hosted",
        "is_external": False,
        "is_public": "public" in shares,
        "url_private": address,
        "url_private_download": f"{address}/download",
        "permalink": f"{world.workspace.url}files/{file.owner.id}/{file.id}/{file.name}",
        "alt_txt": file.alt_text,
        "channels": list(shares.get("public", {})),
        "groups": [one for one in shares.get("private", {}) if one.startswith(("C", "G"))],
        "ims": [one for one in shares.get("private", {}) if one.startswith("D")],
        "shares": shares,
        "has_more_shares": False,
    }


def _guessed(file: File) -> str:
    return mimetypes.guess_type(file.name)[0] or "application/octet-stream"

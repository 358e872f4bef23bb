"""Uploaded files, and the signed addresses under which they can be had for a day."""

import hashlib
import hmac
import mimetypes
import re
from datetime import timedelta
from pathlib import PurePath
from urllib.parse import quote

from aiohttp import web

from tests.fakes.discord.message import Attachment
from tests.fakes.discord.world import World

ADDRESS_LASTS = timedelta(hours=24)
SECRET = b"only this fake signs with it"


class Files:
    """Keeps what is uploaded, and hands it out."""

    def __init__(self, world: World) -> None:
        self._world = world

    def keep(
        self,
        name: str,
        data: bytes,
        folder: str,
        *,
        content_type: str | None = None,
        description: str | None = None,
        is_ephemeral: bool = False,
    ) -> Attachment:
        """Under the name that Discord makes of it; the one it had is its title."""
        filename = re.sub(r"[^\w.\-]", "", name.replace(" ", "_"), flags=re.ASCII) or "unknown"
        guessed = mimetypes.guess_type(filename)[0] or "application/octet-stream"
        attachment = Attachment(
            id=self._world.ids.new(),
            filename=filename,
            data=data,
            content_type=content_type or guessed,
            folder=folder,
            title=PurePath(name).stem if filename != name else None,
            description=description,
            is_ephemeral=is_ephemeral,
        )
        self._world.attachments[attachment.id] = attachment
        return attachment

    def drop(self, attachment: Attachment) -> None:
        self._world.attachments.pop(attachment.id, None)

    async def serve(self, request: web.Request) -> web.Response:
        """404 for a false signature, after a day, and for what is gone, as the CDN does."""
        attachment = self._world.attachments.get(request.match_info["attachment"])
        expires = request.query.get("ex", "")
        gone = web.Response(status=404, text="This content is no longer available.")
        if attachment is None or not re.fullmatch("[0-9a-f]+", expires):
            return gone
        if not hmac.compare_digest(_signature(attachment, expires), request.query.get("hm", "")):
            return gone
        if int(expires, 16) < self._world.clock.now().timestamp():
            return gone
        return web.Response(body=attachment.data, content_type=attachment.content_type)


def url_for(attachment: Attachment, world: World) -> str:
    """A fresh address; `ex` and `is` are seconds in hexadecimal, `hm` signs them."""
    now = world.clock.now()
    expires = f"{int((now + ADDRESS_LASTS).timestamp()):x}"
    return (
        f"{world.public_url}/attachments/{attachment.folder}/{attachment.id}"
        f"/{quote(attachment.filename)}"
        f"?ex={expires}&is={int(now.timestamp()):x}&hm={_signature(attachment, expires)}&"
    )


def _signature(attachment: Attachment, expires: str) -> str:
    return hmac.new(SECRET, f"{attachment.id}.{expires}".encode(), hashlib.sha256).hexdigest()

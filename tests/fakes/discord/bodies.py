"""Reading a request: JSON alone, or beside files."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

from tests.fakes.discord.refusals import Json, misshapen, not_json, too_large

MOST_BYTES = 25 << 20
MOST_FILES = 10


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A file as it is handed over."""

    name: str
    data: bytes
    content_type: str | None = None


@dataclass(frozen=True, kw_only=True)
class Body:
    json: Any = None
    files: dict[int, Upload] = field(default_factory=dict)
    """By the number that the JSON calls them by."""
    judge: Callable[[], None] = lambda: None
    """Asks the specification; called once the rules written by hand have been."""

    @property
    def fields(self) -> Json:
        """The JSON, which has to be an object."""
        if not isinstance(self.json, dict):
            raise misshapen("", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType")
        return self.json


async def read(request: web.Request) -> Body:
    """Read to the end even when it is too large, so that the client hears the answer."""
    body = (
        await _parts(request)
        if request.content_type.startswith("multipart/")
        else Body(json=_parsed(await request.read()))
    )
    if (request.content_length or 0) > MOST_BYTES:
        raise too_large()
    if len(body.files) > MOST_FILES:
        raise misshapen("files", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.")
    return body


async def _parts(request: web.Request) -> Body:
    fields: Any = None
    files: dict[int, Upload] = {}
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        data = bytes(await part.read())
        if part.name == "payload_json":
            fields = _parsed(data)
        elif number := re.fullmatch(r"files\[(\d+)\]", part.name or ""):
            files[int(number[1])] = Upload(name=part.filename or "unknown", data=data)
        else:
            raise misshapen(part.name or "", "UNKNOWN_FIELD", "This part isn't known.")
    return Body(json={} if fields is None else fields, files=files)


def _parsed(data: bytes) -> Any:  # noqa: ANN401  # whatever JSON it is
    if not data:
        return None
    try:
        return json.loads(data)
    except ValueError:
        raise not_json() from None

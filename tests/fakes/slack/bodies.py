"""Reading a call: its arguments from the address, from a form, or from JSON."""

import json
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.fakes.slack.refusals import Json, Misshapen, Refused, invalid_arguments


@dataclass(frozen=True, kw_only=True)
class Arguments:
    """A form carries text alone: what has a structure is JSON in it."""

    fields: Json
    token: str = ""

    def text(self, name: str) -> str:
        value = self.fields.get(name)
        return "" if value is None else str(value)

    def required(self, name: str) -> str:
        if not (value := self.text(name)):
            raise invalid_arguments(Misshapen("", f"missing required field: {name}"))
        return value

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in {"1", "true"}

    def number(self, name: str, otherwise: int) -> int:
        if name not in self.fields:
            return otherwise
        try:
            return int(self.text(name))
        except ValueError:
            raise invalid_arguments(Misshapen("", f"must be a number: {name}")) from None

    def data(self, name: str, refusal: str) -> Any:  # noqa: ANN401  # JSON
        """Something with a structure; None if it isn't there."""
        value = self.fields.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise Refused(refusal) from None


async def read(request: web.Request, *, takes_json: bool) -> Arguments:
    """JSON sent to a method that takes none is as good as nothing."""
    fields: Json = dict(request.query)
    if request.content_type == "application/json":
        said = _parsed(await request.read())
        fields |= said if takes_json else {}
    elif request.method == "POST":
        fields |= {name: str(value) for name, value in (await request.post()).items()}
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    return Arguments(
        fields={name: value for name, value in fields.items() if name != "token"},
        token=token if kind == "Bearer" else str(fields.get("token") or ""),
    )


def _parsed(data: bytes) -> Json:
    if not data:
        return {}
    try:
        said = json.loads(data)
    except ValueError:
        raise Refused("invalid_json") from None
    if not isinstance(said, dict):
        raise Refused("json_not_object")
    return said

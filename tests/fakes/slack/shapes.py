"""What rules for blocks are made of: what has to be there, how long it may be, which type it has."""

from collections.abc import Collection
from typing import Any

from tests.fakes.slack.refusals import Json, Misshapen

PLAIN, MARKED = {"plain_text"}, {"plain_text", "mrkdwn"}


def check_known(part: Json, path: str, known: Collection[str]) -> None:
    for name in part.keys() - set(known) - {"type"}:
        raise Misshapen(f"{path}/{name}", f"invalid additional property: {name}")


def required(part: Json, name: str, path: str) -> Any:  # noqa: ANN401  # JSON
    if part.get(name) in (None, "", []):
        raise Misshapen(path, f"missing required field: {name}")
    return part[name]


def check_length(value: object, most: int, path: str) -> None:
    """Of a string in characters; what isn't there is short enough."""
    if value is None:
        return
    if not isinstance(value, str):
        raise Misshapen(path, "must provide a string")
    if not value:
        raise Misshapen(path, "must be more than 0 characters")
    if len(value) > most:
        raise Misshapen(path, f"must be less than {most + 1} characters")


def items(part: Json, name: str, path: str, most: int, least: int = 1) -> list[Json]:
    found = part.get(name)
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise Misshapen(f"{path}/{name}", "must be an array of objects")
    if len(found) < least:
        raise Misshapen(f"{path}/{name}", f"no fewer than {least} items required")
    if len(found) > most:
        raise Misshapen(f"{path}/{name}", f"no more than {most} items allowed")
    return found


def check_text(part: object, path: str, most: int, kinds: Collection[str] = MARKED) -> None:
    """A text object; what isn't there is left to `required`."""
    if part is None:
        return
    if not isinstance(part, dict) or part.get("type") not in kinds:
        raise Misshapen(path, f"must be one of {', '.join(sorted(kinds))}")
    known = {"text", "emoji"} if part["type"] == "plain_text" else {"text", "verbatim"}
    check_known(part, path, known)
    check_length(required(part, "text", path), most, f"{path}/text")

"""Walking through blocks, of messages and of views."""

import secrets
from collections.abc import Iterator
from typing import Any

from tests.fakes.slack.refusals import Json

SELECTS = {
    f"{many}{what}_select"
    for many in ("", "multi_")
    for what in ("static", "external", "users", "conversations", "channels")
}
INPUTS = {
    "plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input",
    "datepicker", "timepicker", "datetimepicker", "checkboxes", "radio_buttons", "file_input",
}  # fmt: skip
INTERACTIVE = SELECTS | INPUTS | {"button", "overflow", "workflow_button", "feedback_buttons"}
RICH_LINES = {"rich_text_section", "rich_text_quote", "rich_text_preformatted"}


def elements_of(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Everything that can be pressed, chosen in or filled in, each with its block."""
    for block in blocks:
        for element in _elements(block):
            yield block, element


def buttons_of(blocks: list[Json]) -> Iterator[tuple[str, Json, Json]]:
    """Label, block and button, in order."""
    for block, element in elements_of(blocks):
        if element["type"] == "button":
            yield element["text"]["text"], block, element


def texts_of(blocks: list[Json]) -> Iterator[str]:
    """What can be read besides what is pressed or filled in."""
    for block in blocks:
        yield from _texts(block)


def marked_of(blocks: list[Json]) -> Iterator[str]:
    """Text in which mentions are looked for; in plain text they aren't."""
    for part in _parts(blocks):
        match part.get("type"):
            case "mrkdwn" | "markdown":
                yield part["text"]
            case "user":
                yield f"<@{part['user_id']}>"
            case "broadcast":
                yield f"<!{part['range']}>"


def completed(blocks: list[Json]) -> list[Json]:
    """A copy in which each block and each element that has no id got one, new every time."""

    def copied(part: Any) -> Any:  # noqa: ANN401  # JSON
        if isinstance(part, list):
            return [copied(one) for one in part]
        if not isinstance(part, dict):
            return part
        copy = {name: copied(value) for name, value in part.items()}
        if copy.get("type") in INTERACTIVE:
            copy.setdefault("action_id", secrets.token_hex(3))
        return copy

    return [{"block_id": secrets.token_hex(3)} | copied(block) for block in blocks]


def _elements(part: Any) -> Iterator[Json]:  # noqa: ANN401  # JSON
    for one in _parts(part):
        if one.get("type") in INTERACTIVE:
            yield one


def _parts(part: Any) -> Iterator[Json]:  # noqa: ANN401  # JSON
    """Every object, from outside inwards."""
    if isinstance(part, list):
        for one in part:
            yield from _parts(one)
    elif isinstance(part, dict):
        yield part
        for one in part.values():
            yield from _parts(one)


def _texts(part: Any) -> Iterator[str]:  # noqa: ANN401  # JSON
    if isinstance(part, list):
        for one in part:
            yield from _texts(one)
    elif isinstance(part, dict):
        kind = part.get("type")
        if kind in {"mrkdwn", "plain_text", "markdown"}:
            yield part["text"]
        elif kind in RICH_LINES:
            yield "".join(_leaf(leaf) for leaf in part["elements"])
        elif kind not in INTERACTIVE:
            for one in part.values():
                yield from _texts(one)


def _leaf(leaf: Json) -> str:
    if leaf["type"] == "user":
        return f"<@{leaf['user_id']}>"
    if leaf["type"] == "channel":
        return f"<#{leaf['channel_id']}>"
    names = ("text", "url", "name", "range", "fallback")
    return str(next((leaf[name] for name in names if leaf.get(name)), ""))

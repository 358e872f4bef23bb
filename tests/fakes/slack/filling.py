"""Pressing buttons, choosing in lists and filling in forms, as a person's own Slack allows it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.fakes.slack.blocks import elements_of
from tests.fakes.slack.files import Files, file_payload
from tests.fakes.slack.people import Person
from tests.fakes.slack.refusals import Json
from tests.fakes.slack.state import VALUES, key_of
from tests.fakes.slack.world import World


class NotOffered(AssertionError):
    """A person can't do this: nothing they see lets them."""


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A file as it is handed over."""

    name: str
    data: bytes


Filled = str | Sequence[str] | Sequence[Upload]


def element(blocks: list[Json], name: str) -> tuple[Json, Json]:
    """The block and the element of this label, action id or block id."""
    for block, one in elements_of(blocks):
        label = (block.get("label") or {}).get("text")
        text = one["text"]["text"] if one["type"] == "button" else None
        if name in {one["action_id"], text, label, block["block_id"]}:
            return block, one
    offered = [
        one["text"]["text"] if one["type"] == "button" else one["action_id"]
        for _, one in elements_of(blocks)
    ]
    raise NotOffered(f"there is no {name}: {offered}")


def pressed(blocks: list[Json], name: str, stamp: str) -> Json:
    """The action of a press."""
    block, one = element(blocks, name)
    if one["type"] != "button":
        raise NotOffered(f"{name} is no button")
    action: Json = {
        "type": "button",
        "action_id": one["action_id"],
        "block_id": block["block_id"],
        "text": {"emoji": True} | one["text"],
        "action_ts": stamp,
    }
    return action | {key: one[key] for key in ("value", "url", "style") if key in one}


def chosen(
    blocks: list[Json], name: str, value: Filled, stamp: str, suggested: Sequence[Json] = ()
) -> Json:
    """The action of a choice; `suggested` are the options of a list that asks for them."""
    block, one = element(blocks, name)
    said: Json = {VALUES[one["type"]]: _value(one, value, suggested)}
    return {
        "type": one["type"],
        "action_id": one["action_id"],
        "block_id": block["block_id"],
        "action_ts": stamp,
    } | said


def filled(
    blocks: list[Json],
    values: Mapping[str, Filled],
    suggested: Sequence[Json],
    keep: "Keeping",
) -> dict[str, Json]:
    """What is told of each field that somebody filled in, by where it stands."""
    found: dict[str, Json] = {}
    for name, value in values.items():
        block, one = element(blocks, name)
        key = VALUES[one["type"]]
        said = keep(value) if key == "files" else _value(one, value, suggested)
        found[key_of(block, one)] = {"type": one["type"], key: said}
    return found


def check_required(blocks: list[Json], state: Json) -> None:
    """Slack itself doesn't let a form go without what has to be in it."""
    for block in blocks:
        if block["type"] == "input" and not block.get("optional"):
            one = block["element"]
            said = state["values"][block["block_id"]][one["action_id"]]
            if not said[VALUES[one["type"]]]:
                raise NotOffered(f"{block['label']['text']} has to be filled in")


@dataclass(frozen=True, kw_only=True)
class Keeping:
    """Takes the files that are handed in with a form."""

    files: Files
    person: Person
    world: World

    def __call__(self, value: Filled) -> list[Json]:
        uploads = [one for one in value if isinstance(one, Upload)]
        kept = [self.files.keep(one.name, one.data, self.person) for one in uploads]
        return [file_payload(one, self.world) for one in kept]


def _value(one: Json, value: Filled, suggested: Sequence[Json]) -> object:
    kind = VALUES[one["type"]]
    if kind == "value":
        return _text(one, value)
    if kind == "selected_option":
        return _option(one, str(value), suggested)
    if kind == "selected_options":
        return [_option(one, str(each), suggested) for each in _several(value)]
    return list(_several(value)) if kind.endswith("s") else str(value)


def _text(one: Json, value: Filled) -> str | None:
    text = str(value)
    least, most = one.get("min_length", 0), one.get("max_length", 3000)
    if text and not least <= len(text) <= most:
        raise NotOffered(f"{one['action_id']} is too short or too long")
    return text or None


def _option(one: Json, value: str, suggested: Sequence[Json]) -> Json | None:
    """By value or by label; nothing is the option to choose nothing."""
    if not value:
        return None
    offered = [*_options(one), *suggested]
    for option in offered:
        if value in {option["value"], option["text"]["text"]}:
            return option
    raise NotOffered(f"{one['action_id']} offers {[option['value'] for option in offered]}")


def _options(one: Json) -> Iterator[Json]:
    yield from one.get("options") or []
    for group in one.get("option_groups") or []:
        yield from group["options"]


def _several(value: Filled) -> Sequence[object]:
    return [value] if isinstance(value, str) else value

"""Walking through components, of messages and of forms."""

from collections.abc import Iterator
from enum import IntEnum
from itertools import count

from tests.fakes.discord.refusals import Json


class Type(IntEnum):
    ROW = 1
    BUTTON = 2
    STRING_SELECT = 3
    TEXT_INPUT = 4
    USER_SELECT = 5
    ROLE_SELECT = 6
    MENTIONABLE_SELECT = 7
    CHANNEL_SELECT = 8
    SECTION = 9
    TEXT = 10
    THUMBNAIL = 11
    GALLERY = 12
    FILE = 13
    SEPARATOR = 14
    CONTAINER = 17
    LABEL = 18
    FILE_UPLOAD = 19
    RADIO_GROUP = 21
    CHECKBOX_GROUP = 22
    CHECKBOX = 23


SELECTS = {
    Type.STRING_SELECT,
    Type.USER_SELECT,
    Type.ROLE_SELECT,
    Type.MENTIONABLE_SELECT,
    Type.CHANNEL_SELECT,
}

LINK = 5
"""The style of a button that opens an address."""


def walk(components: list[Json], path: str = "components") -> Iterator[tuple[str, Json]]:
    """Every component with its dotted path, from outside inwards."""
    for number, component in enumerate(components):
        here = f"{path}.{number}"
        yield here, component
        yield from walk(component.get("components") or [], f"{here}.components")
        for name in ("accessory", "component"):
            if inner := component.get(name):
                yield f"{here}.{name}", inner


def texts_of(components: list[Json]) -> Iterator[str]:
    for _, component in walk(components):
        if component["type"] == Type.TEXT:
            yield component["content"]


def buttons_of(components: list[Json]) -> Iterator[tuple[str, Json]]:
    for _, component in walk(components):
        if component["type"] == Type.BUTTON:
            emoji = (component.get("emoji") or {}).get("name", "")
            yield component.get("label") or emoji, component


def numbered(components: list[Json]) -> list[Json]:
    """A copy in which each component that has no id got one."""
    numbers = count(1)

    def copied(component: Json) -> Json:
        copy: Json = {"id": next(numbers)} | component
        if "components" in copy:
            copy["components"] = [copied(inner) for inner in copy["components"]]
        for name in ("accessory", "component"):
            if copy.get(name):
                copy[name] = copied(copy[name])
        return copy

    return [copied(component) for component in components]

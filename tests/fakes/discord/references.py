"""Files that embeds and components show; they are missing among a message's attachments then.

https://github.com/discord/discord-api-docs/pull/8279
"""

import re
from collections.abc import Iterator

from tests.fakes.discord.components import walk
from tests.fakes.discord.refusals import Json

OWN = "attachment://"


def references_of(embeds: list[Json], components: list[Json]) -> Iterator[tuple[str, str]]:
    """Each address of a picture or file, with the dotted path where it stands."""
    for number, embed in enumerate(embeds):
        for part in ("image", "thumbnail"):
            if url := (embed.get(part) or {}).get("url"):
                yield f"embeds.{number}.{part}", url
    for path, component in walk(components):
        items = [component.get("media"), component.get("file")]
        items += [item.get("media") for item in component.get("items") or []]
        yield from ((path, item["url"]) for item in items if item)


def names_of(embeds: list[Json], components: list[Json]) -> set[str]:
    """Files of the message itself that are shown in it."""
    return {
        url.removeprefix(OWN) for _, url in references_of(embeds, components) if url.startswith(OWN)
    }


def id_in(address: str) -> str | None:
    """Of the attachment that an address of ours stands for."""
    found = re.search(r"/attachments/\d+/(\d+)/", address)
    return found[1] if found else None

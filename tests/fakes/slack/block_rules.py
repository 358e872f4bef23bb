"""What Slack refuses of blocks, by rules written by hand, and then by its library's own models.

https://docs.slack.dev/reference/block-kit/blocks
"""

import ipaddress
from collections.abc import Callable
from copy import deepcopy
from urllib.parse import urlsplit

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block

from tests.fakes.slack.blocks import INPUTS, INTERACTIVE, SELECTS, elements_of
from tests.fakes.slack.element_rules import check_element
from tests.fakes.slack.refusals import Json, Misshapen
from tests.fakes.slack.rich_rules import check_rich_text
from tests.fakes.slack.shapes import (
    PLAIN,
    check_known,
    check_length,
    check_text,
    items,
    required,
)

MESSAGE_BLOCKS, VIEW_BLOCKS = 50, 100
MOST_TEXT = 3000

KNOWN = {
    "section": {"text", "fields", "accessory", "expand"},
    "divider": set(),
    "header": {"text", "level"},
    "image": {"image_url", "slack_file", "alt_text", "title"},
    "actions": {"elements"},
    "context": {"elements"},
    "input": {"label", "element", "hint", "optional", "dispatch_action"},
    "markdown": {"text"},
}
OTHERS = {
    "rich_text", "video", "table", "plan", "task_card", "alert", "card", "carousel", "container",
    "context_actions", "data_table", "file",
}  # fmt: skip
"""Known by name; what is in them, the library's models judge."""
ACCESSORIES = INTERACTIVE - {"plain_text_input", "rich_text_input", "file_input"} | {"image"}
ACTIONS = INTERACTIVE - {"file_input"}

FileCheck = Callable[[Json, str], None]
"""Whether a file of Slack's own can be shown already."""


def check_blocks(blocks: object, most: int, check_file: FileCheck) -> list[Json]:
    if not isinstance(blocks, list) or not all(isinstance(one, dict) for one in blocks):
        raise Misshapen("", "must be an array of objects")
    if len(blocks) > most:
        raise Misshapen("/blocks", f"no more than {most} items allowed")
    ids = [block["block_id"] for block in blocks if block.get("block_id")]
    if len(ids) != len(set(ids)):
        raise Misshapen("/blocks", "block_id already exists")
    for number, block in enumerate(blocks):
        _check_block(block, f"/blocks/{number}", check_file)
        _check_unique_actions(block, f"/blocks/{number}")
        _ask_library(block, f"/blocks/{number}")
    return blocks


def _check_block(block: Json, path: str, check_file: FileCheck) -> None:
    kind = block.get("type")
    check_length(block.get("block_id"), 255, f"{path}/block_id")
    if kind == "rich_text":
        check_rich_text(block, path)
    if kind in OTHERS:
        return
    if kind not in KNOWN:
        raise Misshapen(f"{path}/type", f"unsupported type: {kind}")
    check_known(block, path, KNOWN[kind] | {"block_id"})
    if kind in {"section", "image", "context"}:
        _check_shown(block, path, check_file)
    else:
        _check_rest(block, path)


def _check_shown(block: Json, path: str, check_file: FileCheck) -> None:
    """What may have pictures."""
    match block["type"]:
        case "section":
            _check_section(block, path, check_file)
        case "context":
            _check_context(block, path, check_file)
        case "image":
            _check_image(block, path, check_file)
            check_text(block.get("title"), f"{path}/title", 2000, PLAIN)


def _check_rest(block: Json, path: str) -> None:
    match block["type"]:
        case "header":
            check_text(required(block, "text", path), f"{path}/text", 150, PLAIN)
        case "actions":
            for number, element in enumerate(items(block, "elements", path, 25)):
                _check_inner(element, f"{path}/elements/{number}", ACTIONS)
        case "input":
            _check_input(block, path)
        case "markdown":
            check_length(required(block, "text", path), 12_000, f"{path}/text")


def _check_section(block: Json, path: str, check_file: FileCheck) -> None:
    if not block.get("text") and not block.get("fields"):
        raise Misshapen(path, "missing required field: text")
    check_text(block.get("text"), f"{path}/text", MOST_TEXT)
    if "fields" in block:
        for number, one in enumerate(items(block, "fields", path, 10)):
            check_text(one, f"{path}/fields/{number}", 2000)
    if accessory := block.get("accessory"):
        if accessory.get("type") == "image":
            _check_image(accessory, f"{path}/accessory", check_file)
        else:
            _check_inner(accessory, f"{path}/accessory", ACCESSORIES)


def _check_context(block: Json, path: str, check_file: FileCheck) -> None:
    for number, element in enumerate(items(block, "elements", path, 10)):
        here = f"{path}/elements/{number}"
        if element.get("type") == "image":
            _check_image(element, here, check_file)
        else:
            check_text(element, here, MOST_TEXT)


def _check_input(block: Json, path: str) -> None:
    check_text(required(block, "label", path), f"{path}/label", 2000, PLAIN)
    check_text(block.get("hint"), f"{path}/hint", 2000, PLAIN)
    _check_inner(required(block, "element", path), f"{path}/element", INPUTS | SELECTS)


def _check_inner(element: Json, path: str, allowed: set[str]) -> None:
    if element.get("type") not in allowed:
        raise Misshapen(f"{path}/type", f"unsupported type: {element.get('type')}")
    check_element(element, path)


def _check_image(image: Json, path: str, check_file: FileCheck) -> None:
    check_length(required(image, "alt_text", path), 2000, f"{path}/alt_text")
    if ("image_url" in image) == ("slack_file" in image):
        raise Misshapen(path, "must define either `image_url` or `slack_file`")
    if "slack_file" in image:
        check_file(image["slack_file"], f"{path}/slack_file")
        return
    check_length(image["image_url"], 3000, f"{path}/image_url")
    if not _can_be_fetched(image["image_url"]):
        raise Misshapen(f"{path}/image_url", "downloading image failed")


def _can_be_fetched(url: str) -> bool:
    """Slack fetches pictures itself: from public addresses, and no WebP."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return False
    if parts.path.lower().endswith(".webp"):
        return False
    try:
        return ipaddress.ip_address(parts.hostname).is_global
    except ValueError:
        return parts.hostname != "localhost"


def _check_unique_actions(block: Json, path: str) -> None:
    ids = [element["action_id"] for _, element in elements_of([block]) if "action_id" in element]
    if len(ids) != len(set(ids)):
        raise Misshapen(path, "action_id already exists")


def _ask_library(block: Json, path: str) -> None:
    """The models of `slack_sdk` know limits, too; what they don't know they pass over."""
    try:
        parsed = Block.parse(deepcopy(block))
        if parsed is not None:
            parsed.to_dict()
    except (SlackObjectFormationError, TypeError) as error:
        raise Misshapen(path, str(error)) from None

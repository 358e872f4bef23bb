"""What Slack refuses of a message as a whole."""

import json

from tests.fakes.slack.block_rules import MESSAGE_BLOCKS, FileCheck, check_blocks
from tests.fakes.slack.bodies import Arguments
from tests.fakes.slack.refusals import Json, Misshapen, Refused, invalid_blocks

MOST_TEXT = 40_000
MOST_MARKDOWN = 12_000
MOST_METADATA_BYTES = 16_000


def checked_blocks(arguments: Arguments, check_file: FileCheck) -> list[Json] | None:
    """None where nothing is said of blocks, so that an edit leaves them."""
    blocks = arguments.data("blocks", "invalid_blocks_format")
    if blocks is None:
        return None
    if not isinstance(blocks, list):
        raise Refused("invalid_blocks_format")
    try:
        found = check_blocks(blocks, MESSAGE_BLOCKS, check_file)
    except Misshapen as fault:
        raise invalid_blocks(fault) from None
    if sum(len(one["text"]) for one in found if one["type"] == "markdown") > MOST_MARKDOWN:
        raise Refused("msg_too_long")
    return found


def checked_text(arguments: Arguments) -> str:
    """The text of a message, which Markdown may stand for."""
    text, markdown = arguments.text("text"), arguments.text("markdown_text")
    if len(text) > MOST_TEXT or len(markdown) > MOST_MARKDOWN:
        raise Refused("msg_too_long")
    if markdown and (text or "blocks" in arguments.fields):
        raise Refused("markdown_text_conflict")
    return text or markdown


def checked_metadata(arguments: Arguments) -> Json | None:
    metadata = arguments.data("metadata", "invalid_metadata_format")
    if metadata is None:
        return None
    is_whole = (
        isinstance(metadata, dict)
        and isinstance(metadata.get("event_type"), str)
        and isinstance(metadata.get("event_payload"), dict)
    )
    if not is_whole:
        raise Refused("invalid_metadata_format")
    if len(json.dumps(metadata)) > MOST_METADATA_BYTES:
        raise Refused("metadata_too_large")
    return dict(metadata)

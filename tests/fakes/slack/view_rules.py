"""What Slack refuses of a view.

https://docs.slack.dev/reference/views
"""

from tests.fakes.slack.block_rules import VIEW_BLOCKS, FileCheck, check_blocks
from tests.fakes.slack.blocks import elements_of
from tests.fakes.slack.refusals import Json, Misshapen, Refused, invalid_arguments
from tests.fakes.slack.shapes import PLAIN, check_known, check_length, check_text, required

COMMON = {"blocks", "private_metadata", "callback_id", "external_id"}
KNOWN = {
    "modal": COMMON
    | {"title", "submit", "close", "clear_on_close", "notify_on_close", "submit_disabled"},
    "home": COMMON,
}


def checked_view(view: object, kind: str, check_file: FileCheck) -> Json:
    if not isinstance(view, dict):
        raise Refused("invalid_arguments")
    try:
        _check(view, kind, check_file)
    except Misshapen as fault:
        raise invalid_arguments(Misshapen(f"/view{fault.pointer}", fault.message)) from None
    return view


def _check(view: Json, kind: str, check_file: FileCheck) -> None:
    if view.get("type") != kind:
        raise Misshapen("/type", f"must be {kind}")
    check_known(view, "", KNOWN[kind])
    check_length(view.get("callback_id"), 255, "/callback_id")
    check_length(view.get("external_id"), 255, "/external_id")
    if view.get("private_metadata"):
        check_length(view["private_metadata"], 3000, "/private_metadata")
    blocks = check_blocks(view.get("blocks"), VIEW_BLOCKS, check_file)
    if kind == "modal":
        check_text(required(view, "title", ""), "/title", 24, PLAIN)
        check_text(view.get("submit"), "/submit", 24, PLAIN)
        check_text(view.get("close"), "/close", 24, PLAIN)
        if any(block["type"] == "input" for block in blocks) and not view.get("submit"):
            raise Misshapen("/submit", "missing required field: submit")
    elif any(element["type"] == "file_input" for _, element in elements_of(blocks)):
        raise Misshapen("/blocks", "unsupported type: file_input")

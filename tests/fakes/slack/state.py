"""What stands in the fields and lists of a message or a view."""

from collections.abc import Mapping

from tests.fakes.slack.blocks import elements_of
from tests.fakes.slack.refusals import Json

VALUES = {
    "plain_text_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "number_input": "value",
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "multi_users_select": "selected_users",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "overflow": "selected_option",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "checkboxes": "selected_options",
    "file_input": "files",
}
"""What is told of a choice, by the element's type."""


def key_of(block: Json, element: Json) -> str:
    """What somebody chose stays there as long as the block and the element keep their ids."""
    return f"{block['block_id']}/{element['action_id']}"


def state_of(blocks: list[Json], earlier: Mapping[str, Json]) -> Json:
    """What stands in every field: what was chosen, else what was in it."""
    values: dict[str, dict[str, Json]] = {}
    for block, one in elements_of(blocks):
        if one["type"] in VALUES and one["type"] != "overflow":
            said = earlier.get(key_of(block, one)) or _untouched(one)
            values.setdefault(block["block_id"], {})[one["action_id"]] = said
    return {"values": values}


def _untouched(one: Json) -> Json:
    key = VALUES[one["type"]]
    initial = one.get(key.replace("selected", "initial", 1) if key != "value" else "initial_value")
    if initial is None and key in {"selected_options", "files"}:
        initial = []
    return {"type": one["type"], key: initial}

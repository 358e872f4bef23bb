"""What Slack refuses of what can be pressed, chosen in or filled in.

https://docs.slack.dev/reference/block-kit/block-elements
"""

from tests.fakes.slack.refusals import Json, Misshapen
from tests.fakes.slack.shapes import (
    MARKED,
    PLAIN,
    check_known,
    check_length,
    check_text,
    items,
    required,
)

MOST_OPTIONS = 100
MOST_BOXES = 10
COMMON = {"action_id", "confirm", "focus_on_load"}
SELECT = COMMON | {"placeholder"}
OPTIONS = {"options", "option_groups", "initial_option"}
MANY = {"initial_options", "max_selected_items"}
KNOWN = {
    "button": COMMON | {"text", "url", "value", "style", "accessibility_label"},
    "overflow": COMMON | {"options"},
    "checkboxes": COMMON | {"options", "initial_options"},
    "radio_buttons": COMMON | {"options", "initial_option"},
    "static_select": SELECT | OPTIONS,
    "multi_static_select": SELECT | OPTIONS | MANY,
    "external_select": SELECT | {"min_query_length", "initial_option"},
    "multi_external_select": SELECT | {"min_query_length"} | MANY,
    "users_select": SELECT | {"initial_user"},
    "multi_users_select": SELECT | {"initial_users", "max_selected_items"},
    "conversations_select": SELECT
    | {"initial_conversation", "default_to_current_conversation", "response_url_enabled", "filter"},
    "multi_conversations_select": SELECT
    | {"initial_conversations", "default_to_current_conversation", "max_selected_items", "filter"},
    "channels_select": SELECT | {"initial_channel", "response_url_enabled"},
    "multi_channels_select": SELECT | {"initial_channels", "max_selected_items"},
    "plain_text_input": SELECT
    | {"initial_value", "multiline", "min_length", "max_length", "dispatch_action_config"},
    "email_text_input": SELECT | {"initial_value", "dispatch_action_config"},
    "url_text_input": SELECT | {"initial_value", "dispatch_action_config"},
    "number_input": SELECT
    | {"is_decimal_allowed", "initial_value", "min_value", "max_value", "dispatch_action_config"},
    "datepicker": SELECT | {"initial_date"},
    "timepicker": SELECT | {"initial_time", "timezone"},
    "file_input": {"action_id", "filetypes", "max_files"},
}


def check_element(element: Json, path: str) -> None:
    kind = element.get("type")
    if kind not in KNOWN:
        return  # rich text, dates with times and the like: the library's own models know them
    check_known(element, path, KNOWN[kind])
    check_length(element.get("action_id"), 255, f"{path}/action_id")
    check_text(element.get("placeholder"), f"{path}/placeholder", 150, PLAIN)
    if confirm := element.get("confirm"):
        _check_confirm(confirm, f"{path}/confirm")
    match kind:
        case "button":
            _check_button(element, path)
        case "overflow":
            _check_options(items(element, "options", path, 5), f"{path}/options")
        case "checkboxes" | "radio_buttons":
            options = items(element, "options", path, MOST_BOXES)
            _check_options(options, f"{path}/options", MARKED)
            _check_initial(element, options, path)
        case "static_select" | "multi_static_select":
            _check_select(element, path)
        case "plain_text_input":
            _check_input(element, path)
        case "file_input":
            if not 1 <= element.get("max_files", 10) <= 10:
                raise Misshapen(f"{path}/max_files", "must be between 1 and 10")


def _check_button(button: Json, path: str) -> None:
    check_text(required(button, "text", path), f"{path}/text", 75, PLAIN)
    check_length(button.get("value"), 2000, f"{path}/value")
    check_length(button.get("url"), 3000, f"{path}/url")
    check_length(button.get("accessibility_label"), 75, f"{path}/accessibility_label")
    if button.get("style", "primary") not in {"primary", "danger"}:
        raise Misshapen(f"{path}/style", "must be one of primary, danger")


def _check_select(select: Json, path: str) -> None:
    if ("options" in select) == ("option_groups" in select):
        raise Misshapen(path, "must define either `options` or `option_groups`")
    if "options" in select:
        options = items(select, "options", path, MOST_OPTIONS)
        _check_options(options, f"{path}/options")
    else:
        options = []
        for number, group in enumerate(items(select, "option_groups", path, MOST_OPTIONS)):
            here = f"{path}/option_groups/{number}"
            check_text(required(group, "label", here), f"{here}/label", 75, PLAIN)
            inner = items(group, "options", here, MOST_OPTIONS)
            _check_options(inner, f"{here}/options")
            options += inner
    _check_initial(select, options, path)


def _check_options(options: list[Json], path: str, kinds: set[str] = PLAIN) -> None:
    for number, option in enumerate(options):
        here = f"{path}/{number}"
        check_known(option, here, {"text", "value", "description", "url"})
        check_text(required(option, "text", here), f"{here}/text", 75, kinds)
        check_length(required(option, "value", here), 150, f"{here}/value")
        check_text(option.get("description"), f"{here}/description", 75, kinds)


def _check_initial(element: Json, options: list[Json], path: str) -> None:
    """What is chosen beforehand has to be one of them, word by word."""
    one = element.get("initial_option")
    for option in [*([one] if one else []), *(element.get("initial_options") or [])]:
        if option not in options:
            raise Misshapen(path, "initial option doesn't match any option")


def _check_input(element: Json, path: str) -> None:
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    if not 0 <= least <= most <= 3000:
        raise Misshapen(f"{path}/max_length", "must be between min_length and 3000")
    if len(element.get("initial_value") or "") > most:
        raise Misshapen(f"{path}/initial_value", f"must be less than {most + 1} characters")


def _check_confirm(confirm: Json, path: str) -> None:
    check_known(confirm, path, {"title", "text", "confirm", "deny", "style"})
    check_text(required(confirm, "title", path), f"{path}/title", 100, PLAIN)
    check_text(required(confirm, "text", path), f"{path}/text", 300)
    check_text(required(confirm, "confirm", path), f"{path}/confirm", 30, PLAIN)
    check_text(required(confirm, "deny", path), f"{path}/deny", 30, PLAIN)

"""What Discord refuses of a form, and of suggestions."""

from tests.fakes.discord.component_rules import (
    check_custom_id,
    check_unique,
    wrong_type,
)
from tests.fakes.discord.components import SELECTS, Type, walk
from tests.fakes.discord.refusals import Json, misshapen, required, too_long

MOST_TITLE = 45
MOST_PARTS = 5
MOST_INPUT = 4000
MOST_CHOICES = 25
MOST_CHOICE = 100

TOP = {Type.ROW, Type.LABEL, Type.TEXT}
INPUTS = SELECTS | {
    Type.TEXT_INPUT, Type.FILE_UPLOAD, Type.RADIO_GROUP, Type.CHECKBOX_GROUP, Type.CHECKBOX,
}  # fmt: skip


def check_form(form: Json) -> None:
    for name in form.keys() - {"custom_id", "title", "components"}:
        raise misshapen(name, "UNKNOWN_FIELD", "This field isn't known.")
    check_custom_id(form, "")
    if not form.get("title"):
        raise required("title")
    if len(form["title"]) > MOST_TITLE:
        raise too_long(MOST_TITLE, "title")
    parts = form.get("components") or []
    if not 1 <= len(parts) <= MOST_PARTS:
        raise misshapen("components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
    for number, part in enumerate(parts):
        _check_part(part, f"components.{number}")
    check_unique(list(walk(parts)))


def _check_part(part: Json, path: str) -> None:
    if part.get("type") not in TOP:
        raise wrong_type(path, TOP)
    if part["type"] == Type.TEXT:
        return
    if part["type"] == Type.ROW:
        inner, allowed = part["components"], {Type.TEXT_INPUT}
    else:
        inner, allowed = [part.get("component") or {}], INPUTS
        if not part.get("label"):
            raise required(f"{path}.label")
        if len(part["label"]) > MOST_TITLE:
            raise too_long(MOST_TITLE, f"{path}.label")
    if len(inner) != 1 or inner[0].get("type") not in allowed:
        raise wrong_type(f"{path}.components", allowed)
    _check_input(inner[0], f"{path}.component")


def _check_input(field: Json, path: str) -> None:
    check_custom_id(field, path)
    least, most = field.get("min_length") or 0, field.get("max_length") or MOST_INPUT
    if field["type"] == Type.TEXT_INPUT:
        if not 0 <= least <= most <= MOST_INPUT:
            raise misshapen(f"{path}.min_length", "NUMBER_TYPE_MAX", "Lengths must fit.")
        if len(field.get("value") or "") > most:
            raise too_long(most, f"{path}.value")
        if len(field.get("placeholder") or "") > MOST_CHOICE:
            raise too_long(MOST_CHOICE, f"{path}.placeholder")


def check_choices(choices: list[Json], path: str) -> None:
    """Of suggestions, and of a command's option."""
    if len(choices) > MOST_CHOICES:
        raise too_long(MOST_CHOICES, path)
    for number, choice in enumerate(choices):
        for name in ("name", "value"):
            text = choice.get(name)
            if text is None or text == "":
                raise required(f"{path}.{number}.{name}")
            if isinstance(text, str) and len(text) > MOST_CHOICE:
                raise too_long(MOST_CHOICE, f"{path}.{number}.{name}")

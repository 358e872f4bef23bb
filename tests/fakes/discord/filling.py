"""Pressing buttons, choosing in lists and filling in forms, as a person's own Discord allows it."""

from collections.abc import Iterator, Mapping, Sequence

from tests.fakes.discord.bodies import Upload
from tests.fakes.discord.components import LINK, SELECTS, Type, buttons_of, walk
from tests.fakes.discord.files import Files
from tests.fakes.discord.menu import NotOffered
from tests.fakes.discord.message import Message
from tests.fakes.discord.payloads import attachment_payload
from tests.fakes.discord.refusals import Json
from tests.fakes.discord.world import World

Filled = str | bool | Sequence[str] | Sequence[Upload]


def pressed(message: Message, button: str) -> Json:
    """The data of a press; a button is named by its label or its custom id."""
    for label, component in buttons_of(message.components):
        if button in {label, component.get("custom_id")}:
            if component.get("disabled") or component["style"] == LINK:
                raise NotOffered(f"{button} can't be pressed")
            return _data(component)
    raise NotOffered(f"there is no button {button}: {message.buttons}")


def chosen(message: Message, custom_id: str, values: Sequence[str]) -> Json:
    """The data of a choice in a list."""
    for _, component in walk(message.components):
        if component["type"] in SELECTS and component["custom_id"] == custom_id:
            _check_values(component, values)
            return _data(component) | {"values": list(values)}
    raise NotOffered(f"there is no list {custom_id}")


def submitted(
    form: Json, values: Mapping[str, Filled], world: World, files: Files, folder: str
) -> Json:
    """The data of a form; fields are named by their custom ids, and keep what was in them."""
    fields = [component for _, component in _fields(form)]
    if unknown := values.keys() - {field["custom_id"] for field in fields}:
        raise NotOffered(f"the form has no field {min(unknown)}")
    resolved: dict[str, Json] = {}
    parts: list[Json] = []
    for wrap, field in _fields(form):
        value = values.get(field["custom_id"])
        if field["type"] == Type.FILE_UPLOAD:
            handed = _handed_in(value, world, files, folder)
            resolved |= handed
            filled: Json = {"values": list(handed)}
        else:
            filled = _value(field, value)
        inner = {"type": field["type"], "custom_id": field["custom_id"], **filled}
        parts.append({"type": wrap, **_wrapped(wrap, inner)})
    data: Json = {"custom_id": form["custom_id"], "components": parts}
    return data | ({"resolved": {"attachments": resolved}} if resolved else {})


def _handed_in(value: Filled | None, world: World, files: Files, folder: str) -> dict[str, Json]:
    """What is told of each file, by its id."""
    uploads = [one for one in _several(value or []) if isinstance(one, Upload)]
    kept = [
        files.keep(one.name, one.data, folder, content_type=one.content_type, is_ephemeral=True)
        for one in uploads
    ]
    return {one.id: attachment_payload(one, world) for one in kept}


def _data(component: Json) -> Json:
    return {
        "custom_id": component["custom_id"],
        "component_type": component["type"],
        "id": component["id"],
    }


def _fields(form: Json) -> Iterator[tuple[int, Json]]:
    """Each field with the type of what is around it."""
    for part in form["components"]:
        if part["type"] == Type.LABEL:
            yield Type.LABEL, part["component"]
        elif part["type"] == Type.ROW:
            yield Type.ROW, part["components"][0]


def _wrapped(wrap: int, inner: Json) -> Json:
    return {"component": inner} if wrap == Type.LABEL else {"components": [inner]}


def _value(field: Json, value: Filled | None) -> Json:
    if field["type"] == Type.TEXT_INPUT:
        return {"value": _text(field, value)}
    if field["type"] == Type.CHECKBOX:
        return {"value": bool(field.get("default") if value is None else value)}
    if field["type"] == Type.RADIO_GROUP:
        chosen = _default(field)[:1] if value is None else [str(value)]
        _check_values(field, chosen)
        return {"value": chosen[0] if chosen else None}
    picked = _default(field) if value is None else [str(one) for one in _several(value)]
    _check_values(field, picked)
    return {"values": picked}


def _text(field: Json, value: Filled | None) -> str:
    text = (field.get("value") or "") if value is None else value
    name = field["custom_id"]
    if not isinstance(text, str):
        raise NotOffered(f"{name} takes text")
    if field.get("required", True) and not text:
        raise NotOffered(f"{name} has to be filled in")
    if text and not (field.get("min_length") or 0) <= len(text) <= (
        field.get("max_length") or 4000
    ):
        raise NotOffered(f"{name} is too short or too long")
    return text


def _default(field: Json) -> list[str]:
    """What is chosen before anybody touches it."""
    return [option["value"] for option in field.get("options") or [] if option.get("default")]


def _several(value: Filled) -> Sequence[object]:
    return [value] if isinstance(value, (str, bool)) else list(value)


def _check_values(component: Json, values: Sequence[str]) -> None:
    offered = [option["value"] for option in component.get("options") or []]
    if offered and not set(values) <= set(offered):
        raise NotOffered(f"{component['custom_id']} offers {offered}")
    least, most = component.get("min_values", 1), component.get("max_values", 1)
    if component["type"] == Type.RADIO_GROUP or (not values and not component.get("required", 1)):
        return
    if not (1 if least is None else least) <= len(values) <= (most or max(1, len(offered))):
        raise NotOffered(f"{component['custom_id']} takes {least} to {most}")

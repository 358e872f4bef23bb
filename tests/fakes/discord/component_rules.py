"""What Discord refuses of components in messages.

https://discord.com/developers/docs/components/reference
"""

from tests.fakes.discord.components import LINK, SELECTS, Type, texts_of, walk
from tests.fakes.discord.refusals import Json, Refused, misshapen, required, too_long

MOST_ROWS = 5
MOST_BUTTONS = 5
MOST_LABEL = 80
MOST_CUSTOM_ID = 100
MOST_OPTIONS = 25
MOST_COMPONENTS = 40
MOST_TEXT = 4000

KNOWN = {
    Type.ROW: {"components"},
    Type.BUTTON: {"style", "label", "emoji", "custom_id", "url", "disabled", "sku_id"},
    Type.STRING_SELECT: {
        "custom_id", "options", "placeholder", "min_values", "max_values", "disabled", "required",
    },
    Type.SECTION: {"components", "accessory"},
    Type.TEXT: {"content"},
    Type.THUMBNAIL: {"media", "description", "spoiler"},
    Type.GALLERY: {"items"},
    Type.FILE: {"file", "spoiler"},
    Type.SEPARATOR: {"divider", "spacing"},
    Type.CONTAINER: {"components", "accent_color", "spoiler"},
}  # fmt: skip
TOP_OF_V2 = {
    Type.ROW, Type.SECTION, Type.TEXT, Type.GALLERY, Type.FILE, Type.SEPARATOR, Type.CONTAINER,
}  # fmt: skip


def check_components(components: list[Json], *, v2: bool) -> None:
    for number, component in enumerate(components):
        allowed = TOP_OF_V2 if v2 else {Type.ROW}
        if component.get("type") not in allowed:
            raise wrong_type(f"components.{number}", allowed)
    everything = list(walk(components))
    if v2:
        _check_amount(components, everything)
    elif len(components) > MOST_ROWS:
        raise too_long(MOST_ROWS, "components")
    for path, component in everything:
        _check_one(component, path)
    check_unique(everything)


def _check_amount(components: list[Json], everything: list[tuple[str, Json]]) -> None:
    if len(everything) > MOST_COMPONENTS:
        raise misshapen(
            "components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "At most 40 components."
        )
    if sum(len(text) for text in texts_of(components)) > MOST_TEXT:
        raise misshapen(
            "components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "At most 4000 characters."
        )


def check_unique(everything: list[tuple[str, Json]]) -> None:
    """No two components of a message or form share an id of their own."""
    seen: set[str] = set()
    for path, component in everything:
        custom_id = component.get("custom_id")
        if custom_id in seen:
            raise misshapen(
                f"{path}.custom_id",
                "COMPONENT_CUSTOM_ID_DUPLICATED",
                "Component custom id cannot be duplicated",
            )
        if custom_id is not None:
            seen.add(custom_id)


def _check_one(component: Json, path: str) -> None:
    kind = component.get("type")
    if kind in KNOWN:
        for name in component.keys() - KNOWN[Type(kind)] - {"type", "id"}:
            raise misshapen(f"{path}.{name}", "UNKNOWN_FIELD", "This field isn't known.")
    if kind == Type.ROW:
        _check_row(component, path)
    elif kind == Type.BUTTON:
        _check_button(component, path)
    elif kind in SELECTS:
        check_custom_id(component, path)
        if len(component.get("options") or []) > MOST_OPTIONS:
            raise too_long(MOST_OPTIONS, f"{path}.options")


def _check_row(row: Json, path: str) -> None:
    inner = row.get("components") or []
    if not inner:
        raise required(f"{path}.components")
    kinds = {component.get("type") for component in inner}
    if kinds & SELECTS:
        if len(inner) > 1:
            raise misshapen(path, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "A select fills its row.")
    elif kinds != {Type.BUTTON}:
        raise wrong_type(f"{path}.components", {Type.BUTTON, *SELECTS})
    elif len(inner) > MOST_BUTTONS:
        raise too_long(MOST_BUTTONS, f"{path}.components")


def _check_button(button: Json, path: str) -> None:
    if len(button.get("label") or "") > MOST_LABEL:
        raise too_long(MOST_LABEL, f"{path}.label")
    if not button.get("label") and not button.get("emoji"):
        raise misshapen(path, "BUTTON_COMPONENT_LABEL_REQUIRED", "A label or an emoji is required")
    if button.get("style") != LINK:
        check_custom_id(button, path)
        if button.get("url"):
            raise misshapen(path, "BUTTON_COMPONENT_CUSTOM_ID_URL", "A url is for links only.")
    elif not button.get("url"):
        raise misshapen(f"{path}.url", "BUTTON_COMPONENT_URL_REQUIRED", "A url is required")
    elif button.get("custom_id"):
        raise misshapen(path, "BUTTON_COMPONENT_CUSTOM_ID_URL", "A link has no custom id.")


def check_custom_id(component: Json, path: str) -> None:
    custom_id = component.get("custom_id")
    if not custom_id:
        raise required(f"{path}.custom_id")
    if len(custom_id) > MOST_CUSTOM_ID:
        raise too_long(MOST_CUSTOM_ID, f"{path}.custom_id")


def wrong_type(path: str, allowed: set[Type]) -> Refused:
    numbers = ", ".join(str(int(kind)) for kind in sorted(allowed))
    return misshapen(
        f"{path}.type", "UNION_TYPE_CHOICES", f"Value of field must be one of ({numbers})."
    )

"""Forms as modals, and what is sent back as the command it becomes.

Source for every limit: https://docs.slack.dev/reference/views/modal-views and .../block-kit/block-elements
"""

import json
from collections.abc import Iterator, Mapping, Sequence

from adapters.slack.asked import Asked, Json
from adapters.slack.blocks import plain_text
from adapters.slack.plain import cut
from bot.commands import Option, OptionKind, Spec, described
from bot.models import Choice, Field, Form
from bot.words import Words

__all__ = [
    "PICK",
    "Sent",
    "fields_of",
    "form_view",
    "pick_view",
    "sent",
    "spec_view",
    "suggestions",
]

PICK = "pick"
"""The form that asks which command is meant, and its only field."""

MOST_TITLE = 24
MOST_LABEL = 2000
MOST_HINT = 2000
MOST_TYPED = 3000
MOST_CHOICE = 75
MOST_CHOICES = 100
LONGEST_CHOICE = 150
ON = "on"

Sent = tuple[str, dict[str, str], Json]
"""A command's name, its options, and what was kept of where the form was opened."""


def form_view(form: Form, asked: Asked, words: Words) -> Json:
    """The core's own form."""
    blocks = [_block(each) for each in form.fields]
    return _view(form.title, form.command, form.kept, blocks, asked, words)


def spec_view(
    spec: Spec,
    given: Mapping[str, str],
    asked: Asked,
    words: Words,
    *,
    likely: Choice | None = None,
) -> Json:
    """A form for all that can be said with a command, filled in with what was said already.

    `likely` is what is chosen beforehand for its main option.
    """
    fields = list(fields_of(spec))
    blocks = [
        _option_block(spec, each, given.get(each.name, ""), words, likely if each.is_main else None)
        for each in fields
    ]
    kept = {name: text for name, text in given.items() if name not in {one.name for one in fields}}
    return _view(_title(spec, words), spec.name, kept, blocks, asked, words)


def fields_of(spec: Spec) -> Iterator[Option]:
    """What can be asked for in a form, what has to be said first; there are no roles on Slack."""
    asked = [each for each in spec.options if each.kind not in {OptionKind.HIDDEN, OptionKind.ROLE}]
    yield from sorted(asked, key=lambda each: not each.is_required)


def pick_view(specs: Sequence[Spec], asked: Asked, words: Words) -> Json:
    """A form that asks which of these commands is meant."""
    options = [
        _choice(Choice(value=spec.name, label=described(spec, words)), f"/{spec.name}")
        for spec in specs[:MOST_CHOICES]
    ]
    element = {"type": "static_select", "action_id": PICK, "options": options}
    block = _input(PICK, words.say("slack-pick"), "", element, is_required=True)
    return _view(words.say("slack-pick"), PICK, {}, [block], asked, words)


def sent(view: Json, kept: Json) -> Sent | None:
    """What a sent form says; None when it is no form of ours."""
    if "command" not in kept:
        return None
    options = {str(name): str(text) for name, text in kept.get("options", {}).items()}
    for fields in view.get("state", {}).get("values", {}).values():
        for name, said in fields.items():
            options[name] = _said(said)
    return str(kept["command"]), {name: text for name, text in options.items() if text}, kept


def _view(
    title: str,
    command: str,
    options: Mapping[str, str],
    blocks: list[Json],
    asked: Asked,
    words: Words,
) -> Json:
    kept = {"command": command, "options": dict(options), **asked.kept()}
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain_text(title, MOST_TITLE),
        "submit": plain_text(words.say("slack-form-send"), MOST_TITLE),
        "close": plain_text(words.say("slack-form-close"), MOST_TITLE),
        "private_metadata": json.dumps(kept, separators=(",", ":")),
        "blocks": blocks,
    }


def _block(field: Field) -> Json:
    element: Json
    if field.choices:
        options = [_choice(each) for each in field.choices[:MOST_CHOICES]]
        element = {"type": "static_select", "action_id": field.name, "options": options}
        chosen = [each for each in options if each["value"] == field.value]
        element |= {"initial_option": chosen[0]} if chosen else {}
    else:
        element = _typed(field.name, field.value, field.most_characters, is_long=field.is_long)
    return _input(field.name, field.label, field.hint, element, is_required=field.is_required)


def _option_block(
    spec: Spec, option: Option, value: str, words: Words, likely: Choice | None
) -> Json:
    label = described(spec, words, option)
    name = option.name
    element: Json
    match option.kind:
        case OptionKind.SWITCH:
            box = _choice(Choice(value=ON, label=label.removeprefix(f"{ON}: ")))
            element = {"type": "checkboxes", "action_id": name, "options": [box]}
            element |= {"initial_options": [box]} if value == ON else {}
            label = name
        case OptionKind.PERSON:
            element = {"type": "users_select", "action_id": name}
            element |= {"initial_user": value} if value else {}
        case OptionKind.CHANNEL:
            kinds = {"include": ["public", "private"]}
            element = {"type": "conversations_select", "action_id": name, "filter": kinds}
            element |= {"initial_conversation": value} if value else {}
        case _ if option.suggest:
            element = {"type": "external_select", "action_id": name, "min_query_length": 0}
            first = Choice(value=value, label=value) if value else likely
            element |= {"initial_option": _choice(first)} if first else {}
        case _ if option.choices:
            picks = [_choice(Choice(value=each, label=each)) for each in option.choices]
            element = {"type": "static_select", "action_id": name, "options": picks}
        case _:
            is_long = option.kind is OptionKind.LINES
            element = _typed(name, value, option.most_characters, is_long=is_long)
    return _input(name, label, "", element, is_required=option.is_required)


def _input(name: str, label: str, hint: str, element: Json, *, is_required: bool) -> Json:
    block = {
        "type": "input",
        "block_id": name,
        "label": plain_text(label, MOST_LABEL),
        "element": element,
        "optional": not is_required,
    }
    return block | ({"hint": plain_text(hint, MOST_HINT)} if hint else {})


def _typed(name: str, value: str, most: int, *, is_long: bool) -> Json:
    most = min(most, MOST_TYPED)
    return {
        "type": "plain_text_input",
        "action_id": name,
        "multiline": is_long,
        "max_length": most,
    } | ({"initial_value": cut(value, most)} if value else {})


def _choice(choice: Choice, description: str = "") -> Json:
    option: Json = {
        "text": plain_text(choice.label, MOST_CHOICE),
        "value": choice.value[:LONGEST_CHOICE],
    }
    return option | ({"description": plain_text(description, MOST_CHOICE)} if description else {})


def suggestions(choices: Sequence[Choice]) -> list[Json]:
    """What could be meant, for a list that asks."""
    return [_choice(each) for each in choices[:MOST_CHOICES] if len(each.value) <= LONGEST_CHOICE]


def _said(field: Json) -> str:
    """The text of a field, whatever it is picked from."""
    for name in ("value", "selected_user", "selected_conversation"):
        if field.get(name):
            return str(field[name])
    chosen = field.get("selected_option") or next(iter(field.get("selected_options") or []), None)
    return str(chosen["value"]) if chosen else ""


def _title(spec: Spec, words: Words) -> str:
    key = f"form-{spec.name}"
    return words.say(key) if key in words.keys else spec.name.removeprefix("busker-admin ")

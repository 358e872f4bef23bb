"""The app as Slack is told of it, made of the catalogue: one paste, and all commands are there.

Source: https://docs.slack.dev/reference/app-manifest
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from adapters.slack.addresses import EVENTS_PATH
from adapters.slack.scopes import EVENTS, HELPFUL, NEEDED
from bot.commands import COMMANDS, MENUS, OptionKind, Spec, described
from bot.commands.catalogue import Option
from bot.words import Words

__all__ = ["ALL", "WrongManifest", "manifest"]

ALL = "busker"
"""The command that all others can be said with."""

LONGEST_COMMAND = 32
"""Characters, with the slash."""


class WrongManifest(Exception):
    """It can't be made so; the message says why."""


def manifest(words: Words, *, http: str | None = None, prefix: str = "") -> dict[str, Any]:
    """For Socket Mode, or for a public address; `prefix` stands before each command's name.

    Raises WrongManifest.
    """
    url = _events_url(http, words) if http else None
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": "Busker",
            "description": words.say("manifest-description"),
            "long_description": words.say("manifest-long-description"),
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "busker", "always_online": True},
            "shortcuts": [_shortcut(spec, words) for spec in MENUS],
            "slash_commands": list(_commands(prefix, url, words)),
        },
        "oauth_config": {"scopes": {"bot": sorted([*NEEDED, *HELPFUL])}},
        "settings": _settings(url),
    }


def _settings(url: str | None) -> dict[str, Any]:
    where = {"request_url": url} if url else {}
    options = {"message_menu_options_url": url} if url else {}
    return {
        "event_subscriptions": {**where, "bot_events": list(EVENTS)},
        "interactivity": {"is_enabled": True, **where, **options},
        "org_deploy_enabled": False,
        "socket_mode_enabled": url is None,
        "token_rotation_enabled": False,
    }


def _shortcut(spec: Spec, words: Words) -> dict[str, str]:
    return {
        "name": words.say(f"manifest-{spec.name}"),  # Slack takes 24 characters
        "type": "message",
        "callback_id": spec.name,
        "description": described(spec, words),
    }


def _commands(prefix: str, url: str | None, words: Words) -> Iterator[dict[str, Any]]:
    groups: dict[str, list[Spec]] = {}
    for spec in COMMANDS:
        groups.setdefault(spec.name.split()[0], []).append(spec)
    for name, specs in groups.items():
        what = described(specs[0], words) if len(specs) == 1 else words.say(f"manifest-{name}")
        yield _command(_named(name, prefix, words), what, _usage(name, specs), url)
    usage = words.say("manifest-busker-usage")
    yield _command(_named(ALL, prefix, words), words.say("manifest-busker"), usage, url)


def _command(name: str, what: str, usage: str, url: str | None) -> dict[str, Any]:
    command: dict[str, Any] = {"command": name, "description": what, "should_escape": True}
    if usage:
        command["usage_hint"] = usage
    if url:
        command["url"] = url
    return command


def _named(name: str, prefix: str, words: Words) -> str:
    command = f"/{prefix}-{name}" if prefix else f"/{name}"
    if not re.fullmatch(r"/[a-z0-9_-]+", command):
        raise WrongManifest(words.say("manifest-prefix-odd", prefix=prefix))
    if len(command) > LONGEST_COMMAND:
        raise WrongManifest(
            words.say("manifest-prefix-long", command=command, most=LONGEST_COMMAND)
        )
    return command


def _usage(name: str, specs: Sequence[Spec]) -> str:
    """What may follow the name."""
    if len(specs) > 1:
        return " | ".join(spec.name.removeprefix(f"{name} ") for spec in specs)
    return " ".join(
        _said(option) for option in specs[0].options if option.kind is not OptionKind.HIDDEN
    )


def _said(option: Option) -> str:
    if option.is_main:
        return f"[{option.name}]"
    return f"[{option.name}: on]" if option.kind is OptionKind.SWITCH else f"[{option.name}: …]"


def _events_url(address: str, words: Words) -> str:
    if not re.fullmatch(r"https://[^\s/?#@]+(/[^\s?#]*)?", address):
        raise WrongManifest(words.say("manifest-address-odd", address=address))
    bare = address.rstrip("/")
    return bare if bare.endswith(EVENTS_PATH) else bare + EVENTS_PATH

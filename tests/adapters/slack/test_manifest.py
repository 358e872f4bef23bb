"""The app's manifest: within Slack's limits, true to the catalogue, and as the documents have it."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from adapters.slack.manifest import WrongManifest, manifest
from adapters.slack.scopes import EVENTS, HELPFUL, NEEDED, missing, scopes_from
from bot.commands import COMMANDS, MENUS
from bot.words import words_for
from tests.fakes.slack.world import SCOPES

ROOT = Path(__file__).parents[3]
ENGLISH = words_for("en")
LANGUAGES = ("en", "de", "es", "fr", "ja", "pt")
URL = "https://songs.example/slack/events"


def text(most: int, least: int = 1, pattern: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {"type": "string", "minLength": least, "maxLength": most}
    return found | ({"pattern": pattern} if pattern else {})


def closed(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "required": sorted(required),
        "properties": required | (optional or {}),
        "additionalProperties": False,
    }


WEB = text(3000, pattern="^https://[^/]+/")
FLAG = {"type": "boolean"}
COMMAND = closed(
    {
        "command": text(32, pattern="^/[a-z0-9_-]+$"),
        "description": text(2000),
        "should_escape": FLAG,
    },
    {"usage_hint": text(1000), "url": WEB},
)
SHORTCUT = closed(
    {
        "name": text(24),
        "type": {"enum": ["global", "message"]},
        "callback_id": text(255),
        "description": text(150),
    }
)
SCHEMA = closed(
    {
        "_metadata": closed({"major_version": {"const": 2}, "minor_version": {"type": "integer"}}),
        "display_information": closed(
            {
                "name": text(35),
                "description": text(139),  # documented are 140, which aren't taken
                "long_description": text(4000, least=174),
            }
        ),
        "features": closed(
            {
                "app_home": closed(
                    {
                        "home_tab_enabled": FLAG,
                        "messages_tab_enabled": FLAG,
                        "messages_tab_read_only_enabled": FLAG,
                    }
                ),
                "bot_user": closed(
                    {"display_name": text(80, pattern="^[a-z0-9._-]+$"), "always_online": FLAG}
                ),
                "shortcuts": {"type": "array", "maxItems": 10, "items": SHORTCUT},
                "slash_commands": {"type": "array", "maxItems": 50, "items": COMMAND},
            }
        ),
        "oauth_config": closed(
            {"scopes": closed({"bot": {"type": "array", "maxItems": 255, "uniqueItems": True}})}
        ),
        "settings": closed(
            {
                "event_subscriptions": closed(
                    {"bot_events": {"type": "array", "maxItems": 100}}, {"request_url": WEB}
                ),
                "interactivity": closed(
                    {"is_enabled": FLAG}, {"request_url": WEB, "message_menu_options_url": WEB}
                ),
                "org_deploy_enabled": FLAG,
                "socket_mode_enabled": FLAG,
                "token_rotation_enabled": FLAG,
            }
        ),
    }
)
"""Limits by Slack's reference, by its own types for Node, and by what people were refused for."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("http", [None, "https://songs.example"])
@pytest.mark.parametrize("prefix", ["", "acme", "a-longer-prefix1"])
def test_every_manifest_is_within_slacks_limits(
    language: str, http: str | None, prefix: str
) -> None:
    made = manifest(words_for(language), http=http, prefix=prefix)
    jsonschema.validate(made, SCHEMA)
    names = [each["command"] for each in made["features"]["slash_commands"]]
    assert len(set(names)) == len(names)


def test_it_has_every_command_of_the_catalogue_and_one_for_all() -> None:
    made = manifest(ENGLISH)["features"]
    catalogue = dict.fromkeys(f"/{spec.name.split()[0]}" for spec in COMMANDS)
    assert [each["command"] for each in made["slash_commands"]] == [*catalogue, "/busker"]
    assert [each["callback_id"] for each in made["shortcuts"]] == [spec.name for spec in MENUS]
    [song] = [each for each in made["slash_commands"] if each["command"] == "/song"]
    assert song["usage_hint"].startswith("[prompt] [lyrics: …]")
    assert "draft" not in song["usage_hint"]
    [admin] = [each for each in made["slash_commands"] if each["command"] == "/busker-admin"]
    assert admin["usage_hint"].startswith("quota set | quota clear | ")


def test_a_prefix_stands_before_each_command() -> None:
    made = manifest(ENGLISH, prefix="acme")["features"]["slash_commands"]
    assert made[0]["command"] == "/acme-song"
    assert made[-1]["command"] == "/acme-busker"


def test_by_sockets_no_address_is_named_and_by_http_all_are() -> None:
    assert "http" not in json.dumps(manifest(ENGLISH))
    for address in ("https://songs.example", "https://songs.example/", URL):
        made = manifest(ENGLISH, http=address)
        assert {each["url"] for each in made["features"]["slash_commands"]} == {URL}
        settings = made["settings"]
        assert settings["event_subscriptions"]["request_url"] == URL
        assert settings["interactivity"]["request_url"] == URL
        assert settings["interactivity"]["message_menu_options_url"] == URL
        assert not settings["socket_mode_enabled"]
    assert manifest(ENGLISH)["settings"]["socket_mode_enabled"]


@pytest.mark.parametrize("prefix", ["Acme", "ac me", "ä", "/acme", "a" * 19])
def test_a_prefix_that_slack_wouldnt_take_is_refused(prefix: str) -> None:
    with pytest.raises(WrongManifest):
        manifest(ENGLISH, prefix=prefix)


@pytest.mark.parametrize(
    "address", ["http://songs.example", "songs.example", "https://", "https://a b", "https://a?b"]
)
def test_an_address_that_slack_couldnt_post_to_is_refused(address: str) -> None:
    with pytest.raises(WrongManifest):
        manifest(ENGLISH, http=address)


def test_the_manifest_in_the_folder_is_that_for_sockets() -> None:
    kept = json.loads((ROOT / "manifest.json").read_text("utf-8"))
    assert kept == manifest(ENGLISH), "LANG=C busker manifest slack > manifest.json"


def test_the_documents_tell_each_scope_and_why() -> None:
    document = (ROOT / "docs" / "slack.md").read_text("utf-8")
    _, _, needed = document.partition("| scope | for |")
    _, _, helpful = document.partition("| scope | without it |")
    assert _scopes_in(needed) == list(NEEDED)
    assert _scopes_in(helpful) == list(HELPFUL)
    assert all(f"`{event}`" in document for event in EVENTS)


def test_the_fake_slack_allows_what_the_manifest_asks_for() -> None:
    assert {*NEEDED, *HELPFUL} == SCOPES


def _scopes_in(table: str) -> list[str]:
    return re.findall(r"^\| `([a-z:._]+)` \|", table.partition("\n\n")[0], re.MULTILINE)


def test_scopes_are_read_as_slack_says_them_and_taken_for_granted_where_nobody_does() -> None:
    assert scopes_from("commands,chat:write , ") == {"commands", "chat:write"}
    assert missing(scopes_from("")) == NEEDED
    assert missing(scopes_from(None), [*NEEDED, *HELPFUL]) == ()

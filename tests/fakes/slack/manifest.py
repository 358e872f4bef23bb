"""What a manifest sets up: scopes, events, commands and shortcuts.

https://docs.slack.dev/reference/app-manifest
"""

from tests.fakes.slack.refusals import Json
from tests.fakes.slack.world import World


def install(manifest: Json, world: World) -> None:
    """From now on there is what it names, and nothing else."""
    features = manifest.get("features", {})
    scopes = manifest["oauth_config"]["scopes"]
    settings = manifest.get("settings", {})
    world.scopes = {*scopes.get("bot", []), *scopes.get("bot_optional", [])}
    world.events = set(settings.get("event_subscriptions", {}).get("bot_events", []))
    world.commands = {one["command"] for one in features.get("slash_commands", [])}
    world.shortcuts = {one["callback_id"]: one["type"] for one in features.get("shortcuts", [])}

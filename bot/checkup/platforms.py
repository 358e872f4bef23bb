"""Checks of the chat platforms whose token is set, each by the adapter that knows it."""

from collections.abc import Iterator

from bot.checkup.findings import Finding
from bot.settings import Settings
from bot.words import Words

__all__ = ["platforms"]


def platforms(settings: Settings, words: Words) -> Iterator[Finding]:
    """What is found."""
    if settings.discord_token is not None:
        from adapters.discord.checkup.examination import examined  # noqa: PLC0415  # slow

        yield from examined(settings, words)
    if settings.has_slack:
        from adapters.slack.checkup import examination as slack  # noqa: PLC0415  # slow

        yield from slack.examined(settings, words)

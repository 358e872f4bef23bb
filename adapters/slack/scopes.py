"""What Busker's token has to be allowed on a workspace, and what it wants to be told.

Source: https://docs.slack.dev/reference/scopes
"""

from collections.abc import Collection, Iterable

__all__ = ["EVENTS", "HELPFUL", "NEEDED", "missing", "scopes_from"]

NEEDED = (
    "commands",
    "chat:write",
    "files:write",
    "files:read",
    "channels:read",
    "groups:read",
    "im:read",
    "im:write",
    "im:history",
    "app_mentions:read",
    "users:read",
)
"""Without one of these something that is offered doesn't work. `docs/slack.md` says what each is for."""

HELPFUL = ("channels:join", "chat:write.public", "channels:history", "groups:history")
"""Without these Busker works, and somebody has to do more, or an answer may get lost."""

EVENTS = ("app_mention", "app_home_opened", "message.im", "tokens_revoked", "app_uninstalled")


def scopes_from(header: str | None) -> frozenset[str]:
    """What Slack says in `x-oauth-scopes`; where a proxy has left that out, calls themselves will tell."""
    if header is None:
        return frozenset({*NEEDED, *HELPFUL})
    return frozenset(filter(None, map(str.strip, header.split(","))))


def missing(allowed: Collection[str], wanted: Iterable[str] = NEEDED) -> tuple[str, ...]:
    """What of it isn't allowed."""
    return tuple(each for each in wanted if each not in allowed)

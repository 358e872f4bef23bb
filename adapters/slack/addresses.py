"""Slack's ids as Busker's people, places and buttons, and back."""

from bot.models import Button, Person, Place, Power

__all__ = [
    "DIRECT",
    "EVENTS_PATH",
    "PLATFORM",
    "action_id_for",
    "button_from",
    "is_direct",
    "message_for",
    "person_from",
    "place_from",
    "thread_and_time",
]

PLATFORM = "slack"
DIRECT = PLATFORM
"""The server of conversations with the bot alone."""

EVENTS_PATH = "/slack/events"
"""Where everything arrives in HTTP mode."""

VERSION = "v1"

ALL_POWERS = frozenset({Power.MODERATE, Power.SET_CHANNELS, Power.ADMINISTER})


def person_from(user: str, *, locale: str = "en", is_admin: bool = False) -> Person:
    """Who did it. An admin or owner of the workspace has every power in it."""
    powers = ALL_POWERS if is_admin else frozenset[Power]()
    return Person(platform=PLATFORM, id=user, locale=locale, powers=powers)


def place_from(team: str, channel: str, message: str | None = None) -> Place:
    """Where it was done; what is said in the bot's own conversation with one person is direct use."""
    server = DIRECT if is_direct(channel) else team
    return Place(platform=PLATFORM, server=server, channel=channel, message=message)


def is_direct(channel: str) -> bool:
    """Whether it is a conversation of the bot with one person."""
    return channel.startswith("D")


def message_for(time: str, thread: str | None = None) -> str:
    """The address of a message in its channel: "<ts>", or "<thread_ts>/<ts>" for one in a thread."""
    return f"{thread}/{time}" if thread and thread != time else time


def thread_and_time(message: str | None) -> tuple[str | None, str | None]:
    """The thread that a message stands in, and its own time: None before it exists ("<thread_ts>/")."""
    thread, slash, time = (message or "").rpartition("/")
    return (thread if slash else None), time or None


def action_id_for(button: Button) -> str:
    """All that a press has to tell, in at most 255 characters."""
    return f"{VERSION}:{button.action}:{button.subject}"


def button_from(action_id: str) -> tuple[str, str]:
    """Action and subject. What isn't ours becomes an action that nobody knows."""
    version, _, rest = action_id.partition(":")
    action, _, subject = rest.partition(":")
    return (action, subject) if version == VERSION else ("", action_id)

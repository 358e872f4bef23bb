"""What Slack tells of commands, presses, forms and messages, as what Busker knows of them."""

import re
from collections.abc import Iterator, Mapping

from adapters.slack.addresses import PLATFORM, button_from, message_for
from adapters.slack.asked import Asked, Json, metadata
from adapters.slack.tokens import TOKEN, unwrapped

__all__ = [
    "asked_by_command",
    "asked_by_interaction",
    "asked_by_message",
    "asked_by_submission",
    "facts_of",
    "has_file",
    "said_to_us",
]

AUDIO = re.compile(r"https://\S+\.(?:mp3|wav)(?:\?\S*)?", re.IGNORECASE)
"""An address that the service may take; Slack's own files can be had with our token only."""

OF_A_TAKE = {"extend", "favourite"}
"""Buttons that a song has only where its takes can be heard."""

SPOKEN = {None, "file_share", "thread_broadcast"}
"""Kinds of messages that people write; all others tell of changes, or are somebody else's."""


def asked_by_command(body: Json) -> Asked:
    """A slash command, which can't be written in threads."""
    return Asked(
        team=body["team_id"],
        user=body["user_id"],
        key=f"{PLATFORM}:{body['trigger_id']}",
        channel=body["channel_id"],
        trigger=body["trigger_id"],
        address=body.get("response_url"),
    )


def asked_by_interaction(body: Json) -> Asked:
    """A press, a choice from the menu of a message, or what is being looked for in a list."""
    container, message = body.get("container") or {}, body.get("message") or {}
    channel = (body.get("channel") or {}).get("id") or container.get("channel_id") or ""
    thread = message.get("thread_ts") or container.get("thread_ts")
    time = message.get("ts") or container.get("message_ts")
    trigger = body.get("trigger_id")
    return Asked(
        team=_team(body),
        user=body["user"]["id"],
        key=f"{PLATFORM}:{trigger}",
        channel=channel,
        thread=thread if thread != time else None,
        trigger=trigger,
        address=body.get("response_url"),
        is_on_private_card=bool(container.get("is_ephemeral")),
        is_at_home=(body.get("view") or {}).get("type") == "home",
    )


def asked_by_submission(body: Json) -> Asked:
    """A form that was sent. Sent twice, it is the same: its key is that of what was shown."""
    view = body["view"]
    asked = Asked(
        team=_team(body),
        user=body["user"]["id"],
        key=f"{PLATFORM}:{view['id']}:{view['hash']}",
        trigger=body.get("trigger_id"),
    )
    return asked.from_form(metadata(view))


def asked_by_message(body: Json) -> Asked:
    """A message to the bot: it is the same, however often it is told of."""
    event = body["event"]
    return Asked(
        team=_team(body),
        user=event["user"],
        key=f"{PLATFORM}:{event['channel']}:{event['ts']}",
        channel=event["channel"],
        thread=event.get("thread_ts"),
        is_said=True,
    )


def said_to_us(event: Json, bot: str) -> str | None:
    """What a person wrote to the bot, as Slack tells it; None when it isn't for us to answer."""
    is_ours = event.get("bot_id") or event.get("user") in {None, bot}
    if is_ours or "edited" in event or event.get("subtype") not in SPOKEN:
        return None
    text = str(event.get("text") or "")
    mention = re.search(rf"<@{re.escape(bot)}(?:\|[^<>]*)?>", text)
    if mention and (event["type"] == "app_mention" or not text[: mention.start()].strip()):
        return text[mention.end() :]
    return text


def facts_of(message: Json, bot: str, names: Mapping[str, str]) -> dict[str, str]:
    """By the names of the hidden options of `bot.commands.MENUS`; what isn't there is left out.

    A song's files lie in the thread of its card, so those stand for the card.
    """
    text, thread = str(message.get("text") or ""), message.get("thread_ts")
    is_ours = message.get("user") == bot
    song = next(_songs(message.get("blocks") or []), "") if is_ours else ""
    time = thread if is_ours and not song and thread else message["ts"]
    found = {
        "message": message_for(time, thread),
        "text": "" if is_ours else unwrapped(text, names).strip(),
        "audio-url": next(_audio(text), ""),
        "song": song,
    }
    return {name: fact for name, fact in found.items() if fact}


def has_file(message: Json, bot: str) -> bool:
    """Whether somebody else put audio there, which has no address that the service could take."""
    files = message.get("files") or []
    return message.get("user") != bot and any(
        str(file.get("mimetype") or "").startswith("audio/") for file in files
    )


def _team(body: Json) -> str:
    """The workspace that we are in, as Bolt finds it too.

    Views may be opened from elsewhere, and events of a channel that another organisation has shared with us
    have that one's `team_id`: https://github.com/slackapi/java-slack-sdk/issues/629
    """
    view = body.get("view") or {}
    [entered, *_] = body.get("authorizations") or [{}]
    return str(
        view.get("app_installed_team_id")
        or (body.get("team") or {}).get("id")
        or entered.get("team_id")
        or body.get("team_id")
        or ""
    )


def _audio(text: str) -> Iterator[str]:
    for found in TOKEN.finditer(text):
        address = unwrapped(found[2])
        if not found[1] and AUDIO.fullmatch(address):
            yield address


def _songs(parts: list[Json]) -> Iterator[str]:
    """Of our own buttons."""
    for each in parts:
        action, subject = button_from(each.get("action_id") or "")
        if action in OF_A_TAKE:
            yield subject.partition(":")[0]
        inner = [*(each.get("elements") or ()), *filter(None, [each.get("accessory")])]
        yield from _songs([one for one in inner if isinstance(one, dict)])

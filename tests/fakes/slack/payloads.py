"""People, channels and messages as Slack tells of them."""

from tests.fakes.slack.files import file_payload
from tests.fakes.slack.message import Message
from tests.fakes.slack.people import Person
from tests.fakes.slack.places import Channel, Kind
from tests.fakes.slack.refusals import Json
from tests.fakes.slack.world import World


def user_payload(person: Person, *, with_locale: bool = False) -> Json:
    """`locale` is told only to who asks for it."""
    is_guest = person.is_guest or person.is_single_channel_guest
    payload: Json = {
        "id": person.id,
        "team_id": person.team_id,
        "name": person.name,
        "deleted": person.is_deactivated,
        "real_name": person.name.title(),
        "tz": person.tz,
        "tz_label": person.tz,
        "tz_offset": person.tz_offset,
        "profile": {
            "real_name": person.name.title(),
            "display_name": person.name,
            "team": person.team_id,
        },
        "is_admin": person.is_admin or person.is_owner,
        "is_owner": person.is_owner,
        "is_primary_owner": False,
        "is_restricted": is_guest,
        "is_ultra_restricted": person.is_single_channel_guest,
        "is_bot": person.is_bot,
        "is_app_user": False,
        "updated": 0,
    }
    if person.is_external:
        payload |= {"is_stranger": True}
        for name in ("is_admin", "is_owner", "is_primary_owner"):
            del payload[name]
    return payload | ({"locale": person.locale} if with_locale else {})


def channel_payload(channel: Channel) -> Json:
    created = {"id": channel.id, "created": 0, "is_archived": channel.is_archived}
    if channel.recipient:
        return created | {
            "is_im": True,
            "is_org_shared": False,
            "user": channel.recipient.id,
            "is_user_deleted": channel.recipient.is_deactivated,
        }
    return created | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": True,
        "is_group": False,
        "is_im": False,
        "is_mpim": False,
        "is_private": channel.kind is Kind.PRIVATE,
        "is_general": False,
        "is_shared": channel.is_shared,
        "is_ext_shared": channel.is_shared,
        "is_org_shared": False,
        "is_member": channel.has_bot,
        "context_team_id": channel.world.workspace.id,
    }


def message_payload(message: Message, world: World, *, with_metadata: bool = False) -> Json:
    payload: Json = {
        "type": "message",
        "user": message.author.id,
        "ts": message.ts,
        "text": message.fallback,
        "team": message.author.team_id,
    }
    if message.author.is_bot:
        payload |= {"bot_id": world.bot_id, "app_id": world.app_id}
    if message.blocks:
        payload["blocks"] = message.blocks
    if message.files:
        payload |= {"files": [file_payload(one, world) for one in message.files], "upload": True}
    if message.edited_at:
        payload["edited"] = {"user": message.author.id, "ts": message.edited_at}
    if with_metadata and message.metadata:
        payload["metadata"] = message.metadata
    return payload | _thread_payload(message)


def team_payload(world: World) -> Json:
    return {"id": world.workspace.id, "domain": world.workspace.domain}


def person_payload(person: Person) -> Json:
    """Who did something; much shorter than what is told of people."""
    return {
        "id": person.id,
        "username": person.name,
        "name": person.name,
        "team_id": person.team_id,
    }


def place_payload(channel: Channel) -> Json:
    """Where something was done; the names of private channels aren't told."""
    names = {Kind.PRIVATE: "privategroup", Kind.DIRECT: "directmessage"}
    return {"id": channel.id, "name": names.get(channel.kind, channel.name)}


def _thread_payload(message: Message) -> Json:
    if message.thread:
        payload: Json = {"thread_ts": message.thread.ts}
        payload["parent_user_id"] = message.thread.author.id
        return payload | ({"subtype": "thread_broadcast"} if message.is_broadcast else {})
    if replies := message.replies:
        return {
            "thread_ts": message.ts,
            "reply_count": len(replies),
            "latest_reply": replies[-1].ts,
        }
    return {}

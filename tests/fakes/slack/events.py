"""What people do becomes deliveries."""

import secrets

from tests.fakes.slack.bodies import Arguments
from tests.fakes.slack.deliveries import Deliveries, Delivery, Kind
from tests.fakes.slack.interaction import Asked, Interaction, ResponseUrl, Trigger
from tests.fakes.slack.message import Message
from tests.fakes.slack.payloads import message_payload, person_payload, place_payload, team_payload
from tests.fakes.slack.people import Person
from tests.fakes.slack.places import Channel
from tests.fakes.slack.places import Kind as Place
from tests.fakes.slack.refusals import Json, Refused
from tests.fakes.slack.view_rules import checked_view
from tests.fakes.slack.views import View, Views, view_payload
from tests.fakes.slack.world import Call, World
from tests.fakes.slack.writing import Writing

CHANNEL_TYPES = {Place.PUBLIC: "channel", Place.PRIVATE: "group", Place.DIRECT: "im"}


class Events:
    def __init__(
        self, world: World, deliveries: Deliveries, writing: Writing, views: Views
    ) -> None:
        self._world = world
        self._deliveries = deliveries
        self._writing = writing
        self._views = views
        writing.happened = self.written

    def command(self, person: Person, channel: Channel, name: str, text: str) -> Interaction:
        """A form of strings, whichever way it goes."""
        asked = self._asked(Asked.COMMAND, person, channel)
        place = place_payload(channel)
        payload: Json = {
            "token": "fake",
            "team_id": self._world.workspace.id,
            "team_domain": self._world.workspace.domain,
            "channel_id": place["id"],
            "channel_name": place["name"],
            "user_id": person.id,
            "user_name": person.name,
            "command": name,
            "text": text,
            "api_app_id": self._world.app_id,
            "is_enterprise_install": "false",
            "response_url": self._response_url(asked),
            "trigger_id": self._trigger(asked),
        }
        return self._send(asked, Kind.COMMAND, name, payload)

    def interactive(
        self,
        kind: Asked,
        person: Person,
        name: str,
        details: Json,
        *,
        channel: Channel | None = None,
        message: Message | None = None,
        view: View | None = None,
    ) -> Interaction:
        """`name` is the type of the payload; `details` what it has besides what all have."""
        asked = self._asked(kind, person, channel, message, view)
        payload: Json = {
            "type": name,
            "token": "fake",
            "team": team_payload(self._world),
            "user": person_payload(person),
            "api_app_id": self._world.app_id,
            "enterprise": None,
            "is_enterprise_install": False,
        }
        if kind not in {Asked.CLOSING, Asked.SUGGESTION}:
            payload["trigger_id"] = self._trigger(asked)
        if channel:
            payload["channel"] = place_payload(channel)
        if channel and kind in {Asked.ACTIONS, Asked.SHORTCUT}:
            payload["response_url"] = self._response_url(asked)
        if message and not message.is_ephemeral:
            payload["message"] = message_payload(message, self._world)
        if view:
            payload["view"] = view_payload(view)
        return self._send(asked, Kind.INTERACTIVE, name, payload | details)

    def event(
        self,
        name: str,
        person: Person,
        details: Json,
        *,
        channel: Channel | None = None,
        message: Message | None = None,
    ) -> Interaction:
        """Told only when it is subscribed to, `message.im` by that name."""
        asked = self._asked(Asked.EVENT, person, channel, message)
        event: Json = {"type": name.partition(".")[0], "event_ts": self._world.ids.stamp()}
        payload: Json = {
            "token": "fake",
            "team_id": self._world.workspace.id,
            "api_app_id": self._world.app_id,
            "event": event | details,
            "type": "event_callback",
            "event_id": self._world.ids.new("Ev"),
            "event_time": int(self._world.clock.now().timestamp()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": self._world.workspace.id,
                    "user_id": self._world.bot.id,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": bool(channel and channel.is_shared),
            "event_context": self._world.ids.new("4-"),
        }
        if name not in self._world.events or not (channel is None or channel.has_bot):
            return asked
        return self._send(asked, Kind.EVENT, name, payload)

    def written(self, subtype: str, message: Message) -> None:
        """The bot hears of its own messages, too, and of every change of them."""
        if message.is_ephemeral:
            return
        told = message_payload(message, self._world)
        details = told | {"channel": message.channel.id}
        if subtype:
            details = {
                "type": "message",
                "subtype": subtype,
                "hidden": True,
                "channel": message.channel.id,
                "ts": self._world.ids.stamp(),
                "previous_message": told,
            }
            if subtype == "message_changed":
                before = message.revisions[-2]
                old = {"text": before.fallback, "blocks": before.blocks}
                details |= {"message": told, "previous_message": told | old}
            else:
                details["deleted_ts"] = message.ts
        self.said(details, message)

    def said(self, details: Json, message: Message) -> Interaction:
        """What is written in a channel, to who is subscribed to that kind of channel."""
        kind = CHANNEL_TYPES[message.channel.kind]
        name = "message.im" if kind == "im" else f"message.{kind}s"
        if message.files:
            details = {"subtype": "file_share"} | details
        return self.event(
            name,
            message.author,
            details | {"channel_type": kind},
            channel=message.channel,
            message=message,
        )

    def _send(self, asked: Interaction, kind: Kind, name: str, payload: Json) -> Interaction:
        asked.payload = payload
        asked.delivery = Delivery(
            kind=kind, name=name, payload=payload, heard=lambda said: self._try(asked, said, name)
        )
        self._deliveries.send(asked.delivery)
        return asked

    def _try(self, asked: Interaction, said: object, name: str) -> None:
        """What an ack says may be refused as a call's arguments are; nobody is told."""
        try:
            self._heard(asked, said)
        except Refused as refused:
            self._world.note(Call(method=f"ack {name}", status=200, error=refused.error))

    def _heard(self, asked: Interaction, said: object) -> None:
        """What comes with an ack means something else each time."""
        answer = said if isinstance(said, dict) else {}
        match asked.kind:
            case Asked.COMMAND if answer:
                self._reply(asked, answer)
            case Asked.SUBMISSION:
                self._submitted(asked, answer)
            case Asked.SUGGESTION:
                asked.choices = answer.get("options") or [
                    option
                    for group in answer.get("option_groups", [])
                    for option in group["options"]
                ]
            case _:
                pass

    def _reply(self, asked: Interaction, answer: Json) -> None:
        shown_to = None if answer.get("response_type") == "in_channel" else asked.person
        arguments = Arguments(fields=answer)
        message = self._writing.create(asked.place, arguments, shown_to=shown_to)
        asked.replies.append(message)

    def _submitted(self, asked: Interaction, answer: Json) -> None:
        assert asked.view
        match answer.get("response_action"):
            case "errors":
                asked.errors = answer["errors"]
            case "update":
                self._views.update(asked.view, self._checked(answer["view"]))
                asked.views.append(asked.view)
            case "push":
                self._views.push(asked, self._checked(answer["view"]))
            case "clear":
                self._views.clear(asked.person)
            case _:
                self._views.close(asked.view)

    def _checked(self, fields: object) -> Json:
        return checked_view(fields, "modal", self._writing.check_file)

    def _asked(
        self,
        kind: Asked,
        person: Person,
        channel: Channel | None,
        message: Message | None = None,
        view: View | None = None,
    ) -> Interaction:
        return Interaction(
            kind=kind,
            person=person,
            world=self._world,
            created_at=self._world.clock.now(),
            channel=channel,
            message=message,
            view=view,
        )

    def _trigger(self, asked: Interaction) -> str:
        id_ = f"{self._world.ids.new('')}.{self._world.ids.new('')}.{secrets.token_hex(16)}"
        self._world.triggers[id_] = Trigger(id=id_, asked=asked, made_at=self._world.clock.now())
        return id_

    def _response_url(self, asked: Interaction) -> str:
        key = secrets.token_urlsafe(24)
        self._world.response_urls[key] = ResponseUrl(
            key=key, asked=asked, made_at=self._world.clock.now()
        )
        return f"{self._world.public_url}/commands/{self._world.workspace.id}/{key}"

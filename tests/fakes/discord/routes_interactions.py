"""First answers, and everything that goes by an interaction's token."""

from dataclasses import replace
from datetime import timedelta

from tests.fakes.discord import message as flags_of
from tests.fakes.discord import rules
from tests.fakes.discord.bodies import Body
from tests.fakes.discord.form_rules import check_choices, check_form
from tests.fakes.discord.interaction import Answer, Asked, Interaction
from tests.fakes.discord.message import Message
from tests.fakes.discord.payloads import message_payload
from tests.fakes.discord.refusals import (
    Json,
    already_answered,
    misshapen,
    token_expired,
    too_many_followups,
    unknown_interaction,
    unknown_message,
    unknown_webhook,
)
from tests.fakes.discord.routing import Incoming, Route, route
from tests.fakes.discord.world import World
from tests.fakes.discord.writing import Writing

TOKEN_LASTS = timedelta(minutes=15)
MOST_FOLLOWUPS = 5
"""Where only the person has the app."""

POSSIBLE = {
    Asked.COMMAND: {Answer.MESSAGE, Answer.DEFERRED, Answer.FORM},
    Asked.COMPONENT: set(Answer) - {Answer.CHOICES},
    Asked.COMPLETION: {Answer.CHOICES},
    Asked.FORM: {Answer.MESSAGE, Answer.DEFERRED, Answer.DEFERRED_UPDATE, Answer.UPDATE},
}
UPDATES = {Answer.DEFERRED_UPDATE, Answer.UPDATE}


class InteractionRoutes:
    def __init__(self, world: World, writing: Writing) -> None:
        self._world = world
        self._writing = writing

    def routes(self) -> list[Route]:
        hook = "/webhooks/{application}/{token}"
        lines = [
            ("POST /interactions/{interaction}/{token}/callback", self._callback),
            (f"POST {hook}", self._follow_up),
            (f"GET {hook}/messages/{{message}}", self._read),
            (f"PATCH {hook}/messages/{{message}}", self._edit),
            (f"DELETE {hook}/messages/{{message}}", self._delete),
        ]
        return [route(line, work, needs_bot=False, judges=True) for line, work in lines]

    def _callback(self, incoming: Incoming) -> Json | None:
        """The first answer: within three seconds, and once."""
        interaction = self._world.interactions.get(incoming.names["token"])
        if interaction is None or interaction.id != incoming.names["interaction"]:
            raise unknown_interaction()
        if interaction.has_failed:
            raise unknown_interaction()
        if interaction.answer:
            raise already_answered()
        fields = incoming.body.fields
        rules.check_known(fields, {"type", "data"})
        answer = _possible(interaction, fields.get("type"))
        inner = replace(incoming.body, json=fields.get("data") or {})
        self._apply(interaction, answer, inner)
        interaction.answer = answer
        self._world.feed.stir()
        if incoming.query.get("with_response") not in {"1", "true", "True"}:
            return None
        return self._outcome(interaction, answer)

    def _apply(self, interaction: Interaction, answer: Answer, inner: Body) -> None:
        match answer:
            case Answer.MESSAGE:
                interaction.original = self._write(interaction, inner)
            case Answer.DEFERRED:
                rules.check_flags(inner.fields.get("flags") or 0, flags_of.EPHEMERAL)
                inner.judge()
                interaction.original = self._think(interaction, inner.fields.get("flags") or 0)
            case Answer.UPDATE if interaction.message:
                interaction.original = interaction.message
                self._writing.edit(interaction.message, inner, interaction=interaction)
            case Answer.FORM:
                check_form(inner.fields)
                inner.judge()
                interaction.form = inner.fields
            case Answer.CHOICES:
                choices = inner.fields.get("choices") or []
                check_choices(choices, "data.choices")
                inner.judge()
                interaction.choices = choices
            case _:
                inner.judge()
                interaction.original = interaction.message

    def _outcome(self, interaction: Interaction, answer: Answer) -> Json:
        outcome: Json = {"id": interaction.id, "type": int(interaction.kind)}
        payload: Json = {"interaction": outcome}
        if message := interaction.original:
            outcome |= {
                "response_message_id": message.id,
                "response_message_loading": message.is_loading,
                "response_message_ephemeral": message.is_ephemeral,
            }
            payload["resource"] = {
                "type": int(answer),
                "message": message_payload(message, self._world),
            }
        return payload

    def _follow_up(self, incoming: Incoming) -> Json:
        """The first one after “thinking” takes its place, and is as private as it was."""
        interaction = self._alive(incoming)
        original = interaction.original
        if original and original.is_loading:
            self._reveal(interaction, original, incoming.body)
            return message_payload(original, self._world)
        if not interaction.is_installed_there and len(interaction.followups) >= MOST_FOLLOWUPS:
            raise too_many_followups()
        message = self._write(interaction, incoming.body, is_followup=True)
        interaction.followups.append(message)
        self._world.feed.stir()
        return message_payload(message, self._world)

    def _reveal(self, interaction: Interaction, original: Message, body: Body) -> None:
        fields = {name: body.fields[name] for name in rules.EDITED & body.fields.keys()}
        flags = (fields.get("flags") or 0) & rules.EDITED_FLAGS
        rules.check_known(body.fields, rules.ANSWERED)
        self._writing.edit(
            original, replace(body, json=fields | {"flags": flags}), interaction=interaction
        )
        original.edited_at = None

    def _read(self, incoming: Incoming) -> Json:
        return message_payload(self._found(incoming), self._world)

    def _edit(self, incoming: Incoming) -> Json:
        interaction, message = self._alive(incoming), self._found(incoming)
        self._writing.edit(message, incoming.body, interaction=interaction)
        return message_payload(message, self._world)

    def _delete(self, incoming: Incoming) -> None:
        self._writing.delete(self._found(incoming))

    def _alive(self, incoming: Incoming) -> Interaction:
        """One that was answered, and less than 15 minutes ago asked."""
        interaction = self._world.interactions.get(incoming.names["token"])
        if interaction is None or incoming.names["application"] != self._world.application_id:
            raise unknown_webhook()
        if self._world.clock.now() - interaction.created_at > TOKEN_LASTS:
            raise token_expired()
        if interaction.answer is None:
            raise unknown_webhook()
        return interaction

    def _found(self, incoming: Incoming) -> Message:
        interaction = self._alive(incoming)
        id_ = incoming.names["message"]
        messages = [interaction.original] if interaction.original else []
        for message in [*messages, *interaction.followups]:
            is_meant = message.id == id_ or (id_ == "@original" and message in messages)
            if is_meant and not message.is_deleted:
                return message
        raise unknown_message()

    def _write(self, interaction: Interaction, body: Body, *, is_followup: bool = False) -> Message:
        message = self._writing.create(
            interaction.channel, self._world.bot, body, interaction=interaction
        )
        message.is_followup = is_followup
        return message

    def _think(self, interaction: Interaction, flags: int) -> Message:
        message = Message(
            id=self._world.ids.new(),
            channel=interaction.channel,
            author=self._world.bot,
            created_at=self._world.clock.now(),
            flags=flags | flags_of.LOADING,
            interaction=interaction,
            shown_to=interaction.user if flags & flags_of.EPHEMERAL else None,
        )
        interaction.channel.messages.append(message)
        message.keep()
        self._world.happened("MESSAGE_CREATE", message)
        return message


def _possible(interaction: Interaction, number: object) -> Answer:
    possible = POSSIBLE[interaction.kind]
    if interaction.message is None:
        possible = possible - UPDATES
    if number not in set(possible):
        raise misshapen("type", "BASE_TYPE_CHOICES", f"{number} can't answer {interaction.kind!r}")
    return Answer(int(str(number)))

"""What people do on Slack, each to its answer: after Slack was told that it has arrived."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

import structlog

from adapters.slack.addresses import PLATFORM, button_from, person_from
from adapters.slack.answers import OPEN, Answers, note
from adapters.slack.asked import Asked, Json, metadata
from adapters.slack.home import Home
from adapters.slack.inbound import (
    asked_by_command,
    asked_by_interaction,
    asked_by_message,
    asked_by_submission,
    facts_of,
    has_file,
    said_to_us,
)
from adapters.slack.letters import Direct
from adapters.slack.modals import (
    PICK,
    Sent,
    fields_of,
    form_view,
    pick_view,
    sent,
    spec_view,
    suggestions,
)
from adapters.slack.people import People
from adapters.slack.tokens import people_in
from adapters.slack.typed import HELP, Said, said_in, said_named, said_with
from bot.commands import Spec
from bot.commands.catalogue import Answer
from bot.errors import GuestsClosed, NotAllowedHere, NotFound, Refusal
from bot.models import Card, Choice, Command, Form, Person, Press, Told
from bot.moments import worded
from bot.phrases import shortened
from bot.router import Router
from bot.words import words_for

__all__ = ["Ack", "Service"]

log = structlog.get_logger()

Ack = Callable[..., Awaitable[Any]]

EXTEND = "menu-extend"

PATIENCE_SECONDS = 2.0
"""So long Slack is kept waiting for what becomes of a form; it waits for three."""

MOST_NAMES = 10
"""People in one text whose names are asked for."""

LONGEST_ERROR = 1000
"""Characters beside a field."""


class Service:
    """One workspace's. `takes_guests`: also those of other organisations may ask."""

    def __init__(
        self,
        router: Router,
        answers: Answers,
        home: Home,
        people: People,
        direct: Direct,
        *,
        takes_guests: bool,
    ) -> None:
        self._router = router
        self._answers = answers
        self._home = home
        self._people = people
        self._direct = direct
        self._takes_guests = takes_guests

    async def command(self, body: Json) -> None:
        """`/song rain`."""
        asked, text = asked_by_command(body), str(body.get("text") or "")
        names = await self._names(text, asked.team)
        await self._said(asked, lambda known: said_with(body["command"], text, known), names)

    async def message(self, body: Json, bot: str) -> None:
        """`@busker song rain`, or the same to the bot alone."""
        event = body["event"]
        if event["type"] == "message" and event.get("channel_type") != "im":
            return
        text = said_to_us(event, bot)
        if text is not None:
            asked = asked_by_message(body)
            names = await self._names(text, asked.team)
            await self._said(asked, lambda known: said_in(text, known) or Said(name=HELP), names)

    async def shortcut(self, body: Json, bot: str) -> None:
        """What the menu of a message offers."""
        asked, message = asked_by_interaction(body), body.get("message") or {}
        name = str(body.get("callback_id"))
        spec = said_named(name, {}).spec
        names = await self._names(str(message.get("text") or ""), asked.team)
        facts = facts_of(message, bot, names) if message else {}
        known = {option.name for option in spec.options} if spec else set()
        options = {option: fact for option, fact in facts.items() if option in known}

        def read(_: Mapping[str, str]) -> Said:
            if name == EXTEND and not {"song", "audio-url"} & {*facts} and has_file(message, bot):
                raise NotFound(what="slack-audio")
            return said_named(name, options)

        await self._said(asked, read, {})

    async def press(self, body: Json) -> None:
        """A button, in a message or in App Home."""
        asked, pressed = asked_by_interaction(body), body["actions"][0]
        person = await self._enter(asked)
        if person is None:
            return
        asked = await self._at_home(asked, person)
        action, subject = button_from(pressed["action_id"])
        if action == OPEN:
            await self._open_again(asked, person, str(pressed.get("value") or ""))
        else:
            await self._pressed(asked, person, action, subject, body.get("view"))

    async def submitted(self, body: Json, ack: Ack) -> None:
        """A form that was sent: what is wrong with it is said beside its fields, so that nothing is lost."""
        asked, view = asked_by_submission(body), body["view"]
        found = sent(view, metadata(view))
        outcome = asyncio.ensure_future(self._outcome(asked, found))
        await asyncio.wait({outcome}, timeout=PATIENCE_SECONDS)
        if not outcome.done():
            await ack()
            await self._finish(asked, *await outcome, found)
            return
        person, said = outcome.result()
        match said:
            case Told(is_refusal=True, card=Card(buttons=())):
                await ack(response_action="errors", errors=_errors(said, view))
            case Form():
                shown = form_view(said, asked, words_for(person.locale))
                await ack(response_action="update", view=shown)
            case dict():
                await ack(response_action="update", view=said)
            case _:
                await ack()
                await self._finish(asked, person, said, found)

    async def turn_away(self, body: Json) -> None:
        """Somebody acted from another workspace, as people of other organisations do in shared channels."""
        asked = asked_by_command(body) if "command" in body else asked_by_interaction(body)
        person = person_from(asked.user)
        told = self._router.refuse(GuestsClosed(), "slack", person)
        await self._answers.tell(asked, person, told)

    async def suggested(self, body: Json) -> list[Json]:
        """What could be meant, while somebody looks for it in a list."""
        asked = asked_by_interaction(body)
        kept = metadata(body.get("view") or {})
        person = await self._known(asked)
        if isinstance(person, Told) or "command" not in kept:
            return []
        option = str(body["action_id"])
        command = self._command(
            asked.from_form(kept), person, str(kept["command"]), {option: str(body["value"])}
        )
        return suggestions(await self._router.suggest(command, option))

    async def home(self, body: Json) -> None:
        """App Home was opened."""
        event = body["event"]
        if event.get("tab") != "home":
            return
        key = f"{PLATFORM}:{body['event_id']}"
        asked = Asked(team=body["team_id"], user=event["user"], key=key, is_at_home=True)
        person = await self._known(asked)
        if isinstance(person, Told):
            await self._home.say(asked, person.card)
        else:
            await self._home.show(await self._at_home(asked, person), person)

    async def _said(
        self,
        asked: Asked,
        read: Callable[[Mapping[str, str]], Said],
        names: Mapping[str, str],
    ) -> None:
        person = await self._enter(asked)
        if person is None:
            return
        try:
            said = read(names)
        except Refusal as refusal:
            told = self._router.refuse(refusal, "typed", person)
            await self._answers.give(asked, person, told, {})
            return
        await self._do(asked, person, said)

    async def _do(self, asked: Asked, person: Person, said: Said) -> None:
        """A form for what wasn't said, where one helps; else what the core says."""
        again = {"name": said.name, "options": dict(said.options)}
        view = await self._view_for(asked, person, said)
        if view is not None:
            await self._answers.open(asked, person, view, again)
            return
        answer = await self._router.answer(self._command(asked, person, said.name, said.options))
        await self._give(asked, person, answer, again)

    async def _view_for(self, asked: Asked, person: Person, said: Said) -> Json | None:
        open_to = {spec.name: spec for spec in self._router.open_to(person, asked.place)}
        words = words_for(person.locale)
        if said.group:
            group = [open_to[each.name] for each in said.group if each.name in open_to]
            return pick_view(group, asked, words) if group else None
        spec = open_to.get(said.name)
        if spec is None or not {*said.options} <= {each.name for each in fields_of(spec)}:
            return None  # refused with what is wrong
        if any(each.is_required and each.name not in said.options for each in spec.options):
            return spec_view(spec, said.options, asked, words)
        if said.options or spec.needs is not None or spec.main is None or not spec.main.suggest:
            return None
        likely = await self._likely(asked, person, spec, spec.main.name)
        return spec_view(spec, {}, asked, words, likely=likely) if likely else None

    async def _likely(self, asked: Asked, person: Person, spec: Spec, option: str) -> Choice | None:
        """What is suggested first, if anything is."""
        command = self._command(asked, person, spec.name, {})
        return next(iter(await self._router.suggest(command, option)), None)

    async def _pressed(
        self, asked: Asked, person: Person, action: str, subject: str, view: Json | None = None
    ) -> None:
        press = Press(
            action=action,
            subject=subject,
            person=person,
            place=asked.place,
            request_key=asked.key,
        )
        answer = await self._router.press(press)
        await self._give(asked, person, answer, {"action": action, "subject": subject}, view)

    async def _open_again(self, asked: Asked, person: Person, value: str) -> None:
        """What the button carries is asked for once more, now that a form can be opened."""
        try:
            again = json.loads(value)
        except ValueError:
            again = {}
        if "name" in again:
            await self._do(asked, person, said_named(again["name"], again.get("options", {})))
        else:
            action, subject = str(again.get("action", "")), str(again.get("subject", ""))
            await self._pressed(asked, person, action, subject)

    async def _outcome(self, asked: Asked, found: Sent | None) -> tuple[Person, Answer | Json]:
        """What comes of a form: the core's answer, or the form that comes next."""
        person = await self._known(asked)
        if isinstance(person, Told):
            return person_from(asked.user), person
        if found is None:  # no form of ours: told like a button that nobody knows
            press = Press(
                action="", subject="", person=person, place=asked.place, request_key=asked.key
            )
            return person, await self._router.press(press)
        name, options, _ = found
        if name == PICK:
            name, options = options.get(PICK, ""), {}
            open_to = {spec.name: spec for spec in self._router.open_to(person, asked.place)}
            if name in open_to and any(fields_of(open_to[name])):
                return person, spec_view(open_to[name], {}, asked, words_for(person.locale))
        return person, await self._router.answer(self._command(asked, person, name, options))

    async def _finish(
        self, asked: Asked, person: Person, said: Answer | Json, found: Sent | None
    ) -> None:
        """Once the form is closed."""
        again = {"name": found[0], "options": found[1]} if found else {}
        if isinstance(said, dict):
            await self._answers.open(asked, person, said, again)
        else:
            await self._give(asked, person, said, again)

    async def _give(
        self,
        asked: Asked,
        person: Person,
        answer: Answer,
        again: Json,
        view: Json | None = None,
    ) -> None:
        if asked.is_at_home and not isinstance(answer, Form):
            if isinstance(answer, Told):
                answer = await self._answers.without_files(person, answer)
            await self._home.answer(asked, person, answer, view)
        else:
            await self._answers.give(asked, person, answer, again)

    async def _enter(self, asked: Asked) -> Person | None:
        """Who it is; None once they were told that they can't ask."""
        person = await self._known(asked)
        if isinstance(person, Person):
            return person
        await self._answers.give(asked, person_from(asked.user), person, {})
        return None

    async def _known(self, asked: Asked) -> Person | Told:
        """Who it is, or why they can't ask."""
        profile = await self._people.find(asked.user, asked.team)
        if profile is None:
            stranger = person_from(asked.user)
            if self._takes_guests:
                return stranger
            return Told(card=note("slack-who", stranger), is_refusal=True)
        person = person_from(asked.user, locale=profile.locale, is_admin=profile.is_admin)
        if profile.is_guest and not self._takes_guests:
            return self._router.refuse(GuestsClosed(), "slack", person)
        return person

    async def _at_home(self, asked: Asked, person: Person) -> Asked:
        """What is asked for in App Home comes to the conversation with the person."""
        if not asked.is_at_home:
            return asked
        try:
            return replace(asked, channel=(await self._direct(person)).channel)
        except NotAllowedHere:
            return replace(asked, channel=asked.user)

    async def _names(self, text: str, team: str) -> dict[str, str]:
        """What people in a text are called."""
        found = {}
        for user in people_in(text)[:MOST_NAMES]:
            profile = await self._people.find(user, team)
            found[user] = profile.name if profile and profile.name else user
        return found

    def _command(
        self, asked: Asked, person: Person, name: str, options: Mapping[str, str]
    ) -> Command:
        return Command(
            name=name,
            options=options,
            person=person,
            place=asked.place,
            request_key=asked.key,
        )


def _errors(told: Told, view: Json) -> dict[str, str]:
    """The sentence at the field that it is about, or at the first one."""
    fields = [block["block_id"] for block in view.get("blocks", ()) if block["type"] == "input"]
    text = shortened(worded("\n".join(told.card.lines)), LONGEST_ERROR)
    return {told.option if told.option in fields else fields[0]: text}

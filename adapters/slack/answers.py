"""The first answer to a command, a press or a form: a private card, a modal, or nothing beside the song's.

Source: https://docs.slack.dev/surfaces/modals#opening
"""

import asyncio
import json
from dataclasses import replace

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.asked import Asked, Json
from adapters.slack.blocks import blocks_for, fallback_for
from adapters.slack.failures import FAILED, error_of
from adapters.slack.letters import Letters
from adapters.slack.modals import form_view
from adapters.slack.prefix import Prefix
from adapters.slack.replies import Replies
from bot.commands.catalogue import Answer
from bot.models import Button, Card, Form, Person, Started, Told, Tone
from bot.words import words_for

__all__ = ["OPEN", "Answers", "note"]

log = structlog.get_logger()

OPEN = "open-form"
"""The action of the button that opens a form when what was done first can't any more."""

PATIENCE_SECONDS = 3.0
"""So long a form may take to be opened; Slack lets nobody open it later."""

MOST_VALUE = 2000
"""Characters that a button can carry."""

SHUT = {"expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id", "trigger_expired"}
"""Slack's words for a form that is opened too late."""


class Answers:
    """Gives what the router says. Never raises: what fails here has been tried, and is logged."""

    def __init__(
        self, client: AsyncWebClient, replies: Replies, letters: Letters, prefix: Prefix
    ) -> None:
        self._client = client
        self._prefix = prefix
        self._replies = replies
        self._letters = letters

    async def give(self, asked: Asked, person: Person, answer: Answer, again: Json) -> None:
        """`again` is what a button has to carry to get the same answer once more."""
        match answer:
            case Started(aside=Told() as told) | (Told() as told):
                await self.tell(asked, person, told)
            case Started():
                pass  # the song's card comes from whoever plays it
            case Form():
                view = form_view(answer, asked, words_for(person.locale))
                await self.open(asked, person, view, again)

    async def tell(self, asked: Asked, person: Person, told: Told) -> None:
        """A private card."""
        card = self._prefix.on((await self.without_files(person, told)).card)
        await self._replies.say(
            asked,
            fallback_for(card, names=True),
            blocks_for(card, names=True),
            replaces=told.replaces,
        )

    async def without_files(self, person: Person, told: Told) -> Told:
        """Only messages have files, so they come to the person alone; the card says so."""
        if not told.files:
            return told
        is_sent = await self._letters.send(person, told.files, told.card)
        key = "slack-files-sent" if is_sent else "slack-files-lost"
        lines = (*told.card.lines, words_for(person.locale).say(key))
        return replace(told, card=replace(told.card, lines=lines), files=())

    async def open(self, asked: Asked, person: Person, view: Json, again: Json) -> None:
        """Show a form now, or give the person a button that does."""
        if asked.trigger:
            try:
                async with asyncio.timeout(PATIENCE_SECONDS):
                    await self._client.views_open(trigger_id=asked.trigger, view=view)
            except FAILED as failure:
                why = error_of(failure) or "no answer"
                if why in SHUT or why == "no answer":
                    log.info("a form was late", why=why)
                else:
                    log.exception("a form couldn't be opened")
            else:
                return
        await self._offer(asked, person, again)

    async def _offer(self, asked: Asked, person: Person, again: Json) -> None:
        words = words_for(person.locale)
        card = note("slack-form-line", person, title="slack-form-title", tone=Tone.QUIET)
        button = Button(action=OPEN, label=words.say("slack-form-open"))
        blocks = blocks_for(replace(card, buttons=(button,)))
        for block in blocks:
            for element in block.get("elements", ()):
                if element.get("type") == "button":
                    element["value"] = _carried(again)
        await self._replies.say(asked, fallback_for(card), blocks, replaces=False)


def note(key: str, person: Person, *, title: str = "refused-title", tone: Tone = Tone.BAD) -> Card:
    """One sentence as a card."""
    words = words_for(person.locale)
    return Card(tone=tone, title=words.say(title), lines=(words.say(key),))


def _carried(again: Json) -> str:
    """As short as a button needs it: the longest text is cut, which the form would cut, too."""
    options = dict(again.get("options", {}))
    while len(text := json.dumps({**again, "options": options}, ensure_ascii=False)) > MOST_VALUE:
        longest = max(options, key=lambda name: len(options[name]))
        options[longest] = options[longest][: len(options[longest]) * 3 // 4]
    return text

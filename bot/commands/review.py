"""A look before anything is spent: what was asked for is kept as a draft, and shown to its person."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from bot.cards import quota_line
from bot.commands.catalogue import Desk
from bot.commands.ids import new_id
from bot.commands.options import AUDIO, LYRICS, PROMPT, is_on
from bot.drafts import LASTS, Draft
from bot.errors import NotFound, NotYours
from bot.models import Button, Card, Command, Person, Told, Tone
from bot.words import Words, words_for

__all__ = ["WRITTEN", "draft_of", "redone", "reviewed"]

WRITTEN = (PROMPT, LYRICS)
"""What can be written anew in the form of a draft; the rest of it stays."""


async def reviewed(command: Command, given: Mapping[str, str], desk: Desk) -> Told:
    """Keep what was asked for, and show it with Go, Edit and Cancel."""
    person, words = command.person, words_for(command.person.locale)
    draft = Draft(
        id=given.get("draft") or new_id(),
        platform=person.platform,
        person=person.id,
        command=command.name,
        options={name: text for name, text in given.items() if name != "draft"},
        created_at=desk.clock.now(),
    )
    await desk.drafts.keep_draft(draft)
    own = await desk.limits.allowance(person, command.place.server)
    card = Card(
        tone=Tone.QUIET,
        title=words.say("review-title"),
        lines=tuple(_lines({**given, **_attached(command, given, desk)}, words)),
        buttons=tuple(_buttons(draft.id, words)),
        footer=quota_line(own, words),
    )
    return Told(card=card, replaces="draft" in given)


async def redone(person: Person, given: Mapping[str, str], desk: Desk) -> dict[str, str]:
    """A draft's options with what its form says now. Raises NotFound, NotYours."""
    draft = await draft_of(person, given["draft"], desk)
    written = {option.name for option in WRITTEN}
    stays = {name: text for name, text in draft.options.items() if name not in written}
    return stays | dict(given)


async def draft_of(person: Person, draft_id: str, desk: Desk) -> Draft:
    """One that is there and theirs. Raises NotFound, NotYours."""
    draft = await desk.drafts.draft(draft_id)
    if draft is None or draft.created_at + LASTS <= desk.clock.now():
        raise NotFound(what="draft")
    if not draft.is_of(person):
        raise NotYours
    return draft


def _attached(command: Command, given: Mapping[str, str], desk: Desk) -> dict[str, str]:
    """What was attached, by its name: the address is long, and says nothing to anybody."""
    return {
        option.name: PurePosixPath(unquote(urlsplit(url).path)).name
        for option in AUDIO
        if (url := given.get(option.name)) and desk.chat.expires(command.place, url)
    }


def _lines(given: Mapping[str, str], words: Words) -> Iterator[str]:
    if "prompt" in given:
        yield words.say("review-prompt", prompt=given["prompt"])
    for option in AUDIO:
        if option.name in given:
            yield words.say(f"review-{option.name}", url=given[option.name])
    if "lyrics" in given:
        yield words.say("review-lyrics")
        yield from given["lyrics"].splitlines()
    else:
        yield words.say("review-no-lyrics")
    if is_on(given, "private"):
        yield words.say("review-private")


def _buttons(draft_id: str, words: Words) -> Iterator[Button]:
    yield Button(action="draft-go", subject=draft_id, label=words.say("button-go"))
    yield Button(action="draft-edit", subject=draft_id, label=words.say("button-edit"))
    yield Button(action="draft-cancel", subject=draft_id, label=words.say("button-cancel"))

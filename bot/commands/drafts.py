"""Go, Edit and Cancel under a song that its person looks at once more, and sending it to them alone."""

from dataclasses import replace

from bot.commands.admission import admit
from bot.commands.catalogue import Answer, Desk
from bot.commands.forms import form_for
from bot.commands.jingle import JINGLE
from bot.commands.music import MUSIC
from bot.commands.review import WRITTEN, draft_of
from bot.commands.song import SONG, song_from
from bot.errors import NotFound, NotYours
from bot.models import Card, Command, Press, Started, Told, Tone
from bot.words import words_for

__all__ = ["press_directly", "press_drop", "press_edit_draft", "press_go"]

PRIVATELY = {spec.name: spec for spec in (SONG, MUSIC, JINGLE)}


async def press_go(press: Press, desk: Desk) -> Answer:
    """Ask for it now. However often it is pressed, one song is made."""
    key = f"draft:{press.subject}"
    try:
        draft = await draft_of(press.person, press.subject, desk)
    except NotFound:
        return await _gone(press, key, desk)
    command = Command(
        name=draft.command,
        options=draft.options,
        person=press.person,
        place=replace(press.place, message=None),
        request_key=key,
    )
    ask = song_from(draft.options, desk.song_version)
    started = await admit(command, ask, desk)
    await desk.drafts.drop_draft(draft.id)
    return _sent(started, press, is_private=ask.is_private)


async def press_directly(press: Press, desk: Desk) -> Answer:
    """What can't be posted where it was asked for comes to its person alone. One song, as with Go."""
    key = f"draft:{press.subject}"
    try:
        draft = await draft_of(press.person, press.subject, desk)
    except NotFound:
        return await _gone(press, key, desk)
    command = Command(
        name=draft.command,
        options=draft.options,
        person=press.person,
        place=replace(press.place, message=None),
        request_key=key,
    )
    answer = await PRIVATELY[draft.command].answer(command, desk)
    if not isinstance(answer, Started):
        return answer
    await desk.drafts.drop_draft(draft.id)
    return _sent(answer, press, is_private=True)


async def press_edit_draft(press: Press, desk: Desk) -> Answer:
    """The form again, filled in; what is sent is looked at again."""
    draft = await draft_of(press.person, press.subject, desk)
    return form_for(
        draft.command,
        WRITTEN,
        words_for(press.person.locale),
        filled=draft.options,
        needed="prompt" if "prompt" in draft.options else None,
        kept={"draft": draft.id},
    )


async def press_drop(press: Press, desk: Desk) -> Answer:
    """Nothing is asked for."""
    draft = await draft_of(press.person, press.subject, desk)
    await desk.drafts.drop_draft(draft.id)
    words = words_for(press.person.locale)
    lines = (words.say("review-dropped"),)
    card = Card(tone=Tone.QUIET, title=words.say("cancel-done-title"), lines=lines)
    return Told(card=card, replaces=True)


async def _gone(press: Press, key: str, desk: Desk) -> Started:
    """A second click comes when the draft has become a song."""
    job = await desk.jobs.requested(key)
    if job is None:
        raise NotFound(what="draft")
    if not job.is_of(press.person):
        raise NotYours
    return _sent(Started(job_id=job.id), press, is_private=job.ask.is_private)


def _sent(started: Started, press: Press, *, is_private: bool) -> Started:
    """The draft's card gives way to one without buttons."""
    words = words_for(press.person.locale)
    line = words.say("private-comes" if is_private else "review-sent")
    card = Card(tone=Tone.QUIET, title=words.say("review-sent-title"), lines=(line,))
    return replace(started, aside=Told(card=card, replaces=True))

"""Remix and Edit: a form with what a song was asked for by, and the song that its answer asks for."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.commands.admission import admit
from bot.commands.catalogue import Answer, Desk, Option, OptionKind, Spec
from bot.commands.forms import form_for
from bot.commands.jingle import sound_for
from bot.commands.music import STYLE
from bot.commands.options import LYRICS, PROMPT, checked_options
from bot.commands.pressed import at_home, check_words, song_for, song_pressed
from bot.errors import BadOption, NotFound, NotYours
from bot.jobs import Ask, Job, Kind
from bot.models import Command, Form, Press
from bot.words import Words, words_for

__all__ = ["REMIX", "is_forgotten", "press_edit", "press_remix", "remix_form"]


async def press_remix(press: Press, desk: Desk) -> Answer:
    """The form, filled in; what it asks for has everything else from the song it began with."""
    job = (await song_pressed(press, desk, is_deleted_too=True)).job
    check_words(job, press.person)
    return remix_form(job, "remix", words_for(press.person.locale))


async def press_edit(press: Press, desk: Desk) -> Answer:
    """The same for a song that failed; its words are only its person's."""
    job = (await song_pressed(press, desk, is_deleted_too=True)).job
    if not job.is_of(press.person):
        raise NotYours
    return remix_form(job, "edit", words_for(press.person.locale))


async def remixed(command: Command, desk: Desk) -> Answer:
    """What the form asks for, from the quota of whoever sent it."""
    given = checked_options(command, REMIX)
    job = await song_for(command.person, given.get("of", ""), desk, is_deleted_too=True)
    check_words(job, command.person)
    command = at_home(command, job)
    ask = _ask(job, given)
    if ask.jingle_seconds and ask.prompt:
        await sound_for(ask.prompt, command.place, desk)
    return await admit(command, ask, desk)


def remix_form(job: Job, title: str, words: Words) -> Form:
    """The form for a song; an empty one, which says why, when its words aren't kept any more.

    Raises NotFound for an extension that can't go on from its take any more.
    """
    if job.ask.kind is Kind.EXTEND and not job.ask.source_url:
        raise NotFound(what="source")
    filled = {option.name: getattr(job.ask, option.name) or "" for option in _options(job.ask)}
    needed = _needed(job.ask)
    form = form_for(
        "remix",
        _options(job.ask),
        words,
        filled=filled,
        needed=needed,
        kept={"of": job.id},
        making="jingle" if job.ask.jingle_seconds else job.ask.kind,
    )
    form = replace(form, title=words.say(f"form-{title}"))
    return _with_reason(form, words) if is_forgotten(job) else form


def is_forgotten(job: Job) -> bool:
    """Whether nothing is left of what was asked for: it is older than words are kept, or was deleted."""
    ask = job.ask
    return not (ask.prompt or ask.lyrics or ask.references)


def _options(ask: Ask) -> Iterator[Option]:
    if ask.kind is Kind.EXTEND:
        yield LYRICS
    yield PROMPT
    if ask.kind is Kind.SONG:
        yield LYRICS
    elif ask.kind is Kind.MUSIC and ask.jingle_seconds is None:
        yield STYLE


def _needed(ask: Ask) -> str | None:
    if ask.kind is Kind.EXTEND:
        return "lyrics"
    return None if ask.references and ask.version == "v7" else "prompt"


def _with_reason(form: Form, words: Words) -> Form:
    """The empty field says why it is empty."""
    first, *others = form.fields
    return replace(form, fields=(replace(first, hint=words.say("remix-forgotten")), *others))


def _ask(job: Job, given: Mapping[str, str]) -> Ask:
    needed = _needed(job.ask)
    if needed and needed not in given:
        raise BadOption(option=needed, problem="missing", example=f"example-{needed}")
    written = {option.name: given.get(option.name) for option in _options(job.ask)}
    return replace(job.ask, **written)  # type: ignore[arg-type]  # each is text or None


REMIX = Spec(
    name="remix",
    options=(PROMPT, LYRICS, STYLE, Option(name="of", kind=OptionKind.HIDDEN)),
    answer=remixed,
)

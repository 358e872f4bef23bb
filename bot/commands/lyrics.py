"""Lyrics: what a song's takes sing, in private."""

from collections.abc import Iterator

from bot.cards import heading
from bot.commands.catalogue import Answer, Desk
from bot.commands.pressed import check_words, song_pressed
from bot.jobs import Job
from bot.models import Attachment, Card, Press, Told, Tone
from bot.words import Words, words_for

__all__ = ["press_lyrics"]

LONGEST_SHOWN = 1500
"""Characters; longer words go with the card as a file."""


async def press_lyrics(press: Press, desk: Desk) -> Answer:
    """Each take's own words, or once what they share."""
    job = (await song_pressed(press, desk)).job
    check_words(job, press.person)
    words = words_for(press.person.locale)
    title = words.say("lyrics-title", title=heading(job, words))
    text = "\n\n".join(_texts(job, words))
    if not text:
        line = words.say("lyrics-unknown" if job.ask.has_words else "lyrics-none")
        return Told(card=Card(tone=Tone.QUIET, title=title, lines=(line,)))
    if len(text) <= LONGEST_SHOWN:
        return Told(card=Card(tone=Tone.QUIET, title=title, lines=tuple(text.split("\n"))))
    card = Card(tone=Tone.QUIET, title=title, lines=(words.say("lyrics-long"),))
    return Told(card=card, files=(Attachment(filename="lyrics.txt", content=text.encode()),))


def _texts(job: Job, words: Words) -> Iterator[str]:
    if not job.ask.has_words:
        return
    sung = {take.letter: "\n\n".join(take.passages) for take in job.takes if take.passages}
    if not sung:
        yield job.ask.lyrics or ""
    elif len(set(sung.values())) == 1:
        yield next(iter(sung.values()))
    else:
        for letter, text in sung.items():
            yield f"{words.say('lyrics-take', letter=letter)}\n\n{text}"

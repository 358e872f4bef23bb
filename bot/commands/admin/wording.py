"""`/busker-admin words`: words that can't be asked for on a server."""

from collections.abc import Sequence

from bot.commands.admin.where import asked, done, spec
from bot.commands.catalogue import Answer, Desk, Option, Spec
from bot.errors import BadOption, NotFound
from bot.ground import folded
from bot.models import Command, Tone

__all__ = ["WORDS"]

MOST_WORDS = 500
WORD = Option(name="word", is_main=True, is_required=True)


async def add(command: Command, desk: Desk) -> Answer:
    """One word, or several in a row, which then have to stand in that row."""
    it = await asked(command, ADD, desk)
    word = " ".join(it.needed("word").casefold().split())
    if not folded(word):
        raise BadOption(option="word", problem="no-word", given=word)
    known = await desk.grounds.banned_words(it.platform, it.server)
    if len(known) >= MOST_WORDS:
        raise BadOption(option="word", problem="too-many", most=MOST_WORDS)
    if _like(word, known):
        return done(it, it.words.say("word-there", word=_like(word, known)[0]))
    await desk.grounds.ban_word(it.change, word)
    return done(it, it.words.say("word-added", word=word))


async def remove(command: Command, desk: Desk) -> Answer:
    """In whatever case and with whatever accents it is said."""
    it = await asked(command, REMOVE, desk)
    known = await desk.grounds.banned_words(it.platform, it.server)
    like = _like(it.needed("word"), known)
    if not like:
        raise NotFound(what="word", name=it.needed("word"))
    for word in like:
        await desk.grounds.free_word(it.change, word)
    return done(it, it.words.say("word-removed", word=like[0]))


async def list_words(command: Command, desk: Desk) -> Answer:
    """All of them, to whoever may set them."""
    it = await asked(command, LIST, desk)
    known = await desk.grounds.banned_words(it.platform, it.server)
    line = ", ".join(known) or it.words.say("words-none")
    return done(it, line, title="words-title", tone=Tone.QUIET)


def _like(word: str, known: Sequence[str]) -> list[str]:
    return [each for each in known if folded(each) == folded(word)]


ADD = spec("words add", add, WORD)
REMOVE = spec("words remove", remove, WORD)
LIST = spec("words list", list_words)

WORDS: tuple[Spec, ...] = (ADD, REMOVE, LIST)

"""`/library`: finished songs to be found again, five a page."""

from dataclasses import replace

from bot.commands.catalogue import Answer, Desk, Option, OptionKind, Spec
from bot.commands.library_cards import SONGS_A_PAGE, page_card, song_card
from bot.commands.options import checked_options, is_on
from bot.commands.pressed import (
    LONGEST_SEARCH,
    Pressed,
    View,
    check_words,
    searched,
    song_pressed,
)
from bot.models import Card, Command, Person, Press, Told
from bot.stores import Kept
from bot.words import words_for

__all__ = ["LIBRARY", "card_of_song", "press_library", "press_pick"]


async def open_library(command: Command, desk: Desk) -> Answer:
    """The first page."""
    given = checked_options(command, LIBRARY)
    view = View(is_liked=is_on(given, "favourites"), search=searched(given.get("search", "")))
    return Told(card=await _page(view, command.person, desk))


async def press_library(press: Press, desk: Desk) -> Answer:
    """Another page, in the place of the one that was pressed."""
    return Told(card=await _page(View.read(press.subject), press.person, desk), replaces=True)


async def press_pick(press: Press, desk: Desk) -> Answer:
    """One song of the page, with all that can be done with it."""
    pressed = await song_pressed(press, desk)
    check_words(pressed.job, press.person)
    return Told(card=await card_of_song(pressed, press.person, desk), replaces=True)


async def card_of_song(pressed: Pressed, person: Person, desk: Desk) -> Card:
    """As it stands now, for this person."""
    job = pressed.job
    return song_card(
        Kept(job=job, liked=await desk.library.liked(person, job)),
        pressed.view,
        desk.clock.now(),
        words_for(person.locale),
        is_own=job.is_of(person),
    )


async def _page(view: View, person: Person, desk: Desk) -> Card:
    """A page that has become empty gives way to the first one."""
    songs = await desk.library.songs(
        person,
        search=view.search,
        is_liked=view.is_liked,
        skip=view.page * SONGS_A_PAGE,
        most=SONGS_A_PAGE + 1,
    )
    if view.page and not songs:
        return await _page(replace(view, page=0), person, desk)
    has_more = len(songs) > SONGS_A_PAGE
    words = words_for(person.locale)
    return page_card(songs[:SONGS_A_PAGE], view, desk.clock.now(), words, has_more=has_more)


LIBRARY = Spec(
    name="library",
    options=(
        Option(name="search", most_characters=LONGEST_SEARCH, is_main=True),
        Option(name="favourites", kind=OptionKind.SWITCH),
    ),
    answer=open_library,
)

"""The library as people see it: a page of songs, and one song with all that can be done with it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from bot.buttons import heard, result_buttons
from bot.cards import heading, take_line
from bot.commands.pressed import View
from bot.commands.privacy import privacy_buttons
from bot.jobs import Stage, letter_for, lineage
from bot.models import Button, Card, Tone
from bot.phrases import ago, shortened
from bot.stores import Kept
from bot.words import Words

__all__ = ["SONGS_A_PAGE", "page_card", "song_card"]

SONGS_A_PAGE = 5
"""As many as buttons stand side by side."""

LONGEST_LABEL = 24
"""Characters of a title on a button."""


def page_card(
    songs: Sequence[Kept], view: View, now: datetime, words: Words, *, has_more: bool
) -> Card:
    """Some songs, each with a line and a button."""
    first = view.page * SONGS_A_PAGE + 1
    numbered = list(enumerate(songs, start=first))
    picks = [
        replace(_pick(number, kept, view, words), line=line)
        for line, (number, kept) in enumerate(numbered)
    ]
    return Card(
        tone=Tone.QUIET,
        title=words.say("library-favourites" if view.is_liked else "library-title"),
        lines=tuple(_song_line(number, kept, now, words) for number, kept in numbered)
        or (_nothing(view, words),),
        buttons=(*picks, *_turns(view, words, has_more=has_more), *privacy_buttons(words, row=2)),
        footer=words.say("library-search", search=view.search) if view.search and songs else None,
    )


def song_card(kept: Kept, view: View | None, now: datetime, words: Words, *, is_own: bool) -> Card:
    """One song, for one person alone."""
    return Card(
        tone=Tone.GOOD if heard(kept.job) else Tone.QUIET,
        title=heading(kept.job, words),
        lines=tuple(_about(kept, now, words)),
        buttons=tuple(_song_buttons(kept, view, words, is_own=is_own)),
    )


def _song_line(number: int, kept: Kept, now: datetime, words: Words) -> str:
    job = kept.job
    letters = " ".join(take.letter for take in heard(job))
    name, family = heading(job, words), lineage(job.ask)
    facts = [name, family, ago(job.created_at, now, words), letters, _liked(kept, words)]
    line = " · ".join(filter(None, [*facts, *_state(kept, words)]))
    return words.say("library-song", number=number, song=line)


def _about(kept: Kept, now: datetime, words: Words) -> Iterator[str]:
    job = kept.job
    yield " · ".join([ago(job.created_at, now, words), *_state(kept, words)])
    yield from (take_line(job, take, words) for take in heard(job))
    if family := lineage(job.ask):
        yield words.say("extend-family", family=family)
    if liked := _liked(kept, words):
        yield liked


def _state(kept: Kept, words: Words) -> Iterator[str]:
    job = kept.job
    if job.ask.is_private:
        yield words.say("library-private")
    if job.stage not in {Stage.DONE, Stage.PARTIAL}:
        yield words.say("library-late")
    if not heard(job):
        yield words.say("library-gone")


def _liked(kept: Kept, words: Words) -> str:
    letters = " ".join(letter_for(version) for version in sorted(kept.liked))
    return words.say("library-liked", letters=letters) if letters else ""


def _nothing(view: View, words: Words) -> str:
    if view.search:
        return words.say("library-not-found", search=view.search)
    return words.say("library-no-favourites" if view.is_liked else "library-empty")


def _pick(number: int, kept: Kept, view: View, words: Words) -> Button:
    title = shortened(heading(kept.job, words), LONGEST_LABEL)
    label = words.say("library-song", number=number, song=title)
    return Button(
        action="pick",
        subject=f"{kept.job.id}@{view}",
        label=label,
        line_label=words.say("button-open"),
    )


def _turns(view: View, words: Words, *, has_more: bool) -> Iterator[Button]:
    if view.page:
        before = replace(view, page=view.page - 1)
        yield _turn(before, words.say("button-previous"))
    if has_more:
        yield _turn(replace(view, page=view.page + 1), words.say("button-next"))


def _turn(view: View, label: str, row: int = 1) -> Button:
    return Button(action="library", subject=str(view), label=label, row=row)


def _song_buttons(kept: Kept, view: View | None, words: Words, *, is_own: bool) -> Iterator[Button]:
    """What only the library has, and below that, those of the result; each knows the way back."""
    job = kept.job
    way_back = "" if view is None else f"@{view}"
    if heard(job):
        yield Button(action="show", subject=f"{job.id}{way_back}", label=words.say("button-show"))
    if view is not None:
        yield _turn(view, words.say("button-back"), row=0)
    for button in result_buttons(job, words):
        if is_own or button.action != "delete":
            subject, label = f"{button.subject}{way_back}", _heart(button, kept, words)
            yield replace(button, subject=subject, label=label, row=button.row + 1)


def _heart(button: Button, kept: Kept, words: Words) -> str:
    """A favourite's button takes the heart away."""
    letter = button.subject.rpartition(":")[2]
    if button.action != "favourite" or letter not in map(letter_for, kept.liked):
        return button.label
    return words.say("button-unlike", letter=letter)

import asyncio
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assembly import Busker
from bot.commands.pressed import LONGEST_SEARCH, View
from bot.errors import NotFound
from bot.models import Button, Card, Place, Result, Started, Told
from soundverse.errors import Overdue
from soundverse.events import Accepted, Ids, Validated
from tests.bot.conftest import Stage as TheStage
from tests.fakes.chat import RecordingChat
from tests.fakes.composer import WHOLE_SONG
from tests.makers import ANA, BEN, HERE, a_command, a_take

LATE = (*WHOLE_SONG[:2], Overdue("late"))


async def opened(stage: TheStage, busker: Busker, person: object = ANA, **options: str) -> Card:
    answer = await stage.ask(busker, "library", person, **options)  # type: ignore[arg-type]  # a person
    return told(answer)


def told(answer: object) -> Card:
    assert isinstance(answer, Told)
    assert not answer.is_refusal, answer.card.lines
    return answer.card


def button(card: Card, label: str) -> Button:
    [found] = [each for each in card.buttons if each.label == label]
    return found


def labels(card: Card) -> list[list[str]]:
    rows = sorted({each.row for each in card.buttons})
    return [[each.label for each in card.buttons if each.row == row] for row in rows]


async def pressed(stage: TheStage, busker: Busker, card: Card, label: str) -> Told:
    which = button(card, label)
    answer = await stage.press(busker, which.action, which.subject)
    assert isinstance(answer, Told)
    return answer


async def songs(stage: TheStage, busker: Busker, *titles: str) -> list[str]:
    made = []
    for title in titles:
        stage.composer.script = (
            Accepted(ids=Ids(job_id=title)),
            Validated(title=title),
            *WHOLE_SONG[2:],
        )
        made.append(await stage.song(busker, f"about {title}"))
        await stage.clock.move(3600)
    return made


async def test_an_extension_can_be_told_from_the_song_it_began_with(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await songs(stage, busker, "Rain")
        stage.composer.script = WHOLE_SONG
        assert isinstance(await stage.ask(busker, "extend", lyrics="la", at="0:30"), Started)
        page = await opened(stage, busker)
        assert page.lines == (
            "1. Rain · A › ext 1 · just now · A B",
            "2. Rain · 1 h ago · A B",
        )
        card = (await pressed(stage, busker, page, "1. Rain")).card
        assert "Family: A › ext 1" in card.lines
        tracks = await busker.router.suggest(a_command("extend"), "track")
        assert [each.label for each in tracks] == [
            "Rain › ext 1, take A, just now",
            "Rain › ext 1, take B, just now",
            "Rain, take A, 1 h ago",
            "Rain, take B, 1 h ago",
        ]


async def test_the_library_shows_five_songs_a_page_newest_first(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await songs(stage, busker, *"ABCDEFG")
        first = await opened(stage, busker)
        assert first == Card(
            tone=first.tone,
            title="Your songs",
            lines=(
                "1. G · 1 h ago · A B",
                "2. F · 2 h ago · A B",
                "3. E · 3 h ago · A B",
                "4. D · 4 h ago · A B",
                "5. C · 5 h ago · A B",
            ),
            buttons=first.buttons,
        )
        own_data = ["Export my data", "Delete my data"]
        assert labels(first) == [["1. G", "2. F", "3. E", "4. D", "5. C"], ["Next"], own_data]
        second = await pressed(stage, busker, first, "Next")
        assert second.replaces
        assert second.card.lines == ("6. B · 6 h ago · A B", "7. A · 7 h ago · A B")
        assert labels(second.card) == [["6. B", "7. A"], ["Previous"], own_data]
        assert (await pressed(stage, busker, second.card, "Previous")).card == first


async def test_an_empty_library_says_what_helps(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        assert (await opened(stage, busker)).lines == (
            "There is no finished song of yours yet. Ask for one with /song.",
        )
        assert (await opened(stage, busker, favourites="on")).lines == (
            "You have no favourites yet. Press ♥ under a song, and it is kept longest.",
        )
        await songs(stage, busker, "Rain")
        card = await opened(stage, busker, search="100 % snow")
        assert card.lines == (
            "Nothing here has “100 % snow” in its title, its prompt or its words.",
        )
        assert card.footer is None


async def test_a_search_goes_on_over_its_pages(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await songs(stage, busker, *(f"Rain {number}" for number in range(6)), "Snow")
        card = await opened(stage, busker, search=" RAIN\n")
        assert card.footer == "With “RAIN” in the title or the words"
        after = (await pressed(stage, busker, card, "Next")).card
        assert [line[:9] for line in (*card.lines, *after.lines)] == [
            f"{6 - number}. Rain {number}" for number in range(5, -1, -1)
        ]


async def test_a_song_is_picked_from_its_page_and_leads_back_to_it(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await songs(stage, busker, "Rain")
        page = await opened(stage, busker, search="rain")
        picked = await pressed(stage, busker, page, "1. Rain")
        assert picked.replaces
        assert picked.card.title == "Rain"
        assert picked.card.lines == ("1 h ago", "Take A: 1:00, 112 bpm", "Take B: 1:00, 112 bpm")
        assert labels(picked.card) == [
            ["Show again", "Back"],
            ["Extend A", "Extend B", "Again", "Remix"],
            ["♥ A", "♥ B", "Lyrics", "Delete"],
        ]
        assert (await pressed(stage, busker, picked.card, "Back")).card == page


async def test_a_heart_is_seen_on_the_songs_card_and_in_its_line(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await songs(stage, busker, "Rain", "Snow")
        page = await opened(stage, busker)
        card = (await pressed(stage, busker, page, "2. Rain")).card
        liked = await pressed(stage, busker, card, "♥ B")
        assert liked.replaces
        assert liked.card.lines[-1] == "♥ B"
        assert labels(liked.card)[2] == ["♥ A", "No ♥ for B", "Lyrics", "Delete"]
        favourites = await opened(stage, busker, favourites="on")
        assert favourites.title == "Your favourites"
        assert favourites.lines == ("1. Rain · 2 h ago · A B · ♥ B",)
        again = await pressed(stage, busker, liked.card, "No ♥ for B")
        assert again.card == card


async def test_late_takes_are_in_the_library(stage: TheStage) -> None:
    stage.composer.script = LATE
    stage.composer.after_restart = WHOLE_SONG
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        assert "/library" in stage.chat.last(song).lines[1]
        assert (await opened(stage, busker)).lines[0].startswith("There is no finished song")
        await stage.clock.move(40 * 60)
        assert (await opened(stage, busker)).lines == ("1. Rain · 40 min ago · A B · kept late",)


async def test_files_that_are_gone_are_said_to_be(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        [song] = await songs(stage, busker, "Rain")
        await stage.store.forget_files(song)
        page = await opened(stage, busker)
        assert page.lines == ("1. Rain · 1 h ago · files gone",)
        card = (await pressed(stage, busker, page, "1. Rain")).card
        assert labels(card) == [["Back"], ["Again", "Remix"], ["Lyrics", "Delete"]]
        answer = await stage.press(busker, "show", song)
        assert isinstance(answer, Told)
        assert answer.card.lines == ("The files of that song aren't kept any more.",)


async def test_a_song_is_shown_again_where_it_is_wanted_once_a_press(stage: TheStage) -> None:
    there = replace(HERE, channel="elsewhere", message="a private card")
    async with stage.at_work() as busker:
        [song] = await songs(stage, busker, "Rain")
        deliveries = stage.chat.deliveries
        for _ in range(2):
            answer = await stage.press(busker, "show", song, BEN, there)
            assert told(answer).lines == ("Posted here again.",)
        assert stage.chat.deliveries == deliveries + 1
        *_, result = stage.chat.results.values()
        assert [each.filename for each in result.takes] == ["Rain - A.mp3", "Rain - B.mp3"]
        assert result.person == BEN
        assert labels(result.card)[0] == ["Extend A", "Extend B", "Again", "Remix"]
        assert replace(there, message=f"result {song}:show:{song}:ben") in (
            await stage.store.messages(await stage.job(song))
        )


class SlowChat(RecordingChat):
    """Takes its time to post."""

    go_on: asyncio.Event | None = None

    async def deliver(
        self, place: Place, result: Result, key: str, *, tried_at: datetime | None
    ) -> Place:
        if self.go_on:
            await self.go_on.wait()
        return await super().deliver(place, result, key, tried_at=tried_at)


@pytest.mark.parametrize("action", ["delete-yes", "forget-me-yes"])
async def test_a_song_that_is_deleted_while_it_is_shown_again_is_taken_away(
    stage: TheStage, action: str
) -> None:
    stage.chat = chat = SlowChat()
    async with stage.at_work() as busker:
        [song] = await songs(stage, busker, "Rain")
        chat.go_on = asyncio.Event()
        shown = asyncio.create_task(stage.press(busker, "show", song, BEN))
        await stage.settle()
        await stage.press(busker, action, song)
        chat.go_on.set()
        answer = await shown
    assert isinstance(answer, Told)
    assert answer.is_refusal
    assert answer.card.lines == ("That song was deleted.",)
    assert replace(HERE, message=f"result {song}:show:{song}:ben") in chat.removed


async def test_what_cant_be_shown_again_is_said_and_can_be_tried_again(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        [song] = await songs(stage, busker, "Rain")
        stage.chat.deliver_fails = 1
        answer = await stage.press(busker, "show", song)
        assert isinstance(answer, Told)
        assert answer.card.lines == (
            "It couldn't be posted here. It is kept; try again, or somewhere else.",
        )
        assert told(await stage.press(busker, "show", song)).lines == ("Posted here again.",)
        stage.chat.closed.add("shut")
        shut = await stage.press(busker, "show", song, place=replace(HERE, channel="shut"))
        assert isinstance(shut, Told)
        assert "may not write or upload" in shut.card.lines[0]


async def test_who_may_not_ask_here_shows_nothing_here_either(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        [song] = await songs(stage, busker, "Rain")
        await stage.store.block(stage.change(), BEN.id, until=None)
        answer = await stage.press(busker, "show", song, BEN)
        assert isinstance(answer, Told)
        assert answer.card.lines == ("You can't ask for songs here: an admin has blocked you.",)
    assert stage.chat.deliveries == 1


async def test_a_private_song_is_its_persons_alone(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        answer = await stage.ask(busker, "song", prompt="rain", private="on")
        assert isinstance(answer, Started)
        song = answer.job_id
        for action in ("pick", "show", "lyrics", "again", "remix", "edit", "delete", "delete-yes"):
            refused = await stage.press(busker, action, song, BEN)
            assert isinstance(refused, Told)
            assert refused.card.lines == ("That one belongs to somebody else.",)
        await stage.press(busker, "favourite", f"{song}:A", BEN)
        assert (
            (await opened(stage, busker, BEN, favourites="on")).lines[0].startswith("You have no")
        )
        page = await opened(stage, busker)
        assert page.lines == ("1. Rain · just now · A B · private",)
        shown = told(await stage.press(busker, "show", song))
        assert shown.lines == ("It is private, so it was sent to you alone.",)
        *_, place = await stage.store.messages(await stage.job(song))
        assert place.channel == "alone with ana"


async def test_others_songs_that_were_liked_are_found_and_cant_be_deleted(
    stage: TheStage,
) -> None:
    async with stage.at_work() as busker:
        [song] = await songs(stage, busker, "Rain")
        liked = told(await stage.press(busker, "favourite", f"{song}:A", BEN))
        assert liked.lines == (
            "Take A of “Rain” is one of your favourites now: /library favourites.",
        )
        page = await opened(stage, busker, BEN, favourites="yes")
        assert page.lines == ("1. Rain · 1 h ago · A B · ♥ A",)
        picked = told(await stage.press(busker, "pick", button(page, "1. Rain").subject, BEN))
        assert labels(picked)[2] == ["No ♥ for A", "♥ B", "Lyrics"]
        unliked = told(await stage.press(busker, "favourite", f"{song}:A", BEN))
        assert unliked.lines == ("Take A of “Rain” is no longer one of your favourites.",)


async def test_a_page_that_has_become_empty_gives_way_to_the_first(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await songs(stage, busker, "Rain")
        assert told(await stage.press(busker, "library", "7a")).lines[0].startswith("1. Rain")


@given(
    st.builds(
        View,
        page=st.integers(0, 9999),
        is_liked=st.booleans(),
        search=st.text(
            st.characters(codec="utf-8", categories=("L", "N", "P", "S")), max_size=LONGEST_SEARCH
        ),
    )
)
def test_a_button_carries_its_page_and_isnt_too_long(view: View) -> None:
    assert View.read(str(view)) == view
    longest = f"delete-yes{'x' * 12}:A@{view}"
    assert len(longest) <= 90


@given(st.text())
def test_what_no_button_carries_is_no_page(text: str) -> None:
    try:
        view = View.read(text)
    except NotFound:
        return
    assert len(view.search) <= LONGEST_SEARCH
    assert view.search.isprintable()


async def test_a_take_of_a_partial_song_has_its_own_letter(stage: TheStage) -> None:
    stage.composer.script = (*WHOLE_SONG[:2], a_take(2), WHOLE_SONG[-1])
    async with stage.at_work() as busker:
        await stage.song(busker)
        assert (await opened(stage, busker)).lines == ("1. Rain · just now · B",)

"""Turns, against a simulation that is simple and slow."""

from collections import Counter
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from bot.playing.turns import Ticket, Turns
from tests.bot.conftest import Stage as TheStage
from tests.makers import BEN

Step = tuple[str, int]
"""Somebody asks, or the song of that number (counted round) ends or is taken back."""

STEPS = st.lists(
    st.tuples(st.sampled_from(["ana", "ben", "cleo", "dan", "end"]), st.integers(0, 50)),
    max_size=40,
)


@dataclass(eq=False)
class Song:
    person: str
    moves: int = 0
    place: AbstractContextManager[Ticket] | None = None
    ticket: Ticket | None = None

    def on_move(self) -> None:
        self.moves += 1


class Hall:
    """The real turns, and who would play by the rules in their plainest form."""

    def __init__(self, most: int, most_each: int | None) -> None:
        self.most = most
        self.most_each = most_each or most
        self.turns = Turns(most, most_each=most_each)
        self.round: list[str] = []
        self.waiting: list[Song] = []
        self.playing: list[Song] = []

    def ask(self, person: str) -> Song:
        song = Song(person)
        self.waiting.append(song)
        if person not in self.round:
            self.round.append(person)
        self.fill()
        song.place = self.turns.ticket(person, song.on_move, is_playing=False)
        song.ticket = song.place.__enter__()
        return song

    def end(self, song: Song) -> None:
        self.forget(song)
        assert song.place is not None
        song.place.__exit__(None, None, None)

    def forget(self, song: Song) -> None:
        (self.playing if song in self.playing else self.waiting).remove(song)
        self.round = [each for each in self.round if self.songs_of(each)]
        self.fill()

    def fill(self) -> list[Song]:
        begun = []
        while len(self.playing) < self.most and (song := self.next()):
            self.waiting.remove(song)
            self.round.remove(song.person)
            if self.songs_of(song.person):
                self.round.append(song.person)
            self.playing.append(song)
            begun.append(song)
        return begun

    def next(self) -> Song | None:
        plays = Counter(song.person for song in self.playing)
        may = [person for person in self.round if plays[person] < self.most_each]
        return self.songs_of(may[0])[0] if may else None

    def songs_of(self, person: str) -> list[Song]:
        return [song for song in self.waiting if song.person == person]

    def take(self, step: Step) -> None:
        who, number = step
        songs = self.playing + self.waiting
        if who != "end":
            self.ask(who)
        elif songs:
            self.end(songs[number % len(songs)])


def ahead_of(song: Song) -> int | None:
    assert song.ticket is not None
    return song.ticket.ahead


@given(steps=STEPS, most=st.integers(1, 4), most_each=st.sampled_from([None, 1, 2]))
def test_turns_go_round_the_people_and_the_number_ahead_is_the_true_one(
    steps: list[Step], most: int, most_each: int | None
) -> None:
    hall = Hall(most, most_each)
    for step in steps:
        hall.take(step)
        assert all(ahead_of(song) is None for song in hall.playing)
    told = {song: ahead_of(song) for song in hall.waiting}
    begun: list[Song] = []
    while hall.playing:
        oldest = hall.playing[0]
        hall.playing.remove(oldest)
        begun += hall.fill()
    assert told == {song: number for number, song in enumerate(begun)}


@given(steps=STEPS, most=st.integers(1, 3))
def test_a_place_is_told_only_when_it_changed(steps: list[Step], most: int) -> None:
    hall = Hall(most, 1)
    for step in steps:
        before = {song: (ahead_of(song), song.moves) for song in hall.waiting}
        hall.take(step)
        for song, (ahead, moves) in before.items():
            if song in hall.waiting + hall.playing:
                assert song.moves - moves == (ahead_of(song) != ahead)


def test_a_person_with_many_songs_lets_others_in_between() -> None:
    hall = Hall(1, None)
    asked = [hall.ask(person) for person in ["ana", "ana", "ana", "ana", "ben", "cleo", "ben"]]
    order = sorted(asked[1:], key=lambda song: ahead_of(song) or 0)
    assert [song.person for song in order] == ["ana", "ben", "cleo", "ana", "ben", "ana"]


def test_one_person_fills_every_place_only_where_nothing_is_said_about_one_person() -> None:
    free, held = Hall(3, None), Hall(3, 1)
    assert [ahead_of(free.ask("ana")) for _ in range(4)] == [None, None, None, 0]
    assert [ahead_of(held.ask("ana")) for _ in range(4)] == [None, 0, 1, 2]
    assert ahead_of(held.ask("ben")) is None


def test_a_song_that_plays_already_takes_a_place_even_beyond_the_last() -> None:
    turns = Turns(1, most_each=1)
    with ExitStack() as stack:
        for person in ("ana", "ben"):
            stack.enter_context(turns.ticket(person, lambda: None, is_playing=True))
        late = stack.enter_context(turns.ticket("cleo", lambda: None, is_playing=False))
        assert late.ahead == 0


class Person:
    """Somebody who counts how often people were looked up."""

    looks = 0

    def __hash__(self) -> int:
        Person.looks += 1
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


def looks_of_a_change_among(songs: int) -> int:
    people = [Person() for _ in range(songs // 5)]
    turns = Turns(4, most_each=1)
    with ExitStack() as stack:
        for number in range(songs):
            person = people[number % len(people)]
            stack.enter_context(turns.ticket(person, lambda: None, is_playing=False))
        before = Person.looks
        with turns.ticket(people[0], lambda: None, is_playing=False):
            looks = Person.looks - before
    return looks


def test_a_change_costs_no_more_than_the_number_of_songs_that_wait() -> None:
    assert looks_of_a_change_among(400) < 2.1 * looks_of_a_change_among(200)


async def test_a_card_tells_the_place_among_all_the_people(
    stage: TheStage,
) -> None:
    stage.composer.hold_before = 2
    async with stage.at_work(songs_at_once=1) as busker:
        songs = [await stage.song(busker, f"rain {number}") for number in range(3)]
        other = await stage.song(busker, "sun", BEN)
        assert stage.chat.last(other).lines[1] == "Waiting, 1 ahead of you"
        assert stage.chat.last(songs[2]).lines[1] == "Waiting, 2 ahead of you"

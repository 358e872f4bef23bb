import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.jobs import Job, Stage, Take, advance
from bot.models import Person, Place
from bot.quotas import Change
from soundverse.events import LyricsSection, Validated
from storage.database import folded
from storage.queries import query
from storage.store import Store
from tests.makers import ANA, BEN, HERE, NOON, a_job, a_take, an_ask

FILE = Path("rainsong/A.mp3")
WORDS = (LyricsSection(label="Verse", text='Ärger, "Tränen"\nund 100 % Regen'),)


def a_song(number: int, **facts: object) -> Job:
    take = Take(version=1, audio_url="https://storage.soundverse.ai/r.mp3", file=FILE)
    job = a_job(
        id=f"song{number}",
        request_key=f"request{number}",
        created_at=NOON + timedelta(minutes=number),
        stage=Stage.DONE,
        title=f"Song {number}",
        takes=(take, replace(take, version=2)),
    )
    return replace(job, **facts)  # type: ignore[arg-type]  # whatever the test names


async def keep(store: Store, *jobs: Job) -> None:
    for job in jobs:
        bare = replace(job, takes=(), deleted_at=None)
        await store.admit(bare, ())
        assert await store.save(bare, replace(job, deleted_at=None))


async def found(
    store: Store, person: Person = ANA, skip: int = 0, most: int = 10, **wanted: object
) -> list[str]:
    songs = await store.songs(person, skip=skip, most=most, **wanted)  # type: ignore[arg-type]  # varied
    return [kept.job.id for kept in songs]


async def test_the_library_has_ones_own_finished_songs_newest_first(store: Store) -> None:
    late = a_song(3, stage=Stage.OVERDUE)
    gone = a_song(4, takes=(replace(a_song(4).takes[0], file=None),))
    unheard = a_song(5, stage=Stage.FAILED, takes=gone.takes)
    on_its_way = a_song(6, stage=Stage.WORKING)
    bens = a_song(7, person=BEN)
    failed = a_song(8, stage=Stage.FAILED, takes=())
    await keep(store, a_song(1), a_song(2), late, gone, unheard, on_its_way, bens, failed)
    assert await found(store) == ["song4", "song3", "song2", "song1"]
    assert await found(store, skip=1, most=2) == ["song3", "song2"]


@pytest.mark.parametrize(
    "text",
    ["regen", "ÄRGER", "a\u0308rger", '"tränen"', "100 %", "Song 1", "RAIN", "jazz", "la la"],
)
async def test_a_song_is_found_by_title_prompt_style_and_words_in_any_case(
    store: Store, text: str
) -> None:
    ask = an_ask(prompt="a song about Rain", style="Jazz", lyrics="La la")
    sung = replace(a_song(1).takes[0], lyrics=WORDS)
    await keep(store, a_song(1, ask=ask, takes=(sung,)), a_song(2, ask=an_ask(prompt="snow")))
    assert await found(store, search=text) == ["song1"]


@pytest.mark.parametrize("text", ["%", "_", "verse", "\\", "'", "song 1%", "null"])
async def test_what_stands_nowhere_isnt_found(store: Store, text: str) -> None:
    await keep(store, a_song(1))
    assert await found(store, search=text) == []


async def test_favourites_hold_other_peoples_songs_but_never_their_private_ones(
    store: Store,
) -> None:
    private = a_song(3, ask=an_ask(is_private=True))
    await keep(store, a_song(1), a_song(2), private)
    for job, version in ((a_song(1), 2), (a_song(1), 1), (private, 1)):
        assert await store.like_or_not(BEN, job, version, NOON)
    assert await store.like_or_not(ANA, private, 1, NOON)
    assert await found(store, BEN, is_liked=True) == ["song1"]
    assert await found(store, ANA, is_liked=True) == ["song3"]
    [kept] = await store.songs(BEN, is_liked=True, skip=0, most=5)
    assert kept.liked == await store.liked(BEN, kept.job) == {1, 2}
    assert not await store.like_or_not(BEN, kept.job, 2, NOON)
    assert await store.liked(BEN, kept.job) == {1}


async def test_a_take_that_isnt_there_is_nobodys_favourite(store: Store) -> None:
    await keep(store, a_song(1))
    await store.like_or_not(BEN, a_song(1), 7, NOON)
    assert await store.liked(BEN, a_song(1)) == frozenset()


async def test_a_deleted_song_says_nothing_more_and_counts_on(store: Store) -> None:
    song = a_song(1)
    await keep(store, song)
    await store.like_or_not(BEN, song, 1, NOON)
    assert await store.delete(song, NOON)
    assert not await store.delete(song, NOON)
    kept = await store.get("song1")
    assert kept == replace(
        song,
        deleted_at=NOON,
        title=None,
        takes=(),
        ask=replace(song.ask, prompt=None),
    )
    assert await found(store) == await found(store, BEN, is_liked=True) == []


async def test_a_song_on_its_way_isnt_deleted(store: Store) -> None:
    await keep(store, a_song(1, stage=Stage.POSTING))
    assert not await store.delete(a_song(1), NOON)
    assert not await store.delete_as_moderator(a_song(1), a_change())


async def test_what_comes_after_a_song_was_deleted_isnt_kept(store: Store) -> None:
    song = a_song(1, stage=Stage.CANCELLED, takes=(), title=None)
    await keep(store, song)
    await store.delete(song, NOON)
    assert not await store.save(song, advance(song, a_take(1), NOON))
    deleted = await store.get("song1")
    assert deleted
    later = advance(advance(deleted, a_take(1), NOON), Validated(title="Rain"), NOON)
    assert await store.save(deleted, replace(later, title="Rain", cover=FILE))
    assert await store.get("song1") == later
    assert not later.takes
    assert later.charged == "yes"


async def test_a_moderator_deletes_public_songs_of_their_server_and_leaves_a_row(
    store: Store, tmp_path: Path
) -> None:
    private = a_song(2, ask=an_ask(is_private=True))
    await keep(store, a_song(1), private)
    elsewhere = replace(a_change(), server="elsewhere")
    assert not await store.delete_as_moderator(a_song(1), elsewhere)
    assert not await store.delete_as_moderator(private, a_change())
    assert await store.delete_as_moderator(a_song(1), a_change())
    assert not await store.delete_as_moderator(a_song(1), a_change())
    assert await found(store) == ["song2"]
    with closing(sqlite3.connect(tmp_path / "busker.db")) as file:
        rows = list(file.execute("SELECT actor, server, what, subject, detail FROM audit"))
    assert rows == [("mod", HERE.server, "delete", "song1", '{"person":"ana"}')]


async def test_the_messages_of_a_song_are_known(store: Store) -> None:
    song = a_song(1)
    await keep(store, song)
    there = replace(HERE, channel="music", message="m1")
    await store.begin_delivery("song1:result", song, NOON)
    assert await store.messages(song) == []
    await store.end_delivery("song1:result", there, NOON)
    assert await store.messages(song) == [there]


def a_change() -> Change:
    return Change(actor="mod", at=NOON, platform=HERE.platform, server=HERE.server)


@pytest.mark.parametrize("name", ["songs_of", "favourites_of", "messages_of", "likes"])
async def test_a_page_goes_over_an_index(store: Store, tmp_path: Path, name: str) -> None:
    await keep(store, a_song(1))
    names = ("platform", "person", "search", "most", "skip", "job")
    with closing(sqlite3.connect(tmp_path / "busker.db")) as file:
        file.create_function("folded", 1, folded, deterministic=True)
        steps = file.execute(f"EXPLAIN QUERY PLAN {query(name)}", dict.fromkeys(names, ""))
        plan = [row[3] for row in steps]
    assert not whole_tables(plan)
    if name == "songs_of":
        assert not [step for step in plan if "ORDER BY" in step], "sorted instead of read in order"


def whole_tables(plan: Sequence[str]) -> list[str]:
    return [step for step in plan if step.startswith("SCAN") and "VIRTUAL" not in step]


async def test_songs_elsewhere_are_in_the_library_too(store: Store) -> None:
    there = Place(platform="console", server="elsewhere", channel="x")
    await keep(store, a_song(1, place=there))
    assert await found(store) == ["song1"]

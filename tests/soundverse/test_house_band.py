"""The other end of the wire as it really is: every endpoint and every mishap of the house band."""

import itertools
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from soundverse.calls import Call, ExtendSong, GenerateMusic, GenerateSong, Mode
from soundverse.client import Soundverse
from soundverse.errors import (
    BadCall,
    Busy,
    Declined,
    FileRefused,
    KeyRejected,
    Misshapen,
    OutOfCredit,
    SoundverseError,
    TakeFailed,
    Unavailable,
)
from soundverse.events import Event, Finished, RemoteTake, TakeReady
from tests.houseband.server.bands import KEY, RunningBand, running_band

_numbers = itertools.count()


@pytest.fixture(scope="module")
def band(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBand]:
    with running_band(tmp_path_factory.mktemp("band") / "data") as running:
        yield running


@pytest.fixture(params=["stream", "sync"])
async def soundverse(
    band: RunningBand, request: pytest.FixtureRequest
) -> AsyncIterator[Soundverse]:
    mode: Mode = request.param
    async with Soundverse(base_url=band.url, key=KEY, mode=mode, idle_seconds=1) as client:
        yield client


async def heard(soundverse: Soundverse, call: Call) -> list[Event]:
    key = f"key-{next(_numbers)}"
    return [event async for event in soundverse.compose(call, idempotency_key=key)]


def takes(events: list[Event]) -> dict[int, RemoteTake]:
    return {event.take.version: event.take for event in events if isinstance(event, TakeReady)}


@pytest.mark.parametrize(
    "call",
    [
        GenerateSong(prompt="a song about rain"),
        GenerateSong(version="v6", prompt="a song about rain"),
        GenerateMusic(prompt="rain"),
    ],
)
async def test_the_band_plays_two_takes_that_can_be_fetched(
    soundverse: Soundverse, call: Call, tmp_path: Path
) -> None:
    events = await heard(soundverse, call)
    assert events[-1] == Finished()
    assert sorted(takes(events)) == [1, 2]
    for version, take in takes(events).items():
        await soundverse.fetch(take.audio_url, tmp_path / f"{version}.mp3", kind="audio")


async def test_the_band_extends_what_it_played(soundverse: Soundverse) -> None:
    song = takes(await heard(soundverse, GenerateSong(prompt="a song")))
    longer = ExtendSong(audio_url=song[1].audio_url, lyrics="la la", extend_at_ms=9_000)
    events = await heard(soundverse, longer)
    assert sorted(takes(events)) == [1, 2]


@pytest.mark.parametrize("version", ["v6", "v7"])
@pytest.mark.parametrize(
    ("mishap", "kind"),
    [
        ("rate-limit", Busy),
        ("balance", OutOfCredit),
        ("nsfw", Declined),
        ("unavailable", Unavailable),
        ("html", Misshapen),
    ],
)
async def test_a_mishap_that_ends_a_song_says_which_it_was(
    soundverse: Soundverse, version: str, mishap: str, kind: type[SoundverseError]
) -> None:
    with pytest.raises(kind):
        await heard(soundverse, _song(version, mishap))


@pytest.mark.parametrize("version", ["v6", "v7"])
@pytest.mark.parametrize("mishap", ["drop-stream", "hang", "junk"])
async def test_a_mishap_on_the_way_does_not_keep_a_song_from_coming(
    band: RunningBand, version: str, mishap: str
) -> None:
    async with Soundverse(base_url=band.url, key=KEY, idle_seconds=1) as soundverse:
        assert sorted(takes(await heard(soundverse, _song(version, mishap)))) == [1, 2]


@pytest.mark.parametrize("version", ["v6", "v7"])
@pytest.mark.parametrize("mishap", ["one-take", "late-fail"])
async def test_a_mishap_to_one_take_leaves_the_other(
    band: RunningBand, version: str, mishap: str
) -> None:
    async with Soundverse(base_url=band.url, key=KEY) as soundverse:
        events = await heard(soundverse, _song(version, mishap))
    assert len(takes(events)) == 1
    assert events[-1] == Finished()


@pytest.mark.parametrize("version", ["v6", "v7"])
async def test_a_song_of_which_nothing_comes_fails(soundverse: Soundverse, version: str) -> None:
    with pytest.raises((TakeFailed, Unavailable)):  # a whole answer has only its status to say so
        await heard(soundverse, _song(version, "fail"))


async def test_a_wrong_key_is_known(band: RunningBand) -> None:
    async with Soundverse(base_url=band.url, key="wrong") as soundverse:
        with pytest.raises(KeyRejected):
            await heard(soundverse, GenerateSong(prompt="a song"))


async def test_a_reference_the_band_cannot_use_is_known(soundverse: Soundverse) -> None:
    with pytest.raises(FileRefused):
        await heard(soundverse, GenerateSong(reference_url="https://example.org/a.mp3"))


async def test_extending_past_the_end_is_known(soundverse: Soundverse) -> None:
    song = takes(await heard(soundverse, GenerateSong(prompt="a song")))
    with pytest.raises((BadCall, FileRefused)):
        await heard(
            soundverse,
            ExtendSong(audio_url=song[1].audio_url, lyrics="la", extend_at_ms=400_000),
        )


def _song(version: str, mishap: str) -> GenerateSong:
    return GenerateSong(version="v6" if version == "v6" else "v7", prompt=f"a song mishap:{mishap}")

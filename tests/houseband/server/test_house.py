"""The band as people run it: its own studio, real music, real pictures."""

import io
from collections.abc import Iterator

import pytest
import soundfile
from PIL import Image

from tests.houseband.server.bands import Document, RunningBand, running_band


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBand]:
    with running_band(tmp_path_factory.mktemp("house") / "data", "houseband") as running:
        yield running


@pytest.fixture(scope="module")
def song(house: RunningBand) -> list[Document]:
    return house.stream("/v7/generate/song", "a cheerful pop song about friendship, 10 s seed:3")


def test_a_song_comes_with_two_takes_that_can_be_heard(
    house: RunningBand, song: list[Document]
) -> None:
    takes = [chunk for chunk in song if "audio_url" in chunk]
    assert sorted(take["version"] for take in takes) == [1, 2]
    for take in takes:
        samples, rate = soundfile.read(io.BytesIO(house.http.get(take["audio_url"]).content))
        assert len(samples) / rate == pytest.approx(take["duration"], abs=0.1)
        assert take["duration"] == pytest.approx(10, abs=2)
        assert abs(samples).max() > 0.1
        assert take["lyrics_sections"][0]["text"]


def test_a_song_comes_with_a_title_and_a_cover(house: RunningBand, song: list[Document]) -> None:
    assert "riend" in song[1]["song_name"]
    cover = Image.open(io.BytesIO(house.http.get(song[1]["album_art"]).content))
    assert (cover.format, cover.size) == ("WEBP", (1024, 1024))

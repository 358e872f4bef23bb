"""Whole songs of every genre: how far loud and quiet lie apart, how wide, and how its octaves lie."""

from pathlib import Path

import numpy as np
import pytest

from houseband.genres import GENRES
from houseband.order import Order
from houseband.sound import tone
from houseband.studio import record
from tests.houseband import ears

MOVING = ("pop", "rock", "cinematic", "folk", "jazz", "ballad")
"""Genres whose loud and quiet sections have to lie 4 LU apart or more; orchestral is cinematic."""
LONG = (*MOVING, "lo-fi")
"""What is played for a minute: a few notes alone leave holes that are no fault of the sound."""


@pytest.fixture(scope="module")
def songs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ears.Sound]:
    """One take of each genre: a minute, or less of those that needn't be long."""
    folder = tmp_path_factory.mktemp("songs")
    return {
        genre: _played(genre, 60 if genre in LONG else 16, folder / str(number))
        for number, genre in enumerate(GENRES)
    }


def _played(genre: str, seconds: int, folder: Path) -> ears.Sound:
    folder.mkdir()
    order = Order(operation="music", prompt=f"{genre}, {seconds} s", seed=4)
    recording = record(order, 1, folder)
    assert recording.genre == genre
    return ears.heard(recording.path)


@pytest.mark.parametrize("genre", MOVING)
def test_loud_and_quiet_lie_apart(songs: dict[str, ears.Sound], genre: str) -> None:
    sound = songs[genre][: -2 * ears.RATE]  # its end doesn't count
    assert ears.loudness_range(sound) >= 4.0


@pytest.mark.parametrize("genre", GENRES)
def test_every_octave_lies_near_the_genres_own(songs: dict[str, ears.Sound], genre: str) -> None:
    curve = dict(zip(tone.OCTAVES, tone.curve_of(genre, 0.0), strict=True))
    wanted = np.array([curve[octave] for octave in ears.OCTAVES])
    off = ears.octaves(songs[genre]) - (wanted - wanted.mean())
    assert np.abs(off).max() <= 5.0, off.round(1)
    assert np.abs(off).mean() <= 2.5, off.round(1)


@pytest.mark.parametrize("genre", LONG)
def test_there_is_no_hole_between_bass_and_voices(songs: dict[str, ears.Sound], genre: str) -> None:
    assert ears.hollow(songs[genre]) <= 5.0


@pytest.mark.parametrize("genre", GENRES)
def test_it_is_wide_and_still_sounds_in_one_loudspeaker(
    songs: dict[str, ears.Sound], genre: str
) -> None:
    assert 0.1 <= ears.width(songs[genre]) <= 0.88


@pytest.mark.parametrize("genre", GENRES)
def test_the_bass_is_in_the_middle(songs: dict[str, ears.Sound], genre: str) -> None:
    assert ears.bass_width(songs[genre]) >= 0.75

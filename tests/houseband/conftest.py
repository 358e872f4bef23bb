"""Music that several tests listen to, rendered once."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from houseband.order import Order, Recording
from houseband.studio import record
from tests.houseband import ears


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """A take and how it sounds, decoded."""

    order: Order
    recording: Recording
    sound: ears.Sound


def _played(order: Order, take: int, folder: Path) -> Played:
    recording = record(order, 1 if take == 1 else 2, folder)
    return Played(order=order, recording=recording, sound=ears.heard(recording.path))


@pytest.fixture(scope="session")
def pop(tmp_path_factory: pytest.TempPathFactory) -> tuple[Played, Played]:
    """Both takes of a short pop song."""
    folder = tmp_path_factory.mktemp("pop")
    order = Order(operation="song", prompt="a cheerful pop song about friendship, 18 s", seed=3)
    return _played(order, 1, folder), _played(order, 2, folder)


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """A short dance track whose tempo and key were asked for."""
    order = Order(operation="music", prompt="house at 126 bpm in A minor, 16 s", seed=5)
    return _played(order, 1, tmp_path_factory.mktemp("house"))


@pytest.fixture(scope="session")
def lofi(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """A short slow piece with swing."""
    order = Order(
        operation="music", prompt="lo-fi jazz with saxophone, 82 bpm, in Eb major, 15 s", seed=9
    )
    return _played(order, 2, tmp_path_factory.mktemp("lofi"))


@pytest.fixture(scope="session")
def cinematic(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """A short piece of extremes."""
    order = Order(operation="music", prompt="epic orchestral battle, 14 s", seed=2)
    return _played(order, 1, tmp_path_factory.mktemp("cinematic"))


@pytest.fixture(scope="session")
def every(
    pop: tuple[Played, Played], house: Played, lofi: Played, cinematic: Played
) -> list[Played]:
    """All of the above."""
    return [*pop, house, lofi, cinematic]

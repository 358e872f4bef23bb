"""What the process claims before it plays, and what it says when it can't have it."""

from pathlib import Path

import pytest

from houseband.server.premises import (
    CannotStart,
    authority,
    claimed_folder,
    key_in,
    listening_socket,
)
from tests.houseband.server.bands import launch, log_of, running_band


def test_two_bands_do_not_share_a_folder(tmp_path: Path) -> None:
    with (
        claimed_folder(tmp_path),
        pytest.raises(CannotStart) as refused,
        claimed_folder(tmp_path, patience=0),
    ):
        pytest.fail("both have it")
    expected = f"Another house band is using {tmp_path}: stop it, or set HOUSEBAND_DATA_DIR."
    assert str(refused.value) == expected


def test_a_folder_is_free_again_afterwards(tmp_path: Path) -> None:
    for _ in range(2):
        with claimed_folder(tmp_path, patience=0):
            assert (tmp_path / "lock").exists()


def test_a_folder_that_is_a_file_is_named_with_the_mend(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with (
        pytest.raises(CannotStart, match=r"\(File exists\): set HOUSEBAND_DATA_DIR"),
        claimed_folder(tmp_path / "data"),
    ):
        pytest.fail("a file was claimed")


def test_an_address_that_is_taken_is_named_with_the_mend() -> None:
    with listening_socket("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotStart) as refused:
            listening_socket("127.0.0.1", port, patience=0)
    said = str(refused.value)
    assert said.startswith(
        f"The house band can't listen on 127.0.0.1:{port} (Address already in use):"
    )
    assert said.endswith(": stop what uses it, or set HOUSEBAND_ADDRESS to a free one.")


def test_an_address_of_ipv6_is_named_as_it_is_set() -> None:
    assert authority("::1", 8791) == "[::1]:8791"
    with pytest.raises(CannotStart, match=r"can't listen on \[2001:db8::1\]:80 \("):
        listening_socket("2001:db8::1", 80, patience=0)


def test_a_key_is_made_once_for_the_owner_alone(tmp_path: Path) -> None:
    key = key_in(tmp_path)
    assert len(key) >= 32
    assert key_in(tmp_path) == key
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


def test_an_empty_key_file_opens_nothing(tmp_path: Path) -> None:
    (tmp_path / "key").touch()
    assert len(key_in(tmp_path)) >= 32


@pytest.mark.parametrize(
    ("settings", "code", "named"),
    [
        (
            {"HOUSEBAND_PROCESSES": "no", "LOG_LEVEL": "loud"},
            2,
            ["HOUSEBAND_PROCESSES", "LOG_LEVEL"],
        ),
        ({"HOUSEBAND_ADDRESS": "192.0.2.1:80"}, 1, ["The"]),
    ],
)
def test_a_band_that_cannot_start_says_why_and_exits(
    tmp_path: Path, settings: dict[str, str], code: int, named: list[str]
) -> None:
    with launch(tmp_path / "data", **settings) as process:
        assert process.wait(timeout=20) == code
    said = log_of(tmp_path / "data").read_text()
    assert [sentence.split()[0] for sentence in said.splitlines()] == named


def test_a_log_on_a_full_disk_stops_no_song(tmp_path: Path) -> None:
    folder = tmp_path / "band"
    log_of(folder).symlink_to("/dev/full")
    with running_band(folder) as band:
        assert band.stream("/v7/generate/song")[-1]["status"] == "completed"

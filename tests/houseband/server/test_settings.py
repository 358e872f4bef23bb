"""The environment, read once."""

from pathlib import Path

import pytest

from houseband.server.settings import Settings, WrongSettings, settings_from


def test_without_an_environment_the_defaults_hold() -> None:
    assert settings_from({}) == Settings(
        host="127.0.0.1",
        port=8791,
        key=None,
        data_dir=Path("data/houseband"),
        processes=2,
        soundfont=None,
        log_level="info",
    )


def test_what_is_empty_counts_as_not_set() -> None:
    names = ("ADDRESS", "KEY", "DATA_DIR", "PROCESSES", "SOUNDFONT")
    assert settings_from({f"HOUSEBAND_{name}": " " for name in names}) == settings_from({})


@pytest.mark.parametrize(
    ("address", "host", "port"),
    [
        ("10.0.0.1:80", "10.0.0.1", 80),
        ("[::1]:0", "::1", 0),
        ("band.local:65535", "band.local", 65535),
    ],
)
def test_addresses_are_split(address: str, host: str, port: int) -> None:
    settings = settings_from({"HOUSEBAND_ADDRESS": address})
    assert (settings.host, settings.port) == (host, port)


@pytest.mark.parametrize(
    "address", ["8791", "localhost", "http://x:1", "x:65536", ":1", "::1:80", "127.0.0.1:80:80"]
)
def test_a_wrong_address_is_one_sentence(address: str) -> None:
    with pytest.raises(WrongSettings) as wrong:
        settings_from({"HOUSEBAND_ADDRESS": address})
    assert wrong.value.sentences == [
        "HOUSEBAND_ADDRESS must be host:port, such as 127.0.0.1:8791 or [::1]:8791."
    ]


@pytest.mark.parametrize("processes", ["0", "100", "9999", "two"])
def test_a_wrong_number_of_processes_is_one_sentence(processes: str) -> None:
    with pytest.raises(WrongSettings) as wrong:
        settings_from({"HOUSEBAND_PROCESSES": processes})
    assert wrong.value.sentences == ["HOUSEBAND_PROCESSES must be a number from 1 to 99."]


def test_all_wrong_settings_are_named_at_once() -> None:
    wrong_ones = {
        "HOUSEBAND_ADDRESS": "x",
        "HOUSEBAND_KEY": "two words",
        "HOUSEBAND_PROCESSES": "0",
        "LOG_LEVEL": "loud",
    }
    with pytest.raises(WrongSettings) as wrong:
        settings_from(wrong_ones)
    assert [sentence.split()[0] for sentence in wrong.value.sentences] == list(wrong_ones)


def test_a_soundfont_is_a_path() -> None:
    given = settings_from({"HOUSEBAND_SOUNDFONT": "/usr/share/sounds/sf2/FluidR3_GM.sf2"})
    assert given.soundfont == Path("/usr/share/sounds/sf2/FluidR3_GM.sf2")

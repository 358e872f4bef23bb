"""The band's settings, read from the environment once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Settings", "WrongSettings", "settings_from"]


class WrongSettings(Exception):
    """Some settings can't be used; one sentence each, all at once."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the band listens, for whom, and with how many hands."""

    host: str
    port: int
    """0 means any free port."""
    key: str | None
    """None means the one that is kept in the data directory."""
    data_dir: Path
    processes: int
    soundfont: Path | None
    """Where recorded notes are taken from; None means that all sounds are the band's own."""
    log_level: str


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Read the settings; what is empty counts as not set. Raises `WrongSettings`, naming every wrong one."""
    given = {name: value.strip() for name, value in environment.items() if value.strip()}
    values = {name: given.get(name, default) for name, default in _DEFAULTS.items()}
    wrong = [
        f"{name} must be {form}."
        for name, (pattern, form) in _FORMS.items()
        if not re.fullmatch(pattern, values[name])
    ]
    if wrong:
        raise WrongSettings(wrong)
    host, _, port = values["HOUSEBAND_ADDRESS"].rpartition(":")
    return Settings(
        host=host.strip("[]"),
        port=int(port),
        key=values["HOUSEBAND_KEY"] or None,
        data_dir=Path(values["HOUSEBAND_DATA_DIR"]),
        processes=int(values["HOUSEBAND_PROCESSES"]),
        soundfont=Path(values["HOUSEBAND_SOUNDFONT"]) if values["HOUSEBAND_SOUNDFONT"] else None,
        log_level=values["LOG_LEVEL"].lower(),
    )


_DEFAULTS = {
    "HOUSEBAND_ADDRESS": "127.0.0.1:8791",
    "HOUSEBAND_KEY": "",
    "HOUSEBAND_DATA_DIR": "data/houseband",
    "HOUSEBAND_PROCESSES": "2",
    "HOUSEBAND_SOUNDFONT": "",
    "LOG_LEVEL": "info",
}
_HOST = r"(\[[0-9a-fA-F:]+\]|[^\s:/\[\]]+)"
_PORT = r"([0-5]?[0-9]{1,4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])"
_FORMS = {
    "HOUSEBAND_ADDRESS": (f"{_HOST}:{_PORT}", "host:port, such as 127.0.0.1:8791 or [::1]:8791"),
    "HOUSEBAND_KEY": (r"[!-~]*", "printable ASCII without spaces"),
    "HOUSEBAND_PROCESSES": (r"[1-9][0-9]?", "a number from 1 to 99"),
    "LOG_LEVEL": (r"(?i:debug|info|warning|error)", "debug, info, warning or error"),
}

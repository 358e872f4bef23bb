"""The band's settings, read from the environment once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Settings", "WrongSettings", "settings_from"]

LEVELS = ("debug", "info", "warning", "error")
MOST_PROCESSES = 64


class WrongSettings(Exception):  # named for what happened
    """Some settings can't be used; one sentence each, all at once."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the band listens, for whom, and with how many hands."""

    host: str = "127.0.0.1"
    port: int = 8791
    """0 means any free port."""
    key: str | None = None
    """None means the one that is kept in the data directory."""
    data_dir: Path = Path("data/houseband")
    processes: int = 2
    log_level: str = "info"


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Read the settings; what is empty counts as not set. Raises `WrongSettings`, naming every wrong one."""
    given = {name: value.strip() for name, value in environment.items() if value.strip()}
    address = re.fullmatch(_ADDRESS, given.get("HOUSEBAND_ADDRESS", "127.0.0.1:8791"))
    processes = given.get("HOUSEBAND_PROCESSES", "2")
    level = given.get("LOG_LEVEL", "info").lower()
    key = given.get("HOUSEBAND_KEY")
    checks = {
        "HOUSEBAND_ADDRESS must be host:port, such as 127.0.0.1:8791.": address is not None
        and int(address["port"]) < 65536,
        f"HOUSEBAND_PROCESSES must be a number from 1 to {MOST_PROCESSES}.": processes.isdecimal()
        and 1 <= int(processes) <= MOST_PROCESSES,
        "HOUSEBAND_KEY must be printable ASCII without spaces.": key is None
        or re.fullmatch(r"[!-~]+", key) is not None,
        f"LOG_LEVEL must be one of {', '.join(LEVELS)}.": level in LEVELS,
    }
    wrong = [sentence for sentence, right in checks.items() if not right]
    if wrong or address is None:
        raise WrongSettings(wrong)
    return Settings(
        host=address["host"].strip("[]"),
        port=int(address["port"]),
        key=key,
        data_dir=Path(given.get("HOUSEBAND_DATA_DIR", "data/houseband")),
        processes=int(processes),
        log_level=level,
    )


_ADDRESS = r"(?P<host>\[[0-9a-fA-F:]+\]|[^\s:/\[\]]+):(?P<port>[0-9]{1,5})"

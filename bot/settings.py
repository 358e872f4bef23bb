"""The environment and `.env`, read once: all that is wrong is named together, with the mend.

Every field is a setting by its own name in capitals; `.env.example` lists the same with the same defaults.
"""

import difflib
import os
from pathlib import Path
from typing import Literal

from dotenv import dotenv_values
from pydantic import SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.quotas import Rule, Window
from bot.values import (
    Address,
    Addressed,
    Channel,
    Count,
    Database,
    Ids,
    ManyRules,
    Names,
    OneRule,
    Paths,
    Price,
    Processes,
    Seconds,
    Servers,
    Switch,
    Url,
    Zone,
    zone_from,
)
from guard.urls import origin_of
from soundverse.status import STATUS_PATHS

__all__ = ["Settings", "WrongSettings", "load"]

OURS = ("BUSKER_", "SOUNDVERSE_", "HOUSEBAND_")
"""Prefixes that nobody else uses: an unknown name with one of them is a slip of the pen."""


class WrongSettings(Exception):
    """Settings that can't be used; `problems` has one sentence each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Settings(BaseSettings):
    """Every setting. What each means to people stands in `.env.example`."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        validate_default=False,
    )

    discord_token: SecretStr | None = None
    discord_guild_ids: Ids = ()
    discord_api_base: Url | None = None
    discord_gateway_url: Url | None = None

    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_api_base: Url | None = None

    soundverse_api_key: SecretStr | None = None
    soundverse_base_url: Url | None = None
    soundverse_song_version: Literal["v7", "v6"] = "v7"
    soundverse_mode: Literal["stream", "sync"] = "stream"
    soundverse_status_paths: Paths = STATUS_PATHS
    soundverse_file_hosts: Names = ("*.soundverse.ai",)
    soundverse_idle_seconds: Seconds = 90
    soundverse_deadline_seconds: Seconds = 1200

    busker_composer: Literal["soundverse", "houseband"] | None = None
    database_url: Database = "sqlite:///data/busker.db"
    busker_data_dir: Path = Path("data")
    busker_admins: Addressed = ()
    busker_operator_channel: Channel | None = None
    busker_servers: Servers = ()
    busker_direct: Switch = False
    busker_slack_guests: Switch = False
    busker_public_url: Url | None = None
    busker_default_quota: OneRule = Rule(most=5, window=Window.DAY)
    busker_server_quota: OneRule = Rule(most=25, window=Window.DAY)
    busker_budget: ManyRules = (
        Rule(most=60, window=Window.DAY),
        Rule(most=1500, window=Window.MONTH),
    )
    busker_running: Count = 1
    busker_waiting: Count = 2
    busker_tries: OneRule = Rule(most=10, window=Window.DAY)
    busker_declines: OneRule = Rule(most=3, window=Window.HOUR)
    busker_concurrency: Count = 4
    busker_timezone: Zone = zone_from("UTC")
    busker_price_per_song: Price | None = None
    busker_archive_days: Count = 30
    busker_archive_gib: Count = 10
    busker_http: Address | None = None

    houseband_address: Address = "127.0.0.1:8791"
    houseband_key: SecretStr | None = None
    houseband_data_dir: Path = Path("data/houseband")
    houseband_processes: Processes = 2
    houseband_soundfont: Path | None = None

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @property
    def has_chat_token(self) -> bool:
        """Whether some platform is to be served."""
        return self.discord_token is not None or self.has_slack

    @property
    def has_slack(self) -> bool:
        """Whether Slack is to be served; what is missing then is told."""
        return any((self.slack_bot_token, self.slack_app_token, self.slack_signing_secret))

    @property
    def player(self) -> Literal["soundverse", "houseband"] | None:
        """Who makes the music, as far as that is said: where people chat, Soundverse's key says it, too."""
        if self.busker_composer is None and self.has_chat_token and self.soundverse_api_key:
            return "soundverse"
        return self.busker_composer

    @property
    def platform_origins(self) -> tuple[str, ...]:
        """Where chat platforms are asked, when not at their own hosts: their files may lie there, too."""
        bases = (self.discord_api_base, self.slack_api_base)
        return tuple(origin_of(base) for base in bases if base)

    @property
    def database_file(self) -> Path:
        """Where the database lies."""
        return Path(self.database_url.removeprefix("sqlite:///"))


def load() -> Settings:
    """Read the environment and `.env`. Raises WrongSettings with everything that is wrong."""
    try:
        problems = _unknown_names()
        settings = Settings()
    except UnicodeDecodeError:
        raise WrongSettings((".env: it is no text in UTF-8; save it as such.",)) from None
    except ValidationError as wrong:
        problems = [_sentence(dict(error)) for error in wrong.errors()] + problems
        raise WrongSettings(tuple(problems)) from None
    if problems:
        raise WrongSettings(tuple(problems))
    return settings


def _unknown_names() -> list[str]:
    known = {name.upper() for name in Settings.model_fields}
    given = {*os.environ, *dotenv_values(".env")}
    unknown = sorted(name for name in given if name.startswith(OURS) and name not in known)
    return [_slip(name, known) for name in unknown]


def _slip(name: str, known: set[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    mend = f"did you mean {near[0]}?" if near else "remove it; .env.example lists every setting."
    return f"{name}: there is no such setting; {mend}"


def _sentence(error: dict[str, object]) -> str:
    name = str(error["loc"][0]).upper() if isinstance(error["loc"], tuple) else ""
    context = error.get("ctx")
    facts = context if isinstance(context, dict) else {}
    match error["type"]:
        case "value_error":
            said = str(facts.get("error", error["msg"]))
        case "literal_error":
            said = f"write one of {facts['expected']}"
        case "int_parsing" | "float_parsing" | "int_from_float":
            said = "write a number"
        case "greater_than_equal" | "less_than_equal" | "greater_than" | "less_than":
            said = f"the number is out of range; {str(error['msg']).lower()}"
        case _:
            said = str(error["msg"])
    return f"{name}: {said}."

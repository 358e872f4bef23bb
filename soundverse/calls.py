"""What can be asked of Soundverse, with the limits that can be checked before anything is sent."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

from guard.errors import GuardError
from guard.urls import Rules
from soundverse.errors import BadCall

__all__ = [
    "EXTEND_AT_MS",
    "MOST_REFERENCE_BYTES",
    "PROMPT_LENGTH",
    "Call",
    "ExtendSong",
    "GenerateMusic",
    "GenerateSong",
    "Mode",
    "Version",
    "body_for",
    "check",
    "path_for",
    "version_of",
]

Version = Literal["v6", "v7"]
Mode = Literal["stream", "sync"]

PROMPT_LENGTH = 1024
"""Most characters of a prompt. The unit isn't documented, so code points and UTF-16 units both hold."""
EXTEND_AT_MS = range(8_000, 420_001)
"""Where a song can be extended, in milliseconds from its start."""
MOST_REFERENCE_BYTES = 10_000_000
"""The service's own limit for audio inputs, read as the smaller megabyte."""

_URLS = ("reference_url", "instrumental_url", "vocal_url", "melody_url", "audio_url")
_TEXTS = ("prompt", "lyrics", "style", *_URLS)
"""Fields that go out under the name they have here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerateSong:
    """A song with vocals: `POST /v7/generate/song` or `/v6/generate/song`."""

    version: Version = "v7"
    prompt: str | None = None
    lyrics: str | None = None
    reference_url: str | None = None
    instrumental_url: str | None = None
    vocal_url: str | None = None
    melody_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerateMusic:
    """An instrumental: `POST /v6/generate/music`."""

    prompt: str
    style: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendSong:
    """A longer version of a song: `POST /v6/extend/song`."""

    audio_url: str
    lyrics: str
    extend_at_ms: int
    prompt: str | None = None


Call = GenerateSong | GenerateMusic | ExtendSong


def check(call: Call, *, origins: Collection[str] = ()) -> None:
    """Raise BadCall where the documented limits forbid the call.

    URLs must be https; those at one of the `origins` may be plain http.
    """
    _check_prompt(call)
    if isinstance(call, ExtendSong):
        _check_extension(call)
    rules = Rules(hosts=("*",), origins=origins)
    for field, url in _urls(call):
        try:
            rules.target_for(url)
        except GuardError as wrong:
            raise BadCall(str(wrong), field=field, fault="not-https") from wrong


def version_of(call: Call) -> Version:
    """Which generation of the API answers the call, and so which decoder reads the answer."""
    return call.version if isinstance(call, GenerateSong) else "v6"


def path_for(call: Call, mode: Mode = "stream") -> str:
    """Where the call is sent."""
    match call:
        case GenerateSong():
            path = f"/{call.version}/generate/song"
        case GenerateMusic():
            path = "/v6/generate/music"
        case ExtendSong():
            path = "/v6/extend/song"
        case _:
            assert_never(call)
    return f"{path}/sync" if mode == "sync" else path


def body_for(call: Call) -> dict[str, str | int]:
    """What is sent, as JSON. Empty fields are left out: what the service makes of them is unknown."""
    texts: dict[str, str | None] = {name: getattr(call, name, None) for name in _TEXTS}
    body: dict[str, str | int] = {
        name: text for name, text in texts.items() if text and text.strip()
    }
    if isinstance(call, ExtendSong):
        body["extend_at"] = call.extend_at_ms
    return body


def _check_prompt(call: Call) -> None:
    prompt = call.prompt or ""
    if _is_empty(prompt) and _needs_prompt(call):
        raise BadCall("a prompt is needed", field="prompt", fault="missing")
    if max(len(prompt), len(prompt.encode("utf-16-le", "surrogatepass")) // 2) > PROMPT_LENGTH:
        raise BadCall("the prompt is too long", field="prompt", fault="too-long")


def _needs_prompt(call: Call) -> bool:
    match call:
        case GenerateSong(version="v7"):
            return not any(True for _ in _urls(call))
        case GenerateSong() | GenerateMusic():
            return True
        case ExtendSong():
            return False
    assert_never(call)


def _check_extension(call: ExtendSong) -> None:
    if _is_empty(call.lyrics):
        raise BadCall("lyrics are needed", field="lyrics", fault="missing")
    if _is_empty(call.audio_url):
        raise BadCall("a song is needed", field="audio_url", fault="missing")
    if call.extend_at_ms not in EXTEND_AT_MS:
        raise BadCall("out of range", field="extend_at_ms", fault="out-of-range")


def _urls(call: Call) -> Iterator[tuple[str, str]]:
    """The fields that hold URLs, and that are there."""
    for field in _URLS:
        url = getattr(call, field, None)
        if url and not _is_empty(url):
            yield field, url


def _is_empty(text: str | None) -> bool:
    return text is None or not text.strip()

"""Checks of who makes the music, and why. Soundverse isn't called: any call to it may be billed."""

import http.client
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from bot.checkup.addresses import parted, why_taken
from bot.checkup.findings import Finding, note, ok, wrong
from bot.opening import SOUNDVERSE
from bot.settings import Settings
from bot.words import Words

__all__ = ["musician"]

KEY_PREFIX = "sksoundverse_"
"""How the dashboard's keys begin; only a hint, since no document promises it."""

INSTRUMENTS = "import font_hanken_grotesk, lameenc, numpy, PIL, scipy.signal"
PATIENCE_SECONDS = 3


def musician(settings: Settings, words: Words) -> Iterator[Finding]:
    """What is found."""
    if settings.player is None and settings.has_chat_token:
        yield wrong(words.say("doctor-player-unsaid"), words.say("doctor-player-say"))
    elif settings.player == "soundverse":
        yield from _soundverse(settings, words)
    else:
        yield from _house_band(settings, words)


def _soundverse(settings: Settings, words: Words) -> Iterator[Finding]:
    url = urlsplit(settings.soundverse_base_url or SOUNDVERSE)
    key_said = settings.busker_composer is None
    said = "doctor-player-key" if key_said else "doctor-player-soundverse"
    yield ok(words.say(said, host=url.hostname or ""))
    key = settings.soundverse_api_key
    if key is None:
        yield wrong(words.say("doctor-key-missing"), words.say("doctor-key-mend"))
    elif not key.get_secret_value().startswith(KEY_PREFIX):
        yield note(words.say("doctor-key-odd", prefix=KEY_PREFIX))
    else:
        yield ok(words.say("doctor-key"))
    if url.scheme == "http":
        yield note(words.say("doctor-key-plain", host=url.hostname or ""))


def _house_band(settings: Settings, words: Words) -> Iterator[Finding]:
    if settings.busker_composer is None:
        yield ok(words.say("doctor-player-default"))
    else:
        yield ok(words.say("doctor-player-chosen"))
    if settings.soundverse_api_key is not None:
        yield note(words.say("doctor-key-unused"))
    if settings.soundverse_base_url is None:
        yield _instruments(words)
        if settings.houseband_soundfont is not None:
            yield _soundfont(settings.houseband_soundfont, words)
        yield _own_address(settings.houseband_address, words)
    else:
        yield from _other_band(settings, settings.soundverse_base_url, words)


def _instruments(words: Words) -> Finding:
    """Load what the band plays with, as its process will; a broken installation shows only there."""
    command = [sys.executable, "-c", INSTRUMENTS]
    trial = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own
    if trial.returncode:
        *_, why = ["", *trial.stderr.strip().splitlines()]
        return wrong(words.say("doctor-band-broken", why=why), words.say("doctor-band-install"))
    return ok(words.say("doctor-band-instruments"))


def _soundfont(path: Path, words: Words) -> Finding:
    """Ask the band what it finds in the soundfont; it plays without one, too."""
    command = [sys.executable, "-m", "houseband.sound.soundfont", str(path)]
    trial = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own
    *_, said = ["", *(trial.stderr or trial.stdout).strip().splitlines()]
    if trial.returncode:
        return note(words.say("doctor-soundfont-unused", why=said))
    return ok(words.say("doctor-soundfont", path=str(path), instruments=said))


def _own_address(address: str, words: Words) -> Finding:
    host, port = parted(address)
    if _plays_at(host, port, is_https=False):
        return ok(words.say("doctor-band-playing", address=address))
    if why := why_taken(host, port):
        sentence = words.say("doctor-band-taken", address=address, why=why)
        return wrong(sentence, words.say("doctor-band-move"))
    return ok(words.say("doctor-band-free", address=address))


def _other_band(settings: Settings, base_url: str, words: Words) -> Iterator[Finding]:
    url = urlsplit(base_url)
    if settings.houseband_key is None:
        yield wrong(words.say("doctor-band-keyless"), words.say("doctor-band-key"))
    port = url.port or (443 if url.scheme == "https" else 80)
    address = f"{url.hostname}:{port}"
    if _plays_at(url.hostname or "", port, is_https=url.scheme == "https"):
        yield ok(words.say("doctor-band-playing", address=address))
    else:
        sentence = words.say("doctor-band-silent", address=address)
        yield wrong(sentence, words.say("doctor-band-start"))


def _plays_at(host: str, port: int, *, is_https: bool) -> bool:
    """Whether a house band answers there: it says its name to whoever asks, without a key."""
    kind = http.client.HTTPSConnection if is_https else http.client.HTTPConnection
    line = kind(host, port, timeout=PATIENCE_SECONDS)
    try:
        line.request("GET", "/health")
        about = json.loads(line.getresponse().read(10_000))
    except (OSError, http.client.HTTPException, ValueError):
        return False
    finally:
        line.close()
    return isinstance(about, dict) and about.get("name") == "house band"

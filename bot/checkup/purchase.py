"""One song, bought to see whether the whole way to the music works. It costs what a song costs."""

import asyncio
import secrets
import socket
import tempfile
from contextlib import AsyncExitStack, aclosing
from pathlib import Path

import structlog

from bot.checkup.findings import Finding, ok, wrong
from bot.models import Player
from bot.opening import CantStart, open_composer, open_log
from bot.settings import Settings
from bot.words import Words, kebab
from soundverse.calls import GenerateSong
from soundverse.client import Soundverse
from soundverse.errors import Charged, SoundverseError, redacted
from soundverse.events import RemoteTake, TakeReady, Validated

__all__ = ["bought"]

log = structlog.get_logger()

PROMPT = "a short cheerful song about a street musician, 15 s"


def bought(settings: Settings, folder: Path, words: Words) -> Finding:
    """Ask for one song, once, and put its takes into `folder`; what came of it."""
    player: Player = "soundverse" if settings.player == "soundverse" else "houseband"
    with tempfile.TemporaryDirectory() as place:
        ours = _with_a_band_of_its_own(settings, Path(place)) if player == "houseband" else settings
        try:
            return asyncio.run(_bought(ours, player, folder, words))
        except CantStart as reason:
            return wrong(str(reason), words.say("doctor-spend-unspent"))


def _with_a_band_of_its_own(settings: Settings, place: Path) -> Settings:
    """So that it disturbs no Busker whose band is playing. A band elsewhere stays who it is."""
    if settings.soundverse_base_url is not None:
        return settings
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return settings.model_copy(
        update={"houseband_address": f"127.0.0.1:{port}", "houseband_data_dir": place}
    )


async def _bought(settings: Settings, player: Player, folder: Path, words: Words) -> Finding:
    async with AsyncExitStack() as stack:
        open_log(settings, stack)
        composer = await open_composer(settings, player, stack)
        purchase = _Purchase(composer, settings, folder)
        try:
            await purchase.make()
        except SoundverseError as error:
            log.warning("no song", error=type(error).__name__, why=redacted(error.detail))
            return wrong(
                words.say(f"failure-{kebab(type(error).__name__)}"), purchase.cost_of(error, words)
            )
        except OSError as error:
            sentence = words.say("doctor-spend-unkept", folder=str(folder), why=str(error))
            return wrong(sentence, words.say("doctor-spend-charged"))
    number = len(purchase.takes)
    return ok(
        words.say("doctor-spend-made", title=purchase.title, takes=number, folder=str(folder))
    )


class _Purchase:
    """One request, and what has come of it so far."""

    def __init__(self, composer: Soundverse, settings: Settings, folder: Path) -> None:
        self.title = ""
        self.takes: dict[int, RemoteTake] = {}
        self._composer = composer
        self._version = settings.soundverse_song_version
        self._folder = folder
        self._key = f"doctor-{secrets.token_hex(4)}"
        self._is_billed = False

    async def make(self) -> None:
        """Ask, listen to the end, fetch. Raises SoundverseError, OSError."""
        call = GenerateSong(version=self._version, prompt=PROMPT)
        async with aclosing(self._composer.compose(call, idempotency_key=self._key)) as events:
            async for event in events:
                match event:
                    case Validated(title=title):
                        self._is_billed = True
                        self.title = title or self.title
                    case TakeReady(take=take):
                        self.takes[take.version] = take
        self._folder.mkdir(parents=True, exist_ok=True)
        for number, take in self.takes.items():
            path = self._folder / f"{self._key}-{number}.mp3"
            await self._composer.fetch(take.audio_url, path, kind="audio")

    def cost_of(self, error: SoundverseError, words: Words) -> str:
        """What the failed request may have cost."""
        charged = Charged.YES if self._is_billed else error.charged
        match charged:
            case Charged.NO:
                return words.say("doctor-spend-free")
            case Charged.MAYBE:
                return words.say("doctor-spend-maybe")
            case Charged.YES:
                return words.say("doctor-spend-charged")

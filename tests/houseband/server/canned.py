"""A studio that is quick and does as the prompt says, run in real render processes.

`python -m tests.houseband.server.canned` is the band with it. Words a prompt may hold: `wait` (until a file
named `go` lies in the data directory), `unlit` (the same, for the cover), `endless` (it never returns, and
its limit is cut short), `grow` (half of the first take can be heard, then it waits as for `wait`), `choke`
(the same, and then it breaks), `die` (the process, each time), `faint` (the process, the first time), `break`
(an error that can't be pickled), `nameless` (the same, for the title), `artless` (no cover).
"""

import argparse
import functools
import os
import re
import signal
import sys
import time
from pathlib import Path
from typing import Self

import lameenc

from houseband.listening import stream_path
from houseband.order import Order, Recording, Section, TakeNumber
from houseband.server.music import CannotUse, Report, Sounds
from houseband.server.run import run

SECONDS = 10.0
SECTIONS = (
    Section(label="Verse", text="Through every road", start_seconds=0.5, end_seconds=4.0),
    Section(label="Chorus", text="Together we are home", start_seconds=4.0, end_seconds=9.5),
)


class CannedStudio:
    sounds: Sounds | None = None

    def equipped(self, soundfont: Path) -> Self:
        if soundfont.suffix != ".sf2":
            message = f"{soundfont} is odd"
            raise CannotUse(message)
        self.sounds = Sounds(soundfont=soundfont.name, instruments=("flute",))
        return self

    def warm_up(self) -> None:
        tone_mp3()

    def title_for(self, order: Order) -> str:
        if "nameless" in order.prompt:
            raise UnpicklableError(order.prompt)
        return f"Song {order.seed}"

    def draw_cover(self, order: Order, title: str, path: Path) -> None:
        if "unlit" in order.prompt:
            _wait_for_go(path.parent)
        if "artless" in order.prompt:
            message = "no paint left"
            raise OSError(message)
        path.write_bytes(b"RIFF\x1a\x00\x00\x00WEBP" + title.encode())

    def record(self, order: Order, take: TakeNumber, folder: Path, report: Report) -> Recording:
        _obey(order.prompt, folder, take)
        for percent in range(0, 101, 20):
            report(percent)
        path = folder / f"song_v{take}.mp3"
        if {"grow", "choke"} & set(order.prompt.split()):
            _grow(order.prompt, folder, take, report)
        path.write_bytes(tone_mp3())
        return Recording(
            path=path,
            duration_seconds=SECONDS,
            bpm=119.6,
            key="D minor",
            genre="pop",
            soundfont=self.sounds.soundfont if self.sounds else None,
            sections=() if order.operation == "music" else SECTIONS,
        )


class UnpicklableError(Exception):
    def __init__(self, prompt: str) -> None:
        super().__init__(prompt, lambda: None)


@functools.cache
def tone_mp3() -> bytes:
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(32)
    encoder.set_in_sample_rate(16_000)
    encoder.set_channels(1)
    encoder.set_quality(7)
    encoder.silence()
    square = (b"\x00\x10" * 20 + b"\x00\xf0" * 20) * int(SECONDS * 16_000 / 40)
    return bytes(encoder.encode(square) + encoder.flush())


def _obey(prompt: str, folder: Path, take: TakeNumber) -> None:
    words = set(prompt.split())
    if "wait" in words:
        _wait_for_go(folder)
    if "endless" in words:
        _never_return()
    fainted = folder / f"fainted_{take}"
    if "die" in words or ("faint" in words and not fainted.exists()):
        fainted.touch()
        os._exit(9)
    if "break" in words:
        raise UnpicklableError(prompt)


def _grow(prompt: str, folder: Path, take: TakeNumber, report: Report) -> None:
    if take == 1:
        part = stream_path(folder, take)
        part.write_bytes(tone_mp3()[: len(tone_mp3()) // 2])
        report(100)
        _wait_for_go(folder)
        part.unlink()
        if "choke" in prompt:
            raise UnpicklableError(prompt)


def _wait_for_go(folder: Path) -> None:
    while not (folder.parent.parent / "go").exists():
        time.sleep(0.01)


def _never_return() -> None:
    """Hold the interpreter's lock until the limit ends it. Where there is no limit, give up at once."""
    left, _ = signal.setitimer(signal.ITIMER_REAL, 0.1)
    if left:
        re.match(r"(a+)+b", "a" * 60)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--child", action="store_true")
    sys.exit(run(CannedStudio(), os.environ, child=parser.parse_args().child))

"""The same at a real terminal: a pseudo-terminal, with somebody who types."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.stories.conftest import PATIENCE_SECONDS, Home

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()=>][A-Z0-9]?")


@dataclass
class Typist:
    """Reads what the terminal shows, and types."""

    screen: int
    process: subprocess.Popen[str]
    seen: str = ""

    def type(self, line: str) -> None:
        os.write(self.screen, f"{line}\r".encode())

    def read_until(self, text: str) -> None:
        """Wait until the text was shown after what was waited for before."""
        ends_at = time.monotonic() + PATIENCE_SECONDS
        while text not in self.seen:
            assert time.monotonic() < ends_at, f"{text!r} never came: {self.seen}"
            if select.select([self.screen], [], [], 1)[0]:
                self.seen += ESCAPES.sub("", os.read(self.screen, 65_536).decode("utf-8", "ignore"))
        self.seen = self.seen.partition(text)[2]


@pytest.fixture
def terminal(home: Home) -> Iterator[Typist]:
    screen, inside = pty.openpty()
    fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    home.environment |= {"TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1"}
    process = home.start("try", stdin=inside, stdout=inside, stderr=inside, start_new_session=True)
    os.close(inside)
    yield Typist(screen, process)
    process.kill()
    os.close(screen)


def test_cards_change_above_the_line_while_a_person_types(terminal: Typist) -> None:
    terminal.read_until("/help lists what can be asked")
    terminal.read_until("busker>")
    terminal.type("/song rain 10 s")
    terminal.read_until("Composing")
    terminal.read_until("▀▀▀▀")
    terminal.read_until("Both takes are ready")
    terminal.read_until("The files are in songs/")
    terminal.read_until("1 song today")
    terminal.type("/quota")
    terminal.read_until("1 song asked for today")
    terminal.type("/music rain 10 s mishap:hang")
    terminal.read_until("Composing")
    terminal.type("/cancel")
    terminal.read_until("The service can't be stopped")
    terminal.type("/quit")
    assert terminal.process.wait(timeout=PATIENCE_SECONDS) == 0


def test_leaving_in_mid_song_says_that_it_goes_on(terminal: Typist, home: Home) -> None:
    terminal.type("/song rain 10 s mishap:hang")
    terminal.read_until("Composing")
    terminal.type("/quit")
    terminal.read_until("What is unfinished goes on when you start Busker again")
    assert terminal.process.wait(timeout=PATIENCE_SECONDS) == 0
    said, _ = home.run("try")
    assert "Both takes are ready" in said
    assert len(home.band_jobs) == 1

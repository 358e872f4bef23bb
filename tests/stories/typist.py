"""Somebody who sits at a terminal of which every line can be read."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pyte

from tests.stories.conftest import PATIENCE_SECONDS, Home


@dataclass
class Typist:
    """Sees what a terminal shows, with all that has scrolled away, and types."""

    keyboard: int
    process: subprocess.Popen[str]
    screen: pyte.HistoryScreen
    stream: pyte.ByteStream

    def leave(self) -> None:
        """Without a word."""
        self.process.kill()
        self.process.wait()
        os.close(self.keyboard)

    def type(self, line: str, end: str = "\r") -> None:
        os.write(self.keyboard, f"{line}{end}".encode())

    def wait_for(self, text: str, times: int = 1) -> None:
        """Until the text stands that often on the screen or above it."""
        self.wait_until(lambda: self.seen.count(text) >= times, text)

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        ends_at = time.monotonic() + PATIENCE_SECONDS
        while not holds():
            assert time.monotonic() < ends_at, f"{what!r} never came:\n{self.seen}"
            if select.select([self.keyboard], [], [], 1)[0]:
                self.stream.feed(os.read(self.keyboard, 65_536))

    @property
    def seen(self) -> str:
        above = ("".join(row[x].data for x in range(self.screen.columns)) for row in self.above)
        return "\n".join(line.rstrip() for line in (*above, *self.screen.display))

    @property
    def above(self) -> Iterator[dict[int, pyte.screens.Char]]:
        """What has scrolled away, and nobody can change any more."""
        yield from self.screen.history.top


def a_typist(home: Home, *, lines: int = 40, columns: int = 100, **environment: str) -> Typist:
    """Whoever has just started `busker try` at a terminal of that size."""
    keyboard, inside = pty.openpty()
    fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    home.environment.pop("COLUMNS", None)
    home.environment |= {"TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", **environment}
    process = home.start("try", stdin=inside, stdout=inside, stderr=inside, start_new_session=True)
    os.close(inside)
    screen = pyte.HistoryScreen(columns, lines, history=10_000)
    typist = Typist(keyboard, process, screen, pyte.ByteStream(screen))
    typist.wait_for("busker>")
    return typist

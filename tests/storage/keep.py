"""Keeps a database as this version writes it, for the tests of all later ones.

`python -m tests.storage.keep` plays songs to every end there is with the house band, and writes
`tests/storage/kept/version-N.db`. A file that is there already isn't made again.
"""

import signal
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from storage.backup import back_up
from storage.queries import migrations
from storage.restored import LIVE
from tests.stories.conftest import Home, a_home
from tests.stories.typist import a_typist

KEPT = Path(__file__).parent / "kept"

ASKED = """\
/song a birthday song for Ana, 10 s
/music lo-fi rain, 10 s
/extend at: 0:10
/song rain in May, 10 s mishap:one-take
/song rain in June, 10 s mishap:fail
/song rain in July, 10 s mishap:nsfw
"""


def keep(target: Path) -> None:
    """Make the file. Raises BackupFailed when it is there."""
    with tempfile.TemporaryDirectory() as folder, a_home(Path(folder)) as home:
        home.environment |= {"LOGNAME": "ana", "LANG": "C"}
        home.run("try", "--quota", "50/week", typed=ASKED, code=1)
        _cut_off(home, "/song rain in August, mishap:slow:9", at="Asking for the song")
        home.run("try", code=1)  # finds that it was interrupted
        home.environment["SOUNDVERSE_DEADLINE_SECONDS"] = "1"
        home.run("try", "/song rain in September, 200 s", code=1)
        del home.environment["SOUNDVERSE_DEADLINE_SECONDS"]
        _cancel_and_leave(home)
        _end(home)
        back_up(home.folder / "data" / "busker.db", target)
    with closing(sqlite3.connect(target)) as file:
        file.execute(f"PRAGMA application_id = {LIVE}")  # as if it had always lain there
        file.execute("VACUUM")


def _cut_off(home: Home, line: str, *, at: str) -> None:
    process = home.start("try", line)
    assert process.stdout
    while at not in (said := process.stdout.readline()):
        assert said, "it ended before that"
    process.send_signal(signal.SIGKILL)
    process.wait()


def _cancel_and_leave(home: Home) -> None:
    """One song is cancelled, one is left in the middle, and one waits behind them."""
    typist = a_typist(home)
    typist.type("/music rain in October, mishap:hang")
    typist.wait_for("Composing")
    typist.type("/cancel")
    typist.wait_for("The service can't be stopped")
    typist.type("/music rain in November, mishap:hang")
    typist.wait_for("] Cancel")
    typist.wait_for("Composing")
    typist.type("/music rain in December")
    typist.wait_for("] Cancel", times=2)
    typist.wait_for("Next in line")
    typist.leave()


def _end(home: Home) -> None:
    for process in home.running:
        process.communicate()


if __name__ == "__main__":
    keep(KEPT / f"version-{len(migrations())}.db")

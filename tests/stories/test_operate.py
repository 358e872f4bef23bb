"""What an operator does beside a Busker that runs: check it, copy it, go back to the copy."""

import socket

import httpx

from tests.ports import free_port
from tests.stories.conftest import Home


def test_a_copy_made_while_a_song_plays_can_be_gone_back_to(home: Home) -> None:
    home.run("try", "/music rain 10 s", "--quota", "3/day")
    playing = home.start("try", "/music snow 10 s mishap:slow:5")
    assert playing.stdout
    while "Accepted" not in (said := playing.stdout.readline()):
        assert said, "it ended before that"
    told, _ = home.run("backup", "copy.db")
    assert told.startswith("Copied data/busker.db to copy.db: ")
    checked, _ = home.run("doctor")
    assert "one is playing at " + home.environment["HOUSEBAND_ADDRESS"] in checked
    assert "is whole" in checked
    playing.communicate()

    for file in (home.folder / "data").glob("busker.db*"):
        file.unlink()
    (home.folder / "copy.db").rename(home.folder / "data" / "busker.db")
    said, _ = home.run("try", "/quota")
    assert "1 song asked for today" in said
    assert "By the rule for everybody here: 3 songs a day" in said
    ends = [("done", 1, "yes"), ("interrupted", 0, "yes")]
    assert home.rows("SELECT stage, counts, charged FROM jobs ORDER BY created_at") == ends
    assert len(home.band_jobs) == 2


def test_the_doctor_buys_one_song_beside_a_busker_that_plays(home: Home) -> None:
    playing = home.start("try", "/music snow 10 s mishap:slow:5")
    assert playing.stdout
    while "Accepted" not in (said := playing.stdout.readline()):
        assert said, "it ended before that"
    told, complained = home.run("doctor", "--spend")
    assert complained == ""
    assert "was made and fetched; 2 takes are in songs." in told
    assert told.endswith("Nothing is wrong.\n")
    assert len(list((home.folder / "songs").glob("doctor-*.mp3"))) == 2
    assert len(home.band_jobs) == 1


def test_a_copy_is_refused_with_the_reason(home: Home) -> None:
    _, complained = home.run("backup", "copy.db", code=1)
    assert complained == (
        "There is no database at data/busker.db yet, so there is nothing to copy.\n"
    )
    assert "the following arguments are required: FILE" in home.run("backup", code=2)[1]


def test_a_running_busker_answers_how_it_is(home: Home) -> None:
    port = free_port()
    address = f"127.0.0.1:{port}"
    with socket.create_server(("127.0.0.1", port)):
        home.environment["BUSKER_HTTP"] = address
        _, complained = home.run("try", "/quota", code=1)
        assert complained == (
            f"BUSKER_HTTP: nothing can be answered at {address}: Address already in use.\n"
        )
    playing = home.start("try", "/music snow 10 s mishap:slow:5")
    assert playing.stdout
    while "Accepted" not in (said := playing.stdout.readline()):
        assert said, "it ended before that"
    ready = httpx.get(f"http://{address}/readyz")
    assert (ready.status_code, ready.json()["status"]) == (200, "ok")
    assert httpx.get(f"http://{address}/healthz").json()["checks"]["backups"] == "ok"
    assert 'busker_queue{stage="working"} 1.0' in httpx.get(f"http://{address}/metrics").text
    assert f"a Busker answers at {address}" in home.run("doctor")[0]
    playing.communicate()
    [copy] = (home.folder / "data" / "backups").iterdir()
    assert copy.name.startswith("busker-20")

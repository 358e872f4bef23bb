"""What a watcher is answered, over a real socket, while things go well and when they don't."""

import asyncio
import socket
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, closing

import httpx
import pytest
from aiohttp import web

from adapters.web.health import health_routes
from adapters.web.listener import Route, listening
from bot.assembly import Busker
from bot.operating.room import Room
from bot.playing.hold import FIRST_SECONDS
from bot.vitals import FRESH
from soundverse.errors import Busy, KeyRejected
from tests.bot.conftest import Stage as TheStage
from tests.fakes.composer import WHOLE_SONG

LOCAL = "127.0.0.1:0"


@asynccontextmanager
async def asking(*routes: Route, address: str = LOCAL) -> AsyncGenerator[httpx.AsyncClient]:
    async with listening(address, routes) as port:
        host = address.rpartition(":")[0]
        async with httpx.AsyncClient(base_url=f"http://{host}:{port}", timeout=10) as client:
            yield client


@asynccontextmanager
async def watched(stage: TheStage) -> AsyncGenerator[tuple[Busker, httpx.AsyncClient]]:
    async with stage.at_work() as busker, asking(*health_routes(busker.vitals)) as client:
        yield busker, client


async def checks(client: httpx.AsyncClient, path: str, *, is_well: bool) -> dict[str, str]:
    answer = await client.get(path)
    told = answer.json()
    assert answer.status_code == (200 if is_well else 503)
    assert told["status"] == ("ok" if is_well else "unwell")
    found: dict[str, str] = told["checks"]
    return {name: said for name, said in found.items() if said != "ok"}


async def test_a_busker_at_work_is_well_and_ready(stage: TheStage) -> None:
    async with watched(stage) as (_, client):
        assert await checks(client, "/healthz", is_well=True) == {}
        assert await checks(client, "/readyz", is_well=True) == {}
        assert set((await client.get("/healthz")).json()["checks"]) >= {"worker", "sweeper"}


async def test_a_busker_that_has_stopped_is_neither(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        pass
    async with asking(*health_routes(busker.vitals)) as client:
        stopped = await checks(client, "/healthz", is_well=False)
        assert stopped["worker"] == "stopped"
        assert await checks(client, "/readyz", is_well=False) == {"worker": "stopped"}


async def test_one_that_never_started_is_neither(stage: TheStage) -> None:
    async with asking(*health_routes(stage.busker().vitals)) as client:
        await checks(client, "/healthz", is_well=False)
        assert await checks(client, "/readyz", is_well=False) == {"worker": "stopped"}


async def test_a_key_that_is_refused_shows_until_a_song_is_taken(stage: TheStage) -> None:
    async with watched(stage) as (busker, client):
        stage.composer.script = (KeyRejected("no"),)
        await stage.song(busker)
        assert await checks(client, "/readyz", is_well=False) == {"service": "key-rejected"}
        assert await checks(client, "/healthz", is_well=True) == {}
        stage.composer.script = WHOLE_SONG
        await stage.clock.move(2 * FIRST_SECONDS)
        assert await checks(client, "/readyz", is_well=True) == {}


async def test_a_busy_service_shows(stage: TheStage) -> None:
    async with watched(stage) as (busker, client):
        stage.composer.script = (Busy("slow down"),)
        await stage.song(busker)
        assert await checks(client, "/readyz", is_well=False) == {"service": "busy"}


async def test_a_database_that_doesnt_write_shows_and_so_does_its_recovery(
    stage: TheStage,
) -> None:
    async with watched(stage) as (_, client):
        stage.activity.broken = 1
        said = await checks(client, "/readyz", is_well=False)
        assert said == {"database": "doesn't write: OperationalError"}
        await stage.clock.move(FRESH.total_seconds())
        assert await checks(client, "/readyz", is_well=True) == {}


async def test_a_database_that_somebody_has_locked_shows(
    stage: TheStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.vitals.PATIENCE_SECONDS", 0.05)
    async with watched(stage) as (_, client):
        path = stage.folder / "busker.db"
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            said = await checks(client, "/readyz", is_well=False)
        assert said == {"database": "doesn't answer"}
        assert await checks(client, "/healthz", is_well=True) == {}


async def test_a_full_disk_shows(stage: TheStage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Room, "is_full", True)
    async with watched(stage) as (_, client):
        assert await checks(client, "/readyz", is_well=False) == {"disk": "full"}


async def test_many_who_ask_at_once_write_one_row(stage: TheStage) -> None:
    async with watched(stage) as (_, client):
        stage.activity.broken = 1  # only one write can fail
        answers = await asyncio.gather(*(client.get("/readyz") for _ in range(20)))
    assert {answer.status_code for answer in answers} == {503}


async def test_the_metrics_are_told_as_prometheus_reads_them(stage: TheStage) -> None:
    async with watched(stage) as (busker, client):
        await stage.song(busker)
        answer = await client.get("/metrics")
    assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert 'busker_songs_total{failure="",kind="song",outcome="done"} 1.0' in answer.text


async def test_what_goes_wrong_behind_an_answer_stays_inside() -> None:
    async def fails(request: web.Request) -> web.Response:
        raise RuntimeError(f"a secret about {request.path}")

    async with asking(web.get("/fails", fails)) as client:
        answer = await client.get("/fails")
        assert (answer.status_code, "secret" in answer.text) == (500, False)
        assert (await client.get("/elsewhere")).status_code == 404
        assert (await client.post("/fails")).status_code == 405


async def test_a_listener_on_ipv6_is_found_there() -> None:
    async def answers(_: web.Request) -> web.Response:
        return web.Response(text="here")

    async with asking(web.get("/", answers), address="[::1]:0") as client:
        assert (await client.get("/")).text == "here"


async def test_an_address_that_is_taken_cant_be_had() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(OSError, match="in use"):
            async with listening(address, []):
                pass

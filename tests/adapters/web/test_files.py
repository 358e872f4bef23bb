"""Takes by our own signed links: with the right name and type, in pieces, and to nobody else."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from adapters.web.files import file_routes
from adapters.web.listener import listening
from bot.links import GOOD_FOR, Links
from bot.stores import Upload
from tests.bot.conftest import Stage as TheStage
from tests.makers import ANA

NAME = "Rain in “May” ünd - A.mp3"


@asynccontextmanager
async def sharing(stage: TheStage) -> AsyncGenerator[tuple[str, Path, httpx.AsyncClient]]:
    """The path of a link to a song's take A, its file, and somebody who may ask."""
    links = Links("https://songs.example", await stage.store.secret("links"), stage.clock)
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        archive = busker.vitals.archive
        routes = file_routes(links, stage.store, stage.store, archive.path)
        async with (
            listening("127.0.0.1:0", routes) as port,
            httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client,
        ):
            url = urlsplit(links.url_for(song, 1, NAME))
            take = (await stage.job(song)).take(1)
            assert take is not None
            assert take.file is not None
            yield url.path, archive.path(take.file), client


async def test_a_take_comes_whole_with_its_name_and_type(stage: TheStage) -> None:
    async with sharing(stage) as (path, file, client):
        answer = await client.get(path)
        assert answer.status_code == 200
        assert answer.content == file.read_bytes()
        assert answer.headers["Content-Type"] == "audio/mpeg"
        assert answer.headers["Content-Disposition"] == (
            "inline; filename*=UTF-8''Rain%20in%20%E2%80%9CMay%E2%80%9D%20%C3%BCnd%20-%20A.mp3"
        )
        head = await client.head(path)
        assert int(head.headers["Content-Length"]) == len(answer.content)


@pytest.mark.parametrize(
    ("asked", "start", "end"), [("0-99", 0, 100), ("100-", 100, None), ("-50", -50, None)]
)
async def test_players_may_ask_for_pieces(
    stage: TheStage, asked: str, start: int, end: int | None
) -> None:
    async with sharing(stage) as (path, file, client):
        answer = await client.get(path, headers={"Range": f"bytes={asked}"})
        assert answer.status_code == 206
        assert answer.content == file.read_bytes()[start:end]
        beyond = await client.get(path, headers={"Range": "bytes=9999999-"})
        assert beyond.status_code == 416


async def test_a_link_that_is_over_or_changed_leads_nowhere(stage: TheStage) -> None:
    async with sharing(stage) as (path, _, client):
        for other in (path.replace("A.mp3", "B.mp3"), path.replace(".", ".9", 1), "/files/a/b"):
            assert (await client.get(other)).status_code == 404
        assert (await client.get("/files/../busker.db/a")).status_code == 404
        await stage.clock.move(GOOD_FOR.total_seconds() + 1)
        assert (await client.get(path)).status_code == 404


async def test_what_was_deleted_or_removed_is_gone(stage: TheStage) -> None:
    async with sharing(stage) as (path, file, client):
        file.rename(file.with_suffix(".away"))
        assert (await client.get(path)).status_code == 404
        file.with_suffix(".away").rename(file)
        assert (await client.get(path)).status_code == 200
        [kept] = await stage.store.songs(ANA, skip=0, most=1)
        await stage.store.delete(kept.job, stage.clock.now())
        assert (await client.get(path)).status_code == 404


async def test_links_stay_good_over_a_restart(stage: TheStage) -> None:
    first = await stage.store.secret("links")
    assert len(first) == 32
    assert await stage.store.secret("links") == first
    assert await stage.store.secret("other") != first


async def test_what_a_song_was_made_from_has_a_link_too(stage: TheStage) -> None:
    async with sharing(stage) as (_, file, client):
        links = Links("https://songs.example", await stage.store.secret("links"), stage.clock)
        relative = Path(file.parent.name) / "reference.flac"
        upload = Upload(job_id=file.parent.name, address="https://cdn.example/1", file=relative)
        await stage.store.note_upload(upload)
        file.with_name("reference.flac").write_bytes(b"fLaC")
        answer = await client.get(
            urlsplit(links.url_for_upload(upload.job_id, "reference.flac")).path
        )
        assert (answer.content, answer.headers["Content-Type"]) == (b"fLaC", "audio/flac")
        other = urlsplit(links.url_for_upload(upload.job_id, "melody.flac")).path
        assert (await client.get(other)).status_code == 404

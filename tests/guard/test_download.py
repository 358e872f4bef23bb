import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web

from guard.connection import Connector
from guard.content import Kind
from guard.download import Found, download, look
from guard.errors import (
    AddressNotPublic,
    GuardError,
    HostNotAllowed,
    LineBroken,
    NotHttps,
    NotThere,
    ServerTrouble,
    TooLarge,
    TooManyRedirects,
    TooSlow,
    WrongContent,
)
from guard.urls import Rules
from tests.guard import files
from tests.guard.shelf import (
    Answer,
    Shelf,
    breaks_off,
    client_context,
    gives,
    gives_ranges,
    leads_to,
    serving,
)

KEY = "Bearer sksoundverse_test-key_123"


@asynccontextmanager
async def shelf_of(**answers: Answer | list[Answer]) -> AsyncIterator[tuple[Shelf, Connector]]:
    """A shelf whose origin is trusted, with answers by the first part of the path."""
    listed = {
        f"/{name}": each if isinstance(each, list) else [each] for name, each in answers.items()
    }
    async with serving(Shelf(answers=listed)) as shelf:
        rules = Rules(hosts=("files.example",), origins=(shelf.origin,))
        async with Connector(rules=rules, credentials={shelf.origin: KEY}) as connector:
            yield shelf, connector


async def fetch(
    connector: Connector,
    url: str,
    path: Path,
    *,
    kind: Kind | None = None,
    most_bytes: int = 1_000_000,
    most_seconds: float = 30,
) -> Found:
    async def at_once(_: float) -> None:
        await asyncio.sleep(0)

    return await download(
        connector,
        url,
        path,
        kind=kind,
        most_bytes=most_bytes,
        most_seconds=most_seconds,
        sleep=at_once,
    )


async def test_a_file_is_fetched_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    async with shelf_of(a=gives(files.mp3())) as (shelf, connector):
        found = await fetch(connector, f"{shelf.origin}/a", path, kind="audio")
    assert found == Found(size=len(files.mp3()), media_type="audio/mpeg")
    assert path.read_bytes() == files.mp3()
    assert _names_in(tmp_path) == [path.name]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (gives(b"<html>not here</html>"), WrongContent),
        (gives(files.mp3()[:10_000]), WrongContent),
        (gives(files.picture("PNG")), WrongContent),
        (gives(b""), WrongContent),
        (gives(files.mp3() + bytes(1_000_000)), TooLarge),
        (gives(files.mp3() + bytes(1_000_000), told=False), TooLarge),
        (gives(b"", status=404), NotThere),
        (gives(b"", status=403), NotThere),
        (gives(b"", status=500), ServerTrouble),
        (breaks_off(files.mp3()), LineBroken),
        (leads_to("/a"), TooManyRedirects),
        (leads_to("http://files.example/a"), NotHttps),
        (leads_to("https://evil.example/a"), HostNotAllowed),
        (leads_to("file:///etc/passwd"), NotHttps),
    ],
)
async def test_what_is_no_whole_file_leaves_no_trace(
    answer: Answer, kind: type[GuardError], tmp_path: Path
) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(b"what was there before")
    async with shelf_of(a=answer) as (shelf, connector):
        with pytest.raises(kind):
            await fetch(connector, f"{shelf.origin}/a", path, kind="audio")
    assert path.read_bytes() == b"what was there before"
    assert _names_in(tmp_path) == [path.name]


async def test_a_picture_is_fetched_where_one_is_wanted(tmp_path: Path) -> None:
    async with shelf_of(a=gives(files.picture("WEBP"))) as (shelf, connector):
        found = await fetch(connector, f"{shelf.origin}/a", tmp_path / "a", kind="image")
    assert found.media_type == "image/webp"


@pytest.mark.parametrize("first", [gives(b"", status=503), breaks_off(b"ID3")])
async def test_it_is_tried_once_more(first: Answer, tmp_path: Path) -> None:
    async with shelf_of(a=[first, gives(files.mp3())]) as (shelf, connector):
        await fetch(connector, f"{shelf.origin}/a", tmp_path / "a.mp3")
    assert len(shelf.asked) == 2


async def test_it_is_not_tried_a_third_time(tmp_path: Path) -> None:
    async with shelf_of(a=gives(b"", status=500)) as (shelf, connector):
        with pytest.raises(ServerTrouble):
            await fetch(connector, f"{shelf.origin}/a", tmp_path / "a.mp3")
    assert len(shelf.asked) == 2


async def test_what_takes_too_long_is_left(tmp_path: Path) -> None:
    async def silence(_: web.Request) -> web.StreamResponse:
        await asyncio.Event().wait()
        raise AssertionError

    async with shelf_of(a=silence) as (shelf, connector):
        with pytest.raises(TooSlow):
            await fetch(connector, f"{shelf.origin}/a", tmp_path / "a.mp3", most_seconds=0.1)
    assert _names_in(tmp_path) == []


async def test_packing_is_not_asked_for(tmp_path: Path) -> None:
    async with shelf_of(a=gives(files.mp3())) as (shelf, connector):
        await fetch(connector, f"{shelf.origin}/a", tmp_path / "a.mp3")
    assert shelf.asked[0].headers["Accept-Encoding"] == "identity"


async def test_the_key_goes_to_its_own_origin_only(tmp_path: Path) -> None:
    async with serving(Shelf()) as own, serving(Shelf()) as other:
        own.answers = {"/a": [leads_to(f"{other.origin}/b")]}
        other.answers = {"/b": [gives(files.mp3())]}
        rules = Rules(origins=(own.origin, other.origin))
        async with Connector(rules=rules, credentials={own.origin: KEY}) as connector:
            await fetch(connector, f"{own.origin}/a", tmp_path / "a.mp3")
    assert own.asked[0].headers["Authorization"] == KEY
    assert "Authorization" not in other.asked[0].headers


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1"]
)
async def test_a_name_that_leads_inside_is_not_asked(address: str, tmp_path: Path) -> None:
    async def inside(_: str, __: int) -> Sequence[str]:
        return [address]

    async with Connector(rules=Rules(hosts=("*",)), resolve=inside) as connector:
        with pytest.raises(AddressNotPublic):
            await fetch(connector, "https://files.example/a", tmp_path / "a")


async def test_a_redirect_inside_is_not_followed(tmp_path: Path) -> None:
    async with shelf_of(a=leads_to("https://files.example/")) as (shelf, _):
        rules = Rules(hosts=("*",), origins=(shelf.origin,))
        async with Connector(rules=rules, resolve=_loopback) as connector:
            with pytest.raises(AddressNotPublic):
                await fetch(connector, f"{shelf.origin}/a", tmp_path / "a")


async def test_a_name_nobody_knows_is_a_broken_line(tmp_path: Path) -> None:
    async def nowhere(_: str, __: int) -> Sequence[str]:
        raise OSError("no such name")

    async with Connector(rules=Rules(hosts=("*",)), resolve=nowhere) as connector:
        with pytest.raises(LineBroken):
            await fetch(connector, "https://files.example/a", tmp_path / "a")


async def test_the_checked_address_is_the_one_that_is_connected_to(tmp_path: Path) -> None:
    asked: list[str] = []

    async def rebinding(host: str, _: int) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    async with serving(Shelf(answers={"/a": [gives(files.mp3())]}), tls=True) as shelf:
        rules = Rules(hosts=("files.example",), ports=(shelf.port,))
        async with Connector(
            rules=rules,
            tls=client_context(),
            resolve=rebinding,
            is_public=lambda address: address == "127.0.0.1",
        ) as connector:
            await fetch(connector, f"https://files.example:{shelf.port}/a", tmp_path / "a.mp3")
    assert asked == ["files.example"]
    assert shelf.names == ["files.example"]
    assert shelf.asked[0].headers["Host"] == f"files.example:{shelf.port}"


async def test_the_certificate_must_be_for_the_name(tmp_path: Path) -> None:
    async with serving(Shelf(answers={"/a": [gives(files.mp3())]}), tls=True) as shelf:
        rules = Rules(hosts=("*",), ports=(shelf.port,))
        async with Connector(
            rules=rules, tls=client_context(), resolve=_loopback, is_public=lambda _: True
        ) as connector:
            with pytest.raises(LineBroken):
                await fetch(connector, f"https://evil.example:{shelf.port}/a", tmp_path / "a.mp3")
    assert shelf.asked == []


async def test_the_next_address_is_tried_when_one_does_not_answer(tmp_path: Path) -> None:
    async def several(_: str, __: int) -> Sequence[str]:
        return ["127.0.0.2", "127.0.0.1"]

    async with serving(Shelf(answers={"/a": [gives(files.mp3())]}), tls=True) as shelf:
        rules = Rules(hosts=("*",), ports=(shelf.port,))
        async with Connector(
            rules=rules, tls=client_context(), resolve=several, is_public=lambda _: True
        ) as connector:
            await fetch(connector, f"https://files.example:{shelf.port}/a", tmp_path / "a.mp3")
    assert len(shelf.asked) == 1


@pytest.mark.parametrize(
    "answer",
    [gives_ranges(files.mp3()), gives(files.mp3()), gives(files.mp3(), told=False)],
)
async def test_a_look_says_what_lies_there(answer: Answer) -> None:
    async with shelf_of(a=answer) as (shelf, connector):
        found = await look(connector, f"{shelf.origin}/a", most_bytes=1_000_000)
    assert found == Found(size=len(files.mp3()), media_type="audio/mpeg")


@pytest.mark.parametrize(
    "answer",
    [
        gives_ranges(files.mp3() + bytes(1_000_000)),
        gives(files.mp3() + bytes(1_000_000)),
        gives(files.mp3() + bytes(1_000_000), told=False),
    ],
)
async def test_a_look_says_when_there_is_too_much(answer: Answer) -> None:
    async with shelf_of(a=answer) as (shelf, connector):
        with pytest.raises(TooLarge):
            await look(connector, f"{shelf.origin}/a", most_bytes=1_000_000)


async def test_a_look_sees_through_a_large_tag() -> None:
    data = files.tagged(files.mp3(), tag=200_000)
    async with shelf_of(a=gives_ranges(data)) as (shelf, connector):
        found = await look(connector, f"{shelf.origin}/a", most_bytes=1_000_000)
    assert found == Found(size=len(data), media_type="audio/mpeg")


async def test_a_look_at_a_page_says_that_it_is_no_audio() -> None:
    async with shelf_of(a=gives(b"<html>")) as (shelf, connector):
        with pytest.raises(WrongContent):
            await look(connector, f"{shelf.origin}/a", most_bytes=1_000_000)


async def _loopback(_: str, __: int) -> Sequence[str]:
    return ["127.0.0.1"]


def _names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]

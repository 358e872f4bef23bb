import asyncio
import inspect
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from aiohttp import web
from structlog.testing import capture_logs

from guard.errors import GuardError
from soundverse.calls import Call, ExtendSong, GenerateMusic, GenerateSong
from soundverse.client import Soundverse, _translated
from soundverse.errors import (
    BadCall,
    Busy,
    Charged,
    ConnectionLost,
    Declined,
    FileLost,
    KeyRejected,
    Misshapen,
    OutOfCredit,
    Overdue,
    SoundverseError,
    TakeFailed,
    Unavailable,
)
from soundverse.events import Accepted, Event, Finished, Ids, TakeReady, Validated
from tests.guard.files import mp3
from tests.guard.shelf import gives
from tests.soundverse.clocks import FastClock
from tests.soundverse.samples import STREAMS, answer, refusal, stream
from tests.soundverse.vendor import KEY, Answer, Vendor, says, serving, streams, writes

SONG = GenerateSong(prompt="a song about rain")
V6_SONG = GenerateSong(version="v6", prompt="a song about rain")
MUSIC = GenerateMusic(prompt="rain")
EXTENSION = ExtendSong(
    audio_url="https://storage.soundverse.ai/a_v1.mp3", lyrics="la", extend_at_ms=60_000
)
CALLS: dict[str, Call] = {
    "v7_song": SONG,
    "v6_song": V6_SONG,
    "v6_music": MUSIC,
    "v6_extend": EXTENSION,
}
A = "https://storage.soundverse.ai/a_v1.mp3"
B = "https://storage.soundverse.ai/a_v2.mp3"
DONE = {"status": "completed", "audio_data": [{"audio_url": A}, {"audio_url": B}]}
V7_START = b"".join(stream("v7_song").splitlines(keepends=True)[:4])
V6_START = b"".join(stream("v6_song").splitlines(keepends=True)[:2])
PATIENT = 30.0


@asynccontextmanager
async def talking(
    reply: Answer,
    *statuses: object,
    sync: bool = False,
    idle_seconds: float = PATIENT,
) -> AsyncIterator[tuple[Vendor, Soundverse]]:
    async with (
        serving(Vendor(answer=reply, statuses=list(statuses))) as vendor,
        Soundverse(
            base_url=vendor.url,
            key=KEY,
            mode="sync" if sync else "stream",
            idle_seconds=idle_seconds,
            timing=FastClock().timing,
        ) as soundverse,
    ):
        yield vendor, soundverse


async def heard(soundverse: Soundverse, call: Call = SONG) -> list[Event]:
    return await all_of(soundverse.compose(call, idempotency_key="job:1"))


async def all_of(source: AsyncGenerator[Event]) -> list[Event]:
    return [event async for event in source]


def take_urls(events: list[Event]) -> set[str]:
    return {event.take.audio_url for event in events if isinstance(event, TakeReady)}


@pytest.mark.parametrize("name", STREAMS)
async def test_a_song_is_heard_as_it_is_made(name: str) -> None:
    async with talking(streams(stream(name))) as (vendor, soundverse):
        events = await heard(soundverse, CALLS[name])
    assert events[-1] == Finished()
    assert len(take_urls(events)) == 2
    assert vendor.asked == []


async def test_the_request_has_key_idempotency_key_and_body() -> None:
    async with talking(streams(stream("v7_song"))) as (vendor, soundverse):
        await heard(soundverse)
    (post,) = vendor.posts
    assert post.path == "/v7/generate/song"
    assert post.headers["Authorization"] == f"Bearer {KEY}"
    assert post.headers["Idempotency-Key"] == "job:1"
    assert post.body == {"prompt": "a song about rain"}


@pytest.mark.parametrize("name", STREAMS)
async def test_a_sync_answer_is_a_whole_song(name: str) -> None:
    async with talking(says(answer(f"{name}_sync")), sync=True) as (vendor, soundverse):
        events = await heard(soundverse, CALLS[name])
    assert vendor.posts[0].path.endswith("/sync")
    assert len(take_urls(events)) == 2
    assert events[-1] == Finished()


async def test_nothing_is_sent_that_the_documents_forbid() -> None:
    async with talking(says({})) as (vendor, soundverse):
        with pytest.raises(BadCall):
            await heard(soundverse, GenerateSong())
    assert vendor.sent == []


@pytest.mark.parametrize("sync", [False, True])
@pytest.mark.parametrize("status", [200, 400])
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("prompt_too_long", BadCall),
        ("rate_limit", Busy),
        ("balance", OutOfCredit),
        ("nsfw", Declined),
        ("unavailable", Unavailable),
    ],
)
async def test_a_refusal_is_known_whatever_its_status(
    name: str, kind: type[SoundverseError], status: int, sync: bool
) -> None:
    reply = says(refusal(name), status=status)
    async with talking(reply, DONE, sync=sync) as (vendor, soundverse):
        with pytest.raises(kind):
            await heard(soundverse)
    assert len(vendor.sent) == 1


async def test_a_refusal_says_when_to_come_back() -> None:
    reply = says(refusal("rate_limit"), status=429, headers={"Retry-After": "17"})
    async with talking(reply) as (_, soundverse):
        with pytest.raises(Busy) as busy:
            await heard(soundverse)
    assert busy.value.retry_after == 17


@pytest.mark.parametrize("then", ["cut", "silence"])
async def test_a_refusal_that_breaks_off_is_still_one(then: str) -> None:
    reply = streams(b'{"message": "Rate lim', then=then, status=429)
    async with talking(reply, idle_seconds=0.5) as (_, soundverse):
        with pytest.raises(Busy):
            await heard(soundverse)


async def test_the_key_is_not_in_what_is_raised() -> None:
    reply = says({"message": f"invalid or revoked API key {KEY}"}, status=401)
    async with talking(reply) as (_, soundverse):
        with pytest.raises(KeyRejected) as rejected:
            await heard(soundverse)
    assert KEY not in str(rejected.value) + rejected.value.detail + repr(rejected.value)


@pytest.mark.parametrize("then", ["cut", "end", "silence"])
async def test_a_stream_that_breaks_off_goes_on_by_asking(then: str) -> None:
    reply = streams(V7_START, then=then)
    async with talking(reply, {"status": "processing"}, DONE, idle_seconds=0.5) as (
        vendor,
        soundverse,
    ):
        events = await heard(soundverse)
    assert isinstance(events[0], Accepted)
    assert isinstance(events[1], Validated)
    assert take_urls(events) == {A, B}
    assert events[-1] == Finished()
    assert len(vendor.posts) == 1
    assert vendor.asked == ["/v7/status?job_id=job-1"] * 2


@pytest.mark.parametrize("then", ["cut", "end", "silence"])
async def test_a_v6_stream_that_breaks_off_is_asked_for_by_its_message(then: str) -> None:
    start = V6_START + stream("v6_song").splitlines(keepends=True)[2]
    reply = streams(start, then=then)
    async with talking(reply, DONE, idle_seconds=0.5) as (vendor, soundverse):
        assert (await heard(soundverse, V6_SONG))[-1] == Finished()
    assert vendor.asked == ["/status/generation/message-1"]


async def test_a_v6_stream_cut_after_one_take_is_asked_for_the_other() -> None:
    one = f'data: {{"message_id": "m", "status": "completed", "audio_url": "{A}"}}\n\n'.encode()
    async with talking(streams(one, then="cut"), DONE) as (_, soundverse):
        assert take_urls(await heard(soundverse, V6_SONG)) == {A, B}


@pytest.mark.parametrize("then", ["cut", "end", "silence"])
async def test_a_stream_that_breaks_off_before_an_id_is_lost(then: str) -> None:
    reply = streams(V6_START, then=then)
    async with talking(reply, DONE, idle_seconds=0.5) as (vendor, soundverse):
        with pytest.raises(ConnectionLost) as lost:
            await heard(soundverse, V6_SONG)
    assert lost.value.charged is Charged.MAYBE
    assert not lost.value.resend
    assert len(vendor.sent) == 1


async def test_a_take_without_any_id_is_still_a_song() -> None:
    reply = streams(f'data: {{"status": "completed", "audio_url": "{A}"}}\n\n'.encode(), then="cut")
    async with talking(reply) as (_, soundverse):
        assert (await heard(soundverse, V6_SONG))[-1] == Finished()


async def test_one_take_and_nobody_who_knows_more_is_one_take() -> None:
    one = f'data: {{"status": "completed", "version": 1, "audio_url": "{A}"}}\n\n'.encode()
    async with talking(streams(V7_START + one, then="cut")) as (vendor, soundverse):
        events = await heard(soundverse)
    assert take_urls(events) == {A}
    assert events[-1] == Finished()
    assert len(vendor.asked) > 3


async def test_a_song_nobody_knows_any_more_is_overdue() -> None:
    async with talking(streams(V7_START, then="cut")) as (_, soundverse):
        with pytest.raises(Overdue):
            await heard(soundverse)


async def test_a_failed_song_is_known_by_asking() -> None:
    failed = {"job_id": "job-1", "status": "failed", "error": True, "detail": "no luck"}
    async with talking(streams(V7_START, then="cut"), failed) as (_, soundverse):
        with pytest.raises(TakeFailed) as error:
            await heard(soundverse)
    assert error.value.detail == "no luck"


@pytest.mark.parametrize("sync", [False, True])
async def test_a_job_instead_of_a_song_is_asked_for(sync: bool) -> None:
    reply = says({"job_id": "j-9", "status": "queued"}, status=202)
    async with talking(reply, {"status": "queued"}, DONE, sync=sync) as (vendor, soundverse):
        events = await heard(soundverse)
    assert events[0] == Accepted(ids=Ids(job_id="j-9"))
    assert events[-1] == Finished()
    assert vendor.asked == ["/v7/status?job_id=j-9"] * 2


@pytest.mark.parametrize("content_type", ["application/json", "text/event-stream", "text/plain"])
async def test_json_is_known_by_its_first_byte(content_type: str) -> None:
    body = json.dumps({"job_id": "j", "audio_data": [{"audio_url": A}]})
    reply = writes(f"\n {body}", content_type=content_type)
    async with talking(reply) as (_, soundverse):
        assert take_urls(await heard(soundverse)) == {A}


async def test_a_stream_is_known_by_its_first_byte() -> None:
    reply = streams(stream("v7_song"), content_type="application/json")
    async with talking(reply) as (_, soundverse):
        assert len(take_urls(await heard(soundverse))) == 2


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (writes("<html>hello</html>"), Misshapen),
        (writes("\n <!doctype html>", content_type="text/event-stream"), Misshapen),
        (writes("<html>bad gateway</html>", status=502), Unavailable),
        (writes(""), ConnectionLost),
        (writes("OK", content_type="text/plain"), ConnectionLost),
        (says({"hello": "world"}), Misshapen),
        (says([]), Misshapen),
        (says({"audio_data": []}), TakeFailed),
        (writes('{"job_id": "j", ', content_type="application/json"), Misshapen),
        (writes("{" + " " * (1 << 20), content_type="application/json"), Misshapen),
    ],
)
async def test_an_answer_that_is_no_song_ends_it(
    reply: Answer, kind: type[SoundverseError]
) -> None:
    async with talking(reply, DONE) as (vendor, soundverse):
        with pytest.raises(kind):
            await heard(soundverse)
    assert len(vendor.sent) == 1


async def test_an_event_that_cannot_be_read_does_not_end_the_song() -> None:
    junk = stream("v7_song").replace(b"\n\n", b"\n\ndata: {broken\n\n", 3)
    async with talking(streams(junk)) as (_, soundverse):
        assert len(take_urls(await heard(soundverse))) == 2


async def test_a_redirect_is_not_followed() -> None:
    async def elsewhere(_: web.Request) -> web.StreamResponse:
        raise web.HTTPTemporaryRedirect("/elsewhere")

    async with talking(elsewhere) as (vendor, soundverse):
        with pytest.raises(Misshapen):
            await heard(soundverse)
    assert len(vendor.sent) == 1


@pytest.mark.parametrize(
    "url", ["https://", "https:///v7", "http://:8791", "api.soundverse.ai", "ftp://a.example", ""]
)
def test_an_address_without_a_host_is_refused_with_a_sentence(url: str) -> None:
    with pytest.raises(ValueError, match=r"^the service's base URL can't be used \(.+\); write"):
        Soundverse(base_url=url, key=KEY)


async def test_what_never_left_may_be_sent_again() -> None:
    async with talking(says({})) as (vendor, _):
        gone = vendor.url
    async with Soundverse(base_url=gone, key=KEY) as soundverse:
        with pytest.raises(ConnectionLost) as lost:
            await heard(soundverse)
    assert lost.value.never_sent
    assert lost.value.resend


async def test_leaving_early_hangs_up() -> None:
    async with talking(streams(V7_START, then="silence")) as (vendor, soundverse):
        async with aclosing(soundverse.compose(SONG, idempotency_key="k")) as events:
            assert isinstance(await anext(events), Accepted)
        async with asyncio.timeout(5):
            await vendor.hung_up.wait()
        assert vendor.asked == []


async def test_a_song_of_before_is_asked_for_by_its_id() -> None:
    async with talking(says({}), {"status": "processing"}, DONE) as (vendor, soundverse):
        ids = Ids(job_id="j", message_id="m")
        events = await all_of(soundverse.resume(ids, version="v7"))
    assert events[-1] == Finished()
    assert vendor.posts == []


async def test_a_late_song_is_asked_for_once() -> None:
    yesterday = datetime.now(UTC) - timedelta(days=1)
    async with talking(says({}), {"status": "processing"}) as (vendor, soundverse):
        with pytest.raises(Overdue):
            await all_of(soundverse.resume(Ids(job_id="j"), version="v7", deadline=yesterday))
    assert len(vendor.asked) == 1


async def test_the_key_goes_along_when_asking_for_a_status() -> None:
    async with talking(says({}), DONE) as (vendor, soundverse):
        await all_of(soundverse.resume(Ids(job_id="j"), version="v7"))
    assert vendor.sent[0].headers["Authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("kind", "never_sent"),
    [
        (httpx.ConnectError, True),
        (httpx.ConnectTimeout, True),
        (httpx.PoolTimeout, True),
        (httpx.WriteError, False),
        (httpx.WriteTimeout, False),
        (httpx.ReadTimeout, False),
        (httpx.ReadError, False),
        (httpx.RemoteProtocolError, False),
        (httpx.LocalProtocolError, False),
    ],
)
async def test_only_what_surely_never_left_may_be_sent_again(
    kind: type[httpx.TransportError], never_sent: bool
) -> None:
    def broken(_: httpx.Request) -> httpx.Response:
        raise kind("why")

    async with Soundverse(
        base_url="https://api.soundverse.ai", key=KEY, transport=httpx.MockTransport(broken)
    ) as soundverse:
        with pytest.raises(ConnectionLost) as lost:
            await heard(soundverse)
    assert (lost.value.never_sent, lost.value.resend) == (never_sent, never_sent)


def httpx_errors() -> list[type[Exception]]:
    found = [kind for _, kind in inspect.getmembers(httpx, inspect.isclass)]
    errors = [kind for kind in found if issubclass(kind, Exception)]
    assert len(errors) > 20
    return errors


@pytest.mark.parametrize("kind", httpx_errors(), ids=lambda kind: kind.__name__)
def test_each_error_of_the_library_becomes_one_of_ours(kind: type[Exception]) -> None:
    error = kind.__new__(kind)
    error.args = ("why",)
    with pytest.raises(SoundverseError) as ours, _translated():
        raise error
    assert ours.value.__cause__ is error


async def test_a_403_from_the_service_names_its_other_host() -> None:
    def forbidden(_: httpx.Request) -> httpx.Response:
        return httpx.Response(403, json={"message": "Forbidden"})

    async with Soundverse(
        base_url="https://api.soundverse.ai", key=KEY, transport=httpx.MockTransport(forbidden)
    ) as soundverse:
        with pytest.raises(KeyRejected) as rejected:
            await heard(soundverse)
    assert rejected.value.other_host == "apiv2.soundverse.ai"


async def test_a_take_is_fetched_from_where_the_service_lives(tmp_path: Path) -> None:
    async with talking(says({}), gives(mp3())) as (vendor, soundverse):
        await soundverse.fetch(f"{vendor.url}/files/a_v1.mp3", tmp_path / "a.mp3")
    assert (tmp_path / "a.mp3").read_bytes() == mp3()


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/a.mp3",
        "http://storage.soundverse.ai/a.mp3",
        "http://127.0.0.1:1/a.mp3",
        "nonsense",
    ],
)
async def test_a_take_from_elsewhere_is_lost(url: str, tmp_path: Path) -> None:
    async with talking(says({})) as (vendor, soundverse):
        with pytest.raises(FileLost) as lost:
            await soundverse.fetch(url, tmp_path / "a.mp3")
    assert isinstance(lost.value.__cause__, GuardError)
    assert vendor.sent == []


async def test_a_page_instead_of_a_take_is_lost(tmp_path: Path) -> None:
    page = writes("<html>", content_type="audio/mpeg")
    async with talking(says({}), page) as (vendor, soundverse):
        with pytest.raises(FileLost):
            await soundverse.fetch(f"{vendor.url}/a", tmp_path / "a.mp3", kind="audio")


async def test_a_stream_that_only_ever_says_it_is_alive_is_overdue() -> None:
    async def alive(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(V7_START)
        while True:
            await response.write(b": ping\n\n")
            await asyncio.sleep(0.001)

    timing = FastClock(each_look=100).timing
    async with (
        serving(Vendor(answer=alive, statuses=[{"status": "processing"}])) as vendor,
        Soundverse(base_url=vendor.url, key=KEY, timing=timing) as soundverse,
    ):
        with pytest.raises(Overdue):
            await heard(soundverse)
    assert len(vendor.posts) == 1
    assert vendor.asked


async def test_the_log_has_neither_words_nor_keys() -> None:
    junk = b'data: {"prompt": "a secret wish", broken\n\n'
    odd = {"lyrics": "a secret wish", "key": KEY}
    with capture_logs() as lines:
        async with talking(streams(V7_START + junk, then="cut"), odd, DONE) as (_, soundverse):
            await heard(soundverse, GenerateSong(prompt="a secret wish"))
    assert len(lines) == 2
    assert "secret" not in str(lines)
    assert KEY not in str(lines)

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field

import pytest

from soundverse.calls import Version
from soundverse.errors import Busy, ConnectionLost, Overdue, TakeFailed, Unavailable
from soundverse.events import Event, Finished, Ids, Progressed, TakeReady
from soundverse.polling import Timing, poll
from soundverse.song import Song
from soundverse.status import STATUS_PATHS

A = "https://storage.soundverse.ai/a_v1.mp3"
B = "https://storage.soundverse.ai/a_v2.mp3"
DONE = {"status": "completed", "audio_data": [{"audio_url": A}, {"audio_url": B}]}
BUSY = {"status": "processing"}
KNOWN = Ids(job_id="j", message_id="m")
V7, SINGULAR, PLURAL, NEWER = (path.format(job_id="j", message_id="m") for path in STATUS_PATHS)


@dataclass(kw_only=True)
class Office:
    """Answers by path, in order, the last one for ever. Time passes only while somebody waits."""

    answers: dict[str, list[object]]
    now: float = 0.0
    asked: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    async def ask(self, path: str) -> object:
        self.asked.append(path)
        answers = self.answers.get(path, [Unavailable("HTTP 404")])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

    def poll(
        self, song: Song, *, ends_at: float = 1200, version: Version = "v7", chance: float = 0.0
    ) -> AsyncGenerator[Event]:
        return poll(
            song,
            self.ask,
            templates=STATUS_PATHS,
            version=version,
            ends_at=ends_at,
            timing=Timing(clock=lambda: self.now, sleep=self.sleep, random=lambda: chance),
        )


async def heard(events: AsyncGenerator[Event]) -> list[Event]:
    return [event async for event in events]


async def test_a_song_is_asked_for_until_it_is_there() -> None:
    office = Office(answers={V7: [BUSY, {"status": "processing", "progress": 50}, DONE]})
    events = await heard(office.poll(Song(KNOWN)))
    assert events[0] == Progressed(percent=50)
    assert events[-1] == Finished()
    assert office.asked == [V7, V7, V7]


async def test_paths_are_tried_in_order_until_one_answers() -> None:
    office = Office(answers={PLURAL: [BUSY, BUSY, DONE]})
    await heard(office.poll(Song(KNOWN)))
    assert office.asked == [V7, NEWER, SINGULAR, PLURAL, PLURAL, PLURAL]


async def test_v6_is_asked_for_by_message_first() -> None:
    office = Office(answers={SINGULAR: [DONE]})
    await heard(office.poll(Song(KNOWN), version="v6"))
    assert office.asked == [SINGULAR]


async def test_trouble_leaves_a_path_that_answered_before() -> None:
    office = Office(answers={V7: [BUSY, Unavailable(), ConnectionLost(), Busy(), DONE]})
    assert (await heard(office.poll(Song(KNOWN))))[-1] == Finished()
    assert set(office.asked) == {V7}


async def test_a_complaint_about_the_asking_is_trouble_whatever_it_is_about() -> None:
    words = ("Rate limit exceeded", "Insufficient balance", "Invalid API key")
    complaints = [{"status": "error", "message": text} for text in words]
    office = Office(answers={V7: [BUSY, *complaints, DONE]})
    assert (await heard(office.poll(Song(KNOWN))))[-1] == Finished()
    assert office.asked == [V7] * 5


async def test_waits_grow_up_to_a_cap_and_are_never_under_two_seconds() -> None:
    office = Office(answers={V7: [*[BUSY] * 12, DONE]})
    await heard(office.poll(Song(KNOWN)))
    assert office.waits == sorted(office.waits)
    assert 2 <= office.waits[0] < 4
    assert office.waits[-1] == 15


async def test_even_the_last_two_are_two_seconds_apart() -> None:
    office = Office(answers={V7: [BUSY]})
    with pytest.raises(Overdue):
        await heard(office.poll(Song(KNOWN), ends_at=5.0))
    assert min(office.waits) >= 2


async def test_many_songs_do_not_ask_in_step() -> None:
    waits = []
    for chance in (0.0, 1.0):
        office = Office(answers={V7: [BUSY, DONE]})
        await heard(office.poll(Song(KNOWN), chance=chance))
        waits += office.waits
    assert waits[0] < waits[1]


async def test_a_wish_to_be_left_alone_is_honoured() -> None:
    office = Office(answers={V7: [Busy(retry_after=77), DONE]})
    await heard(office.poll(Song(KNOWN)))
    assert office.waits[0] >= 77


async def test_past_the_deadline_it_is_overdue() -> None:
    office = Office(answers={V7: [BUSY]})
    with pytest.raises(Overdue):
        await heard(office.poll(Song(KNOWN), ends_at=100))
    assert 100 <= office.now < 120


async def test_past_the_deadline_what_is_there_is_delivered() -> None:
    one = {"status": "processing", "audio_data": [{"audio_url": A}]}
    office = Office(answers={V7: [one]})
    events = await heard(office.poll(Song(KNOWN), ends_at=100))
    assert any(isinstance(event, TakeReady) for event in events)
    assert events[-1] == Finished()


async def test_a_late_song_is_asked_for_once() -> None:
    office = Office(answers={V7: [DONE]})
    assert (await heard(office.poll(Song(KNOWN), ends_at=-5)))[-1] == Finished()
    assert office.asked == [V7]


async def test_nobody_knowing_more_ends_with_the_take_there_is() -> None:
    office = Office(answers={})
    song = Song(KNOWN)
    song.finish_take(1, A)
    events = await heard(office.poll(song))
    assert events[-1] == Finished()
    assert office.now < 200


async def test_nobody_knowing_the_song_is_overdue_and_not_before() -> None:
    office = Office(answers={})
    with pytest.raises(Overdue):
        await heard(office.poll(Song(KNOWN)))
    assert office.now >= 1200


async def test_a_song_said_to_be_done_without_a_take_fails_before_long() -> None:
    office = Office(answers={V7: [{"status": "completed"}]})
    with pytest.raises(TakeFailed):
        await heard(office.poll(Song(KNOWN)))
    assert 10 < office.now < 200


async def test_a_chunk_that_ends_one_take_for_ever_is_one_take_before_long() -> None:
    chunk = {"status": "completed", "isComplete": False, "version": 1, "audio_url": A}
    office = Office(answers={V7: [chunk]})
    assert (await heard(office.poll(Song(KNOWN))))[-1] == Finished()
    assert 10 < office.now < 200


async def test_the_verdict_is_raised_after_what_was_known_before_it() -> None:
    failed = {"status": "failed", "job_id": "j", "detail": "no luck"}
    office = Office(answers={V7: [{"status": "processing", "progress": 9}, failed]})
    events: list[Event] = []
    with pytest.raises(TakeFailed):
        await _into(events, office.poll(Song(KNOWN)))
    assert events == [Progressed(percent=9)]


async def test_without_an_id_there_is_nothing_to_ask() -> None:
    office = Office(answers={})
    with pytest.raises(ConnectionLost):
        await heard(office.poll(Song()))
    assert office.asked == []


async def _into(events: list[Event], source: AsyncGenerator[Event]) -> None:
    async for event in source:
        events.append(event)  # noqa: PERF401  # what came before an error counts

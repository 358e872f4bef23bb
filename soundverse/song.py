"""What is known of one song on its way, however it was learnt: from a stream, a whole answer or a status.

It sees to what holds for all of them: nothing is reported twice, progress never falls, a take keeps its
number, and a failure is believed only when nothing more can come.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from urllib.parse import urlsplit

from soundverse.errors import SoundverseError, TakeFailed
from soundverse.events import (
    Accepted,
    Event,
    Finished,
    Ids,
    LyricsSection,
    Progressed,
    RemoteTake,
    TakeLost,
    TakeReady,
    TakeStarted,
    TakeUploading,
    Validated,
)

__all__ = ["VERSIONS", "Facts", "Song"]

VERSIONS = 2
"""How many takes a song has, unless the service says otherwise."""
_MOST_VERSIONS = 9
_SUFFIX = re.compile(r"_v([1-9])(?:\.\w+)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What may be said of a take, in the same answer as its file or apart from it."""

    title: str | None = None
    audio_id: str | None = None
    duration_seconds: float | None = None
    bpm: float | None = None
    lyrics: tuple[LyricsSection, ...] = ()

    def with_news(self, news: "Facts") -> "Facts":
        """These, and over them what is new."""
        return Facts(
            title=news.title or self.title,
            audio_id=news.audio_id or self.audio_id,
            duration_seconds=news.duration_seconds or self.duration_seconds,
            bpm=news.bpm or self.bpm,
            lyrics=news.lyrics or self.lyrics,
        )


_NO_FACTS = Facts()


class Song:
    """Told what the service says, it keeps the events that follow until they are taken by `news`."""

    def __init__(self, ids: Ids = Ids()) -> None:
        self.ids = ids
        self.is_validated = False
        self.is_over = False
        """The service said that nothing more will come."""
        self.is_finished = False
        """`Finished` was reported, or the failure raised."""
        self.failure: SoundverseError | None = None
        """The song as a whole failed, by what the service said; a take may still have come."""
        self.takes: dict[int, RemoteTake] = {}
        self.lost: set[int] = set()
        self._loss: SoundverseError | None = None
        self._title: str | None = None
        self._cover_url: str | None = None
        self._percent: int | None = None
        self._is_at_work = False
        self._previews: dict[int, str] = {}
        self._uploading: set[int] = set()
        self._urls: dict[int, str] = {}
        self._facts: dict[int, Facts] = {}
        self._news: list[Event] = []

    def news(self) -> list[Event]:
        """What happened since the last time."""
        news, self._news = self._news, []
        return news

    @property
    def has_settled_takes(self) -> bool:
        """As many takes as a song has are ready or lost."""
        return len(self.takes.keys() | self.lost) >= VERSIONS

    @property
    def has_takes_underway(self) -> bool:
        """A take was begun that is neither ready nor lost."""
        return bool((self._previews.keys() | self._uploading) - self.takes.keys() - self.lost)

    def identify(self, ids: Ids) -> None:
        """It can be asked for by these ids."""
        merged = Ids(
            job_id=ids.job_id or self.ids.job_id, message_id=ids.message_id or self.ids.message_id
        )
        if merged != self.ids:
            self.ids = merged
            self._news.append(Accepted(ids=merged))

    def validate(self, *, title: str | None = None, cover_url: str | None = None) -> None:
        """It was checked and billed."""
        before = (self.is_validated, self._title, self._cover_url)
        self.is_validated = True
        self._title = title or self._title
        self._cover_url = cover_url or self._cover_url
        if before != (True, self._title, self._cover_url):
            self._news.append(Validated(title=self._title, cover_url=self._cover_url))

    def progress(self, percent: int | None = None) -> None:
        """It is being worked on."""
        rises = percent is not None and percent > (-1 if self._percent is None else self._percent)
        if rises:
            self._percent = percent
        if rises or not self._is_at_work:
            self._is_at_work = True
            self._news.append(Progressed(percent=self._percent))

    def start_take(self, version: int | None, stream_url: str) -> None:
        """A preview can be heard."""
        if stream_url in self._previews.values():
            return
        number = version or _suffix(stream_url) or _first_free(self._previews)
        if number not in self._previews and number <= _MOST_VERSIONS:
            self._previews[number] = stream_url
            self._news.append(TakeStarted(version=number, stream_url=stream_url))

    def upload_take(self, version: int) -> None:
        """A take is rendered."""
        if version not in self._uploading and version not in self.takes:
            self._uploading.add(version)
            self._news.append(TakeUploading(version=version))

    def finish_take(
        self, version: int | None, url: str, facts: Facts = _NO_FACTS, *, place: int | None = None
    ) -> None:
        """A take can be fetched. `place` is where it stood in a list, counted from 1."""
        number = self._number_for(version, url, place)
        if number <= _MOST_VERSIONS:
            self._urls[number] = url
            self.describe_take(number, facts)

    def describe_take(self, version: int, facts: Facts) -> None:
        """Something more is known of a take, perhaps before it can be fetched."""
        known = self._facts[version] = self._facts.get(version, _NO_FACTS).with_news(facts)
        url = self._urls.get(version)
        if url is None:
            return
        take = RemoteTake(
            version=version,
            audio_url=url,
            title=known.title,
            audio_id=known.audio_id,
            duration_seconds=known.duration_seconds,
            bpm=known.bpm,
            lyrics=known.lyrics,
        )
        if take != self.takes.get(version):
            self.takes[version] = take
            self.lost.discard(version)
            self._news.append(TakeReady(take=take))

    def lose_take(self, version: int, error: SoundverseError) -> None:
        """One take failed while the other goes on."""
        if version not in self.takes and version not in self.lost:
            self.lost.add(version)
            self._loss = self._loss or self._after_acceptance(error)
            self._news.append(TakeLost(version=version, detail=error.detail))

    def fail(self, error: SoundverseError) -> None:
        """It failed as a whole."""
        self.failure = self.failure or self._after_acceptance(error)

    @property
    def is_refused(self) -> bool:
        """It failed before any work, for a reason that the service named."""
        return (
            self.failure is not None
            and not isinstance(self.failure, TakeFailed)
            and not self.is_validated
            and not self.takes
        )

    def conclude(self) -> None:
        """Nothing more will come. Raises what went wrong if no take came out of it."""
        if self.is_finished:
            return
        self.is_finished = True
        if not self.takes:
            raise self.failure or self._loss or TakeFailed("no take came")
        if self.failure:
            self._news.append(TakeLost(version=None, detail=self.failure.detail))
        self._news.append(Finished())

    def _number_for(self, version: int | None, url: str, place: int | None) -> int:
        """The take's own number, else the one in its file's name, else the order in which it came."""
        known = next((n for n, other in self._urls.items() if _is_same_file(url, other)), None)
        if known:
            return known
        named = [number for number in (version, _suffix(url)) if number]
        free = [number for number in (*named, place) if number and number not in self._urls]
        begun = sorted((self._previews.keys() | self._uploading) - self._urls.keys())
        return next(iter([*free[:1], *named, *begun]), _first_free(self._urls))

    @property
    def _is_accepted(self) -> bool:
        """It was given a name, a bill or work: from here on it exists, whatever is said of it later."""
        return self.ids != Ids() or self.is_validated or self._is_at_work

    def _after_acceptance(self, error: SoundverseError) -> SoundverseError:
        """What was accepted must not look as if it could be sent again."""
        if self.is_validated and error.resend:
            return TakeFailed(error.detail)
        error.resend = error.resend and not self._is_accepted
        return error


def _suffix(url: str) -> int | None:
    """Files are named `..._v1.mp3` and `..._v2.mp3`."""
    found = _SUFFIX.search(urlsplit(url).path)
    return int(found[1]) if found else None


def _is_same_file(url: str, other: str) -> bool:
    """Where the path names a file, what follows it is only a signature."""
    a, b = urlsplit(url), urlsplit(other)
    if "." in a.path.rpartition("/")[2]:
        return (a.netloc, a.path) == (b.netloc, b.path)
    return url == other


def _first_free(taken: Container[int]) -> int:
    return next(number for number in range(1, 100) if number not in taken)

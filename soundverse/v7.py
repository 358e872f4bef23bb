"""Chunks of `POST /v7/generate/song`, as events. The last one says `isComplete`."""

from soundverse import fields
from soundverse.chunks import read_chunk
from soundverse.events import Event
from soundverse.song import VERSIONS, Song
from soundverse.sse import Document

__all__ = ["V7Decoder"]


class V7Decoder:
    """Reads one stream, and no bytes."""

    def __init__(self, song: Song | None = None) -> None:
        self.song = song or Song()

    def feed(self, document: Document) -> list[Event]:
        """What one chunk means. Raises a SoundverseError when it ends the song without a take."""
        song = self.song
        read_chunk(document, song)
        if song.is_refused or (song.is_over and not self._misses_takes(document)):
            song.conclude()
        return song.news()

    def end_of_stream(self, *, is_clean: bool = True) -> list[Event]:  # noqa: ARG002  # as v6 has it
        """What the end of the stream means; without a Finished, the song has to be asked for by its id."""
        if self.song.failure or self.song.has_settled_takes:
            self.song.conclude()
        return self.song.news()

    def _misses_takes(self, last: Document) -> bool:
        """Said to be complete, yet a chunk with a take in it was lost or couldn't be read."""
        if self.song.failure:
            return False
        known = len(self.song.takes.keys() | self.song.lost)
        total = fields.number(last.get("total_versions"))
        return known < min(total or 1, VERSIONS)

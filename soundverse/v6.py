"""Chunks of the v6 streams (song, music, extend), as events.

No chunk ever said `isComplete`: the last is called final and says false. So the end is both takes described,
or the end of the stream with something to fetch. The first `completed` has a file and no version and comes
before `uploading`; the second has a version and no file.
https://help.soundverse.ai/enterprise-api/generate/ai-song-gen/ai-song-gen-v6
"""

from soundverse import fields
from soundverse.chunks import read_chunk
from soundverse.events import Event
from soundverse.song import VERSIONS, Song
from soundverse.sse import Document

__all__ = ["V6Decoder"]


class V6Decoder:
    """Reads one stream, and no bytes."""

    def __init__(self, song: Song | None = None) -> None:
        self.song = song or Song()
        self._described: set[int] = set()

    def feed(self, document: Document) -> list[Event]:
        """What one chunk means. Raises a SoundverseError when it ends the song without a take."""
        song = self.song
        read_chunk(document, song)
        self._note_final(document)
        if song.is_refused or self._is_whole() or (song.is_over and (song.takes or song.failure)):
            song.conclude()
        return song.news()

    def end_of_stream(self, *, is_clean: bool = True) -> list[Event]:
        """What the end of the stream means; without a Finished, the song has to be asked for by its id."""
        song = self.song
        is_enough = is_clean and song.takes and not song.has_takes_underway
        if song.failure or song.has_settled_takes or is_enough:
            song.conclude()
        return song.news()

    def _note_final(self, document: Document) -> None:
        version = fields.version(document.get("version"))
        is_final = fields.status(document.get("status")) in fields.SUCCEEDED
        if version and is_final and not document.get("audio_url"):
            self._described.add(version)

    def _is_whole(self) -> bool:
        return len(self._described & self.song.takes.keys()) >= VERSIONS

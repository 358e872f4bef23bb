"""What a take's file says about itself: title, who played, tempo, words, cover."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bot.jobs import Job, Take
from bot.models import Player
from bot.playing.pictures import Unshowable, jpeg_from
from bot.words import words_for
from mp3.id3 import (
    BadTag,
    TagFrame,
    album,
    artist,
    comment,
    cover,
    lyrics,
    tempo,
    title,
    write_tag,
)

__all__ = ["Tags"]

COVER_PIXELS = 600
"""Players show covers small; a JPEG of this size is some 60 kB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """Tags takes in the name of whoever played them. Frames that are there already are kept."""

    player: Player

    def __call__(
        self, source: Path, target: Path, job: Job, take: Take, picture: Path | None
    ) -> None:
        """Write `target`, a tagged copy of `source`. Raises OSError."""
        frames = self._frames(job, take, picture)
        try:
            write_tag(source, target, frames)
        except BadTag:
            write_tag(source, target, frames, keep=False)

    def _frames(self, job: Job, take: Take, picture: Path | None) -> list[TagFrame]:
        name = job.title or take.title or ""
        said = words_for(job.person.locale)
        player = said.say(f"artist-{self.player}")
        frames = [title(f"{name} ({take.letter})"), artist(player), album(name)]
        if take.bpm:
            frames.append(tempo(take.bpm))
        if words := "\n\n".join(take.passages):
            played = "not-sung" if self.player == "houseband" else self.player
            frames += [lyrics(words), comment(said.say(f"player-{played}"))]
        if picture:
            with suppress(Unshowable):  # art never fails a song
                frames.append(cover(jpeg_from(picture, most_a_side=COVER_PIXELS)))
        return frames

"""What the server needs of the music, and nothing more: the seam between the door and the studio."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, Self

from houseband.order import Order, Recording, TakeNumber

__all__ = ["CannotUse", "HouseStudio", "Report", "Sounds", "Studio"]

Report = Callable[[int], None]
"""Told how far a take is, 0 to 100."""


class CannotUse(Exception):
    """A soundfont can't be used; the text says why, in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sounds:
    """What of the sounds isn't the band's own."""

    soundfont: str
    """The file's name."""
    instruments: tuple[str, ...]


class Studio(Protocol):
    """Makes the music, in a render process: an instance is pickled on its way there."""

    @property
    def sounds(self) -> Sounds | None:
        """What is taken from a soundfont, if there is one."""

    def equipped(self, soundfont: Path) -> Self:
        """Return a studio that takes from a soundfont what it has. Raises `CannotUse`."""

    def warm_up(self) -> None:
        """Do once what would make the first song slow."""

    def title_for(self, order: Order) -> str:
        """Return a name for the song, in milliseconds: this alone is asked in the server's own process."""

    def draw_cover(self, order: Order, title: str, path: Path) -> None:
        """Draw the cover as a WebP at `path`."""

    def record(self, order: Order, take: TakeNumber, folder: Path, report: Report) -> Recording:
        """Render one take as an mp3 in `folder`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStudio:
    """The house band's own studio. Heavy things are imported where they are used: in the render process."""

    soundfont: Path | None = None
    """Where recorded notes are taken from: a file that was found good. Once it is gone, songs do without."""
    sounds: Sounds | None = None

    def equipped(self, soundfont: Path) -> Self:
        """Read what the soundfont has, but no sample of it."""
        from houseband.sound.soundfont.font import BadSoundfont, Soundfont  # noqa: PLC0415  # heavy

        try:
            font = Soundfont(soundfont)
        except BadSoundfont as error:
            raise CannotUse(str(error)) from error
        sounds = Sounds(soundfont=soundfont.name, instruments=tuple(sorted(font.instruments)))
        return replace(self, soundfont=soundfont, sounds=sounds)

    def warm_up(self) -> None:
        """Render something short."""
        self._equip()
        from houseband.studio import warm_up  # noqa: PLC0415  # heavy

        warm_up()

    def title_for(self, order: Order) -> str:
        """Make a title of the prompt."""
        from houseband.brief import title_for  # noqa: PLC0415  # heavy

        return title_for(order)

    def draw_cover(self, order: Order, title: str, path: Path) -> None:
        """Draw a cover that fits the genre."""
        from houseband.brief import brief_for  # noqa: PLC0415  # heavy
        from houseband.cover import draw_cover  # noqa: PLC0415  # heavy

        brief = brief_for(order)
        draw_cover(
            title=title,
            genre=brief.genre,
            valence=brief.valence,
            energy=brief.energy,
            seed=order.seed,
            path=path,
        )

    def record(self, order: Order, take: TakeNumber, folder: Path, report: Report) -> Recording:
        """Play, mix, master and encode one take."""
        self._equip()
        from houseband.studio import record  # noqa: PLC0415  # heavy

        return record(order, take, folder, report)

    def _equip(self) -> None:
        from houseband.sound.bank import BANK  # noqa: PLC0415  # heavy
        from houseband.sound.soundfont.font import BadSoundfont  # noqa: PLC0415  # heavy

        try:
            BANK.equip(self.soundfont)
        except BadSoundfont:  # it was good when the band began, and was moved or cut since
            BANK.equip(None)

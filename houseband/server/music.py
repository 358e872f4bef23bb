"""What the server needs of the music, and nothing more: the seam between the door and the studio."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from houseband.order import Order, Recording, TakeNumber

__all__ = ["HouseStudio", "Report", "Studio"]

Report = Callable[[int], None]
"""Told how far a take is, 0 to 100."""


class Studio(Protocol):
    """Makes the music, in a render process: an instance is pickled on its way there."""

    def warm_up(self) -> None:
        """Do once what would make the first song slow."""

    def title_for(self, order: Order) -> str:
        """Return a name for the song, in milliseconds: this alone is asked in the server's own process."""

    def draw_cover(self, order: Order, title: str, path: Path) -> None:
        """Draw the cover as a WebP at `path`."""

    def record(self, order: Order, take: TakeNumber, folder: Path, report: Report) -> Recording:
        """Render one take as an mp3 in `folder`."""


class HouseStudio:
    """The house band's own studio. Heavy things are imported where they are used: in the render process."""

    def warm_up(self) -> None:
        """Render something short."""
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
        from houseband.studio import record  # noqa: PLC0415  # heavy

        return record(order, take, folder, report)

"""How long what people wrote and did is kept. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.drafts import LASTS

__all__ = ["Aged", "Ages"]

LONGEST = timedelta(days=365)
"""Words are kept no longer, even where files are."""
ROW = timedelta(days=396)
"""Thirteen months: a year can still be compared with the one before."""
WINDOW = timedelta(days=32)
"""More than the longest window of a rule: what was asked for before counts nowhere any more."""
SETTLED = timedelta(days=1)
"""After this nobody is at work on a song that was cancelled, and no platform asks for it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ages:
    """What is older than these moments goes."""

    words_before: datetime
    """Prompts, lyrics, styles, titles and addresses of songs whose files are gone."""
    latest_before: datetime
    """The same, of all songs."""
    row_before: datetime
    """Whatever says who it was."""
    window_before: datetime
    """Pseudonyms, and what admins gave that has ended."""
    draft_before: datetime
    settled_before: datetime

    @classmethod
    def at(cls, now: datetime, archive: timedelta) -> "Ages":
        """As they are now; `archive` is how long the operator keeps songs."""
        return cls(
            words_before=now - min(archive, LONGEST),
            latest_before=now - LONGEST,
            row_before=now - ROW,
            window_before=now - WINDOW,
            draft_before=now - LASTS,
            settled_before=now - SETTLED,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Aged:
    """How many songs were found old enough."""

    words: int
    rows: int

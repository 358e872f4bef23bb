"""What Busker keeps: protocols for the rows, each with what one kind of work needs of them."""

from typing import Protocol

from bot.stores.jobs import Admission, Archived, Jobs
from bot.stores.notes import Copies, Notices, Secrets, Timings
from bot.stores.people import Ageing, People
from bot.stores.rules import Audits, Grounds, Rules, Sounds, Tallies
from bot.stores.songs import Drafts, Kept, Library
from bot.stores.uploads import Upload, Uploads, address_of

__all__ = [
    "Admission",
    "Ageing",
    "Archived",
    "Audits",
    "Copies",
    "Drafts",
    "Grounds",
    "Jobs",
    "Kept",
    "Library",
    "Notices",
    "People",
    "Rules",
    "Secrets",
    "Sounds",
    "Storage",
    "Tallies",
    "Timings",
    "Upload",
    "Uploads",
    "address_of",
]


class Storage(
    Jobs,
    Rules,
    Grounds,
    Audits,
    Tallies,
    Sounds,
    Library,
    People,
    Ageing,
    Drafts,
    Uploads,
    Timings,
    Notices,
    Secrets,
    Copies,
    Protocol,
):
    """All rows in one place. Only whoever puts Busker together sees it whole."""

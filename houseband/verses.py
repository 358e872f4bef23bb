"""Words of the band's own, for songs that were ordered without any. They stand in `songbook/verses.toml`."""

from houseband.dice import Dice
from houseband.lyrics import Stanza, line_from
from houseband.vocabulary import songbook

__all__ = ["lyrics_for"]


def lyrics_for(*, title: str, mood: str, seed: int) -> tuple[Stanza, ...]:
    """Write two verses, a chorus that sings the title, and a bridge, for one of the book's moods."""
    book = songbook("verses")[mood]
    dice = Dice(seed, "lyrics")
    first, second, *_ = dice.shuffled(book["verses"])
    chorus = dice.pick(book["choruses"]).replace("{title}", title)
    return (
        _stanza("verse", "Verse 1", first),
        _stanza("chorus", "Chorus", chorus),
        _stanza("verse", "Verse 2", second),
        _stanza("bridge", "Bridge", dice.pick(book["bridges"])),
    )


def _stanza(kind: str, label: str, text: str) -> Stanza:
    lines = tuple(line_from(line) for line in text.strip().splitlines())
    return Stanza(kind=kind, label=label, lines=lines)

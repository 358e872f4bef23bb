"""Going on from a take: the old score up to a downbeat, then new music by the same players.

Nothing is spliced: head and tail are one score and are played and mixed together, so there is no seam.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import Final, TypeVar

from houseband.arrange import Arrangement, arrangement_for
from houseband.brief import Brief, brief_for
from houseband.casting import casting_in
from houseband.compose import write
from houseband.dice import Dice
from houseband.feel import EARLIEST
from houseband.form import form_for
from houseband.genres import GENRES
from houseband.lyrics import Stanza, line_from, stanzas_from
from houseband.order import Order, TakeNumber
from houseband.score import Harmony, Note, Part, Passage, Score
from houseband.sidecar import BadSource, Sidecar
from houseband.theory import Key
from houseband.wishes import wishes_in

__all__ = ["extended"]

Timed = TypeVar("Timed", Note, Harmony, Passage)

_DEFAULT_SECONDS: Final = 40.0
"""How much is added where nothing else is asked for."""


def extended(source: Sidecar, order: Order, take: TakeNumber) -> Score:
    """Write the whole longer song. Raises `BadSource` when it ends before `extend_at_ms`."""
    join = _join(source.score, (order.extend_at_ms or 0) / 1000.0)
    brief = _brief(source, order, join)
    arrangement = _arrangement(source, brief, order, take)
    form = form_for(brief, take=take, after=_passage_at(source.score, join))
    tail = write(form, brief, arrangement, start=join)
    return _joined(source.score, tail, join)


def _join(score: Score, seconds: float) -> int:
    """Find the downbeat at or before the moment; the last chord is always played anew."""
    if seconds > score.seconds + 0.05:
        raise BadSource(f"the take ends after {score.seconds:.1f} s")
    last = score.passages[-1]
    bars = int(seconds / score.seconds_per_tick + 1) // score.ticks_per_bar
    return min(bars * score.ticks_per_bar, last.start + last.length)


def _brief(source: Sidecar, order: Order, join: int) -> Brief:
    """Keep what the song is, and take length and words from the new order."""
    wishes = wishes_in(order.prompt)
    casting = casting_in(order.prompt, GENRES[source.score.genre].players)
    stanzas, lead = _words(source.score, order.lyrics or "", join)
    return replace(
        brief_for(source.order),
        tempo=source.score.tempo,
        tempo_is_wish=True,
        key=_key_at(source.score, join),
        metre=source.score.metre,
        seconds=wishes.seconds or (None if lead else _DEFAULT_SECONDS),
        voice=_sung(stanzas),
        instruments=casting.instruments,
        without=casting.without,
        stanzas=stanzas,
        words_lead=lead,
    )


def _key_at(score: Score, join: int) -> Key:
    """Return the key in which the music is that the new part follows."""
    return replace(score.key, tonic=(score.key.tonic + _passage_at(score, join).shift) % 12)


def _passage_at(score: Score, join: int) -> Passage:
    """Return what is played just before the join; at the very beginning, what comes first."""
    return next((p for p in reversed(score.passages) if p.start < join), score.passages[0])


def _words(score: Score, lyrics: str, join: int) -> tuple[tuple[Stanza, ...], bool]:
    """Choose the words of the new part, and whether they make its form.

    A song that is handed its own words isn't sung all over again: what the join cuts off is sung
    then, or, where nothing is left to sing, the last chorus comes back.
    """
    given = stanzas_from(lyrics)
    known = [passage for passage in score.passages if passage.text]
    if not _sung(given) or _lines(given) != _lines(_stanza_of(passage) for passage in known):
        return given, _sung(given)
    left = tuple(_stanza_of(passage) for passage in known if passage.start >= join)
    if left:
        return left, True
    chorus = next((p for p in reversed(known) if p.kind == "chorus"), known[-1])
    return (replace(_stanza_of(chorus), kind="chorus"),), False


def _stanza_of(passage: Passage) -> Stanza:
    lines = tuple(line_from(line) for line in passage.text.splitlines())
    return Stanza(kind=passage.kind, label=passage.label, lines=lines)


def _lines(stanzas: Iterable[Stanza]) -> frozenset[str]:
    """Tell words from others whatever their tags and order, and however often they come back."""
    return frozenset(line.text.casefold() for stanza in stanzas for line in stanza.lines)


def _sung(stanzas: tuple[Stanza, ...]) -> bool:
    return any(stanza.lines for stanza in stanzas)


def _arrangement(source: Sidecar, brief: Brief, order: Order, take: TakeNumber) -> Arrangement:
    """Keep the players and figures of the take; its themes come back in the first, change in the second."""
    original = brief_for(source.order)
    arrangement = arrangement_for(original, take=source.take)
    players = {**arrangement.players, **_new_players(brief, arrangement)}
    return replace(
        arrangement,
        seed=arrangement.seed if take == 1 else Dice(order.seed, "extend").between(0, 2**31),
        players={role: name for role, name in players.items() if role not in brief.without},
    )


def _new_players(brief: Brief, arrangement: Arrangement) -> dict[str, str]:
    """Let those in who were asked for, and a lead that can do what the words need."""
    asked = {"counter": brief.instruments[0]} if brief.instruments else {}
    if brief.voice:
        return {**asked, "lead": "voice"}
    if arrangement.players.get("lead") == "voice":
        return {**asked, "lead": GENRES[brief.genre].band["lead"][0]}
    return asked


def _joined(head: Score, tail: Score, join: int) -> Score:
    """Put the two together, every player's notes in one part."""
    merged: dict[tuple[str, str], Part] = {}
    for part in chain(
        (replace(part, notes=_before(join, part.notes)) for part in head.parts),
        (replace(part, notes=_from(join, part.notes)) for part in tail.parts),
    ):
        earlier = merged.get((part.role, part.instrument))
        notes = part.notes if earlier is None else earlier.notes + part.notes
        merged[part.role, part.instrument] = replace(part, notes=_in_order(notes))
    shift = _passage_at(head, join).shift
    added = tuple(replace(passage, shift=passage.shift + shift) for passage in tail.passages)
    return replace(
        tail,
        title=head.title,
        key=head.key,
        passages=_until(join, head.passages) + added,
        harmonies=_until(join, head.harmonies) + tail.harmonies,
        parts=tuple(part for part in merged.values() if part.notes),
        joins=(*(tick for tick in head.joins if tick < join), join),
    )


def _before(join: int, notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """Keep what was played before the join, without what only came early for the beat there."""
    return _until(join, tuple(note for note in notes if note.start <= join - EARLIEST))


def _from(join: int, notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """Let nobody be early for the join: there the others still play their old notes."""
    return tuple(
        replace(note, start=start, length=max(note.end - start, 1))
        for note, start in ((note, max(note.start, join)) for note in notes)
    )


def _in_order(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    return tuple(sorted(notes, key=lambda note: (note.start, note.pitch)))


def _until(join: int, items: tuple[Timed, ...]) -> tuple[Timed, ...]:
    """Keep what starts before the join; what reaches over it ends there."""
    return tuple(
        replace(item, length=min(item.length, join - item.start))
        for item in items
        if item.start < join
    )

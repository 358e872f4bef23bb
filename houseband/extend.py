"""Going on from a take: the old score up to a downbeat, then new music by the same players.

Nothing is spliced: head and tail are one score and are played and mixed together, so there is no seam.
"""

from dataclasses import replace
from itertools import chain
from typing import Final, TypeVar

from houseband.arrange import Arrangement, arrangement_for
from houseband.brief import Brief, brief_for
from houseband.compose import write
from houseband.dice import Dice
from houseband.form import form_for
from houseband.genres import GENRES
from houseband.lyrics import Stanza, stanzas_from
from houseband.order import Order, TakeNumber
from houseband.score import Harmony, Note, Part, Passage, Score
from houseband.sidecar import BadSource, Sidecar
from houseband.wishes import wishes_in

__all__ = ["extended"]

Timed = TypeVar("Timed", Note, Harmony, Passage)

_DEFAULT_SECONDS: Final = 40.0
"""How much is added where nothing else is asked for."""


def extended(source: Sidecar, order: Order, take: TakeNumber) -> Score:
    """Write the whole longer song. Raises `BadSource` when it ends before `extend_at_ms`."""
    join = _join(source.score, (order.extend_at_ms or 0) / 1000.0)
    brief = _brief(source, order)
    arrangement = _arrangement(source, brief, order, take)
    form = form_for(brief, take=take, opening=False)
    tail = write(form, brief, arrangement, start=join)
    return _joined(source.score, tail, join)


def _join(score: Score, seconds: float) -> int:
    """Find the downbeat at or before the moment; the last chord is always played anew."""
    if seconds > score.seconds + 0.05:
        raise BadSource(f"the take ends after {score.seconds:.1f} s")
    last = score.passages[-1]
    bars = int(seconds / score.seconds_per_tick + 1) // score.ticks_per_bar
    return min(bars * score.ticks_per_bar, last.start + last.length)


def _brief(source: Sidecar, order: Order) -> Brief:
    """Keep what the song is, and take length and words from the new order."""
    wishes = wishes_in(order.prompt)
    words = (order.lyrics or "").strip()
    stanzas = stanzas_from(words) if words else ()
    return replace(
        brief_for(source.order),
        tempo=source.score.tempo,
        tempo_is_wish=True,
        key=source.score.key,
        beats_per_bar=source.score.beats_per_bar,
        seconds=wishes.seconds or (None if _sung(stanzas) else _DEFAULT_SECONDS),
        voice=_sung(stanzas),
        instruments=wishes.instruments,
        without=wishes.without,
        stanzas=stanzas,
        words_lead=_sung(stanzas),
    )


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
        (replace(part, notes=_until(join, part.notes)) for part in head.parts), tail.parts
    ):
        earlier = merged.get((part.role, part.instrument))
        notes = part.notes if earlier is None else earlier.notes + part.notes
        merged[part.role, part.instrument] = replace(part, notes=notes)
    return replace(
        tail,
        title=head.title,
        passages=_until(join, head.passages) + tail.passages,
        harmonies=_until(join, head.harmonies) + tail.harmonies,
        parts=tuple(part for part in merged.values() if part.notes),
    )


def _until(join: int, items: tuple[Timed, ...]) -> tuple[Timed, ...]:
    """Keep what starts before the join; what reaches over it ends there."""
    return tuple(
        replace(item, length=min(item.length, join - item.start))
        for item in items
        if item.start < join
    )

"""Who plays, and what: the two takes choose differently from what the genre offers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from houseband.brief import Brief
from houseband.dice import Dice
from houseband.genres import GENRES, Genre
from houseband.instruments import INSTRUMENTS

__all__ = ["Arrangement", "arrangement_for"]

Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """One take's choices. The dictionaries by section kind have an entry `verse` for all the others."""

    seed: int
    take: int
    genre: str
    players: dict[str, str]
    """Role to instrument; `drums` to kit."""
    progressions: dict[str, str]
    bass: dict[str, str]
    comps: dict[str, str]
    arp: str
    groove: str

    def dice(self, *words: object) -> Dice:
        """Return chance that belongs to this take."""
        return Dice(self.seed, self.take, *words)

    def sounds_in(self, kind: str, count: int) -> frozenset[str]:
        """Return which roles play in a section, the `count`th of its kind from 0."""
        layers = _LAYERS[(self.take - 1) % 2]
        again = f"{kind} again"
        roles = layers[again] if count and again in layers else layers[kind]
        return frozenset(roles.split()) & self.players.keys()


_LAYERS = (
    {
        "intro": "chords pad arp counter",
        "verse": "drums bass chords lead",
        "verse again": "drums bass chords arp lead counter",
        "pre-chorus": "drums bass chords pad lead",
        "chorus": "drums bass chords pad arp lead counter",
        "bridge": "bass chords pad lead arp",
        "solo": "drums bass chords pad counter",
        "outro": "drums bass chords pad counter",
    },
    {
        "intro": "drums bass chords arp",
        "verse": "drums bass arp pad lead chords",
        "verse again": "drums bass chords pad lead counter",
        "pre-chorus": "bass chords pad arp lead",
        "chorus": "drums bass chords pad arp lead counter",
        "bridge": "drums chords pad lead counter",
        "solo": "drums bass chords arp counter",
        "outro": "bass chords pad arp counter",
    },
)


def arrangement_for(brief: Brief, *, take: int) -> Arrangement:
    """Choose players and figures: the first take one entry of every list, the second another."""
    genre = GENRES[brief.genre]
    seed = brief.seed
    return Arrangement(
        seed=seed,
        take=take,
        genre=genre.name,
        players=_players(brief, genre, take),
        progressions=_progressions(brief, genre, take),
        bass=_two(genre.bass, seed, take, "bass"),
        comps=_two(genre.comps, seed, take, "comps"),
        arp=_one(genre.arps, seed, take, "arps"),
        groove=_one(genre.grooves, seed, take, "grooves"),
    )


def _one(options: Sequence[Choice], seed: int, take: int, what: str) -> Choice:
    return Dice(seed, what).shuffled(options)[(take - 1) % len(options)]


def _two(options: Sequence[str], seed: int, take: int, what: str) -> dict[str, str]:
    """Choose one figure for the chorus and another for the rest."""
    order = Dice(seed, what).shuffled(options)
    first = 2 * (take - 1) if len(order) > 3 else take - 1
    return {"chorus": order[first % len(order)], "verse": order[(first + 1) % len(order)]}


def _progressions(brief: Brief, genre: Genre, take: int) -> dict[str, str]:
    options = genre.minor if brief.key.is_minor else genre.major
    order = Dice(brief.seed, "progressions").shuffled(options)
    first = 2 * (take - 1)
    verse, chorus, bridge = (order[(first + place) % len(order)] for place in range(3))
    return {
        "verse": verse,
        "chorus": chorus,
        "bridge": bridge,
        "pre-chorus": bridge,
        "intro": chorus,
    }


def _players(brief: Brief, genre: Genre, take: int) -> dict[str, str]:
    """Fill the roles: first with what was asked for, then from the genre's list."""
    players = _asked_for(brief)
    for role, options in genre.band.items():
        free = [
            name for name in options if name not in brief.without and name not in players.values()
        ]
        if role not in players and free:
            players[role] = _one(free, brief.seed, take, role)
    players["drums"] = _one(genre.kits, brief.seed, take, "kits")
    return {role: name for role, name in players.items() if role not in brief.without}


def _asked_for(brief: Brief) -> dict[str, str]:
    players = {"lead": "voice"} if brief.voice else {}
    for name in brief.instruments:
        free = (role for role in INSTRUMENTS[name].roles if role not in players)
        role = next(free, None)
        if role is not None:
            players[role] = name
        elif "counter" not in players:
            players["counter"] = name
    return players

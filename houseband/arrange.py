"""Who plays, and what: the two takes choose differently from what the genre offers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from houseband.brief import Brief
from houseband.dice import Dice
from houseband.families import FAMILIES
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
    energy: float
    """How lively it shall be, 0 to 1."""
    is_fast: bool
    """Whether bars go by so fast that a phrase takes four of them."""
    players: dict[str, str]
    """Role to instrument; `drums` to kit."""
    progressions: dict[str, str]
    paces: dict[str, float]
    """How many bars each chord of a progression lasts."""
    bass: dict[str, str]
    comps: dict[str, str]
    arp: str
    grooves: dict[str, str]
    bustle: float
    """How many more notes its melodies have than usual, as a factor."""
    entries: dict[str, int]
    """How many sixteenths after the bar the phrases of a section begin."""
    is_alone: bool
    """Whether those who play are all that were asked for."""
    featured: frozenset[str]
    """The roles of those who were asked for by name."""
    light: float
    """How much brighter it is mixed than the other take: of what the brief leaves, -1 to 1."""
    second: str
    """What the second voice likes to do beside the lead: `line`, `thirds` or `answers`."""

    def dice(self, *words: object) -> Dice:
        """Return chance that belongs to this take."""
        return Dice(self.seed, self.take, *words)

    def layers(self, kind: str, *, again: bool, last: bool) -> dict[str, bool]:
        """Return which roles play in a section, and which of them only half as busily.

        Who plays alone rests nowhere, and who was asked for plays wherever the song is under way. Where
        nobody is left, everybody plays.
        """
        if self.is_alone:
            return dict.fromkeys(self.players, False)
        layers = FAMILIES[GENRES[self.genre].family].layers(self.take, kind, again=again, last=last)
        if kind in {"verse", "chorus", "solo"}:
            layers = {**dict.fromkeys(self.featured, False), **layers}
        playing = {role: light for role, light in layers.items() if role in self.players}
        return playing or dict.fromkeys(self.players, False)


def arrangement_for(brief: Brief, *, take: int) -> Arrangement:
    """Choose players and figures: the first take one entry of every list, the second another."""
    genre = GENRES[brief.genre]
    seed = brief.seed
    return Arrangement(
        seed=seed,
        take=take,
        genre=genre.name,
        energy=brief.energy,
        is_fast=brief.tempo / brief.beats_per_bar > 40,
        players=_players(brief, genre, take),
        progressions=_progressions(brief, genre, take),
        paces=_paces(brief, take),
        bass=_two(genre.bass, seed, take, "bass"),
        comps=_two(genre.comps, seed, take, "comps"),
        arp=_one(genre.arps, seed, take, "arps"),
        grooves=_grooves(genre, seed, take),
        bustle=_one((0.85, 1.15), seed, take, "bustle"),
        entries=_entries(seed, take),
        is_alone=bool(brief.only),
        featured=frozenset(_asked_for(brief)),
        light=0.5 if take == 1 else -0.5,
        second=_one(("line", "thirds", "answers"), seed, take, "second"),
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
    mine = order if take == 1 else [*order[3:], order[2], *order[:2]]
    verse, chorus, bridge = mine[:3]
    return {
        "verse": verse,
        "chorus": chorus,
        "bridge": bridge,
        "pre-chorus": bridge,
        "intro": chorus if take == 1 else verse,
        "outro": chorus,
    }


def _paces(brief: Brief, take: int) -> dict[str, float]:
    """Let the chords of one take change faster or slower than those of the other, in verse or chorus."""
    if take == 1:
        return {"verse": 1.0, "chorus": 1.0}
    other = 0.5 if brief.tempo < 84 else 2.0
    kind = Dice(brief.seed, "pace").pick(("verse", "chorus"))
    return {"verse": 1.0, "chorus": 1.0, kind: other}


def _entries(seed: int, take: int) -> dict[str, int]:
    """Let the hook of one take come on the beat and that of the other after it; so too the verses."""
    return {
        theme: _one((0, Dice(seed, "entry", theme).pick((2, 4, 6))), seed, take, f"entry {theme}")
        for theme in ("chorus", "verse")
    }


def _grooves(genre: Genre, seed: int, take: int) -> dict[str, str]:
    """Choose the groove of the song, and one that the bridge has for itself."""
    order = Dice(seed, "grooves").shuffled(genre.grooves)
    return {"verse": order[(take - 1) % len(order)], "bridge": order[(take + 1) % len(order)]}


def _players(brief: Brief, genre: Genre, take: int) -> dict[str, str]:
    """Fill the roles: first with what was asked for, then from the genre's list.

    Who plays a role in the first take doesn't in the second, even if somebody plays two then.
    """
    if brief.only:
        return _alone(brief, genre, take)
    others = _players(brief, genre, 1) if take == 2 else {}
    players = _asked_for(brief)
    for role, options in genre.band.items():
        allowed = [name for name in options if name not in brief.without]
        free = [name for name in allowed if name not in players.values()]
        new = [name for name in allowed if name != others.get(role)]
        able = [name for name in free if name in new] or (others and new) or free
        if role not in players and able:
            players[role] = _one(able, brief.seed, take, role)
    players["drums"] = _one(genre.kits, brief.seed, take, "kits")
    wanted = {role: name for role, name in players.items() if role not in brief.without}
    return wanted or {"chords": genre.band["chords"][0]}


def _alone(brief: Brief, genre: Genre, take: int) -> dict[str, str]:
    """Let nobody in but those who were asked for; whoever has two hands takes more than one role."""
    players = {"lead": "voice"} if brief.voice else {}
    for name in (name for name in brief.only if name not in INSTRUMENTS):
        options = genre.kits if name == "drums" else genre.band.get(name, ())
        if options and name not in players:
            players[name] = _one(options, brief.seed, take, name)
    asked = [name for name in brief.only if name in INSTRUMENTS]
    for name in sorted(asked, key=lambda name: len(INSTRUMENTS[name].roles)):
        role = next((role for role in INSTRUMENTS[name].roles if role not in players), None)
        if role is not None:
            players[role] = name
    for role in ("lead", "chords", "bass", "counter"):
        able = [name for name in asked if _can(name, role)]
        if able and role not in players:
            players[role] = able[0]
    return players


def _can(name: str, role: str) -> bool:
    """Whether an instrument can take a role as well; a low hand of chords is a bass."""
    roles = INSTRUMENTS[name].roles
    return role in roles or (role == "bass" and "chords" in roles and INSTRUMENTS[name].low <= 43)


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

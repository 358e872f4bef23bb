"""Who is to play and who isn't, as a prompt says it: with, without, nobody but."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from houseband.ensembles import ensemble_in
from houseband.genre_words import SAYINGS
from houseband.instruments import GROUPS, INSTRUMENTS, ROLE_WORDS
from houseband.vocabulary import Finder, folded

__all__ = ["Casting", "casting_in", "names_players"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Casting:
    """What a prompt says of players. Instruments stand in the order in which it has them."""

    instruments: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    """Names of instruments and of roles."""
    only: tuple[str, ...] = ()
    """Names of instruments, and of roles, beside which nobody may play; empty lets anybody."""


def casting_in(text: str, preferred: Collection[str] = ()) -> Casting:
    """Read who is wanted; where a word means several instruments, one that is `preferred`."""
    plain = folded(text)
    unwanted = list(_unwanted_in(plain))
    without = frozenset(name for match in unwanted for name in _all_meant(match[0]))
    shunned = {match.start() for match in unwanted}
    wanted = [match for match in _players_in(plain) if match.start() not in shunned]
    names = [name for match in wanted for name in _one_meant(match[0], preferred)]
    instruments = tuple(dict.fromkeys(n for n in names if n in INSTRUMENTS and n not in without))
    return Casting(
        instruments=tuple(name for name in instruments if name != "voice"),
        without=without,
        only=_only(plain, wanted, preferred, without),
    )


def names_players(text: str) -> bool:
    """Whether a clause is about who plays: "with drums" is, "with my father" isn't."""
    return next(_players_in(folded(text)), None) is not None


def _words() -> dict[str, tuple[str, str]]:
    """Say what each word stands for: an instrument, a group of them, or a role."""
    words: dict[str, tuple[str, str]] = {}
    for role, said in ROLE_WORDS.items():
        words.update((folded(word), ("role", role)) for word in said)
    for name, group in GROUPS.items():
        words.update((folded(word), ("group", name)) for word in group.words)
    for name, instrument in INSTRUMENTS.items():
        words.update((folded(word), ("instrument", name)) for word in instrument.words)
    return words


_MEANINGS: Final = _words()
_FINDER: Final = Finder(_MEANINGS.keys() | SAYINGS)


def _players_in(plain: str) -> Iterator[re.Match[str]]:
    return (match for match in _FINDER.found_in(plain) if match[0] in _MEANINGS)


def _one_meant(word: str, preferred: Collection[str]) -> list[str]:
    """Choose the instrument, or the role, that a word asks for."""
    kind, name = _MEANINGS[word]
    if kind != "group":
        return ["voice" if name == "voice" else name]
    names = GROUPS[name].names
    return [next((each for each in names if each in preferred), names[0])]


def _all_meant(word: str) -> tuple[str, ...]:
    """Return everybody who is meant when a word is unwanted."""
    kind, name = _MEANINGS[word]
    if kind == "group":
        return GROUPS[name].names
    return _RELATED.get(name, (name,))


_RELATED = {
    "strings": ("strings", "low strings", "violin", "cello"),
    "horns": ("horns", "trumpet"),
    "pad": ("pad", "glass pad"),
}
"""Who else is meant when a section is unwanted."""

_LACK = (
    r"(?:\bno\b|\bwithout\b|\bw/o\b|\bminus\b|\bskip\b|\bleave out\b|\bomit\b|\bdrop the\b|\bexclude\b"
    r"|\bnot any\b|\bzero\b|\bnon\b|\bohne\b|\bkeine?n?\b|\bpas d[e']|\bsans\b|\bsin\b|\bnada de\b"
    r"|\bsem\b|\bnao quero\b)"
)
_ARTICLES = re.compile(
    r"(?:(?:any|the|an?|real|live|more|much|of|les?|la|los?|las|el|de|du|des|d'|os?|as?)\s+)*"
)
_ANOTHER = re.compile(r"[\w'-]+\s+")
_LACKING = re.compile(rf"{_LACK}\s*")
_ALONG = re.compile(
    rf"\s*(?:,\s*)?(?:\b(?:or|nor|and|und|oder|et|ou|ni|y|o|e|nem)\b|[/&])\s*(?:{_LACK}\s*)?"
)
_OTHERS = re.compile(r"(?:an?|some|lots|just|only|with|plenty)\b")
_LESS = re.compile(
    r"(?<!\w)(drum|beat|bass|percussion|vocal|voice|chord|guitar|piano|synth)s?(?:less|-free)(?!\w)"
)
_LEFT_OUT = re.compile(r"\s*(?:は)?(?:なし|無し|抜き|いらない|不要)")


def _unwanted_in(plain: str) -> Iterator[re.Match[str]]:
    """Find those who shall not play: "no drums, bass or piano", "ohne Schlagzeug", "drumless"."""
    players = {match.start(): match for match in _players_in(plain)}
    place = 0
    for lacking in _LACKING.finditer(plain):
        if lacking.start() < place:
            continue  # it went on from another, which has come past here
        place = lacking.end()
        while match := _next_player(plain, place, players):
            yield match
            along = _ALONG.match(plain, match.end())
            if along is None or _OTHERS.match(plain, along.end()):
                break
            place = along.end()
    for match in players.values():
        if _LEFT_OUT.match(plain, match.end()):
            yield match
    for less in _LESS.finditer(plain):
        found = _FINDER.first_in(less[1])
        if found is not None:
            yield found


def _next_player(plain: str, place: int, players: dict[int, re.Match[str]]) -> re.Match[str] | None:
    """Find the player named at this place, behind articles and at most one other word."""
    articles = _ARTICLES.match(plain, place)
    start = articles.end() if articles else place
    another = _ANOTHER.match(plain, start)
    places = [place, start, another.end() if another else start]
    return next((players[each] for each in places if each in players), None)


_ALONE = re.compile(
    r"(?<!\w)(?:just|only|solo|nothing but|unaccompanied|lone|alone|nur|allein|seulement|rien que|juste"
    r"|solamente|solo de|apenas|somente|だけ|のみ|ソロ)(?!\w)"
)
_BETWEEN = re.compile(
    r"\s*(?:(?:an?|one|the|my|some|with|on|of|for|ein|eine|einem|mit|une?|um|uma|con|com|avec|de|du|la|le"
    r"|el|soft|gentle|simple|single|lone|quiet|slow|soulful|clean|warm|sad|happy|calm|fingerpicked)\s+)*"
)
_A_CAPPELLA = re.compile(r"(?<!\w)a[ -]?cap+el+a(?!\w)|アカペラ")
_AFTER = re.compile(
    r"\s*,?\s*(?:only|alone|by itself|nothing else|no other instruments?|allein|sonst nichts|rien d'autre"
    r"|nada mas|mais nada|unaccompanied|だけ|のみ|ソロ|seulement|solamente)(?!\w)"
)
_SOLO = re.compile(r"\s+solo(?!\w)")
_SOLO_PIECE = re.compile(r"^(?:an?|ein|une?|um)?\s*(?:\w+\s+){0,2}$")


def _only(
    plain: str, wanted: list[re.Match[str]], preferred: Collection[str], without: frozenset[str]
) -> tuple[str, ...]:
    """Find those who shall be alone: "just piano and strings", "solo cello", "piano only", "jazz trio"."""
    if _A_CAPPELLA.search(plain):
        return ("voice", "choir")
    for together in _companies(plain, wanted):
        after = any(_alone_after(plain, match) for match in together)
        if after or _alone_before(plain, together[0]):
            return _named(together, preferred, without)
    members = ensemble_in(plain, _named(wanted, preferred, without))
    return tuple(name for name in members if name not in without)


def _named(
    matches: list[re.Match[str]], preferred: Collection[str], without: frozenset[str]
) -> tuple[str, ...]:
    names = (name for match in matches for name in _one_meant(match[0], preferred))
    return tuple(dict.fromkeys(name for name in names if name not in without))


def _companies(plain: str, wanted: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """Put those together who are named in one breath: "piano and a violin"."""
    companies: list[list[re.Match[str]]] = []
    for match in wanted:
        if companies and _COMPANY.fullmatch(plain, companies[-1][-1].end(), match.start()):
            companies[-1].append(match)
        else:
            companies.append([match])
    return companies


_COMPANY = re.compile(
    r"\s*(?:,|&|\+|/|\band\b|\bund\b|\bet\b|\by\b|\be\b|と|\bwith\b|\bmit\b|\bavec\b|\bcon\b|\bcom\b|\bover\b|\bplus\b)\s*(?:(?:an?|some|ein|eine|une?|um|uma)\s+)?(?:\w+\s)?"
)


_BESIDE = re.compile(r"\b(?:and|with|plus|mit|con|com|avec)\s(?:an?\s)?$")


def _alone_before(plain: str, match: re.Match[str]) -> bool:
    """Whether "just", "solo" or the like leads to this player; "with a solo violin" doesn't mean alone."""
    for alone in _ALONE.finditer(plain, 0, match.start()):
        if _BETWEEN.fullmatch(plain, alone.end(), match.start()):
            return alone[0] not in {"solo", "lone"} or not _BESIDE.search(plain[: alone.start()])
    return False


def _alone_after(plain: str, match: re.Match[str]) -> bool:
    """Whether the player is said to be alone afterwards; a "piano solo" is, where it is the whole wish."""
    if _AFTER.match(plain, match.end()):
        return True
    solo = _SOLO.match(plain, match.end())
    return solo is not None and _SOLO_PIECE.fullmatch(plain, 0, match.start()) is not None

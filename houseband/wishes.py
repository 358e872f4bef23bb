"""What a prompt asks for outright: tempo, key, length, metre. Players are `casting`'s."""

import re
from dataclasses import dataclass

from houseband.casting import casting_in, names_players
from houseband.keys_abroad import key_abroad
from houseband.metre import METRES
from houseband.theory import MODES
from houseband.vocabulary import Finder, folded

__all__ = ["Wishes", "wishes_in", "without_wishes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What was asked for outright; what wasn't is None or empty."""

    tempo: int | None = None
    tonic: int | None = None
    mode: str | None = None
    seconds: float | None = None
    metre: str | None = None
    pace: float = 0.0
    """Where no tempo is named: how slow (-1) or fast (1) it shall be for its kind."""


def wishes_in(text: str) -> Wishes:
    """Read the wishes out of a prompt, in any order and anywhere in it."""
    tonic, mode = _key_in(text)
    return Wishes(
        tempo=_tempo_in(text),
        tonic=tonic,
        mode=mode,
        seconds=_seconds_in(text),
        metre=_metre_in(text),
        pace=_pace_in(text),
    )


def without_wishes(text: str) -> str:
    """Return what is left of a prompt when the wishes are taken out: what it is about."""
    for pattern in (_TEMPO, _KEY, _MODE_ONLY, _CLOCK, _MINUTES, _SECONDS, _METRE, _MARKS):
        text = pattern.sub(" ", text)
    text = _NEGATED.sub(lambda match: " " if casting_in(match[0]).without else match[0], text)
    text = _WITH.sub(lambda match: " " if names_players(match[0]) else match[0], text)
    return " ".join(text.split())


_STYLE = r"\b(?:techno|trance|house|dnb|bass|jungle|trap|beat|drill|dubstep|garage|edm|groove|disco|funk)"
"""After one of these a bare number is a tempo."""
_TEMPO = re.compile(
    r"(?:\b(?:at|around|about|approx\.?|ca\.?|bei|mit|a|à|em)\s+|[@~])?(?<![\d.:])(\d{2,3})(?:\s*-\s*(\d{2,3}))?"
    r"\s*(?:bpm\b|beats?\s+(?:per|a)\s+min(?:ute)?\b|schläge)"
    r"|\b(?:tempo|bpm)\s*(?:of|:|=|von|de)?\s*(\d{2,3})\b|@\s?(\d{2,3})\b(?!:)"
    rf"|{_STYLE}\s(1[0-9]\d|[6-9]\d)(?=\s*(?:$|[,;.)]))"
    r"|(?:^|,)\s*(1[0-9]\d)(?=\s*(?:$|[,;)]))",
    re.IGNORECASE,
)
_SIGN = r"(?:\s*(#|♯|♭|sharp\b|flat\b)|(b)(?![a-z]))?"
_SMALL_OR_CAPITAL, _CAPITAL = rf"([A-Ga-g]){_SIGN}", rf"([A-G]){_SIGN}"
_MODE = r"(major|minor|maj|min|dorian|mixolydian|lydian|phrygian)\b"
_NOT_A_MOOD = r"(?!\s+(?:key|mode|mood|way|feel|tone)\b)"
_OVER = r"(?=\s*(?:$|[,.;!?]|with\b|at\b|and\b|for\b))"
_KEY = re.compile(
    rf"\b(?:in\s+(?:the\s+)?(?:key\s+of\s+)?|key\s*(?:of|:|=)\s*){_SMALL_OR_CAPITAL}"
    rf"[\s-]*(?:{_MODE}|(m)\b){_NOT_A_MOOD}"
    rf"|\b(?:in\s+(?:the\s+)?|key\s+of\s+|key:\s*){_CAPITAL}{_OVER}"
    rf"|\b{_CAPITAL}[\s-]+{_MODE}",
    re.IGNORECASE,
)
_MODE_ONLY = re.compile(
    r"\b(?:in\s+)?(?:a\s+)?(major|minor|dorian|mixolydian|lydian|phrygian)(?:\s+(?:key|mode|scale|chords|tonality))?\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\d:])(\d{1,2}):([0-5]\d)(?![\d:])(?!\s*(?:am|pm|o'clock)\b)(?:\s*(?:min(?:utes?)?|long)\b)?",
    re.IGNORECASE,
)
_COUNT = (
    r"(?<!\d)(\d{1,2}(?:[.,]\d+)?|an?|one|two|three|four|half\s+an?|a\s+half|eine[rn]?|zwei|drei|une?|um|uma"
    r"|deux|dos|dois|trois|tres|três|eine\s+halbe|demi|medio|meio)"
)
_MINUTES = re.compile(
    rf"(?<!\w){_COUNT}[\s-]*(?:minutes?|minuten?|minutos?|mins?|m)\b"
    r"(?:\s*(?:and\s+|und\s+|et\s+|y\s+|e\s+)?(\d{1,2})[\s-]*(?:seconds?|secs?|sek\w*|segundos?|s)\b)?"
    r"(?:[\s-]+long\b)?"
    r"|(\d{1,2})\s?分(?!音)(?:\s?(\d{1,2})\s?秒|(半))?",
    re.IGNORECASE,
)
_SECONDS = re.compile(
    r"(?<![\d:.'])(\d{1,3})(?:[\s-]*(?:seconds?|secs?|sekunden?|sek|secondes?|segundos?|seg)|\s+s|s(?=\s+long)|s)\b(?:[\s-]+long\b)?"
    r"|(?<!\d)(\d{1,3})\s?秒",
    re.IGNORECASE,
)
_DECADE = re.compile(r"(?:19)?[5-9]0s", re.IGNORECASE)
_METRE = re.compile(
    r"\b(?:in\s+)?(?:(\d{1,2})\s?/\s?(4|8)(?:\s+(?:time|meter|metre|feel|groove))?\b(?!/))"
    r"|\bwalt[zs](?:es)?\b|\bwalzer\b|\bvals[ea]?\b",
    re.IGNORECASE,
)
_ITEM = r"(?:[\w&-]+\s+(?!(?:or|and|nor)\b))?[\w&-]+"
_NEGATED = re.compile(
    r"\b(?:no|without|minus|skip|leave\s+out)\s+(?:any\s+|the\s+|a\s+)?"
    rf"({_ITEM}(?:(?:\s*,\s*or|\s+(?:or|nor))\s+{_ITEM})*)"
    r"|\b(drum|beat|bass|percussion|vocal|voice|chord)s?(?:less|-free)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:with|featuring|feat\.?|plus)\s+.*$", re.IGNORECASE)
_MARKS = re.compile(r"\b(?:mishap|seed):\S+", re.IGNORECASE)

_NUMBERS = {
    word: float(number)
    for number, words in (
        (1, "a an one eine einer einen un une um uma"),
        (2, "two zwei deux dos dois"),
        (3, "three drei trois tres três"),
        (4, "four"),
    )
    for word in words.split()
}
_HALF = re.compile("half|halbe|demi|medio|meio")
_STEPS = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11}
_SHIFTS = {"#": 1, "♯": 1, "sharp": 1, "b": -1, "♭": -1, "flat": -1}
_MODES_SAID = {"maj": "major", "min": "minor", "m": "minor"} | {mode: mode for mode in MODES}


def _metre_in(text: str) -> str | None:
    """Read a time signature; what the band can't count becomes the nearest that it can."""
    match = _METRE.search(text)
    if match is None:
        return None
    if match[1] is None:
        return "3/4"
    count, unit = int(match[1]), int(match[2])
    said = f"{count}/{unit}"
    if said in METRES:
        return said
    if count in {5, 7}:
        return "5/4" if count == 5 else "7/8"
    return "4/4" if count % 3 else "3/4" if unit == 4 else "6/8"


def _tempo_in(text: str) -> int | None:
    match = _TEMPO.search(text)
    if match is None:
        return None
    numbers = [int(number) for number in match.groups() if number]
    return min(max(round(sum(numbers) / len(numbers)), 40), 220)


def _pace_in(text: str) -> float:
    """Listen for words of speed alone; "not too fast" is rather slow."""
    plain = folded(text)
    found = [
        _PACES[match[0]]
        * (-0.5 if _TURNED.search(plain, max(match.start() - 20, 0), match.start()) else 1.0)
        for match in _PACE_FINDER.found_in(plain)
    ]
    return min(max(sum(found), -1.0), 1.0)


_PACES = {
    folded(word): speed
    for speed, words in (
        (
            -1.0,
            "very slow, super slow, really slow, largo, lento, grave, sehr langsam, muy lento, muy lenta",
        ),
        (
            -0.8,
            "slow, slowly, slowed, slow-paced, adagio, half-time, halftime, langsam, langsame, langsamer",
        ),
        (
            -0.8,
            "langsames, lente, lenta, lentement, ゆっくり, 遅い, スロー, slow tempo, at a crawl",
        ),
        (-0.5, "downtempo, down-tempo, andante, laid-back, laid back, slower, unhurried, ゆったり"),
        (
            0.0,
            "slow burn, slow motion, slow cooker, fast food, fast forward, mid-tempo, midtempo, moderato",
        ),
        (0.4, "faster, up-tempo, uptempo, allegro, zügig, driving, アップテンポ"),
        (0.5, "punk, thrash, bebop, speed metal, blast beats, hoedown, パンク"),
        (
            0.8,
            "fast, quick, speedy, rapid, fast-paced, vivace, schnell, schnelle, schneller, schnelles",
        ),
        (0.8, "rapide, rapides, rápido, rápida, 速い, 早い, 高速, frantic, breakneck, hyper"),
        (
            1.0,
            "very fast, super fast, really fast, presto, sehr schnell, très rapide, muy rápido, double time",
        ),
    )
    for word in words.split(", ")
}
_PACE_FINDER = Finder(_PACES)
_TURNED = re.compile(
    r"\b(?:not|isn't|nicht|pas|no|nao)\s+(?:too|so|very|zu|so|trop|muy|muito)?\s*$"
)


def _key_in(text: str) -> tuple[int | None, str | None]:
    if foreign := key_abroad(text):
        return foreign
    match = _key_match(text)
    if match is None:
        bare = _MODE_ONLY.search(text)
        return None, bare[1].lower() if bare else None
    found = [group for group in match.groups() if group]
    shift = sum(_SHIFTS.get(group.lower(), 0) for group in found[1:])
    modes = [_MODES_SAID[group.lower()] for group in found[1:] if group.lower() in _MODES_SAID]
    return (_STEPS[found[0].lower()] + shift) % 12, modes[0] if modes else "major"


def _key_match(text: str) -> re.Match[str] | None:
    """Find the key; a lone small letter, as in "in a hurry", isn't one."""
    for match in _KEY.finditer(text):
        letter = next(group for group in match.groups() if group)
        spelt_out = any(group and group.lower() in _MODES_SAID for group in match.groups()[1:])
        if letter.isupper() or (spelt_out and match[0].lower().startswith(("in", "key"))):
            return match
    return None


def _seconds_in(text: str) -> float | None:
    if clock := _CLOCK.search(text):
        return int(clock[1]) * 60.0 + int(clock[2])
    if minutes := _MINUTES.search(text):
        if minutes[3]:
            return int(minutes[3]) * 60.0 + (30 if minutes[5] else int(minutes[4] or 0))
        said = minutes[1].lower()
        count = _NUMBERS.get(said) or (0.5 if _HALF.search(said) else float(said.replace(",", ".")))
        return count * 60.0 + int(minutes[2] or 0)
    for seconds in _SECONDS.finditer(text):
        if not _DECADE.fullmatch(seconds[0]):
            return float(seconds[1] or seconds[2])
    return None

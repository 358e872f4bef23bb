"""What a prompt asks for outright: tempo, key, length, metre, instruments to play or to leave out."""

import re
from dataclasses import dataclass

from houseband.instruments import INSTRUMENTS
from houseband.metre import METRES
from houseband.theory import MODES

__all__ = ["Wishes", "names_players", "wishes_in", "without_wishes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What was asked for outright; what wasn't is None or empty."""

    tempo: int | None = None
    tonic: int | None = None
    mode: str | None = None
    seconds: float | None = None
    metre: str | None = None
    instruments: tuple[str, ...] = ()
    """Names of instruments, in the order in which the prompt has them."""
    without: frozenset[str] = frozenset()
    """Names of instruments and of roles."""


def wishes_in(text: str) -> Wishes:
    """Read the wishes out of a prompt, in any order and anywhere in it."""
    tonic, mode = _key_in(text)
    without = _without_in(text)
    return Wishes(
        tempo=_tempo_in(text),
        tonic=tonic,
        mode=mode,
        seconds=_seconds_in(text),
        metre=_metre_in(text),
        instruments=tuple(n for n in _instruments_in(_NEGATED.sub(" ", text)) if n not in without),
        without=without,
    )


def without_wishes(text: str) -> str:
    """Return what is left of a prompt when the wishes are taken out: what it is about."""
    for pattern in (_TEMPO, _KEY, _MODE_ONLY, _CLOCK, _MINUTES, _SECONDS, _METRE, _MARKS):
        text = pattern.sub(" ", text)
    text = _NEGATED.sub(lambda match: " " if _without_in(match[0]) else match[0], text)
    text = _WITH.sub(lambda match: " " if names_players(match[0]) else match[0], text)
    return " ".join(text.split())


def names_players(text: str) -> bool:
    """Whether a clause is about who plays: "with drums" is, "with my father" isn't."""
    words = set(re.findall(r"[a-z]+", text.lower()))
    return bool(_instruments_in(text) or _LEFT_OUT.keys() & words)


_TEMPO = re.compile(
    r"\b(?:at\s+)?(\d{2,3})\s*(?:bpm|beats\s+(?:per|a)\s+minute)\b|\btempo\s*(?:of|:|=)?\s*(\d{2,3})\b",
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
_COUNT = r"(?<!\d)(\d{1,2}(?:\.\d+)?|an?|one|two|three|four|half\s+an?|a\s+half)"
_MINUTES = re.compile(
    rf"(?<!\w){_COUNT}[\s-]*(?:minutes?|mins?|m)\b(?:\s*(?:and\s+)?(\d{{1,2}})[\s-]*(?:seconds?|secs?|s)\b)?(?:[\s-]+long\b)?",
    re.IGNORECASE,
)
_SECONDS = re.compile(
    r"(?<![\d:.'])(\d{1,3})(?:[\s-]*(?:seconds?|secs?)|\s+s|s(?=\s+long)|s)\b(?:[\s-]+long\b)?",
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

_NUMBERS = {"a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0}
_STEPS = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11}
_SHIFTS = {"#": 1, "♯": 1, "sharp": 1, "b": -1, "♭": -1, "flat": -1}
_MODES_SAID = {"maj": "major", "min": "minor", "m": "minor"} | {mode: mode for mode in MODES}

_LEFT_OUT = {
    "drum": "drums",
    "drums": "drums",
    "percussion": "drums",
    "beat": "drums",
    "beats": "drums",
    "bass": "bass",
    "melody": "lead",
    "lead": "lead",
    "vocals": "voice",
    "vocal": "voice",
    "voice": "voice",
    "voices": "voice",
    "singing": "voice",
    "singer": "voice",
    "chords": "chords",
    "pads": "pad",
    "arpeggio": "arp",
    "arpeggios": "arp",
}


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
    return None if match is None else min(max(int(match[1] or match[2]), 40), 220)


def _key_in(text: str) -> tuple[int | None, str | None]:
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
        said = minutes[1].lower()
        count = 0.5 if "half" in said else _NUMBERS.get(said) or float(said)
        return count * 60.0 + int(minutes[2] or 0)
    for seconds in _SECONDS.finditer(text):
        if not _DECADE.fullmatch(seconds[0]):
            return float(seconds[1])
    return None


def _without_in(text: str) -> frozenset[str]:
    left_out: set[str] = set()
    for match in _NEGATED.finditer(text):
        words = (match[1] or match[2]).lower()
        left_out.update(_instruments_in(words))
        left_out.update(_LEFT_OUT[word] for word in re.findall(r"\w+", words) if word in _LEFT_OUT)
    return frozenset(left_out)


_BY_WORD = sorted(
    ((word, name) for name, instrument in INSTRUMENTS.items() for word in instrument.words),
    key=lambda pair: -len(pair[0]),
)


def _instruments_in(text: str) -> list[str]:
    """Find instruments, longest words first, so that "electric guitar" isn't taken for a guitar."""
    found: dict[int, str] = {}
    rest = text.lower()
    for word, name in _BY_WORD:
        for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", rest):
            found[match.start()] = name
            rest = rest[: match.start()] + " " * len(match[0]) + rest[match.end() :]
    return list(dict.fromkeys(found[position] for position in sorted(found)))

"""Who is heard how: loudness, place and room of every part, and how each genre departs from the usual."""

import numpy as np

from houseband.sound.wave import Audio, gain

__all__ = ["DUCKED", "ECHOES", "SENDS", "WET", "level_for", "sides"]

_LEVELS = {
    "drums": -19.0,
    "bass": -20.5,
    "lead": -18.5,
    "chords": -22.5,
    "pad": -26.5,
    "arp": -27.5,
    "counter": -24.0,
}
"""How loud each part is where it plays, in LUFS; the master turns all of it up together."""
_CUSTOMS: dict[str, dict[str, float]] = {
    "house": {"drums": 1.5, "bass": 1.0, "lead": -1.0},
    "techno": {"drums": 2.5, "bass": 1.5, "lead": -3.0, "chords": -1.0},
    "trap": {"drums": 1.0, "bass": 2.5, "lead": -1.0},
    "metal": {"drums": 1.0, "chords": 3.0, "pad": -3.0},
    "country": {"drums": -3.0, "chords": 1.5},
    "latin": {"drums": -0.5, "chords": 1.5},
    "chiptune": {"drums": -1.0, "arp": 2.0, "pad": -3.0},
    "corporate": {"drums": -1.5, "chords": 1.0, "lead": -1.5},
    "classical": {"drums": -6.0, "chords": 2.0, "pad": 1.0},
    "drum and bass": {"drums": 1.5, "bass": 1.5, "lead": -1.0},
    "hip-hop": {"drums": 1.0, "bass": 2.0, "lead": -1.0},
    "rock": {"drums": 1.0, "chords": 2.5, "pad": -3.0},
    "synthwave": {"bass": 1.0, "pad": 1.0},
    "funk": {"bass": 1.0},
    "reggae": {"bass": 2.0, "drums": -1.0},
    "soul": {"drums": -1.0},
    "blues": {"drums": -2.0, "lead": -0.5},
    "lo-fi": {"drums": -2.0, "chords": 1.5, "lead": -2.0},
    "jazz": {"drums": -5.0, "chords": -0.5},
    "bossa nova": {"drums": -5.0, "chords": 1.0},
    "folk": {"drums": -7.0, "chords": 2.5},
    "ballad": {"drums": -6.0, "chords": 1.5, "pad": 1.0},
    "cinematic": {"drums": -3.0, "pad": 3.0, "chords": 1.0},
    "ambient": {"drums": -14.0, "pad": 4.5, "arp": 2.0, "lead": -3.0, "bass": -1.0},
}
"""How far a genre departs from that, in decibels."""
_MOST = 4.0
"""No part is turned up further: one that hardly sounds is meant to."""
_PLACES = {"chords": -0.18, "arp": 0.34, "counter": -0.28}
"""How far a part leans to the left (-1) or right (1)."""

SENDS = {
    "drums": 0.07,
    "bass": 0.0,
    "chords": 0.16,
    "pad": 0.3,
    "arp": 0.26,
    "lead": 0.2,
    "counter": 0.28,
}
"""How much of each part goes into the room."""
ECHOES = {"lead": 0.2, "arp": 0.28, "counter": 0.24}
"""How loud its echoes are, for those parts that have any."""
WET = {"room": 0.5, "club": 0.6, "plate": 0.8, "hall": 1.0, "cathedral": 1.5}
"""How much each room answers."""
DUCKED = frozenset({"bass", "chords", "pad", "arp"})
"""Who makes way for the kick."""


def level_for(loudness: float, role: str, genre: str) -> float:
    """Return the factor that brings a part that is so loud (LUFS) to where it belongs in the genre."""
    wanted = _LEVELS[role] + _CUSTOMS.get(genre, {}).get(role, 0.0)
    return min(gain(wanted - loudness), _MOST)


def sides(role: str) -> Audio:
    """Return how much of a part is heard on the left and on the right, equally loud wherever it leans."""
    lean = _PLACES.get(role, 0.0)
    return np.array([[1.0 - lean], [1.0 + lean]], np.float32) / np.float32((1.0 + lean**2) ** 0.5)

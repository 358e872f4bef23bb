"""How a genre's records lie in each octave: what the band's tone control aims at."""

import numpy as np

from houseband.score import Score
from houseband.sound import tone
from tests.houseband.ears import OCTAVES, Array

__all__ = ["curve_of"]


def curve_of(score: Score) -> Array:
    """Decibels in each of the ears' octaves, around their mean."""
    curve = dict(zip(tone.OCTAVES, tone.curve_of(score.genre, score.brightness), strict=True))
    levels = np.array([curve[octave] for octave in OCTAVES])
    return np.asarray(levels - levels.mean())

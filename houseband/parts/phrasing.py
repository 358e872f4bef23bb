"""When a melody's notes fall: syllables, sung or thought, laid on the beats that suit them."""

from collections.abc import Sequence

from houseband.dice import Dice

__all__ = ["onsets_for", "stresses_for"]

_WEAK, _OFFBEAT = 1.3, 1.8
"""Places that are no better than this gain so much by syncopation."""
_SIXTEENTH = -1.2
"""What a sixteenth costs."""
_FURTHEST = 24
"""Sixteenths at most between one syllable and the next."""


def stresses_for(count: int, dice: Dice) -> tuple[bool, ...]:
    """Think up a line of `count` syllables: stressed every second or third."""
    stresses = []
    rest = dice.between(0, 1)
    for _ in range(count):
        stresses.append(rest == 0)
        rest = dice.pick((1, 1, 2)) if rest == 0 else rest - 1
    return tuple(stresses)


def onsets_for(
    stresses: Sequence[bool],
    *,
    steps: int,
    eighths: Sequence[float],
    syncopation: float,
    dice: Dice,
) -> list[int]:
    """Lay syllables on sixteenths 0 to `steps`, in order, so that stresses fall on good places.

    `eighths` says how good each eighth of a bar is. Where there are more syllables than places, the
    last ones are left out.
    """
    stresses = list(stresses)[:steps]
    values = [_worth(step, eighths, syncopation) + 0.9 * dice.value() for step in range(steps)]
    ideal = min(steps / max(len(stresses), 1), 4.0)
    strain = [0.45 * abs(gap - ideal) for gap in range(steps + 1)]
    best = [[0.0] * steps for _ in stresses]
    back = [[0] * steps for _ in stresses]
    for place, stressed in enumerate(stresses):
        for step in range(steps):
            worth = values[step] * (1.0 if stressed else 0.35)
            best[place][step], back[place][step] = worth + min(0, 3 - step) * 0.15, -1
            if place:
                gain, before = _best_before(best[place - 1], step, strain)
                best[place][step], back[place][step] = worth + gain, before
    return _traced(best, back)


def _worth(step: int, eighths: Sequence[float], syncopation: float) -> float:
    eighth, odd = divmod(step, 2)
    worth = eighths[eighth % len(eighths)]
    worth += syncopation * _OFFBEAT if worth <= _WEAK else 0.0
    return worth + _SIXTEENTH if odd else worth


def _best_before(scores: list[float], step: int, strain: list[float]) -> tuple[float, int]:
    """Find the best place for the syllable before: not too near, not too far."""
    options = [
        (scores[before] - strain[step - before], before)
        for before in range(max(step - _FURTHEST, 0), step)
    ]
    return max(options, default=(-1e9, -1))


def _traced(best: list[list[float]], back: list[list[int]]) -> list[int]:
    if not best:
        return []
    step = max(range(len(best[-1])), key=lambda step: best[-1][step])
    steps = [step]
    for place in range(len(best) - 1, 0, -1):
        step = back[place][step]
        steps.append(step)
    return steps[::-1]

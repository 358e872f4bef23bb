"""The phrases of a melody: what is said first, what answers it, what grows out of it, and where it peaks."""

from dataclasses import dataclass

from houseband.lyrics import Line
from houseband.parts.scene import STEP, Scene

__all__ = ["Phrase", "phrases_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A stretch of a section that is sung in one breath."""

    letter: str
    """Phrases of one letter have one motif."""
    answers: bool
    """Whether its second half goes another way than the motif's."""
    sequence: int
    """Steps by which the motif is moved up or down."""
    peaks: bool
    """Whether the highest note of the section is in it."""
    closes: bool
    """Whether it comes home."""
    number: int
    place: float
    """Where in the section it lies, 0 to 1."""
    start: int
    length: int
    line: Line | None


_PLANS = {
    "verse": ("A A' A+ B.", "A B A' C.", "A A+ B A'.", "A A' B- C."),
    "pre-chorus": ("A A+ A++ B", "A B+ A+ C"),
    "chorus": ("A A' B! A'.", "A A+ B! C.", "A B A+! C.", "A A' A+! B."),
    "bridge": ("A A- B C", "A B A- C+", "A A+ A++ B"),
    "solo": ("A A' B+ C!", "A B A+! C."),
}
"""Letters with what becomes of them: `'` answers, `+` and `-` move, `!` peaks, `.` comes home."""


def phrases_of(scene: Scene, theme: str) -> list[Phrase]:
    """Divide a section: one phrase a line, or phrases of two bars, of four where bars are short."""
    lines = scene.segment.lines
    plan = _plan(scene, theme, len(lines) or max(scene.segment.bars // _bars_each(scene), 1))
    start, phrases = scene.start, []
    for number, (token, length) in enumerate(zip(plan, _lengths(scene, len(plan)), strict=True)):
        phrases.append(
            Phrase(
                letter=token[0],
                answers="'" in token,
                sequence=token.count("+") - token.count("-"),
                peaks="!" in token,
                closes="." in token,
                number=number,
                place=number / len(plan),
                start=start,
                length=length,
                line=lines[number] if lines else None,
            )
        )
        start += length
    return phrases


def _bars_each(scene: Scene) -> int:
    return 4 if scene.segment.bars >= 8 and scene.arrangement.is_fast else 2


def _lengths(scene: Scene, count: int) -> list[int]:
    """Give each phrase whole bars; where they don't come out even, every second one has time to breathe."""
    bars, left = divmod(scene.segment.bars, count)
    if not bars:
        return [scene.length // count // (4 * STEP) * 4 * STEP] * count
    if not scene.segment.lines:
        return [bars * scene.bar] * count
    longer = [*range(1, count, 2), *range(0, count, 2)][:left]
    return [(bars + (number in longer)) * scene.bar for number in range(count)]


def _plan(scene: Scene, theme: str, count: int) -> list[str]:
    """Say what each phrase is; the first are the same however many there are."""
    plans = _PLANS.get(theme, _PLANS["verse"])
    dice = scene.arrangement.dice("plan", theme)
    first, other = dice.pick(plans).split(), dice.pick(plans).split()
    plan = [token for _ in range(count // 8 + 1) for token in (*first, *other)][:count]
    if theme in {"chorus", "solo"} and not any("!" in token for token in plan):
        plan[len(plan) // 2] += "!"
    if theme != "pre-chorus":
        plan[-1] = plan[-1].rstrip(".") + "."
    return plan

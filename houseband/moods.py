"""Mood words, as two numbers each: how glad (-1 to 1) and how lively (-1 to 1)."""

import re

__all__ = ["MOODS", "mood_of"]

_TABLE = """
happy 8 4; cheerful 8 4; joyful 9 5; joyous 9 5; upbeat 6 6; uplifting 7 4; sunny 7 3; bright 6 3;
fun 6 5; funny 5 4; playful 6 4; celebratory 8 7; birthday 8 5; party 6 8; friendly 5 1; friendship
5 1; love 3 -1; romantic 3 -3; hopeful 5 1; optimistic 6 2; triumphant 6 7; victorious 6 7; victory
6 6; proud 4 3; heroic 4 6; summer 5 3; warm 4 -2; christmas 5 1; festive 6 4; sweet 4 -2; cute 5 1;
silly 5 4; excited 6 7; exciting 4 7; danceable 4 6; catchy 4 3; sad -8 -4; melancholic -7 -4;
melancholy -7 -4; melancholia -7 -4; heartbroken -8 -3; heartbreak -7 -2; lonely -6 -5; gloomy -7
-4; depressing -8 -5; tragic -8 -1; mournful -8 -5; grief -8 -5; goodbye -5 -3; farewell -5 -3; loss
-6 -4; tearful -7 -4; bittersweet -2 -2; nostalgic -1 -2; wistful -3 -3; longing -4 -2; rainy -3 -4;
rain -2 -4; autumn -2 -3; dark -7 1; angry -7 9; furious -7 9; rage -7 9; aggressive -5 9; menacing
-8 4; ominous -8 0; scary -8 3; creepy -7 -1; spooky -5 1; halloween -4 2; evil -8 4; haunting -6
-3; eerie -6 -4; tense -5 4; suspenseful -5 3; mysterious -4 -2; mystery -4 -2; brooding -6 -2;
moody -4 -2; noir -5 -2; cold -4 -2; winter -2 -2; night -1 -1; midnight -2 -1; calm 2 -7; peaceful
4 -8; quiet 1 -8; gentle 4 -7; soft 2 -6; soothing 3 -8; relaxing 3 -7; relaxed 3 -6; sleepy 1 -9;
mellow 2 -5; chill 2 -5; dreamy 2 -5; serene 4 -8; tender 3 -6; delicate 2 -6; intimate 1 -6; slow 0
-6; cozy 4 -5; cosy 4 -5; meditative 2 -8; floating 2 -6; lullaby 3 -8; minimal 0 -5; sparse 0 -6;
lazy 2 -6; lonesome -5 -4; energetic 4 8; fast 1 8; driving 0 7; powerful 0 7; epic 1 7; intense -2
8; hard -2 6; heavy -4 6; loud 0 8; wild 2 8; frantic -1 9; hyper 5 9; pumping 3 8; motivational 5
6; inspiring 5 4; workout 3 8; running 2 7; dramatic -2 5; majestic 3 5; anthemic 5 6; groovy 4 4;
funky 4 5; bouncy 6 6; quick 3 6; rebellious -2 7; battle -3 8; storm -4 6; adventurous 4 6;
adventure 4 6; brave 3 4; euphoric 8 8; magical 4 0; ethereal 1 -5; sensual 1 -3; smooth 2 -3
"""

MOODS = {
    word: (int(glad) / 10, int(lively) / 10)
    for word, glad, lively in (entry.split() for entry in _TABLE.replace("\n", " ").split(";"))
}


def mood_of(text: str) -> tuple[float, float]:
    """Return how glad and how lively a text sounds, each from -1 to 1; "not sad" turns the word round."""
    found = [
        (glad * turn, lively * turn)
        for negation, word in re.findall(r"(\bnot?\s+(?:too\s+|so\s+)?)?\b([\w-]+)", text.lower())
        for turn in [-0.5 if negation else 1.0]
        for glad, lively in [MOODS.get(word, (None, None))]
        if glad is not None and lively is not None
    ]
    if not found:
        return 0.0, 0.0
    strength = 1 / len(found) ** 0.5
    glads, livelies = zip(*found, strict=True)
    return (_held(sum(glads) * strength), _held(sum(livelies) * strength))


def _held(value: float) -> float:
    return min(max(value, -1.0), 1.0)

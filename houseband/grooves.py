"""Rhythms as people write them on a napkin: one sign for each sixteenth of a bar.

Drums: `X` accent, `x` hit, `o` soft, `g` ghost, `?` perhaps. Bass: `r` root, `5` fifth, `8` octave,
`3` third, `a` a step towards the next root, a capital for an accent. Chords: `x` all notes, a digit one
voice counted from below. Everywhere `-` holds on and `.` rests. Bars of three beats read the first twelve.
"""

from dataclasses import dataclass

__all__ = ["BASS_LINES", "COMPS", "FILLS", "GROOVES", "Groove"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Groove:
    """How the drums go when there is little, and when everybody plays."""

    light: dict[str, str]
    full: dict[str, str]


GROOVES = {
    "pop": Groove(
        light={"kick": "X.......x.x.....", "snare": "....X.......X...", "hat": "x.o.x.o.x.o.x.o."},
        full={
            "kick": "X.....x.x.x...?.",
            "snare": "....X.......X...",
            "hat": "x.o.x.o.x.o.x.o.",
            "shaker": "ogogogogogogogog",
            "clap": "....x.......x...",
        },
    ),
    "dance pop": Groove(
        light={"kick": "X...x...X...x...", "clap": "....x.......x...", "hat": "..o...o...o...o."},
        full={
            "kick": "X...X...X...X...",
            "snare": "....X.......X...",
            "clap": "....x.......x...",
            "open hat": "..x...x...x...x.",
            "shaker": "g.ogg.ogg.ogg.og",
        },
    ),
    "ballad": Groove(
        light={"kick": "X.........x.....", "rim": "........x.......", "hat": "o...o...o...o..."},
        full={
            "kick": "X.....x...x.....",
            "snare": "........X.......",
            "hat": "x.o.x.o.x.o.x.o.",
            "tambourine": "....o.......o...",
        },
    ),
    "brush ballad": Groove(
        light={"brush": "o...x...o...x...", "kick": "o.........o....."},
        full={"brush": "o.g.x.g.o.g.x.g.", "kick": "x.......x.o.....", "ride": "x...o.o.x...o.o."},
    ),
    "rock": Groove(
        light={"kick": "X.......x.x.....", "snare": "....X.......X...", "hat": "X.x.x.x.X.x.x.x."},
        full={
            "kick": "X.x...x.x.X...?.",
            "snare": "....X.......X.g.",
            "open hat": "x...x...x...x...",
            "ride": "..o...o...o...o.",
        },
    ),
    "driving rock": Groove(
        light={"kick": "X...x...X...x...", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."},
        full={
            "kick": "X.x.x.x.X.x.x.x.",
            "snare": "....X.......X..g",
            "ride": "X...x...X...x...",
            "tambourine": "..o...o...o...o.",
        },
    ),
    "half time": Groove(
        light={"kick": "X.........x.....", "snare": "........X.......", "hat": "x...o...x...o..."},
        full={
            "kick": "X.....x...x..?..",
            "snare": "........X......g",
            "open hat": "x...x...x...x...",
        },
    ),
    "stomp": Groove(
        light={"boom": "X.......X.......", "clap": "....o.......o..."},
        full={
            "kick": "X..x....X..x....",
            "clap": "....X.......X...",
            "tambourine": "x.o.x.o.x.o.x.o.",
            "shaker": "..g...g...g...g.",
        },
    ),
    "train": Groove(
        light={"brush": "o.g.x.g.o.g.x.g.", "kick": "x.......x......."},
        full={
            "brush": "oggoxggooggoxggo",
            "kick": "X.......x.......",
            "tambourine": "....x.......x...",
        },
    ),
    "swing ride": Groove(
        light={"ride": "x...x.o.x...x.o.", "hat": "....x.......x...", "kick": "o.......o......."},
        full={
            "ride": "X...x.o.X...x.x.",
            "hat": "....x.......x...",
            "kick": "o.....?.o...?...",
            "snare": "...g..?..?g.....",
        },
    ),
    "swing brushes": Groove(
        light={"brush": "o...x.g.o...x.g.", "hat": "....o.......o..."},
        full={
            "brush": "x.g.X.g.x.g.X.gg",
            "ride": "x...o.o.x...o.o.",
            "kick": "o.....o.o.......",
        },
    ),
    "bossa": Groove(
        light={"rim": "x..x..x...x..x..", "kick": "x..ox..ox..ox..o", "shaker": "ogogogogogogogog"},
        full={
            "rim": "X..x..x...x..x..",
            "kick": "x..xx..xx..xx..x",
            "hat": "x.o.x.o.x.o.x.o.",
            "shaker": "ogxgogxgogxgogxg",
        },
    ),
    "samba light": Groove(
        light={"shaker": "xgoxxgoxxgoxxgox", "conga": "..x...xx..x...xx"},
        full={
            "kick": "x..ox..ox..ox..o",
            "shaker": "xgoxxgoxxgoxxgox",
            "conga": "..x..oxx..x..oxx",
            "rim": "x.x..x.x.x..x.x.",
        },
    ),
    "shuffle": Groove(
        light={"kick": "X.......x.......", "snare": "....X.......X...", "hat": "x.o.x.o.x.o.x.o."},
        full={
            "kick": "X.....x.X.....x.",
            "snare": "....X..g....X..g",
            "ride": "x.o.x.o.x.o.x.o.",
        },
    ),
    "soul": Groove(
        light={"kick": "X......x..x.....", "rim": "....x.......x...", "hat": "x.o.x.o.x.o.x.oo"},
        full={
            "kick": "X..x...x..X....?",
            "snare": "....X..g.g..X...",
            "hat": "x.ogx.ogx.ogx.og",
            "tambourine": "....x.......x...",
        },
    ),
    "funk": Groove(
        light={"kick": "X..x......x.....", "snare": "....X..g.g..X...", "hat": "xoxoxoxoxoxoxoxo"},
        full={
            "kick": "X..x..x...x..x..",
            "snare": "....X..g.g.gX..g",
            "hat": "xoxoxox.xoxoxoxo",
            "open hat": ".......x........",
            "conga": "..o..x.o..o..xoo",
        },
    ),
    "disco": Groove(
        light={"kick": "X...X...X...X...", "hat": "x.x.x.x.x.x.x.x."},
        full={
            "kick": "X...X...X...X...",
            "snare": "....X.......X...",
            "open hat": "..x...x...x...x.",
            "tambourine": "x.ogx.ogx.ogx.og",
            "clap": "....x.......x...",
        },
    ),
    "boom bap": Groove(
        light={"kick": "X......x..x.....", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."},
        full={
            "kick": "X..x...x..x..x..",
            "snare": "....X..g....X...",
            "hat": "x.x.x.xox.x.x.xo",
            "open hat": "..............?.",
        },
    ),
    "trap": Groove(
        light={"kick": "X.....x.........", "clap": "........X.......", "hat": "x.x.x.x.x.x.x.x."},
        full={
            "kick": "X.....x...x..x..",
            "clap": "........X.......",
            "snare": "........x......g",
            "hat": "x.x.xxx.x.x.xoxo",
            "open hat": "......?.........",
        },
    ),
    "lo-fi": Groove(
        light={"kick": "X......x..x.....", "snap": "....x.......x...", "hat": "o.g.o.g.o.g.o.g."},
        full={
            "kick": "X..?...x..x.....",
            "snare": "....x.......x..g",
            "hat": "x.o.x.o.x.o.x.oo",
            "shaker": "..g...g...g...g.",
        },
    ),
    "lo-fi halftime": Groove(
        light={"kick": "X.........o.....", "rim": "........x.......", "shaker": "g.o.g.o.g.o.g.o."},
        full={
            "kick": "X.....o...x...?.",
            "rim": "....o...x....o..",
            "snare": "........x.......",
            "hat": "o.o.o.oog.o.o.o.",
        },
    ),
    "house": Groove(
        light={"kick": "X...X...X...X...", "shaker": "ogxgogxgogxgogxg"},
        full={
            "kick": "X...X...X...X...",
            "clap": "....X.......X...",
            "open hat": "..x...x...x...x.",
            "hat": "x.ogx.ogx.ogx.og",
            "shaker": "ogogogogogogogog",
        },
    ),
    "deep house": Groove(
        light={"kick": "X...X...X...X...", "hat": "..o...o...o...o."},
        full={
            "kick": "X...X...X...X...",
            "snap": "....X.......X...",
            "open hat": "..o...x...o...x.",
            "rim": "...x..x....x..x.",
            "conga": "..o..o.x..o..o.x",
        },
    ),
    "breakbeat": Groove(
        light={"kick": "X.........x.....", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."},
        full={
            "kick": "X.x.......xx....",
            "snare": "....X..g.g..X..g",
            "ride": "x.x.x.x.x.x.x.x.",
            "shaker": "ogogogogogogogog",
        },
    ),
    "two step": Groove(
        light={
            "kick": "X.........x.....",
            "snare": "....X.......X...",
            "shaker": "o.o.o.o.o.o.o.o.",
        },
        full={
            "kick": "X.....x...x.....",
            "snare": "....X..g.g..X..g",
            "hat": "xoxoxoxoxoxoxoxo",
            "open hat": "..........x.....",
        },
    ),
    "synthwave": Groove(
        light={"kick": "X...X...X...X...", "hat": "x.o.x.o.x.o.x.o."},
        full={
            "kick": "X...X...X...X...",
            "snare": "....X.......X...",
            "hat": "xoxoxoxoxoxoxoxo",
            "open hat": "..............x.",
        },
    ),
    "outrun": Groove(
        light={"kick": "X.......X.......", "snare": "....X.......X..."},
        full={
            "kick": "X.....x.X.....x.",
            "snare": "....X.......X...",
            "hat": "x.o.x.o.x.o.x.o.",
            "tambourine": "..o...o...o...o.",
        },
    ),
    "drift": Groove(
        light={"shaker": "g...............", "boom": "o..............."},
        full={"boom": "x.......o.......", "shaker": "g...g...g...g...", "rim": "......o........."},
    ),
    "tide": Groove(
        light={"kick": "o..............."},
        full={"kick": "x.........o.....", "snap": "........o.......", "shaker": "g.g.g.g.g.g.g.g."},
    ),
    "march": Groove(
        light={"boom": "x.......o......."},
        full={
            "boom": "X.....x.X.......",
            "snare": "x.gxx.gxx.gxxogg",
            "low tom": "..........x.x.x.",
        },
    ),
    "heartbeat": Groove(
        light={"boom": "x.o............."},
        full={
            "boom": "X.o...x.X.o.....",
            "low tom": "x..x..x.x..x..x.",
            "high tom": "......o.......oo",
            "shaker": "ogogogogogogogog",
        },
    ),
    "one drop": Groove(
        light={"hat": "..x...x...x...x.", "rim": "........x......."},
        full={
            "kick": "........X.......",
            "rim": "....o...x.....o.",
            "hat": "x.x.x.x.x.x.x.x.",
            "conga": "...o..x....o..xo",
        },
    ),
    "steppers": Groove(
        light={"kick": "x...x...x...x...", "hat": "..x...x...x...x."},
        full={
            "kick": "X...X...X...X...",
            "snare": "........X.......",
            "hat": "..x...x...x...x.",
            "shaker": "ogogogogogogogog",
        },
    ),
}

FILLS = (
    {"snare": "............x.xx"},
    {"snare": "..........x.xxXX"},
    {"high tom": "........xx......", "low tom": "..........xx....", "snare": "............xxXX"},
    {"snare": "............X..X", "kick": "..............x."},
    {"high tom": "............xx..", "low tom": "..............xX"},
    {"snare": "........x..x..X."},
)
"""What replaces the drums in the last bar before something new, from its first hit on."""

BASS_LINES = {
    "roots": "r---------------",
    "halves": "r-------r-------",
    "root fifth": "r-------5-------",
    "eighths": "r.r.r.r.r.r.r.r.",
    "driving": "R-r-r-r-R-r-r-a-",
    "pop push": "r-----r-r-----5-",
    "syncopated": "r--r--r-..r-8-5-",
    "walking": "w---w---w---w---",
    "octaves": "r.8.r.8.r.8.r.8.",
    "offbeat": "..r-..r-..r-..r-",
    "house roll": "..r-.r8-..r-.8r-",
    "funk": "R..r..8..r.5r.a.",
    "disco": "r.8.r.8.r.8.r.a.",
    "motown": "R-..r-3-5-..5-a-",
    "bossa": "r-----5-5-----r-",
    "latin": "r--5--8-r--5--a-",
    "boom bap": "R--.....r-r---5-",
    "808": "R-----------r---",
    "808 bounce": "R--.....R-....8-",
    "lazy": "r------.r-...5a-",
    "gallop": "r.rrr.rrr.rrr.rr",
    "sixteenths": "rrrrrrrrrrrrrrrr",
    "reggae": "R-..r-..5-r-....",
    "dub": "r---..5-8---....",
    "two feel": "r-------5-----a-",
    "shuffle": "r.r.3.3.5.5.6.5.",
    "drone": "r---------------",
}

COMPS = {
    "whole": "x---------------",
    "halves": "x-------x-------",
    "quarters": "x---x---x---x---",
    "eighths": "x-x-x-x-x-x-x-x-",
    "push": "x-----x---x-----",
    "pop stabs": "x--x--x-..x-..x-",
    "broken": "0-2-1-2-0-2-1-2-",
    "alberti": "0-2-1-2-3-2-1-2-",
    "rolled": "0-1-2-3-2-1-2-1-",
    "ballad": "0---1-2-3---2-1-",
    "strum": "x---x-x-.-x-x-x-",
    "campfire": "X---x-x-..x-X-x-",
    "folk pick": "0-2-1-3-0-2-1-3-",
    "travis": "0-3-1-2-0-3-1-2-",
    "chug": "X.x.x.x.X.x.x.x.",
    "power": "X-------X---x---",
    "rock push": "X-----X-..X-----",
    "charleston": "x-....x-........",
    "jazz comp": "....x-....x-..x-",
    "late comp": "..x-....x-....x-",
    "bossa": "x-..x-..x-...x-.",
    "offbeats": "..x-..x-..x-..x-",
    "skank": "....x.......x...",
    "house stabs": "..x-..x...x-..x.",
    "piano house": "x--x--x--x-x--x-",
    "funk scratch": "x..x..x.x..x.xx.",
    "disco": "..x.x.x...x.x.x.",
    "lo-fi": "x------...x---..",
    "lo-fi late": "..x-----...x----",
    "soul": "x---..x-x---..x-",
    "pulse": "x.x.x.x.x.x.x.x.",
    "swell": "x---------------",
    "ostinato": "0.1.2.1.0.1.2.1.",
    "up": "0.1.2.3.0.1.2.3.",
    "down": "3.2.1.0.3.2.1.0.",
    "up sixteenths": "0123012301230123",
    "zigzag": "0.2.1.3.2.0.3.1.",
    "drops": "3.......1...2...",
    "sparkle": "....3.....2...3.",
    "threes": "0..1..2..3..1.2.",
}

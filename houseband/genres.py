"""The genres the band plays: what tells them apart, as data.

In every list the order doesn't matter: a song shuffles it, the first take plays one entry, the second
another. Progressions are bars of roman numerals; a comma splits a bar.
"""

from dataclasses import dataclass
from typing import Any

from houseband.score import TICKS_PER_BEAT

__all__ = ["GENRES", "Genre"]

EIGHTHS, SIXTEENTHS = TICKS_PER_BEAT, TICKS_PER_BEAT // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Genre:
    """What makes a genre itself."""

    name: str
    words: dict[str, int]
    """What in a prompt speaks for it, and how strongly."""
    tempo: tuple[int, int]
    """Beats a minute, from its slow to its fast side."""
    minor_share: float
    """How often it is in minor when the mood doesn't say."""
    modes: tuple[str, str] = ("major", "minor")
    """Its way of being major, and of being minor."""
    swing: int = 50
    """Percent of a pair of notes that the first one takes: 50 is straight, 67 is triplets."""
    swung: int = EIGHTHS
    """Ticks in such a pair: `EIGHTHS` or `SIXTEENTHS`."""
    major: tuple[str, ...]
    minor: tuple[str, ...]
    grooves: tuple[str, ...]
    bass: tuple[str, ...]
    comps: tuple[str, ...]
    arps: tuple[str, ...] = ("up", "down", "zigzag")
    kits: tuple[str, ...]
    band: dict[str, tuple[str, ...]]
    """For each role what may play it; a role that isn't named isn't filled."""
    energy: float = 0.6
    """How loud and dense it is by nature, 0 to 1."""
    syncopation: float = 0.3
    """How readily the melody leaves the beat, 0 to 1."""
    room: str = "plate"
    ducked: float = 0.0
    """How far the kick pushes everything else down, 0 to 1."""
    titles: tuple[str, ...]
    """Names for songs whose prompt tells no story."""


def _genre(name: str, words: str, **facts: Any) -> Genre:  # noqa: ANN401  # checked by Genre itself
    weights = {}
    for entry in words.split(","):
        word, _, weight = entry.strip().partition(":")
        weights[word] = int(weight or 3)
    return Genre(name=name, words=weights, **facts)


_POP_MAJOR = (
    "I V vi IV",
    "vi IV I V",
    "I vi IV V",
    "IV I V vi",
    "I iii IV V",
    "IV V iii vi",
    "I IV ii V",
)
_POP_MINOR = (
    "i bVI bIII bVII",
    "i bVII bVI V",
    "bVI bVII i i",
    "i iv bVI V",
    "bVI bIII bVII i",
    "i bIII bVII iv",
)
_JAZZ_MAJOR = (
    "Imaj9 vi7 ii9 V13",
    "ii9 V13 Imaj9 VI7",
    "Imaj7 I7 IVmaj7 ivm6",
    "iii7 VI7 ii9 V13",
    "Imaj9 bIIImaj7 ii9 V7sus4",
    "IVmaj7 bVII9 Imaj9 VI7",
)
_JAZZ_MINOR = (
    "i9 iv9 iim7b5 V7",
    "iim7b5 V7 i9 i9",
    "i9 bVImaj7 iim7b5 V7",
    "iv9 bVII9 bIIImaj7 bVImaj7",
    "i9 bVII9 bVImaj7 V7",
)

_ALL = (
    _genre(
        "pop",
        "pop:3, catchy:1, radio:1, chart:2, boy band:3, girl group:3, k-pop:4, jingle:1, teen:1, "
        "anthem:1, singalong:1, indie pop:4, electropop:4, hyperpop:4",
        tempo=(98, 126), minor_share=0.25, major=_POP_MAJOR, minor=_POP_MINOR,
        grooves=("pop", "dance pop", "soul", "half time"),
        bass=("pop push", "eighths", "syncopated", "driving"),
        comps=("pop stabs", "push", "eighths", "quarters"), arps=("up", "zigzag", "sparkle", "threes"),
        kits=("studio", "modern"), room="plate", syncopation=0.4, energy=0.7, ducked=0.2,
        band={
            "bass": ("synth bass", "finger bass"),
            "chords": ("piano", "electric guitar", "electric piano", "acoustic guitar"),
            "pad": ("pad", "strings", "supersaw"), "arp": ("pluck", "muted guitar", "bells"),
            "lead": ("synth lead", "piano", "soft lead"), "counter": ("strings", "bells", "synth lead", "vibraphone"),
        },
        titles=("Say It Again", "Brighter Than Before", "Every Little Light", "On Our Way"),
    ),
    _genre(
        "ballad",
        "ballad:5, love song:3, piano ballad:5, tearjerker:4, slow dance:4, wedding:2, heartfelt:2, lullaby:4, "
        "piano:1, musical:1, torch song:4",
        tempo=(62, 80), minor_share=0.35,
        major=("I V vi IV", "Imaj7 iii7 IV ivm6", "I V,III7 vi IV", "vi IV I V", "IV I ii7 V7sus4", "I bVII IV I"),
        minor=("i bVI bIII bVII", "i bVII bVI V", "i v bVI iv", "bVI bVII i bIII", "i iv bVII bIII"),
        grooves=("ballad", "half time", "brush ballad"), bass=("halves", "roots", "two feel"),
        comps=("ballad", "rolled", "quarters", "broken"), arps=("drops", "up", "sparkle"),
        kits=("studio", "brushes"), room="hall", energy=0.5, syncopation=0.2,
        band={
            "bass": ("finger bass", "upright bass"), "chords": ("piano", "electric piano", "acoustic guitar"),
            "pad": ("strings", "pad", "choir"), "arp": ("harp", "bells", "muted guitar"),
            "lead": ("violin", "saxophone", "piano"), "counter": ("cello", "strings", "flute"),
        },
        titles=("Stay a While", "The Long Way Back", "What the Quiet Knows", "All I Meant to Say"),
    ),
    _genre(
        "rock",
        "rock:3, rock and roll:4, rock'n'roll:4, punk:4, grunge:4, garage:2, metal:4, heavy metal:5, indie rock:4, "
        "stadium:2, hard rock:5, guitar solo:2, riff:2, post-rock:3, emo:3",
        tempo=(112, 152), minor_share=0.4, modes=("mixolydian", "minor"),
        major=("I bVII IV I", "I V IV IV", "I IV bVII IV", "vi IV I V", "I iii IV V", "I I IV bVII", "IV I V V"),
        minor=("i bVII bVI bVII", "i bVI bVII i", "i bIII bVII IV", "i i bVI bVII", "i iv bVI V"),
        grooves=("rock", "driving rock", "half time"), bass=("driving", "eighths", "gallop", "pop push"),
        comps=("power", "rock push", "chug", "eighths"), arps=("pulse", "threes", "zigzag"),
        kits=("rock",), room="room", energy=0.85, syncopation=0.25,
        band={
            "bass": ("finger bass",), "chords": ("distorted guitar", "electric guitar"),
            "pad": ("organ", "strings"), "arp": ("muted guitar", "electric guitar"),
            "lead": ("electric guitar", "synth lead", "organ"), "counter": ("electric guitar", "piano", "harmonica"),
        },
        titles=("Loud Enough", "Burn the Map", "No Brakes", "Thunder on Loan"),
    ),
    _genre(
        "folk",
        "folk:4, acoustic:3, singer-songwriter:3, campfire:4, sea shanty:4, shanty:4, celtic:4, irish:3, bluegrass:4, "
        "country:4, americana:4, western:2, banjo:3, fiddle:3, ukulele:3, traditional:1, medieval:2, cowboy:3, "
        "acoustic guitar:2",
        tempo=(88, 118), minor_share=0.25, modes=("major", "dorian"),
        major=("I IV I V", "I V vi IV", "I vi IV V", "IV I V I", "I ii IV I", "I bVII IV I", "vi IV I V"),
        minor=("i bVII i bVII", "i bIII bVII IV", "i bVII bVI bVII", "i iv i v", "i IV bVII i"),
        grooves=("stomp", "train", "ballad"), bass=("root fifth", "two feel", "halves"),
        comps=("campfire", "strum", "folk pick", "travis"), arps=("rolled", "up", "folk pick"),
        kits=("brushes", "studio"), room="room", energy=0.5, syncopation=0.15,
        band={
            "bass": ("upright bass", "finger bass"), "chords": ("acoustic guitar",),
            "pad": ("strings", "organ"), "arp": ("harp", "muted guitar", "piano"),
            "lead": ("violin", "flute", "harmonica"), "counter": ("harmonica", "violin", "cello", "flute"),
        },
        titles=("Down by the Orchard", "A Road with No Name", "Salt and Cedar", "The Lantern Walk"),
    ),
    _genre(
        "jazz",
        "jazz:4, swing:3, big band:4, bebop:5, smoky:2, saxophone:1, sax:1, trumpet:1, speakeasy:4, noir:3, "
        "double bass:1, cocktail:2, dixieland:4, crooner:3, ragtime:3, walking bass:3",
        tempo=(100, 144), minor_share=0.35, modes=("major", "dorian"), swing=64,
        major=_JAZZ_MAJOR, minor=_JAZZ_MINOR,
        grooves=("swing ride", "swing brushes"), bass=("walking", "two feel"),
        comps=("charleston", "jazz comp", "late comp"), arps=("drops", "sparkle"),
        kits=("jazz", "brushes"), room="club", energy=0.55, syncopation=0.6,
        band={
            "bass": ("upright bass",), "chords": ("piano", "electric piano", "electric guitar"),
            "lead": ("saxophone", "trumpet", "clarinet"), "counter": ("vibraphone", "trumpet", "piano", "clarinet"),
        },
        titles=("Blue Umbrella", "Late Again", "Corner Table", "The Understudy"),
    ),
    _genre(
        "bossa nova",
        "bossa:5, bossa nova:6, samba:5, latin:3, brazilian:4, tropical:2, salsa:4, beach:1, rumba:4, cumbia:4, "
        "mambo:4, tango:3, reggaeton:3",
        tempo=(112, 138), minor_share=0.3, modes=("major", "dorian"), major=_JAZZ_MAJOR, minor=_JAZZ_MINOR,
        grooves=("bossa", "samba light"), bass=("bossa", "latin"), comps=("bossa", "late comp", "offbeats"),
        arps=("sparkle", "zigzag"), kits=("brushes", "studio"), room="club", energy=0.5, syncopation=0.65,
        band={
            "bass": ("upright bass", "finger bass"), "chords": ("acoustic guitar", "electric piano"),
            "pad": ("strings", "glass pad"), "arp": ("marimba", "muted guitar"),
            "lead": ("flute", "saxophone", "vibraphone"), "counter": ("vibraphone", "flute", "trumpet"),
        },
        titles=("Half a Lime", "Terrace in June", "Slow Tide", "Paper Parasol"),
    ),
    _genre(
        "blues",
        "blues:5, delta:3, bluesy:4, 12 bar:4, twelve bar:4, boogie:4, juke joint:4",
        tempo=(74, 112), minor_share=0.15, modes=("mixolydian", "dorian"), swing=66,
        major=("I7 IV7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 V7", "I7 I7 IV7 I7", "I7 IV7 I7 V7", "IV7 I7 V7 I7"),
        minor=("i7 iv7 i7 V7", "i7 i7 iv7 i7", "i7 bVI7 V7 i7", "iv7 i7 V7 i7"),
        grooves=("shuffle", "swing ride"), bass=("shuffle", "walking"), comps=("charleston", "push", "quarters"),
        arps=("threes",), kits=("studio", "brushes"), room="club", energy=0.6, syncopation=0.45,
        band={
            "bass": ("finger bass", "upright bass"), "chords": ("electric guitar", "piano", "organ"),
            "lead": ("harmonica", "electric guitar", "saxophone"), "counter": ("electric guitar", "harmonica", "piano"),
            "pad": ("organ",),
        },
        titles=("Rent Is Due", "Bad Weather Friend", "Midnight Bus", "Empty Pockets Blues"),
    ),
    _genre(
        "soul",
        "soul:4, r&b:4, rnb:4, neo-soul:5, motown:5, gospel:4, smooth:1, groovy soul:5, slow jam:4, doo-wop:4",
        tempo=(78, 104), minor_share=0.35, modes=("major", "dorian"), swing=56, swung=SIXTEENTHS,
        major=("Imaj9 iii7 IVmaj7 V7sus4", "IVmaj7 iii7 vi9 Imaj9", "ii9 V13 Imaj9 vi9", "I vi IV V",
               "vi9 ii9 IVmaj7 III7", "Imaj7 V7sus4 vi7 IVmaj7"),
        minor=("i9 iv9 bVII9 bIIImaj7", "i9 bVImaj7 bVII9 v7", "bVImaj7 v7 i9 i9", "iv9 v7 i9 bVImaj7"),
        grooves=("soul", "boom bap", "ballad"), bass=("motown", "syncopated", "pop push"),
        comps=("soul", "push", "late comp"), arps=("sparkle", "threes"), kits=("studio", "lo-fi"),
        room="plate", energy=0.55, syncopation=0.6,
        band={
            "bass": ("finger bass", "sub bass"), "chords": ("electric piano", "organ", "piano"),
            "pad": ("strings", "pad", "choir"), "arp": ("muted guitar", "vibraphone"),
            "lead": ("saxophone", "soft lead", "trumpet"), "counter": ("horns", "muted guitar", "vibraphone"),
        },
        titles=("Honey on the Line", "Take Your Time", "Sunday Side", "Velvet Hours"),
    ),
    _genre(
        "funk",
        "funk:5, funky:4, disco:5, groove:2, boogie nights:4, nu-disco:5, slap bass:4, 70s:2, roller:2",
        tempo=(104, 122), minor_share=0.55, modes=("mixolydian", "dorian"), swing=53, swung=SIXTEENTHS,
        major=("I7 I7 IV7 IV7", "ii9 V13 ii9 V13", "IVmaj7 iii7 ii9 Imaj9", "I9 I9 bVII9 IV9", "vi9 ii9 V13 Imaj9"),
        minor=("i9 i9 IV9 IV9", "i9 bVII9 i9 IV9", "i7 bIIImaj7 bVII9 IV9", "bVImaj7 bVII9 i9 i9", "iv9 bVII9 bIIImaj7 V7"),
        grooves=("funk", "disco"), bass=("funk", "disco", "syncopated"),
        comps=("funk scratch", "disco", "offbeats"), arps=("threes", "zigzag"), kits=("studio", "modern"),
        room="room", energy=0.75, syncopation=0.7,
        band={
            "bass": ("finger bass", "synth bass"), "chords": ("electric guitar", "electric piano"),
            "pad": ("strings", "organ"), "arp": ("muted guitar", "stabs"),
            "lead": ("saxophone", "synth lead", "trumpet"), "counter": ("horns", "strings"),
        },
        titles=("Shoes On", "Second Floor", "Keep It Rolling", "Mirrorball Logic"),
    ),
    _genre(
        "hip-hop",
        "hip-hop:5, hip hop:5, hiphop:5, rap:4, trap:5, boom bap:6, drill:4, 808:2, freestyle:2, beats:1, gangsta:3, "
        "phonk:4",
        tempo=(82, 98), minor_share=0.8, modes=("major", "minor"), swing=56, swung=SIXTEENTHS,
        major=("I IV I V", "vi7 IVmaj7 Imaj7 V", "Imaj7 vi7 Imaj7 vi7", "IVmaj7 IVmaj7 iii7 vi7"),
        minor=("i i bVI bVI", "i bVI i v", "i iv i V", "bVI bVII i i", "i bIII bVII bVI", "i i iv V"),
        grooves=("boom bap", "trap", "lo-fi"), bass=("boom bap", "808", "808 bounce"),
        comps=("lo-fi", "whole", "ostinato", "late comp"), arps=("ostinato", "drops", "threes"),
        kits=("boom", "lo-fi"), room="room", energy=0.65, syncopation=0.65,
        band={
            "bass": ("sub bass",), "chords": ("electric piano", "piano", "vibraphone"),
            "pad": ("strings", "choir", "pad"), "arp": ("bells", "pluck", "muted guitar"),
            "lead": ("soft lead", "flute", "bells"), "counter": ("horns", "bells", "strings"),
        },
        titles=("Block by Block", "Ledger", "Twelve Floors Up", "Cold Sidewalk"),
    ),
    _genre(
        "lo-fi",
        "lo-fi:7, lofi:7, lo fi:7, chillhop:6, study:3, chill:2, homework:2, rainy:2, coffee:2, cozy:2, cosy:2, "
        "sleepy:2, vinyl:3, relaxing:1, bedroom:2, beats to:3, chill beats:5",
        tempo=(70, 86), minor_share=0.5, modes=("major", "dorian"), swing=58, swung=SIXTEENTHS,
        major=("Imaj9 vi9 ii9 V13", "IVmaj7 iii7 ii9 Imaj9", "ii9 V13 Imaj9 VI7", "IVmaj7 ivm6 iii7 vi9",
               "Imaj9 iii7 IVmaj7 ivm6", "vi9 ii9 V13 Imaj9"),
        minor=("i9 iv9 bVII9 bIIImaj7", "i9 bVImaj7 iv9 V7", "bVImaj7 v7 i9 i9", "iv9 bVII9 i9 bVImaj7", "i9 v7 bVImaj7 iv9"),
        grooves=("lo-fi", "lo-fi halftime", "boom bap"), bass=("lazy", "boom bap", "halves"),
        comps=("lo-fi", "lo-fi late", "push"), arps=("drops", "sparkle", "threes"), kits=("lo-fi",),
        room="room", energy=0.4, syncopation=0.55, ducked=0.35,
        band={
            "bass": ("upright bass", "sub bass"), "chords": ("electric piano", "piano", "electric guitar"),
            "pad": ("pad", "glass pad"), "arp": ("muted guitar", "bells", "vibraphone"),
            "lead": ("vibraphone", "soft lead", "electric guitar", "flute"), "counter": ("bells", "muted guitar", "flute"),
        },
        titles=("Rain on the Window", "Third Cup", "Desk Lamp", "Slow Elevator", "Page Forty"),
    ),
    _genre(
        "house",
        "house:4, deep house:6, edm:5, electronic:3, dance:3, techno:5, club:3, trance:5, rave:5, party:1, festival:2, "
        "disco house:5, electro:3, dj:2, big room:4, workout:2, eurodance:5, idm:3, garage house:4, future bass:4",
        tempo=(120, 128), minor_share=0.6,
        major=("vi IV I V", "IVmaj7 V vi7 I", "I V vi IV", "IV vi V V", "vi7 iii7 IVmaj7 Imaj7"),
        minor=("i bVI bIII bVII", "i7 i7 bVImaj7 bVII", "i9 iv9 v7 bVImaj7", "bVI bVII i v", "i bIII bVII IV"),
        grooves=("house", "deep house", "disco"), bass=("offbeat", "house roll", "octaves", "syncopated"),
        comps=("house stabs", "piano house", "offbeats", "pop stabs"),
        arps=("up sixteenths", "zigzag", "threes", "pulse"), kits=("club",), room="plate",
        energy=0.8, syncopation=0.5, ducked=0.6,
        band={
            "bass": ("synth bass", "sub bass"), "chords": ("stabs", "piano", "organ", "supersaw"),
            "pad": ("pad", "supersaw", "strings"), "arp": ("pluck", "synth lead", "marimba"),
            "lead": ("synth lead", "soft lead", "pluck"), "counter": ("pluck", "bells", "stabs"),
        },
        titles=("Lights Stay Up", "Four in the Morning", "Warehouse Sky", "Pulse Theory"),
    ),
    _genre(
        "drum and bass",
        "drum and bass:7, drum & bass:7, drum'n'bass:7, dnb:7, d&b:7, jungle:4, breakbeat:5, liquid:3, breakcore:5, "
        "dubstep:4, uk garage:4",
        tempo=(168, 176), minor_share=0.8,
        major=("Imaj7 Imaj7 vi7 vi7", "IVmaj7 IVmaj7 vi7 V", "vi vi IV V"),
        minor=("i9 i9 bVImaj7 bVImaj7", "i bVI bIII bVII", "i i bVII bVI", "bVImaj7 bVImaj7 i9 v7"),
        grooves=("breakbeat", "two step"), bass=("808", "syncopated", "roots"), comps=("whole", "push", "offbeats"),
        arps=("up sixteenths", "zigzag", "threes"), kits=("club", "modern"), room="hall", energy=0.85, syncopation=0.5,
        ducked=0.3,
        band={
            "bass": ("sub bass", "synth bass"), "chords": ("electric piano", "stabs", "piano"),
            "pad": ("pad", "strings", "choir"), "arp": ("pluck", "bells"),
            "lead": ("soft lead", "synth lead"), "counter": ("bells", "strings"),
        },
        titles=("Undertow", "Signal Loss", "Fast Water", "Northbound Carriage"),
    ),
    _genre(
        "synthwave",
        "synthwave:7, retrowave:7, outrun:6, 80s:3, 80's:3, eighties:3, neon:3, vaporwave:5, arcade:3, synth-pop:5, "
        "synthpop:5, new wave:4, chiptune:4, 8-bit:4, cyberpunk:4, retro:2, darkwave:4, video game:2, miami:2",
        tempo=(92, 118), minor_share=0.7,
        major=("I V vi IV", "vi IV I V", "IV V vi I", "I iii vi IV", "IV I V vi"),
        minor=("i bVI bIII bVII", "i bVII bVI bVII", "bVI bVII i i", "i iv bVI bVII", "i bIII bVII bVI", "bVI i bVII v"),
        grooves=("synthwave", "outrun", "dance pop"), bass=("sixteenths", "octaves", "driving", "gallop"),
        comps=("whole", "pop stabs", "push"), arps=("up sixteenths", "zigzag", "threes", "up"),
        kits=("gated",), room="hall", energy=0.7, syncopation=0.35, ducked=0.4,
        band={
            "bass": ("synth bass",), "chords": ("supersaw", "stabs", "electric piano"),
            "pad": ("pad", "glass pad", "supersaw"), "arp": ("pluck", "bells", "muted guitar"),
            "lead": ("synth lead", "soft lead", "saxophone"), "counter": ("bells", "pluck", "electric guitar"),
        },
        titles=("Chrome Horizon", "Night Drive Home", "Last Arcade", "Electric Coastline"),
    ),
    _genre(
        "ambient",
        "ambient:6, meditation:5, drone:4, soundscape:5, sleep:4, yoga:4, spa:4, ethereal:3, floating:2, space:2, "
        "new age:5, underwater:3, dreamy:1, zen:4, background:1, nature:1, dreamscape:4, peaceful:1",
        tempo=(60, 76), minor_share=0.35, modes=("lydian", "dorian"),
        major=("Imaj9 Imaj9 IVmaj7 IVmaj7", "Imaj7 iii7 vi9 IVmaj7", "IVmaj9 Imaj9 vi9 iii7", "Iadd9 II Iadd9 vi9",
               "vi9 IVmaj9 Imaj9 Vsus4"),
        minor=("i9 i9 bVImaj7 bVImaj7", "i9 iv9 bVImaj7 v7", "imadd9 bVII bVImaj7 bVII", "bVImaj9 i9 bVII iv9"),
        grooves=("drift", "tide"), bass=("drone", "roots"), comps=("whole", "drops", "ballad"),
        arps=("drops", "sparkle", "up", "threes"), kits=("lo-fi",), room="cathedral", energy=0.3, syncopation=0.2,
        band={
            "bass": ("sub bass", "low strings"), "chords": ("electric piano", "piano", "harp"),
            "pad": ("pad", "glass pad", "choir"), "arp": ("bells", "harp", "vibraphone"),
            "lead": ("soft lead", "flute", "piano"), "counter": ("bells", "cello", "glass pad"),
        },
        titles=("Slow Light", "Below the Surface", "First Snow", "Still Water"),
    ),
    _genre(
        "cinematic",
        "cinematic:5, orchestral:6, orchestra:5, epic:3, film:3, movie:3, soundtrack:3, score:2, trailer:5, symphonic:5, "
        "symphony:5, classical:4, fantasy:3, heroic:3, adventure:2, battle:3, choir:1, strings:1, hero:1, waltz:2, "
        "string quartet:4, pirate:2, viking:3, baroque:4",
        tempo=(84, 116), minor_share=0.65,
        major=("I V vi IV", "I bVII IV I", "I iii IV V", "vi IV I V", "I bVI bVII I", "IV I ii7 V"),
        minor=("i bVI bIII bVII", "i bVII bVI V", "i iv bVI V", "i bIII bVII iv", "bVI bVII i i", "i v bVI iv"),
        grooves=("march", "heartbeat"), bass=("halves", "eighths", "roots"),
        comps=("ostinato", "eighths", "alberti", "pulse"), arps=("ostinato", "rolled", "up", "pulse"),
        kits=("orchestra",), room="hall", energy=0.7, syncopation=0.1,
        band={
            "bass": ("low strings",), "chords": ("strings", "piano"), "pad": ("choir", "strings", "horns"),
            "arp": ("strings", "harp", "piano"), "lead": ("horns", "violin", "trumpet", "flute"),
            "counter": ("horns", "cello", "flute", "bells"),
        },
        titles=("The Far Shore", "Ember Crown", "Before the Gates", "A Thousand Banners"),
    ),
    _genre(
        "reggae",
        "reggae:6, dub:4, ska:4, jamaican:4, rasta:4, dancehall:4, island:2, one drop:5",
        tempo=(72, 88), minor_share=0.3, modes=("major", "dorian"), swing=57, swung=SIXTEENTHS,
        major=("I IV I V", "I V vi IV", "I ii IV I", "I vi ii V", "IV I V I"),
        minor=("i iv i v", "i bVII i bVII", "i bVII bVI bVII", "i7 iv7 i7 v7"),
        grooves=("one drop", "steppers"), bass=("reggae", "dub"), comps=("skank", "offbeats"),
        arps=("threes", "zigzag"), kits=("studio",), room="plate", energy=0.55, syncopation=0.5,
        band={
            "bass": ("finger bass", "sub bass"), "chords": ("organ", "electric guitar", "piano"),
            "pad": ("organ",), "arp": ("muted guitar", "marimba"),
            "lead": ("saxophone", "soft lead", "trumpet"), "counter": ("horns", "harmonica"),
        },
        titles=("Porch Weather", "Easy Does", "Harbour Sun", "No Hurry Now"),
    ),
)  # fmt: skip

GENRES = {genre.name: genre for genre in _ALL}

"""What is played: ten prompts that lie far apart in genre, mood, words and length."""

from dataclasses import dataclass

from houseband.order import Order

__all__ = ["PROGRAMME", "Piece"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One prompt, and what it asks for in figures."""

    name: str
    order: Order
    seconds: float
    """How long it is to be."""
    tempo: int | None = None
    """Beats a minute, if the prompt says so."""

    @property
    def slug(self) -> str:
        """The name of its folder."""
        return self.name.replace(" ", "-")


_LYRICS = """[Verse]
The kitchen light is burning low
Your coat still hangs beside the door
[Chorus]
Goodbye is such a little word
It never was so loud before
[Verse]
I wrote your number in the sand
The tide has read it out to sea
[Chorus]
Goodbye is such a little word
It took the better half of me"""

PROGRAMME = (
    Piece(
        name="pop",
        seconds=60,
        order=Order(operation="song", prompt="a cheerful pop song about friendship, 60 s", seed=11),
    ),
    Piece(
        name="rock",
        seconds=90,
        order=Order(operation="song", prompt="angry rock anthem against Mondays", seed=12),
    ),
    Piece(
        name="lo-fi",
        seconds=90,
        tempo=82,
        order=Order(
            operation="music",
            prompt="lo-fi jazz with saxophone for a rainy night, 82 bpm, in Eb major, 90 s",
            seed=13,
        ),
    ),
    Piece(
        name="jazz",
        seconds=75,
        order=Order(operation="music", prompt="smoky late night jazz trio, 75 s", seed=14),
    ),
    Piece(
        name="ballad",
        seconds=120,
        order=Order(
            operation="song", prompt="a sad piano ballad, 2 minutes", lyrics=_LYRICS, seed=15
        ),
    ),
    Piece(
        name="folk",
        seconds=60,
        order=Order(
            operation="song", prompt="gentle folk with acoustic guitar and flute, 60 s", seed=16
        ),
    ),
    Piece(
        name="cinematic",
        seconds=90,
        order=Order(
            operation="music", prompt="epic cinematic battle, orchestra in D minor, 90 s", seed=17
        ),
    ),
    Piece(
        name="house",
        seconds=60,
        tempo=126,
        order=Order(
            operation="music", prompt="uplifting house at 126 bpm in A minor, 60 s", seed=18
        ),
    ),
    Piece(
        name="ambient",
        seconds=180,
        order=Order(operation="music", prompt="calm ambient for sleeping, 3 minutes", seed=19),
    ),
    Piece(
        name="reggae",
        seconds=20,
        order=Order(
            operation="song", prompt="happy reggae jingle for a lemonade stand, 20 s", seed=20
        ),
    ),
)

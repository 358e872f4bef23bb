"""From what people write to what the band should play."""

from dataclasses import dataclass

from houseband.casting import casting_in
from houseband.dice import Dice
from houseband.genre_words import genre_weights
from houseband.genres import GENRES, Genre
from houseband.lyrics import Stanza, stanzas_from
from houseband.metre import METRES
from houseband.moods import mood_of
from houseband.order import Order
from houseband.sidecar import sidecar_of
from houseband.theory import Key
from houseband.titles import stock_title, title_from
from houseband.verses import lyrics_for
from houseband.wishes import Wishes, wishes_in

__all__ = ["Brief", "brief_for", "title_for"]

DEFAULT_SECONDS = 90.0
"""How long a song lasts whose length nobody asked for."""
SHORTEST_SECONDS, LONGEST_SECONDS = 10.0, 240.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What the band agreed on before the first note, the same for both takes."""

    title: str
    genre: str
    tempo: int
    """Beats a minute."""
    tempo_is_wish: bool
    """Whether the tempo was asked for; if not, it may bend a little to make the length come out."""
    key: Key
    metre: str
    """Its name in `METRES`."""
    seconds: float | None
    """How long the song shall be; None leaves it to the words."""
    valence: float
    """How glad, -1 to 1."""
    energy: float
    """How lively, 0 to 1."""
    brightness: float
    """How much light the sound has, -1 (muffled, deep) to 1 (brilliant, high)."""
    voice: bool
    """Whether a vocal-like lead plays the melody."""
    instruments: tuple[str, ...]
    without: frozenset[str]
    only: tuple[str, ...]
    """Instruments, and roles, beside which nobody plays; empty lets anybody."""
    stanzas: tuple[Stanza, ...]
    words_lead: bool
    """Whether the words are the person's own, so that the form follows them."""
    seed: int

    @property
    def beats_per_bar(self) -> int:
        """Quarters in a bar."""
        return METRES[self.metre].beats


def brief_for(order: Order) -> Brief:
    """Decide genre, tempo, key, length and players from prompt, style and words. Takes milliseconds.

    A song that is extended stays what it is. Raises `BadSource` when its take isn't ours.
    """
    if order.source is not None:
        return brief_for(sidecar_of(order.source).order)
    text = f"{order.prompt} {order.style or ''}"
    wishes = wishes_in(text)
    genre = GENRES[_genre_in(order)]
    casting = casting_in(text, genre.players)
    mood = mood_of(f"{text} {order.lyrics or ''}" if order.lyrics else text)
    dice = Dice(order.seed, "brief")
    title = title_for(order)
    own_words = stanzas_from(order.lyrics or "")
    wordless = bool(own_words) and not any(stanza.lines for stanza in own_words)
    voice = order.operation == "song" and not wordless and not casting.without & {"voice", "lead"}
    voice = voice and (bool(own_words) or not casting.only or "voice" in casting.only)
    return Brief(
        title=title,
        genre=genre.name,
        tempo=wishes.tempo or _tempo(genre, mood.lively, wishes.pace, dice),
        tempo_is_wish=wishes.tempo is not None,
        key=_key(genre, wishes, mood.glad, dice),
        metre=wishes.metre or "4/4",
        seconds=_seconds(wishes),
        valence=mood.glad,
        energy=min(max(genre.energy + 0.25 * mood.lively, 0.15), 1.0),
        brightness=mood.bright,
        voice=voice,
        instruments=casting.instruments,
        without=casting.without,
        only=casting.only,
        stanzas=(own_words or _words_for(order, title, mood.glad)) if voice else (),
        words_lead=voice and bool(own_words),
        seed=order.seed,
    )


def title_for(order: Order) -> str:
    """Name the song: the same for both takes, and the same whenever it is asked. Takes milliseconds.

    A song that is extended keeps its name. Raises `BadSource` when its take isn't ours.
    """
    if order.source is not None:
        return sidecar_of(order.source).score.title
    return title_from(order) or stock_title(_genre_in(order), order.seed)


def _genre_in(order: Order) -> str:
    """Weigh the words; style counts double, and where none speaks the mood decides."""
    asked, styled = genre_weights(order.prompt), genre_weights(order.style or "")
    weights = {name: asked[name] + 2 * styled[name] for name in GENRES}
    best = max(weights, key=lambda name: weights[name])
    return best if weights[best] > 0 else _genre_by_mood(order)


def _genre_by_mood(order: Order) -> str:
    mood = mood_of(order.prompt)
    if mood.lively < -0.45:
        return "ballad" if order.operation == "song" or mood.glad < -0.3 else "ambient"
    if mood.glad < -0.4:
        return "rock" if mood.lively > 0.3 else "ballad"
    return "pop"


def _tempo(genre: Genre, liveliness: float, pace: float, dice: Dice) -> int:
    """Place the tempo in the genre's range, by mood first and chance second.

    Who asks for slow or fast may get what lies a little outside.
    """
    slow, fast = genre.tempo
    place = 0.5 + 0.4 * liveliness + 0.2 * (dice.value() - 0.5)
    usual = slow + (fast - slow) * min(max(place + 0.5 * pace, 0.0), 1.0)
    return round(usual * (1.0 + 0.12 * pace))


def _key(genre: Genre, wishes: Wishes, valence: float, dice: Dice) -> Key:
    tonic = dice.between(0, 11)
    dark = dice.value() < genre.minor_share - 0.7 * valence
    mode = wishes.mode or genre.modes[dark]
    return Key(tonic=tonic if wishes.tonic is None else wishes.tonic, mode=mode)


def _seconds(wishes: Wishes) -> float | None:
    if wishes.seconds is None:
        return None
    return min(max(wishes.seconds, SHORTEST_SECONDS), LONGEST_SECONDS)


def _words_for(order: Order, title: str, valence: float) -> tuple[Stanza, ...]:
    """Write words where none were given, in the mood of the prompt."""
    mood = "glad" if valence > 0.15 else "sad" if valence < -0.15 else "calm"
    mood = "birthday" if "birthday" in order.prompt.lower() else mood
    return lyrics_for(title=title, mood=mood, seed=order.seed)

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from houseband.brief import Brief, brief_for, title_for
from houseband.genres import GENRES
from houseband.order import Order


def asked(
    prompt: str, *, style: str | None = None, lyrics: str | None = None, seed: int = 1
) -> Brief:
    return brief_for(Order(operation="song", prompt=prompt, style=style, lyrics=lyrics, seed=seed))


@pytest.mark.parametrize(
    ("prompt", "genre"),
    [
        ("a cheerful pop song about friendship", "pop"),
        ("catchy k-pop girl group anthem", "pop"),
        ("upbeat indie pop with guitars", "pop"),
        ("a song for my cat", "pop"),
        ("lo-fi jazz with saxophone", "lo-fi"),
        ("lofi hip hop beats to study to", "lo-fi"),
        ("chillhop for a rainy afternoon", "lo-fi"),
        ("smoky late night jazz with trumpet", "jazz"),
        ("swing big band", "jazz"),
        ("bebop at 200 bpm", "jazz"),
        ("deep house at 122 bpm", "house"),
        ("techno for a dark club", "techno"),
        ("uplifting trance", "techno"),
        ("EDM festival banger", "house"),
        ("ambient music for sleep", "ambient"),
        ("a meditation soundscape with bells", "ambient"),
        ("drone, very slow", "ambient"),
        ("rock anthem with distorted guitars", "rock"),
        ("punk song about homework", "rock"),
        ("heavy metal about dragons", "metal"),
        ("acoustic folk song about the sea", "folk"),
        ("a sea shanty", "folk"),
        ("country song about my truck", "country"),
        ("celtic tune with fiddle and flute", "folk"),
        ("epic orchestral battle music", "cinematic"),
        ("film score for a sad goodbye", "cinematic"),
        ("symphonic adventure", "cinematic"),
        ("boom bap hip hop", "hip-hop"),
        ("trap beat with 808s", "trap"),
        ("old school rap about lunch", "hip-hop"),
        ("synthwave night drive", "synthwave"),
        ("80s synth-pop", "synthwave"),
        ("retrowave outrun chase", "synthwave"),
        ("sad piano ballad", "ballad"),
        ("a lullaby for Tom", "ballad"),
        ("bossa nova on the beach", "bossa nova"),
        ("salsa party", "latin"),
        ("slow blues with harmonica", "blues"),
        ("neo-soul with rhodes", "soul"),
        ("motown love song", "soul"),
        ("funky disco groove", "funk"),
        ("liquid drum and bass", "drum and bass"),
        ("reggae about the sun", "reggae"),
        ("a calm and quiet song", "ballad"),
    ],
)
def test_words_decide_the_genre(prompt: str, genre: str) -> None:
    assert asked(prompt).genre == genre


def test_style_outweighs_the_prompt() -> None:
    assert asked("a rock song about rivers", style="bossa nova").genre == "bossa nova"


@pytest.mark.parametrize(
    ("prompt", "tempo"),
    [
        ("house at 124 bpm", 124),
        ("124BPM techno", 124),
        ("pop, tempo 97", 97),
        ("jazz, 999 bpm", 220),
        ("waltz at 60 beats per minute", 60),
    ],
)
def test_a_tempo_that_is_asked_for_is_obeyed(prompt: str, tempo: int) -> None:
    brief = asked(prompt)
    assert (brief.tempo, brief.tempo_is_wish) == (tempo, True)


def test_without_a_wish_the_tempo_stays_within_the_genre() -> None:
    for genre in GENRES.values():
        for seed in range(5):
            assert genre.tempo[0] <= asked(genre.name, seed=seed).tempo <= genre.tempo[1]


@pytest.mark.parametrize(
    ("prompt", "key"),
    [
        ("pop in D minor", "D minor"),
        ("rock in F# minor", "F# minor"),
        ("folk in the key of Bb major", "Bb major"),
        ("house in A flat minor", "G# minor"),
        ("ballad, E flat major", "Eb major"),
        ("jazz in Dm", "D minor"),
        ("song in G with piano", "G major"),
        ("funk in e dorian", "E dorian"),
        ("key of C", "C major"),
        ("a song in A minor about rain", "A minor"),
    ],
)
def test_a_key_that_is_asked_for_is_obeyed(prompt: str, key: str) -> None:
    assert asked(prompt).key.name == key


@pytest.mark.parametrize(
    "prompt", ["a pop song in a minor key", "in a minor mood", "something minor"]
)
def test_a_minor_key_is_any_minor_key(prompt: str) -> None:
    keys = {asked(prompt, seed=seed).key for seed in range(12)}
    assert len({key.tonic for key in keys}) > 3
    assert {key.mode for key in keys} == {"minor"}


def test_a_hurry_is_no_key() -> None:
    tonics = {asked("a pop song sung in a hurry", seed=seed).key.tonic for seed in range(12)}
    assert len(tonics) > 3


@pytest.mark.parametrize(
    ("prompt", "seconds"),
    [
        ("pop, 90 s", 90),
        ("pop, 45s", 45),
        ("2 minutes of jazz", 120),
        ("1:30 synthwave", 90),
        ("half a minute of rock", 30),
        ("a one minute jingle", 60),
        ("a 30-second jingle", 30),
        ("1 min 20 s of funk", 80),
        ("2.5 minutes", 150),
        ("3 s of pop", 10),
        ("20 minutes of ambient", 240),
        ("90s hip hop", None),
        ("a song for the 100 m sprint", None),
        ("80s synth pop", None),
        ("90s long hip hop", 90),
        ("pop at 10:30 pm", None),
        ("a cheerful pop song", None),
    ],
)
def test_a_length_that_is_asked_for_is_obeyed_and_decades_are_none(
    prompt: str, seconds: int | None
) -> None:
    assert asked(prompt).seconds == seconds


@pytest.mark.parametrize(
    ("prompt", "without"),
    [
        ("house, no drums", {"drums"}),
        ("folk without drums or bass", {"drums", "bass"}),
        ("drumless ambient", {"drums"}),
        ("jazz, no piano, no saxophone", {"piano", "saxophone"}),
        ("pop without vocals", {"voice"}),
        ("pop with drums", set()),
    ],
)
def test_what_is_not_wanted_is_left_out(prompt: str, without: set[str]) -> None:
    assert asked(prompt).without == without


@pytest.mark.parametrize(
    ("prompt", "instruments"),
    [
        ("lo-fi jazz with saxophone", ("saxophone",)),
        ("rock with electric guitar and organ", ("electric guitar", "organ")),
        ("no piano but violin", ("violin",)),
        ("pop", ()),
    ],
)
def test_instruments_that_are_asked_for_are_found(
    prompt: str, instruments: tuple[str, ...]
) -> None:
    assert asked(prompt).instruments == instruments


def test_moods_move_valence_and_energy() -> None:
    glad, sad = asked("a happy energetic pop song"), asked("a sad quiet pop song")
    assert glad.valence > 0.4 > -0.4 > sad.valence
    assert glad.energy > sad.energy + 0.2
    assert asked("a pop song that is not sad").valence > 0
    assert asked("a very sad pop song").valence < asked("a slightly sad pop song").valence


def test_moods_move_brightness() -> None:
    bright, dark = asked("bright sparkling pop"), asked("dark, warm, muffled pop")
    assert bright.brightness > 0.4 > -0.4 > dark.brightness
    assert asked("pop").brightness == 0


@pytest.mark.parametrize("word", ["traurig", "TRISTE", "悲しい", "melancólica", "mélancolique"])
def test_moods_are_understood_in_other_languages(word: str) -> None:
    assert asked(f"pop, {word}").valence < -0.4


def test_sad_songs_are_mostly_minor_and_glad_ones_major() -> None:
    sad = sum(asked("sad pop", seed=seed).key.is_minor for seed in range(40))
    glad = sum(asked("happy pop", seed=seed).key.is_minor for seed in range(40))
    assert sad > 25
    assert glad < 8


@pytest.mark.parametrize(
    ("prompt", "metre"),
    [
        ("a folk waltz", "3/4"),
        ("ein trauriger Walzer", "3/4"),
        ("folk", "4/4"),
        ("ballad in 6/8", "6/8"),
        ("rock in 7/8", "7/8"),
        ("jazz, 5/4 time", "5/4"),
        ("prog metal in 5/8", "5/8"),
        ("blues in 12/8", "6/8"),
        ("march in 2/4", "4/4"),
        ("prog rock in 13/8", "4/4"),
        ("prog in 7/4", "7/8"),
        ("a song about 3 cats, 4/4", "4/4"),
        ("for our party on 5/8/2026", "4/4"),
    ],
)
def test_a_metre_that_is_asked_for_is_counted_or_the_nearest_one(prompt: str, metre: str) -> None:
    assert asked(prompt).metre == metre


@pytest.mark.parametrize(
    ("prompt", "title"),
    [
        ("a cheerful pop song about friendship", "Friendship"),
        ("a song about the sea in G with piano", "The Sea"),
        ("a birthday song for Ana", "Happy Birthday, Ana"),
        ("lo-fi rain", "Rain"),
        ("rock song about my dog Rex, 124 bpm", "My Dog Rex"),
        ('a ballad called "Blue Moon Cafe"', "Blue Moon Cafe"),
        ("a song about endless summers", "Endless Summers"),
        ("a song about no regrets, no drums", "No Regrets"),
        ("a song about dancing with my father", "Dancing with My Father"),
        ("a song about the last train out of the city at night", "The Last Train Out"),
    ],
)
def test_titles_say_what_the_song_is_about(prompt: str, title: str) -> None:
    assert title_for(Order(operation="song", prompt=prompt, seed=1)) == title


def test_a_prompt_without_a_story_gets_a_title_of_its_genre() -> None:
    order = Order(operation="music", prompt="lo-fi jazz with saxophone", seed=4)
    assert title_for(order) in GENRES["lo-fi"].titles
    assert title_for(order) == title_for(order)


@pytest.mark.parametrize(
    "prompt", ["drumless jazz with violin", "pop no drums no pads no melody", "a piano song"]
)
def test_players_and_wishes_are_no_story(prompt: str) -> None:
    titles = {title for genre in GENRES.values() for title in genre.titles}
    assert title_for(Order(operation="song", prompt=prompt, seed=2)) in titles


def test_words_without_a_prompt_name_the_song() -> None:
    words = "[Verse]\nThrough every road we roam, together we are home"
    order = Order(operation="song", prompt="", lyrics=words, seed=1)
    assert title_for(order) == "Through Every Road We Roam"


def test_music_has_no_words_and_a_song_has() -> None:
    music = brief_for(Order(operation="music", prompt="pop about rain", seed=1))
    assert music.stanzas == ()
    assert not music.voice
    song = asked("pop about rain")
    assert "Rain" in song.stanzas[1].text


def test_a_song_whose_words_say_instrumental_is_played_without_a_voice() -> None:
    brief = asked("pop about rain", lyrics="[Instrumental]")
    assert not brief.voice
    assert brief.stanzas == ()
    assert brief.seconds is None


def test_a_long_list_of_the_unwanted_is_read_once() -> None:
    style = "without drums and " * 14_000  # as much as a body holds: minutes, if read from each
    assert "drums" in brief_for(Order(operation="music", prompt="pop", style=style, seed=1)).without


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.integers(0, 2**63))
def test_any_prompt_makes_a_brief(prompt: str, seed: int) -> None:
    brief = asked(prompt, seed=seed)
    assert brief.genre in GENRES
    assert brief.title
    assert brief.seconds is None or 10 <= brief.seconds <= 240

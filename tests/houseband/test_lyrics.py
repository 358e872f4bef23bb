import pytest

from houseband.lyrics import line_from, stanzas_from


@pytest.mark.parametrize(
    ("words", "syllables"),
    [
        ("home", ["home"]),
        ("together", ["to", "ge", "ther"]),
        ("every", ["e", "ve", "ry"]),
        ("table", ["tab", "le"]),
        ("loved", ["loved"]),
        ("wanted", ["wan", "ted"]),
        ("roses", ["ro", "ses"]),
        ("don't", ["don't"]),
        ("there's", ["there's"]),
        ("going", ["go", "ing"]),
        ("corazón", ["co", "ra", "zón"]),
        ("любовь", ["лю", "бовь"]),
        ("さくら", ["さ", "く", "ら"]),
        ("rhythm", ["rhythm"]),
        ("pst", ["pst"]),
    ],
)
def test_words_fall_into_syllables(words: str, syllables: list[str]) -> None:
    assert [syllable.text for syllable in line_from(words).syllables] == syllables


def test_small_words_are_weak_and_long_words_have_one_strong_syllable() -> None:
    line = line_from("the river and alone")
    assert [syllable.stressed for syllable in line.syllables] == [
        False,
        True,
        False,
        False,
        False,
        True,
    ]


def test_tags_make_sections() -> None:
    stanzas = stanzas_from(
        "[Verse 1]\none line\nanother\n[Chorus]\nsing\n(Bridge)\nover\n[Solo]\n[Outro] bye now"
    )
    assert [(stanza.kind, stanza.label, len(stanza.lines)) for stanza in stanzas] == [
        ("verse", "Verse 1", 2),
        ("chorus", "Chorus", 1),
        ("bridge", "Bridge", 1),
        ("solo", "Solo", 0),
        ("outro", "Outro", 1),
    ]


def test_blank_lines_make_sections_and_what_comes_back_is_the_chorus() -> None:
    stanzas = stanzas_from("first\nverse\n\nla la\n\nsecond\nverse\n\nla la")
    assert [stanza.kind for stanza in stanzas] == ["verse", "chorus", "verse", "chorus"]
    assert [stanza.label for stanza in stanzas] == ["Verse 1", "Chorus", "Verse 2", "Chorus"]


def test_a_line_too_long_for_one_breath_is_split_at_its_comma() -> None:
    line = "Through every winding road we ever roam, together we are always going home"
    (stanza,) = stanzas_from(line)
    assert [piece.text for piece in stanza.lines] == [
        "Through every winding road we ever roam,",
        "together we are always going home",
    ]


def test_the_instrumental_tag_has_no_words() -> None:
    assert all(not stanza.lines for stanza in stanzas_from("[Instrumental]"))


def test_nothing_makes_nothing() -> None:
    assert stanzas_from(" \n\n ") == ()

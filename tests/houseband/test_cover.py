"""Covers: what can be measured about them. Whether they are handsome, people say."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from houseband import cover
from houseband.covers.palettes import PALETTES
from houseband.covers.picture import Zone
from houseband.covers.title import Layout, font, readable
from houseband.dice import Dice
from houseband.genres import GENRES

SIZE = 192
DESIGNS = {design.__name__: design for designs, _ in cover._SUITABLE.values() for design in designs}
ZONES = [Zone(0.07, 0.065, 0.93, 0.35), Zone(0.06, 0.785, 0.94, 0.955)]
TITLES = [
    "Ana",
    "Brighter Than Before",
    "Ångström Çà et Là, Ñandú Şükür Žalgiris",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwe",
    "A cheerful song about friendship and the long road home through the rain " * 4,
    "x" * 3000,
    "g y j " * 200,
]


def draw(path: Path, *, title: str = "Ana", genre: str = "pop", seed: int = 7) -> bytes:
    cover.draw_cover(title=title, genre=genre, seed=seed, path=path, size=SIZE)
    return path.read_bytes()


def test_a_cover_is_a_square_webp_of_1024(tmp_path: Path) -> None:
    cover.draw_cover(title="Ana", genre="jazz", seed=1, path=tmp_path / "cover.webp")
    with Image.open(tmp_path / "cover.webp") as image:
        assert (image.format, image.size, image.mode) == ("WEBP", (1024, 1024), "RGB")
    assert [path.name for path in tmp_path.iterdir()] == ["cover.webp"]


@pytest.mark.parametrize("genre", ["pop", "hip-hop", "never heard of"])
def test_the_same_song_has_the_same_cover(tmp_path: Path, genre: str) -> None:
    assert draw(tmp_path / "a", genre=genre) == draw(tmp_path / "b", genre=genre)


def test_another_seed_another_genre_or_another_title_is_another_cover(tmp_path: Path) -> None:
    covers = [
        draw(tmp_path / "a"),
        draw(tmp_path / "b", seed=8),
        draw(tmp_path / "c", genre="folk"),
        draw(tmp_path / "d", title="Bob"),
    ]
    assert len(set(covers)) == 4


def test_genres_are_told_apart_by_design_or_colour() -> None:
    drawn = {genre: {cover.chosen(genre, Dice(seed)) for seed in range(99)} for genre in GENRES}
    assert len(
        {frozenset((design, palette.dark) for design, palette in all_) for all_ in drawn.values()}
    ) == len(GENRES)


def test_every_genre_that_the_band_plays_has_covers_of_its_own() -> None:
    assert set(GENRES) <= set(cover._SUITABLE)


@pytest.mark.parametrize("name", DESIGNS)
def test_a_design_keeps_its_shapes_out_of_the_titles_zone(name: str) -> None:
    for seed, palette in enumerate(PALETTES.values()):
        picture = DESIGNS[name](palette, Dice(seed), SIZE)
        left, top, right, bottom = (round(edge * SIZE) for edge in picture.zone)
        zone = np.asarray(picture.image, np.int16)[top:bottom, left:right]
        assert max(np.abs(np.diff(zone, axis=axis)).max() for axis in (0, 1)) <= 24


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("title", TITLES)
def test_a_title_of_any_length_stays_in_its_zone(title: str, zone: Zone) -> None:
    layout = cover.title_layout(title, zone, 1024)
    assert layout is not None
    assert 1 <= len(layout.lines) <= 3
    assert is_inside(layout, zone)


@settings(deadline=None)
@given(title=st.text(st.characters(max_codepoint=0x1EFF), max_size=300), place=st.integers(0, 1))
def test_any_title_that_is_drawn_stays_in_its_zone(title: str, place: int) -> None:
    layout = cover.title_layout(title, ZONES[place], 1024)
    assert layout is None or is_inside(layout, ZONES[place])


def test_a_short_title_is_larger_than_a_long_one() -> None:
    short, long = (
        cover.title_layout(title, ZONES[0], 1024) for title in (TITLES[0], TITLES[1] * 3)
    )
    assert short is not None
    assert long is not None
    assert short.size > long.size


@pytest.mark.parametrize("title", ["夜に駆ける", "Юность", "Ana 夜", "", "🎺", "  "])
def test_a_title_that_the_font_cannot_write_is_left_off(tmp_path: Path, title: str) -> None:
    assert cover.title_layout(title, ZONES[0], 1024) is None
    assert draw(tmp_path / "a", title=title) == draw(tmp_path / "b", title="")


def test_signs_that_the_font_lacks_are_left_out_of_a_title() -> None:
    assert readable("Party 🎉 at Søren's") == "Party at Søren's"
    assert readable("e\u0301te\u0301") == "été"


def test_a_cover_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "cover").mkdir()
    with pytest.raises(OSError, match="cover"):
        draw(tmp_path / "cover")
    assert [path.name for path in tmp_path.iterdir()] == ["cover"]


def is_inside(layout: Layout, zone: Zone) -> bool:
    """Tell whether the ink of every line lies in the zone of a cover of 1024 pixels."""
    left, top, right, bottom = (edge * 1024 for edge in zone)
    for x, y, words in layout.lines:
        ink = font(layout.size).getbbox(words, anchor="ls")
        if x + ink[0] < left or x + ink[2] > right or y + ink[1] < top or y + ink[3] > bottom:
            return False
    return True

"""The page that people judge the band by: one short piece, from the prompt to the HTML."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from houseband.order import Order
from listen.page import page_of
from listen.performance import performed
from listen.pictures import ROLES, roll, spectrogram, waveform
from listen.programme import PROGRAMME, Piece
from listen.report import Report, report_on
from tests.houseband import ears

PIECE = Piece(
    name="short and sweet",
    seconds=16,
    order=Order(operation="song", prompt="a <b>bright</b> pop song, 16 s", seed=4),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("listening")


@pytest.fixture(scope="module")
def report(folder: Path) -> Report:
    return report_on(performed(PIECE, folder / PIECE.slug))


@pytest.fixture(scope="module")
def page(report: Report, folder: Path) -> str:
    return page_of([report], folder)


class Page(HTMLParser):
    """Collects the elements of a page, and what they refer to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"src", "href"}]


def test_a_page_has_players_pictures_and_a_cover_that_lie_beside_it(
    page: str, folder: Path
) -> None:
    read = Page(page)
    files = [link for link in read.links if not link.startswith("#")]
    assert all((folder / file).is_file() for file in files)
    assert [Path(file).suffix for file in files].count(".mp3") == read.tags.count("audio") == 2
    assert read.tags.count("img") == 1 + 2 * 3
    assert read.tags.count("svg") == 2


def test_a_page_needs_no_network(page: str) -> None:
    assert not re.findall(r"https?:|//|@import|url\(", page)


def test_a_prompt_is_shown_as_it_was_written(page: str) -> None:
    assert "a &lt;b&gt;bright&lt;/b&gt; pop song, 16 s" in page
    assert "<b>bright" not in page


def test_a_page_tells_of_each_goal_whether_it_is_met(page: str, report: Report) -> None:
    for measure in report.every:
        assert measure.name in page
        assert measure.value in page
    judged = [measure.is_met for measure in report.every if measure.is_met is not None]
    assert {type(met) for met in judged} == {bool}
    assert f"{sum(judged)} of {len(judged)} goals met" in page
    assert page.count('<li class="missed">') == judged.count(False)


def test_both_takes_are_measured_in_the_same_ways(report: Report) -> None:
    first, second = ([measure.name for measure in take.measures] for take in report.takes)
    assert first == second
    assert {"loudness", "true peak", "clipped", "range", "silence", "DC", "tempo", "key"} <= set(
        first
    )
    assert {"same harmony", "CPU, 2 x 60 s", "peak memory"} <= {each.name for each in report.both}


def test_a_goal_that_is_missed_is_said_to_be(report: Report, folder: Path) -> None:
    longer = replace(report.performance, piece=replace(PIECE, seconds=30))
    asked = report_on(longer)
    assert [measure.is_met for measure in asked.takes[0].measures if measure.name == "length"] == [
        False
    ]
    assert '<li class="missed"><b>length</b>' in page_of([asked], folder)


def test_a_waveform_is_as_high_as_its_sound_is_loud() -> None:
    fading = np.linspace(0.9, 0.0, ears.RATE)[:, None] * np.ones((1, 2))
    lit = (np.asarray(waveform(fading)).max(axis=2) > 60).sum(axis=0)
    assert lit[10] > 2 * lit[lit.size * 2 // 3]


def test_a_spectrogram_shows_a_rising_tone_rising() -> None:
    seconds = np.arange(4 * ears.RATE) / ears.RATE
    rising = np.sin(2 * np.pi * 100 * (2**seconds - 1) / np.log(2))[:, None] * np.ones((1, 2))
    brightest = np.asarray(spectrogram(rising), int).sum(axis=2).argmax(axis=0)
    assert (np.diff(brightest[[200, 500, 800, 1100]]) < -10).all()


def test_a_roll_shows_each_player_in_a_colour_of_its_own(report: Report) -> None:
    score = report.takes[0].take.score
    pixels = np.asarray(roll(score)).reshape(-1, 3).astype(float)
    lit = pixels[pixels.sum(axis=1) > 250]
    for part in score.parts:
        if part.notes:
            colour = np.array(ROLES[part.role]) / np.linalg.norm(ROLES[part.role])
            assert (lit @ colour / np.linalg.norm(lit, axis=1)).max() > 0.98


def test_pictures_are_small_and_whole(page: str, folder: Path) -> None:
    pictures = [folder / link for link in Page(page).links if link.endswith(".webp")]
    for path in pictures:
        assert path.stat().st_size < 400_000
        with Image.open(path) as image:
            image.load()


def test_the_programme_is_ten_pieces_that_lie_far_apart() -> None:
    assert len(PROGRAMME) == len({piece.slug for piece in PROGRAMME}) == 10
    assert {piece.seconds for piece in PROGRAMME} >= {20, 60, 90, 120, 180}
    assert {piece.order.operation for piece in PROGRAMME} == {"song", "music"}

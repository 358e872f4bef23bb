import subprocess
import sys
from pathlib import Path

import pytest
from tinytag import TinyTag

from houseband.brief import brief_for
from houseband.compose import score_for
from houseband.listening import preview_path, wanted_path
from houseband.order import Order
from houseband.sidecar import sidecar_of
from houseband.studio import record, warm_up
from houseband.titles import slug_of
from tests.disk import files_no_larger_than
from tests.houseband import ears
from tests.houseband.conftest import Played


def test_nothing_lies_beside_the_takes(pop: tuple[Played, Played]) -> None:
    folder = pop[0].recording.path.parent
    assert sorted(path.name for path in folder.iterdir()) == [
        "friendship_v1.mp3",
        "friendship_v2.mp3",
    ]


def test_the_notes_say_what_was_played(pop: tuple[Played, Played]) -> None:
    sidecar = sidecar_of(pop[1].recording.path)
    assert sidecar.order == pop[1].order
    assert sidecar.take == 2
    assert sidecar.score == score_for(brief_for(pop[1].order), 2)


def test_a_recording_says_what_it_is(lofi: Played) -> None:
    assert lofi.recording.genre == "lo-fi"
    assert lofi.recording.key == "Eb major"
    assert lofi.recording.sections == ()


def test_sections_are_in_order_and_within_the_song(pop: tuple[Played, Played]) -> None:
    for played in pop:
        sections = played.recording.sections
        assert sections
        times = [moment for s in sections for moment in (s.start_seconds, s.end_seconds)]
        assert times == sorted(times)
        assert times[-1] < played.recording.duration_seconds
        assert any("Friendship" in section.text for section in sections)


def test_players_know_how_long_it_is(pop: tuple[Played, Played]) -> None:
    tag = TinyTag.get(pop[0].recording.path)
    assert tag.duration == pytest.approx(pop[0].recording.duration_seconds, abs=0.1)
    assert tag.samplerate == 44_100


def test_progress_only_grows_and_ends_at_a_hundred(tmp_path: Path) -> None:
    percents: list[int] = []
    record(
        Order(operation="music", prompt="ambient, 10 s, no drums", seed=1),
        1,
        tmp_path,
        percents.append,
    )
    assert percents == sorted(percents)
    assert percents[-1] == 100
    assert len(set(percents)) > 5


@pytest.mark.parametrize("genre", ["pop", "ambient", "rock"])
def test_who_listens_early_hears_the_take_about_as_loud_as_it_will_be(
    tmp_path: Path, genre: str
) -> None:
    order = Order(operation="music", prompt=f"{genre}, 12 s", seed=3)
    heard: list[int] = []

    def report(_: int) -> None:
        preview = preview_path(tmp_path, 1)
        heard.append(preview.stat().st_size if preview.exists() else 0)

    wanted_path(tmp_path, 1).touch()
    take = ears.heard(record(order, 1, tmp_path, report).path)
    early = ears.heard(preview_path(tmp_path, 1).with_suffix(".mp3"))
    assert len(early) == len(take)
    assert ears.lufs(early) == pytest.approx(-14.0, abs=1.5)
    assert len({size for size in heard if size}) > 2
    assert not wanted_path(tmp_path, 1).exists()


def test_the_same_order_is_the_same_file(tmp_path: Path) -> None:
    order = Order(operation="music", prompt="blues, 10 s", seed=1)
    one, two = (tmp_path / name for name in ("one", "two"))
    for folder in (one, two):
        folder.mkdir()
        record(order, 1, folder)
    (file,) = (path.name for path in one.glob("*.mp3"))
    assert (one / file).read_bytes() == (two / file).read_bytes()


def test_a_disk_that_fills_up_at_the_very_end_loses_the_take_and_keeps_nothing(
    tmp_path: Path,
) -> None:
    order = Order(operation="music", prompt="ambient, 10 s, no drums", seed=1)
    samples = round(score_for(brief_for(order), 1).seconds * ears.RATE)
    mix_bytes = 2 * 4 * samples
    with files_no_larger_than(mix_bytes - 4), pytest.raises(OSError, match="too large"):
        record(order, 1, tmp_path)
    assert [path.name for path in tmp_path.iterdir() if path.stat().st_size] == []


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("The Sea", "the_sea"),
        ("Café del Mar!", "cafe_del_mar"),
        ("さくら", "song"),
        ("Don't / Stop", "dont_stop"),
        ("../x", "x"),
    ],
)
def test_file_names_are_plain(title: str, slug: str) -> None:
    assert slug_of(title) == slug


def test_a_title_costs_no_sound_libraries() -> None:
    code = (
        "import sys; from houseband.order import Order; from houseband.studio import brief_for, title_for;"
        "o = Order(operation='song', prompt='pop about rain', seed=1); title_for(o); brief_for(o);"
        "print(sorted({'numpy', 'scipy', 'lameenc'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_warming_up_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    warm_up()
    assert list(tmp_path.iterdir()) == []

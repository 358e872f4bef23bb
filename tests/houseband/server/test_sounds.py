"""A soundfont that the operator names is played from, and every answer says so."""

from pathlib import Path

from tests.houseband.server.bands import log_of, running_band
from tests.houseband.soundfonts import write_soundfont

EVERYTHING = (0, 25, 27, 40, 42, 48, 56, 61, 66, 73)
SONG = "a piano ballad with saxophone, 8 s seed:5"


def test_what_a_soundfont_has_is_played_from_it_and_named(tmp_path: Path) -> None:
    font = write_soundfont(tmp_path / "tiny.sf2", EVERYTHING)
    with running_band(tmp_path / "data", "houseband", HOUSEBAND_SOUNDFONT=str(font)) as band:
        sounds = band.http.get("/health").json()["sounds"]
        assert sounds["soundfont"] == "tiny.sf2"
        assert {"piano", "saxophone", "violin"} <= set(sounds["instruments"])
        chunks = band.stream("/v7/generate/song", SONG)
        takes = [chunk for chunk in chunks if "audio_url" in chunk]
        assert [take["soundfont"] for take in takes] == ["tiny.sf2"] * 2


def test_one_that_cannot_be_used_is_told_of_and_the_band_plays_on(tmp_path: Path) -> None:
    missing = tmp_path / "gone.sf2"
    with running_band(tmp_path / "other", "houseband", HOUSEBAND_SOUNDFONT=str(missing)) as band:
        assert "sounds" not in band.http.get("/health").json()
    said = log_of(tmp_path / "other").read_text()
    assert f"The soundfont {missing} can't be read (No such file or directory)." in said
    assert "all sounds are the band's own" in said


def test_every_answer_names_it(tmp_path: Path) -> None:
    with running_band(tmp_path / "data", HOUSEBAND_SOUNDFONT="/fonts/grand.sf2") as band:
        newer, older = (
            [chunk for chunk in band.stream(path, "a song") if "audio_url" in chunk]
            for path in ("/v7/generate/song", "/v6/generate/song")
        )
        assert {chunk["soundfont"] for chunk in (*newer, *older)} == {"grand.sf2"}
        document = band.http.post("/v7/generate/song/sync", json={"prompt": "a song"}).json()
        assert {take["soundfont"] for take in document["audio_data"]} == {"grand.sf2"}
        status = band.status(document["job_id"])
        assert {take["soundfont"] for take in status["audio_data"]} == {"grand.sf2"}


def test_without_one_no_answer_has_a_word_of_it(tmp_path: Path) -> None:
    with running_band(tmp_path / "data") as band:
        assert "sounds" not in band.http.get("/health").json()
        assert not any("soundfont" in chunk for chunk in band.stream("/v7/generate/song", "a song"))

"""Tags, judged by tinytag, and by a decoder that must not notice them."""

import zlib
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st
from tinytag import TinyTag

from mp3 import id3
from mp3.frames import duration_seconds, first_frame
from mp3.id3 import BadTag, Tag, TagFrame, read_tag, tag_bytes, write_tag
from tests.mp3.sounds import encoded

JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 4
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


@pytest.fixture
def song(tmp_path: Path) -> Path:
    path = tmp_path / "song.mp3"
    path.write_bytes(encoded().whole)
    return path


@pytest.mark.parametrize("words", ["Plain", "Ünïcødé", "Юность", "夜に駆ける", "🎺 brass"])
def test_another_reader_finds_what_was_written(song: Path, words: str) -> None:
    write_tag(
        song,
        song,
        [
            id3.title(words),
            id3.artist(f"{words} band"),
            id3.album(f"{words} album"),
            id3.comment(f"{words} comment", language="eng"),
            id3.lyrics(f"{words}\nsecond line", language="eng"),
            id3.tempo(121.7),
            id3.user_text("busker-score", words * 3),
            id3.source_url("https://example.org/songs/1"),
            id3.cover(JPEG),
        ],
    )
    read = TinyTag.get(song, image=True)
    assert read.title == words
    assert read.artist == f"{words} band"
    assert read.album == f"{words} album"
    assert read.comment == f"{words} comment"
    assert read.other["lyrics"] == [f"{words}\nsecond line"]
    assert read.other["bpm"] == ["122"]
    assert read.other["busker-score"] == [words * 3]
    assert read.images.front_cover is not None
    assert read.images.front_cover.data == JPEG
    assert read.images.front_cover.mime_type == "image/jpeg"
    assert read.duration == pytest.approx(duration_seconds(song), abs=0.05)


def test_we_read_what_we_wrote(song: Path) -> None:
    write_tag(song, song, [id3.title("Ana"), id3.user_text("score", "{…}")])
    tag = read_tag(song)
    assert tag == read_tag(song.read_bytes())
    assert tag.text("TIT2") == "Ana"
    assert tag.user_text("score") == "{…}"
    assert tag.text("TPE1") is None
    assert tag.user_text("Score") is None


def test_the_music_stays_the_same_to_the_byte(song: Path, tmp_path: Path) -> None:
    target = tmp_path / "tagged.mp3"
    write_tag(song, target, [id3.title("Ana"), id3.cover(PNG)])
    assert target.read_bytes().endswith(song.read_bytes())
    before, _ = soundfile.read(song)
    after, _ = soundfile.read(target)
    assert np.array_equal(before, after)
    assert duration_seconds(target) == duration_seconds(song)
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]


def test_what_was_there_is_kept_and_what_we_say_replaces_its_like(song: Path) -> None:
    private = TagFrame(name="PRIV", body=b"who\0\xff\x00\xff\xfe\x01", flags=0x4000)
    write_tag(song, song, [private, id3.title("Old"), id3.user_text("a", "1"), id3.cover(PNG)])
    write_tag(song, song, [id3.title("New"), id3.user_text("b", "2"), id3.cover(JPEG)])
    tag = read_tag(song)
    assert private in tag.frames
    assert tag.text("TIT2") == "New"
    assert (tag.user_text("a"), tag.user_text("b")) == ("1", "2")
    assert [frame for frame in tag.frames if frame.name == "APIC"] == [id3.cover(JPEG)]
    assert len(tag.frames) == 5


def test_without_keep_the_old_tag_goes(song: Path) -> None:
    write_tag(song, song, [id3.title("Old"), id3.artist("Someone")])
    write_tag(song, song, [id3.title("New")], keep=False)
    assert read_tag(song) == Tag(frames=(id3.title("New"),))


def test_writing_the_same_twice_changes_nothing(song: Path) -> None:
    frames = [id3.title("Ana"), id3.lyrics("la la"), id3.timed_lyrics([(0, "la")]), id3.length(2.5)]
    write_tag(song, song, frames)
    once = song.read_bytes()
    write_tag(song, song, frames)
    assert song.read_bytes() == once


def test_a_write_that_fails_leaves_the_target_alone(tmp_path: Path) -> None:
    target = tmp_path / "there.mp3"
    target.write_bytes(b"what was there")
    (tmp_path / "bad.mp3").write_bytes(b"ID3\x03\0\0\0\0\x7f\x7f short")
    with pytest.raises(BadTag):
        write_tag(tmp_path / "bad.mp3", target, [id3.title("Ana")])
    assert target.read_bytes() == b"what was there"


def test_timed_lyrics_are_laid_out_as_the_standard_says() -> None:
    frame = id3.timed_lyrics([(1.5, "two"), (0.25, "one")], language="eng")
    assert frame.body == b"\0eng\x02\x01\0" + b"one\0\0\0\0\xfa" + b"two\0\0\0\x05\xdc"


def test_timed_lyrics_of_other_scripts_are_utf_16() -> None:
    frame = id3.timed_lyrics([(0, "夜")])
    word = b"\xff\xfe" + "夜".encode("utf-16-le") + b"\0\0"
    assert frame.body == b"\x01und\x02\x01\xff\xfe\0\0" + word + bytes(4)


def test_addresses_are_ascii() -> None:
    assert id3.source_url("https://x.org/ä?q=1&r=%20").body == b"https://x.org/%C3%A4?q=1&r=%20"
    assert id3.user_url("page", "https://x.org/").body == b"\0page\0https://x.org/"


def test_titles_are_one_line() -> None:
    assert id3.title(" two\nlines\0 ").body == b"\0two lines"


@pytest.mark.parametrize("image", [b"RIFF....WEBPVP8 ", b"", b"GIF89a"])
def test_a_cover_that_players_do_not_know_is_refused(image: bytes) -> None:
    with pytest.raises(ValueError, match="JPEG"):
        id3.cover(image)


@pytest.mark.parametrize("language", ["en", "english", "日本語", "e1g"])
def test_a_language_is_three_letters(language: str) -> None:
    with pytest.raises(ValueError, match="three letters"):
        id3.lyrics("la", language=language)


def test_a_tag_of_2_4_is_read_whatever_was_done_to_it() -> None:
    utf_8 = new_frame(b"TIT2", b"\x03" + "Ünï 夜".encode())
    several = new_frame(b"TPE1", b"\x03Ana\0Bob")
    big = new_frame(b"PRIV", b"who\0" + bytes(300))
    packed = new_frame(b"PRIV", b"\0\0\0\x09" + zlib.compress(b"zip\0zip\0z"), flags=0x0009)
    zeros = new_frame(b"PRIV", b"\0\0\0\x06" + b"raw\0\xff\0\xe0", flags=0x0003)
    grouped = new_frame(b"PRIV", b"\x42" + b"group\0", flags=0x0040)
    locked = new_frame(b"PRIV", b"\x01secret", flags=0x0004)
    body = utf_8 + several + big + packed + zeros + grouped + locked
    tag = read_tag(old_tag(4, body + bytes(50)))
    assert tag.text("TIT2") == "Ünï 夜"
    assert tag.text("TPE1") == "Ana/Bob"
    assert [frame.body for frame in tag.frames if frame.name == "PRIV"] == [
        b"who\0" + bytes(300),
        b"zip\0zip\0z",
        b"raw\0\xff\xe0",
        b"group\0",
    ]


def test_words_of_2_4_keep_their_layout() -> None:
    text = "é夜"
    tag = read_tag(
        old_tag(
            4,
            new_frame(b"TXXX", b"\x03k\xc3\xa9y\0" + text.encode())
            + new_frame(b"USLT", b"\x02eng" + "d".encode("utf-16-be") + b"\0\0\x59\x1c")
            + new_frame(b"APIC", b"\x03image/png\0\x03caf\xc3\xa9\0" + PNG)
            + new_frame(b"SYLT", b"\x03eng\x02\x01\0" + b"one\0\0\0\0\x01" + b"two\0\0\0\0\x02")
            + new_frame(b"WXXX", b"\x03\xc3\xa9\0https://x.org/"),
        )
    )
    assert tag.user_text("kéy") == text
    bodies = {frame.name: frame.body for frame in tag.frames}
    assert bodies["USLT"] == b"\x01eng" + utf_16("d") + b"\0\0" + utf_16("夜")
    assert bodies["APIC"] == b"\x01image/png\0\x03" + utf_16("café") + b"\0\0" + PNG
    lines = b"".join(
        utf_16(word) + b"\0\0\0\0\0" + at for word, at in (("one", b"\1"), ("two", b"\2"))
    )
    assert bodies["SYLT"] == b"\x01eng\x02\x01" + utf_16("") + b"\0\0" + lines
    assert bodies["WXXX"] == b"\x01" + utf_16("é") + b"\0\0https://x.org/"


def test_a_2_4_tag_with_extended_header_and_footer_leads_to_the_music(song: Path) -> None:
    extended = b"\0\0\0\x0c\x01\x20\x05\0\0\0\0\0"
    tag = old_tag(4, extended + new_frame(b"TIT2", b"\x03Ana"), flags=0x50)
    song.write_bytes(tag + b"3DI" + tag[3:10] + encoded().whole)
    assert read_tag(song).text("TIT2") == "Ana"
    write_tag(song, song, [id3.artist("Band")])
    assert first_frame(song.read_bytes()).offset == len(song.read_bytes()) - len(encoded().whole)
    assert TinyTag.get(song).title == "Ana"


def test_a_2_4_tag_with_the_sizes_of_2_3_is_understood() -> None:
    body = plain_frame(b"PRIV", b"x" * 300) + plain_frame(b"TIT2", b"\0Ana")
    assert read_tag(old_tag(4, body + bytes(20))).text("TIT2") == "Ana"


def test_a_2_3_tag_with_unsynchronisation_and_extended_header_is_read() -> None:
    body = bytes([0, 0, 0, 6, 0, 0, 0, 0, 0, 0]) + plain_frame(b"TIT2", b"\x01" + utf_16("Ana"))
    spread = body.replace(b"\xff", b"\xff\0")
    assert read_tag(old_tag(3, spread, flags=0xC0)).text("TIT2") == "Ana"


def test_a_2_2_tag_gets_longer_names() -> None:
    body = b"TT2\0\0\x04\0Ana" + b"PIC\0\0\x0a\0PNG\x03\0data" + b"XYZ\0\0\x01?" + b"TP1\0\0\x02\0B"
    tag = read_tag(old_tag(2, body))
    assert (tag.text("TIT2"), tag.text("TPE1")) == ("Ana", "B")
    assert tag.frames[1] == TagFrame(name="APIC", body=b"\0image/png\0\x03\0data")
    assert len(tag.frames) == 3


@pytest.mark.parametrize(
    "data",
    [
        b"ID3\x03\0\0\0\0\x01\0 too short",
        b"ID3\x09\0\0\0\0\0\x04abcd",
    ],
)
def test_a_tag_that_cannot_be_read_says_so(data: bytes) -> None:
    with pytest.raises(BadTag):
        read_tag(data)


def test_a_file_without_a_tag_has_an_empty_one() -> None:
    assert read_tag(encoded().bare) == Tag()
    assert read_tag(b"") == Tag()


@given(
    body=st.binary(max_size=200),
    version=st.sampled_from([2, 3, 4, 5]),
    flags=st.integers(0, 255),
    name=st.sampled_from([b"TIT2", b"TXXX", b"APIC", b"SYLT", b"COMM", b"GEOB", b"OWNE"]),
    frame_flags=st.integers(0, 0xFFFF),
)
def test_a_mangled_tag_is_read_or_refused(
    body: bytes, version: int, flags: int, name: bytes, frame_flags: int
) -> None:
    data = old_tag(version, new_frame(name, body, flags=frame_flags) + body, flags=flags)
    try:
        tag = read_tag(data + bytes(10))
    except BadTag:
        return
    again = read_tag(tag_bytes(tag.frames))
    assert again == tag
    assert all(isinstance(frame.key, tuple) for frame in tag.frames)


@given(st.text(), st.text(), st.floats(0, 1e9))
def test_any_words_can_be_written_and_read(one: str, other: str, number: float) -> None:
    frames = (
        id3.title(one),
        id3.user_text(one, other),
        id3.lyrics(other, description=one),
        id3.comment(one, description=other),
        id3.timed_lyrics([(number, one), (0, other)]),
        id3.user_url(one, other),
        id3.tempo(number),
        id3.length(number),
    )
    tag = read_tag(tag_bytes(frames))
    assert tag.frames == frames
    if "\0" not in one + other:
        assert tag.user_text(one) == other


def new_frame(name: bytes, body: bytes, *, flags: int = 0) -> bytes:
    size = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return name + size + flags.to_bytes(2) + body


def plain_frame(name: bytes, body: bytes) -> bytes:
    return name + len(body).to_bytes(4) + bytes(2) + body


def old_tag(version: int, body: bytes, *, flags: int = 0) -> bytes:
    size = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3" + bytes([version, 0, flags]) + size + body


def utf_16(text: str) -> bytes:
    return b"\xff\xfe" + text.encode("utf-16-le")

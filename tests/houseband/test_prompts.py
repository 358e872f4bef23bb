"""A table of prompts as people write them: genre, tempo, key, length and players as they are then written."""

import itertools
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from houseband.brief import Brief, brief_for
from houseband.compose import score_for
from houseband.genres import GENRES
from houseband.instruments import INSTRUMENTS, ROLE_WORDS
from houseband.order import Order, TakeNumber
from houseband.score import Score
from houseband.studio import record
from tests.houseband import ears

TABLE: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("prompts.toml").read_text("utf-8")
)["prompt"]


@pytest.mark.parametrize("wanted", TABLE, ids=[entry["say"] for entry in TABLE])
def test_a_prompt_is_understood_and_obeyed(wanted: dict[str, Any]) -> None:
    order = Order(operation=wanted.get("operation", "music"), prompt=wanted["say"], seed=7)
    brief = brief_for(order)
    short = replace(brief, seconds=min(brief.seconds or 30.0, 60.0))
    assert [
        *_misunderstood(wanted, brief),
        *_disobeyed(wanted, score_for(short, 1)),
        *_disobeyed(wanted, score_for(short, 2)),
    ] == []


def test_the_table_has_every_genre_and_enough_of_all() -> None:
    assert len(TABLE) >= 120
    assert {genre for entry in TABLE for genre in entry.get("genre", [])} == set(GENRES)
    assert sum("without" in entry for entry in TABLE) >= 12
    assert sum(not entry["say"].isascii() for entry in TABLE) >= 20


def test_the_manual_names_every_genre() -> None:
    manual = " ".join(
        (Path(__file__).parents[2] / "docs" / "houseband.md").read_text("utf-8").split()
    )
    assert f"It plays {', '.join(sorted(GENRES)[:-1])} and {max(GENRES)}." in manual


def _misunderstood(wanted: dict[str, Any], brief: Brief) -> Iterator[str]:
    if brief.genre not in wanted.get("genre", [brief.genre]):
        yield f"genre {brief.genre}"
    if brief.genre in wanted.get("never", []):
        yield f"genre {brief.genre}"
    if (brief.seconds or 0) != wanted.get("seconds", brief.seconds or 0):
        yield f"{brief.seconds} s"
    slow, fast = wanted.get("tempo", (0, 999) if brief.tempo_is_wish else _around(brief.genre))
    if not slow <= brief.tempo <= fast:
        yield f"tempo {brief.tempo}"


def _around(genre: str) -> tuple[float, float]:
    """Return the tempos of a genre, and a little more for who asks for slow or fast."""
    slow, fast = GENRES[genre].tempo
    return slow * 0.87, fast * 1.13


def _disobeyed(wanted: dict[str, Any], score: Score) -> Iterator[str]:
    sounding = {part.instrument for part in score.parts}
    roles = {part.role for part in score.parts}
    if score.key.name != wanted.get("key", score.key.name):
        yield f"key {score.key.name}"
    if score.metre != wanted.get("metre", score.metre):
        yield f"metre {score.metre}"
    for either in wanted.get("with", []):
        if not sounding & set(either.split("|")):
            yield f"no {either}"
    yield from (f"{each} sounds" for each in wanted.get("without", []) if each in sounding | roles)
    if "only" in wanted:
        others = {
            p.instrument for p in score.parts if not {p.role, p.instrument} & {*wanted["only"]}
        }
        yield from (f"{each} sounds too" for each in sorted(others))
        yield from (f"no {each}" for each in wanted["only"] if each not in sounding | roles)


@pytest.mark.parametrize("genre", GENRES)
def test_every_genre_is_written_at_every_length(genre: str) -> None:
    for seconds, seed in itertools.product((10, 30, 60, 90, 180), (1, 2)):
        order = Order(operation="music", prompt=f"{genre}, {seconds} s", seed=seed)
        take: TakeNumber = 1 if (seconds // 10 + seed) % 2 else 2
        score = score_for(brief_for(order), take)
        assert abs(score.seconds - seconds) < 0.1 * seconds
        assert sum(len(part.notes) for part in score.parts) > seconds


@pytest.mark.parametrize("genre", GENRES)
def test_two_bands_could_play_every_genre(genre: str) -> None:
    made = GENRES[genre]
    assert {"bass", "chords", "pad", "arp", "lead", "counter"} <= made.band.keys()
    assert all(len(names) >= 2 for names in made.band.values())
    assert min(map(len, (made.major, made.minor))) >= 6
    assert min(map(len, (made.grooves, made.bass, made.comps, made.arps))) >= 2


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(sorted(GENRES)),
    st.lists(st.sampled_from([*INSTRUMENTS, *ROLE_WORDS]), unique=True, max_size=6),
    st.lists(st.sampled_from([*INSTRUMENTS, *ROLE_WORDS]), unique=True, max_size=4),
)
def test_whoever_is_left_out_or_let_in_somebody_plays(
    genre: str, without: list[str], only: list[str]
) -> None:
    brief = brief_for(Order(operation="music", prompt=f"{genre}, 12 s", seed=4))
    left = replace(brief, without=frozenset(without), only=tuple(only))
    for take in (1, 2):
        parts = score_for(left, 1 if take == 1 else 2).parts
        assert parts
        if not only:
            assert not {p.instrument for p in parts} & set(without) or len(parts) == 1
            assert not {p.role for p in parts} & set(without) or len(parts) == 1


@pytest.mark.parametrize("take", [1, 2])
def test_wishes_are_heard_in_the_score(take: TakeNumber) -> None:
    prompt = "techno at 133 bpm in F# minor, in 7/8, 45 s, no drums, with violin, dark and muffled"
    score = score_for(brief_for(Order(operation="music", prompt=prompt, seed=3)), take)
    assert (score.tempo, score.key.name, score.metre) == (133, "F# minor", "7/8")
    assert abs(score.seconds - 45) < 2
    assert "violin" in {part.instrument for part in score.parts}
    assert "drums" not in {part.role for part in score.parts}
    assert score.brightness < -0.4


@pytest.mark.parametrize("prompt", ["solo flute, 10 s", "only drums and bass, funk, 10 s"])
def test_who_plays_alone_fills_the_time(prompt: str, tmp_path: Path) -> None:
    recording = record(Order(operation="music", prompt=prompt, seed=3), 1, tmp_path)
    sound = ears.heard(recording.path)
    assert ears.longest_silence(sound) < 2
    assert abs(ears.lufs(sound) + 14) < 0.5

"""Moments in sentences: words where there is nothing better, and nothing of how they are carried."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.moments import Moment, Shown, told, worded, written
from bot.phrases import moment, when
from bot.words import words_for
from tests.makers import NOON

ENGLISH = words_for("en")
CARRIERS = "\x02\x1f\x03"


def test_a_moment_carries_its_instant_and_its_words() -> None:
    sentence = f"Anew {when(NOON, NOON + timedelta(hours=3), ENGLISH)}."
    at = int((NOON + timedelta(hours=3)).timestamp())
    carried = Moment(seconds=at, shown=Shown.SOON, words="in 3 h 0 min")
    assert told(sentence, repr, str) == f"Anew {carried!r}."
    assert worded(sentence) == "Anew in 3 h 0 min."


@pytest.mark.parametrize(
    ("time", "shown", "words"),
    [
        (timedelta(seconds=-5), Shown.SOON, "in 1 min"),
        (timedelta(minutes=59), Shown.SOON, "in 59 min"),
        (timedelta(hours=47), Shown.SOON, "in 47 h 0 min"),
        (timedelta(days=2), Shown.FAR, "in 2 days"),
    ],
)
def test_what_is_far_away_is_told_in_days(time: timedelta, shown: Shown, words: str) -> None:
    assert when(NOON, NOON + time, ENGLISH) == written(NOON + time, shown, words)


def test_a_date_is_told_in_the_servers_zone() -> None:
    assert worded(moment(NOON, UTC)) == "2026-11-20 12:00"
    assert moment(NOON, UTC) == written(NOON, Shown.DATE, "2026-11-20 12:00")


@given(parts=st.lists(st.sampled_from([*CARRIERS, "s1", "f999999999999", "in 3 h"]) | st.text()))
def test_nothing_of_how_it_is_carried_is_ever_read(parts: list[str]) -> None:
    text = worded("".join(parts))
    assert not set(text) & set(CARRIERS)
    assert worded(text) == text


def test_the_longest_time_there_is_can_be_carried() -> None:
    end = datetime(9999, 12, 31, tzinfo=UTC)
    assert worded(written(end, Shown.DATE, "the end")) == "the end"

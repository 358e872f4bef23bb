from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.commands.admin.zone import zones
from bot.quotas import Allowance, Limit, Rule, Scope, Window, rule_from, rules_from

BERLIN = ZoneInfo("Europe/Berlin")


def utc(*parts: int) -> datetime:
    year, month, day, *time = parts
    hour, minute = (*time, 0, 0)[:2]
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("window", "now", "start", "end"),
    [
        (Window.HOUR, (2026, 11, 20, 12, 34), (2026, 11, 20, 12), (2026, 11, 20, 13)),
        (Window.DAY, (2026, 11, 20, 12, 34), (2026, 11, 19, 23), (2026, 11, 20, 23)),
        (Window.DAY, (2026, 11, 20, 23, 30), (2026, 11, 20, 23), (2026, 11, 21, 23)),
        (Window.WEEK, (2026, 11, 20, 12, 34), (2026, 11, 15, 23), (2026, 11, 22, 23)),
        (Window.MONTH, (2026, 12, 31, 12, 0), (2026, 11, 30, 23), (2026, 12, 31, 23)),
        # the days on which Berlin's clocks change have 23 and 25 hours
        (Window.DAY, (2026, 3, 29, 12, 0), (2026, 3, 28, 23), (2026, 3, 29, 22)),
        (Window.DAY, (2026, 10, 25, 12, 0), (2026, 10, 24, 22), (2026, 10, 25, 23)),
        (Window.MONTH, (2026, 3, 30, 12, 0), (2026, 2, 28, 23), (2026, 3, 31, 22)),
        (Window.WEEK, (2026, 3, 29, 12, 0), (2026, 3, 22, 23), (2026, 3, 29, 22)),
        (Window.WEEK, (2026, 10, 25, 12, 0), (2026, 10, 18, 22), (2026, 10, 25, 23)),
        (Window.MONTH, (2026, 10, 31, 23, 0), (2026, 10, 31, 23), (2026, 11, 30, 23)),
        (Window.MONTH, (2027, 1, 31, 12, 0), (2026, 12, 31, 23), (2027, 1, 31, 23)),
        (Window.MONTH, (2028, 2, 29, 12, 0), (2028, 1, 31, 23), (2028, 2, 29, 23)),
        # both hours that are called two o'clock
        (Window.HOUR, (2026, 10, 25, 0, 30), (2026, 10, 25, 0), (2026, 10, 25, 1)),
        (Window.HOUR, (2026, 10, 25, 1, 30), (2026, 10, 25, 1), (2026, 10, 25, 2)),
        (Window.DAY, (2026, 10, 25, 1, 30), (2026, 10, 24, 22), (2026, 10, 25, 23)),
    ],
)
def test_a_window_begins_and_ends_by_the_calendar_of_its_zone(
    window: Window, now: tuple[int, ...], start: tuple[int, ...], end: tuple[int, ...]
) -> None:
    assert window.start(utc(*now), BERLIN) == utc(*start)
    assert window.end(utc(*now), BERLIN) == utc(*end)


OLDEST, NEWEST = (datetime(year, 1, 1) for year in (2000, 2040))  # noqa: DTZ001  # as hypothesis wants them
MOMENTS = st.datetimes(OLDEST, NEWEST, timezones=st.just(UTC))


@given(MOMENTS, st.sampled_from(zones()), st.sampled_from(Window))
@example(utc(2026, 4, 23, 22, 30), "Africa/Cairo", Window.DAY)  # a day without a midnight
@example(utc(2026, 10, 29, 20, 30), "Africa/Cairo", Window.DAY)  # eleven in the evening, twice
@example(utc(2026, 11, 1, 4, 30), "America/Havana", Window.DAY)  # midnight, twice
@example(utc(2026, 11, 1, 5, 30), "America/Havana", Window.MONTH)
@example(utc(2026, 4, 4, 14, 50), "Australia/Lord_Howe", Window.DAY)  # by half an hour
@example(utc(2011, 12, 30, 12), "Pacific/Apia", Window.DAY)  # a day that never was
def test_windows_follow_each_other_without_gap_or_overlap_in_every_zone(
    now: datetime, name: str, window: Window
) -> None:
    zone = ZoneInfo(name)
    start, end = (each(now, zone).astimezone(UTC) for each in (window.start, window.end))
    assert start <= now < end
    for moment in (start, now + (end - now) / 2, end - timedelta(microseconds=1)):
        assert window.start(moment, zone).astimezone(UTC) == start
    assert window.start(end, zone).astimezone(UTC) == end


def test_rules_are_read_as_people_write_them() -> None:
    assert rule_from(" 5 / Day ") == Rule(most=5, window=Window.DAY)
    assert rules_from("60/day,1500/month") == (
        Rule(most=60, window=Window.DAY),
        Rule(most=1500, window=Window.MONTH),
    )
    assert rules_from("") == ()
    assert str(rule_from("5/day")) == "5/day"


@pytest.mark.parametrize(
    "text", ["5", "/day", "five/day", "-1/day", "5/year", "1e3/day", "5/day/2"]
)
def test_what_is_no_rule_is_refused_with_the_right_form(text: str) -> None:
    with pytest.raises(ValueError, match="5/day"):
        rule_from(text)


def test_a_reset_before_the_window_began_lets_nothing_older_count() -> None:
    noon, zone = utc(2026, 11, 20, 12), UTC
    limit = Limit.of(Scope.PERSON, rule_from("5/day"), noon, zone)
    assert limit.begun_by(utc(2026, 11, 19, 12)) == limit
    assert limit.begun_by(utc(2026, 11, 20, 9)).since == utc(2026, 11, 20, 9)


def test_an_allowance_never_falls_below_none() -> None:
    rule = Rule(most=2, window=Window.DAY)
    assert Allowance(rule=rule, used=1, resets_at=None).left == 1
    assert Allowance(rule=rule, used=3, resets_at=None).left == 0
    assert Allowance(rule=None, used=3, resets_at=None).left is None

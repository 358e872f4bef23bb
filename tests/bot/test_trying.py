"""Who sits at the terminal, and what the settings say about who may do what."""

import pytest

from bot.authority import OPERATE, Authority, Need
from bot.limits import UNLIMITED, Policy
from bot.models import Person, Place, Player, Power
from bot.quotas import rule_from
from bot.settings import load
from bot.terms import Terms, policy_from, terms_from
from bot.trying import trying

TERMINAL = Place(platform="console", server="console", channel="terminal")


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "BUSKER_ADMINS": "discord:7,slack:T1:U1",
        "BUSKER_SERVERS": "discord:1",
        "BUSKER_RUNNING": "2",
        "BUSKER_WAITING": "3",
        "BUSKER_BUDGET": "9/day",
    }.items():
        monkeypatch.setenv(name, value)


def test_terms_are_as_the_settings_say() -> None:
    assert terms_from(load()) == Terms(
        operators=("discord:7", "slack:T1:U1"),
        servers=("discord:1",),
        is_direct_open=False,
    )


@pytest.mark.parametrize(("player", "budget"), [("soundverse", ("9/day",)), ("houseband", ())])
def test_only_what_costs_has_a_budget(player: Player, budget: tuple[str, ...]) -> None:
    assert policy_from(load(), player) == Policy(
        server=rule_from("25/day"),
        budget=tuple(map(rule_from, budget)),
        most_open=5,
        tries=rule_from("10/day"),
        declines=rule_from("3/hour"),
    )


def test_at_the_terminal_nothing_limits_anybody_unless_they_want_it() -> None:
    person = Person(platform="console", id="ana")
    free = trying(load(), "soundverse", person, is_limited=False)
    assert (free.policy, free.default_rule, free.songs_each) == (UNLIMITED, None, None)
    held = trying(load(), "soundverse", person, is_limited=True)
    assert held.policy == policy_from(load(), "soundverse")
    assert (held.default_rule, held.songs_each) == (rule_from("5/day"), 2)
    assert (held.terms.servers, held.terms.is_direct_open) == ((), True)


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("ana", set()),
        ("moderator", {Power.MODERATE}),
        ("admin", set(Power)),
        ("operator", {*Power, OPERATE}),
    ],
)
def test_a_name_decides_what_one_may(name: str, may: set[Need]) -> None:
    who = trying(load(), "houseband", Person(platform="console", id=name), is_limited=False)
    authority = Authority(operators=who.terms.operators)
    needs: tuple[Need, ...] = (*Power, OPERATE)
    assert {need for need in needs if authority.may(who.person, TERMINAL, need)} == may

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from bot.limits import Limits, Policy
from bot.models import Person, Told
from bot.quotas import Grant, Holder, Rule, Standing, Window, best_of, rule_from
from soundverse.errors import Declined, TakeFailed
from soundverse.events import Accepted, Ids
from tests.bot.conftest import Stage as TheStage
from tests.makers import ANA, BEN, HERE, NOON, a_command, read

SINGER = replace(ANA, roles=("singer", "drummer"))
HOUR = 60 * 60


async def refused(stage: TheStage, policy: Policy, person: Person = ANA, prompt: str = "x") -> str:
    """The sentence that the person reads."""
    router = stage.busker(policy=policy).router
    answer = await router.answer(a_command("song", person, prompt=prompt))
    assert isinstance(answer, Told)
    assert answer.is_refusal
    return read(answer.card)[0]


async def ask(stage: TheStage, count: int, person: Person = ANA) -> None:
    async with stage.at_work() as busker:
        for number in range(count):
            await stage.song(busker, f"{person.id} {number}", person)


async def test_the_servers_limit_tells_what_the_person_would_still_have(stage: TheStage) -> None:
    await ask(stage, 1)
    await ask(stage, 2, BEN)
    policy = Policy(server=rule_from("3/day"))
    assert await refused(stage, policy) == "Server limit 3 a day reached. Resets in 12 h 0 min."
    await stage.limit("5/day")
    assert await refused(stage, policy) == (
        "Server limit 3 a day reached (you have 4 of 5 left). Resets in 12 h 0 min."
    )


async def test_the_rule_of_a_server_goes_before_the_operators(stage: TheStage) -> None:
    await ask(stage, 1)
    rule = Rule(most=1, window=Window.WEEK)
    await stage.store.set_rule(stage.change(), Holder.SERVER, rule)
    sentence = await refused(stage, Policy(server=rule_from("9/day")), BEN)
    assert sentence.startswith("Server limit 1 a week reached.")


async def test_a_servers_rules_follow_its_zone_and_the_budget_the_operators(
    stage: TheStage,
) -> None:
    await ask(stage, 1)
    await stage.store.set_zone(stage.change(), "Asia/Tokyo")  # where it is nine in the evening
    servers = Policy(server=rule_from("1/day"))
    assert (await refused(stage, servers)).endswith("Resets in 3 h 0 min.")
    budget = Policy(budget=(rule_from("1/day"),))
    assert (await refused(stage, budget)).endswith("It starts anew in 12 h 0 min.")


async def test_the_budget_is_the_operators_affair_and_shows_no_numbers(stage: TheStage) -> None:
    await ask(stage, 2)
    policy = Policy(budget=(rule_from("9/day"), rule_from("2/month")))
    assert await refused(stage, policy, BEN) == (
        "Busker has made all the songs it may for now. It starts anew in 10 days."
    )


async def test_too_many_songs_on_their_way_wait_until_one_is_done(stage: TheStage) -> None:
    stage.composer.hold_before = 1
    async with stage.at_work() as busker:
        await stage.song(busker, "rain")
        await stage.song(busker, "snow")
        policy = Policy(most_open=2)
        sentence = "You have 2 songs on their way; wait until one is done."
        assert await refused(stage, policy) == sentence
        assert await refused(stage, policy, prompt="and again") == sentence
        await stage.ask(busker, "cancel")
        assert await refused(stage, policy) == sentence  # the service can't be stopped
        await stage.clock.move(20 * 60)
        await stage.song(stage.busker(policy=policy), "hail")


async def test_tries_that_fail_and_words_that_are_declined_earn_a_rest(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        stage.composer.script = (Accepted(ids=Ids(job_id="j")), TakeFailed("no"))
        await stage.song(busker, "first")
        stage.composer.script = (Declined("no"),)
        await stage.song(busker, "second")
        await stage.song(busker, "third")
    declines = Policy(tries=rule_from("9/day"), declines=rule_from("2/hour"))
    assert await refused(stage, declines) == (
        "The service declined the words of 2 songs this hour; take a rest. "
        "You can ask again in 1 h 0 min."
    )
    assert await refused(stage, Policy(tries=rule_from("3/day"), declines=rule_from("2/hour"))) == (
        "3 tries failed today; take a rest. You can ask again in 12 h 0 min."
    )
    await stage.clock.move(HOUR)
    await stage.song(stage.busker(policy=declines), "an hour later")


async def test_who_is_blocked_is_told_for_how_long(stage: TheStage) -> None:
    await stage.store.block(stage.change(), "ana", until=NOON + timedelta(hours=3))
    assert await refused(stage, Policy()) == (
        "You can't ask for songs here: an admin has blocked you. That ends in 3 h 0 min."
    )
    await stage.store.block(stage.change(), "ana", until=None)
    assert await refused(stage, Policy()) == (
        "You can't ask for songs here: an admin has blocked you."
    )
    await stage.song(stage.busker(), person=BEN)


async def test_a_pause_is_told_and_ends(stage: TheStage) -> None:
    everywhere = replace(stage.change(), platform="", server="")
    await stage.store.pause(everywhere)
    assert (await refused(stage, Policy())).startswith("Busker is paused:")
    await stage.store.resume(everywhere)
    await stage.song(stage.busker())


async def test_a_grant_and_a_reset_make_room(stage: TheStage) -> None:
    await stage.limit("1/day")
    await ask(stage, 1)
    assert "limit of 1 a day" in await refused(stage, Policy())
    await stage.store.grant(stage.change(), "ana", 1, until=NOON + timedelta(days=9))
    await stage.song(stage.busker(), "by grant")
    assert "limit of 2 a day" in await refused(stage, Policy())
    await stage.clock.move(60)
    await stage.store.reset(stage.change(), "ana")
    await stage.song(stage.busker(), "by reset")
    await stage.song(stage.busker(), "and by grant")
    assert "limit of 2 a day" in await refused(stage, Policy())


async def test_the_quota_tells_the_servers_use_too(stage: TheStage) -> None:
    await stage.limit("5/day")
    await ask(stage, 2)
    await ask(stage, 1, BEN)
    answer = await stage.busker(policy=Policy(server=rule_from("25/week"))).router.answer(
        a_command("quota")
    )
    assert isinstance(answer, Told)
    assert read(answer.card) == (
        "2 songs asked for today",
        "By the rule for everybody here: 5 songs a day",
        "Starts anew in 12 h 0 min",
        "Everybody here together: 3 of 25 this week, anew in 2 days",
    )


@pytest.mark.parametrize(
    ("set_for", "rule"),
    [
        ((), "5/day"),
        (("everyone 2/day",), "2/day"),
        (("everyone 9/day", "singer 1/day"), "1/day"),
        (("singer 3/day", "drummer 24/week"), "24/week"),
        (("singer 3/day", "drummer 20/week"), "3/day"),
        (("singer 3/day", "ana 0/day", "everyone 9/day"), "0/day"),
    ],
)
async def test_the_persons_own_rule_goes_first_then_the_best_role_then_everybodys(
    stage: TheStage, set_for: Sequence[str], rule: str
) -> None:
    holders = {"everyone": Holder.EVERYONE, "ana": Holder.PERSON}
    for each in set_for:
        subject, text = each.split()
        holder = holders.get(subject, Holder.ROLE)
        subject = "" if holder is Holder.EVERYONE else subject
        await stage.store.set_rule(stage.change(), holder, rule_from(text), subject=subject)
    limits = Limits(
        rules=stage.store,
        jobs=stage.store,
        clock=stage.clock,
        zone=UTC,
        default=rule_from("5/day"),
    )
    assert (await limits.allowance(SINGER, HERE.server)).rule == rule_from(rule)


def test_without_any_rule_a_grant_changes_nothing() -> None:
    assert Standing(grants=(Grant(songs=3),)).rule(None) is None
    assert best_of(()) is None

"""What is counted, as Prometheus reads it after real songs."""

import math

from prometheus_client.parser import text_string_to_metric_families

from bot.assembly import Busker
from bot.limits import Policy
from bot.quotas import Rule, Window
from soundverse.errors import Busy, Declined, Overdue
from tests.bot.conftest import Stage as TheStage
from tests.fakes.composer import WHOLE_SONG
from tests.makers import a_take

Labels = dict[str, str]


class Readings:
    """Every sample by name and labels."""

    def __init__(self, text: bytes) -> None:
        families = text_string_to_metric_families(text.decode())
        self.samples = [each for family in families for each in family.samples]

    def of(self, name: str, **labels: str) -> float:
        """The sum over all samples that have these labels."""
        found = [
            each.value
            for each in self.samples
            if each.name == f"busker_{name}" and labels.items() <= each.labels.items()
        ]
        assert found or labels, f"there is no busker_{name}"
        return sum(found)


async def read(busker: Busker) -> Readings:
    return Readings(await busker.vitals.measure())


async def test_every_end_is_counted_with_what_it_cost(stage: TheStage) -> None:
    stage.is_overseen(price=0.25)
    async with stage.at_work() as busker:
        await stage.song(busker, "one")
        stage.composer.script = (*WHOLE_SONG[:2], a_take(1), WHOLE_SONG[-1])
        await stage.song(busker, "two")
        stage.composer.script = (Declined("no"),)
        await stage.song(busker, "three")
        stage.composer.script = (*WHOLE_SONG[:2], Overdue("nothing came"))
        await stage.song(busker, "four")
        seen = await read(busker)
    assert seen.of("songs_total", kind="song", outcome="done", failure="") == 1
    assert seen.of("songs_total", outcome="partial") == 1
    assert seen.of("songs_total", outcome="failed", failure="declined") == 1
    assert seen.of("songs_total", outcome="overdue", failure="overdue") == 1
    assert seen.of("refunds_total") == 2
    assert seen.of("charged_songs_total", charged="yes") == 3
    assert seen.of("estimated_cost_total") == 0.75
    assert seen.of("service_errors_total", error="declined") == 1


async def test_a_house_band_costs_nothing(stage: TheStage) -> None:
    stage.is_overseen(price=0.25)
    stage.player = "houseband"
    async with stage.at_work() as busker:
        await stage.song(busker)
        seen = await read(busker)
    assert seen.of("songs_total", outcome="done") == 1
    assert seen.of("charged_songs_total", charged="yes") == 0
    assert seen.of("estimated_cost_total") == 0


async def test_stages_are_timed(stage: TheStage) -> None:
    stage.composer.hold_before = 2
    async with stage.at_work() as busker:
        await stage.song(busker)
        await stage.clock.move(50)
        stage.composer.go_on.set()
        await stage.settle()
        seen = await read(busker)
    assert seen.of("stage_seconds_sum", stage="working", kind="song") == 50
    assert seen.of("stage_seconds_bucket", stage="working", le="30.0") == 0
    assert seen.of("stage_seconds_bucket", stage="working", le="60.0") == 1
    assert seen.of("stage_seconds_count", stage="posting") == 1
    assert seen.of("stage_seconds_count", stage="done") == 0


async def test_the_queue_the_hold_and_a_pause_are_seen(stage: TheStage) -> None:
    stage.composer.hold_before = 0
    async with stage.at_work(songs_at_once=1) as busker:
        for prompt in ("one", "two", "three"):
            await stage.song(busker, prompt)
        seen = await read(busker)
        assert seen.of("queue", stage="working") == 1
        assert seen.of("queue", stage="queued") == 2
        assert (seen.of("held"), seen.of("paused")) == (0, 0)
        stage.composer.script = (Busy("slow down"),)
        stage.composer.go_on.set()
        await stage.settle()
        await stage.store.pause(stage.everywhere())
        seen = await read(busker)
        assert (seen.of("held"), seen.of("paused")) == (1, 1)
        assert seen.of("service_errors_total", error="busy") == 1


async def test_cards_are_counted_as_sent_failed_or_skipped(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        stage.chat.show_fails = 0
        seen = await read(busker)
        sent = len(stage.chat.cards[song]) - 1  # the first is what the admission rests on
        assert seen.of("cards_total", fate="sent") == sent
        assert seen.of("cards_total", fate="skipped") > 0
        stage.composer.hold_before = 2
        await stage.song(busker, "snow")
        stage.chat.show_fails = 1
        stage.composer.go_on.set()
        await stage.settle()
        assert (await read(busker)).of("cards_total", fate="failed") == 1


async def test_refusals_are_counted_by_their_kind(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await stage.told(busker, "dance")
        await stage.told(busker, "cancel")
        await stage.told(busker, "cancel", job="nothing like it")
        seen = await read(busker)
    assert seen.of("refusals_total", why="unknown-command") == 1
    assert seen.of("refusals_total", why="not-found") == 2


async def test_budget_disk_and_backup_are_measured(stage: TheStage) -> None:
    stage.policy = Policy(budget=(Rule(most=4, window=Window.DAY),))
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        seen = await read(busker)
    files = (stage.folder / "archive" / song).iterdir()
    assert seen.of("budget_used_ratio", rule="4/day") == 0.25
    assert seen.of("archive_bytes") == sum(each.stat().st_size for each in files) > 0
    assert seen.of("disk_free_bytes") > 0
    assert math.isnan(seen.of("backup_age_seconds"))
    stage.is_overseen()
    async with stage.at_work() as busker:
        assert not math.isnan((await read(busker)).of("backup_age_seconds"))


async def test_no_label_says_who_asked_or_for_what(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        song = await stage.song(busker, "a very private matter")
        await stage.told(busker, "an-unheard-of-command")
        text = (await busker.vitals.measure()).decode()
    for secret in ("ana", "private", "unheard", song, "terminal"):
        assert f'"{secret}' not in text
        assert f'{secret}"' not in text

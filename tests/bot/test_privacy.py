"""What people are told is kept about them, what they can take along, and how it goes."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from bot.ages import Ages
from bot.assembly import Busker
from bot.commands.privacy import privacy_buttons
from bot.drafts import Draft
from bot.jobs import Charged, Stage
from bot.models import Person, Power, Press, Started, Told
from bot.quotas import Holder, Limit, Rule, Scope, Window
from bot.terms import Terms
from bot.words import words_for
from soundverse.events import Accepted, Finished, Ids, Validated
from tests.bot.conftest import Stage as TheStage
from tests.makers import ANA, BEN, HERE, NOON, a_command, a_job, a_take

DAY = timedelta(days=1)
SECRETS = ("quetzal", "wombat", "ocelot", "narwhal")
"""Words that nobody but Ana writes."""
OF_ADMINS = {"rules", "grants", "resets", "blocks", "audit"}
"""What admins have set for a person stays theirs."""
CODA = Person(platform="discord", id="coda")


# The notice.


async def test_people_are_told_once_where_their_words_go(stage: TheStage) -> None:
    stage.tells_newcomers = True
    async with stage.at_work() as busker:
        await stage.song(busker, "rain")
        await stage.song(busker, "snow")
        await stage.song(busker, "hail", BEN)
    assert [who for who, _ in stage.chat.told] == ["ana", "ben"]
    text = stage.chat.told[0][1]
    assert "goes to Soundverse" in text
    assert "30 days" in text
    assert "/library" in text


async def test_with_the_house_band_nothing_is_said_to_leave_the_machine(stage: TheStage) -> None:
    stage.tells_newcomers, stage.player = True, "houseband"
    async with stage.at_work() as busker:
        await stage.song(busker)
    assert "stays on the machine" in stage.chat.told[0][1]


async def test_who_cant_be_told_is_told_at_the_next_song_and_has_both(stage: TheStage) -> None:
    stage.tells_newcomers = True
    stage.chat.closed.add("ana")
    async with stage.at_work() as busker:
        first = await stage.song(busker, "rain")
        assert stage.chat.told == []
        stage.chat.closed.clear()
        await stage.song(busker, "snow")
    assert len(stage.chat.told) == 1
    assert (await stage.job(first)).stage is Stage.DONE


async def test_a_refused_song_tells_nothing(stage: TheStage) -> None:
    stage.tells_newcomers = True
    await stage.limit("0/day")
    async with stage.at_work() as busker:
        assert isinstance(await stage.ask(busker, "song", prompt="rain"), Told)
    assert stage.chat.told == []


# Export.


async def test_an_export_has_everything_that_is_kept(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await _leave_traces(stage, busker)
        answer = await _press(stage, busker, "export")
    data, names = _unpacked(answer)
    assert [song["prompt"] for song in data["songs"]] == ["quetzal"]
    song = data["songs"][0]
    assert song["created_at"] == "2026-11-20T12:00:00+00:00"
    assert (song["lyrics"], song["counts"], song["charged"]) == ("wombat", 1, "yes")
    assert {take["title"] for take in data["takes"]} == {"ocelot"}
    of_each = ("person", "messages", "uploads", "favourites", "drafts", "rules", "grants", "resets")
    for kind in of_each:
        assert len(data[kind]) == 1, kind
    assert [change["what"] for change in data["changes"]] == ["rule", "grant", "reset", "block"]
    assert "eve" not in json.dumps(data)
    assert names == {f"songs/{song['id']}/A.mp3", f"songs/{song['id']}/B.mp3"}
    assert data["left_out"] == []


async def test_an_export_has_what_one_has_changed_oneself_in_whatever_way(stage: TheStage) -> None:
    admin = replace(ANA, powers=frozenset({Power.ADMINISTER}))
    operator = Terms(operators=("console:ana",))
    async with stage.at_work() as busker:
        song = await stage.song(busker, "quetzal", BEN)
        await stage.press(busker, "delete-yes", song, admin)
        await stage.ask(busker, "busker-admin words add", admin, word="beer")
        await stage.ask(busker, "jingle-sound set", admin, style="ska")
        await stage.ask(stage.busker(terms=operator), "busker-admin pause", ANA, everywhere="on")
        data, _ = _unpacked(await _press(stage, busker, "export"))
        others, _ = _unpacked(await _press(stage, busker, "export", replace(ANA, id="eve")))
    assert [each["what"] for each in data["changes"]] == ["delete", "word", "sound", "pause"]
    assert {each["by_you"] for each in data["changes"]} == {1}
    assert others["changes"] == []


async def test_an_export_has_nothing_of_others(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await _leave_traces(stage, busker)
        answer = await _press(stage, busker, "export", BEN)
    data, names = _unpacked(answer)
    assert not any(word in json.dumps(data) for word in (*SECRETS, "ana"))
    assert names == set()


async def test_takes_that_dont_fit_are_listed_and_the_newest_goes_first(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await stage.song(busker, "rain")
        await stage.clock.move(60)
        newest = await stage.song(busker, "snow")
        whole = await _press(stage, busker, "export")
        stage.chat.most_bytes = len(whole.files[0].content) - 1
        answer = await _press(stage, busker, "export")
    data, names = _unpacked(answer)
    assert len(answer.files[0].content) <= stage.chat.most_bytes
    assert names >= {f"songs/{newest}/A.mp3", f"songs/{newest}/B.mp3"}
    assert len(names) + len(data["left_out"]) == 4
    assert data["left_out"]
    assert answer.card.lines[1] == words_for("en").say(
        "export-left-out", takes=len(data["left_out"])
    )


async def test_an_export_is_given_where_nothing_can_be_posted(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await stage.song(busker)
        stage.chat.closed.add(HERE.channel)
        answer = await _press(stage, busker, "export")
    assert _unpacked(answer)[0]["songs"]


# Deletion.


async def test_nothing_is_deleted_before_it_is_confirmed(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        answer = await _press(stage, busker, "forget-me")
    assert [button.action for button in answer.card.buttons] == ["forget-me-yes"]
    assert any("counts on" in line for line in answer.card.lines)
    assert (await stage.job(job_id)).title == "Rain"


async def test_what_was_deleted_is_nowhere_in_the_file(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await _leave_traces(stage, busker)
    await stage.clock.move(2 * DAY.total_seconds())
    async with stage.at_work() as busker:
        await _leave_a_draft(stage)  # the first one is too old by now to be deleted with the rest
        answer = await _press(stage, busker, "forget-me-yes")
        assert answer.card.lines == ("1 song was yours; nothing of it is kept.",)
        data, names = _unpacked(await _press(stage, busker, "export"))
    assert data["songs"][0]["person"].startswith("deleted:")
    assert names == set()
    assert list((stage.folder / "archive").iterdir()) == []
    tables = _tables(stage)
    assert "jobs" in tables
    for table, text in tables.items():
        assert not any(word in text for word in SECRETS), table
        assert table in OF_ADMINS or '"ana"' not in text, table
    whole = (stage.folder / "busker.db").read_bytes()
    assert not any(word.encode() in whole for word in SECRETS)


async def test_open_songs_are_cancelled_and_whatever_comes_of_them_is_not_kept(
    stage: TheStage,
) -> None:
    ids = Accepted(ids=Ids(job_id="j", message_id="m"))
    validated = Validated(title="ocelot", cover_url="https://storage.soundverse.ai/ocelot.webp")
    stage.composer.script = (ids, validated, a_take(1, title="ocelot"), Finished())
    stage.composer.hold_before = 2
    async with stage.at_work() as busker:
        sent = await _song(stage, busker, "quetzal")
        waiting = await _song(stage, busker, "wombat")
        await _press(stage, busker, "forget-me-yes")
        stage.composer.go_on.set()
        await stage.settle()
        assert await stage.store.unfinished() == []
        assert not any(word in text for text in _tables(stage).values() for word in SECRETS)
    jobs = [await stage.job(job_id) for job_id in (sent, waiting)]
    assert [job.stage for job in jobs] == [Stage.CANCELLED, Stage.CANCELLED]
    assert [(job.takes, job.title, job.cover) for job in jobs] == [((), None, None)] * 2
    assert jobs[0].counts
    assert jobs[0].charged is Charged.YES


async def test_a_restart_goes_on_with_what_was_being_deleted(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        job_id = await _song(stage, busker, "quetzal")
        await stage.song(busker, "snow", BEN)
    await stage.store.begin_forgetting(ANA, stage.clock.now())  # and then the process is killed
    await stage.clock.move(60)
    async with stage.at_work() as busker:
        assert not any("quetzal" in text for text in _tables(stage).values())
        later = await stage.song(busker, "rain")
    async with stage.at_work():
        assert (await stage.job(later)).ask.prompt == "rain"
        assert (await stage.job(job_id)).person.id.startswith("deleted:")
    assert await stage.store.being_forgotten() == []


async def test_what_is_asked_for_before_a_restart_goes_on_with_deleting_is_left_alone(
    stage: TheStage,
) -> None:
    await stage.store.begin_forgetting(ANA, stage.clock.now())  # and then the process is killed
    await stage.clock.move(60)
    busker = stage.busker()
    later = await stage.song(busker, "rain")
    await busker.expiry.expire()
    job = await stage.job(later)
    assert (job.stage, job.ask.prompt, job.person.id) == (Stage.RESERVED, "rain", "ana")


async def test_deleting_is_no_way_round_a_limit_or_a_block(stage: TheStage) -> None:
    await stage.limit("1/day")
    async with stage.at_work() as busker:
        await stage.song(busker)
        for _ in range(2):
            await _press(stage, busker, "forget-me-yes")
            refused = await stage.told(busker, "song", prompt="again")
            assert "limit of 1 a day" in refused[1]
        await stage.clock.move(DAY.total_seconds())
        await stage.song(busker, "tomorrow")
        await stage.store.block(stage.change(), "ana", until=None)
        await _press(stage, busker, "forget-me-yes")
        assert "blocked" in (await stage.told(busker, "song", prompt="again"))[1]


async def test_who_comes_back_is_a_newcomer_in_their_language(stage: TheStage) -> None:
    stage.tells_newcomers = True
    async with stage.at_work() as busker:
        await stage.song(busker)
        await _press(stage, busker, "forget-me-yes")
        await stage.song(busker, "again")
        await stage.song(busker, "once more")
        assert len(stage.chat.told) == 2
        await _press(stage, busker, "forget-me-yes")
        job_id = await stage.song(busker, "nochmal", replace(ANA, locale="de"))
    assert len(stage.chat.told) == 3
    assert (await stage.job(job_id)).person.locale == "de"


def test_the_librarys_buttons_are_those_that_can_be_pressed() -> None:
    export, forget = privacy_buttons(words_for("en"), 4)
    assert (export.action, forget.action, forget.is_danger) == ("export", "forget-me", True)
    assert (export.row, forget.row) == (4, 4)


# Its time.


async def test_words_go_with_the_archive_and_numbers_stay(stage: TheStage) -> None:
    job_id = await _aged(stage, timedelta(days=29))
    assert (await stage.job(job_id)).ask.prompt == "quetzal"
    await _pass_days(stage, 3)
    job = await stage.job(job_id)
    assert not any(word in text for text in _tables(stage).values() for word in SECRETS)
    assert (job.stage, job.counts, job.person.id) == (Stage.DONE, True, "ana")
    assert [take.duration_seconds for take in job.takes] == [60.0, 60.0]
    assert job.takes[0].audio_url == ""


def test_words_of_songs_without_files_stay_a_year_however_long_files_may() -> None:
    assert Ages.at(NOON, 500 * DAY).words_before == NOON - 365 * DAY
    assert Ages.at(NOON, 30 * DAY).words_before == NOON - 30 * DAY


@pytest.mark.parametrize(("days", "is_kept"), [(40, True), (364, True), (366, False)])
async def test_words_stay_with_files_that_are_still_there_for_a_year(
    stage: TheStage, days: int, is_kept: bool
) -> None:
    async with stage.at_work() as busker:
        job_id = await stage.song(busker, "quetzal")
    await stage.clock.move(days * DAY.total_seconds())
    await stage.busker().expiry.expire()  # what keeps the files is the archive's affair
    job = await stage.job(job_id)
    assert (job.ask.prompt == "quetzal", job.title == "Rain") == (is_kept, is_kept)
    assert all(take.file for take in job.takes)


async def test_after_thirteen_months_nobody_can_tell_who_it_was(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await _leave_traces(stage, busker)
        [job] = await stage.store.of(ANA, most=9)
    await _pass_days(stage, 395)
    assert (await stage.job(job.id)).person.id == "ana"
    await _pass_days(stage, 2)
    after = await stage.job(job.id)
    assert (after.person.id, after.place.channel, after.place.message) == ("", "", None)
    assert (after.place.server, after.created_at) == (job.place.server, job.created_at)
    assert (after.stage, after.counts, after.charged) == (job.stage, job.counts, job.charged)
    assert {table for table, text in _tables(stage).items() if '"ana"' in text} == {"rules"}


async def test_a_pseudonym_goes_when_nothing_counts_any_more(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        await _press(stage, busker, "forget-me-yes")
    assert (await stage.job(job_id)).place.channel == HERE.channel
    await _pass_days(stage, 2)
    assert (await stage.job(job_id)).place.channel == ""
    await _pass_days(stage, 29)
    assert await _month(stage) == 1
    await _pass_days(stage, 2)
    assert (await stage.job(job_id)).person.id == ""


async def test_forgetting_again_changes_nothing_and_nothing_else_is_forgotten(
    stage: TheStage,
) -> None:
    stage.composer.hold_before = 1
    async with stage.at_work() as busker:
        open_song = await stage.song(busker, "rain", CODA)
    for number in range(450):  # more than one step sees to
        new = a_job(id=f"old{number}", request_key=f"old{number}", person=CODA)
        await stage.store.admit(new, ())
        assert await stage.store.save(new, replace(new, stage=Stage.DONE, finished_at=NOON))
    await stage.clock.move(400 * DAY.total_seconds())
    await stage.busker().expiry.expire()
    assert [job.id for job in await stage.store.of(CODA, most=999)] == [open_song]
    assert (await stage.job(open_song)).ask.prompt == "rain"
    before = _tables(stage)
    await stage.busker().expiry.expire()
    assert _tables(stage) == before


async def _leave_traces(stage: TheStage, busker: Busker) -> None:
    """Of Ana, in every table that can know her."""
    stage.composer.script = (
        Accepted(ids=Ids(job_id="j", message_id="m")),
        Validated(title="ocelot", cover_url="https://storage.soundverse.ai/narwhal.webp"),
        a_take(1, title="ocelot"),
        a_take(2, title="ocelot"),
        Finished(),
    )
    attached = "https://passing.example/1/ocelot.mp3?ex=1"
    await stage.ask(busker, "song", prompt="quetzal", lyrics="wombat", melody_url=attached)
    [job] = await stage.store.of(ANA, most=9)
    await stage.store.like_or_not(ANA, job, 1, stage.clock.now())
    await _leave_a_draft(stage)
    change = replace(stage.change(), actor="eve")
    soon = stage.clock.now() + timedelta(hours=1)
    rule = Rule(most=9, window=Window.DAY)
    await stage.store.set_rule(change, Holder.PERSON, rule, subject="ana")
    await stage.store.grant(change, "ana", 2, until=soon)
    await stage.store.reset(change, "ana")
    await stage.store.block(change, "ana", until=soon)


async def _leave_a_draft(stage: TheStage) -> None:
    draft = Draft(
        id="draft",
        platform=ANA.platform,
        person=ANA.id,
        command="song",
        options={"prompt": "narwhal"},
        created_at=stage.clock.now(),
    )
    await stage.store.keep_draft(draft)


async def _press(stage: TheStage, busker: Busker, action: str, person: Person = ANA) -> Told:
    press = Press(action=action, subject="", person=person, place=HERE, request_key=action)
    answer = await busker.router.press(press)
    await stage.settle()
    assert isinstance(answer, Told)
    return answer


def _unpacked(answer: Told) -> tuple[dict[str, Any], set[str]]:
    [file] = answer.files
    with ZipFile(BytesIO(file.content)) as packed:
        names = set(packed.namelist()) - {"README.txt", "data.json"}
        assert packed.testzip() is None
        return json.loads(packed.read("data.json")), names


def _tables(stage: TheStage) -> dict[str, str]:
    """Every row there is, as text, by table."""
    with closing(sqlite3.connect(stage.folder / "busker.db")) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        names = file.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: json.dumps(file.execute(f"SELECT * FROM {name}").fetchall(), default=repr)  # noqa: S608  # ours
            for (name,) in names
        }


async def _month(stage: TheStage) -> int:
    now = stage.clock.now()
    limit = Limit(scope=Scope.PERSON, most=None, since=now - timedelta(days=31))
    [used] = await stage.store.usage(ANA, HERE.server, [limit], now)
    return used


async def _aged(stage: TheStage, age: timedelta) -> str:
    async with stage.at_work() as busker:
        job_id = await stage.song(busker, "quetzal")
    await stage.clock.move(age.total_seconds())
    return job_id


async def _song(stage: TheStage, busker: Busker, prompt: str) -> str:
    """Asked for under a key that says nothing, as platforms' are."""
    answer = await busker.router.answer(a_command("song", key=f"{len(prompt)}", prompt=prompt))
    await stage.settle()
    assert isinstance(answer, Started)
    return answer.job_id


async def _pass_days(stage: TheStage, days: int) -> None:
    """With files and words going when their time has come."""
    await stage.clock.move(days * DAY.total_seconds())
    busker = stage.busker()
    await busker.retention.make_room()
    await busker.expiry.expire()

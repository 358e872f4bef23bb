import json

from bot.commands.catalogue import Answer
from bot.commands.extend import extend_take
from bot.jobs import Job, Stage
from bot.models import Form, Person, Place, Started, Told
from soundverse.calls import ExtendSong
from soundverse.events import LyricsSection
from tests.bot.conftest import Stage as TheStage
from tests.fakes.composer import WHOLE_SONG
from tests.makers import ANA, BEN, HERE, a_command, a_press, a_take

WORDS = (LyricsSection(label="Verse", text="It rains"),)
SUNG = (*WHOLE_SONG[:2], a_take(1, lyrics=WORDS), a_take(2, lyrics=WORDS), WHOLE_SONG[-1])


async def pressed(
    stage: TheStage, job: Job, version: int, person: Person, place: Place = HERE
) -> Answer:
    """The button Extend under that take, which finds the take and leaves the rest to us."""
    desk = stage.busker().router._desk
    take = job.take(version)
    assert take is not None
    answer = await extend_take(a_press("extend", job.id, person, place), job, take, desk)
    await stage.settle()
    return answer


async def extensions(stage: TheStage, times: int) -> list[str]:
    """A song extended again and again: the lines of the last one's card."""
    stage.composer.script = SUNG
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        for number in range(times):
            answer = await stage.ask(busker, "extend", track=f"{job_id}:A", at=f"0:{10 + number}")
            assert isinstance(answer, Started)
            job_id = answer.job_id
    return list(stage.chat.last(job_id).lines)


async def test_an_extension_keeps_its_family(stage: TheStage) -> None:
    assert "Family: A › ext 1" in await extensions(stage, 1)
    assert "Family: A › ext 1 › ext 2" in await extensions(stage, 2)


async def test_words_without_a_name_go_on_without_one(stage: TheStage) -> None:
    words = (LyricsSection(label="", text="It rains"), LyricsSection(label="Chorus", text="La"))
    stage.composer.script = (*WHOLE_SONG[:2], a_take(1, lyrics=words), WHOLE_SONG[-1])
    async with stage.at_work() as busker:
        await stage.song(busker)
        await stage.ask(busker, "extend")
    [_, (extended, _)] = stage.composer.book
    assert isinstance(extended, ExtendSong)
    assert extended.lyrics == "It rains\n\n[Chorus]\nLa"


async def test_the_result_says_by_its_length_what_it_is(stage: TheStage) -> None:
    assert "By its length this is the whole song." in await extensions(stage, 1)
    async with stage.at_work() as busker:
        stage.composer.script = SUNG
        await stage.song(busker)
        stage.composer.script = (
            *SUNG[:2],
            a_take(1, duration_seconds=30.0),
            a_take(2, duration_seconds=31.0),
            SUNG[-1],
        )
        answer = await stage.ask(busker, "extend")
        assert isinstance(answer, Started)
    assert "By its length this is the added part alone." in stage.chat.last(answer.job_id).lines


async def test_a_form_asks_for_words_that_nobody_knows(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        form = await stage.ask(busker, "extend", ANA, track="b", at="0:30")
        assert isinstance(form, Form)
        assert [field.name for field in form.fields if field.is_required] == ["lyrics"]
        assert form.kept == {"track": f"{job_id}:B", "at": "0:30"}
        assert len(json.dumps(dict(form.kept))) <= 60
        assert all(len(field.label) <= 45 and len(field.hint) <= 100 for field in form.fields)
        await stage.ask(busker, form.command, ANA, lyrics="It rains", prompt="", **form.kept)
    assert stage.composer.book[-1][0] == ExtendSong(
        audio_url=a_take(2).take.audio_url, lyrics="It rains", extend_at_ms=30_000
    )


async def test_ones_own_takes_are_suggested_with_their_age(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        await stage.clock.move(2.5 * 60 * 60)
        await stage.song(busker, "of Ben", BEN)
        choices = await busker.router.suggest(a_command("extend"), "track")
        fitting = await busker.router.suggest(a_command("extend", track="take b"), "track")
    assert [(choice.value, choice.label) for choice in choices] == [
        (f"{job_id}:A", "Rain, take A, 2 h ago"),
        (f"{job_id}:B", "Rain, take B, 2 h ago"),
    ]
    assert list(fitting) == choices[1:]


async def test_whoever_presses_extend_spends_their_own_quota(stage: TheStage) -> None:
    stage.composer.script = SUNG
    async with stage.at_work() as busker:
        job = await stage.job(await stage.song(busker))
        await stage.limit("1/day")
        answer = await pressed(stage, job, 2, BEN)
        assert isinstance(answer, Started)
        assert (await stage.job(answer.job_id)).person.id == "ben"
        assert (await stage.job(answer.job_id)).ask.family == "B"
        assert (await stage.told(busker, "song", prompt="x"))[1].startswith("Your limit of 1")


async def test_a_public_take_of_somebody_else_can_be_named_by_its_id_here_only(
    stage: TheStage,
) -> None:
    stage.composer.script = SUNG
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        hidden = await stage.ask(busker, "song", ANA, prompt="rain", private="on")
        assert isinstance(hidden, Started)
        answer = await stage.ask(busker, "extend", BEN, track=f"{hidden.job_id}:A")
        assert isinstance(answer, Told)
        assert isinstance(await stage.ask(busker, "extend", BEN, track=f"{job_id}:A"), Started)


async def test_a_private_song_goes_on_in_private_where_it_was_asked_for(stage: TheStage) -> None:
    stage.composer.script = SUNG
    alone = await stage.chat.direct(ANA)
    async with stage.at_work() as busker:
        hidden = await stage.ask(busker, "song", ANA, prompt="rain", private="on")
        assert isinstance(hidden, Started)
        answer = await pressed(stage, await stage.job(hidden.job_id), 1, ANA, alone)
        assert isinstance(answer, Started)
    job = await stage.job(answer.job_id)
    assert job.place.channel == alone.channel
    assert job.place.server == HERE.server
    assert job.ask.is_private
    assert answer.aside is None


async def lost_source(stage: TheStage, *missing: str) -> tuple[str, list[str]]:
    """An extension of a take that the service keeps no longer: its id, and what was asked for."""
    stage.composer.script = SUNG
    async with stage.at_work() as busker:
        job_id = await stage.song(busker)
        stage.composer.missing = {a_take(2).take.audio_url, *missing}
        answer = await stage.ask(busker, "extend", ANA, track="B")
        assert isinstance(answer, Started)
    asked = [call.audio_url for call, _ in stage.composer.book if isinstance(call, ExtendSong)]
    return answer.job_id, [url.replace(job_id, "ID") for url in asked]


async def test_a_take_that_the_service_has_lost_is_fetched_where_we_posted_it(
    stage: TheStage,
) -> None:
    job_id, asked = await lost_source(stage)
    assert asked == ["https://cdn.example/result ID:result/Rain - B.mp3"]
    assert (await stage.job(job_id)).counts


async def test_then_at_our_own_address(stage: TheStage) -> None:
    stage.link_for = lambda job, take: f"https://ours.example/{job.id}/{take.letter}.mp3"
    stage.chat.has_links = False
    _, asked = await lost_source(stage)
    assert asked == ["https://ours.example/ID/B.mp3"]


async def test_a_take_that_is_nowhere_any_more_costs_nothing(stage: TheStage) -> None:
    stage.chat.has_links = False
    job_id, asked = await lost_source(stage)
    assert asked == []
    job = await stage.job(job_id)
    assert (job.stage, job.failure, job.counts) == (Stage.FAILED, "source-lost", False)

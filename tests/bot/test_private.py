from bot.jobs import Job
from bot.models import Started
from tests.bot.conftest import Stage as TheStage
from tests.makers import ANA, HERE


async def private_song(stage: TheStage) -> Started:
    async with stage.at_work() as busker:
        answer = await stage.ask(busker, "song", ANA, prompt="rain", private="on")
    assert isinstance(answer, Started)
    return answer


async def job_of(stage: TheStage, answer: Started) -> Job:
    return await stage.job(answer.job_id)


async def test_a_private_song_is_shown_and_posted_to_its_person_alone(stage: TheStage) -> None:
    answer = await private_song(stage)
    job = await job_of(stage, answer)
    assert job.place.channel == "alone with ana"
    assert job.ask.is_private
    [place] = stage.chat.places
    assert place.channel == "alone with ana"
    assert answer.aside is not None
    assert answer.aside.card.lines == ("It comes to your direct messages, and only you see it.",)


async def test_a_private_song_counts_where_it_was_asked_for(stage: TheStage) -> None:
    await stage.limit("1/day")
    job = await job_of(stage, await private_song(stage))
    assert job.place.server == HERE.server
    assert (await stage.told(stage.busker(), "song", prompt="more"))[1].startswith(
        "Your limit of 1"
    )


async def test_who_cant_be_written_to_alone_gets_nothing_private_and_pays_nothing(
    stage: TheStage,
) -> None:
    stage.chat.closed.add("ana")
    async with stage.at_work() as busker:
        told = await stage.told(busker, "song", prompt="rain", private="yes")
        assert told[1].startswith("Busker can't write to you alone.")
        assert await stage.store.unfinished() == []
        await stage.song(busker, "in public")
    assert len(stage.composer.book) == 1

"""`@busker …` in channels and threads, and what is written to the bot alone."""

from adapters.slack.addresses import thread_and_time
from tests.adapters.slack.office import an_office
from tests.bot.conftest import Stage, stage
from tests.fakes.slack import Fault

__all__ = ["stage"]


async def test_a_song_is_asked_for_by_a_mention(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        ben = office.slack.member("ben")
        await office.slack.mention(
            office.ana, office.channel, f"song for {ben.mention} &amp; all lyrics: la"
        )
        [job] = await office.until_asked()
        assert (job.ask.prompt, job.ask.lyrics) == ("for @ben & all", "la")
        assert job.place.message is None


async def test_in_a_thread_the_card_is_to_stand_there(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        first = office.slack.say(office.ana, office.channel, "Who sings for Ben?").message
        assert first
        await office.slack.mention(office.ana, office.channel, "song rain", first)
        [job] = await office.until_asked()
        assert thread_and_time(job.place.message) == (first.ts, None)


async def test_what_is_told_in_a_thread_is_told_there_in_private(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        first = office.slack.say(office.ana, office.channel, "Who sings for Ben?").message
        assert first
        await office.slack.mention(office.ana, office.channel, "quota", first)
        told = await office.told()
        assert told.thread is first


async def test_a_mention_without_a_command_is_answered_with_help(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        for text in ("", "hello, how are you?"):
            await office.slack.mention(office.ana, office.channel, text)
            assert "/song" in (await office.told()).text


async def test_a_mention_without_words_gets_a_button_that_opens_the_form(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        first = office.slack.say(office.ana, office.channel, "Who sings for Ben?").message
        await office.slack.mention(office.ana, office.channel, "song", first)
        told = await office.told()
        pressed = await office.slack.press(office.ana, told, "Open the form")
        await office.slack.submit(await pressed.opened(), {"prompt": "rain"})
        [job] = await office.until_asked()
        assert first
        assert thread_and_time(job.place.message) == (first.ts, None)


async def test_a_mention_that_is_told_of_twice_is_one_song(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        office.slack.faults.on("deliver app_mention", Fault.DUPLICATE)
        await office.slack.mention(office.ana, office.channel, "song rain")
        await office.slack.mention(office.ana, office.channel, "song snow")
        jobs = await office.until_asked(2)
        assert sorted(str(job.ask.prompt) for job in jobs) == ["rain", "snow"]


async def test_in_a_channel_of_another_organisation_people_are_who_they_are(stage: Stage) -> None:
    """Its events have that organisation's `team_id`, and ours among the authorizations."""
    async with an_office(stage) as office:
        reception = office.reception()
        ben = office.slack.member("ben", external=True)
        office.channel.invite(ben)
        mention = f"{office.slack.bot.mention} song"
        for person, wish in ((ben, "rain"), (office.ana, "snow")):
            said = office.slack.say(person, office.channel, f"{mention} {wish}")
            await reception.receive(said.payload | {"team_id": ben.team_id}, {})
        assert "only for members of this workspace" in (await office.told(person=ben)).text
        [job] = await office.until_asked()
        assert job.ask.prompt == "snow"
        assert job.place.server == office.slack.workspace.id
        await reception.close()


async def test_a_plain_message_to_the_bot_alone_is_answered_with_help(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        alone = office.slack.direct(office.ana)
        office.slack.say(office.ana, alone, "hello?")
        assert "/song" in (await alone.next_message()).text
        await office.slack.slash(office.ana, office.channel, "/quota")
        bots = [one for one in alone.seen_by(office.ana) if one.author.is_bot]
        assert len(bots) == 1


async def test_a_command_written_to_the_bot_alone_is_direct_use(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        alone = office.slack.direct(office.ana)
        office.slack.say(office.ana, alone, "song rain")
        [job] = await office.until_asked()
        assert (job.place.server, job.place.channel) == ("slack", alone.id)


async def test_what_bots_say_and_what_is_changed_is_passed_over(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        alone = office.slack.direct(office.ana)
        said = await office.client.chat_postMessage(channel=alone.id, text="song rain")
        await office.client.chat_update(channel=alone.id, ts=said["ts"], text="song snow")
        await office.client.chat_delete(channel=alone.id, ts=said["ts"])
        office.slack.say(office.ana, alone, "song wind")
        [job] = await office.until_asked()
        assert job.ask.prompt == "wind"
        bots = [one for one in alone.seen_by(office.ana) if one.author.is_bot]
        assert bots == []

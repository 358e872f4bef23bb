from tests.adapters.slack.office import an_office
from tests.bot.conftest import Stage, stage

__all__ = ["stage"]


async def test_a_song_is_asked_for_in_plain_text(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        await office.slack.slash(
            office.ana, office.channel, "/song", "rain &amp; snow lyrics: la la"
        )
        [job] = await office.until_asked()
        assert (job.ask.prompt, job.ask.lyrics) == ("rain & snow", "la la")
        assert job.person.id == office.ana.id
        assert (job.place.server, job.place.channel, job.place.message) == (
            office.slack.workspace.id,
            office.channel.id,
            None,
        )
        assert job.person.locale == "en-GB"


async def test_without_words_a_form_asks_for_them(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        asked = await office.slack.slash(office.ana, office.channel, "/song")
        form = await asked.opened()
        assert form.title == "A song"
        await office.slack.submit(form, {"prompt": "rain", "lyrics": "la"})
        [job] = await office.until_asked()
        assert (job.ask.prompt, job.ask.lyrics) == ("rain", "la")
        assert job.place.channel == office.channel.id
        assert not form.is_open


async def test_what_is_wrong_in_a_form_is_said_at_its_field(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        asked = await office.slack.slash(office.ana, office.channel, "/song")
        form = await asked.opened()
        sent = await office.slack.submit(form, {"prompt": "rain", "reference-url": "ftp://x"})
        assert sent.errors == {
            "reference-url": "reference-url must be an address that begins with https://."
        }
        assert form.is_open
        await office.slack.submit(form, {"reference-url": ""})
        [job] = await office.until_asked()
        assert job.ask.prompt == "rain"


async def test_any_command_can_be_said_behind_busker(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        asked = await office.slack.slash(office.ana, office.channel, "/busker", "quota")
        assert "5" in (await asked.shown()).text or (await office.jobs()) == []

"""Slash commands, and what Slack's people are told first."""

from adapters.slack.addresses import place_from
from adapters.slack.inbound import asked_by_command
from adapters.slack.replies import Replies
from tests.adapters.slack.office import an_office
from tests.bot.conftest import Stage, stage
from tests.fakes.slack import Fault

__all__ = ["stage"]


async def test_a_song_is_asked_for_in_plain_text(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        await office.slack.slash(
            office.ana, office.channel, "/song", "rain &amp; snow lyrics: la la"
        )
        [job] = await office.until_asked()
        assert (job.ask.prompt, job.ask.lyrics) == ("rain & snow", "la la")
        assert (job.person.id, job.person.locale) == (office.ana.id, "en-GB")
        place = job.place
        assert (place.server, place.channel) == (office.slack.workspace.id, office.channel.id)
        assert place.message is None
        assert office.channel.seen_by(office.ana) == []


async def test_people_channels_and_links_are_read_as_they_were_typed(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        text = f"for <@{office.ana.id}|ana> in <#{office.channel.id}|music> <!here>, see <http://a.b|a.b>"
        await office.slack.slash(office.ana, office.channel, "/song", text)
        [job] = await office.until_asked()
        assert job.ask.prompt == "for @ana in #music @here, see a.b"


async def test_the_address_of_audio_comes_out_of_its_link(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        text = "rain reference-url: <https://a.example/b.mp3?c=1&amp;d=2|b.mp3>"
        await office.slack.slash(office.ana, office.channel, "/song", text)
        [job] = await office.until_asked()
        assert job.ask.reference_url == "https://a.example/b.mp3?c=1&d=2"


async def test_any_command_can_be_said_behind_busker(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        asked = await office.slack.slash(office.ana, office.channel, "/busker", "quota")
        told = await asked.shown()
        assert "songs" in told.text
        assert told.shown_to is office.ana
        asked = await office.slack.slash(office.ana, office.channel, "/busker", "help")
        assert "/song" in (await asked.shown()).text
        for text in ("dance", "dance" * 2000):
            asked = await office.slack.slash(office.ana, office.channel, "/busker", text)
            assert "dance" in (await asked.shown()).text


async def test_commands_are_known_by_the_prefix_that_they_were_given(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        await office.slack.slash(office.ana, office.channel, "/acme-song", "rain")
        await office.slack.slash(office.ana, office.channel, "/acme-busker", "song snow")
        jobs = await office.until_asked(2)
        assert {job.ask.prompt for job in jobs} == {"rain", "snow"}


async def test_a_refusal_is_told_in_private_and_nothing_is_counted(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        text = "rain reference-url: nonsense"
        asked = await office.slack.slash(office.ana, office.channel, "/song", text)
        told = await asked.shown()
        assert "must be an address that begins with https://" in told.text
        assert told.shown_to is office.ana
        assert await office.jobs() == []


async def test_an_admin_sets_a_rule_for_a_person_who_is_mentioned(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        boss = office.slack.member("boss", admin=True)
        text = f"quota set person: <@{office.ana.id}|ana> rule: 3/day"
        asked = await office.slack.slash(boss, office.channel, "/busker", text)
        told = await asked.shown()
        assert f"<@{office.ana.id}>" in told.text
        asked = await office.slack.slash(office.ana, office.channel, "/quota")
        assert "3 songs a day" in (await asked.shown()).text


async def test_somebody_who_isnt_mentioned_is_nobody(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        boss = office.slack.member("boss", owner=True)
        asked = await office.slack.slash(boss, office.channel, "/busker-admin", "block ana")
        assert "“ana” names nobody" in (await asked.shown()).text
        asked = await office.slack.slash(
            boss, office.channel, "/busker-admin", "channels deny channel: music"
        )
        assert "“music” names none" in (await asked.shown()).text
        asked = await office.slack.slash(
            boss, office.channel, "/busker-admin", "quota set rule: 1/day role: dj"
        )
        assert "There are no roles in Slack" in (await asked.shown()).text


async def test_who_isnt_an_admin_sets_nothing(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        for text in ("", "pause", "quota"):
            asked = await office.slack.slash(office.ana, office.channel, "/busker-admin", text)
            assert "Only admins" in (await asked.shown()).text
            assert office.slack.modal(office.ana) is None


async def test_people_are_answered_in_their_own_language(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        eva = office.slack.member("eva", locale="de-DE")
        asked = await office.slack.slash(eva, office.channel, "/busker", "hoppla")
        assert (await asked.shown()).text.startswith("⚠️ Das ging nicht")


async def test_guests_and_other_organisations_are_refused_in_private(stage: Stage) -> None:
    async with an_office(stage) as office:
        shared = office.slack.channel("both", shared=True)
        guest = office.slack.member("guest", guest=True)
        only = office.slack.member("only", single_channel_guest=True)
        other = office.slack.member("other", external=True)
        shared.invite(guest, only, other)
        async with office.by_socket():
            for person in (guest, only, other):
                asked = await office.slack.slash(person, shared, "/song", "rain")
                told = await asked.shown()
                assert "only for members of this workspace" in told.text
                assert told.shown_to is person
                mention = await office.slack.mention(person, shared, "song rain")
                assert mention.is_answered
                assert "members" in (await shared.next_ephemeral(person)).text
            assert await office.jobs() == []


async def test_guests_may_ask_where_the_operator_lets_them(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket(takes_guests=True):
        guest = office.slack.member("guest", guest=True)
        office.channel.invite(guest)
        await office.slack.slash(guest, office.channel, "/song", "rain")
        [job] = await office.until_asked()
        assert job.person.id == guest.id
        assert not job.person.powers


async def test_who_cant_be_known_is_asked_to_come_again(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        office.slack.faults.on("users.info", Fault.REFUSED, times=1)
        asked = await office.slack.slash(office.ana, office.channel, "/song", "rain")
        assert "doesn't say at the moment who you are" in (await asked.shown()).text
        await office.slack.slash(office.ana, office.channel, "/song", "rain")
        await office.until_asked()


async def test_a_command_that_comes_twice_is_one_song(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        office.slack.faults.on("deliver /song", Fault.DUPLICATE)
        await office.slack.slash(office.ana, office.channel, "/song", "rain")
        await office.slack.slash(office.ana, office.channel, "/song", "snow")
        jobs = await office.until_asked(2)
        assert sorted(str(job.ask.prompt) for job in jobs) == ["rain", "snow"]


async def test_an_answer_whose_address_is_over_goes_beside_it(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        office.slack.faults.on("response_url", Fault.REFUSED, reason="expired_url")
        await office.slack.slash(office.ana, office.channel, "/quota")
        assert "songs" in (await office.told()).text
        assert [call.method for call in office.slack.calls][-1] == "chat.postEphemeral"


async def test_where_the_bot_isnt_an_answer_comes_by_its_address_or_directly(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        secret = office.slack.channel("secret", private=True, has_bot=False)
        asked = await office.slack.slash(office.ana, secret, "/quota")
        assert (await asked.shown()).channel is secret


async def test_files_of_an_answer_come_to_the_person_alone(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        boss = office.slack.member("boss", admin=True)
        await office.slack.slash(boss, office.channel, "/song", "rain")
        await office.until_asked()
        asked = await office.slack.slash(boss, office.channel, "/busker-admin", "usage csv: on")
        told = await asked.shown()
        assert "The files are in our direct messages." in told.text
        office.slack.clock.move(60)
        message = await office.slack.direct(boss).next_message()
        assert [name.rpartition(".")[2] for name in message.filenames] == ["csv"]


async def test_answers_name_commands_as_the_workspace_has_them(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        asked = await office.slack.slash(office.ana, office.channel, "/busker-help")
        assert "/song a birthday song" in (await asked.shown()).text
        asked = await office.slack.slash(office.ana, office.channel, "/acme-busker-help")
        told = (await asked.shown()).text
        assert "/acme-song a birthday song" in told
        assert "/acme-busker-help" in told
        assert "/song" not in told
        home = await office.slack.home(office.ana)
        assert "Ask for one with /acme-song." in home.text
        asked = await office.slack.slash(office.ana, office.channel, "/acme-busker", "oh/song")
        assert "There is no /oh/song. You can ask for /acme-song," in (await asked.shown()).text


async def test_people_in_a_prompt_are_named_whether_slack_says_their_names_or_not(
    stage: Stage,
) -> None:
    async with an_office(stage) as office, office.by_socket():
        text = f"for <@{office.ana.id}> and <@{office.ana.id}|> and <@U0BEN|ben>"
        await office.slack.slash(office.ana, office.channel, "/song", text)
        [job] = await office.until_asked()
        assert job.ask.prompt == "for @ana and @ana and @ben"


async def test_a_word_that_belongs_to_no_option_is_named_as_it_was_written(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        boss = office.slack.member("boss", admin=True)
        asked = await office.slack.slash(boss, office.channel, "/busker-admin", "usage today")
        told = (await asked.shown()).text
        assert "“today”" in told
        assert "csv" in told


async def test_jingle_sounds_belong_to_the_channel(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        boss = office.slack.member("boss", admin=True)
        asked = await office.slack.slash(boss, office.channel, "/jingle-sound", "set ska")
        assert "ska" in (await asked.shown()).text
        sound = await stage.store.sound(place_from(office.slack.workspace.id, office.channel.id))
        assert sound is not None
        assert sound.style == "ska"


async def test_an_address_is_used_three_times_at_most(stage: Stage) -> None:
    async with an_office(stage) as office:
        replies = Replies(office.client)
        asked = asked_by_command(office.slack.begin_slash(office.ana, office.channel, "/x").payload)
        for number in range(5):
            await replies.say(asked, f"told {number}", [], replaces=False)
            assert (await office.told()).text == f"told {number}"
        assert len(office.slack.calls_of("response_url")) == 3
        assert len(office.slack.calls_of("chat.postEphemeral")) == 2


async def test_a_command_that_arrives_too_late_for_a_form_gets_a_button(stage: Stage) -> None:
    async with an_office(stage) as office:
        reception = office.reception()
        asked = office.slack.begin_slash(office.ana, office.channel, "/song")
        office.slack.clock.move(4)
        await reception.receive(asked.payload, {})
        assert (await asked.shown()).buttons == ["Open the form"]
        assert [call.error for call in office.slack.refused] == ["expired_trigger_id"]
        office.slack.calls.clear()
        await reception.close()


async def test_who_somebody_is_is_asked_once_however_much_they_do(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        asked = [office.slack.begin_slash(office.ana, office.channel, "/quota") for _ in range(10)]
        for each in asked:
            await each.shown()
        assert len(office.slack.calls_of("users.info")) == 1

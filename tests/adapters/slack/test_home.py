"""App Home: what is left, what is on its way, one's songs, and the buttons of all that."""

from tests.adapters.slack.office import a_studio, an_office
from tests.bot.conftest import Stage, stage
from tests.fakes.slack import View

__all__ = ["stage"]


def lines(home: View) -> list[str]:
    return home.text.splitlines()


async def test_home_shows_what_is_left_what_is_running_and_my_songs(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        await office.slack.slash(office.ana, office.channel, "/song", "rain")
        await office.until_asked()
        home = await office.slack.home(office.ana)
        headings = [line[2:].strip() for line in lines(home) if not line[0].isascii()]
        assert headings == ["What you have left", "On its way", "Your songs"]
        assert "rain" in home.text
        assert "Cancel" in home.buttons


async def test_a_song_is_cancelled_at_home_which_shows_it_at_once(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        await office.slack.slash(office.ana, office.channel, "/song", "rain")
        await office.until_asked()
        home = await office.slack.home(office.ana)
        await office.slack.press(office.ana, home, "Cancel")
        await home.next_edit()
        assert "On its way" not in home.text
        assert "Cancel" not in home.buttons
        assert await office.jobs() == []


async def test_a_song_is_opened_shown_and_deleted_at_home(stage: Stage) -> None:
    async with a_studio(stage) as office, office.by_socket():
        job = await office.song()
        home = await office.slack.home(office.ana)
        await office.slack.press(office.ana, home, "Open")
        await home.next_edit()
        assert {"Show", "Delete", "Back"} <= {each.split()[0] for each in home.buttons}
        show = next(each for each in home.buttons if each.startswith("Show"))
        await office.slack.press(office.ana, home, show)
        await home.next_edit()
        assert [place.channel for place in stage.chat.places][-1] == office.slack.direct(
            office.ana
        ).id
        assert show in home.buttons
        await office.slack.press(office.ana, home, "Delete")
        await home.next_edit()
        assert home.buttons[-2:] == ["Delete", "Keep"]
        await office.slack.press(office.ana, home, "Delete")
        await home.next_edit()
        assert "Open" not in home.buttons
        kept = await stage.store.get(job.id)
        assert kept is not None
        assert kept.deleted_at is not None


async def test_pages_of_songs_are_turned_at_home(stage: Stage) -> None:
    async with a_studio(stage) as office, office.by_socket():
        for number in range(6):
            await office.song(f"rain {number}")
            await stage.clock.move(3600)
        home = await office.slack.home(office.ana)
        following = next(each for each in home.buttons if each.startswith("Next"))
        await office.slack.press(office.ana, home, following)
        await home.next_edit()
        assert "6. " in home.text
        assert "1. " not in home.text


async def test_a_song_made_at_home_comes_to_the_person_alone_and_counts_here(stage: Stage) -> None:
    async with a_studio(stage) as office, office.by_socket():
        await office.song()
        home = await office.slack.home(office.ana)
        await office.slack.press(office.ana, home, "Open")
        await home.next_edit()
        stage.composer.hold_before = 0
        await office.slack.press(office.ana, home, "Again")
        await home.next_edit()
        assert "direct messages" in lines(home)[1]
        [job] = await office.until_asked()
        assert job.place.channel == office.slack.direct(office.ana).id
        assert job.place.server == office.slack.workspace.id
        stage.composer.go_on.set()


async def test_a_form_opened_at_home_is_answered_there(stage: Stage) -> None:
    async with a_studio(stage) as office, office.by_socket():
        await office.song()
        home = await office.slack.home(office.ana)
        await office.slack.press(office.ana, home, "Open")
        await home.next_edit()
        pressed = await office.slack.press(office.ana, home, "Remix")
        form = await pressed.opened()
        stage.composer.hold_before = 0
        await office.slack.submit(form, {"prompt": "snow"})
        await home.next_edit()
        [job] = await office.until_asked()
        assert (job.ask.prompt, job.place.channel) == ("snow", office.slack.direct(office.ana).id)
        stage.composer.go_on.set()


async def test_guests_find_at_home_why_they_cant_ask(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        guest = office.slack.member("guest", guest=True)
        home = await office.slack.home(guest)
        assert "only for members" in home.text
        assert home.buttons == []


async def test_the_tab_of_messages_changes_nothing(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        asked = office.slack.begin_home(office.ana, "messages")
        await asked.answered()
        await office.slack.home(office.ana)
        assert len(office.slack.calls_of("views.publish")) == 1


async def test_what_is_kept_about_a_person_is_exported_from_home(stage: Stage) -> None:
    async with a_studio(stage) as office, office.by_socket():
        await office.song()
        home = await office.slack.home(office.ana)
        export = next(each for each in home.buttons if each.startswith("Export"))
        await office.slack.press(office.ana, home, export)
        await home.next_edit()
        assert "The files are in our direct messages." in home.text
        office.slack.clock.move(60)
        assert (await office.slack.direct(office.ana).next_message()).files

"""Our own links: good for what they were made for, and for some days."""

from datetime import timedelta
from urllib.parse import unquote, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from bot.links import GOOD_FOR, Links
from tests.fakes.clock import HandClock
from tests.fakes.quiet import Activity

SECRET = bytes(range(32))


def links(secret: bytes = SECRET, clock: HandClock | None = None) -> Links:
    return Links("https://songs.example/", secret, clock or HandClock(Activity()))


def parts(url: str) -> tuple[str, str]:
    files, token, name = urlsplit(url).path.lstrip("/").split("/")
    assert files == "files"
    return token, unquote(name)


@given(st.text(min_size=1).filter(lambda name: name.isprintable()), st.integers(1, 2))
def test_a_link_leads_to_its_take_under_its_name(name: str, version: int) -> None:
    url = links().url_for("rainsong", version, name)
    assert url.startswith("https://songs.example/files/rainsong.")
    assert url.isascii()
    token, named = parts(url)
    assert named == name
    assert links().opened(token, name) == ("rainsong", version)


@given(st.text())
def test_what_isnt_one_of_ours_leads_nowhere(token: str) -> None:
    assert links().opened(token, "Rain - A.mp3") is None


@given(st.data())
def test_a_link_that_was_changed_anywhere_leads_nowhere(data: st.DataObject) -> None:
    token, name = parts(links().url_for("rainsong", 1, "Rain - A.mp3"))
    place = data.draw(st.integers(0, len(token) - 1))
    other = data.draw(st.characters().filter(lambda character: character != token[place]))
    assert links().opened(token[:place] + other + token[place + 1 :], name) is None


def test_another_name_or_another_secret_leads_nowhere() -> None:
    token, name = parts(links().url_for("rainsong", 1, "Rain - A.mp3"))
    assert links().opened(token, "Snow - A.mp3") is None
    assert links(bytes(32)).opened(token, name) is None


async def test_a_link_is_good_for_some_days() -> None:
    clock = HandClock(Activity())
    token, name = parts(links(clock=clock).url_for("rainsong", 1, "Rain - A.mp3"))
    await clock.move((GOOD_FOR - timedelta(seconds=1)).total_seconds())
    assert links(clock=clock).opened(token, name)
    await clock.move(2)
    assert links(clock=clock).opened(token, name) is None

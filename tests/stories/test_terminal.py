"""The same at a real terminal: a pseudo-terminal, with somebody who types."""

import re
from collections.abc import Callable, Iterable, Iterator

import pytest

from tests.stories.conftest import PATIENCE_SECONDS, Home
from tests.stories.typist import Typist, a_typist

Opening = Callable[..., Typist]


@pytest.fixture
def open_terminal(home: Home) -> Iterator[Opening]:
    opened: list[Typist] = []

    def opening(*, lines: int = 40, columns: int = 100, **environment: str) -> Typist:
        opened.append(a_typist(home, lines=lines, columns=columns, **environment))
        return opened[-1]

    yield opening
    for each in opened:
        each.leave()


@pytest.fixture
def terminal(open_terminal: Opening) -> Typist:
    return open_terminal()


def test_cards_change_above_the_line_while_a_person_types(terminal: Typist) -> None:
    terminal.wait_for("/help lists what can be asked")
    terminal.type("/song rain 10 s")
    terminal.wait_for("Composing")
    terminal.wait_for("▀▀▀▀")
    terminal.wait_for("Both takes are ready")
    terminal.wait_for("The files are in songs/")
    terminal.wait_for("1 song today")
    terminal.type("/quota")
    terminal.wait_for("1 song asked for today")
    terminal.type("/music rain 10 s mishap:hang")
    terminal.wait_for("Composing")
    terminal.type("/cancel")
    terminal.wait_for("The service can't be stopped")
    terminal.type("/quit")
    assert terminal.process.wait(timeout=PATIENCE_SECONDS) == 0


def test_leaving_in_mid_song_says_that_it_goes_on(terminal: Typist, home: Home) -> None:
    terminal.type("/song rain 10 s mishap:hang")
    terminal.wait_for("Composing")
    terminal.type("/quit")
    terminal.wait_for("What is unfinished goes on when you start Busker again")
    assert terminal.process.wait(timeout=PATIENCE_SECONDS) == 0
    said, _ = home.run("try")
    assert "Both takes are ready" in said
    assert len(home.band_jobs) == 1


@pytest.mark.parametrize(("lines", "columns"), [(40, 100), (16, 40)])
def test_nothing_that_still_changes_is_left_behind_above(
    open_terminal: Opening, lines: int, columns: int
) -> None:
    terminal = open_terminal(lines=lines, columns=columns)
    for number in range(9):
        terminal.type(f"/music rain {number}, 10 s mishap:hang")
        terminal.wait_for(f"busker> /music rain {number}")
    terminal.wait_for("Composing")
    for times in range(1, 7):
        terminal.type("/help")
        terminal.wait_for("Your songs and more", times)
    terminal.wait_until(lambda: len(buttons_in(terminal.screen.display)) > 1, "the open cards")
    open_cards = buttons_in(terminal.screen.display)
    assert 1 < len(open_cards) <= 9
    assert buttons_in(terminal.seen.splitlines()) == open_cards
    assert max(map(len, terminal.seen.splitlines())) < columns


def buttons_in(lines: Iterable[str]) -> list[str]:
    return [found for line in lines for found in re.findall(r"\[\d+\] Cancel", line)]


def test_the_number_of_a_button_presses_it(terminal: Typist) -> None:
    terminal.type("/music rain 10 s mishap:hang")
    terminal.wait_for("[1] Cancel")
    terminal.wait_for("Composing")
    terminal.type("1")
    terminal.wait_for("The service can't be stopped")
    terminal.wait_until(lambda: "[1] Cancel" not in terminal.seen, "the end of the card")
    terminal.type("77")
    terminal.wait_for("No button has the number 77.")


def test_a_form_is_filled_in_asked_again_and_left(terminal: Typist, home: Home) -> None:
    terminal.type("/song")
    terminal.wait_for("What it is to be like>")
    terminal.type("", end="\x1b\r")
    terminal.wait_for("This one is needed.")
    terminal.type("rain, 10 s", end="\x1b\r")
    terminal.wait_for("Lyrics>")
    terminal.type("la la\rla", end="\x1b\r")
    terminal.wait_for("Audio whose style to follow>")
    terminal.type("mp3")
    terminal.wait_for("reference-url must be an address that begins with https://.")
    terminal.wait_for("[1] Fill in again")
    terminal.type("1")
    terminal.wait_for("What it is to be like> rain, 10 s", times=2)
    terminal.type("", end="\x1b\r")
    terminal.wait_for("Lyrics> la la", times=2)
    terminal.type("", end="\x03")
    terminal.wait_for("The form was left; nothing was asked for.")
    assert home.rows("SELECT * FROM jobs") == []


def test_names_and_options_are_offered_while_they_are_typed(terminal: Typist) -> None:
    terminal.type("/mu", end="")
    terminal.wait_for("An instrumental")
    terminal.type("sic rain st", end="")
    terminal.wait_for("A style, such as jazz")


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"NO_COLOR": "1"}])
def test_a_terminal_that_can_less_shows_the_same(
    open_terminal: Opening, environment: dict[str, str]
) -> None:
    terminal = open_terminal(columns=60, **environment)
    terminal.type("/music rain 10 s")
    terminal.wait_for("Both takes are ready")
    terminal.wait_for("1 song today")
    assert "▀" not in terminal.seen
    terminal.type("/quota")
    terminal.wait_for("1 song asked for today")
    assert max(map(len, terminal.seen.splitlines())) <= 60

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.console.chat import ConsoleChat
from adapters.console.completion import Completions
from adapters.console.drawing import Sheet
from adapters.console.forms import problem_with, value_of
from adapters.console.screen import PlainScreen
from adapters.console.terminal import Terminal
from bot.assembly import Busker
from bot.commands import COMMANDS
from bot.models import Attachment, Button, Card, Choice, Field, Person, Power, Told, Tone
from bot.words import words_for
from tests.bot.conftest import Stage
from tests.disk import files_no_larger_than
from tests.makers import ANA, HERE

ADMIN = replace(ANA, powers=frozenset({Power.ADMINISTER}))
SONG = Card(
    tone=Tone.GOOD,
    title="Rain",
    buttons=(
        Button(action="extend", subject="rain:A", label="Extend A"),
        Button(action="delete", subject="rain", label="Delete", is_danger=True, row=1),
    ),
)


class Kept(PlainScreen):
    """A screen that can be looked at again."""

    def __init__(self) -> None:
        super().__init__()
        self.finished: list[Sheet] = []

    def finish(self, sheet: Sheet) -> None:
        self.finished.append(sheet)

    @property
    def last(self) -> list[str]:
        return [self.finished[-1].card.title, *self.finished[-1].card.lines]


def a_terminal(busker: Busker, folder: Path, person: Person = ADMIN) -> tuple[Terminal, Kept]:
    screen = Kept()
    chat = ConsoleChat(folder / "songs", screen, person)
    terminal = Terminal(
        router=busker.router, specs=COMMANDS, chat=chat, screen=screen, person=person, place=HERE
    )
    return terminal, screen


async def said(stage: Stage, *lines: str, person: Person = ADMIN) -> tuple[Kept, bool]:
    """What the screen has seen after these lines."""
    terminal, screen = a_terminal(stage.busker(), stage.folder, person)
    return screen, await terminal.script(lines, ())


async def test_a_form_is_filled_in_line_by_line_and_keeps_what_was_said_before(
    stage: Stage,
) -> None:
    screen, is_well = await said(stage, "/song review", "rain", "la la\\nla", "", "/quota")
    assert is_well
    form, look, quota = screen.finished
    assert form.card.lines[-1] == "One line for each; an empty one keeps what stands there"
    assert look.card.lines == ("About: rain", "Lyrics:", "la la", "la")
    assert look.note == "Only you see this"
    assert quota.card.title == "Your songs"


async def test_the_end_of_the_script_leaves_a_form_and_offers_it_again(stage: Stage) -> None:
    screen, is_well = await said(stage, "/song", "rain")
    assert not is_well
    assert screen.last == ["Not done", "The form was left; nothing was asked for."]
    assert [each.button.label for each in screen.finished[-1].buttons] == ["Fill in again"]
    assert await stage.store.unfinished() == []


async def test_what_was_filled_in_and_refused_is_filled_in_again_from_there(stage: Stage) -> None:
    screen, _ = await said(stage, "/song", "rain\\nfalls", "", "http://x.y/z", "1", "", "", "")
    again = screen.finished[2].card
    assert again.lines[0].endswith(": rain …")
    assert again.lines[2].endswith(": http://x.y/z")
    assert screen.finished[1].card.lines == screen.finished[3].card.lines
    assert [each.number for each in screen.finished[3].buttons] == [2]


@pytest.mark.parametrize("line", ["7", "0", "\u0667", "9" * 5_000])
async def test_a_number_that_no_button_has_is_told(stage: Stage, line: str) -> None:
    screen, is_well = await said(stage, line)
    assert not is_well
    assert screen.last == ["Not done", f"No button has the number {line[:9]}."]


async def test_whatever_is_typed_gets_a_clear_answer(stage: Stage) -> None:
    lines = [
        "/", "//", "/ song", "/\x00", "/song\x00rain", "/\ud800", "-1", "1.", "[1]", "\x1b[2J",
        "/quota \ud800", "/cancel " + "x" * 1_000_000, "/" + "x" * 1_000_000, "/busker-admin \x07",
        "/busker-admin quota set user: @everyone songs: <!channel>", "/library @everyone",
        "/extend at: at: at:", "/song lyrics: \x1b]0;title\x07", "/jingle-sound",
    ]  # fmt: skip
    await stage.store.block(stage.change(), ANA.id, until=None)  # no song is to be waited for
    for line in lines:
        screen, _ = await said(stage, line)
        text = "\n".join(screen.last)
        assert len(text) > 10, line[:20]
        assert words_for("en").say("defect") not in text, line[:20]


async def test_a_group_alone_tells_what_belongs_to_it(stage: Stage) -> None:
    screen, is_well = await said(stage, "/busker-admin quota")
    assert is_well
    told = "\n".join(screen.last)
    assert "/busker-admin quota set" in told
    assert "/busker-admin pause" not in told


async def test_help_tells_nobody_of_what_they_may_not_use(stage: Stage) -> None:
    screen, _ = await said(stage, "/help", person=ANA)
    assert "/busker-admin" not in "\n".join(screen.last)
    screen, is_well = await said(stage, "/busker-admin quota", person=ANA)
    assert not is_well


async def test_a_button_keeps_its_number_and_no_two_share_one(stage: Stage) -> None:
    terminal, screen = a_terminal(stage.busker(), stage.folder)
    elsewhere = replace(HERE, channel="operators")
    for place in (HERE, HERE, elsewhere):
        await terminal.chat.show(place, replace(SONG, key="rain", is_last=False))
        await terminal.chat.show(place, SONG)
    numbers = [[each.number for each in sheet.buttons] for sheet in screen.finished]
    assert numbers == [[3, 4], [5, 6], [9, 10]]
    assert terminal.chat.numbers.find(10) == screen.finished[-1].buttons[1]


async def test_a_message_of_no_song_says_where_it_stands_and_keeps_nobody_waiting(
    stage: Stage,
) -> None:
    terminal, screen = a_terminal(stage.busker(), stage.folder)
    card = Card(tone=Tone.BAD, title="The disk is full")
    first = await terminal.chat.show(replace(HERE, channel="operators"), card)
    second = await terminal.chat.show(replace(HERE, channel="operators"), card)
    assert first.message != second.message
    assert (await terminal.chat.show(first, card)) == first
    await terminal.chat.show(replace(HERE, channel=""), card)
    notes = [sheet.note for sheet in screen.finished]
    assert notes == [*["In operators"] * 3, "In the operator's channel"]
    assert terminal.chat.is_idle


async def test_what_is_told_to_one_person_says_so(stage: Stage) -> None:
    terminal, screen = a_terminal(stage.busker(), stage.folder)
    await terminal.chat.tell(ANA, "It came after all.\nLook into /library.")
    await terminal.chat.tell(replace(ANA, id="ben"), "Hello")
    assert [sheet.note for sheet in screen.finished] == ["Only you see this", "Only ben sees this"]
    assert screen.finished[0].card.lines == ("It came after all.", "Look into /library.")


async def test_files_of_an_answer_are_kept_and_never_written_over(
    stage: Stage, tmp_path: Path
) -> None:
    terminal, screen = a_terminal(stage.busker(), stage.folder)
    told = Told(card=SONG, files=(Attachment(filename="../usage.csv", content=b"a,b"),))
    await terminal.chat.answer(told, HERE)
    await terminal.chat.answer(told, HERE)
    kept = sorted(path.name for path in (tmp_path / "exports").iterdir())
    assert kept == ["usage (2).csv", "usage.csv"]
    assert screen.finished[1].extra == (f"Saved as {tmp_path}/exports/usage (2).csv",)


async def test_a_full_disk_keeps_no_half_of_a_file_and_that_is_told(
    stage: Stage, tmp_path: Path
) -> None:
    terminal, screen = a_terminal(stage.busker(), stage.folder)
    export = Attachment(filename="busker-export.zip", content=b"all of it" * 1000)
    with files_no_larger_than(2000):
        await terminal.chat.answer(Told(card=SONG, files=(export,)), HERE)
    assert screen.finished[0].extra[0].startswith("It couldn't be saved in ")
    assert [*(tmp_path / "exports").iterdir()] == []


async def test_a_file_that_cant_be_kept_is_told(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "exports").touch()  # a file where the folder is needed
    terminal, screen = a_terminal(stage.busker(), stage.folder)
    told = Told(card=SONG, files=(Attachment(filename="usage.csv", content=b"a,b"),))
    await terminal.chat.answer(told, HERE)
    assert screen.finished[0].extra[0].startswith("It couldn't be saved in ")


CHOOSING = Field(
    name="way",
    label="Way",
    is_required=True,
    choices=(Choice(value="up", label="Upwards"), Choice(value="down", label="Downwards")),
)


@pytest.mark.parametrize(
    ("written", "value"), [("1", "up"), ("downwards", "down"), (" UP ", "up"), ("3", "3")]
)
def test_a_choice_is_made_by_number_or_name(written: str, value: str) -> None:
    assert value_of(CHOOSING, written) == value


@pytest.mark.parametrize(
    ("field", "written", "problem"),
    [
        (CHOOSING, "2", None),
        (CHOOSING, "3", "Write a number from 1 to 2."),
        (CHOOSING, " ", "This one is needed."),
        (Field(name="a", label="A"), "", None),
        (Field(name="a", label="A"), "🎵" * 50, None),
        (
            Field(name="a", label="A"),
            "🎵" * 51,
            "Too long: 102 characters, at most 100 are possible.",
        ),
    ],
)
def test_what_a_field_cant_take_is_said_before_it_is_sent(
    field: Field, written: str, problem: str | None
) -> None:
    assert problem_with(field, written, words_for("en")) == problem


async def offered(stage: Stage, line: str, person: Person = ADMIN) -> Iterable[str]:
    router = stage.busker().router
    specs = router.open_to(person, HERE)
    completions = Completions(router=router, specs=specs, person=person, place=HERE)
    return [line[: len(line) - each.replaces] + each.text async for each in completions.after(line)]


@pytest.mark.parametrize(
    ("line", "offers"),
    [
        ("a song", []),
        ("/mu", ["/music"]),
        ("/jingle", ["/jingle-sound set", "/jingle-sound show", "/jingle-sound clear"]),
        ("/qui", ["/quit"]),
        ("/song rain lyr", ["/song rain lyrics: "]),
        ("/song rain lyrics: la lyr", []),
        ("/song rain ", []),
        ("/song rain private: ", ["/song rain private: on", "/song rain private: off"]),
        ("/song rain private: of", ["/song rain private: off"]),
        ("/song rain dra", []),
        ("/busker-admin pa", ["/busker-admin pause"]),
        ("/dance ", []),
    ],
)
async def test_what_could_come_next_is_offered(stage: Stage, line: str, offers: list[str]) -> None:
    assert await offered(stage, line) == offers


async def test_values_are_offered_as_the_command_suggests_them(stage: Stage) -> None:
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        await stage.settle()
    assert await offered(stage, "/extend ra", ANA) == [f"/extend {song}:A", f"/extend {song}:B"]


async def test_nobody_is_offered_what_they_may_not_use(stage: Stage) -> None:
    assert await offered(stage, "/busker-admin pa", ANA) == []

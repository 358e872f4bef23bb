"""Everything that can be asked or pressed, given what nobody should say. New commands come by themselves."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from bot.assembly import Busker
from bot.commands import BUTTONS, COMMANDS, FORMS, Option, OptionKind, Spec
from bot.commands.catalogue import Answer
from bot.models import Card, Command, Form, Person, Power, Started, Told
from bot.moments import Moment, Shown, told, written
from bot.refusal_card import defect_card
from bot.words import words_for
from tests.bot.conftest import Stage
from tests.makers import ANA, BEN, HERE, NOON, a_press

ADMIN = replace(ANA, powers=frozenset(Power))
SPECS = (*COMMANDS, *FORMS)
DEFECT = defect_card(words_for("en"))

MENTIONS = "@everyone <@123> <@&1> <#9> <!channel> <!subteam^S1>"
HUGE = "x" * 1_000_000
BROKEN = "rain \ud800 \udfff rain"
TYPED = "typed"
TEXTS = (
    "",
    " \n\t ",
    HUGE,
    "🎵" * 3_000,
    "\x00\x07\x1b[2J\x9b",
    BROKEN,
    written(NOON, Shown.SOON, TYPED),
    "\u202erain\u2066\u200b\ufeff",
    MENTIONS,
    "{ $name } { -term } { NUMBER(1) } = [one]",
    "[bold]rain[/] **rain** <b>&amp; `rain` | ~~rain~~ > rain",
    "'; DROP TABLE jobs; -- %s %n",
    "../../etc/passwd",
    "rain lyrics: prompt: user: at:",
    "[Verse]",
)
NUMBERS = ("0", "-1", "5", "1.5", "9" * 30, "1e309", "nan", "٣", "5/day", "0/day", "9999999999/day")
ADDRESSES = ("https://", "https://[::1", "http://127.0.0.1/", "https://a b.c/d", "javascript:x")
TIMES = ("99999:99", "0:00", "1:2:3", "3000-01-01", "0001-01-01", "9999-12-31", "99999999 d")
BAD = (*TEXTS, *NUMBERS, *ADDRESSES, *TIMES)
WORST = ("", HUGE, BROKEN, MENTIONS, "0")

SENSIBLE = {
    OptionKind.PERSON: "ben",
    OptionKind.ROLE: "singers",
    OptionKind.CHANNEL: "terminal",
    OptionKind.SWITCH: "on",
    OptionKind.AUDIO: "https://example.com/a.mp3",
}
"""What the other options say meanwhile."""

MOST_SHOWN = 6_000
"""Characters that every platform can show of one card."""

SUBJECTS = (
    "",
    ":",
    "@",
    "nosuchsong",
    "nosuchsong:A@0a",
    "0",
    "-1",
    "9" * 30,
    "x" * 1_000,
    "rain \ud800",
    "\x00",
    MENTIONS,
    "../../etc/passwd",
    "a:b:c:d:e:f",
)


def sayings(spec: Spec) -> Iterator[dict[str, str]]:
    """Every bad value of every option, with what is needed; the worst with all the others, too."""
    yield {}
    yield {option.name: sensible(option) for option in spec.options}
    yield {"no-such-option": "rain"}
    for option in spec.options:
        others = {each.name: sensible(each) for each in spec.options if each is not option}
        needed = {name: others[name] for name in others if option_of(spec, name).is_required}
        yield {option.name: sensible(option)}
        yield from ({**needed, option.name: value} for value in BAD)
        yield from ({**others, option.name: value} for value in WORST)


def sensible(option: Option) -> str:
    return option.choices[0] if option.choices else SENSIBLE.get(option.kind, "5")


def option_of(spec: Spec, name: str) -> Option:
    return next(option for option in spec.options if option.name == name)


def texts_of(answer: Answer) -> Iterator[str]:
    if isinstance(answer, Form):
        yield answer.title
        yield from (text for each in answer.fields for text in (each.label, each.hint, each.value))
    elif isinstance(answer, Told):
        yield from texts_on(answer.card)
    elif answer.aside:
        yield from texts_on(answer.aside.card)


def texts_on(card: Card) -> Iterator[str]:
    yield from (card.title, *card.lines, card.footer or "")
    yield from (button.label + button.action + button.subject for button in card.buttons)


def in_words(moment: Moment) -> str:
    assert moment.words != TYPED
    return moment.words


async def is_clear(stage: Stage, answer: Answer, before: int) -> None:
    """It says something that can be shown, or makes a song that reaches its end."""
    said = told("".join(texts_of(answer)), in_words, str)
    said.encode()  # a lone surrogate can't be sent
    assert len(said) <= MOST_SHOWN
    assert not any(ord(each) < 32 and each not in "\n\t" for each in said)
    if isinstance(answer, Started):
        await stage.settle()
        assert (await stage.job(answer.job_id)).stage.is_final
        return
    if isinstance(answer, Told):
        assert answer.card != DEFECT
        assert answer.card.title.strip()
        assert any(line.strip() for line in answer.card.lines)
    assert songs_in(stage) == before


def songs_in(stage: Stage) -> int:
    with closing(sqlite3.connect(stage.folder / "busker.db")) as file:
        return int(file.execute("SELECT count(*) FROM jobs").fetchone()[0])


async def ask(busker: Busker, spec: Spec, options: dict[str, str], key: int) -> Answer:
    command = Command(
        name=spec.name, options=options, person=ADMIN, place=HERE, request_key=f"key {key}"
    )
    for option in spec.options:
        await busker.router.suggest(command, option.name)
    return await busker.router.answer(command)


def faults_in(logs: Sequence[object]) -> list[object]:
    return [each for each in logs if isinstance(each, dict) and each["log_level"] == "error"]


@pytest.mark.parametrize("spec", SPECS, ids=[spec.name.replace(" ", "-") for spec in SPECS])
async def test_whatever_is_said_with_a_command_gets_a_clear_answer(
    stage: Stage, spec: Spec
) -> None:
    async with stage.at_work() as busker:
        await stage.song(busker)
        for number, options in enumerate(sayings(spec)):
            before = songs_in(stage)
            with capture_logs() as logs:
                answer = await ask(busker, spec, options, number)
                short = {name: value[:60] for name, value in options.items()}
                assert not faults_in(logs), short
                await is_clear(stage, answer, before)


@pytest.mark.parametrize("action", [*BUTTONS, "no-such-button", ""])
@pytest.mark.parametrize("person", [ADMIN, BEN], ids=["admin", "ben"])
async def test_whatever_a_button_says_gets_a_clear_answer(
    stage: Stage, action: str, person: Person
) -> None:
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        ends = ("", ":A", ":B", ":Z", ":", "@", ":A@9999a", ":A@x", "@0a" + "x" * 200, ":9" * 20)
        for subject in (*SUBJECTS, *(song + end for end in ends)):
            before = songs_in(stage)
            with capture_logs() as logs:
                answer = await busker.router.press(a_press(action, subject, person))
                assert not faults_in(logs), subject
                await stage.settle()
                await is_clear(stage, answer, before)


async def test_text_is_as_long_as_the_platforms_and_the_service_count_it(stage: Stage) -> None:
    async with stage.at_work() as busker:
        told = await stage.told(busker, "song", prompt="🎵" * 513)
        assert "1026" in told[1].replace(",", "")
        assert isinstance(await stage.ask(busker, "song", prompt="🎵" * 512), Started)


async def test_mentions_stay_as_they_were_written(stage: Stage) -> None:
    async with stage.at_work() as busker:
        song = await stage.song(busker, MENTIONS)
    assert (await stage.job(song)).ask.prompt == MENTIONS
    assert any(MENTIONS in card.title for card in stage.chat.cards[song])
    assert stage.clock.now() == NOON

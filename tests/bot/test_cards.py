from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.buttons import buttons_for
from bot.cards import card_for
from bot.errors import OverQuota
from bot.jobs import INSTRUMENTAL, Ask, Job, Kind, Stage, advance
from bot.models import Button, Card, Person, Tone
from bot.quota_card import quota_card
from bot.quotas import Allowance, Limit, Rule, Scope, Window
from bot.refusal_card import refusal_card
from bot.words import words_for
from soundverse.events import Accepted, Ids, Progressed, Validated
from tests.makers import NOON, a_job, a_take, a_working_job, an_ask, read

ENGLISH = words_for("en")
RULE = Rule(most=5, window=Window.DAY)
CANCEL = (Button(action="cancel", subject="rainsong", label="Cancel"),)


def shown(job: Job, **facts: object) -> Card:
    return card_for(job, ENGLISH, **{"player": "soundverse", **facts})  # type: ignore[arg-type]  # varied


def test_a_waiting_song_says_how_many_are_ahead() -> None:
    assert shown(a_job(stage=Stage.QUEUED), ahead=2) == Card(
        key="rainsong",
        tone=Tone.WAITING,
        title="Song: a song about rain",
        lines=("Played by Soundverse", "Waiting, 2 ahead of you"),
        buttons=CANCEL,
    )


def test_a_song_at_work_shows_title_cover_and_numbers_as_they_become_known() -> None:
    job = a_working_job()
    assert shown(job).lines[1] == "Asking for the song"
    job = advance(job, Accepted(ids=Ids(job_id="j")), NOON)
    assert shown(job).lines[1] == "Accepted"
    job = advance(job, Validated(title="Rain"), NOON)
    job = advance(advance(job, Progressed(percent=40), NOON), a_take(1), NOON)
    assert shown(job, cover=Path("c.webp")) == Card(
        key="rainsong",
        tone=Tone.WORKING,
        title="Rain",
        lines=("Played by Soundverse", "Composing", "Take A is done"),
        percent=40,
        cover=Path("c.webp"),
        buttons=CANCEL,
    )


def test_the_house_band_says_that_it_hears_no_audio() -> None:
    job = a_job(stage=Stage.FAILED, failure="file-refused")
    assert "The service couldn't use the audio." in shown(job).lines
    assert shown(job, player="houseband").lines[1].startswith("The house band can't listen")


def test_a_card_that_others_read_says_who_asked() -> None:
    cleo = Person(platform="discord", id="7")
    asked = "Asked for by <@7>"
    job = a_working_job(person=cleo)
    assert shown(job).lines[:2] == (asked, "Played by Soundverse")
    assert asked in shown(replace(job, stage=Stage.FAILED, failure="busy")).lines
    assert asked not in shown(replace(job, stage=Stage.DONE)).lines, "a result calls its person"
    assert asked not in shown(replace(job, ask=an_ask(is_private=True))).lines


def on_disk(job: Job, letters: str = "AB") -> Job:
    takes = (
        replace(take, file=Path(f"{take.letter}.mp3") if take.letter in letters else None)
        for take in job.takes
    )
    return replace(job, takes=tuple(takes))


def buttons(card: Card) -> list[list[str]]:
    """The labels, row by row."""
    rows = sorted({button.row for button in card.buttons})
    return [[button.label for button in card.buttons if button.row == row] for row in rows]


def test_a_done_song_tells_its_takes_and_what_is_left() -> None:
    job = a_working_job(title="Rain", stage=Stage.DONE)
    for take in (a_take(1), a_take(2, bpm=None, duration_seconds=61.6)):
        job = advance(job, take, NOON)
    job = on_disk(job)
    assert shown(job, allowance=Allowance(rule=RULE, used=2, resets_at=None)) == Card(
        key="rainsong",
        is_last=True,
        tone=Tone.GOOD,
        title="Rain",
        lines=(
            "Played by Soundverse",
            "Both takes are ready",
            "Take A: 1:00, 112 bpm",
            "Take B: 1:02",
        ),
        buttons=tuple(buttons_for(job, ENGLISH)),
        footer="3 of 5 songs left today",
    )


def test_a_done_song_has_two_rows_of_buttons() -> None:
    job = a_working_job(title="Rain", stage=Stage.DONE)
    job = on_disk(advance(advance(job, a_take(1), NOON), a_take(2), NOON))
    assert buttons(shown(job)) == [
        ["Extend A", "Extend B", "Again", "Remix"],
        ["♥ A", "♥ B", "Lyrics", "Delete"],
    ]
    assert [f"{each.action} {each.subject}" for each in shown(job).buttons][:3] == [
        "extend rainsong:A",
        "extend rainsong:B",
        "again rainsong",
    ]
    assert [each.label for each in shown(job).buttons if each.is_danger] == ["Delete"]


@pytest.mark.parametrize(
    "ask",
    [
        Ask(kind=Kind.MUSIC, version="v6", prompt="rain"),
        Ask(kind=Kind.EXTEND, version="v6", lyrics=INSTRUMENTAL),
    ],
)
def test_what_has_no_words_has_no_button_for_them(ask: Ask) -> None:
    job = replace(a_working_job(title="Rain", stage=Stage.DONE), ask=ask)
    job = on_disk(advance(job, a_take(1), NOON))
    assert buttons(shown(job))[1] == ["♥ A", "Delete"]


def test_a_take_that_is_missing_has_neither_line_nor_buttons() -> None:
    job = a_working_job(title="Rain", stage=Stage.PARTIAL)
    job = on_disk(advance(advance(job, a_take(1), NOON), a_take(2), NOON), "B")
    assert shown(job).lines[1:] == (
        "One take is ready; the other one failed",
        "Take B: 1:00, 112 bpm",
    )
    assert buttons(shown(job)) == [
        ["Extend B", "Again", "Remix"],
        ["♥ B", "Lyrics", "Delete"],
    ]


def test_what_couldnt_be_posted_says_where_it_is_kept() -> None:
    job = a_working_job(title="Rain", stage=Stage.DONE, failure="undelivered")
    assert shown(job).lines[-1] == "It couldn't be posted here; it is kept for you: /library"


def test_a_song_that_is_being_posted_has_no_buttons() -> None:
    job = advance(a_working_job(stage=Stage.POSTING), a_take(1), NOON)
    assert shown(job).buttons == ()
    assert shown(job).lines[1:] == ("Fetching the takes", "Take A is done")


def test_a_failed_song_says_why_and_that_it_doesnt_count() -> None:
    card = shown(a_job(stage=Stage.FAILED, failure="take-failed", counts=False))
    assert card.tone is Tone.BAD
    assert card.lines[1:] == (
        "The service accepted the song and then failed to make it.",
        "This doesn't count.",
    )
    assert [button.action for button in card.buttons] == ["again", "edit"]


def test_the_house_band_says_that_it_doesnt_sing() -> None:
    song, music = a_job(), a_job(ask=an_ask(kind=Kind.MUSIC, version="v6"))
    assert "played, not sung" in shown(song, player="houseband").lines[0]
    assert shown(music, player="houseband").lines[0] == "Played by the house band"


def test_long_and_broken_prompts_stay_one_short_heading() -> None:
    title = shown(a_job(ask=an_ask(prompt="rain\n\nand " + "wind " * 100))).title
    assert "\n" not in title
    assert title.startswith("Song: rain and wind")
    assert len(title) < 90
    assert title.endswith("…")


def test_the_quota_says_rule_use_and_reset() -> None:
    allowance = Allowance(rule=RULE, used=2, resets_at=NOON + timedelta(hours=3, minutes=5))
    card = quota_card(allowance, NOON, ENGLISH)
    assert (card.tone, card.title, card.footer) == (
        Tone.GOOD,
        "Your songs",
        "3 of 5 songs left today",
    )
    assert read(card) == (
        "2 songs asked for today",
        "By the default rule: 5 songs a day",
        "Starts anew in 3 h 5 min",
    )


def test_a_refusal_names_the_rule_and_when_it_ends() -> None:
    limit = Limit(
        scope=Scope.PERSON, most=5, rule=RULE, since=NOON, resets_at=NOON + timedelta(minutes=20)
    )
    refusal = OverQuota(limit=limit)
    assert read(refusal_card(refusal, NOON, ENGLISH)) == (
        "Your limit of 5 a day is reached. It starts anew in 20 min.",
    )

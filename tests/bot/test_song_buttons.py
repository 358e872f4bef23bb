import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.assembly import Busker
from bot.commands import BUTTONS
from bot.jobs import Stage, Take
from bot.models import Command, Form, Person, Place, Power, Started, Told
from bot.quotas import Holder, Limit, Scope, rule_from
from bot.terms import Terms
from soundverse.calls import GenerateMusic, GenerateSong
from soundverse.errors import Declined, FileLost, TakeFailed
from soundverse.events import Accepted, Ids, LyricsSection
from tests.bot.conftest import Stage as TheStage
from tests.bot.test_library import told
from tests.fakes.composer import WHOLE_SONG
from tests.makers import ANA, BEN, HERE, NOON, a_command, a_job, a_press, a_take, an_ask

MODERATOR = replace(BEN, powers=frozenset({Power.MODERATE}))
ELSEWHERE = Place(platform="console", server="elsewhere", channel="music")
VERSE = LyricsSection(label="Verse", text="It rains\nand rains")


def refused(answer: object) -> str:
    assert isinstance(answer, Told)
    assert answer.is_refusal
    [line] = answer.card.lines
    return line


async def sent(
    stage: TheStage, busker: Busker, form: object, person: Person = ANA, **written: str
) -> object:
    """The form as the person sends it: its fields with what is written over them, and what is kept."""
    assert isinstance(form, Form)
    fields = {field.name: field.value for field in form.fields}
    assert written.keys() <= fields.keys()
    answer = await busker.router.answer(
        Command(
            name=form.command,
            options={**form.kept, **fields, **written},
            person=person,
            place=HERE,
            request_key=f"form:{person.id}:{written}",
        )
    )
    await stage.settle()
    return answer


async def counted(stage: TheStage, person: Person) -> int:
    limit = Limit(scope=Scope.PERSON, most=None, since=NOON)
    [used] = await stage.store.usage(person, HERE.server, [limit], stage.clock.now())
    return used


# Again.


async def test_again_asks_for_the_same_from_the_quota_of_whoever_presses_once_a_press(
    stage: TheStage,
) -> None:
    there = replace(HERE, channel="elsewhere", message="the result")
    async with stage.at_work() as busker:
        first = await stage.ask(busker, "music", prompt="rain", style="lo-fi")
        assert isinstance(first, Started)
        answers = [await stage.press(busker, "again", first.job_id, BEN, there) for _ in range(2)]
    assert answers[0] == answers[1]
    assert isinstance(answers[0], Started)
    assert [call for call, _ in stage.composer.book] == [
        GenerateMusic(prompt="rain", style="lo-fi"),
        GenerateMusic(prompt="rain", style="lo-fi"),
    ]
    again = await stage.job(answers[0].job_id)
    assert (again.person.id, again.place.channel) == ("ben", "elsewhere")
    assert again.place.message == f"card of {again.id}"
    assert (await counted(stage, ANA), await counted(stage, BEN)) == (1, 1)


async def test_a_double_click_is_one_song_though_the_platform_tells_of_two_presses(
    stage: TheStage,
) -> None:
    async with stage.at_work() as busker:
        song = await stage.song(busker)

        async def pressed(number: int, person: Person = ANA) -> str:
            press = replace(a_press("again", song, person), request_key=f"press {number}")
            answer = await busker.router.press(press)
            assert isinstance(answer, Started)
            return answer.job_id

        both = await asyncio.gather(pressed(1), pressed(2))
        assert both[0] == both[1] != await pressed(3, BEN)
        await stage.clock.move(2.9)
        assert await pressed(4) == both[0]
        await stage.clock.move(0.1)
        assert await pressed(5) != both[0]
    assert await counted(stage, ANA) == 3


async def test_again_works_for_a_song_that_failed_and_after_a_restart(stage: TheStage) -> None:
    stage.composer.script = (Accepted(ids=Ids(job_id="j")), TakeFailed("no"))
    async with stage.at_work() as busker:
        song = await stage.song(busker)
    stage.composer.script = WHOLE_SONG
    async with stage.at_work() as busker:
        again = await stage.press(busker, "again", song)
        assert isinstance(again, Started)
        assert (await stage.job(again.job_id)).title == "Rain"


async def test_again_obeys_the_limits(stage: TheStage) -> None:
    await stage.limit("1/day")
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        line = refused(await stage.press(busker, "again", song))
    assert line.startswith("Your limit of 1 a day is reached")


async def test_a_private_song_again_is_private_and_counts_where_it_was_asked(
    stage: TheStage,
) -> None:
    async with stage.at_work() as busker:
        first = await stage.ask(busker, "song", prompt="rain", private="on")
        assert isinstance(first, Started)
        alone = (await stage.job(first.job_id)).place
        direct = Place(platform="console", server="direct", channel=alone.channel)
        again = await stage.press(busker, "again", first.job_id, ANA, direct)
        assert isinstance(again, Started)
        assert again.aside is None
        job = await stage.job(again.job_id)
    assert job.ask.is_private
    assert (job.place.server, job.place.channel) == (HERE.server, alone.channel)


@pytest.mark.parametrize("action", ["again", "extend", "remix"])
async def test_a_private_song_is_gone_on_from_under_the_rule_of_the_role_it_was_asked_with(
    stage: TheStage, action: str
) -> None:
    singer = replace(ANA, roles=("singer",))
    await stage.store.set_rule(stage.change(), Holder.ROLE, rule_from("1/day"), subject="singer")
    await stage.limit("5/day")
    async with stage.at_work() as busker:
        first = await stage.ask(busker, "song", singer, prompt="rain", lyrics="la", private="on")
        assert isinstance(first, Started)
        direct = replace((await stage.job(first.job_id)).place, server="direct")
        subject = f"{first.job_id}:A" if action == "extend" else first.job_id
        answer = await stage.press(busker, action, subject, ANA, direct)
        if isinstance(answer, Form):
            sent = replace(a_command("remix", prompt="snow", of=first.job_id), place=direct)
            answer = await busker.router.answer(sent)
    assert refused(answer).startswith("Your limit of 1 a day is reached")


# Extend.


async def test_anybody_extends_the_take_of_a_public_song_from_their_own_quota(
    stage: TheStage,
) -> None:
    takes = (a_take(number, lyrics=(VERSE,)) for number in (1, 2))
    stage.composer.script = (*WHOLE_SONG[:2], *takes, WHOLE_SONG[-1])
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        answers = [await stage.press(busker, "extend", f"{song}:B", BEN) for _ in range(2)]
        assert answers[0] == answers[1]
        assert isinstance(answers[0], Started)
        longer = await stage.job(answers[0].job_id)
        assert (longer.ask.source_job, longer.ask.source_version) == (song, 2)
        assert (await counted(stage, ANA), await counted(stage, BEN)) == (1, 1)
        last = stage.chat.last(longer.id).buttons
        assert f"{longer.id}:A" in [each.subject for each in last if each.action == "extend"]


async def test_a_private_song_is_extended_in_private_wherever_it_was_found(
    stage: TheStage,
) -> None:
    async with stage.at_work() as busker:
        first = await stage.ask(busker, "song", prompt="rain", lyrics="la", private="on")
        assert isinstance(first, Started)
        subject = f"{first.job_id}:A"
        assert refused(await stage.press(busker, "extend", subject, BEN)).endswith("else.")
        answer = await stage.press(busker, "extend", f"{subject}@0a")
        assert isinstance(answer, Started)
        assert answer.aside
        longer = await stage.job(answer.job_id)
    assert longer.ask.is_private
    assert (longer.place.server, longer.place.channel) == (HERE.server, "alone with ana")


# Remix and Edit.


async def test_a_remix_begins_with_what_the_song_was_asked_for_by(stage: TheStage) -> None:
    url = "https://x.y/z.mp3"
    async with stage.at_work() as busker:
        first = await stage.ask(busker, "song", prompt="rain", lyrics="la", melody_url=url)
        assert isinstance(first, Started)
        form = await stage.press(busker, "remix", first.job_id, BEN)
        assert isinstance(form, Form)
        assert form.title == "Remix"
        assert [(field.name, field.value) for field in form.fields] == [
            ("prompt", "rain"),
            ("lyrics", "la"),
        ]
        assert len("".join((*form.kept, *form.kept.values()))) <= 60
        assert isinstance(await sent(stage, busker, form, BEN, lyrics="", prompt="snow"), Started)
    assert stage.composer.book[1][0] == GenerateSong(version="v7", prompt="snow", melody_url=url)
    assert await counted(stage, BEN) == 1


async def test_a_remix_of_music_asks_for_prompt_and_style(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        first = await stage.ask(busker, "music", prompt="rain", style="jazz")
        assert isinstance(first, Started)
        form = await stage.press(busker, "remix", first.job_id)
        assert isinstance(form, Form)
        assert [field.name for field in form.fields] == ["prompt", "style"]
        assert refused(await sent(stage, busker, form, prompt=" ")).startswith("prompt is missing")
        assert isinstance(await sent(stage, busker, form, style="funk"), Started)
    assert stage.composer.book[1][0] == GenerateMusic(prompt="rain", style="funk")


async def test_a_remix_of_a_jingle_keeps_its_length_and_sound(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        first = await stage.ask(busker, "jingle", prompt="rain", length="7")
        assert isinstance(first, Started)
        answer = await sent(stage, busker, await stage.press(busker, "remix", first.job_id))
        assert isinstance(answer, Started)
        assert (await stage.job(answer.job_id)).ask == (await stage.job(first.job_id)).ask


async def test_edit_is_the_form_of_a_song_that_failed_for_its_person(stage: TheStage) -> None:
    stage.composer.script = (Declined("no"),)
    async with stage.at_work() as busker:
        song = await stage.song(busker, "bad words")
        form = await stage.press(busker, "edit", song)
        assert isinstance(form, Form)
        assert (form.title, form.fields[0].value) == ("Edit", "bad words")
        for action in ("edit", "remix", "again", "lyrics", "pick"):
            assert refused(await stage.press(busker, action, song, BEN)).endswith("somebody else.")
        assert refused(await sent(stage, busker, form, BEN)).endswith("somebody else.")


@pytest.mark.parametrize("action", ["again", "remix", "edit"])
async def test_when_the_words_were_forgotten_the_form_is_empty_and_says_why(
    stage: TheStage, action: str
) -> None:
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        await stage.store.delete(await stage.job(song), NOON)
        form = await stage.press(busker, action, song)
        assert isinstance(form, Form)
        assert [field.value for field in form.fields] == ["", ""]
        assert form.fields[0].hint == (
            "What this song was asked for by isn't kept any more; write it anew"
        )
        assert isinstance(await sent(stage, busker, form, prompt="snow"), Started)
    assert len(stage.composer.book) == 2


async def test_an_extension_whose_source_is_forgotten_says_so(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        await stage.song(busker)
        longer = await stage.ask(busker, "extend", lyrics="la")
        assert isinstance(longer, Started)
        form = await stage.press(busker, "remix", longer.job_id)
        assert isinstance(form, Form)
        assert (form.fields[0].name, form.fields[0].value) == ("lyrics", "la")
        await stage.store.delete(await stage.job(longer.job_id), NOON)
        assert refused(await stage.press(busker, "again", longer.job_id)) == (
            "The take that song went on from isn't kept any more."
        )


# Lyrics.


async def test_lyrics_are_the_takes_own_words(stage: TheStage) -> None:
    other = replace(VERSE, label="", text="It snows")
    stage.composer.script = (
        *WHOLE_SONG[:2],
        a_take(1, lyrics=(VERSE,)),
        a_take(2, lyrics=(VERSE, other)),
        WHOLE_SONG[-1],
    )
    async with stage.at_work() as busker:
        card = told(await stage.press(busker, "lyrics", await stage.song(busker), BEN))
    assert card.title == "The words of “Rain”"
    assert "\n".join(card.lines) == (
        "Take A\n\n[Verse]\nIt rains\nand rains\n\nTake B\n\n[Verse]\nIt rains\nand rains\n\nIt snows"
    )


async def test_words_that_both_takes_sing_are_shown_once(stage: TheStage) -> None:
    takes = (a_take(number, lyrics=(VERSE,)) for number in (1, 2))
    stage.composer.script = (*WHOLE_SONG[:2], *takes, WHOLE_SONG[-1])
    async with stage.at_work() as busker:
        card = told(await stage.press(busker, "lyrics", await stage.song(busker)))
    assert card.lines == ("[Verse]", "It rains", "and rains")


async def test_long_words_come_as_a_file(stage: TheStage) -> None:
    long = replace(VERSE, text="Regen ☔ " * 300)
    stage.composer.script = (*WHOLE_SONG[:2], a_take(1, lyrics=(long,)), WHOLE_SONG[-1])
    async with stage.at_work() as busker:
        answer = await stage.press(busker, "lyrics", await stage.song(busker))
    assert isinstance(answer, Told)
    [file] = answer.files
    assert file.filename == "lyrics.txt"
    assert file.content.decode() == f"[Verse]\n{long.text}"
    assert answer.card.lines == ("They are long, so they are in the file.",)


async def test_without_words_the_answer_says_why(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        music = await stage.ask(busker, "music", prompt="rain")
        assert isinstance(music, Started)
        song = await stage.song(busker)
        own = await stage.ask(busker, "song", prompt="rain", lyrics="La\nla")
        assert isinstance(own, Started)
        lines = [
            told(await stage.press(busker, "lyrics", each)).lines
            for each in (music.job_id, song, own.job_id)
        ]
    assert lines == [
        ("It is an instrumental; nothing is sung.",),
        ("The words aren't known, or no longer kept.",),
        ("La", "la"),
    ]


# Delete.


async def test_delete_asks_once_and_takes_messages_files_and_words_away(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        await stage.press(busker, "show", song, place=ELSEWHERE)
        before = await stage.job(song)
        asked = told(await stage.press(busker, "delete", song))
        assert asked.title == "Delete “Rain”?"
        [yes] = asked.buttons
        assert yes.is_danger
        assert await stage.job(song) == before
        done = await stage.press(busker, yes.action, yes.subject)
        assert isinstance(done, Told)
        assert done.replaces
        assert done.card.title == "“Rain” is deleted"
        after = await stage.job(song)
        assert (after.title, after.takes, after.ask.prompt) == (None, (), None)
        assert await counted(stage, ANA) == 1
    assert not list((stage.folder / "archive").glob("*/*"))
    assert {place.channel for place in stage.chat.removed} == {HERE.channel, ELSEWHERE.channel}
    assert {place.message for place in stage.chat.removed} >= {f"card of {song}"}


async def test_the_buttons_of_a_deleted_song_say_that_it_was_deleted(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        await stage.press(busker, "delete-yes", song)
        for action in ("pick", "show", "lyrics", "delete", "delete-yes"):
            assert refused(await stage.press(busker, action, song)) == "That song was deleted."
        answer = await stage.press(busker, "favourite", f"{song}:A", BEN)
        assert refused(answer) == "That song was deleted."


async def test_a_message_that_stays_is_said_to(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        stage.chat.remove_fails = 1
        card = told(await stage.press(busker, "delete-yes", song))
    assert card.lines == (
        "Its files and words are gone. A message couldn't be taken away; please remove it by hand.",
    )
    assert len(stage.chat.removed) == 1


async def test_a_moderator_deletes_on_their_own_server_only(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        for action in ("delete", "delete-yes"):
            assert refused(await stage.press(busker, action, song, BEN)).endswith("somebody else.")
            elsewhere = await stage.press(busker, action, song, MODERATOR, ELSEWHERE)
            assert refused(elsewhere).endswith("somebody else.")
        assert told(await stage.press(busker, "delete", song, MODERATOR)).buttons
        await stage.press(busker, "delete-yes", song, MODERATOR)
        assert (await stage.job(song)).deleted_at == stage.clock.now()


async def test_the_operator_deletes_wherever_it_was_asked_for(stage: TheStage) -> None:
    async with stage.at_work() as busker:
        song = await stage.song(busker)
    busker = stage.busker(terms=Terms(operators=("console:ben",)))
    await stage.press(busker, "delete-yes", song, BEN, ELSEWHERE)
    assert (await stage.job(song)).deleted_at == stage.clock.now()


async def test_a_song_on_its_way_cant_be_deleted(stage: TheStage) -> None:
    stage.composer.hold_before = 2
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        for action in ("delete", "delete-yes"):
            assert refused(await stage.press(busker, action, song)).startswith(
                "That song is still on its way."
            )


async def test_takes_that_come_after_a_song_was_cancelled_and_deleted_are_let_go(
    stage: TheStage,
) -> None:
    stage.composer.hold_before = 2
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        await stage.ask(busker, "cancel")
        shown = len(stage.chat.cards[song])
        await stage.press(busker, "delete-yes", song)
        stage.composer.go_on.set()
        await stage.settle()
        job = await stage.job(song)
    assert (job.title, job.takes, job.cover, job.ask.prompt) == (None, (), None, None)
    assert job.holds_until is None
    assert len(stage.chat.cards[song]) == shown
    assert job.counts


# What no card of ours offered.


async def test_a_take_that_isnt_there_is_said_not_to_be(stage: TheStage) -> None:
    stage.composer.script = (*WHOLE_SONG[:3], FileLost("cut"))
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        assert refused(await stage.press(busker, "favourite", f"{song}:B")) == (
            "That take isn't kept any more."
        )
        assert refused(await stage.press(busker, "favourite", song)) == (
            "That take isn't kept any more."
        )


async def test_a_song_of_another_platform_isnt_known(stage: TheStage) -> None:
    stranger = Person(platform="slack", id="ana")
    async with stage.at_work() as busker:
        song = await stage.song(busker)
        for action in sorted(BUTTONS.keys() & {"show", "again", "remix", "lyrics", "pick"}):
            answer = await stage.press(busker, action, song, stranger)
            assert refused(answer) == "That song isn't known here."


ABOUT_SONGS = (
    "again",
    "delete",
    "delete-yes",
    "edit",
    "extend",
    "favourite",
    "library",
    "lyrics",
    "pick",
    "remix",
    "show",
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    action=st.sampled_from(ABOUT_SONGS),
    subject=st.text(max_size=30)
    | st.builds("rainsong{}".format, st.text(max_size=20))
    | st.from_regex(r"rainsong(:[A-Z])?(@.{0,9})?", fullmatch=True),
)
async def test_whatever_a_button_says_nothing_private_is_told_and_nothing_breaks(
    stage: TheStage, action: str, subject: str
) -> None:
    secret = a_job(ask=an_ask(is_private=True, prompt="a secret"))
    take = Take(version=1, audio_url="https://x.y/z.mp3", lyrics=(VERSE,), file=Path("A.mp3"))
    done = replace(secret, stage=Stage.DONE, title="a secret", takes=(take,))
    await stage.store.admit(secret, ())
    await stage.store.save(secret, done)
    answer = await stage.busker().router.press(a_press(action, subject, BEN))
    assert isinstance(answer, Told)
    assert "secret" not in repr(answer)
    assert "It rains" not in repr(answer)
    assert not any("went wrong" in line for line in answer.card.lines)
    assert await stage.job(secret.id) == done

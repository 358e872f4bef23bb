"""What admins set and see, through the whole Busker: each change is confirmed, holds, and is written down."""

import csv
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from bot.commands.admin.usage import COLUMNS
from bot.commands.catalogue import Answer
from bot.jobs import Stage
from bot.limits import Policy
from bot.models import Command, Person, Place, Power, Press, Started, Told
from bot.quotas import rule_from
from bot.setup import Oversight
from bot.sheets import sheet
from bot.terms import Terms
from tests.bot.conftest import Stage as TheStage
from tests.bounds import check_answer
from tests.makers import ANA, BEN, HERE, a_command, read

if TYPE_CHECKING:
    from collections.abc import Sequence

EVE = replace(ANA, id="eve", powers=frozenset({Power.ADMINISTER}))
OWNER = replace(ANA, id="owner")
TERMS = Terms(operators=("console:owner",))
SINGER = replace(BEN, roles=("singer",))
DAY = 24 * 60 * 60


class Office:
    """Somebody who administers, and a Busker that nobody plays in."""

    def __init__(self, stage: TheStage) -> None:
        self.stage = stage
        stage.oversight = Oversight(price=0.3)
        self.busker = stage.busker(
            terms=TERMS,
            default_rule=rule_from("5/day"),
            policy=Policy(server=rule_from("25/day")),
        )
        self.asked = 0

    async def answer(
        self, name: str, person: Person = EVE, place: Place = HERE, /, **options: str
    ) -> Answer:
        self.asked += 1
        command = Command(
            name=name, options=options, person=person, place=place, request_key=str(self.asked)
        )
        answer = await self.busker.router.answer(command)
        check_answer(answer)
        return answer

    async def do(self, name: str, person: Person = EVE, /, **options: str) -> list[str]:
        """What the admin reads."""
        answer = await self.answer(f"busker-admin {name}", person, **options)
        assert isinstance(answer, Told)
        return list(read(answer.card))

    async def song(self, person: Person = BEN, place: Place = HERE) -> str | None:
        """Ask for one: its id, or None when it is refused."""
        answer = await self.answer("song", person, place, prompt="rain")
        return answer.job_id if isinstance(answer, Started) else None

    async def songs(self, person: Person = BEN) -> int:
        """How many of ten are admitted."""
        return sum([await self.song(person) is not None for _ in range(10)])

    async def audit(self) -> list[str]:
        """What was changed, oldest first."""
        entries = await self.stage.store.changes("", "", before=None, most=100)
        assert {entry.change.actor for entry in entries} <= {"console:eve", "console:owner"}
        return [entry.what for entry in reversed(entries)]


@pytest.fixture
def office(stage: TheStage) -> Office:
    return Office(stage)


@pytest.mark.parametrize(
    ("options", "sentence", "ben", "ana"),
    [
        ({"user": "ben"}, "ben may ask for 2 songs a day here.", 2, 5),
        (
            {"role": "singer"},
            "Each person with the role singer may ask for 2 songs a day here.",
            2,
            5,
        ),
        ({}, "Each person may ask for 2 songs a day here.", 2, 2),
        ({"together": "on"}, "All people here together may ask for 2 songs a day.", 2, 0),
    ],
)
async def test_a_rule_is_confirmed_and_holds_until_it_is_cleared(
    office: Office, options: dict[str, str], sentence: str, ben: int, ana: int
) -> None:
    assert await office.do("quota set", rule="2/day", **options) == [sentence]
    assert (await office.songs(SINGER), await office.songs(ANA)) == (ben, ana)
    cleared, holds = await office.do("quota clear", **options)
    assert "any more" in cleared
    assert holds in {
        "By the default rule: 5 songs a day",
        "By the default rule: 25 songs a day",
        (
            "For each of them now holds their own rule, that of another role, that for everybody here "
            "or the default."
        ),
    }
    assert await office.songs(SINGER) == 5 - ben
    assert (await office.audit())[:2] == ["rule", "clear-rule"]


async def test_a_grant_ends_by_itself_and_a_cleared_one_at_once(office: Office) -> None:
    stage = office.stage
    assert await office.do("quota grant", user="ben", songs="2", until="1d") == [
        "ben may ask for 2 more songs whenever their rule begins anew, until 2026-11-21 12:00.",
        "7 of 7 songs left today",
    ]
    assert await office.do("quota grant", user="ben", songs="1") == [
        "ben may ask for 1 more song whenever their rule begins anew, for good.",
        "8 of 8 songs left today",
    ]
    assert await office.songs() == 8
    await stage.clock.move(DAY)
    assert await office.songs() == 6
    assert (await office.do("quota clear", user="ben"))[1] == "By the default rule: 5 songs a day"
    await stage.clock.move(DAY)
    assert await office.songs() == 5
    assert await office.audit() == ["grant", "grant", "clear-rule", "clear-grants"]


async def test_a_reset_begins_the_persons_rule_anew(office: Office) -> None:
    assert await office.songs() == 5
    await office.stage.clock.move(1)
    assert await office.do("quota reset", user="ben") == [
        "The rule of ben begins anew: what they have asked for so far doesn't count against it.",
        "5 of 5 songs left today",
    ]
    assert await office.songs() == 5


@pytest.mark.parametrize(
    ("until", "told", "seconds"),
    [
        ("3h", "until 2026-11-20 15:00", 3 * 60 * 60),
        ("2d", "until 2026-11-22 12:00", 2 * DAY),
        ("1w", "until 2026-11-27 12:00", 7 * DAY),
        ("2026-11-20", "until 2026-11-21 00:00", DAY // 2),
    ],
)
async def test_a_block_ends_when_it_was_said_to(
    office: Office, until: str, told: str, seconds: int
) -> None:
    [line] = await office.do("block", user="ben", until=until)
    assert line == f"ben is blocked here {told}. Songs that are on their way go on."
    await office.stage.clock.move(seconds - 1)
    assert await office.song() is None
    await office.stage.clock.move(1)
    assert await office.song()


async def test_a_block_for_good_ends_when_it_is_taken_back(office: Office) -> None:
    assert (await office.do("block", user="ben"))[0].startswith("ben is blocked here for good.")
    await office.stage.clock.move(400 * DAY)
    assert await office.song() is None
    assert await office.do("unblock", user="ben") == ["ben may ask for songs here again."]
    assert await office.do("unblock", user="ben") == ["ben isn't blocked here."]
    assert await office.song()
    assert await office.audit() == ["block", "unblock"]


async def test_channels_are_allowed_and_denied(office: Office) -> None:
    other = replace(HERE, channel="other")
    others = "In every other channel songs can be asked for."
    only = "Songs can be asked for in allowed channels only."
    denied = "other is denied: songs can't be asked for there."
    assert await office.do("channels deny", channel="other") == [denied, others]
    assert await office.song(place=other) is None
    assert await office.do("channels allow") == ["terminal is allowed.", only]
    assert await office.song(place=replace(HERE, channel="third")) is None
    assert await office.song()
    assert await office.do("channels list") == ["terminal is allowed.", denied, only]
    assert (await office.do("channels clear"))[1] == others
    assert (await office.do("channels clear", channel="other"))[1] == others
    assert await office.song(place=other)
    assert await office.audit() == ["channel", "channel", "clear-channel", "clear-channel"]


async def test_words_are_banned_and_freed_in_whatever_form_they_are_said(office: Office) -> None:
    assert await office.do("words add", word=" Red  Räin ") == [
        "“red räin” can't be asked for here any more."
    ]
    assert await office.do("words add", word="RED RAIN") == [
        "“red räin” couldn't be asked for here before, either."
    ]
    assert await office.do("words add", word="-?") == ["“-?” has no letter or digit in it."]
    assert await office.do("words list") == ["red räin"]
    answer = await office.answer("song", BEN, prompt="Red rain!")
    assert isinstance(answer, Told)
    assert answer.card.lines == ("“red räin” can't be asked for here. Try it in other words.",)
    assert await office.do("words remove", word="rain") == [
        "“rain” isn't among the words that can't be asked for here."
    ]
    assert await office.do("words remove", word="red rain") == [
        "“red räin” can be asked for here again."
    ]
    assert await office.do("words list") == ["There are none."]
    assert await office.audit() == ["word", "clear-word"]


async def test_days_begin_at_the_midnight_of_the_servers_zone(office: Office) -> None:
    assert await office.songs() == 5
    assert await office.do("timezone") == ["Days begin at midnight in UTC"]
    assert await office.do("timezone", zone="asia/tokyo") == [
        "Days begin at midnight in Asia/Tokyo now; there it is 21:00."
    ]
    answer = await office.answer("quota", BEN)
    assert isinstance(answer, Told)
    assert "Starts anew in 3 h 0 min" in read(answer.card)
    await office.stage.clock.move(3 * 60 * 60)
    assert await office.songs() == 5
    assert await office.songs(replace(BEN, id="cy")) == 5
    assert (await office.do("timezone", zone="Mars"))[0].startswith("“Mars” is no time zone.")
    assert await office.audit() == ["zone"]


async def test_zones_are_suggested_by_their_cities(office: Office) -> None:
    router = office.busker.router

    async def suggested(written: str) -> list[str]:
        command = a_command("busker-admin timezone", EVE, zone=written)
        return [choice.value for choice in await router.suggest(command, "zone")]

    assert (await suggested(""))[0] == "UTC"
    assert (await suggested("new y"))[0] == "America/New_York"
    assert (await suggested("rome"))[0] == "Europe/Rome"
    assert len(await suggested("america")) == 25
    assert await suggested("mars") == []


async def test_a_pause_stops_asking_here_and_the_operators_stops_it_everywhere(
    office: Office,
) -> None:
    there = replace(HERE, server="there")
    await office.do("pause")
    assert (await office.song(), await office.song(place=there) is None) == (None, False)
    await office.do("pause", OWNER, everywhere="on")
    assert await office.song(place=there) is None
    assert await office.do("resume") == [
        "This server isn't paused any more, but whoever runs Busker has paused it everywhere."
    ]
    assert await office.song() is None
    await office.do("resume", OWNER, everywhere="on")
    assert await office.song()
    await office.do("pause")
    assert await office.do("resume") == ["Songs can be asked for on this server again."]
    assert await office.song()
    assert await office.audit() == ["pause", "pause", "resume", "resume", "pause", "resume"]


async def test_the_operator_acts_on_another_server_and_platform(office: Office) -> None:
    guild = Place(platform="discord", server="7", channel="c")
    where = {"platform": "discord", "server": "7"}
    lines = await office.do("quota set", OWNER, rule="1/day", **where)
    assert lines == ["Each person may ask for 1 song a day here."]
    there = replace(BEN, platform="discord")
    assert [await office.song(there, guild) is not None for _ in range(2)] == [True, False]
    assert await office.songs() == 5
    blocked = await office.do("block", OWNER, user="9", **where)
    assert blocked[0].startswith("<@9> is blocked here for good.")
    shown = await office.do("quota show", OWNER, **where)
    assert shown[1:3] == ["Each person: 1 song a day", "<@9> is blocked for good"]
    assert await office.do("quota show") == [
        "Each person, by default: 5 songs a day",
        "All people together, by default: 25 songs a day",
        "Days begin at midnight in UTC",
    ]
    assert await office.do("usage", OWNER, platform="discord") == [
        "server is missing. Say which of that platform's servers: server: …"
    ]
    assert (await office.do("usage", OWNER, platform="irc", server="7"))[0].startswith(
        "There is no platform “irc”."
    )


@pytest.mark.parametrize(
    ("command", "options", "sentence"),
    [
        ("quota set", {}, "rule is missing. Write a number and hour, day, week or month: 5/day"),
        ("quota set", {"rule": "lots"}, "“lots” is no rule."),
        ("quota set", {"rule": "1/day", "user": "b", "role": "r"}, "user and role can't be said"),
        ("quota grant", {"user": "ben", "songs": "0"}, "songs must lie between 1 and 10,000."),
        ("quota grant", {"user": "ben", "songs": "²"}, "songs must lie between 1 and 10,000."),
        ("quota grant", {"songs": "2"}, "user is missing. Say whom: user: …"),
        ("quota reset", {}, "user is missing."),
        ("block", {"user": "ben", "until": "soon"}, "“soon” is no end."),
        ("block", {"user": "ben", "until": "0d"}, "“0d” is over already."),
        ("block", {"user": "ben", "until": "2026-11-19"}, "“2026-11-19” is over already."),
        ("block", {"user": "ben", "until": "9999-12-31"}, "“9999-12-31” is no end."),
        ("words add", {}, "word is missing."),
        ("jobs", {"cancel": "nope"}, "No song called nope is on its way on this server."),
        ("pause", {"everywhere": "perhaps"}, "Only whoever runs Busker can do that."),
    ],
)
async def test_what_cant_be_done_is_told_and_changes_nothing(
    office: Office, command: str, options: dict[str, str], sentence: str
) -> None:
    assert (await office.do(command, **options))[0].startswith(sentence)
    assert await office.audit() == []


async def test_songs_on_their_way_are_listed_without_words_and_can_be_cancelled(
    stage: TheStage,
) -> None:
    stage.composer.hold_before = 0
    async with stage.at_work() as busker:
        office = Office(stage)
        office.busker = busker
        assert await office.do("jobs") == ["There are none."]
        ours = await stage.song(busker, "about a secret", BEN)
        elsewhere = await office.song(ANA, replace(HERE, server="there"))
        await stage.settle()
        await stage.clock.move(120)
        assert await office.do("jobs") == [f"{ours}: being made for 2 min, for ben"]
        suggest = a_command("busker-admin jobs", EVE, cancel="")
        [choice] = await busker.router.suggest(suggest, "cancel")
        assert (choice.value, choice.label) == (ours, f"{ours}: being made for 2 min")
        assert elsewhere
        assert (await office.do("jobs", cancel=elsewhere))[0].startswith("No song called")
        assert await office.do("jobs", cancel=ours) == [
            f"{ours}, for ben, is cancelled and doesn't count."
        ]
        assert (await stage.job(ours)).stage is Stage.CANCELLED
        [entry] = await stage.store.changes("", "", before=None, most=9)
        assert (entry.what, entry.subject) == ("cancel", ours)


async def test_usage_tells_today_the_month_and_who_asked_most_and_costs_to_the_operator(
    office: Office,
) -> None:
    await office.songs(ANA)
    await office.stage.clock.move(DAY)
    await office.song(ANA)
    await office.song(BEN)
    await office.song(BEN, replace(HERE, server="there"))
    told = [
        "Today: 2 asked for, 2 count, 0 made, by 2 people",
        "This month: 7 asked for, 7 count, 0 made, by 2 people",
        "1. ana: 6",
        "2. ben: 1",
    ]
    assert await office.do("usage") == told
    assert await office.do("usage", OWNER) == [
        *told,
        "Billed, or perhaps billed: 2 today, 7 this month",
        "That is about 0.60 today and 2.10 this month, at 0.3 a song",
    ]
    everywhere = await office.do("usage", OWNER, everywhere="on")
    assert everywhere[1] == "This month: 8 asked for, 8 count, 0 made, by 2 people"


async def test_nobody_billed_what_a_house_band_played(office: Office) -> None:
    office.stage.player = "houseband"
    async with office.stage.at_work() as busker:
        await office.stage.song(busker)
    answer = await office.answer("busker-admin usage", OWNER, csv="on")
    assert isinstance(answer, Told)
    assert answer.card.lines[-2:] == (
        "Billed, or perhaps billed: 0 today, 0 this month",
        "That is about 0.00 today and 0.00 this month, at 0.3 a song",
    )
    [row] = csv.DictReader(StringIO(answer.files[0].content.decode("utf-8-sig")))
    assert (row["end"], row["counts"], row["billed"]) == ("done", "1", "no")


async def test_who_had_their_data_deleted_is_counted_and_not_named(office: Office) -> None:
    await office.songs(ANA)
    asked = await office.do("usage")
    people = office.stage.store
    await people.begin_forgetting(ANA, office.stage.clock.now())
    await office.stage.busker().expiry.expire()
    named = [line for line in await office.do("usage") if line.startswith("1. ")]
    assert named[0].startswith("1. Somebody whose data was deleted: ")
    assert asked[2].startswith("1. ana: ")


async def test_the_table_of_a_month_has_each_song_and_no_words_of_it(office: Office) -> None:
    trickster = replace(BEN, id="=cmd|'calc'!A1")
    job_id = await office.song(trickster)
    answer = await office.answer("busker-admin usage", csv="on")
    assert isinstance(answer, Told)
    [file] = answer.files
    assert file.filename == "busker-usage-2026-11.csv"
    head, row = csv.reader(StringIO(file.content.decode("utf-8-sig")))
    assert tuple(head) == COLUMNS
    assert row == [
        str(job_id), "2026-11-20T12:00:00+00:00", "console", "console", "terminal",
        "'=cmd|'calc'!A1", "song", "reserved", "1", "no",
    ]  # fmt: skip
    assert b"rain" not in file.content


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("\uff1d1", "'\uff1d1"),
        ("ana", "ana"),
        ("a=1", "a=1"),
        ("", ""),
        ('a,"b"\nc', 'a,"b"\nc'),
    ],
)
def test_no_cell_of_a_table_is_a_formula(cell: str, written: str) -> None:
    content = sheet(["a"], [[cell, "x"]]).decode("utf-8-sig")
    assert list(csv.reader(StringIO(content, newline="")))[1] == [written, "x"]


async def test_the_audit_tells_every_kind_of_change_in_a_sentence(office: Office) -> None:
    changes: Sequence[tuple[str, dict[str, str], str]] = [
        ("quota set", {"rule": "2/week", "user": "ben"}, "2 songs a week for ben"),
        (
            "quota set",
            {"rule": "1/day", "role": "r"},
            "1 song a day for each person with the role r",
        ),
        ("quota set", {"rule": "0/day"}, "no songs for each person"),
        ("quota set", {"rule": "9/day", "together": "on"}, "9 songs a day for all people together"),
        ("quota clear", {"role": "r"}, "no rule for the role r any more"),
        ("quota clear", {}, "no rule for each person any more"),
        ("quota clear", {"together": "on"}, "no rule for all people together any more"),
        ("quota clear", {"user": "ben"}, "no granted songs for ben any more"),
        ("quota grant", {"user": "ben", "songs": "1"}, "1 song on top for ben, for good"),
        (
            "quota grant",
            {"user": "ben", "songs": "2", "until": "1d"},
            "2 songs on top for ben, until 2026-11-21 12:00",
        ),
        ("quota reset", {"user": "ben"}, "the rule of ben begun anew"),
        ("block", {"user": "ben"}, "ben blocked for good"),
        ("block", {"user": "ben", "until": "1d"}, "ben blocked until 2026-11-21 12:00"),
        ("unblock", {"user": "ben"}, "ben no longer blocked"),
        ("channels allow", {}, "terminal allowed"),
        ("channels deny", {}, "terminal denied"),
        ("channels clear", {}, "terminal neither allowed nor denied any more"),
        ("words add", {"word": "Beer"}, "“beer” banned"),
        ("words remove", {"word": "Beer"}, "“beer” no longer banned"),
        ("timezone", {"zone": "Asia/Tokyo"}, "days begin at midnight in Asia/Tokyo"),
        ("pause", {}, "paused"),
        ("resume", {}, "resumed"),
    ]
    for name, options, sentence in changes:
        await office.do(name, **options)
        assert (await office.do("audit"))[0].endswith(f" eve: {sentence}")
    assert (await office.do("audit"))[0] == "2026-11-20 21:00 eve: resumed"
    await office.answer("jingle-sound set", style="ska")
    assert (await office.do("audit"))[0].endswith("eve: a new sound for terminal")
    await office.answer("jingle-sound clear")
    assert (await office.do("audit"))[0].endswith("eve: no sound for terminal any more")


async def test_the_audit_is_turned_page_by_page_to_its_end(office: Office) -> None:
    assert await office.do("audit") == ["Nothing yet."]
    for number in range(25):
        await office.do("words add", word=f"word {number}")
    answer = await office.answer("busker-admin audit")
    lines: list[str] = []
    pages = 0
    while isinstance(answer, Told):
        pages += 1
        lines += read(answer.card)
        if not answer.card.buttons:
            break
        [button] = answer.card.buttons
        press = Press(
            action=button.action, subject=button.subject, person=EVE, place=HERE, request_key="k"
        )
        answer = await office.busker.router.press(press)
        assert isinstance(answer, Told)
        assert answer.replaces
    assert pages == 3
    assert [line.partition("“")[2] for line in lines] == [
        f"word {number}” banned" for number in range(24, -1, -1)
    ]


async def test_the_operators_audit_says_where(office: Office) -> None:
    await office.do("words add", OWNER, platform="discord", server="7", word="beer")
    await office.do("pause", OWNER, everywhere="on")
    assert await office.do("audit") == ["Nothing yet."]
    assert await office.do("audit", OWNER, everywhere="on") == [
        "2026-11-20 12:00 owner: paused (everywhere)",
        "2026-11-20 12:00 owner: “beer” banned (discord 7)",
    ]


async def test_a_quota_tells_its_rule_its_grants_and_a_block(office: Office) -> None:
    await office.do("quota set", rule="3/day", role="singer")
    await office.do("quota grant", user="ben", songs="2", until="1d")
    await office.song(SINGER)
    await office.do("block", user="ben", until="2h")
    moderator = replace(ANA, powers=frozenset({Power.MODERATE}))
    answer = await office.answer("quota", moderator, user="ben")
    assert isinstance(answer, Told)
    assert (answer.card.title, answer.card.footer) == (
        "The songs of ben",
        "4 of 5 songs left today",
    )
    assert read(answer.card) == (
        "Blocked: no songs can be asked for. That ends in 2 h 0 min",
        "1 song asked for today",
        "By the rule for the role: 3 songs a day",
        "And 2 songs granted on top; that ends in 24 h 0 min",
        "Starts anew in 12 h 0 min",
        "Everybody here together: 1 of 25 today, anew in 12 h 0 min",
    )


async def test_the_budget_is_told_to_the_operator_alone(stage: TheStage) -> None:
    busker = stage.busker(terms=TERMS, policy=Policy(budget=(rule_from("60/day"),)))
    lines = {}
    for person in (EVE, OWNER):
        answer = await busker.router.answer(a_command("quota", person))
        assert isinstance(answer, Told)
        lines[person.id] = read(answer.card)
    assert lines["owner"][-1] == "The budget of this Busker: 0 of 60 today, anew in 12 h 0 min"
    assert not any("budget" in line for line in lines["eve"])


async def test_a_channels_sound_is_set_part_by_part_shown_and_cleared(office: Office) -> None:
    setter = replace(ANA, powers=frozenset({Power.SET_CHANNELS}))

    async def sound(name: str, **options: str) -> tuple[str, ...]:
        answer = await office.answer(f"jingle-sound {name}", setter, **options)
        assert isinstance(answer, Told)
        return answer.card.lines

    none = ("None is set: jingles sound as they are asked for.",)
    assert await sound("show") == none
    assert (await sound("set"))[0].startswith("style is missing.")
    assert await sound("set", style="ska", banned="Beer, , beer mat,Beer") == (
        "Style: ska",
        "Nobody can ask here for: Beer, beer mat",
    )
    whole = ("Style: ska", "Tags: brass, cheerful", "Nobody can ask here for: Beer, beer mat")
    assert await sound("set", tags=" brass,cheerful ") == whole
    assert await sound("show") == whole
    assert await office.song() is not None
    refused = await office.answer("song", BEN, prompt="a beer")
    assert isinstance(refused, Told)
    assert refused.card.lines[0].startswith("“Beer” can't be asked for here.")
    assert await sound("clear") == none
    assert await sound("show") == none

"""Every command and every button that admins have, by every kind of person, here and elsewhere."""

from dataclasses import replace

import pytest

from bot.assembly import Busker
from bot.authority import OPERATE, Authority, Need
from bot.commands import BUTTONS, COMMANDS, Spec
from bot.models import Command, Person, Place, Power, Press, Told
from bot.terms import Terms
from tests.bot.conftest import Stage as TheStage

HERE = Place(platform="discord", server="1", channel="music")
MEMBER = Person(platform="discord", id="member")
PEOPLE = {
    "member": MEMBER,
    "channel setter": replace(MEMBER, id="setter", powers=frozenset({Power.SET_CHANNELS})),
    "moderator": replace(MEMBER, id="moderator", powers=frozenset({Power.MODERATE})),
    "server admin": replace(MEMBER, id="admin", powers=frozenset({Power.ADMINISTER})),
    "operator": replace(MEMBER, id="operator"),
    "namesake": replace(MEMBER, platform="slack", id="operator"),
}
TERMS = Terms(operators=("discord:operator", "slack:T1:U1"))
EVERYBODY = set(PEOPLE)
MAY = {"busker-admin": {"server admin", "operator"}, "jingle-sound": {"channel setter"}}
MAY["jingle-sound"] |= MAY["busker-admin"]
ONLY = "Only "
"""How every refusal of this kind begins, and no other one."""


async def is_permitted(busker: Busker, spec: Spec, person: Person, /, **options: str) -> bool:
    place = replace(HERE, platform=person.platform)
    key = f"{spec.name} {person} {options}"
    command = Command(name=spec.name, options=options, person=person, place=place, request_key=key)
    answer = await busker.router.answer(command)
    return not (isinstance(answer, Told) and answer.card.lines[0].startswith(ONLY))


@pytest.mark.parametrize("kind", PEOPLE)
async def test_a_command_on_the_own_server_is_for_those_who_may(stage: TheStage, kind: str) -> None:
    busker = stage.busker(terms=TERMS)
    for spec in COMMANDS:
        expected = kind in MAY.get(spec.name.split()[0], EVERYBODY)
        assert await is_permitted(busker, spec, PEOPLE[kind]) is expected, spec.name


@pytest.mark.parametrize("kind", PEOPLE)
@pytest.mark.parametrize(
    "options",
    [{"server": "2"}, {"server": "T1", "platform": "slack"}, {"everywhere": "on"}],
    ids=str,
)
async def test_another_server_or_everywhere_is_the_operators(
    stage: TheStage, kind: str, options: dict[str, str]
) -> None:
    busker = stage.busker(terms=TERMS)
    specs = [
        each for each in COMMANDS if options.keys() <= {option.name for option in each.options}
    ]
    assert len(specs) >= 4
    for spec in specs:
        permitted = await is_permitted(busker, spec, PEOPLE[kind], **options)
        assert permitted is (kind == "operator"), spec.name
    if kind != "operator":
        assert await stage.store.changes("", "", before=None, most=9) == []


def test_every_admin_command_can_be_pointed_at_another_server_by_the_operator_alone() -> None:
    for spec in COMMANDS:
        needs = {option.name: option.needs for option in spec.options}
        if spec.name.startswith("busker-admin"):
            assert needs["server"] == needs["platform"] == OPERATE
        assert needs.get("everywhere", OPERATE) == OPERATE


@pytest.mark.parametrize("kind", PEOPLE)
async def test_somebody_elses_quota_is_for_moderators(stage: TheStage, kind: str) -> None:
    [quota] = [spec for spec in COMMANDS if spec.name == "quota"]
    permitted = await is_permitted(stage.busker(terms=TERMS), quota, PEOPLE[kind], user="ben")
    assert permitted is (kind in {"moderator", "server admin", "operator"})


@pytest.mark.parametrize("kind", PEOPLE)
@pytest.mark.parametrize(
    ("subject", "may"),
    [
        ("9 discord 1", {"server admin", "operator"}),
        ("9 discord 2", {"operator"}),
        ("9 slack 1", {"operator"}),
        ("9  ", {"operator"}),
    ],
)
async def test_a_page_of_the_audit_is_for_those_who_may(
    stage: TheStage, kind: str, subject: str, may: set[str]
) -> None:
    person = PEOPLE[kind]
    place = replace(HERE, platform=person.platform)
    press = Press(action="audit", subject=subject, person=person, place=place, request_key="k")
    answer = await stage.busker(terms=TERMS).router.press(press)
    assert isinstance(answer, Told)
    assert answer.card.lines[0].startswith(ONLY) is (kind not in may)
    assert BUTTONS.keys() >= {"audit"}


@pytest.mark.parametrize("need", [*Power, OPERATE])
def test_nobody_has_a_power_by_their_name_alone(need: Need) -> None:
    authority = Authority(operators=TERMS.operators)
    assert not authority.may(PEOPLE["member"], HERE, need)
    assert not authority.may(PEOPLE["namesake"], replace(HERE, platform="slack"), need)
    assert authority.may(PEOPLE["operator"], HERE, need)


def test_an_operator_on_slack_is_one_of_a_workspace() -> None:
    authority = Authority(operators=TERMS.operators)
    person = Person(platform="slack", id="U1")
    assert authority.is_operator(person, Place(platform="slack", server="T1", channel="c"))
    assert not authority.is_operator(person, Place(platform="slack", server="T2", channel="c"))
    assert not authority.is_operator(replace(person, platform="discord"), HERE)


async def test_what_one_may_not_use_isnt_named_nor_suggested(stage: TheStage) -> None:
    busker = stage.busker(terms=TERMS)
    for kind in ("member", "server admin"):
        person = PEOPLE[kind]
        command = Command(name="x", person=person, place=HERE, request_key=kind)
        answer = await busker.router.answer(command)
        assert isinstance(answer, Told)
        assert ("/busker-admin" in answer.card.lines[0]) is (kind == "server admin")
        zones = replace(command, name="busker-admin timezone", options={"zone": "berl"})
        found = [choice.value for choice in await busker.router.suggest(zones, "zone")]
        assert found == (["Europe/Berlin"] if kind == "server admin" else [])

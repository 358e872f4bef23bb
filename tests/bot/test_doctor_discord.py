"""`busker doctor` with DISCORD_TOKEN set, against a Discord of our own."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from adapters.discord.invitation import needed
from bot.checkup.platforms import platforms
from bot.settings import Settings, load
from bot.words import words_for
from tests.fakes.discord import Beside, Discord, Fault, Guild, discord_beside
from tests.fakes.discord.permissions import ATTACH_FILES, BOT, EMBED_LINKS, VIEW_CHANNEL
from tests.ports import free_port

TOKEN = "fake.discord.token"


@dataclass
class Surgery:
    """Where the doctor looks at one Discord."""

    discord: Discord
    do: Beside
    monkeypatch: pytest.MonkeyPatch

    def set(self, **settings: str) -> None:
        for name, value in settings.items():
            self.monkeypatch.setenv(name, value)

    def guild(self, name: str, *, boost_tier: int = 0, has_bot: bool = True) -> Guild:
        return self.do(lambda: self.discord.guild(name, boost_tier=boost_tier, has_bot=has_bot))

    def found(self) -> list[str]:
        """Each finding as "mark sentence", without what they begin with; a mend follows its own."""
        lines = []
        for finding in platforms(load(), words_for("en")):
            lines.append(f"{finding.mark} {finding.sentence.removeprefix('Discord: ')}")
            lines += [f"> {finding.mend}"] if finding.mend else []
        return lines


@pytest.fixture
def surgery(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> Iterator[Surgery]:
    monkeypatch.chdir(str(tmp_path))
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    with discord_beside() as (discord, do):
        monkeypatch.setenv("DISCORD_TOKEN", discord.token)
        monkeypatch.setenv("DISCORD_API_BASE", discord.api)
        yield Surgery(discord, do, monkeypatch)


def test_all_is_well_on_a_server_of_ones_own(surgery: Surgery) -> None:
    surgery.do(lambda: surgery.discord.configure(is_public=False))
    guild = surgery.guild("Garden", boost_tier=2)
    channel = surgery.do(guild.channel, "alarms")
    surgery.set(BUSKER_OPERATOR_CHANNEL=f"discord:{channel.id}")
    id_ = surgery.discord.bot.id
    assert surgery.found() == [
        f"ok the token is accepted; the bot is busker, the application busker ({id_}).",
        "ok only its owner can invite the bot.",
        (
            f"ok this link invites the bot: https://discord.com/oauth2/authorize?client_id={id_}"
            f"&scope=bot+applications.commands&permissions={needed().value}&integration_type=0"
        ),
        (
            "ok 127.0.0.1, where events come from, can be reached; 1,000 of 1,000 connections are left "
            "today."
        ),
        "ok the bot is in 1 server: Garden.",
        "ok Garden allows all that is needed, and files of 50 MiB.",
        "ok the operator's channel is #alarms on Garden, and can be written to.",
    ]
    assert surgery.discord.gateway.identified == 0
    assert {call.method for call in surgery.discord.calls} == {"GET"}
    assert surgery.discord.refused == []


def test_a_token_that_isnt_accepted_is_told_and_not_printed(surgery: Surgery) -> None:
    for token in ("another.s3cr3t.token", "s3cr3t with spaces", "s3cr3t…"):
        surgery.set(DISCORD_TOKEN=token)
        assert surgery.found() == [
            "wrong DISCORD_TOKEN isn't accepted.",
            "> Copy the bot's token anew from the developer portal: Bot, Reset Token.",
        ]


def test_a_discord_that_cant_be_reached_is_told_at_once(surgery: Surgery) -> None:
    port = free_port()
    surgery.set(DISCORD_API_BASE=f"http://127.0.0.1:{port}/api/v10")
    assert surgery.found() == [
        "wrong 127.0.0.1 can't be reached: Connection refused.",
        "> Check the network of this machine, and DISCORD_API_BASE if it is set.",
    ]


def test_a_discord_that_doesnt_answer_is_left(
    surgery: Surgery, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.discord.checkup.questions.PATIENCE_SECONDS", 0.2)
    surgery.do(lambda: surgery.discord.faults.on("GET", "/users/@me", Fault.HANG))
    assert surgery.found()[0] == "wrong 127.0.0.1 didn't answer within 5 s."


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault.SERVER_ERROR, "wrong 127.0.0.1 answers with status 500."),
        (Fault.BANNED, "wrong 127.0.0.1 answers with status 429."),
        (Fault.CUT_BEFORE, "wrong 127.0.0.1 can't be reached: Server disconnected."),
    ],
)
def test_a_discord_that_is_unwell_is_told_after_what_was_found(
    surgery: Surgery, fault: Fault, said: str
) -> None:
    surgery.do(lambda: surgery.discord.faults.on("GET", "/gateway/bot", fault, times=2))
    found = surgery.found()
    assert found[0].startswith("ok the token is accepted")
    assert found[-2] == said


def test_a_short_wait_that_discord_asks_for_is_kept_to(surgery: Surgery) -> None:
    surgery.do(lambda: surgery.discord.faults.on("GET", "/users/@me/guilds", Fault.TOO_FAST))
    surgery.guild("Garden")
    assert "ok the bot is in 1 server: Garden." in surgery.found()


def test_what_isnt_discords_api_is_told(surgery: Surgery) -> None:
    for base in (surgery.discord.api + "/elsewhere", surgery.discord.api + "/gateway"):
        surgery.set(DISCORD_API_BASE=base)
        assert surgery.found() == [
            f"wrong what answers at {base} isn't Discord's API.",
            "> Mend DISCORD_API_BASE, which ends in /api/v10, or leave it empty.",
        ]


def test_the_portals_switches_are_looked_at(surgery: Surgery) -> None:
    surgery.do(
        lambda: surgery.discord.configure(
            flags=(1 << 18) | (1 << 15),
            interactions_url="https://elsewhere.example/commands",
            needs_code_grant=True,
            is_for_people=False,
        )
    )
    surgery.set(BUSKER_DIRECT="on")
    found = surgery.found()
    assert (
        "wrong commands are sent to https://elsewhere.example/commands instead of to Busker."
        in (found)
    )
    assert "> In the developer portal, under Bot, turn off Requires OAuth2 Code Grant." in found
    assert found[5].startswith("note anybody can invite the bot, and it plays on every server")
    assert found[6].startswith(
        "note privileged intents are on in the developer portal (Message Content, Server Members)"
    )
    assert found[8].startswith("note BUSKER_DIRECT is on, but nobody can install the bot")
    surgery.do(surgery.discord.configure)
    surgery.set(BUSKER_SERVERS="discord:1,slack:T1")
    found = surgery.found()
    assert found[1] == "ok BUSKER_SERVERS names the one server where it plays."
    assert found[3].endswith(
        f"?client_id={surgery.discord.bot.id}&scope=applications.commands&integration_type=1"
    )
    surgery.set(BUSKER_SERVERS="slack:T1")
    assert "names no server of Discord, so it plays on none" in surgery.found()[1]


def test_a_day_without_connections_is_told(surgery: Surgery) -> None:
    surgery.do(lambda: surgery.discord.configure(starts_left=0))
    found = surgery.found()
    assert "wrong all 1,000 connections of today are used up." in found
    assert (
        "> New ones are there in 1 h 0 min. Find out what starts the bot again and again." in found
    )


def test_a_gateway_that_cant_be_reached_is_told(surgery: Surgery) -> None:
    port = free_port()
    surgery.set(DISCORD_GATEWAY_URL=f"ws://127.0.0.1:{port}")
    said = "wrong 127.0.0.1, where events come from, can't be reached: Connection refused."
    assert said in surgery.found()


def test_what_a_server_doesnt_allow_is_named(surgery: Surgery) -> None:
    garden = surgery.guild("Gar\x1bden")
    surgery.do(garden.allow_bot, BOT & ~(ATTACH_FILES | EMBED_LINKS))
    said = "Gar?den doesn't allow the bot: Embed Links, Attach Files."
    assert f"wrong {said}" in surgery.found()
    surgery.guild("Yard")
    assert f"note {said}" in surgery.found()
    surgery.set(BUSKER_SERVERS=f"discord:{garden.id}")
    assert f"wrong {said}" in surgery.found()


def test_many_servers_are_counted_and_the_first_looked_at(surgery: Surgery) -> None:
    assert "note the bot is in no server yet; the link above invites it." in surgery.found()
    for number in range(203):
        surgery.guild(f"Yard {number}")
    found = surgery.found()
    [all_] = [line for line in found if "the bot is in" in line]
    assert all_.startswith("ok the bot is in 203 servers: Yard 0, Yard 1, ")
    assert all_.endswith("Yard 24, and 178 more.")
    assert len([line for line in found if "allows all that is needed" in line]) == 25


def test_servers_that_settings_name_and_the_bot_isnt_in_are_told(surgery: Surgery) -> None:
    inside, outside = surgery.guild("Garden"), surgery.guild("Moor", has_bot=False)
    surgery.set(
        DISCORD_GUILD_IDS=f"{inside.id},{outside.id}",
        BUSKER_SERVERS=f"discord:{inside.id},discord:{outside.id},slack:T1",
    )
    id_ = outside.id
    assert surgery.found()[-3:] == [
        f"wrong DISCORD_GUILD_IDS names {id_}, and the bot isn't there.",
        f"> Invite it there, or take {id_} out of DISCORD_GUILD_IDS.",
        f"note BUSKER_SERVERS names {id_}, and the bot isn't there.",
    ]


def test_the_operators_channel_must_be_there_and_let_the_bot_write(surgery: Surgery) -> None:
    guild = surgery.guild("Garden")
    channel = surgery.do(guild.channel, "alarms")
    surgery.set(BUSKER_OPERATOR_CHANNEL=f"discord:{channel.id}")
    surgery.do(channel.allow_bot, VIEW_CHANNEL)
    closed = "the operator's channel #alarms on Garden doesn't allow the bot: Send Messages, Embed "
    assert surgery.found()[-2].startswith(f"wrong {closed}")
    surgery.do(channel.allow_bot, 0)
    hidden = f"wrong the operator's channel {channel.id} isn't there, or the bot can't see it."
    assert surgery.found()[-2] == hidden
    surgery.do(channel.delete)
    assert surgery.found()[-2] == hidden
    direct = surgery.do(surgery.discord.direct, surgery.discord.owner)
    surgery.set(BUSKER_OPERATOR_CHANNEL=f"discord:{direct.id}")
    assert surgery.found()[-1] == "ok the operator's channel is a direct message."

"""`busker doctor` with Slack's settings, against a Slack of our own."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from bot.checkup.platforms import platforms
from bot.settings import Settings, load
from bot.words import words_for
from tests.fakes.slack import Beside, Fault, Slack, slack_beside
from tests.ports import free_port

TOKEN_MEND = (
    "> Copy it anew from the app's page at https://api.slack.com/apps: the bot's token begins with xoxb-, "
    "the app's with xapp-."
)


@dataclass
class Surgery:
    """Where the doctor looks at one Slack."""

    slack: Slack
    do: Beside
    monkeypatch: pytest.MonkeyPatch

    def set(self, **settings: str) -> None:
        for name, value in settings.items():
            self.monkeypatch.setenv(name, value)

    def found(self) -> list[str]:
        """Each finding as "mark sentence", without what they begin with; a mend follows its own."""
        lines = []
        for finding in platforms(load(), words_for("en")):
            lines.append(f"{finding.mark} {finding.sentence.removeprefix('Slack: ')}")
            lines += [f"> {finding.mend}"] if finding.mend else []
        return lines


@pytest.fixture
def surgery(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> Iterator[Surgery]:
    monkeypatch.chdir(str(tmp_path))
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    with slack_beside() as (slack, do):
        monkeypatch.setenv("SLACK_BOT_TOKEN", slack.bot_token)
        monkeypatch.setenv("SLACK_APP_TOKEN", slack.app_token)
        monkeypatch.setenv("SLACK_API_BASE", slack.api)
        yield Surgery(slack, do, monkeypatch)


def test_all_is_well_in_a_workspace_of_ones_own(surgery: Surgery) -> None:
    channel = surgery.do(surgery.slack.channel, "alarms")
    surgery.set(BUSKER_OPERATOR_CHANNEL=f"slack:{channel.id}")
    assert surgery.found() == [
        (
            "ok the token is accepted; the bot is busker in the workspace Garden "
            f"({surgery.slack.workspace.id})."
        ),
        "ok the token allows all that is needed.",
        "ok everything comes in by Socket Mode, and SLACK_APP_TOKEN is accepted.",
        "ok the operator's channel is #alarms, and can be written to.",
    ]
    assert surgery.slack.sockets.opened == 0
    assert surgery.slack.refused == []


@pytest.mark.parametrize("setting", ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"])
@pytest.mark.parametrize("token", ["xoxb-s3cr3t", "s3cr3t with spaces", "s3cr3t…", ""])
def test_a_token_that_isnt_accepted_is_named_and_not_printed(
    surgery: Surgery, setting: str, token: str
) -> None:
    surgery.set(**{setting: token or getattr(surgery.slack, _OTHER[setting])})
    found = surgery.found()
    assert found[-2:] == [f"wrong {setting} isn't accepted.", TOKEN_MEND]
    assert "s3cr3t" not in str(found)


_OTHER = {"SLACK_BOT_TOKEN": "app_token", "SLACK_APP_TOKEN": "bot_token"}


def test_what_is_missing_beside_the_rest_is_named(surgery: Surgery) -> None:
    surgery.set(SLACK_BOT_TOKEN="")
    assert surgery.found()[0] == "wrong SLACK_BOT_TOKEN is not set."
    surgery.set(SLACK_BOT_TOKEN=surgery.slack.bot_token, SLACK_APP_TOKEN="")
    assert surgery.found() == [
        "wrong SLACK_BOT_TOKEN is set, but neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET.",
        "> Set SLACK_APP_TOKEN (xapp-) for Socket Mode, or SLACK_SIGNING_SECRET for HTTP mode.",
    ]
    surgery.set(SLACK_SIGNING_SECRET=surgery.slack.signing_secret)
    assert surgery.found() == [
        "wrong HTTP mode needs an address where Busker listens, and BUSKER_HTTP is not set.",
        "> Set BUSKER_HTTP to host:port, or SLACK_APP_TOKEN (xapp-) for Socket Mode.",
    ]


def test_scopes_that_are_missing_are_named(surgery: Surgery) -> None:
    surgery.do(lambda: surgery.slack.scopes.difference_update({"files:write", "im:write"}))
    assert surgery.found()[1:3] == [
        "wrong the bot's token doesn't allow what Busker needs: files:write, im:write.",
        (
            "> Give the app its manifest again (busker manifest slack prints it), then install it to the "
            "workspace once more."
        ),
    ]


def test_scopes_that_only_help_are_a_note(surgery: Surgery) -> None:
    surgery.do(lambda: surgery.slack.scopes.difference_update({"channels:history"}))
    assert surgery.found()[1:3] == [
        "ok the token allows all that is needed.",
        (
            "note the token doesn't allow channels:history. Busker works without; docs/slack.md says what "
            "is different then."
        ),
    ]


def test_a_slack_that_cant_be_reached_is_told_at_once(surgery: Surgery) -> None:
    port = free_port()
    surgery.set(SLACK_API_BASE=f"http://127.0.0.1:{port}/api/")
    assert surgery.found() == [
        "wrong 127.0.0.1 can't be reached: Connection refused.",
        "> Check the network of this machine, and SLACK_API_BASE if it is set.",
    ]


def test_a_slack_that_doesnt_answer_is_left(
    surgery: Surgery, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.slack.questions.PATIENCE_SECONDS", 0.2)
    surgery.do(lambda: surgery.slack.faults.on("auth.test", Fault.HANG))
    assert surgery.found()[0] == "wrong 127.0.0.1 didn't answer within 5 s."


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault.SERVER_ERROR, "wrong 127.0.0.1 answers with status 503."),
        (Fault.CUT_BEFORE, "wrong 127.0.0.1 can't be reached: Server disconnected."),
        (Fault.REFUSED, "wrong it doesn't say who the bot is: internal_error."),
    ],
)
def test_a_slack_that_is_unwell_is_told(surgery: Surgery, fault: Fault, said: str) -> None:
    surgery.do(lambda: surgery.slack.faults.on("auth.test", fault, times=2))
    assert surgery.found()[0] == said


def test_a_short_wait_that_slack_asks_for_is_kept_to(surgery: Surgery) -> None:
    surgery.do(lambda: surgery.slack.faults.on("auth.test", Fault.TOO_FAST))
    assert surgery.found()[0].startswith("ok the token is accepted")


def test_a_long_wait_is_told(surgery: Surgery) -> None:
    surgery.do(lambda: surgery.slack.faults.on("auth.test", Fault.TOO_FAST, seconds=30))
    assert surgery.found()[0] == "wrong 127.0.0.1 answers with status 429."


def test_what_isnt_slacks_api_is_told(surgery: Surgery) -> None:
    base = surgery.slack.api.replace("/api/", "/elsewhere/")
    surgery.set(SLACK_API_BASE=base)
    assert surgery.found() == [
        f"wrong what answers at {base} isn't Slack's API.",
        "> Mend SLACK_API_BASE, which ends in /api/, or leave it empty.",
    ]


def test_a_workspace_that_settings_dont_name_is_told(surgery: Surgery) -> None:
    team = surgery.slack.workspace.id
    surgery.set(BUSKER_SERVERS="slack:T0ELSEWHERE")
    assert surgery.found()[-2:] == [
        "wrong BUSKER_SERVERS doesn't name this workspace, so nobody can ask for songs here.",
        f"> Add slack:{team} to BUSKER_SERVERS, or leave it empty.",
    ]
    surgery.set(BUSKER_SERVERS=f"slack:T0ELSEWHERE,slack:{team}")
    assert "nobody" not in surgery.found()[-1]


def test_the_operators_channel_is_looked_at(surgery: Surgery) -> None:
    slack, do = surgery.slack, surgery.do
    hidden = do(lambda: slack.channel("secret", private=True, has_bot=False))
    surgery.set(BUSKER_OPERATOR_CHANNEL=f"slack:{hidden.id}")
    assert (
        surgery.found()[-2]
        == f"wrong the operator's channel {hidden.id} isn't there, or the bot can't see it."
    )
    public = do(lambda: slack.channel("alarms", has_bot=False))
    surgery.set(BUSKER_OPERATOR_CHANNEL=f"slack:{public.id}")
    assert surgery.found()[-1] == "ok the operator's channel is #alarms, and can be written to."
    do(lambda: slack.scopes.discard("chat:write.public"))
    assert surgery.found()[-2:] == [
        (
            "wrong the bot isn't in the operator's channel #alarms, and its token doesn't allow it to write "
            "there all the same."
        ),
        "> Invite it there: /invite @busker",
    ]
    archived = do(lambda: slack.channel("old"))
    archived.is_archived = True
    surgery.set(BUSKER_OPERATOR_CHANNEL=f"slack:{archived.id}")
    assert surgery.found()[-2] == "wrong the operator's channel #old is archived."
    ana = do(slack.member, "ana")
    surgery.set(BUSKER_OPERATOR_CHANNEL=f"slack:{do(slack.direct, ana).id}")
    assert surgery.found()[-1] == "ok the operator's channel is a direct message."


def test_http_mode_says_where_everything_is_to_come_in(surgery: Surgery) -> None:
    surgery.set(
        SLACK_APP_TOKEN="",
        SLACK_SIGNING_SECRET=surgery.slack.signing_secret,
        BUSKER_HTTP="127.0.0.1:1",
    )
    assert surgery.found()[-1] == (
        "note everything is to come in at http://127.0.0.1:1/slack/events, where no Busker answers at the "
        "moment."
    )
    surgery.set(BUSKER_PUBLIC_URL=surgery.slack.api)
    assert f"{surgery.slack.api}slack/events" in surgery.found()[-1]

"""How the real library connects, in other ways than once and by socket."""

from tests.fakes.slack import Slack, fake_slack, slack_beside
from tests.fakes.slack.trial.conftest import a_client
from tests.ports import free_port


async def test_each_thing_goes_to_one_of_several_sockets(slack: Slack) -> None:
    channel, ana = slack.channel("music"), slack.member("ana")
    with a_client(slack, SOCKETS="2"):
        await slack.sockets.ready(2)
        for number in range(4):
            await slack.slash(ana, channel, "/song", str(number))
            assert (await channel.next_message()).revisions[0].text == f"*{number}*"
        slack.sockets.refresh()
        await slack.slash(ana, channel, "/song", "while one is away")
        await slack.sockets.renewed(3)


async def test_a_wrong_token_connects_to_nothing(slack: Slack) -> None:
    with a_client(slack, SLACK_APP_TOKEN="xapp-wrong"):
        [call] = await slack.until(lambda: slack.refused, "a refusal")
        assert (call.method, call.error) == ("apps.connections.open", "invalid_auth")
        assert not slack.sockets.opened


async def test_by_http_everything_is_signed(slack: Slack) -> None:
    channel, ana = slack.channel("music"), slack.member("ana")
    port = free_port()
    secret = {"SLACK_SIGNING_SECRET": slack.signing_secret}
    with a_client(slack, PORT=str(port), **secret):
        await slack.http.reach(f"http://127.0.0.1:{port}/slack/events")
        await slack.slash(ana, channel, "/song", "rain & sun")
        card = await channel.next_message()
        assert card.revisions[0].text == "*rain & sun*"
        await card.until_says("composing")
        await slack.press(ana, card, "Again")
        assert (await channel.next_ephemeral(ana)).text == "again of 7"
        asked = await slack.slash(ana, channel, "/song")
        sent = await slack.submit(await asked.opened(), {"prompt": "bad"})
        assert sent.errors == {"about": "not this one"}
        assert (await slack.home(ana)).buttons == ["Again"]
        body, headers = slack.http.sent[0]
        assert (await slack.http.post(body + b"&more=1", headers))[0] == 401


async def test_the_library_waits_as_long_as_it_is_told_to() -> None:
    async with fake_slack(windows=0.1) as slack:
        channel, ana = slack.channel("music"), slack.member("ana")
        with a_client(slack):
            await slack.sockets.ready()
            await slack.slash(ana, channel, "/many", "7")
            said = [(await channel.next_message()).text for _ in range(7)]
        assert said == [f"message {number}" for number in range(7)]
        assert slack.too_fast


async def test_a_story_without_an_event_loop_has_the_same_slack() -> None:
    with slack_beside() as (slack, do):
        channel, ana = do(slack.channel, "music"), do(slack.member, "ana")
        with a_client(slack):
            do(slack.sockets.ready)
            do(slack.slash, ana, channel, "/song", "rain")
            assert do(channel.next_message).revisions[0].text == "*rain*"

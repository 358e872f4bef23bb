"""Two sockets: renewed, broken and refused, while nothing that was told is lost."""

import asyncio
import gc
from datetime import timedelta

import pytest
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.sockets import Sockets
from bot.opening import CantStart
from tests.adapters.slack.office import SOCKETS, Office, an_office
from tests.bot.conftest import Stage, stage
from tests.fakes.slack import Fault, Interaction

__all__ = ["stage"]


async def test_two_sockets_are_open_and_are_closed_in_the_end(stage: Stage) -> None:
    async with an_office(stage) as office:
        async with office.by_socket():
            assert len(office.slack.sockets.connected) == SOCKETS
        assert office.slack.sockets.connected == []


async def test_a_socket_is_renewed_without_losing_what_came_by_it(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        asked = [_begin(office, number) for number in range(10)]
        office.slack.sockets.refresh()
        asked += [_begin(office, number) for number in range(10, 20)]
        for each in asked:
            await each.answered()
        await office.slack.sockets.renewed(SOCKETS + 1)
        await office.slack.sockets.ready(SOCKETS)


async def test_both_sockets_are_renewed_at_once(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        asked = [_begin(office, number) for number in range(10)]
        office.slack.sockets.refresh(None)
        for each in asked:
            await each.answered()
        await office.slack.sockets.renewed(2 * SOCKETS)
        await office.slack.sockets.ready(SOCKETS)
        await _begin(office, 11).answered()


async def test_a_warning_brings_another_socket_before_the_old_one_ends(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        office.slack.sockets.warn()
        await office.slack.sockets.renewed(2 * SOCKETS)
        asked = [_begin(office, number) for number in range(10)]
        for each in asked:
            await each.answered()
        await office.slack.until(
            lambda: len(office.slack.sockets.connected) == SOCKETS or None, "the old ones to leave"
        )


async def test_sockets_that_break_are_opened_anew(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        for _ in range(2):
            opened = office.slack.sockets.opened
            office.slack.sockets.drop()
            await office.slack.sockets.renewed(opened + SOCKETS)
            await office.slack.sockets.ready(SOCKETS)
        await _begin(office, 1).answered()


async def test_an_event_that_was_lost_with_its_socket_comes_again_and_counts_once(
    stage: Stage,
) -> None:
    async with an_office(stage) as office, office.by_socket():
        stage.chat.answers.clear()
        mention = office.slack.say(
            office.ana, office.channel, f"{office.slack.bot.mention} song rain"
        )
        await mention.answered()
        office.slack.repeat(mention)
        stage.chat.answers.set()
        await office.slack.slash(office.ana, office.channel, "/song", "snow")
        jobs = await office.until_asked(2)
        assert sorted(str(job.ask.prompt) for job in jobs) == ["rain", "snow"]


async def test_lines_that_end_as_soon_as_they_are_there_are_opened_more_and_more_slowly(
    stage: Stage,
) -> None:
    async with an_office(stage) as office, office.by_socket():
        sockets = office.slack.sockets
        before, begun = sockets.opened, office.clock.now()
        while office.clock.now() - begun < timedelta(seconds=60):
            sockets.drop()
            await asyncio.sleep(0.005)
        assert sockets.opened - before <= SOCKETS * 8
        await sockets.ready(SOCKETS)


async def test_slack_is_asked_again_when_it_gives_no_address(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket():
        office.slack.faults.on("apps.connections.open", Fault.SERVER_ERROR, times=2)
        office.slack.sockets.drop()
        await office.slack.sockets.ready(SOCKETS)
        await _begin(office, 1).answered()


async def test_a_token_that_isnt_taken_is_said_at_once(stage: Stage) -> None:
    async with an_office(stage) as office:
        client = AsyncWebClient(token=office.slack.bot_token, base_url=office.slack.api)
        sockets = Sockets(client, office.reception().receive, office.clock)
        with pytest.raises(SlackApiError, match="not_allowed_token_type"):
            await sockets.run(lambda: None)
        office.slack.calls.clear()


async def test_access_that_is_taken_away_ends_it_with_a_sentence(stage: Stage) -> None:
    async with an_office(stage) as office, office.by_socket() as reception:
        told = asyncio.create_task(reception.revoked())
        office.slack.revoke(uninstall=True)
        with pytest.raises(CantStart, match="taken Busker's access away"):
            await told


async def test_a_persons_own_token_may_be_taken_away(stage: Stage) -> None:
    async with an_office(stage) as office:
        reception = office.reception()
        told = asyncio.create_task(reception.revoked())
        said = office.slack.say(office.ana, office.channel, f"{office.slack.bot.mention} help")
        tokens = {"oauth": [office.ana.id], "bot": []}
        revoked = {"event": {"type": "tokens_revoked", "tokens": tokens}}
        assert (await reception.receive(said.payload | revoked, {})).status == 200
        await asyncio.sleep(0.05)
        assert not told.done()
        told.cancel()


async def test_another_workspace_isnt_served_and_is_told_so(stage: Stage) -> None:
    async with an_office(stage) as office:
        reception = office.reception()
        elsewhere = office.slack.begin_slash(office.ana, office.channel, "/song", "rain")
        body = elsewhere.payload | {"team_id": "T0ELSEWHERE"}
        assert (await reception.receive(body, {})).status == 200
        assert "only for members of this workspace" in (await elsewhere.shown()).text
        here = office.slack.begin_slash(office.ana, office.channel, "/song", "snow")
        assert (await reception.receive(here.payload, {})).status == 200
        [job] = await office.until_asked()
        assert job.ask.prompt == "snow"
        await reception.close()


async def test_a_fault_of_ours_says_nothing_of_what_was_written(stage: Stage) -> None:
    async with an_office(stage) as office:
        reception = office.reception()
        body = {"command": "/song", "text": "a secret wish", "team_id": office.slack.workspace.id}
        lost: list[dict[str, object]] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, told: lost.append(told))
        with structlog.testing.capture_logs() as logs:
            await reception.receive(body, {})
            await stage.settle()
            gc.collect()
        assert lost == []
        [line] = logs
        assert line["event"] == "something on slack couldn't be taken"
        assert "secret" not in str(line)


def _begin(office: Office, number: int) -> Interaction:
    return office.slack.begin_slash(office.ana, office.channel, "/busker", f"dance{number}")

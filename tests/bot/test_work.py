"""Platforms that connect, break off and come back beside a Busker that plays."""

import subprocess
import sys

import pytest

from bot.connecting import FIRST_SECONDS, LONGEST_SECONDS
from bot.opening import CantGoOn, CantStart
from bot.work import at_work
from tests.bot.conftest import Stage
from tests.fakes.connection import APlatform


async def test_one_that_lets_us_not_in_stops_the_start_with_its_sentence(stage: Stage) -> None:
    well, closed = APlatform(stage.chat), APlatform(stage.chat)
    closed.ends.put_nowait(CantStart("The token isn't accepted.", code=2))
    with pytest.raises(CantStart, match="The token isn't accepted") as refused:
        async with at_work(stage.busker(), {"well": well, "closed": closed}, stage.clock):
            raise AssertionError("nothing is played before every platform is there")
    assert refused.value.code == 2
    assert well.is_over


async def test_one_that_breaks_off_later_is_tried_again_ever_more_slowly(stage: Stage) -> None:
    steady, broken = APlatform(stage.chat), APlatform(stage.chat)
    steady.let_in()
    broken.let_in()
    busker = stage.busker()
    async with at_work(busker, {"steady": steady, "broken": broken}, stage.clock):
        await stage.settle()
        for seconds in (FIRST_SECONDS, 2 * FIRST_SECONDS):
            served = broken.served
            broken.ends.put_nowait(CantStart("It lets nobody in any more."))
            await stage.settle()
            await stage.clock.move(seconds - 1)
            assert broken.served == served
            await stage.clock.move(1)
            assert broken.served == served + 1
        await stage.song(busker)
        await stage.clock.move(LONGEST_SECONDS + 1)
        broken.ends.put_nowait(OSError("The line is cut."))
        await stage.settle()
        await stage.clock.move(FIRST_SECONDS)
        assert broken.served == 4
        assert steady.served == 1
    assert steady.is_over
    assert broken.is_over


async def test_the_operator_is_told_once_that_a_platform_lets_nobody_in(stage: Stage) -> None:
    stage.is_overseen(backups=None)
    broken = APlatform(stage.chat)
    broken.let_in()
    async with at_work(stage.busker(), {"broken": broken}, stage.clock):
        await stage.settle()
        for seconds in (FIRST_SECONDS, 2 * FIRST_SECONDS, LONGEST_SECONDS + 1):
            broken.ends.put_nowait(CantStart("The token was revoked."))
            await stage.settle()
            await stage.clock.move(seconds)
        assert stage.chat.alarms == ["The token was revoked."]
        await stage.clock.move(LONGEST_SECONDS + 1)
        broken.ends.put_nowait(CantStart("The app was removed."))
        await stage.settle()
        assert stage.chat.alarms == ["The token was revoked.", "The app was removed."]


async def test_a_fault_before_the_first_connection_is_no_platforms_sentence(stage: Stage) -> None:
    strange = APlatform(stage.chat)
    strange.ends.put_nowait(ValueError("nobody expected this"))
    with pytest.raises(CantGoOn):
        async with at_work(stage.busker(), {"strange": strange}, stage.clock):
            raise AssertionError("nothing is played before every platform is there")


def test_help_needs_no_library_of_a_platform() -> None:
    asked = (
        "import sys; from contextlib import suppress; import bot.__main__ as busker\n"
        "with suppress(SystemExit): busker.main(['--help'])\n"
        "print(sorted({'discord', 'slack_bolt', 'slack_sdk', 'aiohttp'} & sys.modules.keys()))"
    )
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert said.stdout.startswith("usage: busker")
    assert said.stdout.splitlines()[-1] == "[]"

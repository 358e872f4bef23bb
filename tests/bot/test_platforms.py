"""Several platforms in one Busker, and rows of one that isn't served."""

from dataclasses import replace

import pytest

from bot.jobs import Stage as JobStage
from bot.models import Card, Person, Place, Tone
from bot.platforms import Platforms
from tests.bot.conftest import Stage
from tests.fakes.chat import RecordingChat
from tests.makers import HERE, a_job

THERE = Place(platform="elsewhere", server="s", channel="c")
CARD = Card(key="song", tone=Tone.QUIET, title="Rain")


async def test_a_card_goes_to_its_places_platform() -> None:
    console, elsewhere = RecordingChat(), RecordingChat()
    platforms = Platforms({"console": console, "elsewhere": elsewhere})
    await platforms.show(THERE, CARD)
    assert not console.cards
    assert elsewhere.last("song") == CARD
    direct = await platforms.direct(Person(platform="elsewhere", id="ana"))
    assert direct.platform == "elsewhere"
    await platforms.remove(HERE)
    assert (console.removed, elsewhere.removed) == ([HERE], [])
    assert platforms.serve("console")
    with pytest.raises(KeyError):
        await platforms.check(replace(HERE, platform="unknown"))


async def test_rows_of_a_platform_that_isnt_served_are_left_alone(stage: Stage) -> None:
    foreign = a_job(place=THERE, person=Person(platform="elsewhere", id="ana"))
    await stage.store.admit(foreign, [])
    await stage.store.changed()  # as after a restart: nobody hears of it again
    async with stage.at_work() as busker:
        mine = await stage.song(busker)
        assert (await stage.job(mine)).stage is JobStage.DONE
        assert (await stage.job(foreign.id)).stage is JobStage.RESERVED
    assert foreign.id not in stage.chat.cards

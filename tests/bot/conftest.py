import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from datetime import UTC
from pathlib import Path
from typing import Literal

import pytest

from bot.assembly import Busker, assembled
from bot.commands.catalogue import Answer
from bot.jobs import Job
from bot.limits import UNLIMITED, Policy
from bot.models import Person, Place, Started, Told
from bot.playing.inputs import InputLink, no_input_link
from bot.playing.parcel import Link, no_link
from bot.playing.retention import Keeping
from bot.quotas import Change, Holder, Rule, rule_from
from bot.setup import Oversight, Setup
from bot.terms import Terms
from storage.database import open_database
from storage.store import Store
from tests.bounds import check_answer
from tests.fakes.chat import RecordingChat
from tests.fakes.clock import HandClock
from tests.fakes.composer import ScriptedComposer
from tests.fakes.quiet import Activity, WatchedDatabase, WatchedThreads
from tests.makers import ANA, HERE, a_command, a_press, read

OPERATOR = Place(platform="discord", server="", channel="operators")


class Stage:
    """A whole Busker on a real database, with a platform and a composer made by hand."""

    def __init__(self, folder: Path, store: Store, activity: Activity) -> None:
        self.activity = activity
        self.settle = activity.settle
        self.folder = folder
        self.store = store
        self.chat = RecordingChat()
        self.composer = ScriptedComposer()
        self.clock = HandClock(activity)
        self.link_for: Link = no_link
        self.input_link_for: InputLink = no_input_link
        self.tells_newcomers = False
        self.player: Literal["soundverse", "houseband"] = "soundverse"
        self.policy = UNLIMITED
        self.oversight = Oversight()
        self.keeping = Keeping()

    def is_overseen(self, **wishes: object) -> None:
        """Have somebody told of troubles, and daily backups made."""
        facts = {"channel": OPERATOR, "backups": self.folder / "backups", **wishes}
        self.oversight = Oversight(**facts)  # type: ignore[arg-type]  # whatever the test names

    def busker(
        self,
        *,
        songs_at_once: int = 4,
        policy: Policy | None = None,
        default_rule: Rule | None = None,
        terms: Terms = Terms(),
    ) -> Busker:
        return assembled(
            Setup(
                storage=self.store,
                chats=dict.fromkeys((HERE.platform, "discord", "slack"), self.chat),
                composer=self.composer,
                clock=self.clock,
                folder=self.folder / "archive",
                zone=UTC,
                default_rule=default_rule,
                song_version="v7",
                player=self.player,
                tells_newcomers=self.tells_newcomers,
                songs_at_once=songs_at_once,
                policy=policy or self.policy,
                terms=terms,
                link_for=self.link_for,
                input_link_for=self.input_link_for,
                oversight=self.oversight,
                keeping=self.keeping,
            )
        )

    @asynccontextmanager
    async def at_work(self, *, songs_at_once: int = 4) -> AsyncGenerator[Busker]:
        busker = self.busker(songs_at_once=songs_at_once)
        work = asyncio.create_task(busker.run())
        try:
            await self.settle()
            yield busker
        finally:
            work.cancel()
            with suppress(asyncio.CancelledError):
                await work

    async def ask(self, busker: Busker, name: str, person: Person = ANA, **options: str) -> Answer:
        answer = await busker.router.answer(a_command(name, person, **options))
        check_answer(answer)
        await self.settle()
        return answer

    async def press(
        self, busker: Busker, action: str, subject: str, person: Person = ANA, place: Place = HERE
    ) -> Answer:
        answer = await busker.router.press(a_press(action, subject, person, place))
        check_answer(answer)
        await self.settle()
        return answer

    async def song(self, busker: Busker, prompt: str = "rain", person: Person = ANA) -> str:
        answer = await self.ask(busker, "song", person, prompt=prompt)
        assert isinstance(answer, Started)
        return answer.job_id

    async def told(self, busker: Busker, name: str, **options: str) -> list[str]:
        answer = await self.ask(busker, name, ANA, **options)
        assert isinstance(answer, Told)
        return [answer.card.title, *read(answer.card)]

    async def job(self, job_id: str) -> Job:
        job = await self.store.get(job_id)
        assert job is not None
        return job

    async def limit(self, text: str) -> None:
        await self.store.set_rule(self.change(), Holder.EVERYONE, rule_from(text))

    def change(self) -> Change:
        """What the operator does now, on the server where everybody is."""
        at = self.clock.now()
        return Change(actor="operator", at=at, platform=HERE.platform, server=HERE.server)

    def everywhere(self) -> Change:
        """The same, for all servers."""
        return Change(actor="operator", at=self.clock.now())


@asynccontextmanager
async def a_stage(folder: Path) -> AsyncGenerator[Stage]:
    activity = Activity()
    threads = WatchedThreads(activity)
    asyncio.get_running_loop().set_default_executor(threads)
    async with open_database(folder / "busker.db") as database:
        database.__class__ = WatchedDatabase
        assert isinstance(database, WatchedDatabase)
        database.activity = activity
        yield Stage(folder, Store(database), activity)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncGenerator[Stage]:
    async with a_stage(tmp_path) as stage:
        yield stage

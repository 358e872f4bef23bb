"""Deleting at random: two databases that differ in nothing but what was deleted leave equal room."""

import asyncio
import tempfile
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.ages import SETTLED, Ages
from bot.jobs import Job, Stage, advance, cancelled, failed, queued, submitting
from bot.models import Person
from bot.privacy.forgetting import Forgetting
from bot.quotas import Change, Holder, Limit, Rule, Scope, Window
from soundverse.errors import Declined
from soundverse.events import Accepted, Ids
from storage.database import open_database
from storage.store import Store
from tests.fakes.clock import StillClock
from tests.makers import HERE, NOON, a_job

T = TypeVar("T")

ANA = Person(platform="console", id="ana")
BEN = Person(platform="console", id="ben")
PEOPLE = st.sampled_from([ANA, ANA, BEN])
MINUTES = st.sampled_from([1, 30, 600, 1440, 9 * 1440, 31 * 1440])
WINDOWS = [Window.HOUR, Window.DAY, Window.WEEK, Window.MONTH]


class Twins(RuleBasedStateMachine):
    """On `there` nobody has anything deleted: where somebody does `here`, they cancel."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.stack = AsyncExitStack()
        self.clock = StillClock(NOON)
        self.asked = 0

    @initialize()
    def open(self) -> None:
        self.here = self.run(self._open("here"))
        self.there = self.run(self._open("there"))

    @rule(person=PEOPLE, most=st.integers(0, 5), scope=st.sampled_from(Scope))
    def ask(self, person: Person, most: int, scope: Scope) -> None:
        """With a limit of any kind: it is given the song on both, or on neither."""
        self.asked += 1
        key = f"song{self.asked}"
        job = a_job(id=key, request_key=key, person=person, created_at=self.clock.time)
        limits = [replace(limit, most=most) for limit in self._limits() if limit.scope is scope]
        here = self.run(self.here.admit(job, limits))
        there = self.run(self.there.admit(job, limits))
        assert (here is None) == (there is None)

    @rule(data=st.data(), ending=st.sampled_from(["done", "declined", "cancelled"]))
    @precondition(lambda self: self._open_jobs())
    def end(self, data: st.DataObject, ending: str) -> None:
        job = data.draw(st.sampled_from(self._open_jobs()))
        for store in (self.here, self.there):
            self._save(store, job, self._ended(job, ending))

    @rule(person=PEOPLE, is_known=st.booleans())
    def delete(self, person: Person, *, is_known: bool) -> None:
        """Perhaps with a song at work that the service has accepted."""
        if is_known:
            for job in [each for each in self._open_jobs() if each.person == person][:1]:
                for store in (self.here, self.there):
                    self._save(store, job, self._accepted(job))
        for job in [each for each in self._open_jobs() if each.person == person]:
            self._save(self.there, job, cancelled(job, self.clock.time))
        self.run(self._forgetting().forget(person))
        assert self.run(self.here.of(person, most=99)) == []

    @rule(person=PEOPLE)
    def begin_to_delete_and_die(self, person: Person) -> None:
        self.run(self.here.begin_forgetting(person, self.clock.time))
        now = self.clock.time
        self.run(self.here.forget_songs(person, until=now, now=now, settled=now - SETTLED))

    @rule(person=PEOPLE, what=st.sampled_from(["block", "unblock", "grant", "reset", "rule"]))
    def administer(self, person: Person, what: str) -> None:
        change = Change(actor="eve", at=self.clock.time, platform=HERE.platform, server=HERE.server)
        until = self.clock.time + timedelta(days=2)
        for store in (self.here, self.there):
            match what:
                case "block":
                    self.run(store.block(change, person.id, until=until))
                case "unblock":
                    self.run(store.unblock(change, person.id))
                case "grant":
                    self.run(store.grant(change, person.id, 1, until=until))
                case "reset":
                    self.run(store.reset(change, person.id))
                case "rule":
                    most = Rule(most=3, window=Window.MONTH)
                    self.run(store.set_rule(change, Holder.PERSON, most, subject=person.id))

    @rule(minutes=MINUTES)
    def pass_time(self, minutes: int) -> None:
        """What is old is forgotten here as each day."""
        self.clock.time += timedelta(minutes=minutes)
        ages = Ages.at(self.clock.time, timedelta(days=1))
        self.run(self.here.age_songs(ages, after=0))
        self.run(self.here.age_others(ages))

    @invariant()
    def what_is_left_is_the_same(self) -> None:
        limits = self._limits()
        for person in (ANA, BEN):
            here, there = (
                self.run(store.usage(person, HERE.server, limits, self.clock.time))
                for store in (self.here, self.there)
            )
            assert here == there

    @invariant()
    def what_admins_set_is_the_same(self) -> None:
        for person in (ANA, BEN):
            here, there = (
                self.run(store.standing(person, HERE.server, self.clock.time))
                for store in (self.here, self.there)
            )
            month = Window.MONTH.start(self.clock.time, UTC)
            assert replace(here, reset_at=None) == replace(there, reset_at=None)
            assert max(here.reset_at or month, month) == max(there.reset_at or month, month)

    def teardown(self) -> None:
        self.run(self.stack.aclose())
        self.runner.close()
        self.folder.cleanup()

    def run(self, step: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(step)

    async def _open(self, name: str) -> Store:
        path = Path(self.folder.name, f"{name}.db")
        return Store(await self.stack.enter_async_context(open_database(path)))

    def _forgetting(self) -> Forgetting:
        async def remove(job_id: str) -> None:
            """There are no files."""

        return Forgetting(jobs=self.here, people=self.here, remove=remove, clock=self.clock)

    def _limits(self) -> list[Limit]:
        now = self.clock.time
        return [
            Limit(scope=scope, most=None, since=window.start(now, UTC))
            for scope in Scope
            for window in WINDOWS
        ]

    def _open_jobs(self) -> list[Job]:
        return list(self.run(self.here.unfinished()))

    def _accepted(self, job: Job) -> Job:
        now = self.clock.time
        job = submitting(queued(job, job.place), now)
        return advance(job, Accepted(ids=Ids(job_id="j")), now)

    def _ended(self, job: Job, ending: str) -> Job:
        now = self.clock.time
        if ending == "cancelled":
            return cancelled(job, now)
        job = self._accepted(job)
        if ending == "declined":
            return failed(job, Declined("no"), "declined", now)
        return replace(job, stage=Stage.DONE, finished_at=now)

    def _save(self, store: Store, before: Job, after: Job) -> None:
        current = self.run(store.get(before.id))
        assert current is not None
        assert current == before or store is self.there
        assert self.run(store.save(current, after))


TestTwins = Twins.TestCase
TestTwins.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)

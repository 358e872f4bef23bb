"""Songs asked for, ended and cancelled at random on a real file, against a ledger in plain Python."""

import asyncio
import tempfile
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.authority import Authority
from bot.commands.admission import admit
from bot.commands.catalogue import Desk
from bot.errors import Blocked, OverQuota, Paused, Refusal, TooManyRunning
from bot.gate import Gate
from bot.jobs import Charged, Job, Stage, advance, cancelled, ended, failed, queued, submitting
from bot.limits import Limits, Policy
from bot.models import Command, Person, Place
from bot.quotas import Change, Holder, Limit, Rule, Scope, Window
from soundverse.errors import ConnectionLost, Declined, TakeFailed
from soundverse.events import Accepted, Finished, Ids, Validated
from storage.database import open_database
from storage.store import Store
from tests.bot.privacies import privacy_on
from tests.fakes.chat import RecordingChat
from tests.fakes.shelf import EmptyShelf
from tests.makers import an_ask

T = TypeVar("T")

ZONE = ZoneInfo("Europe/Berlin")
START = datetime(2026, 10, 24, 20, 0, tzinfo=UTC)  # the night has 25 hours, the month ends soon
AT_ONCE = 8
ANA = Person(platform="discord", id="ana", roles=("singer",))
BEN = replace(ANA, id="ben")
ANA_ON_SLACK = replace(ANA, platform="slack")
FAILURES = {"declined": Declined("no"), "take-failed": TakeFailed("no")}
LOST = ConnectionLost("gone")

MOST = st.integers(0, 4)
RULES = st.one_of(st.none(), st.builds(Rule, most=MOST, window=st.sampled_from(Window)))
PEOPLE = st.sampled_from([ANA, ANA, ANA, BEN, ANA_ON_SLACK])  # what matters must meet often
SERVERS = st.sampled_from(["one", "one", "one", "two"])
POLICIES = st.one_of(
    st.none(), st.builds(Rule, most=st.integers(1, 9), window=st.sampled_from(Window))
)
MINUTES = st.sampled_from([1, 19, 20, 60, 300, 1440, 5 * 1440])
ENDINGS = st.sampled_from(["done", "declined", "take-failed", "lost", "defect", "unsent"])


@dataclass
class HandClock:
    """Moved by the machine; nothing here sleeps."""

    time: datetime = START

    def now(self) -> datetime:
        return self.time

    async def sleep(self, seconds: float) -> None:
        raise AssertionError(f"nobody waits {seconds} s for a place")


class Quotas(RuleBasedStateMachine):
    """`jobs` is the ledger: every job that was admitted, as it was last saved."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.stack = AsyncExitStack()
        self.clock = HandClock()
        self.jobs: dict[str, Job] = {}
        self.set_rules: dict[tuple[Holder, str, str, str], Rule] = {}
        self.grants: list[tuple[str, str, str, int, datetime]] = []
        self.resets: dict[tuple[str, str, str], datetime] = {}
        self.blocks: dict[tuple[str, str, str], datetime] = {}
        self.paused: set[tuple[str, str]] = set()
        self.asked = 0

    @initialize(
        default=POLICIES,
        server=POLICIES,
        budget=st.lists(POLICIES.filter(bool), max_size=2),
        most_open=st.one_of(st.none(), st.integers(1, 9)),
        tries=POLICIES,
        declines=POLICIES,
    )
    def open(self, default: Rule | None, budget: list[Rule], **others: Any) -> None:  # noqa: ANN401  # two kinds
        self.default = default
        self.policy = Policy(budget=tuple(budget), **others)
        self.run(self._open())

    @rule(person=PEOPLE, server=SERVERS)
    def ask_at_once(self, person: Person, server: str) -> None:
        """Eight requests of one person: as many are admitted as there is room for, one by one."""
        keys = [f"request{self.asked + number}" for number in range(AT_ONCE)]
        self.asked += AT_ONCE
        answers = self.run(self._asked(person, server, keys))
        for answer in answers:
            if isinstance(answer, Job):
                assert self._expected(person, server) is None
                self.jobs[answer.id] = answer
        refusals = [answer for answer in answers if isinstance(answer, Refusal)]
        for refusal in refusals:
            assert _named(refusal) == self._expected(person, server)

    @rule(data=st.data())
    @precondition(lambda self: self.jobs)
    def ask_again(self, data: st.DataObject) -> None:
        """A redelivered request makes nothing new, whatever is used up by now."""
        job = data.draw(st.sampled_from(list(self.jobs.values())))
        if self._standing_expected(job.person, job.place.server) is None:
            [answer] = self.run(self._asked(job.person, job.place.server, [job.request_key]))
            assert isinstance(answer, Job)
            assert answer.id == job.id

    @rule(data=st.data(), ending=ENDINGS)
    @precondition(lambda self: any(not job.stage.is_final for job in self.jobs.values()))
    def end(self, data: st.DataObject, ending: str) -> None:
        job = data.draw(st.sampled_from(self._open_jobs()))
        self._save(job, self._ended(job, ending))

    @rule(data=st.data())
    @precondition(lambda self: any(not job.stage.is_final for job in self.jobs.values()))
    def send(self, data: st.DataObject) -> None:
        job = data.draw(st.sampled_from(self._open_jobs()))
        self._save(job, self._sent(job))

    @rule(data=st.data(), is_sent=st.booleans())
    @precondition(lambda self: any(not job.stage.is_final for job in self.jobs.values()))
    def cancel(self, data: st.DataObject, *, is_sent: bool) -> None:
        job = data.draw(st.sampled_from(self._open_jobs()))
        if is_sent:
            self._save(job, self._sent(job))
            job = self.jobs[job.id]
        self._save(job, cancelled(job, self.clock.time))

    @rule(data=st.data(), is_lost=st.booleans())
    @precondition(lambda self: any(job.holds_until for job in self.jobs.values()))
    def end_after_cancel(self, data: st.DataObject, *, is_lost: bool) -> None:
        held = [job for job in self.jobs.values() if job.holds_until]
        job = data.draw(st.sampled_from(held))
        now = self.clock.time
        after = failed(job, LOST, "lost", now) if is_lost else advance(job, Finished(), now)
        self._save(job, after)

    @rule(person=PEOPLE, server=SERVERS, holder=st.sampled_from(Holder), limit=RULES)
    def set_or_clear_rule(
        self, person: Person, server: str, holder: Holder, limit: Rule | None
    ) -> None:
        subject = {Holder.PERSON: person.id, Holder.ROLE: "singer"}.get(holder, "")
        key = (holder, person.platform, server, subject)
        self.set_rules.pop(key, None)
        if limit:
            self.set_rules[key] = limit
        change = self._change(person, server)
        self.run(self.store.set_rule(change, holder, limit, subject=subject))

    @rule(person=PEOPLE, server=SERVERS, songs=st.integers(1, 3), minutes=MINUTES)
    def grant(self, person: Person, server: str, songs: int, minutes: int) -> None:
        until = self.clock.time + timedelta(minutes=minutes)
        self.grants.append((person.platform, server, person.id, songs, until))
        self.run(self.store.grant(self._change(person, server), person.id, songs, until=until))

    @rule(person=PEOPLE, server=SERVERS, minutes=MINUTES)
    def reset(self, person: Person, server: str, minutes: int) -> None:
        """A while later, so that there is something to forget."""
        self.move_clock(minutes)
        self.resets[person.platform, server, person.id] = self.clock.time
        self.run(self.store.reset(self._change(person, server), person.id))

    @rule(person=PEOPLE, server=SERVERS, minutes=MINUTES, is_over=st.booleans())
    def block(self, person: Person, server: str, minutes: int, *, is_over: bool) -> None:
        until = self.clock.time + timedelta(minutes=min(minutes, 60))
        self.blocks[person.platform, server, person.id] = until
        change = self._change(person, server)
        self.run(self.store.block(change, person.id, until=until))
        if is_over:
            del self.blocks[person.platform, server, person.id]
            self.run(self.store.unblock(change, person.id))

    @rule(where=st.sampled_from([("", ""), ("discord", "one")]), person=PEOPLE)
    def pause(self, where: tuple[str, str], person: Person) -> None:
        """Over a restart, and taken back at once: for as long as it lasts nothing else could happen."""
        platform, server = where
        change = Change(actor="eve", at=self.clock.time, platform=platform, server=server)
        self.paused.add(where)
        self.run(self.store.pause(change))
        self.restart()
        self.ask_at_once(person, "one")
        self.paused.remove(where)
        self.run(self.store.resume(change))

    @rule(minutes=MINUTES)
    def move_clock(self, minutes: int) -> None:
        self.clock.time += timedelta(minutes=minutes)

    @rule()
    def restart(self) -> None:
        self.run(self.stack.aclose())
        self.run(self._open())

    @invariant()
    def the_rules_that_hold_are_those_that_were_set(self) -> None:
        own, server = self.run(self.limits.allowances(ANA, "one"))
        assert own.rule == self._own_rule(ANA, "one")
        assert (server and server.rule) == self._server_rule(ANA, "one")
        window = own.rule.window if own.rule else Window.DAY
        since = self._since(Scope.PERSON, ANA, "one", window) if own.rule else self._start(window)
        assert own.used == self._counted(Scope.PERSON, ANA, "one", since)

    @invariant()
    def every_limit_counts_what_the_ledger_says(self) -> None:
        since = self._start(Window.WEEK)
        limits = [Limit(scope=scope, most=None, since=since) for scope in Scope]
        found = self.run(self.store.usage(ANA, "one", limits, self.clock.time))
        assert list(found) == [self._counted(scope, ANA, "one", since) for scope in Scope]

    def teardown(self) -> None:
        self.run(self.stack.aclose())
        self.runner.close()
        self.folder.cleanup()

    # What is done.

    def run(self, step: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(step)

    async def _open(self) -> None:
        self.stack = AsyncExitStack()
        path = Path(self.folder.name, "busker.db")
        self.store = Store(await self.stack.enter_async_context(open_database(path)))
        self.limits = Limits(
            rules=self.store,
            jobs=self.store,
            clock=self.clock,
            zone=ZONE,
            default=self.default,
            policy=self.policy,
        )
        self.desk = Desk(
            chat=RecordingChat(),
            jobs=self.store,
            limits=self.limits,
            gate=Gate(rules=self.store, grounds=self.store),
            rules=self.store,
            grounds=self.store,
            audits=self.store,
            tallies=self.store,
            sounds=self.store,
            drafts=self.store,
            authority=Authority(),
            library=self.store,
            shelf=EmptyShelf(),
            privacy=privacy_on(self.store, self.clock),
            clock=self.clock,
            song_version="v7",
        )

    async def _asked(self, person: Person, server: str, keys: list[str]) -> list[Job | Refusal]:
        place = Place(platform=person.platform, server=server, channel="music")
        return list(await asyncio.gather(*(self._answer(person, place, key) for key in keys)))

    async def _answer(self, person: Person, place: Place, key: str) -> Job | Refusal:
        command = Command(name="song", person=person, place=place, request_key=key)
        try:
            started = await admit(command, an_ask(), self.desk)
        except Refusal as refusal:
            return refusal
        job = await self.store.get(started.job_id)
        assert job is not None
        return job

    def _save(self, before: Job, after: Job) -> None:
        assert self.run(self.store.save(before, after))
        self.jobs[after.id] = after
        assert self.run(self.store.get(after.id)) == after

    def _sent(self, job: Job) -> Job:
        now = self.clock.time
        return advance(submitting(queued(job, job.place), now), Accepted(ids=Ids(job_id="j")), now)

    def _ended(self, job: Job, ending: str) -> Job:
        now = self.clock.time
        if ending == "unsent":
            return ended(job, Stage.FAILED, "unshowable", now)
        job = self._sent(job)
        if ending == "defect":
            return ended(job, Stage.FAILED, "defect", now)
        if ending == "done":
            return replace(advance(job, Validated(), now), stage=Stage.DONE, finished_at=now)
        return failed(job, FAILURES.get(ending, LOST), ending, now)

    def _change(self, person: Person, server: str) -> Change:
        return Change(actor="eve", at=self.clock.time, platform=person.platform, server=server)

    def _open_jobs(self) -> list[Job]:
        return [job for job in self.jobs.values() if not job.stage.is_final]

    # What is expected, counted the plain way.

    def _expected(self, person: Person, server: str) -> str | None:
        """What the next song must be refused for, if anything."""
        return self._standing_expected(person, server) or self._limit_expected(person, server)

    def _standing_expected(self, person: Person, server: str) -> str | None:
        if self.paused & {("", ""), (person.platform, server)}:
            return "paused"
        until = self.blocks.get((person.platform, server, person.id), START)
        return "blocked" if until > self.clock.time else None

    def _limit_expected(self, person: Person, server: str) -> str | None:
        own = self._own_rule(person, server)
        shared = self._server_rule(person, server)
        rules = [
            (Scope.PERSON, own),
            (Scope.SERVER, shared),
            *((Scope.BUDGET, each) for each in self.policy.budget),
            (Scope.TRIES, self.policy.tries),
            (Scope.DECLINES, self.policy.declines),
        ]
        for scope, each in rules:
            since = self._since(scope, person, server, each.window) if each else None
            if each and since and self._counted(scope, person, server, since) >= each.most:
                return f"{scope} {each}"
        most = self.policy.most_open
        return "open" if most is not None and self._on_their_way(person) >= most else None

    def _server_rule(self, person: Person, server: str) -> Rule | None:
        return self.set_rules.get((Holder.SERVER, person.platform, server, ""), self.policy.server)

    def _own_rule(self, person: Person, server: str) -> Rule | None:
        found = [
            self.set_rules.get((Holder.PERSON, person.platform, server, person.id)),
            self.set_rules.get((Holder.ROLE, person.platform, server, "singer")),
            self.set_rules.get((Holder.EVERYONE, person.platform, server, "")),
            self.default,
        ]
        first = next((each for each in found if each), None)
        granted = sum(
            songs
            for *whose, songs, until in self.grants
            if whose == [person.platform, server, person.id] and until > self.clock.time
        )
        return first and replace(first, most=first.most + granted)

    def _start(self, window: Window) -> datetime:
        return window.start(self.clock.time, ZONE)

    def _since(self, scope: Scope, person: Person, server: str, window: Window) -> datetime:
        start = self._start(window)
        if scope is not Scope.PERSON:
            return start
        return max(start, self.resets.get((person.platform, server, person.id), start))

    def _counted(self, scope: Scope, person: Person, server: str, since: datetime) -> int:
        asked = [job for job in self.jobs.values() if job.created_at >= since]
        here = [
            job
            for job in asked
            if (job.place.platform, job.place.server) == (person.platform, server)
        ]
        match scope:
            case Scope.PERSON:
                return sum(job.counts and job.person.id == person.id for job in here)
            case Scope.SERVER:
                return sum(job.counts for job in here)
            case Scope.BUDGET:
                return sum(job.charged is not Charged.NO or not job.stage.is_final for job in asked)
            case Scope.OPEN:
                return self._on_their_way(person)
        failures = {"declined"} if scope is Scope.DECLINES else {"declined", "take-failed", "lost"}
        return sum(
            job.stage is Stage.FAILED and job.failure in failures and _is_of(job, person)
            for job in asked
        )

    def _on_their_way(self, person: Person) -> int:
        now = self.clock.time
        return sum(
            _is_of(job, person)
            and (not job.stage.is_final or (job.holds_until is not None and job.holds_until > now))
            for job in self.jobs.values()
        )


def _is_of(job: Job, person: Person) -> bool:
    return (job.person.platform, job.person.id) == (person.platform, person.id)


def _named(refusal: Refusal) -> str:
    match refusal:
        case Paused():
            return "paused"
        case Blocked():
            return "blocked"
        case TooManyRunning():
            return "open"
        case OverQuota(limit=limit):
            return f"{limit.scope} {limit.rule}"
    raise refusal


TestQuotas = Quotas.TestCase
TestQuotas.settings = settings(max_examples=40, stateful_step_count=50, deadline=None)

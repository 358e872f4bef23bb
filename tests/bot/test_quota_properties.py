"""Songs asked for, ended and cancelled, and admins at work, at random on a real file.

Against a ledger in plain Python: what counts, which rule holds, and which one a refusal names.
"""

import asyncio
import tempfile
from collections.abc import Coroutine, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.assembly import assembled
from bot.commands.admission import admit
from bot.errors import (
    Blocked,
    ChannelClosed,
    OverQuota,
    Paused,
    Refusal,
    TooManyRunning,
    WordBanned,
)
from bot.jobs import Charged, Job, Stage, advance, cancelled, ended, failed, queued, submitting
from bot.limits import Policy
from bot.models import Command, Person, Place, Power, Told
from bot.quotas import Change, Holder, Limit, Rule, Scope, Window
from bot.setup import Setup
from bot.terms import Terms
from soundverse.errors import ConnectionLost, Declined, TakeFailed
from soundverse.events import Accepted, Finished, Ids, Validated
from storage.database import open_database
from storage.store import Store
from tests.fakes.chat import RecordingChat
from tests.fakes.clock import StillClock
from tests.fakes.composer import ScriptedComposer
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
TERMS = Terms(operators=("discord:owner",))
OWNER = Person(platform="discord", id="owner")

MOST = st.integers(0, 4)
RULES = st.one_of(st.none(), st.builds(Rule, most=MOST, window=st.sampled_from(Window)))
PEOPLE = st.sampled_from([ANA, ANA, ANA, BEN, ANA_ON_SLACK])  # what matters must meet often
SERVERS = st.sampled_from(["one", "one", "one", "two"])
POLICIES = st.one_of(
    st.none(), st.builds(Rule, most=st.integers(1, 9), window=st.sampled_from(Window))
)
MINUTES = st.sampled_from([1, 19, 20, 60, 300, 1440, 5 * 1440])
ZONES = st.sampled_from(["UTC", "Asia/Tokyo", "America/New_York", "Australia/Lord_Howe"])
CLOSINGS = {
    "channel": ("channels deny", "channels clear", {"channel": "music"}),
    "word": ("words add", "words remove", {"word": "RAIN"}),
}
ENDINGS = st.sampled_from(["done", "declined", "take-failed", "lost", "defect", "unsent"])


class Quotas(RuleBasedStateMachine):
    """`jobs` is the ledger: every job that was admitted, as it was last saved."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.stack = AsyncExitStack()
        self.clock = StillClock(START)
        self.jobs: dict[str, Job] = {}
        self.set_rules: dict[tuple[Holder, str, str, str], Rule] = {}
        self.grants: list[tuple[str, str, str, int, datetime]] = []
        self.resets: dict[tuple[str, str, str], datetime] = {}
        self.blocks: dict[tuple[str, str, str], datetime] = {}
        self.paused: set[tuple[str, str]] = set()
        self.closed: str | None = None
        self.zones: dict[tuple[str, str], ZoneInfo] = {}
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
        whose = {Holder.PERSON: {"user": subject}, Holder.ROLE: {"role": subject}}
        options = whose.get(holder, {"together": "on"} if holder is Holder.SERVER else {})
        if limit:
            self.admin("quota set", person.platform, server, rule=str(limit), **options)
            return
        self.admin("quota clear", person.platform, server, **options)
        if holder is Holder.PERSON:
            of_theirs = [person.platform, server, person.id]
            self.grants = [each for each in self.grants if [*each[:3]] != of_theirs]

    @rule(person=PEOPLE, server=SERVERS, songs=st.integers(1, 3), minutes=MINUTES)
    def grant(self, person: Person, server: str, songs: int, minutes: int) -> None:
        hours = 1 + minutes // 60
        until = self.clock.time + timedelta(hours=hours)
        self.grants.append((person.platform, server, person.id, songs, until))
        granted = {"user": person.id, "songs": str(songs), "until": f"{hours}h"}
        self.admin("quota grant", person.platform, server, **granted)

    @rule(person=PEOPLE, server=SERVERS, minutes=MINUTES)
    def reset(self, person: Person, server: str, minutes: int) -> None:
        """A while later, so that there is something to forget."""
        self.move_clock(minutes)
        self.resets[person.platform, server, person.id] = self.clock.time
        self.admin("quota reset", person.platform, server, user=person.id)

    @rule(person=PEOPLE, server=SERVERS, minutes=MINUTES, is_over=st.booleans())
    def block(self, person: Person, server: str, minutes: int, *, is_over: bool) -> None:
        until = self.clock.time + timedelta(minutes=min(minutes, 60))
        self.blocks[person.platform, server, person.id] = until
        change = self._change(person, server)
        self.run(self.store.block(change, person.id, until=until))
        if is_over:
            del self.blocks[person.platform, server, person.id]
            self.admin("unblock", person.platform, server, user=person.id)

    @rule(where=st.sampled_from([("", ""), ("discord", "one")]), person=PEOPLE)
    def pause(self, where: tuple[str, str], person: Person) -> None:
        """Over a restart, and taken back at once: for as long as it lasts nothing else could happen."""
        self.paused.add(where)
        self.admin("pause", *where)
        self.restart()
        self.ask_at_once(person, "one")
        self.paused.remove(where)
        self.admin("resume", *where)

    @rule(what=st.sampled_from(sorted(CLOSINGS)), person=PEOPLE)
    def close(self, what: str, person: Person) -> None:
        """The channel, or a word of the song; taken back at once, as a pause is."""
        close, open_again, options = CLOSINGS[what]
        self.closed = what
        self.admin(close, person.platform, "one", **options)
        self.ask_at_once(person, "one")
        self.closed = None
        self.admin(open_again, person.platform, "one", **options)

    @rule(person=PEOPLE, server=SERVERS, zone=ZONES)
    def set_zone(self, person: Person, server: str, zone: str) -> None:
        self.zones[person.platform, server] = ZoneInfo(zone)
        self.admin("timezone", person.platform, server, zone=zone)

    @rule(
        asks=st.lists(st.tuples(PEOPLE, SERVERS), min_size=5, max_size=5),
        endings=st.lists(ENDINGS, min_size=2, max_size=2),
        grant=st.tuples(PEOPLE, SERVERS),
    )
    def do_eight_things_at_once(
        self,
        asks: list[tuple[Person, str]],
        endings: list[str],
        grant: tuple[Person, str],
    ) -> None:
        """Songs of several people, two that end meanwhile, and a grant: no rule is exceeded by it."""
        before = {
            (ask, _kind(name)): self._used(name, *ask) for ask in asks for name in self._rules(*ask)
        }
        ends = [
            (job, self._ended(job, ending))
            for job, ending in zip(self._open_jobs(), endings, strict=False)
        ]
        answers = self.run(self._at_once(asks, ends, grant))
        admitted = [answer for answer in answers if isinstance(answer, Job)]
        self.jobs |= {job.id: job for job in (*admitted, *(after for _, after in ends))}
        person, server = grant
        until = self.clock.time + timedelta(hours=9)
        self.grants.append((person.platform, server, person.id, 1, until))
        for ask in asks:
            for name, most in self._rules(*ask).items():
                if name.startswith((Scope.TRIES, Scope.DECLINES)):
                    continue  # what is on its way may still fail
                assert self._used(name, *ask) <= max(most, before[ask, _kind(name)]), name
        for ask, answer in zip(asks, answers, strict=True):
            if isinstance(answer, Refusal):
                name, standing = _named(answer), self._standing_expected(*ask)
                if standing is None:
                    grown = self._grown(name, *ask, admitted, [job for job, _ in ends])
                    assert before[ask, _kind(name)] + grown >= _most(answer)
                else:
                    assert name == standing

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
        since = self._since(Scope.PERSON, ANA, "one", window)
        if not own.rule:  # then nothing is begun anew by a reset
            since = window.start(self.clock.time, self._zone(ANA, "one"))
        assert own.used == self._counted(Scope.PERSON, ANA, "one", since)

    @invariant()
    def every_limit_counts_what_the_ledger_says(self) -> None:
        since = Window.WEEK.start(self.clock.time, ZONE)
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
        self.busker = assembled(
            Setup(
                storage=self.store,
                chats=dict.fromkeys(("discord", "slack"), RecordingChat()),
                composer=ScriptedComposer(),
                clock=self.clock,
                folder=Path(self.folder.name, "archive"),
                zone=ZONE,
                default_rule=self.default,
                song_version="v7",
                player="soundverse",
                songs_at_once=4,
                policy=self.policy,
                terms=TERMS,
            )
        )
        self.desk = self.busker.router._desk
        self.limits = self.desk.limits

    def admin(self, name: str, platform: str, server: str, **options: str) -> None:
        """A command of a server's own admin, or of the operator for everywhere."""
        self.run(self._admin(name, platform, server, options))

    async def _admin(self, name: str, platform: str, server: str, options: dict[str, str]) -> None:
        person, options = OWNER, {**options, "everywhere": "on"} if not platform else options
        if platform:
            person = Person(platform=platform, id="eve", powers=frozenset({Power.ADMINISTER}))
        place = Place(platform=person.platform, server=server or "one", channel="office")
        command = Command(
            name=f"busker-admin {name}",
            options=options,
            person=person,
            place=place,
            request_key="admin",
        )
        answer = await self.busker.router.answer(command)
        assert isinstance(answer, Told)
        assert not answer.is_refusal, answer.card.lines

    async def _at_once(
        self,
        asks: Sequence[tuple[Person, str]],
        ends: Sequence[tuple[Job, Job]],
        grant: tuple[Person, str],
    ) -> list[Job | Refusal]:
        """What came of the asks, in their order."""
        asked, self.asked = self.asked, self.asked + len(asks)
        async with asyncio.TaskGroup() as group:
            asking = [
                group.create_task(
                    self._answer(
                        person,
                        Place(platform=person.platform, server=server, channel="music"),
                        f"request{asked + number}",
                    )
                )
                for number, (person, server) in enumerate(asks)
            ]
            saving = [group.create_task(self.store.save(*end)) for end in ends]
            person, server = grant
            options = {"user": person.id, "songs": "1", "until": "9h"}
            group.create_task(self._admin("quota grant", person.platform, server, options))
        assert all(save.result() for save in saving)
        return [each.result() for each in asking]

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

    def _rules(self, person: Person, server: str) -> dict[str, int]:
        """Every limit by the name that a refusal gives it, with its number."""
        rules = [
            (Scope.PERSON, self._own_rule(person, server)),
            (Scope.SERVER, self._server_rule(person, server)),
            *((Scope.BUDGET, each) for each in self.policy.budget),
            (Scope.TRIES, self.policy.tries),
            (Scope.DECLINES, self.policy.declines),
        ]
        named = {f"{scope} {each}": each.most for scope, each in rules if each}
        most = self.policy.most_open
        return named if most is None else {**named, "open": most}

    def _used(self, name: str, person: Person, server: str) -> int:
        """What the limit of that name counts."""
        scope, _, rule = name.partition(" ")
        if scope == Scope.OPEN:
            return self._on_their_way(person)
        window = Window(rule.partition("/")[2])
        since = self._since(Scope(scope), person, server, window)
        return self._counted(Scope(scope), person, server, since)

    def _grown(
        self,
        name: str,
        person: Person,
        server: str,
        admitted: Sequence[Job],
        ended: Sequence[Job],
    ) -> int:
        """By how much that can have grown while all this happened at once."""
        scope = name.partition(" ")[0]
        if scope in {Scope.TRIES, Scope.DECLINES}:
            return sum(_is_of(job, person) for job in ended)
        if scope == Scope.BUDGET:
            return len(admitted)
        if scope == Scope.OPEN:
            return sum(_is_of(job, person) for job in admitted)
        where = (person.platform, server)
        here = [job for job in admitted if (job.place.platform, job.place.server) == where]
        return len(here) if scope == Scope.SERVER else sum(_is_of(job, person) for job in here)

    def _standing_expected(self, person: Person, server: str) -> str | None:
        if self.paused & {("", ""), (person.platform, server)}:
            return "paused"
        until = self.blocks.get((person.platform, server, person.id), START)
        return "blocked" if until > self.clock.time else self.closed

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

    def _zone(self, person: Person, server: str) -> ZoneInfo:
        return self.zones.get((person.platform, server), ZONE)

    def _since(self, scope: Scope, person: Person, server: str, window: Window) -> datetime:
        """What is counted over all servers begins at the operator's midnight."""
        is_local = scope in {Scope.PERSON, Scope.SERVER}
        zone = self._zone(person, server) if is_local else ZONE
        start = window.start(self.clock.time, zone)
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
        tries = [job for job in asked if _is_of(job, person)]
        failed = sum(job.stage is Stage.FAILED and job.failure in failures for job in tries)
        dropped = sum(
            job.stage is Stage.CANCELLED and not job.counts and job.charged is not Charged.NO
            for job in tries
        )
        return failed + (dropped if scope is Scope.TRIES else 0)

    def _on_their_way(self, person: Person) -> int:
        now = self.clock.time
        return sum(
            _is_of(job, person)
            and (not job.stage.is_final or (job.holds_until is not None and job.holds_until > now))
            for job in self.jobs.values()
        )


def _is_of(job: Job, person: Person) -> bool:
    return (job.person.platform, job.person.id) == (person.platform, person.id)


def _kind(name: str) -> str:
    """A limit by what it counts, whatever its number is."""
    scope, _, rule = name.partition(" ")
    return f"{scope} {rule.partition('/')[2]}"


def _most(refusal: Refusal) -> int:
    match refusal:
        case TooManyRunning(most=most):
            return most
        case OverQuota(limit=Limit(most=int() as most)):
            return most
    raise refusal


def _named(refusal: Refusal) -> str:
    match refusal:
        case Paused():
            return "paused"
        case Blocked():
            return "blocked"
        case ChannelClosed():
            return "channel"
        case WordBanned():
            return "word"
        case TooManyRunning():
            return "open"
        case OverQuota(limit=limit):
            return f"{limit.scope} {limit.rule}"
    raise refusal


TestQuotas = Quotas.TestCase
TestQuotas.settings = settings(max_examples=40, stateful_step_count=50, deadline=None)

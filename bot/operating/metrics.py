"""What is counted and measured, for Prometheus. No label says who asked or what for."""

from collections.abc import Mapping
from datetime import timedelta

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)

from bot.jobs import Charged, Job, Stage

__all__ = ["Metrics"]

STAGE_SECONDS = (0.1, 0.5, 1, 5, 15, 30, 60, 120, 180, 300, 600, 1200, 3600, 7200)


# without a second series for each that says only when it began
disable_created_metrics()  # type: ignore[no-untyped-call]  # the library has no type for it


class Metrics:
    """One for a whole Busker. `price` is what the operator says a song costs, in their own currency."""

    def __init__(self, *, price: float | None = None) -> None:
        self._price = price
        self._registry = registry = CollectorRegistry()
        self._songs = Counter(
            "busker_songs",
            "Songs that ended.",
            ("kind", "outcome", "failure"),
            registry=registry,
        )
        self._refunds = Counter(
            "busker_refunds", "Songs that ended without counting.", ("outcome",), registry=registry
        )
        self._charged = Counter(
            "busker_charged_songs",
            "Songs that the service billed (yes), or may have (maybe).",
            ("charged",),
            registry=registry,
        )
        self._cost = Counter(
            "busker_estimated_cost", "Those songs at BUSKER_PRICE_PER_SONG each.", registry=registry
        )
        self._stages = Histogram(
            "busker_stage_seconds",
            "How long songs were in a stage before they left it.",
            ("stage", "kind"),
            buckets=STAGE_SECONDS,
            registry=registry,
        )
        cards = Counter(
            "busker_cards",
            "Cards of songs: sent, failed to be, or skipped because an equal one stood there.",
            ("fate",),
            registry=registry,
        )
        # looked up here, not for each percentage of each song
        self._cards = {fate: cards.labels(fate) for fate in ("sent", "failed", "skipped")}
        self._edits = Counter(
            "busker_edits",
            "Changes of posted messages: sent, failed to be, or overtaken by newer ones.",
            ("platform", "fate"),
            registry=registry,
        )
        self._rate_limited = Counter(
            "busker_rate_limited",
            "Calls that a chat platform refused for coming too fast.",
            ("platform",),
            registry=registry,
        )
        self._errors = Counter(
            "busker_service_errors",
            "What the service failed with; busy is a 429.",
            ("error",),
            registry=registry,
        )
        self._refusals = Counter(
            "busker_refusals",
            "Commands that Busker refused before anything was spent.",
            ("why",),
            registry=registry,
        )
        self._queue = Gauge(
            "busker_queue", "Songs on their way by stage.", ("stage",), registry=registry
        )
        self._is_held = Gauge(
            "busker_held", "1 while the service is asked for nothing.", registry=registry
        )
        self._is_paused = Gauge(
            "busker_paused", "1 while an operator's pause holds everywhere.", registry=registry
        )
        self._budget = Gauge(
            "busker_budget_used_ratio",
            "How much of a budget is used: 1 is all.",
            ("rule",),
            registry=registry,
        )
        self._archive = Gauge(
            "busker_archive_bytes", "What the songs' files take.", registry=registry
        )
        self._free = Gauge(
            "busker_disk_free_bytes", "What is free where they are kept.", registry=registry
        )
        self._backup = Gauge(
            "busker_backup_age_seconds",
            "Since the newest daily backup was made.",
            registry=registry,
        )

    # What happens, counted where it happens.

    def changed(self, before: Job, after: Job, seconds: float) -> None:
        """A song went from one stage, in which it was so long, to another."""
        kind = after.ask.kind
        self._stages.labels(before.stage, kind).observe(seconds)
        if after.stage.is_final:
            self._songs.labels(kind, after.stage, after.failure or "").inc()
            self._pay(after)

    def _pay(self, job: Job) -> None:
        if not job.counts:
            self._refunds.labels(job.stage).inc()
        if job.charged is not Charged.NO and job.player != "houseband":
            self._charged.labels(job.charged).inc()
            self._cost.inc(self._price or 0)

    def card(self, fate: str) -> None:
        """A card was sent, skipped, or failed."""
        self._cards[fate].inc()

    def edit(self, platform: str, fate: str) -> None:
        """A change of a message was sent, failed, or was overtaken by a newer one and never sent."""
        self._edits.labels(platform, fate).inc()

    def rate_limited(self, platform: str) -> None:
        """A platform refused a call for coming too fast."""
        self._rate_limited.labels(platform).inc()

    def service_failed(self, error: str) -> None:
        """The service didn't do what it was asked for."""
        self._errors.labels(error).inc()

    def refused(self, why: str) -> None:
        """A command was refused by a rule of ours."""
        self._refusals.labels(why).inc()

    # What there is, measured when somebody asks.

    def queue(self, stages: Mapping[Stage, int]) -> None:
        """How many songs are in each stage on the way."""
        for stage in Stage:
            if not stage.is_final:
                self._queue.labels(stage).set(stages.get(stage, 0))

    def gates(self, *, is_held: bool, is_paused: bool) -> None:
        """What keeps songs from going on, or from being asked for."""
        self._is_held.set(is_held)
        self._is_paused.set(is_paused)

    def budget(self, used: Mapping[str, float]) -> None:
        """How much of each rule is used."""
        for rule, ratio in used.items():
            self._budget.labels(rule).set(ratio)

    def disk(self, *, archive_bytes: int, free_bytes: int, backup_age: timedelta | None) -> None:
        """What is kept, and what room there is. Without a backup its age is no number."""
        self._archive.set(archive_bytes)
        self._free.set(free_bytes)
        self._backup.set(float("nan") if backup_age is None else backup_age.total_seconds())

    def text(self) -> bytes:
        """All of it, as Prometheus reads it."""
        return generate_latest(self._registry)

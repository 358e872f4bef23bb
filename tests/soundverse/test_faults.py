"""Every fault on every endpoint that can show it, in both modes."""

from dataclasses import replace

import pytest

from soundverse.calls import Mode, version_of
from soundverse.client import Soundverse
from soundverse.errors import Charged, SoundverseError
from soundverse.events import Event, Finished, TakeReady, Validated
from tests.soundverse.clocks import FastClock
from tests.soundverse.faults import CALLS, FAULTS, Fault, Outcome
from tests.soundverse.vendor import KEY, Vendor, serving

ROWS = [
    pytest.param(fault, endpoint, mode, id=f"{fault.name} | {endpoint} | {mode}")
    for fault in FAULTS
    for endpoint, call in CALLS.items()
    if version_of(call) in fault.versions
    for mode in fault.modes
]


@pytest.mark.parametrize(("fault", "endpoint", "mode"), ROWS)
async def test_every_fault_ends_as_it_should(fault: Fault, endpoint: str, mode: Mode) -> None:
    vendor = Vendor(answer=fault.answer(version_of(CALLS[endpoint])), statuses=list(fault.statuses))
    async with (
        serving(vendor),
        Soundverse(
            base_url=vendor.url,
            key=KEY,
            mode=mode,
            idle_seconds=fault.idle_seconds,
            timing=FastClock().timing,
        ) as soundverse,
    ):
        outcome, charged, resend = await _outcome(soundverse, endpoint)
    assert replace(outcome, named=fault.outcome.named) == fault.outcome
    assert charged is fault.outcome.charged
    assert resend is fault.outcome.is_sent_again
    assert len(vendor.posts) == 1


async def _outcome(soundverse: Soundverse, endpoint: str) -> tuple[Outcome, Charged, bool]:
    """What came of it, what it cost, and whether it may be sent again."""
    events: list[Event] = []
    try:
        async for event in soundverse.compose(CALLS[endpoint], idempotency_key="k"):
            events.append(event)  # noqa: PERF401  # what came before an error counts
    except SoundverseError as error:
        outcome = replace(_told(events), error=type(error), takes=0)
        charged = Charged.YES if outcome.validated else error.charged
        return outcome, charged, error.resend
    assert events[-1] == Finished()
    assert events.count(Finished()) == 1
    return _told(events), Charged.YES, False


def _told(events: list[Event]) -> Outcome:
    return Outcome(
        takes=len({event.take.version for event in events if isinstance(event, TakeReady)}),
        validated=any(isinstance(event, Validated) for event in events),
    )

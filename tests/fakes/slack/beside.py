"""The fake in a thread of its own, for tests that have no event loop.

    with slack_beside() as (slack, do):
        channel, ana = do(slack.channel, "music"), do(slack.member, "ana")
        asked = do(slack.slash, ana, channel, "/song", "rain")

What changes something, or waits, is said through `do`; it runs where the fake lives.
"""

from contextlib import AbstractContextManager

from tests.fakes.platform.beside import Beside, beside
from tests.fakes.platform.feed import PATIENCE_SECONDS
from tests.fakes.slack.facade import Slack, fake_slack


def slack_beside(
    *, windows: float = 1, patience: float = PATIENCE_SECONDS
) -> AbstractContextManager[tuple[Slack, Beside]]:
    """As `fake_slack`, and what says things to it."""
    return beside(fake_slack(windows=windows, patience=patience))

"""What stands behind a desk that nobody asks about privacy."""

from datetime import timedelta
from pathlib import Path

from bot.exports import Exports
from bot.forgetting import Forgetting
from bot.notice import Notice
from bot.ports import Clock
from bot.privacy import Privacy
from storage.store import Store
from tests.fakes.chat import RecordingChat


def privacy_on(store: Store, clock: Clock) -> Privacy:
    async def remove(job_id: str) -> None:
        """There are no files."""

    archive = timedelta(days=30)
    return Privacy(
        exports=Exports(people=store, path=Path),
        forgetting=Forgetting(jobs=store, people=store, remove=remove, clock=clock),
        notice=Notice(
            store, RecordingChat(), clock, player="soundverse", archive=archive, is_on=False
        ),
        is_sent_away=True,
    )

"""No files at all."""

from collections.abc import Awaitable, Callable

from bot.jobs import Job
from bot.models import Card


class EmptyShelf:
    async def has(self, job: Job) -> bool:
        assert job.stage.is_final
        return False

    async def show_again(
        self, job: Job, card_with: Callable[[str | None], Awaitable[Card]], key: str
    ) -> None:
        raise FileNotFoundError(job.id, await card_with(None), key)

    async def remove(self, job_id: str) -> None:
        """Nothing is there to remove."""

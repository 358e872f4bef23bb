"""What people may see, take with them and have deleted of what is kept about them."""

from dataclasses import dataclass

from bot.privacy.exports import Exports
from bot.privacy.forgetting import Forgetting
from bot.privacy.notice import Notice

__all__ = ["Privacy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Privacy:
    """All of it, for the commands."""

    exports: Exports
    forgetting: Forgetting
    notice: Notice
    is_sent_away: bool
    """Words go to a service elsewhere, which has its own ways of deleting."""
